"""The JSON document read back. The file comes from outside: nothing in it is believed that cannot be checked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from warroom.domain.errors import BadLog, ImportRefused
from warroom.domain.events import Event, first_break, from_row, to_row
from warroom.domain.incident import Incident, rebuild
from warroom.domain.item import Item
from warroom.domain.item_json import item_from_json
from warroom.domain.model import LIVE, Post, PostKey
from warroom.domain.post_json import post_from_json
from warroom.domain.text import one_line
from warroom.domain.triage import UNTOUCHED, Triage, to_json
from warroom.domain.wire import Json, canonical
from warroom.export.document import NAME, VERSION, incident_to_json, post_line
from warroom.export.stream import Reader

#: The largest file that is read, in bytes; a million posts take a good gigabyte.
MOST_BYTES: Final = 4 << 30
#: The most events that one log may have; they are held in memory, posts are not.
MOST_EVENTS: Final = 250_000
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}")  # an id becomes a part of file names
_KEY: Final = re.compile(r"[a-z]+:[^\s\x00-\x20\x7f-\x9f]{1,1024}")
_PARTS: Final = ("format", "incident", "events", "posts")


@dataclass(frozen=True, slots=True)
class Posts(Iterable[Item]):
    """The posts of a checked document, read again from the file each time they are asked for, in its order.

    Row numbers count from 1; triage is what the log says. Raises ImportRefused where the file was changed since.
    """

    path: Path
    room: str
    states: Mapping[PostKey, Triage]

    def __iter__(self) -> Iterator[Item]:
        with _refusing(self.path), self.path.open(encoding="utf-8-sig", newline="") as file:
            reader = Reader(file)
            for part in reader.members():
                if part == "posts":
                    for number, raw in enumerate(reader.elements(), 1):
                        item, _ = _read_post(raw, number, self.room, strict=False)  # it was, when it was checked
                        yield replace(item, triage=self.states.get(item.key, UNTOUCHED))
                elif part == "events":
                    for _ in reader.elements():
                        pass
                else:
                    reader.value()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A document that was checked: the incident, its log, its posts, and what edited posts said before.

    ``notes`` says in words what does not fit but is no reason to refuse, ``count`` how many posts there are.
    """

    incident: Incident
    events: Sequence[Event]
    items: Posts
    count: int
    earlier: Mapping[PostKey, Sequence[Post]] = field(default_factory=dict)
    notes: Sequence[str] = ()


def read_document(path: Path, *, most_bytes: int = MOST_BYTES) -> Imported:
    """Read and check a document that :func:`warroom.export.document.write_document` wrote.

    Raises ImportRefused, with the reason, where the file is missing, too large, no JSON, foreign, of a newer form,
    incomplete, or where its log does not verify; then it names the first event at fault.
    """
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ImportRefused(f"{path} cannot be read.", reason=f"{error.strerror or error}.") from error
    if size > most_bytes:
        raise ImportRefused(f"{path} is too large.", reason=f"{size} bytes; at most {most_bytes} are read.")
    with _refusing(path), path.open(encoding="utf-8-sig", newline="") as file:
        return _Check(path).read(Reader(file))


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ImportRefused(f"{path} cannot be read.", reason=f"{error.strerror or error}.") from error
    except RecursionError as error:
        raise ImportRefused(f"{path} is no incident that warroom wrote.", reason="It is nested too deeply.") from error
    except UnicodeDecodeError as error:
        raise ImportRefused(f"{path} is not UTF-8.", hint="Import a file that warroom export wrote.") from error
    except ValueError as error:
        raise ImportRefused(f"{path} is no incident that warroom wrote.", reason=f"{one_line(str(error))[:300]}.",
                            hint="Import a file that warroom export --format json wrote.") from error


