"""The composer: the thread above, the text below, the findings beside it; how it looks, and which keys it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Size
from textual.widget import Widget

from warroom.domain.composing import Count
from widgets.editor import Editor
from widgets.findings import Findings
from widgets.foot import two_rows
from widgets.pane import Pane
from widgets.reader import Reader
from widgets.rows import Chunk, Part, Row, Rows, Tone, lay_out

#: Columns below which the findings stand under the text.
NARROW: Final = 90
#: Rows of the composer below which the thread, the findings (where they stand under the text) and the foot give way.
_TALK, _BELOW, _FOOT = 11, 14, 7


def counter(count: Count, parts: int, unit: str) -> list[Part]:
    """Say how long the text is: the tone and a word tell where it becomes too long."""
    if parts > 1:
        return [(f"thread of {parts}", Tone.ACCENT), (f" · {count.length:,} {unit} in all", Tone.DIM)]
    said = f"{count.length:,} / {count.most:,}"
    if count.over:
        return [(f"✕ {said} · {count.over:,} too many", Tone.BAD)]
    return [(said, Tone.WARN if count.length > 0.9 * count.most else Tone.DIM)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the foot says: who must approve or what happens next, whether it is saved, and a word."""

    next: Part = ("", Tone.PLAIN)
    saved: Part = ("", Tone.DIM)
    notice: Part = ("", Tone.PLAIN)


class Foot(Rows):
    """Two rows: what happens next and how things stand, and the keys."""

    DEFAULT_CSS = """
    Foot { height: 2; padding: 0 1; }
    """

    def __init__(self, keys: Callable[[], Sequence[tuple[str, str]]], *, id: str) -> None:  # noqa: A002 - Textual's
        super().__init__(id=id)
        self._keys = keys
        self.said = Said()

    def show(self, said: Said) -> None:
        """Say this from now on."""
        if said != self.said:
            self.said = said
            self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """What stands, and the keys; a notice takes the place of what stands, and a long one that of the keys too."""
        del lines
        said = self.said
        if (long := two_rows(said.notice, columns)) is not None:
            return long
        if said.notice[0]:
            first = lay_out(columns, [Chunk((said.notice,))], [Chunk((said.saved,), 2)])
        else:
            first = lay_out(columns, [Chunk((said.next,))], [Chunk((said.saved,), 2)])
        keys = [Chunk(((key, Tone.ACCENT), (f" {words}", Tone.DIM)), rank) for rank, (key, words) in
                enumerate(self._keys())]
        return [first, lay_out(columns, keys[1:], keys[:1], gap=2)]


class Measure(Rows):
    """The row under the text: how it sounds, and how long it is. It has no frame to paint when a key changes it."""

    DEFAULT_CSS = """
    Measure { height: 1; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._left: Sequence[Part] = ()
        self._right: Sequence[Part] = ()

    def show(self, left: Sequence[Part], right: Sequence[Part]) -> None:
        """Say this from now on."""
        self._left, self._right = left, right
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """The mood at the left, the length at the right."""
        del lines
        left = [Chunk((part,), rank) for rank, part in enumerate(self._left, 1)]
        return [lay_out(columns, left, [Chunk(tuple(self._right))], gap=2)]


#: Rows above two versions: what happened to the text, and an empty one.
_HEADING: Final = 2


class Talk(Reader):
    """What is answered: the conversation, or whatever else is to be seen while writing."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._make: Callable[[int], list[Row]] = lambda _: []
        self._is_point = _answered

    def show(self, make: Callable[[int], list[Row]], *, versions: bool = False) -> None:
        """Show the rows that ``make`` gives for a width; ``versions`` says that they compare two versions of a text."""
        self._make = make
        self._is_point = _differs if versions else _answered
        self.update()

    def rows_for(self, columns: int) -> list[Row]:
        """What is to be seen."""
        return self._make(columns)

    def on_resize(self) -> None:
        """Lay the page out for the new width, with what it is about in view."""
        super().on_resize()
        self.call_after_refresh(self.see_point)

    def see_point(self) -> None:
        """Bring into view what it is about: the post that is answered, or the first words that differ.

        Where that stands right at the beginning, what is said above it is seen too.
        """
        at = next((number for number, row in enumerate(self._rows) if row and self._is_point(row)), 0)
        self.scroll_to(y=at if at > _HEADING else 0, animate=False)


def _answered(row: Row) -> bool:
    """True for a row of the post that is answered; what it answers may stand above."""
    return row[0][0] == "▌"


