"""One tree of errors; each has a title, a reason and a hint. The command line maps them to exit codes in one place."""

from __future__ import annotations


class WarroomError(Exception):
    """Something that a person can act on: what is wrong, why, and what to do.

    ``exit_code`` is what the command line ends with.
    """

    exit_code = 1

    def __init__(self, title: str, *, reason: str = "", hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return " ".join(part for part in (self.title, self.reason, self.hint) if part)


class UsageError(WarroomError):
    """The command was called with words that it does not take."""

    exit_code = 2


class ConfigError(WarroomError):
    """config.toml, a flag or a WARROOM_ variable holds something that cannot be used."""

    exit_code = 2


class CredentialError(WarroomError):
    """A login is missing, or the keyring, the file or the command that holds it does not give it."""

    exit_code = 12


class QueryError(WarroomError):
    """A filter cannot be read; ``start`` and ``end`` are the code points of the word at fault."""

    exit_code = 2

    def __init__(self, title: str, *, start: int, end: int, hint: str = "") -> None:
        super().__init__(title, hint=hint)
        self.start = start
        self.end = end


class NotFound(WarroomError):
    """There is no such post, incident, scenario or event."""

    exit_code = 3


class BadMove(WarroomError):
    """An act that the table of moves does not allow in the present state."""

    exit_code = 4


class StoreError(WarroomError):
    """The database cannot be opened, read or written; nothing that was stored is lost."""

    exit_code = 5


class BadLog(StoreError):
    """A log does not verify, or a file to import holds a broken chain."""

    exit_code = 6


class SourceError(WarroomError):
    """A source failed in a way that may heal; ``retry_after`` is what the platform asked for, in seconds."""

    exit_code = 7

    def __init__(self, title: str, *, reason: str = "", hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(title, reason=reason, hint=hint)
        self.retry_after = retry_after


class SourceStopped(SourceError):
    """A source failed in a way that will not heal by itself: bad login, wrong address, unreadable file."""


class SendRefused(WarroomError):
    """A reply was certainly not sent; ``retry_after`` is what the platform asked for before another try, in seconds."""

    exit_code = 10

    def __init__(self, title: str, *, reason: str = "", hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(title, reason=reason, hint=hint)
        self.retry_after = retry_after


class SendUnknown(WarroomError):
    """A reply may have been sent or not: the answer was lost on its way. Only a look at the platform can tell."""

    exit_code = 11

    def __init__(self, title: str, *, reason: str = "", hint: str = "", retry_after: float | None = None) -> None:
        super().__init__(title, reason=reason, hint=hint)
        self.retry_after = retry_after


class ScoringError(WarroomError):
    """The model cannot be loaded or its process cannot be kept alive."""

    exit_code = 8


class ImportRefused(WarroomError):
    """A file to import is broken, foreign, or holds an incident that differs from the stored one."""

    exit_code = 9
