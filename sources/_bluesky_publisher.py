"""Replies on Bluesky as the brand account, each under a record key of its own, so that none can be there twice.

Sources: https://atproto.com/specs/record-key, https://docs.bsky.app/docs/api/com-atproto-repo-put-record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sources import _bluesky_chat as chat
from sources._bluesky_frames import read_time
from sources._bluesky_post import post_uri, split_uri, web_address
from sources._bluesky_richtext import facets
from sources._bluesky_session import BlueskyLogin, Session, source_error
from sources._bluesky_xrpc import Body, Params, Refused, Unsure
from warroom.domain.errors import SendRefused, SendUnknown, SourceError
from warroom.domain.model import Platform, Post
from warroom.domain.outgoing import binding, overflow, usual
from warroom.domain.reply import Sent, TextLimit

_COLLECTION: Final = "app.bsky.feed.post"
_LIMIT: Final = usual(Platform.BLUESKY)
_MESSAGE: Final = usual(Platform.BLUESKY, private=True)
_GONE_HINT: Final = "Fetch the thread again; a reply to a post that is gone has nowhere to stand."


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a reply stands: strong references to the thread's root and to the post that it answers."""

    root: Mapping[str, str]
    parent: Mapping[str, str]


class BlueskyPublisher:
    """Our way out to Bluesky (see ``ports.Publisher``): a session of its own, so that replies wait for no poller.

    ``base_url`` is the server to log in to, ``langs`` the languages of our replies ((): that of the post they answer).
    """

    platform: Final = Platform.BLUESKY
    #: The client chooses the record key, and the server is told that nothing stands there yet. (A message has no key.)
    repeats_safely: Final = True

    def __init__(
        self, *, base_url: str, login: BlueskyLogin, langs: Sequence[str] = (), timeout: float = 15.0,
        now: Callable[[], datetime] = _utc_now, chat_service: str = chat.SERVICE,
    ) -> None:
        self._session = Session(base_url, login, timeout=timeout, now=now)
        self._chat = chat.Chat(self._session, chat_service, now=now)
        self._langs = tuple(langs)
        self._now = now

    async def account(self) -> str:
        """Our handle. Raises SourceStopped for a bad login, SourceError where the server does not answer."""
        try:
            await self._session.open()
        except (Refused, Unsure) as error:
            raise source_error(error, self._session.place) from error
        return self._session.handle

    async def limit(self, to: Post | None = None) -> TextLimit:
        """The network's bound: 300 graphemes, links as long as they are written."""
        del to
        return _LIMIT

    async def reply(self, to: Post, text: str, *, key: str) -> Sent:
        """Answer ``to`` under the record key ``key`` (a TID). Raises SendRefused or SendUnknown; see ``ports``."""
        _check(text)
        try:
            await self._session.open()
            place = await self._place(to)
            marks = await facets(text, self._did_of)
        except (Refused, Unsure) as error:
            raise self._not_sent(error) from error
        record: dict[str, object] = {"reply": {"root": place.root, "parent": place.parent}}
        return await self._put(key, text, self._record_with(text, marks, to.lang) | record)

    async def post(self, text: str, *, key: str) -> Sent:
        """Post on our own page under the record key ``key``. Raises SendRefused or SendUnknown."""
        _check(text)
        try:
            await self._session.open()
            marks = await facets(text, self._did_of)
        except (Refused, Unsure) as error:
            raise self._not_sent(error) from error
        return await self._put(key, text, self._record_with(text, marks))

    async def message(self, to: Post, text: str, *, key: str) -> Sent:  # noqa: ARG002 - a chat takes no key
        """Write to the author of ``to`` by Bluesky's chat. Raises SendRefused or SendUnknown.

        A repeat makes a second message: whoever is not sure looks first (:meth:`find_message`).
        """
        _check(text, _MESSAGE)
        did = _author(to)
        try:
            await self._session.open()
            marks = await facets(text, self._did_of)
        except (Refused, Unsure) as error:
            raise self._not_sent(error) from error
        try:
            return await self._chat.send(did, text, marks)
        except Refused as error:
            raise chat.refusal(error) or self._not_sent(error) from error
        except Unsure as error:
            if not error.sent:
                raise self._not_sent(error) from error
            raise SendUnknown(f"{self._session.place} may have taken the message, or not.", reason=f"{error}.",
                              hint="warroom looks for it in the chat; a second one would be read twice.",
                              retry_after=error.retry_after) from error

    async def find_message(
        self, to: Post, text: str, *, key: str, since: datetime,  # noqa: ARG002 - the port's
    ) -> Sent | None:
        """Our message of that text from after ``since``, None where there is none. Raises SourceError."""
        try:
            await self._session.open()
            return await self._chat.find(_author(to), text, since)
        except (Refused, Unsure) as error:
            raise source_error(error, self._session.place) from error

    async def find_post(self, text: str, *, key: str, since: datetime) -> Sent | None:  # noqa: ARG002 - the port's
        """Our post under ``key``, None where there is none. Raises SourceError where the server cannot tell."""
        return await self._under(key)

    async def find(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:  # noqa: ARG002 - the port's
        """Our reply under ``key``, None where there is none. Raises SourceError where the server cannot tell."""
        return await self._under(key)

    async def delete(self, sent: Sent) -> None:
        """Take our reply back; one that is gone already is fine. Raises SourceError where it stands."""
        if chat.is_message(sent):
            raise SourceError("A chat message cannot be taken back.",
                              reason="Bluesky deletes it for its writer alone; the other one keeps it.",
                              hint="Write another one.")
        named = split_uri(sent.native_id)
        if named is None:
            raise SourceError(f"{sent.native_id!r} is no post on Bluesky.",
                              hint="warroom timeline shows what was sent.")
        try:
            await self._session.open()
            await self._session.procedure("com.atproto.repo.deleteRecord", {
                "repo": self._session.did, "collection": _COLLECTION, "rkey": named[1]})
        except (Refused, Unsure) as error:
            raise source_error(error, self._session.place) from error

    async def close(self) -> None:
        """Let go of connections."""
        await self._session.close()

    async def _under(self, key: str) -> Sent | None:
        try:
            await self._session.open()
            value = await self._record(self._session.did, key)
        except (Refused, Unsure) as error:
            raise source_error(error, self._session.place) from error
        return None if value is None else self._sent(key, _record_of(value))

    def _record_with(self, text: str, marks: Sequence[object], lang: str = "") -> dict[str, object]:
        record: dict[str, object] = {"$type": _COLLECTION, "text": text, "createdAt": _stamp(self._now())}
        if langs := self._langs or ((lang,) if lang else ()):
            record["langs"] = list(langs)
        if marks:
            record["facets"] = list(marks)
        return record

    async def _put(self, key: str, text: str, record: Mapping[str, object]) -> Sent:
        # A null swapRecord says "nothing stands there": a repeat after a lost answer finds the first one and leaves it.
        body = {"repo": self._session.did, "collection": _COLLECTION, "rkey": key, "swapRecord": None,
                "record": record}
        try:
            answer = await self._session.procedure("com.atproto.repo.putRecord", body)
        except Refused as error:
            if error.name != "InvalidSwap":
                raise self._not_sent(error) from error
            return await self._standing(key, text)
        except Unsure as error:
            if not error.sent:
                raise self._not_sent(error) from error
            raise self._unknown(str(error), error.retry_after) from error
        if answer.get("uri") != post_uri(self._session.did, key):
            raise self._unknown("an answer that names another post")
        return self._sent(key, record)

    async def _standing(self, key: str, text: str) -> Sent:
        """What an earlier try put there."""
        try:
            value = await self._record(self._session.did, key)
        except (Refused, Unsure) as error:
            raise self._unknown(str(error)) from error
        if value is None or _record_of(value).get("text") != text:
            raise self._unknown("another record stands in its place")
        return self._sent(key, _record_of(value))

    async def _place(self, to: Post) -> _Place:
        named = split_uri(to.native_id)
        if named is None:
            raise SendRefused(f"{to.native_id!r} is no post on Bluesky.", hint="Pick a post of Bluesky.")
        view = await self._view(to.native_id)
        shown: Body | None = view
        if view is not None:
            _may_answer(view)
        else:
            # An AppView hides the posts of those who blocked us, but not that they did.
            _not_blocked(await self._ask("app.bsky.actor.getProfile", {"actor": named[0]}) or {})
            shown = await self._record(*named)
        if shown is None or not isinstance(cid := shown.get("cid"), str):
            raise SendRefused("The post to answer cannot be found.",
                              reason="It was deleted, or our server cannot see it.", hint=_GONE_HINT)
        parent = {"uri": to.native_id, "cid": cid}
        root = _map(_map(_record_of(shown).get("reply")).get("root"))
        uri, root_cid = root.get("uri"), root.get("cid")
        if isinstance(uri, str) and isinstance(root_cid, str) and split_uri(uri) is not None:
            return _Place({"uri": uri, "cid": root_cid}, parent)
        return _Place(parent, parent)

    async def _view(self, uri: str) -> Body | None:
        """The post as the AppView shows it to us, None where there is no AppView, or no such post in it (yet)."""
        posts = (await self._ask("app.bsky.feed.getPosts", {"uris": [uri]}) or {}).get("posts")
        found = [post for post in posts if isinstance(post, Mapping)] if isinstance(posts, list) else []
        return next((post for post in found if post.get("uri") == uri), None)

    async def _ask(self, method: str, params: Params) -> Body | None:
        """Ask the AppView; None where there is none, or where it does not know."""
        try:
            return await self._session.query(method, params)
        except Refused as error:
            if error.not_served or (error.status == 400 and error.name in ("InvalidRequest", "NotFound")):
                return None
            raise

    async def _record(self, did: str, key: str) -> Body | None:
        try:
            return await self._session.query("com.atproto.repo.getRecord", {
                "repo": did, "collection": _COLLECTION, "rkey": key})
        except Refused as error:
            if error.name == "RecordNotFound" or error.status == 404 or "Could not locate" in error.message:
                return None
            raise

    async def _did_of(self, handle: str) -> str | None:
        try:
            did = (await self._session.query("com.atproto.identity.resolveHandle", {"handle": handle})).get("did")
        except Refused as error:
            if error.status == 429:
                raise
            return None
        return did if isinstance(did, str) else None

    def _sent(self, key: str, record: Mapping[str, object]) -> Sent:
        uri = post_uri(self._session.did, key)
        return Sent(Platform.BLUESKY, uri, web_address(uri), read_time(record.get("createdAt")) or self._now())

    def _not_sent(self, error: Refused | Unsure) -> SendRefused:
        said = source_error(error, self._session.place)
        return SendRefused(said.title, reason=said.reason, hint=said.hint.replace("warroom keeps trying", "try again"),
                           retry_after=said.retry_after)

    def _unknown(self, why: str, retry_after: float | None = None) -> SendUnknown:
        return SendUnknown(f"{self._session.place} may have taken the reply, or not.", reason=f"{why}.",
                           hint="warroom looks for it under its own key; sending it again makes no second one.",
                           retry_after=retry_after)


def _author(to: Post) -> str:
    """The DID of a post's author. Raises SendRefused for what is no post of Bluesky."""
    named = split_uri(to.native_id)
    if named is None:
        raise SendRefused(f"{to.native_id!r} is no post on Bluesky.", hint="Pick a post of Bluesky.")
    return named[0]


def _check(text: str, limit: TextLimit = _LIMIT) -> None:
    if not text.strip():
        raise SendRefused("The reply has no text.", hint="Write one.")
    limit = binding(text, limit)
    length, _ = overflow(text, limit)
    if length <= limit.most:
        return
    if limit.unit == "bytes":
        raise SendRefused(f"The reply is longer than {limit.most:,} bytes.", hint="Shorten it: an emoji may take 25.")
    raise SendRefused(f"The reply has {length} characters; Bluesky takes {limit.most}.",
                      hint=f"Shorten it by {length - limit.most}.")


def _may_answer(view: Body) -> None:
    """Refuse where the AppView says that our reply would be shown to nobody."""
    _not_blocked(_map(view.get("author")))
    if _map(view.get("viewer")).get("replyDisabled"):
        raise SendRefused("The author has limited who may reply to this post.", reason="We are not among them.",
                          hint="Quote the post from the app, or write to the author.")


def _not_blocked(author: Body) -> None:
    between = _map(author.get("viewer"))
    if between.get("blockedBy") or between.get("blocking"):
        raise SendRefused("There is a block between us and the author of this post.",
                          hint="Nobody would see a reply below it; answer elsewhere.")


def _record_of(shown: Body) -> Mapping[str, object]:
    """The record of a getRecord answer (value) or of an AppView's post (record)."""
    return _map(shown.get("value")) or _map(shown.get("record"))


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
