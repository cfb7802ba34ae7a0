"""Which posts that a source brings are our own: what went out from here, as it comes back on the platform's stream.

They belong to the conversation and to the log, and are no voice about us: neither a pane, nor the gauge, nor the alarm,
nor the model is to meet them. So they are kept as context. We are known by the accounts that replies of the room went
out under, and by what a source that is logged in says of itself, which holds from the first post on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from warroom.domain.model import Platform, Post
from warroom.domain.reply import DraftState
from warroom.store.connection import Rows

#: The accounts that sent from this room. A draft has its account before its platform is called, so that no stream is
#: faster. On Bluesky a post may come before its author's handle is known: what was sent from there names the account by
#: its DID, and what is just being sent bears the draft's id.
_SENDERS: Final = (
    "SELECT DISTINCT d.platform, d.account, CASE WHEN d.native_id LIKE 'at://%' "
    "THEN substr(d.native_id, 6, instr(substr(d.native_id, 6), '/') - 1) ELSE '' END, "
    "CASE WHEN d.state IN (:sending, :unknown) THEN d.id ELSE '' END "
    "FROM drafts d JOIN incidents i ON i.id = d.incident WHERE i.room = :room AND d.account <> ''")


async def known(connection: Rows, room: str, own: Collection[str] = ()) -> Callable[[Post], bool]:
    """Return what tells whether a post is our own; ``own`` are further names of ours, on the platform it comes from."""
    also = {name.casefold() for name in own if name}
    accounts: set[tuple[Platform, str]] = set()
    records: set[str] = set()
    for platform, account, did, record in await connection.rows(
            _SENDERS, {"room": room, "sending": DraftState.SENDING.value, "unknown": DraftState.UNKNOWN.value}):
        accounts |= {(Platform(platform), name.casefold()) for name in (account, did) if name}
        records |= {record} - {""}

    def ours(post: Post) -> bool:
        return (post.author.casefold() in also or post.account.casefold() in also
                or (post.platform, post.author.casefold()) in accounts or (post.platform, post.account) in accounts
                or (post.platform is Platform.BLUESKY and post.native_id.rpartition("/")[2] in records))

    return ours if accounts or also else _nobodys


def _nobodys(_: Post) -> bool:
    return False
