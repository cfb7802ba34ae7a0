"""``check``: the spot check, line by line: for scripts, and for people who cannot read a full screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from warroom.commands.acts import at_desk
from warroom.domain.errors import BadMove, UsageError
from warroom.domain.triage import Verb

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from warroom.commands.context import Context, Run
    from warroom.domain.events import Event
    from warroom.domain.gauge import Checked
    from warroom.domain.item import Item
    from warroom.engine.desk import Desk
    from warroom.engine.watch import Watch
    from warroom.ports import Store

_EPILOG: Final = """\
Random posts of the gauge's window are shown one at a time, and standard input says what
each is: 1 or negative, 2 or neutral, 3 or positive, 0 or irrelevant (not about us). z takes
the last answer back; an empty line or the end of input ends. Each answer is an event in
the log at once. At the end stands what the gauge makes of it; with --json the events, and
then one object: n (posts with a mood), negative (as the model counts) and checked (as in
`warroom score --summary`).

What the model thinks of a post is not shown: it would lead whoever judges.
"""
_KEYS: Final = "1 negative, 2 neutral, 3 positive, 0 not about us, z back, Enter ends"
_WORDS: Final = {"1": "negative", "2": "neutral", "3": "positive", "0": "irrelevant"}


def build(_name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of the command and return what runs it."""
    parser.epilog = _EPILOG
    parser.add_argument("-n", "--count", metavar="N", type=int, default=0, help="ask about so many posts at the most")
    parser.add_argument("--json", action="store_true", help="the events, then the summary, one JSON object a line")
    return lambda args, context: context.run(_check(args, context))


async def _check(args: argparse.Namespace, context: Context) -> int:
    from warroom.engine.bus import Bus
    from warroom.engine.story import clock_of
    from warroom.engine.watch import Watch, labelled
    from warroom.engine.window import fill

    if args.count < 0:
        raise UsageError("--count is less than nothing.")
    gauge = context.settings.gauge
    async with at_desk(args, context) as (desk, store):
        clock = clock_of(desk.incident)
        watch = Watch(bus=Bus(), clock=clock, window=gauge.window, buckets=gauge.buckets, seed=desk.incident.id,
                      since=desk.incident.heard_since)
        events = await store.events(desk.incident.id)
        await fill(watch, store, desk.incident, labelled(events), edge=clock.now() - gauge.window)
        check = _SpotCheck(desk, store, watch, context, json=args.json)
        await check.ask(args.count)
        check.tell()
    return 0


class _SpotCheck:
    """One person's check."""

    def __init__(self, desk: Desk, store: Store, watch: Watch, context: Context, *, json: bool) -> None:
        self._desk = desk
        self._store = store
        self._watch = watch
        self._context = context
        self._json = json
        self._acts: list[int] = []

    async def ask(self, count: int) -> None:
        """Ask about posts until nobody answers, ``count`` are answered (0: no end), or all are checked."""
        while not count or len(self._acts) < count:
            item = await self._next()
            if item is None:
                self._context.say("Every post of the window was checked."
                                  if self._watch.reading().checked else "There is no post in the window to check.")
                return
            self._show(item)
            while True:
                word = sys.stdin.readline().strip().lower()
                word = _WORDS.get(word, word)
                if word in ("", "q"):
                    return
                if word == "z":
                    await self._take_back()
                    break
                try:
                    await self._say(item, word)
                    self._acts.append(1)
                except BadMove as error:
                    self._context.say(str(error))
                    if word not in _WORDS.values():
                        continue
                break

    async def _next(self) -> Item | None:
        while (key := self._watch.draw(self._desk.actor)) is not None:
            incident = self._desk.incident
            item = (await self._store.items(incident.room, [key], incident=incident.id)).get(key)
            if item is None or item.triage.label is None or item.triage.checked:
                return item
            await self._say(item, item.triage.label.value)  # by hand before; now that it was drawn it counts too
            if self._acts:
                self._acts[-1] += 1
        return None

    async def _say(self, item: Item, word: str) -> None:
        outcome = await self._desk.act(Verb.CHECK, [item.key], value=word)
        await self._heed(outcome.events)
        for why in outcome.refused.values():
            raise BadMove(why)

    async def _take_back(self) -> None:
        if not self._acts:
            self._context.say("Nothing was said in this check yet.")
            return
        for _ in range(self._acts.pop()):
            await self._heed(await self._desk.undo())

    async def _heed(self, events: Sequence[Event]) -> None:
        from warroom.domain.events import to_row
        from warroom.engine.watch import labelled

        times = labelled(events)
        items = await self._store.items(self._desk.incident.room, list(times), incident=self._desk.incident.id)
        self._watch.label(items.values(), times)
        if self._json:
            for event in events:
                self._context.json(to_row(event))

    def _show(self, item: Item) -> None:
        from warroom.domain.text import neutralise, one_line

        post = item.post
        place = f" in {one_line(post.place)}" if post.place else ""
        said = "\n".join(f"    {line}" for line in neutralise(post.text or "(no text)").split("\n"))
        self._context.say(f"\n{one_line(post.author)}, {post.platform}{place}, {item.key}\n{said}\n"
                          f"{len(self._acts) + 1}: {_KEYS}")

    def tell(self) -> None:
        """Say what the gauge makes of it."""
        from warroom.scoring.summary import checked_to_json

        reading = self._watch.reading()
        if self._json:
            self._context.json({
                "n": reading.n, "negative": reading.negative,
                "checked": None if reading.checked is None else checked_to_json(reading.checked)})
        elif reading.checked is None:
            self._context.line("Nothing was checked.")
        else:
            self._context.line(_sentence(reading.checked, reading.negative))


def _sentence(checked: Checked, counted: float | None) -> str:
    share = checked.negative
    model = "" if counted is None else f"; the model counts {counted:.0%}"
    off = f", {checked.irrelevant} not about us" if checked.irrelevant else ""
    return (f"negative {share.share:.0%} ({share.low:.0%} to {share.high:.0%}) by {checked.labels} labels of {share.n} "
            f"posts{off}{model}")
