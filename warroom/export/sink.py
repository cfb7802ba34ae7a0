"""Whole files or none: an interrupted export leaves nothing behind, and an older file stays unless it is forced."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from warroom.domain.errors import UsageError
from warroom.domain.events import Event
from warroom.domain.incident import Incident
from warroom.domain.item import Item

#: Takes the next piece of the file.
Write: TypeAlias = Callable[[str], object]


class Exporter(Protocol):
    """Writes one incident in one format, piece by piece; ``posts`` are read once and never held."""

    async def __call__(
        self, incident: Incident, events: Sequence[Event], posts: AsyncIterator[Item], write: Write,
    ) -> None:
        """Write the whole file to ``write``."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name that ``--format`` takes: the ending of its files, what it is for, and its writer."""

    name: str
    suffix: str
    purpose: str
    exporter: Exporter


@contextmanager
def whole_file(target: Path, *, force: bool = False) -> Iterator[Write]:
    """Give a ``write`` into a new file beside ``target`` that takes its name only when the block ends well.

    Text is written as UTF-8 with the line ends that it has, and is on the disk before it has its name. Raises
    UsageError where ``target`` exists and is not forced, is a folder, or cannot be written.
    """
    _must_be_free(target, force=force)
    part = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        file = part.open("x", encoding="utf-8", newline="")
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        with file:
            yield file.write
            try:
                file.flush()
                os.fsync(file.fileno())
            except OSError as error:
                raise _unwritable(target, error) from error
        _must_be_free(target, force=force)
        try:
            part.replace(target)
        except OSError as error:
            raise _unwritable(target, error) from error
    finally:
        part.unlink(missing_ok=True)


def _must_be_free(target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise UsageError(f"{target} is a folder.", hint="Name a file in it.")
    if not force and os.path.lexists(target):
        raise UsageError(f"{target} is there already.", hint="Name another file, or overwrite it with --force.")


def _unwritable(target: Path, error: OSError) -> UsageError:
    return UsageError(f"{target} cannot be written.", reason=f"{error.strerror or error}.",
                      hint="Name a file in a folder that is there and yours.")
