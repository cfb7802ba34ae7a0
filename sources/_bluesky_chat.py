"""Direct messages on Bluesky: its chat, a service of its own behind our server, which passes calls on to it.

Our server says who we are, in a token of its own making; the app password must be one that may read direct messages.
A message has no key of ours, so that a repeat would be a second one: after a lost answer it is looked for.
Sources: https://docs.bsky.app/docs/api/chat-bsky-convo-send-message, https://atproto.com/specs/xrpc#service-proxying.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from sources._bluesky_frames import read_time
from sources._bluesky_session import Session
from sources._bluesky_xrpc import Body, Refused, Unsure
from warroom.domain.errors import SendRefused
from warroom.domain.model import Platform
from warroom.domain.reply import Sent

#: Bluesky's own chat, as ``atproto-proxy`` names it.
SERVICE: Final = "did:web:api.bsky.chat#bsky_chat"
_MARK: Final = "chat:"
#: Messages of a page, and pages that are looked through for one of ours.
_PAGE, _PAGES = 100, 5


class Chat:
    """The chats of one account. Every call raises Refused or Unsure."""

    def __init__(self, session: Session, service: str, *, now: Callable[[], datetime]) -> None:
        self._session = session
        self._service = service
        self._now = now

    async def send(self, did: str, text: str, marks: Sequence[object] = ()) -> Sent:
        """Write to somebody. Where Unsure says ``sent=False`` it was certainly not sent."""
        try:
            convo = await self._convo(did)
        except Unsure as error:
            raise Unsure(str(error), sent=False, retry_after=error.retry_after) from error
        message: dict[str, object] = {"text": text, **({"facets": list(marks)} if marks else {})}
        answer = await self._session.procedure(
            "chat.bsky.convo.sendMessage", {"convoId": convo, "message": message}, proxy=self._service)
        made = self._sent(convo, answer)
        if made is None:
            raise Unsure("an answer that names no message")
        return made

    async def find(self, did: str, text: str, since: datetime) -> Sent | None:
        """Our message of that text to somebody, from after ``since`` (aware UTC); the oldest of them."""
        convo, cursor = await self._convo(did), ""
        found: Sent | None = None
        for _ in range(_PAGES):
            page = await self._session.query("chat.bsky.convo.getMessages", {
                "convoId": convo, "limit": _PAGE, **({"cursor": cursor} if cursor else {})}, proxy=self._service)
            older = False
            for one in _maps(page.get("messages")):  # the newest first
                made = self._sent(convo, one)
                older = older or (made is not None and made.at < since)
                ours = _map(one.get("sender")).get("did") == self._session.did
                if made is not None and made.at >= since and ours and one.get("text") == text:
                    found = made
            said = page.get("cursor")
            if older or not isinstance(said, str) or not said:
                return found
            cursor = said
        if found is None:
            raise Unsure(f"more than {_PAGE * _PAGES} messages since then")
        return found

    async def _convo(self, did: str) -> str:
        answer = await self._session.query("chat.bsky.convo.getConvoForMembers", {"members": [did]},
                                           proxy=self._service)
        convo = _map(answer.get("convo")).get("id")
        if not isinstance(convo, str) or not convo:
            raise Unsure("an answer that names no chat")
        return convo

    def _sent(self, convo: str, message: Body) -> Sent | None:
        name, at = message.get("id"), read_time(message.get("sentAt"))
        if not isinstance(name, str) or not name:
            return None
        return Sent(Platform.BLUESKY, f"{_MARK}{convo}/{name}", f"https://bsky.app/messages/{convo}", at or self._now())


def is_message(sent: Sent) -> bool:
    """True for what :class:`Chat` sent."""
    return sent.native_id.startswith(_MARK)


def refusal(error: Refused) -> SendRefused | None:
    """Why a message was not taken, where that has a remedy of its own."""
    if error.beyond_us:
        return SendRefused("Our app password may not write direct messages.", reason=f"{error}.",
                           hint="Make one with access to direct messages in Bluesky, then: warroom login bluesky.")
    if error.status == 400 and ("disabled" in error.message or "recipient" in error.message.lower()):
        return SendRefused("The author takes no messages from us.", reason=f"{error}.",
                           hint="Invite them in public to write to you: M, then i.")
    return None


def _maps(value: object) -> Iterable[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