class _Check:
    """One pass over a document; what may be large (the posts) is looked at and let go."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._said: Json = None
        self._events: list[Event] = []
        self._incident: Incident | None = None
        self._states: Mapping[PostKey, Triage] = {}
        self._cited: dict[PostKey, set[str]] = {}
        self._found: dict[PostKey, set[str]] = {}
        self._seen: set[PostKey] = set()
        self._earlier: dict[PostKey, tuple[Post, ...]] = {}
        self._drifted = 0

    def read(self, reader: Reader) -> Imported:
        expected = iter(_PARTS)
        take: dict[str, Callable[[Reader], None]] = {
            "format": self._format, "incident": self._header, "events": self._log, "posts": self._posts,
        }
        for part in reader.members():
            if part != next(expected, ""):
                raise ValueError(f"{part!r} is not where it belongs: {', '.join(_PARTS)}")
            take[part](reader)
        missing = next(expected, "")
        if missing or self._incident is None:
            raise ValueError(f"{missing} is missing")
        return Imported(
            incident=self._incident, events=self._events, count=len(self._seen), earlier=self._earlier,
            items=Posts(self._path, self._incident.room, self._states), notes=tuple(self._notes()),
        )

    def _format(self, reader: Reader) -> None:
        value = reader.value()
        name, _, version = value.partition("/") if isinstance(value, str) else ("", "", "")
        if name != NAME or not re.fullmatch(r"[1-9][0-9]{0,8}", version):
            raise ValueError(f"its format is {str(value)[:60]!r}, not {NAME!r}")
        if int(version) > VERSION:
            raise ImportRefused(f"{self._path} was written by a newer warroom.", hint="Update warroom, then import it.",
                                reason=f"It has version {version} of the form; this warroom knows {VERSION}.")

    def _header(self, reader: Reader) -> None:
        self._said = reader.value()
        if not isinstance(self._said, Mapping):
            raise ValueError("incident is not an object")

    def _log(self, reader: Reader) -> None:
        for raw in reader.elements():
            if len(self._events) == MOST_EVENTS:
                raise ValueError(f"its log has more than {MOST_EVENTS} events")
            event = self._event(raw)
            self._events.append(event)
            if event.post and event.content_sha256:
                self._cited.setdefault(event.post, set()).add(event.content_sha256)
        if broken := first_break(self._events):
            raise ImportRefused(f"The log in {self._path} is broken at event {_shown(broken.event_id)}.",
                                reason=f"Of event {broken.seq}: {broken.reason}.",
                                hint="The file was changed after it was written; ask for a new one.")
        try:
            incident, self._states = rebuild(self._events)
        except BadLog as error:
            raise ImportRefused(f"The log in {self._path} cannot be.", reason=one_line(str(error))) from error
        if incident is None:
            raise ValueError("its log is empty")
        _must_make_sense(incident, self._events)
        if canonical(incident_to_json(incident)) != canonical(self._said):
            raise ValueError("incident says something else than the log")
        self._incident = incident

    def _event(self, raw: Json) -> Event:
        if not isinstance(raw, Mapping):
            raise ValueError(f"event {len(self._events) + 1} is not an object")
        _must_be_text(raw)
        try:
            event = from_row(raw)
        except BadLog as error:
            raise ImportRefused(f"Event {len(self._events) + 1} in {self._path} cannot be read.",
                                reason=one_line(error.reason)) from error
        if canonical(to_row(event)) != canonical(raw):
            raise ImportRefused(f"Event {len(self._events) + 1} in {self._path} is not as warroom writes it.",
                                reason=f"Wrong: {', '.join(_differing(to_row(event), raw))}.")
        if event.post is not None and not _KEY.fullmatch(event.post):
            raise ValueError(f"event {event.seq} speaks of a post that cannot be: {event.post[:60]!r}")
        return event

    def _posts(self, reader: Reader) -> None:
        if self._incident is None:
            raise ValueError("events are missing")
        for number, raw in enumerate(reader.elements(), 1):
            item, earlier = _read_post(raw, number, self._incident.room)
            key = item.key
            if key in self._seen:
                raise ValueError(f"post {number} is there twice")
            self._seen.add(key)
            if earlier:
                self._earlier[key] = earlier
            if key in self._cited:
                self._found[key] = {sha for post in (*earlier, item.post)
                                    for sha in (post.content_sha256, post.named_sha256)}
            self._drifted += item.triage != self._states.get(key, UNTOUCHED)

    def _notes(self) -> Iterator[str]:
        if absent := sum(key not in self._seen for key in self._cited):
            yield f"{absent} posts that the log speaks of are not in the file."
        for key, hashes in self._cited.items():
            if key in self._found and hashes - self._found[key]:
                yield f"The text of {key} is not the one that the log speaks of."
        if self._drifted:
            yield f"{self._drifted} posts had another state than the log says; the log is believed."


def _read_post(raw: Json, number: int, room: str, *, strict: bool = True) -> tuple[Item, tuple[Post, ...]]:
    if not isinstance(raw, Mapping):
        raise ValueError(f"post {number} is not an object")
    _must_be_text(raw)
    try:
        item = item_from_json({**raw, "id": number})
        earlier = tuple(post_from_json(version) for version in _objects(raw.get("earlier")))
    except ValueError as error:
        raise ValueError(f"post {number}: {error}") from error
    if item.room != room:
        raise ValueError(f"post {number} belongs to room {item.room[:60]!r}, not {room!r}")
    if not _KEY.fullmatch(item.key) or any(post.key != item.key for post in earlier):
        raise ValueError(f"post {number} has an id that cannot be")
    # Equality takes 1 for true, but all that could be either was told apart when it was read; only drill was not.
    state = raw.get("triage")
    # A state gains fields over time; an older document leaves them out, and they have their defaults.
    told = {**raw, "triage": {**to_json(UNTOUCHED), **state}} if isinstance(state, Mapping) else raw
    if strict and ((line := post_line(item, earlier)) != told or raw.get("drill") is not line["drill"]):
        raise ValueError(f"post {number} is not as warroom writes it: wrong are {', '.join(_differing(line, raw))}")
    return item, earlier


def _must_make_sense(incident: Incident, events: Sequence[Event]) -> None:
    if not _NAME.fullmatch(incident.id) or not _NAME.fullmatch(incident.room):
        raise ValueError(f"{incident.id[:60]!r} in room {incident.room[:60]!r} is no name of an incident")
    if incident.drill == (incident.room == LIVE):
        raise ValueError("a drill has a room of its own, and nothing else has")
    for event in events:
        if event.drill != incident.drill:
            raise ValueError(f"event {event.seq} says the contrary of the incident about being a drill")


def _objects(value: Json) -> list[Mapping[str, Json]]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise ValueError("earlier is not a list")
    found = [version for version in value if isinstance(version, Mapping)]
    if len(found) != len(value):
        raise ValueError("an earlier version is not an object")
    return found


def _differing(ours: Mapping[str, Json], theirs: Mapping[str, Json]) -> list[str]:
    names = {**ours, **theirs}
    return [_shown(name) for name in names
            if name not in ours or name not in theirs or canonical(ours[name]) != canonical(theirs.get(name))]


def _shown(name: str) -> str:
    return one_line(name)[:80]


def _must_be_text(value: Json) -> None:
    """Raise ValueError where a text holds NUL or half a surrogate pair, which no database takes; ours holds neither."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("a text holds half a character") from None
    if "\\u0000" in text and _holds_nul(value):
        raise ValueError("a text holds NUL")


def _holds_nul(value: Json) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, Mapping):
        return any(_holds_nul(name) or _holds_nul(part) for name, part in value.items())
    return isinstance(value, Sequence) and any(map(_holds_nul, value))
