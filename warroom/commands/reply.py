"""``reply``, ``unsend``, ``outbox`` and ``resolve``: answers on the platforms, and what became of them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from warroom.commands.typed_in import the_text
from warroom.commands.where import named, the_incident, the_posts
from warroom.domain.errors import BadMove, SendRefused, SendUnknown, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator, Mapping

    from warroom.commands.context import Context, Run
    from warroom.domain.incident import Incident
    from warroom.domain.model import PostKey
    from warroom.domain.reply import Draft
    from warroom.domain.wire import Json
    from warroom.engine.outbox import Outbox
    from warroom.ports import Store

_REPLY: Final = """\
The reply goes out once: it is stored before the platform is called, and where the answer is lost warroom looks
whether it is there. Without --yes nothing is sent; you see what would be. Where the rules say that somebody must
approve it, it is kept in review and you are told who; the same command sends it when that is done.

Exit codes: 0 sent, 4 not allowed now, 10 certainly not sent, 11 not known (see `warroom outbox`).
"""


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    match name:
        case "reply":
            parser.epilog = _REPLY
            parser.add_argument("post", metavar="POST", help="a key (mastodon:113), a native id, a URL or a row number")
            parser.add_argument("-t", "--text", metavar="TEXT", required=True,
                                help="what to say; - reads it from standard input")
            parser.add_argument("--yes", action="store_true", help="send it; there is no question")
            parser.add_argument("--again", action="store_true", help="even where these words were sent to it before")
            parser.add_argument("--statement", metavar="ID", default="", help="the statement that the words come from")
            parser.add_argument("--private", action="store_true", help="as a private message to the post's author")
            parser.add_argument("--thread", action="store_true", help="cut what is too long into a numbered thread")
            parser.add_argument("--override", metavar="RULE=REASON", action="append", default=[],
                                help="set a finding aside, with a reason that stands in the log")
            work = _reply
        case "unsend":
            parser.add_argument("reply", metavar="REPLY", help="its id as `warroom outbox` shows it, or the end of it")
            work = _unsend
        case "resolve":
            parser.add_argument("reply", metavar="REPLY", help="its id as `warroom outbox` shows it, or the end of it")
            parser.add_argument("outcome", choices=("sent", "failed"), help="what you saw on the platform")
            parser.add_argument("--url", metavar="URL", default="", help="with sent: the address of the reply")
            work = _resolve
        case _:
            parser.add_argument("--all", action="store_true", help="of all incidents")
            parser.add_argument("--look", action="store_true",
                                help="first find out on the platforms about those whose outcome is open")
            work = _outbox
    parser.add_argument("--json", action="store_true", help="one JSON object a reply")
    return lambda args, context: context.run(work(args, context))


class Counter(NamedTuple):
    """What a command about replies works with."""

    store: Store
    incident: Incident | None
    outbox: Outbox


@asynccontextmanager
async def at_counter(
    args: argparse.Namespace, context: Context, *, anywhere: bool = False, reply: str = "",
) -> AsyncIterator[Counter]:
    """Open the store and the way out; ``anywhere`` works without an incident too, ``reply`` in that of a reply."""
    from warroom.counter import open_outbox
    from warroom.storage import open_store

    async with open_store(context.settings) as store:
        every = await store.incidents() if anywhere else []
        if reply:
            incident: Incident | None = await store.incident((await the_reply(store, reply))[0])
        else:
            incident = None if anywhere and not every and not named(args) else await the_incident(
                store, named(args), closed=anywhere)
        async with open_outbox(context.settings, store, incident, say=context.say) as outbox:
            yield Counter(store, incident, outbox)


async def the_reply(store: Store, words: str) -> tuple[str, Draft]:
    """The reply of this id, or of an id that ends so, and its incident. Raises NotFound."""
    from warroom.engine.draft_log import named_reply

    return named_reply(await store.drafts(), words)


def as_json(incident: str, draft: Draft) -> dict[str, Json]:
    """A reply as JSON."""
    from warroom.domain.drafts import to_json
    from warroom.domain.wire import stamp

    return {"id": draft.id, "incident": incident, "post": draft.post, "platform": str(draft.platform),
            **to_json(draft), "since": stamp(draft.since)}


def tell(incident: str, draft: Draft, args: argparse.Namespace, context: Context) -> None:
    """Write what became of a reply."""
    from warroom.commands.plain import cut, moment
    from warroom.domain.text import clip, one_line

    if args.json:
        context.json(as_json(incident, draft))
        return
    place = f"to {one_line(draft.post)}" if draft.post else f"on {draft.platform}"
    words = [draft.id, moment(draft.since), str(draft.state), place]
    if draft.account:
        words.append(f"as {one_line(draft.account)}")
    context.line(cut("  ".join(words), context.width))
    if draft.sent is not None and draft.sent.url:
        context.line(f"    {one_line(draft.sent.url)}")
    if draft.reason:
        context.line(f"    {one_line(draft.reason)}")
    context.line(cut(f"    {clip(one_line(draft.text), 200)}", context.width))


async def _reply(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.reply import DraftState
    from warroom.domain.thread_split import split

    given = the_overrides(args)
    text = the_text(args.text)
    async with at_counter(args, context) as counter:
        store, incident, outbox = counter
        if incident is None:
            raise BadMove("No incident is open.")
        key, = await the_posts(store, incident.room, [args.post])
        if not args.yes:
            return await _preview(counter, key, text, given, args, context)
        # Of an earlier call that was stopped: only with its outcome known may anything go to this post.
        found = [draft for draft in await outbox.reconcile(key) if draft.text == text.strip()]
        done = next((draft for draft in found if draft.state is DraftState.SENT), None)
        if done is not None and not args.again:
            context.say("An earlier call had sent it already.")
            tell(incident.id, done, args, context)
            return 0
        post = (await store.items(incident.room, [key]))[key].post
        parts = split(text, await outbox.limit(post.platform, post)) if args.thread else [text]
        if len(parts) > 1:
            made = await outbox.replies.write_thread(
                incident.id, key, parts, statement=args.statement, private=args.private)
        else:
            await outbox.measure(post.platform, text, post, private=args.private)
            made = [await outbox.replies.write(incident.id, key, text, statement=args.statement,
                                               private=args.private, again=args.again)]
        made = [await outbox.replies.submit(incident.id, draft.id, overrides=given)
                if draft.state is DraftState.DRAFT else draft for draft in made]
        for draft in made:
            if draft.state is DraftState.IN_REVIEW:
                tell(incident.id, draft, args, context)
                asked = await outbox.replies.needs(incident.id, draft)
                raise BadMove("Nothing was sent: the reply waits for a yes.", reason=asked.words,
                              hint=f"warroom approve {draft.id}, as that person; then the same command sends it.")
        if len(made) > 1:
            from warroom.commands.drafts import send_batch

            return await send_batch(outbox, incident.id, made[0].batch, args, context)
        draft = await outbox.send(incident.id, made[0])
    tell(incident.id, draft, args, context)
    return _code(draft)


def the_overrides(args: argparse.Namespace) -> dict[str, str]:
    """What ``--override RULE=REASON`` sets aside. Raises UsageError where one has no reason."""
    given: dict[str, str] = {}
    for words in args.override:
        rule, equals, reason = words.partition("=")
        if not equals or not rule.strip() or not reason.strip():
            raise UsageError(f"--override {words!r} needs a rule and a reason.", hint="--override RULE=REASON")
        given[rule.strip()] = reason.strip()
    return given


def _code(draft: Draft) -> int:
    from warroom.domain.reply import DraftState

    if draft.state is DraftState.SENT:
        return 0
    return SendRefused.exit_code if draft.state is DraftState.FAILED else SendUnknown.exit_code


async def _preview(
    counter: Counter, key: PostKey, text: str, given: Mapping[str, str], args: argparse.Namespace, context: Context,
) -> int:
    """Say what would go out, what stands in its way, and who must say yes; no login is asked for it."""
    from warroom.domain.approval import seen
    from warroom.domain.outgoing import answering, bounds, overflow, usual
    from warroom.domain.reply import Draft
    from warroom.domain.text import one_line
    from warroom.domain.thread_split import split
    from warroom.domain.typed import sendable_text
    from warroom.engine.story import clock_of

    words, incident, replies = sendable_text(text), counter.incident, counter.outbox.replies
    if incident is None:
        raise BadMove("No incident is open.")
    item = (await counter.store.items(incident.room, [key], incident=incident.id))[key]
    post, now = item.post, clock_of(incident).now()
    limit = usual(post.platform, private=args.private)
    if not args.private:
        limit = answering(limit, platform=post.platform, author=post.author, said=post.text)
    parts = split(words, limit) if args.thread else [words]
    context.say(f"To {one_line(post.author)} on {post.platform}: “{one_line(post.text)}”")
    for part in parts:
        context.say(f"\n{part}\n")
    others = [draft for _, draft in await counter.store.drafts(incident.id) if draft.post == key]
    drafts = [Draft(id="", post=key, platform=post.platform, text=part, author=replies.actor, since=now,
                    statement=args.statement, private=args.private, overrides=given, seen=seen(item))
              for part in parts]
    await replies.gate.open()
    ways = dict.fromkeys(
        f"{one.rule}: {one.words}" for draft in drafts
        for one in replies.gate.blockers(draft, item, incident, others, actor=replies.actor, now=now)
        if one.firm or one.rule not in given)
    for part in parts:
        for bound in bounds(limit):
            length, _ = overflow(part, bound)
            if length > bound.most and not any(way.startswith("too-long") for way in ways):
                ways[f"too-long: It has {length:,} {bound.unit}; {bound.most:,} are usual there."] = None
    for way in ways:
        context.say(f"In the way: {one_line(way)}")
    needs = replies.gate.needs(drafts[0], item, incident, now)
    yes = "--yes sends it." if not needs.missing else f"{needs.words} --yes hands it in."
    raise UsageError("Nothing was sent.", hint="Mend that first." if ways else yes)


async def _unsend(args: argparse.Namespace, context: Context) -> int:
    async with at_counter(args, context, reply=args.reply) as (_, _, outbox):
        incident, draft = await outbox.replies.find(None, args.reply)
        draft = await outbox.unsend(incident, draft)
    tell(incident, draft, args, context)
    return 0


async def _resolve(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.reply import DraftState, Sent
    from warroom.domain.text import web_link
    from warroom.engine.clock import SystemClock

    if args.url and (args.outcome != "sent" or not web_link(args.url)):
        raise UsageError("--url is the http(s) address of a reply that was sent.")
    async with at_counter(args, context, reply=args.reply) as (_, _, outbox):
        incident, draft = await outbox.replies.find(None, args.reply)
        sent = Sent(draft.platform, "", args.url, SystemClock().now()) if args.url else None
        draft = await outbox.resolve(incident, draft, DraftState(args.outcome), sent)
    tell(incident, draft, args, context)
    return 0


async def _outbox(args: argparse.Namespace, context: Context) -> int:
    async with at_counter(args, context, anywhere=True) as (store, incident, outbox):
        if args.look:
            await outbox.reconcile()
        one = None if args.all or incident is None else incident.id
        drafts = await store.drafts(one)
    for name, draft in drafts:
        tell(name, draft, args, context)
    if not args.json:
        context.say(f"{len(drafts)} repl{'y' if len(drafts) == 1 else 'ies'}.")
    return 0
