"""The posts that a source brought lately, so that deletions and edits of all others can be left out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence


class Seen:
    """A bounded memory of posts: their text by address, and their addresses by account. The oldest are forgotten."""

    def __init__(self, keep: int = 50_000) -> None:
        self._keep = keep
        self._texts: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._by_account: dict[str, set[str]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, did: str, uri: str, text: str) -> None:
        """Remember a post, or its new text."""
        self._texts[did, uri] = text
        self._texts.move_to_end((did, uri))
        self._by_account.setdefault(did, set()).add(uri)
        while len(self._texts) > self._keep:
            (old_did, old_uri), _ = self._texts.popitem(last=False)
            self._drop(old_did, old_uri)

    def has(self, did: str, uri: str) -> bool:
        """True where the post was brought and not forgotten."""
        return (did, uri) in self._texts

    def text(self, uri: str) -> str:
        """What a post said, "" where it is not known."""
        return self._texts.get((uri.removeprefix("at://").partition("/")[0], uri), "")

    def remove(self, did: str, uri: str) -> None:
        """Forget a post that is gone."""
        if self._texts.pop((did, uri), None) is not None:
            self._drop(did, uri)

    def take(self, did: str) -> Sequence[str]:
        """Forget an account, and return the addresses of its posts in order."""
        uris = sorted(self._by_account.get(did, ()))
        for uri in uris:
            self.remove(did, uri)
        return uris

    def _drop(self, did: str, uri: str) -> None:
        uris = self._by_account[did]
        uris.discard(uri)
        if not uris:
            del self._by_account[did]
