"""A page on which a text is written: what the editor has to say is said in its foot."""

from __future__ import annotations

from textual import on
from textual.screen import ModalScreen, ScreenResultType

from widgets.editor import Editor
from widgets.foot import Foot
from widgets.rows import Tone


class WritingPage(ModalScreen[ScreenResultType]):
    """A page over the room with an editor and a foot."""

    AUTO_FOCUS = None
    foot: Foot

    def tell(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        """Say what came of something."""
        self.foot.say(text, tone)

    @on(Editor.Said)
    def _said(self, event: Editor.Said) -> None:
        self.tell(event.words, Tone.WARN)

    @on(Editor.NoGap)
    def _no_gap(self) -> None:
        self.tell("There is no gap to fill.")
