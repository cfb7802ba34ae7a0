"""The one-line question at the bottom: typed words with completion, or a single key; Esc is always a way out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from warroom.domain.text import one_line
from widgets.rows import Chunk, Part, Row, Rows, Tone, chunk, cut, lay_out

#: Columns between the keys of a question, and those that its words keep beside them.
_GAP: Final = 3
_LEAST: Final = 16


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why an answer is not taken; ``start`` and ``end`` are the code points of the word at fault, -1 for none."""

    words: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked. With ``keys`` (key -> what it means) one key answers; else words do, which ``check`` may refuse.

    ``complete`` are words that Tab completes; ``value`` stands there already.
    """

    label: str
    value: str = ""
    hint: str = ""
    complete: Sequence[str] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    check: Callable[[str], Complaint | None] | None = None


class OneLine(Input):
    """A line to type in; what is pasted becomes one line, and holds nothing that nobody sees."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.replace(one_line(event.text), *self.selection)


class Line(OneLine):
    """The line that answers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave the question", show=False, id="prompt.cancel"),
        Binding("tab", "complete", "Complete the word", show=False, id="prompt.complete"),
    ]

    def action_leave(self) -> None:
        """Answer nothing."""
        self._prompt.answer(None)

    def action_complete(self) -> None:
        """Take the suggestion over."""
        self.action_cursor_right()

    @property
    def _prompt(self) -> Prompt:
        return next(node for node in self.ancestors if isinstance(node, Prompt))


class Choice(Rows, can_focus=True):
    """One key answers; every other one does nothing, and Enter never says yes."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.question = Question(label="")

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """The question and its keys."""
        del lines
        keys = [Chunk(((key, Tone.ACCENT), (f" {words}", Tone.PLAIN)), 1) for key, words in self.question.keys.items()]
        leave = Chunk((("esc", Tone.ACCENT), (" cancel", Tone.DIM)), 2)
        # The question gives way to its answers: a key that is not on the screen cannot be chosen.
        room = columns - sum(key.width + _GAP for key in keys)
        label = cut([(self.question.label, Tone.STRONG)], max(_LEAST, room))
        return [lay_out(columns, [Chunk(tuple(label)), *keys, leave], gap=_GAP)]

    def on_key(self, event: events.Key) -> None:
        """Answer with the key, or with nothing; let only keys with ctrl through."""
        if event.key.startswith("ctrl+"):
            return
        event.stop()
        event.prevent_default()
        prompt = next(node for node in self.ancestors if isinstance(node, Prompt))
        if event.character and event.character in self.question.keys:
            prompt.answer(event.character)
        elif event.key in ("escape", "enter"):
            prompt.answer(None)


class Prompt(Widget):
    """Asks one question at a time; ``ask`` returns the answer, None where there is none."""

    DEFAULT_CSS = """
    Prompt { display: none; height: auto; width: 1fr; layout: vertical; }
    Prompt.-asking { display: block; }
    Prompt Horizontal { height: 1; padding: 0 1; }
    Prompt .prompt--label { width: auto; max-width: 40%; height: 1; }
    Prompt Line { width: 1fr; height: 1; border: none; padding: 0; }
    Prompt Line:focus { border: none; }
    Prompt .prompt--below { height: 1; width: 1fr; padding: 0 1; }
    Prompt Choice { display: none; }
    Prompt.-keys Choice { display: block; }
    Prompt.-keys Horizontal { display: none; }
    Prompt.-keys .prompt--below { display: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._question = Question(label="")
        self._answer: asyncio.Future[str | None] | None = None

    def compose(self) -> ComposeResult:
        """A label, the line, a row for what is wrong with it; and the row of keys."""
        with Horizontal():
            yield Static(classes="prompt--label", markup=False)
            yield Line(compact=True)
        yield Complaints(classes="prompt--below")
        yield Choice()

    @property
    def asking(self) -> bool:
        """True while a question is open."""
        return self._answer is not None

    @property
    def words(self) -> str:
        """What is asked and complained of now, "" where nothing is."""
        if not self.asking:
            return ""
        below = self.query_one(Choice).text if self._question.keys else self.query_one(Complaints).text
        return f"{self._question.label} {below}"

    async def ask(self, question: Question) -> str | None:
        """Ask, and wait for the answer; the focus goes back to where it was. One that is open is answered None."""
        self.answer(None)
        self._question = question
        waiting: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()
        self._answer = waiting
        before = self.screen.focused
        self.screen.add_class("-asking")
        self.set_class(bool(question.keys), "-keys")
        self.add_class("-asking")
        self._open(question)
        try:
            return await waiting
        finally:
            if self._answer is waiting and self.is_attached:
                self._answer = None
                self.remove_class("-asking")
                self.screen.remove_class("-asking")
                if before is not None and before.is_attached:
                    before.focus(scroll_visible=False)

    def answer(self, words: str | None) -> None:
        """Answer the open question; None leaves it."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(words)

    def _open(self, question: Question) -> None:
        if question.keys:
            choice = self.query_one(Choice)
            choice.question = question
            choice.update()
            choice.focus()
            return
        self.query_one(".prompt--label", Static).update(f"{question.label} ")
        line = self.query_one(Line)
        line.suggester = SuggestFromList(question.complete, case_sensitive=False) if question.complete else None
        line.value = question.value
        line.cursor_position = len(question.value)
        self.query_one(Complaints).hint(question.hint)
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take the complaint away: it is being mended."""
        event.stop()
        self.query_one(Complaints).hint(self._question.hint)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the words, or say what is wrong with them."""
        event.stop()
        check = self._question.check
        complaint = check(event.value) if check is not None else None
        if complaint is None:
            self.answer(event.value)
        else:
            lead = cell_len(self._question.label) + 1
            self.query_one(Complaints).complain(complaint, event.value, lead)


class Complaints(Rows):
    """The row under the line: a hint, or what is wrong, under the word that is wrong."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._hint = ""
        self._complaint: Complaint | None = None
        self._value = ""
        self._lead = 0

    def hint(self, words: str) -> None:
        """Say how to answer."""
        self._hint, self._complaint = words, None
        self.update()

    def complain(self, complaint: Complaint, value: str, lead: int) -> None:
        """Say what is wrong with ``value``, which starts ``lead`` columns from the left."""
        self._complaint, self._value, self._lead = complaint, value, lead
        self.update()

    def rows_for(self, columns: int, lines: int) -> list[Row]:
        """Carets under the word and the words beside them; only the words where there is no room."""
        del lines
        if self._complaint is None:
            return [lay_out(columns, [chunk(self._hint, Tone.DIM)])]
        said: Part = (f"✕ {self._complaint.words}", Tone.BAD)
        start, end = self._complaint.start, self._complaint.end
        if start < 0:
            return [lay_out(columns, [Chunk((said,))])]
        at = self._lead + cell_len(self._value[:start])
        carets: Part = ("^" * max(1, cell_len(self._value[start:end])), Tone.BAD)
        row: Row = [(" " * at, Tone.PLAIN), carets, (" ", Tone.PLAIN), said]
        if at + len(carets[0]) + 1 + cell_len(said[0]) > columns:
            return [lay_out(columns, [Chunk((said,))])]
        return [row]
