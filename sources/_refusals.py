"""Refusals that may pass: a proxy before a server says 401, 403 or 404 too while it is restarted."""

from __future__ import annotations

from typing import Final

from warroom.domain.errors import SourceError, SourceStopped

#: Refusals in a row that are borne: with the engine's pauses some 15 s.
BORNE: Final = 4


class Refusals:
    """Counts refusals in a row of a server that answered well before, and says what each means."""

    def __init__(self, borne: int = BORNE) -> None:
        self._borne = borne
        self._count = 0

    def none(self) -> None:
        """Note that the server answers well."""
        self._count = 0

    def meaning(self, error: SourceStopped) -> SourceError:
        """The same as what may pass; after too many in a row the error itself."""
        self._count += 1
        if self._count > self._borne:
            return error
        return SourceError(error.title, reason=error.reason,
                           hint=f"warroom tries a few times more. {error.hint}".strip())
