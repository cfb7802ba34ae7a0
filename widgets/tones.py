"""What words mean, and how the theme shows it: one set of styles for the whole app, on each widget's own background."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from textual.style import Style
from textual.widget import Widget


class Tone(StrEnum):
    """What a word means; the theme says how that looks. Meaning is never in the tone alone."""

    PLAIN = "plain"
    DIM = "dim"
    STRONG = "strong"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    DRILL = "drill"
    MARK = "mark"


#: The component classes of the app that stands around toned widgets. Were they the widgets' own, Textual would match
#: the style sheet nine times for each of them, at the start and with every change of focus.
CLASSES: Final = frozenset(f"rows--{tone}" for tone in Tone)


class Tones:
    """The style of each tone on one widget: the app's colour and weight, the widget's background where it has none."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[Tone, Style] = {}

    def __getitem__(self, tone: Tone) -> Style:
        style = self._styles.get(tone)
        if style is None:
            styles = self._widget.app.get_component_styles(f"rows--{tone}")
            _, background = self._widget.background_colors
            if styles.has_rule("background"):
                background += styles.background
            style = Style(background, background + styles.color, bold=styles.text_style.bold)
            self._styles[tone] = style
        return style

    def forget(self) -> None:
        """Look the styles up anew from now on: the widget or the theme changed."""
        self._styles.clear()
