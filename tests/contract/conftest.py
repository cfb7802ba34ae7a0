"""The rig of each platform that has one, for the tests that hold for all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from helpers.platforms import PlatformRig, opener, rigs

from warroom.domain.model import Platform

#: Where a rig needs more than this process, the mark that says so.
MARKS = {Platform.BLUESKY: (pytest.mark.pds,)}


@pytest.fixture(params=[pytest.param(each, marks=MARKS.get(each, ()), id=str(each)) for each in rigs()])
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[PlatformRig]:
    """A platform on loopback."""
    platform: Platform = request.param
    async with opener(platform)(request) as opened:
        yield opened
