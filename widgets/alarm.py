"""The alarm under the header: what happened in a sentence, what drives it with posts to read, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message

from warroom.domain.alarm import Alarm, Tier
from warroom.domain.item import Item
from warroom.domain.model import PostKey
from warroom.domain.text import clip, one_line
from warroom.domain.why import Driver
from widgets import words
from widgets.detail import author
from widgets.rows import Chunk, Part, Row, Rows, Tone, chunk, cut, fold, lay_out, width
from widgets.timeline import ALARMS

NAMES: Final[Mapping[Tier, str]] = {Tier.RED: "red", Tier.AMBER: "amber", Tier.SHIFT: "mood"}
#: Rows of a terminal from which each driver has a row of its own, and below which there is one row for all.
_ROOMY: Final = 30
_TIGHT: Final = 18
#: Rows of a terminal below which an alarm takes one row while somebody writes.
_SPARE: Final = 50
_DRIVERS: Final = 3
#: Columns of an alarm's words that are worth more than the key that goes to it.
_GIST: Final = 20
#: The keys as they are written, where nobody remapped them.
KEYS: Final[Mapping[str, str]] = {"go": "A", "open": "Enter", "snooze": "w", "dismiss": "d", "read": "o", "next": "j",
                                  "back": "Esc"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An alarm as it is shown: which of how many, the posts that it names, and what Enter does about it."""

    alarm: Alarm
    place: int = 1
    of: int = 1
    posts: Mapping[PostKey, Item] = field(default_factory=dict)
    enter: str = "open incident"


def alarm_rows(
    shown: Shown, columns: int, rows: int, *, focused: bool, written: Mapping[str, str] = KEYS, typing: bool = False,
) -> list[Row]:
    """Lay an alarm out for a width; ``rows`` are those of the terminal, ``written`` the keys as they are bound.

    While somebody is ``typing`` it leaves the rows of a small terminal to the text.
    """
    alarm = shown.alarm
    glyph, tone = ALARMS[alarm.tier]
    lead: list[Part] = [(f"{glyph} {NAMES[alarm.tier]} ", tone), (f"{alarm.at:%H:%M}  ", Tone.DIM)]
    keys = _keys(shown, written, focused=focused, typing=typing)
    if rows < (_SPARE if typing else _TIGHT):
        return [_in_one(columns, [*lead, (_brief(alarm), Tone.STRONG)], keys[0], least=width(lead) + _GIST)]
    indent = width(lead)
    # What drives it stands below, with posts; the sentence need not name it too.
    bare = replace(alarm, why=replace(alarm.why, words=(), links=(), authors=()))
    first, *more = fold(one_line(bare.sentence), max(20, columns - indent), most=2)
    made: list[Row] = [[*lead, (first, Tone.STRONG)], *([(" " * indent, Tone.PLAIN), (line, Tone.STRONG)]
                                                         for line in more)]
    drivers = alarm.why.strongest(_DRIVERS)
    if rows >= _ROOMY and columns >= 100:
        made += _driver_rows(drivers, shown, columns, indent)
    elif drivers:
        said = ", ".join(f"{one_line(driver.text)} {driver.posts}" for driver in drivers)
        row: Row = [(" " * indent, Tone.PLAIN), ("▸ ", Tone.ACCENT), (said, Tone.PLAIN)]
        keys_of = (key for driver in drivers for key in driver.examples if key in shown.posts)
        row += [(f"  “{one_line(shown.posts[key].post.text)}”", Tone.DIM) for key in list(keys_of)[:1]]
        made.append(cut(row, columns))
    count = [chunk(f"{shown.place} of {shown.of}", Tone.DIM, rank=6)] if shown.of > 1 else []
    made.append(lay_out(columns, keys, count, gap=2))
    return made


def _in_one(columns: int, said: list[Part], key: Chunk, *, least: int) -> Row:
    """Put what happened on one row, and a key beside it where ``least`` columns are left for the words."""
    room = columns - key.width - 2
    if room < least:
        return cut(said, columns)
    key = replace(key, parts=tuple((text.rstrip(":"), tone) for text, tone in key.parts))  # no other key follows
    return lay_out(columns, [Chunk(tuple(cut(said, room)))], [key], gap=2)


def _driver_rows(drivers: Sequence[Driver], shown: Shown, columns: int, indent: int) -> list[Row]:
    wide = min(24, max((len(one_line(driver.text)) for driver in drivers), default=0)) + 2
    made = []
    seen: set[PostKey] = set()
    for driver in drivers:
        usual = "" if driver.usual is None else f", usual {driver.usual:.1f}" if driver.usual else ", usual none"
        counted = f"{words.plural(driver.posts, 'post')} by {driver.authors:,}{usual}"
        row: Row = [(" " * indent, Tone.PLAIN), (clip(one_line(driver.text), wide - 2).ljust(wide), Tone.ACCENT),
                    (counted.ljust(34), Tone.DIM)]
        known = [key for key in driver.examples if key in shown.posts]
        key = next((key for key in known if key not in seen), known[0] if known else None)
        if key is not None:
            item = shown.posts[key]
            seen.add(key)
            row += [(f"{clip(author(item.post), 28)}: ", Tone.DIM), (f"“{one_line(item.post.text)}”", Tone.PLAIN)]
        made.append(cut(row, columns))
    return made


