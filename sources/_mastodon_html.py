"""The HTML of a status as plain text: links kept, mentions and hashtags as words, nothing that could run.

Read by libxml2 (lxml), which mends what is broken and takes time in proportion to the text. The standard library's
html.parser needs 21 s for 50 kB of ``<a ``, which any server in the network could send.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from warroom.domain.model import storable
from warroom.domain.text import web_link

#: Characters of HTML that are read; the largest servers allow 100,000 in a post.
_LONGEST: Final = 200_000
_LONGEST_LINK: Final = 2_000
_MOST_LINKS: Final = 64
_SILENT: Final = frozenset({
    "script", "style", "template", "title", "iframe", "noembed", "noframes", "noscript", "object", "embed", "svg",
    "math", "audio", "video", "canvas", "select", "textarea", "button",
})
_PARAGRAPHS: Final = frozenset({"p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table"})
_LINES: Final = frozenset({"div", "li", "tr", "dt", "dd", "hr", "section", "article", "figure"})
_SPACE: Final = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_SCHEME: Final = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """What a status says, and the web links in it."""

    text: str
    links: tuple[str, ...] = ()


def to_plain(html: str, *, without: str = "") -> Plain:
    """Read HTML; elements of the class ``without`` are left out. Never raises; idle for text without markup."""
    html = storable(html[:_LONGEST])
    if "<" not in html and "&" not in html:
        return Plain(_tidy(_SPACE.sub(" ", html)))
    page = _Page(without)
    parser = etree.HTMLParser(target=page)
    try:
        parser.feed("<html><body>")
        parser.feed(html)
        parser.close()
    except (etree.LxmlError, ValueError):
        # It mends nearly everything; what it gives up on is kept up to there.
        page.close()
    return Plain(_tidy("".join(page.parts)), tuple(dict.fromkeys(page.links))[:_MOST_LINKS])


class _Page:
    """What the parser calls; every start has its end, void elements and broken nesting too. Comments are nothing."""

    def __init__(self, without: str) -> None:
        self.parts: list[str] = []
        self.links: list[str] = []
        self._without = without
        self._silent = 0
        self._as_is = 0
        self._anchor: tuple[int, str, bool] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        classes = attributes.get("class", "").split()
        if self._silent or tag in _SILENT or (self._without and self._without in classes):
            self._silent += 1
        elif tag == "br":
            self.parts.append("\n")
        elif tag in _PARAGRAPHS:
            self._as_is += tag == "pre"
            self.parts.append("\n\n")
        elif tag in _LINES:
            self.parts.append("\n- " if tag == "li" else "\n")
        elif tag == "a":
            self._close_anchor()
            word = "mention" in classes or "hashtag" in classes
            self._anchor = len(self.parts), attributes.get("href", "").strip(), word
        elif tag == "img":
            self.data(attributes.get("alt", ""))

    def end(self, tag: str) -> None:
        if self._silent:
            self._silent -= 1
        elif tag in _PARAGRAPHS:
            self._as_is -= tag == "pre"
            self.parts.append("\n\n")
        elif tag in _LINES and tag != "li":
            self.parts.append("\n")
        elif tag == "a":
            self._close_anchor()

    def data(self, words: str) -> None:
        if not self._silent:
            self.parts.append(words if self._as_is else _SPACE.sub(" ", words))

    def close(self) -> None:
        self._close_anchor()

    def _close_anchor(self) -> None:
        if self._anchor is None:
            return
        begin, href, word = self._anchor
        self._anchor = None
        if word or len(href) > _LONGEST_LINK or not web_link(href):
            return
        shown = "".join(self.parts[begin:]).strip()
        del self.parts[begin:]
        self.links.append(href)
        # Servers shorten the address that is shown; one that shows another one than it leads to is given away.
        bare = _SCHEME.sub("", href, count=1)
        same = not shown or bare.startswith(_SCHEME.sub("", shown, count=1).rstrip("\u2026/"))
        self.parts.append(href if same else f"{shown} ({href})")


def _tidy(text: str) -> str:
    """Trim lines, and leave at most one of them empty between two others."""
    lines: list[str] = []
    for line in text.split("\n"):
        words = line.strip(" ")
        if words or (lines and lines[-1]):
            lines.append(words)
    return "\n".join(lines).strip("\n")
