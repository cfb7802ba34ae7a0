"""What leaves the console: a link to the browser, words to the clipboard. Both are from outside and treated so."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from textual.app import App

from warroom.domain.model import Post
from warroom.domain.text import neutralise, one_line, web_link
from widgets.detail import author

if TYPE_CHECKING:
    from collections.abc import Mapping


def browse(app: App[int], post: Post) -> str:
    """Open a post's link, where it is one and there is a browser that would not take over this terminal."""
    if not web_link(post.url):
        return "This post has no link that may be opened (only http and https are)."
    if not graphical(os.environ):
        app.copy_to_clipboard(post.url)
        return f"No browser here; the link was copied: {one_line(post.url)}"
    app.open_url(post.url)
    return f"opened {one_line(post.url)}"


def graphical(environment: Mapping[str, str]) -> bool:
    """True where a browser opens in a window: a text browser would draw over the console."""
    if sys.platform in ("darwin", "win32"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def clipping(app: App[int], post: Post) -> str:
    """Copy a post's author, text and link, neutralised, by the terminal's clipboard sequence (OSC 52)."""
    parts = [author(post), neutralise(post.text), one_line(post.url)]
    app.copy_to_clipboard("\n".join(part for part in parts if part))
    return "copied text and link, where the terminal lets programs copy"
