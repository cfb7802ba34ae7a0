"""Replies on Reddit as the brand's account: sent once, and looked for where nobody knows what became of them.

Source: https://www.reddit.com/dev/api#POST_api_comment and #POST_api_del.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sources._reddit_faults import LONGEST, Fault, Kind, source_error
from sources._reddit_listing import PAGE, read_page
from sources._reddit_login import RedditLogin, address
from sources._reddit_markdown import same_words
from sources._reddit_own import compose, find_sent, find_submitted, submit
from sources._reddit_post import FULLNAME, Site, UnreadableError, fullname, to_post, when
from sources._reddit_thread import Tree, open_client, root_of, things_of
from warroom.domain.errors import SendRefused, SendUnknown, SourceError, SourceStopped
from warroom.domain.markdown import to_markdown
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.outgoing import LIMITS, overflow
from warroom.domain.reply import Sent, TextLimit

if TYPE_CHECKING:
    from sources._reddit_client import Client

#: Our own comments are looked through page by page, as far back as Reddit lists them.
_PAGES: Final = 10
#: A server's clock may be so far behind ours and its seconds are whole.
_SLACK: Final = timedelta(minutes=2)
_WAIT: Final = re.compile(r"(\d{1,4}) (millisecond|second|minute|hour)s?")
_UNITS: Final[Mapping[str, float]] = {"millisecond": 0.001, "second": 1.0, "minute": 60.0, "hour": 3600.0}
# Source: r2/lib/errors.py of https://github.com/reddit-archive/reddit, and what the API says today.
_REFUSALS: Final[Mapping[str, tuple[str, str]]] = {
    "RATELIMIT": ("Reddit makes this account wait.", "New accounts may reply only now and then. Send it later."),
    "THREAD_LOCKED": ("The thread is locked.", "Nobody can reply there any more."),
    "TOO_OLD": ("The thread is archived.", "Nobody can reply there any more."),
    "DELETED_COMMENT": ("The comment was deleted.", "Answer another post of the thread."),
    "DELETED_LINK": ("The post was deleted.", "Nobody would see a reply."),
    "PARENT_NOT_FOUND": ("The post is not there any more.", ""),
    "NO_THING_ID": ("The post is not there any more.", ""),
    "INVALID_ID": ("The post is not there any more.", ""),
    "TOO_LONG": ("The reply is too long for this subreddit.", "Make it shorter."),
    "NO_TEXT": ("The reply has no text.", "Write something."),
    "USER_REQUIRED": ("Reddit does not know who we are.", "warroom login reddit"),
    "USER_BLOCKED": ("The author has blocked this account.", "Answer another post of the thread."),
    "BANNED_FROM_SUBREDDIT": ("This account is banned from the subreddit.", "Write to its moderators."),
    "SUBREDDIT_NOTALLOWED": ("This account may not write in the subreddit.", "Write to its moderators."),
    "COMMENTER_BLOCKED_POSTER": ("This account has blocked the author.", "Unblock the author to answer."),
}
#: What is said of trouble on Reddit's own side proves nothing about the reply.
_TROUBLE: Final = frozenset({"SERVER_ERROR", "SOMETHING_IS_BROKEN", "INTERNAL_SERVER_ERROR", "TIMEOUT", "UNKNOWN"})


class RedditPublisher:
    """Answers as the account of ``login`` (see ``ports.Publisher``); the arguments are those of the source.

    ``home`` is the subreddit that posts of our own go to ("": the account's page).
    It has a session of its own, so that no poll is before it. The same reply twice would be two, so ``find`` comes
    before any repeat; ``key`` is of no use here.
    """

    platform = Platform.REDDIT
    repeats_safely = False

    def __init__(
        self, *, login: RedditLogin, base_url: str = "https://www.reddit.com", oauth_url: str = "",
        patience: float = 30.0, home: str = "", now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._login = login
        self._server = address(base_url, oauth_url)
        self._patience = patience
        self._home = home.removeprefix("r/").replace("u/", "u_")
        self._now = now
        self._client: Client | None = None
        self._name = ""

    async def account(self) -> str:
        """The account's name. Raises SourceStopped for a bad login, SourceError where Reddit does not answer."""
        if not self._name:
            try:
                self._name = await whoami(await self._session())
            except Fault as fault:
                raise source_error(fault, self._server.place) from fault
        return self._name

    async def limit(self, to: Post | None = None) -> TextLimit:
        """10,000 characters, of the markdown that the text becomes; some subreddits take fewer and do not tell."""
        del to
        return LIMITS[Platform.REDDIT]

    async def reply(self, to: Post, text: str, *, key: str) -> Sent:
        """Answer a post with one request, whatever comes of it (after a 401, which did nothing, with one more).

        Raises SendRefused where Reddit surely did not take it, SendUnknown where nobody can tell.
        """
        del key
        words = to_markdown(text)
        if not words or not FULLNAME.fullmatch(to.native_id):
            raise SendRefused("There is nothing to send.", reason="The text or the post's id is of no use.")
        limit = LIMITS[Platform.REDDIT]
        if (length := overflow(text, limit)[0]) > limit.most:
            raise SendRefused("The reply is too long for Reddit.", hint="Make it shorter.",
                              reason=f"It has {length:,} characters of markdown; {limit.most:,} are allowed.")
        try:
            answer = await (await self._session()).post("api/comment", thing_id=to.native_id, text=words)
        except SourceStopped as error:
            raise SendRefused(error.title, reason=error.reason, hint=error.hint) from error
        except Fault as fault:
            raise self._outcome(fault) from fault
        _check(answer)
        for raw in things_of(answer):
            if fullname(raw):
                return self._sent(raw)
        raise SendUnknown("Reddit's answer does not say whether it took the reply.",
                          hint="warroom looks for it below the post.")

    async def find(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:
        """Our own reply of that text directly below a post, from ``since`` on: among our comments, then in the thread.

        Raises SourceError where Reddit could not be asked: then it may still be there.
        """
        del key
        words, me = to_markdown(text), await self.account()
        client = await self._session()
        since += (client.skew or timedelta()) - _SLACK
        try:
            found = await self._among_ours(client, me, to, words, since)
            return found if found is not None else await self._below(client, me, to, words, since)
        except Fault as fault:
            raise source_error(fault, self._server.place) from fault

    async def post(self, text: str, *, key: str) -> Sent:
        """Post on our own page, or in the subreddit ``home``; its first line is the title. One request, as a reply."""
        del key
        try:
            client, me = await self._session(), await self.account()
        except SourceError as error:
            raise SendRefused(error.title, reason=error.reason, hint=error.hint) from error
        try:
            answer = await submit(client, self._home or f"u_{me}", text)
        except SourceStopped as error:
            raise SendRefused(error.title, reason=error.reason, hint=error.hint) from error
        except Fault as fault:
            raise self._outcome(fault) from fault
        _check(answer)
        inside = answer.get("json") if isinstance(answer, Mapping) else None
        data = inside.get("data") if isinstance(inside, Mapping) else None
        name, url = (data.get("name"), data.get("url")) if isinstance(data, Mapping) else ("", "")
        if not isinstance(name, str) or not FULLNAME.fullmatch(name):
            raise SendUnknown("Reddit's answer does not say whether it took the post.",
                              hint="warroom looks for it among our own.")
        return Sent(Platform.REDDIT, name, url if isinstance(url, str) else "", self._now())

    async def find_post(self, text: str, *, key: str, since: datetime) -> Sent | None:
        """Our own post of that text, from ``since`` on, among the posts of our account. Raises SourceError."""
        del key
        me, client = await self.account(), await self._session()
        try:
            found = await find_submitted(client, me, text, since + (client.skew or timedelta()) - _SLACK)
        except Fault as fault:
            raise source_error(fault, self._server.place) from fault
        return None if found is None else self._sent(found)

    async def message(self, to: Post, text: str, *, key: str) -> Sent:
        """Write to the author of ``to`` in private. Reddit tells no id; the message is looked up among those sent."""
        del key
        try:
            answer = await compose(await self._session(), to.author, text)
        except SourceStopped as error:
            raise SendRefused(error.title, reason=error.reason, hint=error.hint) from error
        except Fault as fault:
            raise self._outcome(fault) from fault
        _check(answer)
        return Sent(Platform.REDDIT, "", "", self._now())

    async def find_message(self, to: Post, text: str, *, key: str, since: datetime) -> Sent | None:
        """Our private message of that text to the author of ``to``, from ``since`` on. Raises SourceError."""
        del key
        client = await self._session()
        try:
            return await find_sent(client, to.author, text, since + (client.skew or timedelta()) - _SLACK)
        except Fault as fault:
            raise source_error(fault, self._server.place) from fault

    async def delete(self, sent: Sent) -> None:
        """Take our reply back. Raises SourceError where it may still stand."""
        if sent.native_id.startswith("t4_"):
            raise SourceStopped("Reddit takes no private message back.", hint="Its reader has it.")
        if not FULLNAME.fullmatch(sent.native_id):
            raise SourceStopped("Reddit has no such reply.", reason=f"{sent.native_id[:40]!r} is no id of Reddit's.")
        try:
            await (await self._session()).post("api/del", id=sent.native_id)
        except Fault as fault:
            if fault.status != 404:
                raise source_error(fault, self._server.place) from fault

    async def close(self) -> None:
        """Let go of connections; safe to call twice."""
        if self._client is not None:
            await self._client.close()

    async def _session(self) -> Client:
        if not self._login.has_account:
            raise SourceStopped("Reddit needs an account to reply as.",
                                hint="warroom login reddit gives one; an app's id alone only reads.")
        self._client = self._client or await open_client(
            self._login, self._server, self._patience, self._now, fresh=True)
        return self._client

    async def _among_ours(self, client: Client, me: str, to: Post, words: str, since: datetime) -> Sent | None:
        after, seen = "", 0
        for _ in range(_PAGES):
            more = {"after": after, "count": str(seen)} if after else {}
            page = read_page(await client.get(f"user/{me}/comments", sort="new", limit=PAGE, **more))
            for raw in page.children:
                if self._is_it(raw, me, to, words, since):
                    return self._sent(raw)
            moments = [moment for moment in map(when, page.children) if moment is not None]
            if not page.after or (moments and moments[-1] < since):
                return None
            after, seen = page.after, seen + len(page.children)
        return None

    async def _below(self, client: Client, me: str, to: Post, words: str, since: datetime) -> Sent | None:
        """Look in the thread too: the list of our comments may come late."""
        root = await root_of(to, client)
        focus = {"comment": to.native_id[3:]} if to.native_id.startswith("t1_") else {}
        try:
            answer = await client.get(f"comments/{root[3:]}", sort="new", limit=500, depth=2, **focus)
        except Fault as fault:
            if fault.kind is Kind.STATUS and fault.status in (403, 404):
                return None  # the thread is gone, and nothing below it can be seen
            raise
        tree = Tree()
        tree.take(answer, Site(self._server.www, self._now()))
        return next((self._sent(raw) for raw in tree.raw if self._is_it(raw, me, to, words, since)), None)

    def _is_it(self, raw: object, me: str, to: Post, words: str, since: datetime) -> bool:
        data = raw.get("data") if isinstance(raw, Mapping) else None
        if not isinstance(data, Mapping) or not fullname(raw).startswith("t1_"):
            return False
        author, body, made = data.get("author"), data.get("body"), when(raw)
        return (
            isinstance(author, str) and author.casefold() == me.casefold() and data.get("parent_id") == to.native_id
            and isinstance(body, str) and same_words(body, words) and (made is None or made >= since)
        )

    def _sent(self, raw: object) -> Sent:
        now = self._now()
        try:
            post: Post | Gone | None = to_post(raw, Site(self._server.www, now))
        except UnreadableError:
            post = None
        url = post.url if isinstance(post, Post) else ""
        return Sent(Platform.REDDIT, fullname(raw), url, when(raw) or now)

    def _outcome(self, fault: Fault) -> SendRefused | SendUnknown:
        if not fault.certain:
            return SendUnknown("It is not known whether Reddit took the reply.", reason=f"{fault.words}.",
                               hint="warroom looks for it below the post before anything is sent again.",
                               retry_after=fault.retry_after)
        if fault.code in _REFUSALS:
            title, hint = _REFUSALS[fault.code]
            return SendRefused(title, reason=f"{fault.words}.", hint=hint, retry_after=fault.retry_after)
        said: SourceError = source_error(fault, self._server.place)
        return SendRefused(f"The reply was not sent: {said.title}", reason=said.reason,
                           hint=said.hint if isinstance(said, SourceStopped) else "Send it again later.",
                           retry_after=fault.retry_after)


async def whoami(client: Client) -> str:
    """The name of the account that a session acts as. Raises Fault."""
    me = await client.get("api/v1/me")
    name = me.get("name") if isinstance(me, Mapping) else None
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name):
        raise Fault(Kind.UNREADABLE, "It does not name an account")
    if isinstance(me, Mapping) and me.get("is_suspended") is True:
        raise Fault(Kind.LOGIN, f"u/{name} is suspended", certain=True)
    return name


def _check(answer: object) -> None:
    """Raise what the errors in an answer say, if there are any."""
    inside = answer.get("json") if isinstance(answer, Mapping) else None
    errors = inside.get("errors") if isinstance(inside, Mapping) else None
    if not isinstance(inside, Mapping) or not isinstance(errors, list) or not errors:
        return
    said = [": ".join(str(part) for part in error[:2] if part) for error in errors if isinstance(error, list)]
    codes = [str(error[0]) if isinstance(error, list) and error else "UNKNOWN" for error in errors]
    reason = f"{('; '.join(said)[:300] or codes[0]).rstrip('.')}."
    if any(code in _TROUBLE for code in codes):
        raise SendUnknown("It is not known whether Reddit took the reply.", reason=reason,
                          hint="warroom looks for it below the post before anything is sent again.")
    title, hint = _REFUSALS.get(codes[0], ("Reddit refuses the reply.", "Reddit's own words say why."))
    wait = _wait_of(inside.get("ratelimit"), reason) if "RATELIMIT" in codes else None
    raise SendRefused(title, reason=reason, hint=hint, retry_after=wait)


def _wait_of(seconds: object, words: str) -> float:
    """How long RATELIMIT asks to wait (s): by its own field, else by its words ("try again in 4 minutes")."""
    if isinstance(seconds, (int, float)) and not isinstance(seconds, bool) and seconds >= 0:
        return min(float(seconds), LONGEST)
    match = _WAIT.search(words)
    return min(int(match[1]) * _UNITS[match[2]], LONGEST) if match else 60.0
