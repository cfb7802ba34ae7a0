"""What was found in a text: level, rule, reason and a better way, one below the other; Enter goes to the place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message

from warroom.domain.text import clip, one_line
from warroom.domain.tone.kinds import Finding, Level
from widgets import words
from widgets.rows import Part, Row, Rows, Tone, fold

GLYPHS: Final[Mapping[Level, Part]] = {
    Level.ERROR: ("✕", Tone.BAD), Level.WARNING: ("!", Tone.WARN), Level.SUGGESTION: ("·", Tone.ACCENT),
}
_LEAD: Final = 3
#: Code points of a draft that a finding quotes.
_QUOTED: Final = 60


def summary(findings: Sequence[Finding], aside: Mapping[str, str], doubted: int = 0) -> list[Part]:
    """How many there are of each level, in words, without those that were set aside; and how many are ``doubted``."""
    standing = [one for one in findings if one.rule not in aside]
    parts: list[Part] = []
    for level, tone in ((Level.ERROR, Tone.BAD), (Level.WARNING, Tone.WARN), (Level.SUGGESTION, Tone.DIM)):
        if count := sum(one.level is level for one in standing):
            parts += [(" · " if parts else "", Tone.DIM), (words.plural(count, str(level)), tone)]
    parts = parts or [("nothing found", Tone.GOOD)]
    return [*parts, (f" · {words.plural(doubted, 'doubt')}", Tone.DIM)] if doubted else parts


def finding_rows(one: Finding, columns: int, *, current: bool, aside: str = "") -> list[Row]:
    """One finding: what it is, why, and what is better."""
    edge: Part = ("▌" if current else " ", Tone.ACCENT)
    sign, tone = GLYPHS[one.level]
    head: Row = [edge, (f"{sign} ", Tone.DIM if aside else tone), (str(one.level), Tone.DIM if aside else tone),
                 (f"  {one.rule}", Tone.DIM if aside else Tone.STRONG)]
    if aside:
        rows = [[*head, ("  set aside", Tone.WARN)]]
        return [*rows, *_told(f"because {aside}", columns, edge, Tone.DIM)]
    rows = [head]
    if quoted := _quoted(one):
        rows += _told(quoted, columns, edge, Tone.DIM, most=2)
    rows += _told(one.reason, columns, edge, Tone.PLAIN)
    return [*rows, *_told(f"→ {one.suggestion}", columns, edge, Tone.ACCENT)] if one.suggestion else rows


def doubted_rows(doubted: Sequence[Finding], columns: int) -> list[Row]:
    """What a rule found and the second reader did not: it asks for nothing, but nobody is to wonder where it went."""
    if not doubted:
        return []
    edge: Part = (" ", Tone.DIM)
    rows = [row for one in doubted
            for row in _told(f"{one.rule} {_quoted(one)}".rstrip(), columns, edge, Tone.DIM, most=2)]
    many = "them" if len(doubted) > 1 else "it"
    return [[edge, ("○ doubted", Tone.DIM)], *rows,
            *_told(f"A rule found {many}, the second reader hears no harm in {many}.", columns, edge, Tone.DIM)]


def _quoted(one: Finding) -> str:
    shown = clip(one_line(one.text), _QUOTED)
    return f"“{shown}”" if shown else ""


def _told(text: str, columns: int, edge: Part, tone: Tone, *, most: int = 0) -> list[Row]:
    return [[edge, (" " * (_LEAD - 1), tone), (line, tone)] for line in fold(text, columns - _LEAD, most=most)]


class Findings(Rows, can_focus=True):
    """The findings of a text, the worst first. A list to move in; what to do about one is the composer's."""

    # Not a scroll view: that lays the screen out again whenever it has more to show, which is at every other key.
    DEFAULT_CSS = """
    Findings { height: 1fr; width: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next finding", show=False, id="findings.down"),
        Binding("k,up", "move(-1)", "Previous finding", show=False, id="findings.up"),
        Binding("enter", "choose", "Go to its place in the text", show=False, id="findings.go"),
    ]

    class Chosen(Message):
        """Somebody wants to go to where a finding stands."""

        def __init__(self, finding: Finding) -> None:
            super().__init__()
            self.finding = finding

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._findings: Sequence[Finding] = ()
        self._aside: Mapping[str, str] = {}
        self._doubted: Sequence[Finding] = ()
        self._empty = ""
        self._current = 0
        self._instead: Callable[[int], list[Row]] | None = None

    @property
    def current(self) -> Finding | None:
        """The finding that the cursor stands on."""
        return self._findings[self._current] if self._findings else None

    def show(
        self, findings: Sequence[Finding], aside: Mapping[str, str], *, empty: str, doubted: Sequence[Finding] = (),
    ) -> None:
        """Show these; ``aside`` are the rules that were set aside with a reason, ``empty`` what stands for nothing.

        ``doubted`` are told below them.
        """
        before = self.current
        self._findings, self._aside, self._empty, self._instead = findings, dict(aside), empty, None
        self._doubted = doubted
        same = [at for at, one in enumerate(findings) if before is not None and one.rule == before.rule]
        self._current = same[0] if same else 0
        self.update()

    def show_rows(self, make: Callable[[int], list[Row]]) -> None:
        """Show the rows that ``make`` gives for a width, in the place of findings."""
        self._instead = make
        self.update()

    def point(self, finding: Finding) -> None:
        """Put the cursor on a finding."""
        if finding in self._findings:
            self._current = list(self._findings).index(finding)
            self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """What of the findings fits, the one under the cursor among it, and how many rows are below."""
        if self._instead is not None:
            return self._instead(columns)[:lines]
        below = doubted_rows(self._doubted, columns)
        if not self._findings:
            rows = [[(line, Tone.DIM)] for line in fold(self._empty, columns)]
            return [*rows, *([[]] if below else []), *below][:lines]
        rows = []
        top = bottom = 0
        for at, one in enumerate(self._findings):
            rows += [[]] if rows else []
            if at == self._current:
                top = len(rows)
            rows += finding_rows(one, columns, current=at == self._current and self.has_focus,
                                 aside=self._aside.get(one.rule, ""))
            if at == self._current:
                bottom = len(rows)
        rows += [[], *below] if below else []
        if len(rows) <= lines:
            return rows
        # The finding under the cursor whole where it fits, else its beginning.
        start = min(max(0, bottom - lines + 1), top)
        more = len(rows) - (start + lines - 1)
        shown = rows[start:start + lines - 1] if more > 0 else rows[-lines:]
        return [*shown, [(f"   ↓ {words.plural(more, 'more row')}", Tone.DIM)]] if more > 0 else shown

    def action_move(self, step: int) -> None:
        """Go to the next finding."""
        if self._findings:
            self._current = max(0, min(len(self._findings) - 1, self._current + step))
            self.update()

    def action_choose(self) -> None:
        """Go to where the finding stands."""
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.update()

    def on_blur(self) -> None:
        """Take the cursor away."""
        self.update()