def _differs(row: Row) -> bool:
    """True where words of one version only begin in a row."""
    return any(words.startswith(("[+", "[-")) for words, _ in row)


class Composer(Widget):
    """The parts of the composer and their keys; what they do is in :mod:`warroom.screens.composer`."""

    DEFAULT_CSS = """
    Composer { layout: vertical; width: 1fr; height: 1fr; }
    Composer #talk-pane { height: 12; }
    Composer #writing { layout: horizontal; height: 1fr; }
    Composer #text-side { width: 3fr; height: 1fr; }
    Composer #findings-pane { width: 2fr; height: 1fr; }
    Composer.-narrow #writing { layout: vertical; }
    Composer.-narrow #text-side { width: 1fr; height: 3fr; }
    Composer.-narrow #findings-pane { width: 1fr; height: 2fr; }
    Composer.-bare #text-pane { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "submit", "Hand it in", show=False, id="composer.submit",
                tooltip="Asks before it goes out; says who must approve it"),
        Binding("ctrl+t", "statement", "Begin with a statement", show=False, id="composer.statement"),
        Binding("f2", "split", "Make it a numbered thread, and one text again", show=False, id="composer.split"),
        Binding("f3", "finding(1)", "Next finding", show=False, id="composer.next_finding"),
        Binding("shift+f3", "finding(-1)", "Previous finding", show=False, id="composer.previous_finding"),
        Binding("f8", "aside", "Set a finding aside, with a reason", show=False, id="composer.aside"),
        Binding("f4", "outside", "Write in your own editor", show=False, id="composer.editor",
                tooltip="$VISUAL or $EDITOR; the text comes back"),
        # Before the text's own keys: there Textual's F6 selects the line, and the next letter takes its place.
        Binding("f6", "part", "To the findings, the thread, the feed, and back", show=False, priority=True,
                id="composer.part"),
        Binding("f9", "choose", "Choose between two versions", show=False, id="composer.choose",
                tooltip="Where somebody else changed the text meanwhile"),
        Binding("escape", "leave", "Leave; the text is kept", show=False, id="composer.leave"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.talk = Talk(id="talk")
        self.editor = Editor(id="editor")
        self.findings = Findings(id="findings")
        self.measure = Measure(id="measure")
        #: True while two versions of the text are to be seen in the place of the thread.
        self.comparing = False
        self.foot = Foot(self.hints, id="composer-foot")
        self.talk_pane = Pane(self.talk, number=0, name="Thread", id="talk-pane")
        self.text_pane = Pane(self.editor, number=0, name="Reply", id="text-pane")
        self.findings_pane = Pane(self.findings, number=0, name="Findings", id="findings-pane")

    def compose(self) -> ComposeResult:
        """The thread, the text beside its findings, the foot."""
        yield self.talk_pane
        with Container(id="writing"):
            with Container(id="text-side"):
                yield self.text_pane
                yield self.measure
            yield self.findings_pane
        yield self.foot

    def hints(self) -> Sequence[tuple[str, str]]:
        """The keys that the foot names, the most needed first: how to leave, which stands at the right end."""
        return (("Esc", "leave, it is kept"), ("F5", "hand in"), ("ctrl+t", "statement"), ("Tab", "next gap"),
                ("F3", "finding"), ("F8", "set aside"), ("F2", "thread"), ("F4", "editor"), ("F6", "go to"))

    def compare(self, head: Sequence[Part], make: Callable[[int], list[Row]]) -> None:
        """Show how two versions of the text differ in the place of the thread; there is more room for it."""
        self.comparing = True
        self.talk_pane.head(head)
        self.talk.show(make, versions=True)
        self.fit(self.size)
        self.call_after_refresh(self.talk.see_point)

    def fit(self, size: Size) -> None:
        """Put the parts where they fit; what is answered takes what it needs at most, the text stays to the last."""
        narrow = size.width < NARROW
        self.set_class(narrow, "-narrow")
        self.set_class(size.height < _FOOT, "-bare")
        self.talk_pane.display = size.height >= _TALK
        self.findings_pane.display = size.height >= (_BELOW if narrow else _FOOT) and not (narrow and self.comparing)
        self.foot.display = size.height >= _FOOT
        low = size.height < 34
        most = (9 if self.comparing else 5) if low else max(6, round(size.height * 0.4))
        frame = 1 if size.width < NARROW else 2
        needed = len(self.talk.rows_for(max(1, size.width - 6))) + frame
        self.talk_pane.styles.height = max(min(needed, most), 4 if low else 6)

    def on_resize(self) -> None:
        """Put the parts where they fit."""
        self.fit(self.size)
