"""The statement library: ``statements.toml`` or a folder of such files, read with words for what is wrong in it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final, TypeAlias

from warroom.config_lines import KeyPath, key_lines
from warroom.domain.errors import ConfigError
from warroom.domain.model import Platform
from warroom.domain.statements import Kind, Library, Statement, assembled, parts
from warroom.domain.text import one_line
from warroom.domain.typed import clean
from warroom.toml_text import broken, parsed

#: The crisis clusters of Coombs 2007 that a statement may name.
CLUSTERS: Final = ("victim", "accidental", "preventable")
#: Bytes of one file; a library is read by people too.
_MOST: Final = 2_000_000
_KEYS: Final = ("title", "body", "kind", "cluster", "severity", "language", "platform", "approved_by", "approved_until")
#: Says where a key of a statement stands: its file and line.
_Place: TypeAlias = "Callable[[str], str]"
_HINT: Final = "`warroom statements --sample` prints a library that works; docs/composer.md explains it."


def sample_file() -> Path:
    """The library that is shipped: what the drills use, and what one begins with."""
    return Path(__file__).resolve().parent / "statements.toml"


def load(path: Path) -> Library:
    """Read the library of a file, or of all ``*.toml`` files of a folder.

    Raises ConfigError with the file and the line of what is wrong: no such file, no TOML, a key that does not exist, a
    value of the wrong kind, an id that stands twice, a statement that is part of itself.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise ConfigError(f"There is no statement in {path}.", reason="The folder has no file that ends in .toml.",
                          hint=_HINT)
    read = _Reader()
    for file in files:
        read.file(file)
    return read.library()


class _Reader:
    """Collects what the files say; parts of statements are put together at the end, since they may cross files."""

    def __init__(self) -> None:
        self._found: dict[str, Statement] = {}
        self._facts: dict[str, tuple[str, str]] = {}

    def file(self, file: Path) -> None:
        text = _text(file)
        try:
            tree: Mapping[str, object] = parsed(text)
            lines = key_lines(text)
        except tomllib.TOMLDecodeError as error:
            raise broken(file, error, text) from error
        except RecursionError as error:
            raise ConfigError(f"{file}: this is nested too deep to be statements.") from error
        for key, value in tree.items():
            where = f"{file}:{lines[(key,)]}"
            if key not in ("facts", "statements"):
                raise ConfigError(f"{where}: there is no section {key!r}.", reason="Known are facts and statements.",
                                  hint=_HINT)
            if not isinstance(value, dict):
                raise ConfigError(f"{where}: {key} must be a table.", hint=_HINT)
            for name, own in value.items():
                here = f"{file}:{lines[key, name]}"
                if key == "facts":
                    self._fact(name, own, here)
                else:
                    self._statement(name, own, file, lines)

    def _fact(self, name: str, value: object, where: str) -> None:
        if not isinstance(value, str | int | float | date | datetime | time) or isinstance(value, bool):
            raise ConfigError(f"{where}: the fact {name!r} must be a text, a number or a date.", hint=_HINT)
        words = one_line(str(value))
        if name in self._facts and self._facts[name][0] != words:
            raise ConfigError(f"{where}: the fact {name!r} stands twice with two values.",
                              reason=f"The other is at {self._facts[name][1]}.", hint="Two facts are worse than none.")
        self._facts[name] = words, where

    def _statement(self, name: str, own: object, file: Path, lines: Mapping[KeyPath, int]) -> None:
        where = f"{file}:{lines['statements', name]}"
        if not isinstance(own, dict):
            raise ConfigError(f"{where}: the statement {name!r} must be a table.", hint=_HINT)
        if name in self._found:
            raise ConfigError(f"{where}: the statement {name!r} stands twice.",
                              reason=f"The other is at {self._found[name].where}.", hint="Give it another id.")
        for key in own:
            if key not in _KEYS:
                raise ConfigError(f"{file}:{lines['statements', name, key]}: a statement has no {key!r}.",
                                  reason=f"Known are {', '.join(_KEYS)}.", hint=_HINT)

        def place(key: str) -> str:
            return f"{file}:{lines['statements', name, key]}" if key in own else where

        self._found[name] = _statement(name, own, place)

    def library(self) -> Library:
        bodies = {name: one.body for name, one in self._found.items()}

        def fail(at: str, reason: str) -> ConfigError:
            return ConfigError(f"{self._found[at].where}: the statement {at!r} cannot be used.",
                               reason=f"{reason[:1].upper()}{reason[1:]}.", hint=_HINT)

        whole = assembled(bodies, fail)
        ends: dict[str, datetime | None] = {}

        def end(name: str) -> datetime | None:
            """Until when a statement is approved: until the first of its parts is not."""
            if name not in ends:
                all_ = (self._found[name].approved_until, *(end(part) for part in parts(bodies[name])))
                ends[name] = min((one for one in all_ if one is not None), default=None)
            return ends[name]

        return Library({name: replace(one, body=whole[name], approved_until=end(name))
                        for name, one in self._found.items()},
                       {name: value for name, (value, _) in self._facts.items()})


