"""The rig of each platform that has one, for the tests that hold for all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from helpers.platforms import PlatformRig, opener, rig_params

from warroom.domain.model import Platform


@pytest.fixture(params=rig_params())
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[PlatformRig]:
    """A platform on loopback."""
    platform: Platform = request.param
    async with opener(platform)(request) as opened:
        yield opened
