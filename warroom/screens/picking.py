"""Picking a statement: words narrow the list, what fits this incident stands first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from warroom.domain.statements import Library, Situation, Statement, rank
from widgets.picker import Choices, Preview
from widgets.prompt import OneLine


class PickStatement(ModalScreen[Statement | None]):
    """Asks for one statement of a library; None where nobody wants one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Next statement", show=False, id="picker.down"),
        Binding("up", "move(-1)", "Previous statement", show=False, id="picker.up"),
        Binding("pagedown", "move(8)", "Some statements down", show=False, id="picker.page_down"),
        Binding("pageup", "move(-8)", "Some statements up", show=False, id="picker.page_up"),
        Binding("escape", "dismiss", "Back to the text", show=False, id="picker.leave"),
    ]
    DEFAULT_CSS = """
    PickStatement { align: center middle; }
    PickStatement > Vertical { width: 92%; max-width: 110; height: 80%; max-height: 40; padding: 0 1; }
    PickStatement Input { height: 1; border: none; padding: 0; }
    PickStatement Input:focus { border: none; }
    PickStatement Choices { height: 3fr; margin-top: 1; }
    PickStatement Preview { height: 2fr; border-top: solid $edge; }
    """

    def __init__(
        self, library: Library, situation: Situation, now: datetime, values: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._values = values
        self._library = library
        self._situation = situation
        self._now = now
        self._line = OneLine(compact=True, placeholder="words of the statement")
        self.choices = Choices(id="choices")
        self._preview = Preview(id="preview")

    def compose(self) -> ComposeResult:
        """The line to type in, the list, the statement in full."""
        with Vertical() as frame:
            frame.border_title = " Statements "
            frame.border_subtitle = " Enter takes it · Esc goes back "
            yield self._line
            yield self.choices
            yield self._preview

    def on_mount(self) -> None:
        """Show what fits."""
        self._line.focus()
        self._narrow("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow(event.value)

    @on(Input.Submitted)
    def _picked(self, event: Input.Submitted) -> None:
        event.stop()
        if self.choices.current is not None:
            self.dismiss(self.choices.current)

    def action_move(self, step: int) -> None:
        """Go to another statement."""
        self.choices.move(step)
        self._preview.show(self.choices.current, self._values)

    def _narrow(self, query: str) -> None:
        found = rank(self._library.statements.values(), query, self._situation, now=self._now)
        self.choices.show(found, self._situation, self._now)
        self._preview.show(self.choices.current, self._values)
