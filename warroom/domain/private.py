"""Moving a talk out of public sight: what to say in public so that the person writes to us."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from warroom.domain.model import Platform

#: How people name a private message on each platform.
_NAMES: Final[Mapping[Platform, str]] = {
    Platform.REDDIT: "a chat or a private message", Platform.MASTODON: "a direct message",
    Platform.BLUESKY: "a chat message",
}


def invitation(platform: Platform, author: str = "") -> str:
    """A public reply that invites its reader to go on in private; it asks for no personal data.

    ``author`` is a handle or a name, "" to begin without one.
    """
    begin = f"{author}, thank you for telling us; that should not have happened to you." if author else (
        "Thank you for telling us; that should not have happened to you.")
    return (f"{begin} Please send us {_NAMES[platform]}, so that we can look into it with you without showing anything "
            "of yours here. We answer there today.")
