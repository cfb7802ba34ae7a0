"""The text of a reply: an editor that underlines what was found, moves by whole characters, and takes no nonsense."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Final, Self

import regex
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Location

from warroom.domain.statements import Hole, holes
from warroom.domain.typed import MOST, clean, joins
from widgets.inking import Ground, Look, Mark, look, painted
from widgets.rows import shows_utf8
from widgets.tones import Tones
from widgets.wrapped import Wrapped

#: Code points before the cursor that are looked at to find the beginning of its character.
_BACK: Final = 200


class Editor(TextArea):
    """The text. What goes in is cleaned, so that what is shown is what is sent; ``Said`` tells what was left out."""

    DEFAULT_CSS = """
    Editor { border: none; padding: 0 1; height: 1fr; width: 1fr; scrollbar-size-vertical: 1; }
    Editor:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "gap(1)", "Next gap", show=False, id="editor.next_gap"),
        Binding("shift+tab", "gap(-1)", "Previous gap", show=False, id="editor.previous_gap"),
        Binding("ctrl+home", "edge(False)", "To the beginning of the text", show=False, id="editor.top"),
        Binding("ctrl+end", "edge(True)", "To the end of the text", show=False, id="editor.bottom"),
        Binding("ctrl+shift+home", "edge(False, True)", "Select to the beginning", show=False, id="editor.select_top"),
        Binding("ctrl+shift+end", "edge(True, True)", "Select to the end", show=False, id="editor.select_bottom"),
    ]

    class Said(Message):
        """Something about what was typed or pasted, in words."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class NoGap(Message):
        """Somebody looked for a gap, and there is none."""

    #: What was to be seen in the rows that were painted last, and how it was painted; none before the first picture.
    _shown: dict[int, tuple[Look | None, Strip]]
    #: What all rows share, while some are painted.
    _now: Ground | None = None
    #: The style of plain text: it takes Textual most of a millisecond to tell.
    _base: Style | None = None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        #: Called after every edit, before it is painted.
        self.heard: Callable[[], None] | None = None
        self._shown = {}
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        self.cursor_blink = False
        self.match_cursor_bracket = False
        self._tones = Tones(self)
        self._marks: tuple[Mark, ...] = ()
        self._by_line: dict[int, list[Mark]] = {}
        self._painted: tuple[object, ...] = ()
        self._due = False

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document.__class__ = Wrapped

    def notify_style_update(self) -> None:
        """Take the colours of a new theme over."""
        self._base = None
        self._shown.clear()
        super().notify_style_update()
        if hasattr(self, "_tones"):
            self._tones.forget()

    # --- marks ---

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked now."""
        return self._marks

    def mark(self, marks: Iterable[Mark]) -> None:
        """Mark these stretches, and no others."""
        marks = tuple(marks)
        if marks == self._marks:
            return
        self._marks = marks
        self._lay_out_marks()
        self.refresh()

    def _lay_out_marks(self) -> None:
        self._by_line = {}
        start = 0
        for number in range(self.document.line_count):
            end = start + len(self.document.get_line(number))
            for mark in self._marks:
                if mark.start <= end and mark.end > start:
                    here = mark._replace(start=max(0, mark.start - start), end=min(mark.end, end) - start)
                    self._by_line.setdefault(number, []).append(here)
            start = end + 1

    # --- painting ---

    # Textual would paint all of the text again at every key, and lay a paragraph out anew for each of its rows. This
    # paints a row from its own part of the paragraph, and only those rows that have something else to show than before.

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False,
    ) -> Self:
        """Paint again what has changed."""
        if regions or layout or recompose or not repaint or not self._shown or not self.is_attached:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if not self._due:
            self._due = True
            self.call_next(self._repaint)
        return self

    def _repaint(self) -> None:
        self._due = False
        if self._place() != self._painted:
            super().refresh()
            return
        ground = self._ground()
        for y, (before, _) in list(self._shown.items()):
            if self._look(y, ground) != before:
                super().refresh(Region(0, self.gutter.top + y, self.size.width, 1))

    def _place(self) -> tuple[object, ...]:
        """What makes every row another one."""
        return self.size, self.scroll_offset, self.region

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint rows past the themes of a text area, which would style every row and of which nothing is shown."""
        if self._place() != self._painted:
            self._painted = self._place()
            self._shown.clear()
        self._now = self._ground()
        try:
            return super(TextArea, self).render_lines(crop)
        finally:
            self._now = None

    def render_line(self, y: int) -> Strip:
        """Paint a row, or give it as it was painted before; it stays in its columns whatever a terminal makes of it."""
        ground = self._now or self._ground()
        look = self._look(y, ground)
        before = self._shown.get(y)
        if before is not None and before[0] == look:
            return before[1]
        strip = (Strip.blank(ground.width, ground.base) if look is None
                 else painted(look, column=ground.column, tones=self._tones, styled=self.get_component_rich_style))
        self._shown[y] = look, strip
        return strip

    def _ground(self) -> Ground:
        row, column = self.selection.end
        first, last = sorted(self.selection)
        return Ground(
            width=self.scrollable_content_region.width, top=self.scroll_offset.y, base=self._plain_style,
            utf8=shows_utf8(self), column=self.content_region.x, chosen=(first, last),
            cursor=(row, column) if self.has_focus else None)

    def _look(self, y: int, ground: Ground) -> Look | None:
        """What there is to see in a row; None below the text. Cheap: it is asked of every row at every key."""
        place = self._section(y + ground.top)
        if place is None:
            return None
        number, begin, end, last = place
        return look(self.document.get_line(number), begin, end, ground, number=number, last=last,
                    marks=tuple(self._by_line.get(number, ())))

    @property
    def _plain_style(self) -> Style:
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def _section(self, at: int) -> tuple[int, int, int, bool] | None:
        """The part of the text in row ``at``: its line, from where to where, and whether it is the line's last."""
        for number in range(self.document.line_count):
            ends = self.wrapped_document.get_offsets(number)
            if at <= len(ends):
                length = len(self.document.get_line(number))
                return number, ends[at - 1] if at else 0, ends[at] if at < len(ends) else length, at == len(ends)
            at -= len(ends) + 1
        return None

    # --- editing ---

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit, and move the marks behind it along until the text is checked again."""
        top, bottom = sorted((edit.from_location, edit.to_location))
        at = self._index(top)
        removed = self._index(bottom) - at
        self._marks = tuple(_shifted(self._marks, at, removed, len(edit.text)))
        self._by_line = {}
        result = super().edit(edit)
        self._lay_out_marks()
        # At once, not by messages that go up through four widgets: so a key and its count are one picture.
        if self.heard is not None:
            self.heard()
        if self._shown:
            self._repaint()
        return result

    async def _on_key(self, event: events.Key) -> None:
        """Type also the joiners of an emoji or a Persian word, which Python does not call printable."""
        row, column = min(self.selection)
        if event.character and joins(self.document.get_line(row)[:column], event.character):
            event.stop()
            event.prevent_default()
            self._replace_via_keyboard(event.character, *self.selection)
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as it will be sent, and say what was left out; what is far too long stays out whole."""
        event.stop()
        event.prevent_default()
        if len(event.text) + len(self.text) > MOST:
            self.post_message(self.Said(
                f"Nothing was pasted: {len(event.text):,} characters are too many. {MOST:,} fit here."))
            return
        typed = clean(event.text)
        if result := self._replace_via_keyboard(typed.text, *self.selection):
            self.move_cursor(result.end_location)
        if typed.left_out:
            self.post_message(self.Said(f"Left out of what was pasted: {typed.left_out}."))

    def take(self, text: str) -> str:
        """Put ``text`` in the place of all that stands here, as one step for undo; returns what had to be left out."""
        typed = clean(text[:MOST])
        self.replace(typed.text, (0, 0), self.document.end)
        self.move_cursor(self.document.end)
        cut = f"{len(text) - MOST:,} characters beyond {MOST:,}" if len(text) > MOST else ""
        return " and ".join(part for part in (typed.left_out, cut) if part)

    def go(self, start: int, end: int) -> None:
        """Select a stretch, in code points, and bring it into view."""
        length = len(self.text)
        first = self._location(min(start, length))
        last = self._location(min(end, length))
        self.move_cursor(first)
        self.move_cursor(last, select=True)

    def _index(self, location: Location) -> int:
        row, column = location
        return sum(len(self.document.get_line(number)) + 1 for number in range(row)) + column

    def _location(self, index: int) -> Location:
        for row in range(self.document.line_count):
            length = len(self.document.get_line(row))
            if index <= length:
                return row, index
            index -= length + 1
        return self.document.end

    # --- gaps ---

    @property
    def gaps(self) -> Sequence[Hole]:
        """The placeholders that are still to be filled."""
        return holes(self.text)

    def action_gap(self, step: int) -> None:
        """Select the next gap, so that what is typed fills it."""
        gaps = self.gaps
        if not gaps:
            self.post_message(self.NoGap())
            return
        start, end = sorted(self._index(place) for place in self.selection)
        on = [gap for gap in gaps if (gap.start, gap.end) == (start, end)]
        if step > 0:
            later = [gap for gap in gaps if gap.start >= (end if on else start)]
            gap = later[0] if later else gaps[0]
        else:
            earlier = [gap for gap in gaps if gap.end <= start]
            gap = earlier[-1] if earlier else gaps[-1]
        self.go(gap.start, gap.end)

    def action_edge(self, end: bool, select: bool = False) -> None:
        """Go to the beginning or the end of the text, or select up to there."""
        self.move_cursor(self.document.end if end else (0, 0), select=select)

    # --- whole characters: an emoji of seven code points is one step ---

    def get_cursor_right_location(self) -> Location:
        """Where the cursor goes by one character to the right."""
        row, column = self.cursor_location
        found = regex.match(r"\X", self.document.get_line(row), pos=column)
        return (row, found.end()) if found else super().get_cursor_right_location()

    def get_cursor_left_location(self) -> Location:
        """Where the cursor goes by one character to the left."""
        row, column = self.cursor_location
        begin = max(0, column - _BACK)
        starts = [found.start() for found in regex.finditer(r"\X", self.document.get_line(row)[begin:column])]
        return (row, begin + starts[-1]) if starts else super().get_cursor_left_location()


def _shifted(marks: Iterable[Mark], at: int, removed: int, inserted: int) -> Iterable[Mark]:
    for mark in marks:
        if mark.end <= at:
            yield mark
        elif mark.start >= at + removed:
            yield mark._replace(start=mark.start + inserted - removed, end=mark.end + inserted - removed)
        elif mark.start <= at and mark.end >= at + removed:
            yield mark._replace(end=mark.end + inserted - removed)
