"""What an account does on Reddit besides answering: posts on its own page or in its subreddit, and private messages.

Source: https://www.reddit.com/dev/api#POST_api_submit and #POST_api_compose. Neither takes a key, so a repeat is a
second one; what became of them is looked up among our own posts, and in the folder of sent messages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from sources._reddit_listing import PAGE, read_page
from sources._reddit_markdown import same_words
from sources._reddit_post import fullname, when
from warroom.domain.errors import SendRefused
from warroom.domain.markdown import to_markdown
from warroom.domain.model import Platform
from warroom.domain.reply import Sent

if TYPE_CHECKING:
    from sources._reddit_client import Client

#: Reddit takes so many characters of a title, and of a message.
_TITLE: Final = 300
_MESSAGE: Final = 10_000
_MESSAGE_NAME: Final = re.compile(r"t4_[0-9a-z]{1,13}")


def titled(text: str) -> tuple[str, str]:
    """Cut a text into the title that a post on Reddit must have, and the rest: the first line, or its first words."""
    first, _, rest = text.strip().partition("\n")
    if len(first) <= _TITLE:
        return first, rest.strip()
    cut = first.rfind(" ", 0, _TITLE - 1)
    cut = cut if cut > _TITLE // 2 else _TITLE - 1
    return f"{first[:cut].rstrip()}…", text.strip()


async def submit(client: Client, where: str, text: str) -> object:
    """Post a text to a subreddit (``u_NAME`` is a profile). Raises Fault."""
    title, body = titled(text)
    if not title:
        raise SendRefused("There is nothing to send.")
    return await client.post("api/submit", kind="self", sr=where, title=title, text=to_markdown(body) if body else "",
                             resubmit="true", sendreplies="true")


async def find_submitted(client: Client, me: str, text: str, since: datetime) -> object | None:
    """Our own post of that text since then, None where it is not there. Raises Fault."""
    title, body = titled(text)
    page = read_page(await client.get(f"user/{me}/submitted", sort="new", limit=PAGE))
    for raw in page.children:
        data = raw.get("data") if isinstance(raw, Mapping) else None
        if not isinstance(data, Mapping) or not fullname(raw).startswith("t3_") or _early(raw, since):
            continue
        said, words = data.get("title"), data.get("selftext")
        if said == title and isinstance(words, str) and same_words(words, to_markdown(body) if body else ""):
            return raw
    return None


async def compose(client: Client, to: str, text: str) -> object:
    """Write to a person in private. Raises Fault."""
    words = to_markdown(text)
    if not words or len(words) > _MESSAGE:
        raise SendRefused("The message cannot be sent.", reason=f"It has {len(words):,} of {_MESSAGE:,} characters.")
    return await client.post("api/compose", to=to, subject="About your post", text=words)


async def find_sent(client: Client, to: str, text: str, since: datetime) -> Sent | None:
    """Our message of that text to that person since then, None where it is not there. Raises Fault."""
    words = to_markdown(text)
    page = read_page(await client.get("message/sent", limit=PAGE))
    for raw in page.children:
        data = raw.get("data") if isinstance(raw, Mapping) else None
        if not isinstance(data, Mapping) or _early(raw, since):
            continue
        dest, body, moment, name = data.get("dest"), data.get("body"), when(raw), data.get("name")
        if (isinstance(dest, str) and dest.casefold() == to.casefold() and isinstance(body, str)
                and same_words(body, words)):
            return Sent(Platform.REDDIT, str(name) if isinstance(name, str) and _MESSAGE_NAME.fullmatch(name) else "",
                        "", moment or since)
    return None


def _early(raw: object, since: datetime) -> bool:
    moment = when(raw)
    return moment is not None and moment < since
