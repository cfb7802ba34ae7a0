"""Why it is loud: the words, links, authors and copies that set a window of posts apart from the usual ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from warroom.domain.model import PostKey
from warroom.domain.text import clip, one_line

#: Shares from which words speak of "nearly all", "two thirds" and so on; below the last one copies are not named.
_PARTS: Final = ((0.9, "nearly all"), (0.7, "three quarters"), (0.6, "two thirds"), (0.45, "half"), (0.3, "a third"),
                 (0.2, "a quarter"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """One thing that the window has more of than usual.

    ``text`` is how it is shown ("refund", "#boycott", "example.org/recall", "@mara"). ``posts`` of the window hold it,
    by ``authors`` people in ``texts`` different texts; ``usual`` is how many of as many posts would hold it otherwise,
    None where there is nothing to compare with. ``weight`` orders drivers of one kind and means nothing else.
    ``examples`` are posts that hold it, by different authors.
    """

    text: str
    posts: int
    authors: int
    texts: int
    usual: float | None = None
    weight: float = 0.0
    examples: tuple[PostKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """The largest group of reposts and near-copies of one text: ``posts`` of them, which are ``share`` of the window.

    ``first`` is the earliest of them; ``author`` and ``text`` are those of what was copied, as far as it is known.
    """

    share: float
    posts: int
    authors: int
    first: PostKey
    author: str = ""
    text: str = ""

    @property
    def words(self) -> str:
        """As a clause of a sentence ("half of it copies of @mara: “…”"); "" where it is less than a fifth."""
        part = next((words for least, words in _PARTS if self.share >= least), "")
        if not part or self.posts < 2:
            return ""
        whom = f" {one_line(self.author)}" if self.author else " one post"
        return f"{part} of it copies of{whom}: “{clip(one_line(self.text), 60)}”"


@dataclass(frozen=True, slots=True)
class Why:
    """What drives a window of ``posts`` posts by ``people`` authors, each list with the strongest first.

    ``terms`` are those that the team listens for; ``words`` are words, phrases, hashtags and mentions other than those.
    """

    terms: tuple[Driver, ...] = ()
    words: tuple[Driver, ...] = ()
    links: tuple[Driver, ...] = ()
    authors: tuple[Driver, ...] = ()
    copies: Copies | None = None
    posts: int = 0
    people: int = 0

    def strongest(self, most: int = 3) -> tuple[Driver, ...]:
        """The drivers to show first: words, and links and authors where there are too few words."""
        return (*self.words, *self.links, *self.authors)[:most]

    @property
    def sentence(self) -> str:
        """The clauses that an alarm's sentence ends with, "" where there is nothing to say."""
        said = [self.copies.words] if self.copies is not None and self.copies.words else []
        if drivers := self.strongest(4):
            said.append(f"more than usual: {', '.join(driver.text for driver in drivers)}")
        return "; ".join(said)

    @property
    def examples(self) -> tuple[PostKey, ...]:
        """The posts that all this speaks of, each once."""
        keys = [key for driver in (*self.words, *self.links, *self.authors, *self.terms) for key in driver.examples]
        copied = self.copies is not None and bool(self.copies.words)
        return tuple(dict.fromkeys([*([self.copies.first] if copied and self.copies else []), *keys]))


#: Nothing to say.
NOTHING: Final = Why()
