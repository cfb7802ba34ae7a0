"""``posts`` and ``show``: what people say."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from warroom.commands.where import named, tell_place, the_place
from warroom.domain.errors import QueryError

if TYPE_CHECKING:
    from datetime import datetime

    from warroom.commands.context import Context, Run
    from warroom.domain.events import Event
    from warroom.domain.item import Item
    from warroom.domain.model import Post
    from warroom.domain.query import Query

PAGE: Final = 500

_FILTERS: Final = """\
The filter language (all terms must hold; a leading dash turns one round):
  refund              a word                     "sick on sunday"    a phrase (quote it for the shell, too)
  refun*              the beginning of a word    -meme               not this
  from:mara           author begins so           platform:reddit     reddit, mastodon or bluesky
  tag:legal           tagged by the team         by:ana  by:me       claimed by
  is:negative         negative neutral positive unscored labelled irrelevant open claimed unclaimed mine
                      snoozed dismissed answered escalated tagged pinned noted deleted edited reply repost verified
  sentiment<-0.3      -1 to 1                    reach>10k           followers; k and M
  lang:en             language                   since:2h            30m 2h 3d 16:30 2026-03-01

Example: warroom posts 'refund -is:claimed reach>10k since:2h' --json | jq -r .key | warroom claim -
"""


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    if name == "show":
        parser.add_argument("post", metavar="POST", help="a key (mastodon:113), a native id, a URL or a row number")
        parser.add_argument("--room", metavar="ROOM", default="", help="live, all, or an incident")
        parser.add_argument("--json", action="store_true", help="one JSON object")
        return lambda args, context: context.run(_show(args, context))
    parser.epilog = _FILTERS
    parser.add_argument("filter", metavar="FILTER", nargs="*", help="what to look for; nothing lists everything")
    parser.add_argument("--room", metavar="ROOM", default="",
                        help="live, all, or the incident whose posts to list (that of the latest open incident)")
    parser.add_argument("--limit", metavar="N", type=_limit, help="the newest N (50 for people, all with --json)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, newest first")
    return lambda args, context: context.run(_posts(args, context))


async def _posts(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.item_json import item_to_json
    from warroom.engine.story import clock_of
    from warroom.storage import open_store

    limit: int | None = args.limit if args.limit is not None or args.json else 50
    async with open_store(context.settings) as store:
        place = await the_place(store, args.room, named(args))
        now = clock_of(place.incident).now() if place.incident else None
        query = _query(" ".join(args.filter).strip(), now, context)
        if not args.room and not named(args):
            tell_place(context, place)
        shown, before, width = 0, None, context.width
        while limit is None or shown < limit:
            want = PAGE if limit is None else min(PAGE, limit - shown)
            items = await store.page(place.room, query, incident=place.incident.id if place.incident else "",
                                     before=before, limit=want)
            for item in items:
                if args.json:
                    context.json(item_to_json(item))
                else:
                    _print_card(item, context, width)
            shown += len(items)
            if len(items) < want:
                break
            before = items[-1].id
    if not args.json:
        more = " The newest; --limit shows more." if limit is not None and shown == limit else ""
        context.say(f"{shown} post{'' if shown == 1 else 's'}.{more}")
    return 0


def _query(text: str, now: datetime | None, context: Context) -> Query:
    from datetime import UTC, datetime

    from warroom.domain.query import parse

    try:
        return parse(text, now=(now or datetime.now(UTC)).astimezone(), me=context.settings.actor)
    except QueryError as error:
        context.say(f"  {text}\n  {' ' * error.start}{'^' * max(1, error.end - error.start)}")
        raise


def _print_card(item: Item, context: Context, width: int | None) -> None:
    from warroom.commands.plain import card

    for line in card(item, width):
        context.line(line)
    context.line()


async def _show(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.events import to_row
    from warroom.domain.item_json import item_to_json
    from warroom.domain.post_json import post_to_json
    from warroom.storage import open_store

    async with open_store(context.settings) as store:
        place = await the_place(store, args.room, named(args))
        found = await store.resolve(place.room, args.post)
        every = [place.incident] if place.incident else await store.incidents()
        name = next((one.id for one in reversed(every) if one.room == found.room), "")
        item = (await store.items(found.room, [found.key], incident=name))[found.key]
        thread = await store.thread(found.room, found.key, incident=name)
        versions = await store.versions(found.room, found.key)
        history = [event for event in await store.events(name) if event.post == found.key] if name else []
    if args.json:
        context.json({
            **item_to_json(item), "incident": name or None,
            "thread": [item_to_json(other) for other in thread],
            "versions": [post_to_json(post) for post in versions],
            "history": [to_row(event) for event in history],
        })
    else:
        _print_all(item, thread, versions, history, context)
    return 0


def _print_all(
    item: Item, thread: list[Item], versions: list[Post], history: list[Event], context: Context,
) -> None:
    from warroom.commands.plain import card, cut, event_row, moment, table
    from warroom.domain.text import one_line

    width = context.width
    for line in card(item, width, whole=True):
        context.line(line)
    if item.post.url:
        context.line(f"    {one_line(item.post.url)}")
    context.line(f"    received {moment(item.received_at)} UTC, row {item.id} of room {item.room}, "
                 f"sha256 {item.post.content_sha256[:16]}…")
    here = next((other for other in thread if other.key == item.key), None)
    if len(thread) > 1:
        context.line(f"\nConversation ({len(thread)} stored, oldest first):")
        for other in thread:
            said = f"{one_line(other.post.author)}: {one_line(other.post.text)}"
            context.line(cut(f"  {moment(other.post.created_at)}  {'this post' if other is here else said}", width))
    if len(versions) > 1:
        context.line("\nVersions, oldest first:")
        for number, post in enumerate(versions, 1):
            context.line(cut(f"  {number}  {one_line(post.text)}", width))
    if history:
        context.line("\nWhat was done (UTC):")
        for line in table([event_row(event) for event in history], None if width is None else width - 2):
            context.line(f"  {line}")


def _limit(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{words} is not 1 or more")
    return number
