"""The keys that hold everywhere in the console, also before there is a room; the room's are in ``screens.keys``."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

CONSOLE: Final = "The console"
APP: Final[list[BindingType]] = [
    Binding("ctrl+p", "command_palette", "Everything by name", show=False, priority=True, id="app.palette",
            group=Binding.Group(CONSOLE)),
    Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit", group=Binding.Group(CONSOLE),
            tooltip="It asks where you hold posts"),
]
