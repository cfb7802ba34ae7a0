"""Bluesky by search and notifications alone, as with a login and without the live stream."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import ClassVar

import pytest
from helpers import rig_bluesky
from helpers.platforms import TERM, Fault, Side

from sources.bluesky import BlueskyFollow, BlueskyLogin, BlueskySource
from warroom.domain.terms import Terms

LISTS_ONLY = BlueskyFollow(stream=False, threads=False, interval=0.3)


class Rig(rig_bluesky.Rig):
    """See ``helpers.platforms.PlatformRig``."""

    has_app_view = True
    logs_in = True
    faults: ClassVar = {
        Side.READ: frozenset(Fault) - {Fault.CLOSE_1000, Fault.CLOSE_1001, Fault.UNAUTHORIZED, Fault.FORBIDDEN,
                                       Fault.NOT_FOUND},
        Side.WRITE: rig_bluesky.Rig.faults[Side.WRITE]}

    def source(self) -> BlueskySource:
        login = BlueskyLogin(identifier=self.handle, app_password=rig_bluesky.PASSWORD, sessions=self.sessions)
        return BlueskySource(base_url=self.url, terms=Terms(brand=(TERM,)), login=login, follow=LISTS_ONLY,
                             open_timeout=1.5, patience=1.0)


@asynccontextmanager
async def open_rig(request: pytest.FixtureRequest) -> AsyncIterator[Rig]:
    """A rig on the PDS that all tests share."""
    async with rig_bluesky.open_rig(request, Rig) as rig:
        assert isinstance(rig, Rig)
        yield rig