def _brief(alarm: Alarm) -> str:
    drivers = ", ".join(one_line(driver.text) for driver in alarm.why.strongest(_DRIVERS))
    return f"{alarm.ratio:.1f}x the usual{': ' if drivers else ''}{drivers}"


def _keys(shown: Shown, written: Mapping[str, str], *, focused: bool, typing: bool) -> list[Chunk]:
    if typing and not focused:  # there its key is a letter
        return [Chunk(((f"{written['back']} {written['go']}", Tone.ACCENT), (" goes there", Tone.DIM)), 1)]
    acts = {"open": shown.enter, "snooze": "snooze", "dismiss": "dismiss with reason"}
    if focused:
        acts |= {"read": "read", **({"next": "next"} if shown.of > 1 else {}), "back": "back"}
    made = [] if focused else [Chunk(((written["go"], Tone.ACCENT), (" goes here:", Tone.DIM)), 0)]
    return made + [Chunk(((written[act], Tone.ACCENT), (f" {does}", Tone.PLAIN if focused else Tone.DIM)), rank)
                   for rank, (act, does) in enumerate(acts.items(), 1)]


class AlarmBanner(Rows, can_focus=True):
    """The alarm that waits, none most of the time. It takes no focus by itself; whoever types goes on typing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "ask('open')", "Open an incident for it; in an incident take it on", show=False,
                id="alarm.open"),
        Binding("t", "ask('titled')", "Open an incident with a title of your own", show=False, id="alarm.titled"),
        Binding("w", "ask('snooze')", "Snooze the alarm; it comes back", show=False, id="alarm.snooze"),
        Binding("d", "ask('dismiss')", "Dismiss the alarm with a reason", show=False, id="alarm.dismiss"),
        Binding("o", "ask('read')", "Read a post that drives it, and the next one", show=False, id="alarm.read"),
        Binding("j,down", "ask('next')", "Next alarm", show=False, id="alarm.next"),
    ]
    DEFAULT_CSS = """
    AlarmBanner { display: none; height: auto; }
    """

    class Asked(Message):
        """Somebody wants something done about the alarm that is shown."""

        def __init__(self, act: str, alarm: Alarm) -> None:
            super().__init__()
            self.act = act
            self.alarm = alarm

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._shown: Shown | None = None
        self._heard = False
        self._typing = self._cramped = False
        self._written = dict(KEYS)

    @property
    def alarm(self) -> Alarm | None:
        """The alarm that is shown, None where there is none."""
        return None if self._shown is None else self._shown.alarm

    def write(self, keys: Mapping[str, str]) -> None:
        """Tell how the keys are written that somebody remapped, by what they do (see ``KEYS``)."""
        self._written = {**KEYS, **keys}

    def show(self, shown: Shown | None) -> None:
        """Show an alarm, or nothing."""
        if shown == self._shown:
            return
        self._shown = shown
        self.display = shown is not None and not self._cramped
        self.fit()

    def beside_text(self, typing: bool, *, cramped: bool) -> None:
        """Tell whether somebody is writing, and whether that needs every row of a ``cramped`` terminal."""
        if (typing, cramped) != (self._typing, self._cramped):
            self._typing, self._cramped = typing, cramped
            self.display = self._shown is not None and not cramped
            self.fit()

    def fit(self) -> None:
        """Take as many rows as are needed in a terminal of this size."""
        columns, rows = self.app.size
        self.styles.height = max(1, len(self._laid_out(columns - 2, rows)))
        self._fitted = Size(0, 0)  # what was laid out while it was hidden is not what is shown
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """The alarm's rows."""
        del lines
        return self._laid_out(columns, self.app.size.height)

    def _laid_out(self, columns: int, rows: int) -> list[Row]:
        if self._shown is None:
            return []
        return alarm_rows(self._shown, columns, rows, focused=self._heard, written=self._written,
                          typing=self._typing)

    def on_focus(self) -> None:
        """Show that keys are heard here."""
        self._heard = True
        self.update()

    def on_blur(self) -> None:
        """Show that they are not."""
        self._heard = False
        self.update()

    def on_click(self) -> None:
        """Go here."""
        self.focus(scroll_visible=False)

    def action_ask(self, act: str) -> None:
        """Ask for an act on the alarm."""
        if self._shown is not None:
            self.post_message(self.Asked(act, self._shown.alarm))
