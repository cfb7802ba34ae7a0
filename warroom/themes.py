"""The four looks of the console: one accent each, red only for what needs a person now.

``warroom-safe`` tells good from bad by blue and orange (Okabe and Ito 2008), which every kind of colour vision tells
apart. No look is needed to read the screen: every state has a glyph and a word too.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme


def _variables(
    *, muted: str, faint: str, negative: str, neutral: str, positive: str, cursor: str, drill: str, drill_text: str,
    edge: str, mark: str,
) -> dict[str, str]:
    """Name the colours that only this console has, as ``warroom.tcss`` uses them."""
    return {
        "muted": muted,
        "faint": faint,
        "mood-negative": negative,
        "mood-neutral": neutral,
        "mood-positive": positive,
        "cursor-line": cursor,
        "drill": drill,
        "drill-text": drill_text,
        "edge": edge,
        "mark": mark,
        "border": edge,
        "border-blurred": edge,
        "scrollbar": faint,
        "scrollbar-hover": muted,
        "scrollbar-active": muted,
        "input-selection-background": f"{cursor}",
    }


DARK: Final = Theme(
    name="warroom-dark",
    dark=True,
    primary="#7fb4ff", secondary="#8fa3bf", accent="#7fb4ff",
    background="#11151b", surface="#11151b", panel="#1a2029",
    foreground="#dfe4ec", warning="#e3b341", error="#ff6b6b", success="#86c29c",
    variables=_variables(
        muted="#8b96a8", faint="#2c3541", negative="#e8a27c", neutral="#8b96a8", positive="#86c29c",
        cursor="#1f2a3a", drill="#e3b341", drill_text="#11151b", edge="#333e4d", mark="#7fb4ff",
    ),
)
LIGHT: Final = Theme(
    name="warroom-light",
    dark=False,
    primary="#0a58b8", secondary="#4b5b73", accent="#0a58b8",
    background="#fbfbfa", surface="#fbfbfa", panel="#eef0f3",
    foreground="#1c2430", warning="#8a5a00", error="#c01622", success="#1b6e3c",
    variables=_variables(
        muted="#5d6878", faint="#cdd3db", negative="#a5470f", neutral="#5d6878", positive="#1b6e3c",
        cursor="#dfeafb", drill="#ffd666", drill_text="#1c2430", edge="#c3cad4", mark="#0a58b8",
    ),
)
CONTRAST: Final = Theme(
    name="warroom-contrast",
    dark=True,
    primary="#ffff66", secondary="#ffffff", accent="#ffff66",
    background="#000000", surface="#000000", panel="#1c1c1c",
    foreground="#ffffff", warning="#ffd000", error="#ff7b7b", success="#7dff9b",
    variables=_variables(
        muted="#d6d6d6", faint="#7a7a7a", negative="#ffb38a", neutral="#e0e0e0", positive="#7dff9b",
        cursor="#2b2b6b", drill="#ffd000", drill_text="#000000", edge="#b0b0b0", mark="#ffff66",
    ),
)
SAFE: Final = Theme(
    name="warroom-safe",
    dark=True,
    primary="#f0e442", secondary="#a7b4c4", accent="#f0e442",
    background="#10151c", surface="#10151c", panel="#19212b",
    foreground="#e2e7ee", warning="#e69f00", error="#ff8c1a", success="#56b4e9",
    variables=_variables(
        muted="#919dae", faint="#2c3643", negative="#e69f00", neutral="#919dae", positive="#56b4e9",
        cursor="#1d2b3c", drill="#e69f00", drill_text="#10151c", edge="#34404f", mark="#f0e442",
    ),
)

THEMES: Final = (DARK, LIGHT, CONTRAST, SAFE)
