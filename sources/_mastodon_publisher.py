"""Our replies on Mastodon: sent once, found again, taken back.

Source: https://docs.joinmastodon.org/methods/statuses/. Mastodon itself remembers an Idempotency-Key for an hour, and a
compatible server may ignore it (GoToSocial makes two posts of one key). So it is sent, but nothing relies on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from sources._mastodon_html import to_plain
from sources._mastodon_login import MastodonLogin
from sources._mastodon_office import Office
from sources._mastodon_post import read_id, read_time
from sources._mastodon_server import Account, explain
from sources._mastodon_trouble import Kind, WireError
from warroom.domain.errors import SendRefused, SendUnknown, SourceStopped
from warroom.domain.model import Platform, Post
from warroom.domain.outgoing import addressed, answering
from warroom.domain.reply import Sent, TextLimit
from warroom.domain.terms import fold
from warroom.domain.text import web_link

#: By these the server says that it took nothing. All others leave it open, also those of a proxy in between.
_CERTAIN: Final = frozenset({400, 401, 403, 404, 405, 410, 413, 415, 422})
#: From the most private to the most public; what a server calls otherwise is shown to nobody but whom it mentions.
_VISIBLE: Final = ("direct", "private", "unlisted", "public")
_MENTION: Final = re.compile(r"@[\w.-]+(?:@[\w.-]+)?")
_LETTERS: Final = re.compile(r"[\W_]+")
#: How much earlier than ``since`` a reply of ours may seem to be, beyond what the clocks differ.
_EARLIER: Final = timedelta(minutes=1)


class MastodonPublisher:
    """The way out to the server ``base_url``, as the account of ``login`` (see ``ports.Publisher``).

    Seconds: ``open_timeout`` for a connection, ``patience`` for an answer. Raises SourceStopped where ``base_url`` is
    no address.
    """

    platform = Platform.MASTODON
    repeats_safely = False

    def __init__(
        self, *, base_url: str, login: MastodonLogin, open_timeout: float = 10.0, patience: float = 15.0,
    ) -> None:
        self._office = Office(base_url, login, open_timeout=open_timeout, patience=patience)

    async def account(self) -> str:
        """Our handle, with the domain. Raises SourceStopped for a bad login, SourceError otherwise."""
        if not self._office.wire.logged_in:
            raise SourceStopped("There is no login for Mastodon.", hint="Run: warroom login mastodon.")
        try:
            return (await self._office.me()).handle
        except WireError as error:
            raise explain(error, self._office.wire, first=True) from error

    async def limit(self, to: Post | None = None) -> TextLimit:
        """How long a reply may be, as the server says; mention and content warning count too. Raises SourceError."""
        try:
            server = await self._office.server()
            ours = (await self._office.me()).handle if to is not None and self._office.wire.logged_in else ""
        except WireError as error:
            raise explain(error, self._office.wire, first=True) from error
        found = TextLimit(server.most, "characters", server.per_url)
        return found if to is None else answering(
            found, platform=Platform.MASTODON, author=to.author, said=to.text, ours=ours)

    async def reply(self, to: Post, text: str, *, key: str) -> Sent:
        """Answer ``to``: its author mentioned, no more public than it is, and with its content warning.

        Raises SendRefused and SendUnknown (see ``ports.Publisher``).
        """
        if not text.strip():
            raise SendRefused("An empty reply cannot be sent.")
        try:
            me = await self._office.me()
            above = await self._office.status(to)
        except WireError as error:
            raise self._refused(error) from error
        warning = to_plain(_text(above.get("spoiler_text"))).text
        return await self._put(_addressed(text, above, me), key, above=read_id(above.get("id")),
                               visibility=_visibility(above), warning=warning)

    async def post(self, text: str, *, key: str) -> Sent:
        """Post on our own page, for everybody. Raises SendRefused and SendUnknown."""
        if not text.strip():
            raise SendRefused("An empty post cannot be sent.")
        try:
            await self._office.me()
        except WireError as error:
            raise self._refused(error) from error
        return await self._put(text, key, visibility="public")

    async def message(self, to: Post, text: str, *, key: str) -> Sent:
        """Write to the author of ``to`` below it, so that nobody but those who are mentioned can read it."""
        if not text.strip():
            raise SendRefused("An empty message cannot be sent.")
        try:
            me = await self._office.me()
            above = await self._office.status(to)
        except WireError as error:
            raise self._refused(error) from error
        return await self._put(_addressed(text, above, me), key, above=read_id(above.get("id")), visibility="direct")

    async def find(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:
        """Look for our reply below ``to`` in its thread, and among our own latest posts. Raises SourceError."""
        del key  # the server does not tell it again
        return await self._look(to, text, since)

    async def find_message(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:
        """Look for our private message below ``to``. Raises SourceError."""
        del key
        return await self._look(to, text, since, private=True)

    async def find_post(self, text: str, *, key: str, since: datetime) -> Sent | None:
        """Look for a post of our own, which answers nobody, among our latest. Raises SourceError."""
        del key
        try:
            found = await self._own(await self._office.me())
        except WireError as error:
            raise explain(error, self._office.wire) from error
        return self._same(found, text, since, above="")

    async def _look(self, to: Post, text: str, since: datetime, *, private: bool = False) -> Sent | None:
        try:
            me = await self._office.me()
            try:
                above = read_id((await self._office.status(to)).get("id"))
            except WireError as error:
                if error.status not in (404, 410):
                    raise
                above = to.native_id  # it is gone; our reply may stand
            found = [*await self._below(above), *await self._own(me)]
        except WireError as error:
            raise explain(error, self._office.wire) from error
        return self._same((one for one in found if _author(one) == me.id), text, since, above=above, private=private)

    def _same(
        self, found: Iterable[Mapping[str, object]], text: str, since: datetime, *, above: str,
        private: bool = False,
    ) -> Sent | None:
        earliest = since + (self._office.wire.skew or timedelta()) - _EARLIER
        words = _words(text)
        for said in found:
            sent = self._sent(said)
            if (sent is not None and read_id(said.get("in_reply_to_id")) == above and sent.at >= earliest
                    and (not private or _visibility(said) == "direct")
                    and _words(to_plain(_text(said.get("content"))).text) == words):
                return sent
        return None

    async def delete(self, sent: Sent) -> None:
        """Take a reply back; one that is gone is fine. Raises SourceError where it stands."""
        try:
            await self._office.wire.call("status_delete", sent.native_id)
        except WireError as error:
            if error.status not in (404, 410):
                raise explain(error, self._office.wire) from error

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        await self._office.close()

    async def _put(self, text: str, key: str, *, visibility: str, above: str = "", warning: str = "") -> Sent:
        try:
            answer = await self._office.wire.call(
                "status_post", text, in_reply_to_id=above or None, visibility=visibility,
                spoiler_text=warning or None, idempotency_key=key, content_type="text/plain")
        except WireError as error:
            if error.kind in (Kind.UNREACHABLE, Kind.LIMITED) or error.status in _CERTAIN:
                raise self._refused(error) from error
            raise self._unknown(error) from error
        try:
            sent = self._sent(answer.read())
        except WireError as error:
            raise self._unknown(error) from error
        if sent is None:
            raise self._unknown(WireError(Kind.GARBLED, "It sent something else than our reply."))
        return sent

    async def _below(self, native_id: str) -> list[Mapping[str, object]]:
        try:
            said = (await self._office.wire.call("status_context", native_id)).read()
        except WireError as error:
            if error.status not in (404, 410):
                raise
            return []
        return statuses(said.get("descendants") if isinstance(said, Mapping) else None)

    async def _own(self, me: Account) -> list[Mapping[str, object]]:
        return statuses((await self._office.wire.call("account_statuses", me.id, limit=40)).read())

    def _sent(self, said: object) -> Sent | None:
        if not isinstance(said, Mapping):
            return None
        native_id, at = read_id(said.get("id")), read_time(said.get("created_at"))
        url = next((url for url in (said.get("url"), said.get("uri")) if isinstance(url, str) and web_link(url)), "")
        return Sent(Platform.MASTODON, native_id, url, at) if native_id and at is not None else None

    def _refused(self, error: WireError) -> SendRefused:
        told = explain(error, self._office.wire)
        if error.status in (404, 410):
            return SendRefused("The post that this answers is gone, or hidden from our account.", reason=error.reason,
                               hint="Nothing was sent. Look at the post on the platform.")
        if error.status == 422:
            return SendRefused(f"{self._office.wire.where.place} does not take the reply.", reason=error.reason,
                               hint="Nothing was sent. Mend the text and send it again.")
        return SendRefused(told.title, reason=told.reason, hint=f"Nothing was sent. {told.hint}".rstrip(),
                           retry_after=told.retry_after)

    def _unknown(self, error: WireError) -> SendUnknown:
        told = explain(error, self._office.wire)
        return SendUnknown(told.title, reason=told.reason, hint="The reply may have been sent; look before any repeat.",
                           retry_after=told.retry_after)


def statuses(said: object) -> list[Mapping[str, object]]:
    """The statuses of a list; what is none is left out."""
    return [one for one in said if isinstance(one, Mapping)] if isinstance(said, list) else []


def _addressed(text: str, above: Mapping[str, object], me: Account) -> str:
    """Mention the author first, without which the server does not tell them; not where the text does it itself."""
    account = above.get("account")
    acct = _text(account.get("acct")) if isinstance(account, Mapping) else ""
    own = isinstance(account, Mapping) and read_id(account.get("id")) == me.id
    home = me.handle.partition("@")[2]
    home = me.handle.partition("@")[2]
    return addressed(text, (acct, acct if "@" in acct else f"{acct}@{home}") if acct and not own else ())


def _author(said: Mapping[str, object]) -> str:
    account = said.get("account")
    return read_id(account.get("id")) if isinstance(account, Mapping) else ""


def _visibility(above: Mapping[str, object]) -> str:
    said = above.get("visibility")
    return said if isinstance(said, str) and said in _VISIBLE else _VISIBLE[0]


def _words(text: str) -> str:
    """A text as two writings of it are compared: its letters and digits, without mentions, which servers rewrite."""
    return _LETTERS.sub("", fold(_MENTION.sub(" ", text)))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


