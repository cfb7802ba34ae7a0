"""``draft``, ``submit``, ``approve`` and the like: a reply on its way to its yes, and out, one step a command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warroom.commands.reply import as_json, at_counter, tell, the_overrides
from warroom.commands.typed_in import the_text
from warroom.commands.where import the_posts
from warroom.domain.errors import BadMove, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

    from warroom.commands.context import Context, Run
    from warroom.domain.model import Platform
    from warroom.domain.reply import Draft
    from warroom.engine.outbox import Outbox
    from warroom.engine.replies import Replies

_REPLY_ID: Final = "its id as `warroom outbox` shows it, or the end of it"
_PLATFORMS: Final = ("reddit", "mastodon", "bluesky")
_BROADCAST: Final = """\
--text is for every platform that is named; --mastodon and the like give one of them words of its own.
Without --yes the drafts are kept and submitted, and nothing is sent.

Exit codes: 0 all are sent, 4 some wait for approval or were not allowed, 10 some are certainly not
sent, 11 of some it is not known. Each platform has its own result.
"""


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of a command and return what runs it."""
    if name in ("draft", "revise"):
        parser.add_argument("post" if name == "draft" else "reply", metavar="POST" if name == "draft" else "REPLY",
                            help="a key, a native id, a URL or a row number" if name == "draft" else _REPLY_ID)
        parser.add_argument("-t", "--text", metavar="TEXT", default="", help="what to say; - reads standard input")
        parser.add_argument("--statement", metavar="ID", default=None, help="the statement that the words come from")
    match name:
        case "draft":
            parser.add_argument("--private", action="store_true", help="as a private message to the post's author")
            parser.add_argument("--invite", action="store_true", help="the prepared invitation to go on in private")
            parser.add_argument("--thread", action="store_true", help="cut what is too long into a numbered thread")
            parser.add_argument("--again", action="store_true", help="even where these words were sent to it before")
            work = _draft
        case "revise":
            parser.add_argument("--version", metavar="N", type=int, dest="base", default=None,
                                help="only where it is still this version")
            work = _revise
        case "queue":
            work = _queue
        case "broadcast":
            parser.epilog = _BROADCAST
            parser.add_argument("-t", "--text", metavar="TEXT", default="", help="what to say; - reads it")
            for platform in _PLATFORMS:
                parser.add_argument(f"--{platform}", metavar="TEXT", nargs="?", const="", default=None,
                                    help=f"send to {platform.capitalize()}, with these words of its own")
            parser.add_argument("--statement", metavar="ID", default="", help="the statement that the words come from")
            parser.add_argument("--yes", action="store_true", help="send what is approved; there is no question")
            parser.add_argument("--again", action="store_true", help="even where these words were posted before")
            work = _broadcast
        case _:
            parser.add_argument("reply", metavar="REPLY", help=_REPLY_ID)
            if name == "return":
                parser.add_argument("-c", "--comment", metavar="TEXT", required=True, help="what is wrong about it")
            elif name == "approve":
                parser.add_argument("-c", "--comment", metavar="TEXT", default="", help="a word to the log")
                parser.add_argument("--version", metavar="N", type=int, dest="base", default=None,
                                    help="only this version of the text, as it was read")
            work = {"submit": _submit, "approve": _approve, "return": _return, "withdraw": _withdraw,
                    "send": _send}[name]
    if name == "send":
        parser.add_argument("--alone", action="store_true", help="of a broadcast or a thread this part only")
    if name in ("submit", "approve", "send", "broadcast"):
        add_overrides(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a reply")
    return lambda args, context: context.run(work(args, context))


def add_overrides(parser: argparse.ArgumentParser) -> None:
    """Let a command set findings aside."""
    parser.add_argument("--override", metavar="RULE=REASON", action="append", default=[],
                        help="set a finding aside, with a reason that stands in the log; may be given more than once")


async def _draft(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.private import invitation
    from warroom.domain.thread_split import split

    if bool(args.text) == args.invite:
        raise UsageError("Give --text, or --invite.")
    async with at_counter(args, context) as (store, incident, outbox):
        if incident is None:
            raise BadMove("No incident is open.")
        key, = await the_posts(store, incident.room, [args.post])
        post = (await store.items(incident.room, [key]))[key].post
        text = invitation(post.platform, post.author_name) if args.invite else the_text(args.text)
        parts = split(text, await outbox.limit(post.platform, post)) if args.thread else [text]
        if len(parts) > 1:
            made = await outbox.replies.write_thread(
                incident.id, key, parts, statement=args.statement or "", private=args.private)
        else:
            await outbox.measure(post.platform, text, post, private=args.private)
            made = [await outbox.replies.write(incident.id, key, text, statement=args.statement or "",
                                               private=args.private, again=args.again)]
        for draft in made:
            tell(incident.id, draft, args, context)
    return 0


async def _revise(args: argparse.Namespace, context: Context) -> int:
    if not args.text:
        raise UsageError("Give --text.")
    text = the_text(args.text)

    async def work(replies: Replies, incident: str, draft: Draft) -> Draft:
        return await replies.revise(incident, draft.id, text, statement=args.statement,
                                    version=draft.version if args.base is None else args.base)

    return await _one(args, context, work)


async def _submit(args: argparse.Namespace, context: Context) -> int:
    given = the_overrides(args)
    return await _one(args, context, lambda replies, incident, draft: replies.submit(
        incident, draft.id, overrides=given))


async def _approve(args: argparse.Namespace, context: Context) -> int:
    given = the_overrides(args)
    return await _one(args, context, lambda replies, incident, draft: replies.approve(
        incident, draft.id, comment=args.comment, overrides=given, version=args.base), look=True)


async def _return(args: argparse.Namespace, context: Context) -> int:
    return await _one(args, context, lambda replies, incident, draft: replies.send_back(
        incident, draft.id, args.comment))


async def _withdraw(args: argparse.Namespace, context: Context) -> int:
    return await _one(args, context, lambda replies, incident, draft: replies.withdraw(incident, draft.id))


async def _send(args: argparse.Namespace, context: Context) -> int:
    given = the_overrides(args)
    async with at_counter(args, context, reply=args.reply) as (_, _, outbox):
        incident, draft = await outbox.replies.find(None, args.reply)
        if given:
            draft = await outbox.replies.override(incident, draft.id, given)
        if draft.batch and not args.alone:
            return await send_batch(outbox, incident, draft.batch, args, context)
        draft = await outbox.send(incident, draft)
    tell(incident, draft, args, context)
    return outcome([draft])


async def _broadcast(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.model import Platform

    text = the_text(args.text) if args.text else ""
    texts: dict[Platform, str] = {}
    for platform in Platform:
        own = getattr(args, platform.value)
        if own is not None:
            texts[platform] = own or text
    if not texts or not all(texts.values()):
        raise UsageError("Say where to, and what.", hint='For example: --text "…" --mastodon --bluesky "shorter words"')
    given = the_overrides(args)
    async with at_counter(args, context) as (_, incident, outbox):
        if incident is None:
            raise BadMove("No incident is open.")
        for platform, words in texts.items():
            await outbox.measure(platform, words)
        made = await outbox.replies.broadcast(incident.id, texts, statement=args.statement, again=args.again)
        made = [await outbox.replies.submit(incident.id, draft.id, overrides=given)
                if draft.state == "draft" else draft for draft in made]
        if args.yes:
            return await send_batch(outbox, incident.id, made[0].batch, args, context)
        for draft in made:
            tell(incident.id, draft, args, context)
    return 0


async def send_batch(
    outbox: Outbox, incident: str, batch: str, args: argparse.Namespace, context: Context,
) -> int:
    """Send the parts of a thread or a broadcast that are not out yet, and tell of each."""
    ended = await outbox.send_batch(incident, batch)
    for draft, why in ended:
        tell(incident, draft, args, context)
        if why and why != draft.reason:
            context.say(f"{draft.id}: {why}")
    return outcome([draft for draft, _ in ended])


def outcome(drafts: list[Draft]) -> int:
    """The exit code of what became of replies: the worst of them."""
    from warroom.domain.errors import SendRefused, SendUnknown
    from warroom.domain.reply import OPEN_ENDED, DraftState

    if any(draft.state in OPEN_ENDED for draft in drafts):
        return SendUnknown.exit_code
    if any(draft.state is DraftState.FAILED for draft in drafts):
        return SendRefused.exit_code
    return 0 if all(draft.state is DraftState.SENT for draft in drafts) else BadMove.exit_code


#: What a reply waits for that needs nobody's yes; on standard error, since it is no line of the queue.
_NEXT: Final = {
    "approved": "approved and not sent: `warroom send ID` sends it.",
    "unknown": "unknown: `warroom resolve ID sent|failed` says what is there.",
    "failed": "certainly not sent: `warroom revise`, or `warroom submit` and `send` again.",
}


async def _queue(args: argparse.Namespace, context: Context) -> int:
    from warroom.domain.text import one_line
    from warroom.domain.wire import Json

    async with at_counter(args, context) as (store, incident, outbox):
        if incident is None:
            raise BadMove("No incident is open.")
        waiting = await outbox.replies.waiting(incident.id)
        asking = {one.draft.id for one in waiting}
        every = [draft for _, draft in await store.drafts(incident.id) if draft.id not in asking]
    for one in waiting:
        if args.json:
            who: dict[str, Json] = {"roles": list(one.needs.roles), "count": one.needs.count,
                                    "have": [yes.by for yes in one.needs.have], "missing": one.needs.missing,
                                    "words": one.needs.words, "lapsed": one.lapsed}
            context.json({**as_json(incident.id, one.draft), "needs": who})
            continue
        tell(incident.id, one.draft, args, context)
        context.line(f"    {one_line(one.needs.words)}" + (
            f" Approved by {', '.join(yes.by for yes in one.needs.have)}." if one.needs.have else ""))
        if one.lapsed:
            context.line(f"    Lapsed: {one_line(one.lapsed)}.")
    if not args.json:
        context.say(f"{len(waiting)} repl{'ies wait' if len(waiting) != 1 else 'y waits'} for a yes.")
        for draft in every:
            if draft.state in _NEXT:
                context.say(f"{draft.id} is {_NEXT[draft.state]}")
    return 0


async def _one(
    args: argparse.Namespace, context: Context, work: Callable[[Replies, str, Draft], Awaitable[Draft]], *,
    look: bool = False,
) -> int:
    async with at_counter(args, context, reply=args.reply) as (_, _, outbox):
        incident, draft = await outbox.replies.find(None, args.reply)
        if look:
            await outbox.look_again(draft)
        draft = await work(outbox.replies, incident, draft)
        if draft.state == "in review":
            context.say((await outbox.replies.needs(incident, draft)).words)
    tell(incident, draft, args, context)
    return 0
