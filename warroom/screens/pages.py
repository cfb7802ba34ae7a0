"""Pages over the room: the keys, and what is said when the room cannot be opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from warroom.domain.errors import WarroomError
from warroom.domain.text import neutralise
from warroom.settings import Settings
from widgets.help import Key, Keys


class HelpPage(ModalScreen[None]):
    """The keys as they are bound now, over the room, which goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1", "dismiss", "Back to the room", show=False, id="help.back"),
    ]
    DEFAULT_CSS = """
    HelpPage { align: center middle; }
    HelpPage > Vertical { width: 90%; max-width: 112; height: 90%; padding: 0; }
    """

    def __init__(self, catalogue: Sequence[Key], settings: Settings) -> None:
        super().__init__()
        file = settings.config_file or "config.toml"
        self._page = Keys(catalogue, notes=[
            f'Every key can be changed under [keys] in {file}: "room.claim" = "x". The names stand at the right.',
            "Letters act in the lists only. What can be undone does not ask first; z undoes it.",
        ])

    def compose(self) -> ComposeResult:
        """A framed page."""
        with Vertical() as frame:
            frame.border_title = " Keys "
            frame.border_subtitle = " Esc goes back "
            yield self._page

    def on_mount(self) -> None:
        """Scroll by keys at once."""
        self._page.focus()


class TroublePage(Screen[None]):
    """What is wrong, why, and what to do; the only way on is out."""

    DEFAULT_CSS = """
    TroublePage { align: center middle; }
    TroublePage > Vertical { width: 90%; max-width: 90; height: auto; padding: 1 2; }
    TroublePage Static { width: 1fr; height: auto; margin-bottom: 1; }
    """

    def __init__(self, error: WarroomError) -> None:
        super().__init__()
        self.error = error

    def compose(self) -> ComposeResult:
        """Title, reason, hint, way out."""
        with Vertical() as frame:
            frame.border_title = " The room cannot be opened "
            for name in ("title", "reason", "hint"):
                text = neutralise(getattr(self.error, name))
                if text:
                    yield Static(text, markup=False, classes=f"trouble--{name}")
            yield Static("Ctrl+Q leaves.", markup=False, classes="trouble--out")
