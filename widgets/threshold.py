"""The first picture: the frames of the room, drawn by hand, while everything that they will hold is being imported."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

_PANES = ("1 Reddit", "2 Mastodon", "3 Bluesky", "4 Timeline")


class Threshold(Widget):
    """Imports nothing but Textual, so that it is on the screen as soon as any Textual program could be."""

    DEFAULT_CSS = """
    Threshold { width: 1fr; height: 1fr; }
    """

    def render_line(self, y: int) -> Strip:
        """A title, a word of what is going on, and empty frames where there is room for them."""
        columns, rows = self.size
        if y == 0:
            return self._line(" warroom   opening the room …")
        slots = max(1, min(len(_PANES), columns // 42))
        if columns < 100 or rows < 16 or y < 3 or y > rows - 2:
            return self._line("")
        widths = [columns // slots + (1 if at < columns % slots else 0) for at in range(slots)]
        frames = []
        for at, width in enumerate(widths):
            if y == 3:
                frames.append(f"┌─ {_PANES[at]} ".ljust(width - 1, "─") + "┐")
            elif y == rows - 2:
                frames.append("└" + "─" * (width - 2) + "┘")
            else:
                frames.append("│" + " " * (width - 2) + "│")
        return self._line("".join(frames))

    def _line(self, text: str) -> Strip:
        if self.app.has_class("-ascii"):
            text = text.translate(_PLAIN)
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)


_PLAIN = str.maketrans("…┌┐└┘─│", "~++++-|")
