"""The house's own rules of tone and its statements, as the settings name them, for the composer and the commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from warroom.domain.errors import ConfigError
from warroom.domain.tone import RULES

if TYPE_CHECKING:
    from warroom.domain.statements import Library
    from warroom.domain.tone import Reader, Rule
    from warroom.domain.tone.house import Tables
    from warroom.settings import Settings

#: Bytes of one file of rules or facts.
_MOST: Final = 2_000_000


def rules(settings: Settings, files: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """The rules that a draft is checked by: ours, the settings' and those of ``files``, in this order.

    Raises ConfigError with the file and the rule that cannot be used.
    """
    added = tables(settings, files)
    if not added:
        return RULES
    from warroom.domain.tone.house import ruled

    return ruled(RULES, added)


def tables(settings: Settings, files: Sequence[Path] = ()) -> Tables:
    """What the settings and the files of a house add to our rules. Raises ConfigError where a file cannot be read."""
    named = (*(_beside(settings, name) for name in settings.tone.rules), *files)
    own = _own(settings)
    return [*([(own, "the settings under [tone]")] if own else []), *((table(file), str(file)) for file in named)]


def reader(settings: Settings) -> Reader | None:
    """Who reads drafts beside the rules; None where the settings want the rules alone."""
    return _reader() if settings.tone.second_reader else None


@cache
def _reader() -> Reader:
    """One for the whole process: it holds a network, and remembers what it read."""
    from warroom.tagger.reader import Tagger

    made = Tagger()
    made.prepare()
    return made


def statements(settings: Settings, *, drill: bool = False) -> Library:
    """The statement library of the settings; where there is none it is empty, and a drill gets the shipped one.

    Raises ConfigError with the file and the line of what is wrong in it.
    """
    from warroom import library
    from warroom.domain.statements import Library

    if (file := _statements_file(settings)) is not None:
        return library.load(file)
    if drill:
        return library.load(library.sample_file())
    return Library(problem="There is no statement library yet: `warroom statements --sample` prints one to begin with, "
                           "and statements.path names it.")


def facts(settings: Settings) -> Mapping[str, str]:
    """The published facts of the statement library, none where there is no library. Raises ConfigError as it does."""
    return statements(settings).facts if _statements_file(settings) is not None else {}


def _statements_file(settings: Settings) -> Path | None:
    """The file or folder of the statement library; None where there is none."""
    if settings.statements.path:
        return _beside(settings, settings.statements.path)
    own = settings.config_file.parent / "statements.toml" if settings.config_file is not None else None
    return own if own is not None and own.is_file() else None


def table(file: Path) -> Mapping[str, object]:
    """What a TOML file says. Raises ConfigError where it cannot be read."""
    import tomllib

    from warroom.toml_text import broken, parsed

    try:
        with file.open("rb") as opened:
            data = opened.read(_MOST + 1)
    except OSError as error:
        raise ConfigError(f"{file} cannot be read.", reason=f"{error.strerror or error}.") from error
    if len(data) > _MOST:
        raise ConfigError(f"{file} is too long for rules or facts.", reason=f"It has more than {_MOST:,} bytes.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{file}:{line}: this is not UTF-8.", hint="Save the file as UTF-8.") from error
    try:
        return parsed(text)
    except tomllib.TOMLDecodeError as error:
        raise broken(file, error, text) from error


def _own(settings: Settings) -> dict[str, object]:
    found: dict[str, object] = {}
    if settings.tone.confidential:
        found["confidential"] = {"patterns": [_term(term) for term in settings.tone.confidential if term.split()]}
    if settings.tone.handles:
        found["wrong-name"] = {"except": list(settings.tone.handles)}
    return found


def _term(term: str) -> str:
    """A pattern for a whole term, whatever stands between its words: spaces, a new line, or the dash of a link."""
    import regex

    from warroom.domain.tone.draft import folded

    return r"(?<![^\W_])" + r"[\s_-]+".join(map(regex.escape, folded(term).split())) + r"(?![^\W_])"


def _beside(settings: Settings, name: str) -> Path:
    """A path of the settings: a relative one counts from the folder of the settings file."""
    folder = settings.config_file.parent if settings.config_file is not None else settings.data_dir
    return folder / Path(name).expanduser()