def _statement(name: str, own: Mapping[str, object], place: _Place) -> Statement:
    def text(key: str, *, needed: bool = False) -> str:
        value = own.get(key, "")
        if not isinstance(value, str) or (needed and not value.strip()):
            raise ConfigError(f"{place(key)}: the statement {name!r} needs a {key}." if needed else
                              f"{place(key)}: {key} must be a text.", hint=_HINT)
        return value.strip()

    def several(key: str, known: tuple[str, ...] = ()) -> frozenset[str]:
        value = own.get(key, [])
        listed = value if isinstance(value, list) else [value]
        for one in listed:
            if (known and str(one) not in known) or not str(one).strip() or isinstance(one, bool | float | dict | list):
                raise ConfigError(f"{place(key)}: {key} must be of {', '.join(known) or 'words'}, not {one!r}.",
                                  hint=_HINT)
        return frozenset(str(one) for one in listed)

    body = clean(text("body", needed=True))
    if body.left_out:
        raise ConfigError(f"{place('body')}: the body of {name!r} cannot be sent as it is.",
                          reason=f"It holds {body.left_out}.", hint="Type it anew.")
    kind = text("kind") or Kind.HOLDING
    if kind not in tuple(Kind):
        raise ConfigError(f"{place('kind')}: kind must be one of {', '.join(Kind)}.", hint=_HINT)
    return Statement(
        id=name, title=one_line(text("title", needed=True)), body=body.text, kind=Kind(kind),
        clusters=several("cluster", CLUSTERS),
        severities=frozenset(int(one) for one in several("severity", ("1", "2", "3", "4"))),
        languages=several("language"),
        platforms=frozenset(Platform(one) for one in several("platform", tuple(Platform))),
        approved_by=one_line(text("approved_by")), approved_until=_until(own.get("approved_until"), place),
        where=place(""))


def _until(value: object, place: _Place) -> datetime | None:
    """The end of an approval: a date means its last moment, a time without an offset is UTC."""
    match value:
        case None:
            return None
        case datetime():
            return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
        case date():
            return datetime.combine(value, time.max, tzinfo=UTC)
        case _:
            raise ConfigError(f"{place('approved_until')}: approved_until must be a date, such as 2026-12-31.",
                              hint="TOML dates stand without quotes.")


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST + 1)
    except FileNotFoundError as error:
        raise ConfigError(f"There is no statement library {file}.", hint=_HINT) from error
    except OSError as error:
        raise ConfigError(f"{file} cannot be read.", reason=f"{error.strerror or error}.") from error
    if len(data) > _MOST:
        raise ConfigError(f"{file} is too long for a library.", reason=f"It has more than {_MOST:,} bytes.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{file}:{line}: this is not UTF-8.", hint="Save the file as UTF-8.") from error
