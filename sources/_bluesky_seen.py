"""The posts that a source brought lately, so that deletions and edits of all others can be left out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence


class Seen:
    """A bounded memory of posts: their text by address, which begins with the account. The oldest are forgotten."""

    def __init__(self, keep: int = 50_000) -> None:
        self._keep = keep
        self._texts: OrderedDict[str, str] = OrderedDict()

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, uri: str, text: str) -> None:
        """Remember a post, or its new text."""
        self._texts[uri] = text
        self._texts.move_to_end(uri)
        while len(self._texts) > self._keep:
            self._texts.popitem(last=False)

    def has(self, uri: str) -> bool:
        """True where the post was brought and not forgotten."""
        return uri in self._texts

    def text(self, uri: str) -> str:
        """What a post said, "" where it is not known."""
        return self._texts.get(uri, "")

    def remove(self, uri: str) -> None:
        """Forget a post that is gone."""
        self._texts.pop(uri, None)

    def take(self, did: str) -> Sequence[str]:
        """Forget an account, and return the addresses of its posts in order.

        It looks at all that is remembered (3 ms): accounts seldom go, and a list for each would take more memory than
        the posts.
        """
        whose = f"at://{did}/"
        uris = sorted(uri for uri in self._texts if uri.startswith(whose))
        for uri in uris:
            del self._texts[uri]
        return uris
