"""The rig of each platform that has one, for tests of the whole program."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from helpers.platforms import PlatformRig, opener, rig_params, settings_of
from helpers.process import Program

from warroom.domain.model import Platform


@pytest.fixture(params=rig_params())
async def rig(request: pytest.FixtureRequest) -> AsyncIterator[PlatformRig]:
    """A platform on loopback."""
    platform: Platform = request.param
    async with opener(platform)(request) as opened:
        yield opened


@pytest.fixture
def program(rig: PlatformRig, tmp_path: Path) -> Program:
    """``warroom`` with the rig's platform switched on."""
    return Program(tmp_path / "data", settings_of(rig))
