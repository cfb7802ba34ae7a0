"""A filter as SQL: each term as a condition on one post, and, where there is one, as a way to walk to its posts.

A *way* lists ids from an index. A sorted way gives them newest first, so that a page stops as soon as it is full; a
loose way gives a range of another order, which pays only where few posts are in it. Words and marks (see ``words``)
make one sorted way together. Which way is taken is decided in ``pages`` by looking at how many posts each has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from warroom.domain.model import LIVE, Platform, Sentiment, storable
from warroom.domain.query import (
    Compare,
    Field,
    Flag,
    From,
    HeldBy,
    Is,
    Lang,
    Not,
    On,
    Plain,
    Query,
    Since,
    Tagged,
    Term,
    Words,
)
from warroom.domain.triage import Status
from warroom.store import words
from warroom.store.bounds import contradicts, simple
from warroom.store.rows import MOODS, ticks
from warroom.store.ways import Way, spanning

Value: TypeAlias = "str | int | float"

_TREE_FLAGS: Final = {Flag.DELETED: "deleted", Flag.EDITED: "edited"}
_MARK_FLAGS: Final = {
    Flag.REPLY: ("reply", words.REPLY), Flag.REPOST: ("repost", words.REPOST),
    Flag.VERIFIED: ("verified", words.VERIFIED),
}
_MOOD_FLAGS: Final = {
    Flag.NEGATIVE: (MOODS[Sentiment.NEGATIVE],), Flag.NEUTRAL: (MOODS[Sentiment.NEUTRAL],),
    Flag.POSITIVE: (MOODS[Sentiment.POSITIVE],), Flag.UNSCORED: (0, 1),
}
#: What a person says of a post goes before what the model says.
_LABELLED: Final = "SELECT t.label FROM triage t WHERE t.incident = :incident AND t.post_id = f.id AND t.label <> ''"
_MOOD: Final = f"CASE f.mood {' '.join(f'WHEN {number} THEN {mood.value!r}' for mood, number in MOODS.items())} END"
#: Condition on a row of triage, and the index that lists such rows newest first.
_TRIAGE_FLAGS: Final = {
    Flag.CLAIMED: ("t.holder <> ''", "triage_claimed"),
    Flag.SNOOZED: ("t.status = 'snoozed'", "triage_status"),
    Flag.DISMISSED: ("t.status = 'dismissed'", "triage_status"),
    Flag.ANSWERED: ("t.status = 'answered'", "triage_status"),
    Flag.ESCALATED: ("t.escalated_to <> ''", "triage_escalated"),
    Flag.TAGGED: ("t.tags <> '[]'", "triage_tagged"),
    Flag.PINNED: ("t.pinned = 1", "triage_pinned"),
    Flag.NOTED: ("t.notes > 0", "triage_noted"),
    Flag.LABELLED: ("t.label <> ''", "triage_labelled"),
    Flag.IRRELEVANT: ("t.label = 'irrelevant' AND t.label <> ''", "triage_label"),
}
_UNTOUCHED_FLAGS: Final = {Flag.OPEN: "t.status <> 'open'", Flag.UNCLAIMED: "t.holder <> ''"}


@dataclass(slots=True)
class Terms:
    """A compiled filter: conditions on a row of facets, ways, and the values they need.

    ``decided`` are the conditions that a mark says all about. ``marks``, ``wanted`` and ``unwanted`` are FTS5
    expressions, ``lacking`` the single words of the last; ``platforms`` are marks that cut so little that they serve
    where nothing else does; ``begun`` are the expressions of beginnings of words or handles, of which the index makes a
    whole list. ``spoken`` are the terms that only words can decide, ``unsure`` those that ``narrow`` leaves open (see
    :func:`plain_values`). ``far`` is as :func:`words.reaches` has it.
    """

    conditions: list[str] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    platforms: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)
    unwanted: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)
    values: dict[str, Value] = field(default_factory=dict)
    spoken: list[Term] = field(default_factory=list)
    unsure: list[Term] = field(default_factory=list)
    impossible: bool = False
    far: bool = True

    def value(self, given: Value) -> str:
        """Keep a value; returns the name under which SQL asks for it."""
        name = f"v{len(self.values)}"
        self.values[name] = given
        return f":{name}"


def compile_query(query: Query, incident: str, *, far: bool) -> Terms:
    """Compile a filter; with no incident every post is untouched. ``far`` is as :func:`words.reaches` has it."""
    terms = Terms(far=far, impossible=contradicts(query.terms))
    for term in simple(query.terms):
        plain, negated = (term.term, True) if isinstance(term, Not) else (term, False)
        if isinstance(plain, Words):
            terms.spoken.append(term)
            terms.unsure += [term] if negated or plain.prefix else []
            _words(terms, plain, negated=negated)
        else:
            _term(terms, plain, incident, negated=negated)
    return terms


def _words(terms: Terms, plain: Words, *, negated: bool) -> None:
    expression = words.expression(plain)
    if negated:
        terms.unwanted += [expression] if expression else []
        terms.lacking += plain.words if expression and len(plain.words) == 1 and not plain.prefix else ()
    elif expression:
        terms.wanted.append(expression)
        terms.begun += [expression] if plain.prefix else []
    else:
        terms.impossible = True


def _term(terms: Terms, plain: Plain, incident: str, *, negated: bool) -> None:
    condition, way = _condition(terms, plain, incident)
    mark = None if negated and not isinstance(plain, On) else _mark(plain, negated=negated, far=terms.far)
    if condition in ("0", "1"):
        terms.impossible |= (condition == "0") != negated
    elif negated:
        terms.conditions.append(f"NOT coalesce({condition}, 0)")
        terms.ways += _otherwise(plain, condition, way, incident)
    else:
        terms.conditions.append(condition)
        terms.decided += [condition] if isinstance(plain, Is) and mark else []
        terms.ways += [way] if way else []
        if isinstance(plain, Since):
            terms.ways.append(spanning(condition.replace("+f.created", "s.newest"), condition))
    if mark:
        (terms.platforms if isinstance(plain, On) else terms.marks).append(mark)
        terms.begun += [mark] if isinstance(plain, From) else []


def _mark(plain: Plain, *, negated: bool, far: bool) -> str | None:
    """Give the marks of posts of which a term can hold, where marks tell."""
    match plain:
        case On(platform):
            return words.any_of(words.platform(one.value) for one in Platform if (one is platform) != negated)
        case From(handle) if handle and storable(handle) == handle:
            return f'"{words.handle(handle)}" *'
        case Lang(tag) if tag and storable(tag) == tag:
            return words.any_of([words.lang(tag)])
        case Compare(Field.REACH, op, value):
            return words.any_of(words.reaches(op, value, far=far))
        case Is(flag) if flag in _MARK_FLAGS:
            return words.any_of([_MARK_FLAGS[flag][1]])
        case _:
            return None


def _condition(terms: Terms, plain: Plain, incident: str) -> tuple[str, Way | None]:
    match plain:
        case On(platform):
            return _equal(terms, "platform", platform.value)
        case Lang(tag):
            return _equal(terms, "lang", tag)
        case From(handle):
            return _begins(terms, handle)
        case Since(at):
            return _range(terms, "created", ">=", ticks(at))
        case Compare(what, op, value):
            if what is Field.REACH:
                return f"f.reach {op} {terms.value(value)}", None
            return _range(terms, "valence", op, value)
        case Tagged(tag):
            return _tagged(terms, tag, incident)
        case HeldBy(person):
            return _held(terms, person, incident)
        case Is(flag):
            return _flag(flag, incident)
        case _:
            raise TypeError(f"{plain!r} is not a condition on a row")


def _equal(terms: Terms, column: str, given: str) -> tuple[str, Way | None]:
    if storable(given) != given:
        return "0", None
    return f"f.{column} = {terms.value(given)}", None


def _range(terms: Terms, column: str, op: str, given: Value) -> tuple[str, Way | None]:
    name = terms.value(given)
    return f"+f.{column} {op} {name}", Way(
        ((f"facets f INDEXED BY facets_{column}", f"f.room = :room AND f.{column} {op} {name}"),), "f.id", loose=True)


def _begins(terms: Terms, handle: str) -> tuple[str, Way | None]:
    if not handle:
        return "1", None
    if storable(handle) != handle:
        return "0", None
    low, high = terms.value(handle), after(handle)
    if high is None:
        return f"f.handle >= {low}", None
    return f"(f.handle >= {low} AND f.handle < {terms.value(high)})", None


def after(prefix: str) -> str | None:
    """Give the first text that sorts after all that begin with ``prefix``; None where there is none."""
    while prefix:
        last = ord(prefix[-1]) + 1
        if last <= 0x10FFFF:
            return prefix[:-1] + chr(0xE000 if 0xD800 <= last <= 0xDFFF else last)
        prefix = prefix[:-1]
    return None


def _triage(condition: str, *, touched: bool = True) -> str:
    return (f"{'' if touched else 'NOT '}EXISTS (SELECT 1 FROM triage t WHERE t.incident = :incident "  # noqa: S608
            f"AND t.post_id = f.id AND {condition})")  # constants and names of values only


def _tagged(terms: Terms, tag: str, incident: str) -> tuple[str, Way | None]:
    if not incident or storable(tag) != tag:
        return "0", None
    name = terms.value(tag)
    here = f"g.incident = :incident AND g.tag = {name}"
    return (f"EXISTS (SELECT 1 FROM triage_tags g WHERE {here} AND g.post_id = f.id)",  # noqa: S608 - names only
            Way((("triage_tags g", here),), "g.post_id", joined=True, touched=True))


def _held(terms: Terms, person: str, incident: str) -> tuple[str, Way | None]:
    if not person:
        return _flag(Flag.UNCLAIMED, incident)
    if not incident or storable(person) != person:
        return "0", None
    name = terms.value(person)
    condition = f"t.holder = {name} AND t.holder <> ''"
    return _triage(condition), _touched(condition, index="triage_holder")


def _flag(flag: Flag, incident: str) -> tuple[str, Way | None]:
    if flag in _MARK_FLAGS:
        return f"f.{_MARK_FLAGS[flag][0]} = 1", None
    if flag in _TREE_FLAGS:
        column = _TREE_FLAGS[flag]
        return f"+f.{column} = 1", Way(
            ((f"facets f INDEXED BY facets_{column}", f"f.room = :room AND f.{column} = 1"),), "f.id")
    if flag in _MOOD_FLAGS:
        moods = _MOOD_FLAGS[flag]
        if not incident or flag is Flag.UNSCORED:
            # What waits for the model is counted like what the team worked on: mostly it is little, and all of it new.
            return f"+f.mood IN ({', '.join(map(str, moods))})", replace(
                _moods(moods), touched=flag is Flag.UNSCORED)
        return (f"coalesce(({_LABELLED}), {_MOOD}) = '{flag.value}'",
                _felt(moods, f"t.label = '{flag.value}'", index="triage_label"))
    if flag in _UNTOUCHED_FLAGS:
        return (_triage(_UNTOUCHED_FLAGS[flag], touched=False) if incident else "1"), None
    if not incident:
        return "0", None
    condition, index = _TRIAGE_FLAGS[flag]
    return _triage(condition), _touched(condition, index=index)


def _otherwise(plain: Plain, condition: str, way: Way | None, incident: str) -> list[Way]:
    """Give ways to the posts of which a term does not hold, where an index lists them."""
    match plain:
        case Is(flag) if flag in _MOOD_FLAGS:
            moods = [mood for mood in (0, 1, *MOODS.values()) if mood not in _MOOD_FLAGS[flag]]
            if not incident or flag is Flag.UNSCORED:
                return [_moods(moods)]
            return [_felt(moods, f"t.label <> '{flag.value}'", index="triage_labelled")]
        case Is(Flag.UNCLAIMED) | HeldBy(""):
            return [_touched("t.holder <> ''", index="triage_claimed")]
        case Is(Flag.OPEN):
            touched = (f"t.status = '{one}'" for one in Status if one is not Status.OPEN)
            return [_touched(*touched, index="triage_status")]
        case Since() if way is not None:
            arms = [(table, condition.replace(">=", "<")) for table, condition in way.arms]
            earlier = condition.replace(">=", "<")
            return [replace(way, arms=arms), spanning(earlier.replace("+f.created", "s.oldest"), earlier)]
        case _:
            return []


def _touched(*conditions: str, index: str) -> Way:
    return Way(tuple((f"triage t INDEXED BY {index}", f"t.incident = :incident AND {one}") for one in conditions),
               "t.post_id", joined=True, touched=True)


def _moods(moods: Sequence[int]) -> Way:
    return Way(tuple(("facets f INDEXED BY facets_mood", f"f.room = :room AND f.mood = {mood}") for mood in moods),
               "f.id")


def _felt(moods: Sequence[int], label: str, *, index: str) -> Way:
    """Give a way over posts of these moods that nobody labelled, and over those with a label."""
    unlabelled = [(table, f"{condition} AND NOT EXISTS ({_LABELLED})") for table, condition in _moods(moods).arms]
    labelled = (f"triage t INDEXED BY {index} CROSS JOIN facets f",
                f"t.incident = :incident AND t.label <> '' AND {label} AND f.room = :room AND f.id = t.post_id")
    return Way((*unlabelled, labelled), "f.id")


def plain_values(terms: Terms, room: str, incident: str) -> Mapping[str, Value]:
    """Give the values that every statement of a filter in a room may ask for.

    ``words`` asks the index for all that it can decide; ``certain`` for all but unwanted words,
    ``narrow`` for what it decides fast, where a beginning is asked for too, ``crossed`` for the platform too (of which
    ``platform`` and ``marked`` are the halves).
    """
    given: dict[str, Value] = {"room": room, "incident": incident, **terms.values}
    rooms = [] if room == LIVE else [words.any_of([words.room(room)])]
    asked = [*terms.marks, *terms.wanted]
    if asked or terms.platforms or terms.unwanted:
        # The index must begin somewhere: every post has the mark of its platform.
        some = asked or terms.platforms or [words.any_of(map(words.platform, Platform))]
        given["words"] = words.both([*rooms, *some], terms.unwanted)
    if asked and terms.unwanted:
        given["certain"] = words.both([*rooms, *asked], ())
    if asked and terms.platforms and not terms.begun:
        given["platform"] = words.both(terms.platforms, ())
        given["marked"] = words.both(asked, ())
        given["crossed"] = words.both([*rooms, *asked, *terms.platforms], terms.unwanted)
    certain = [one for one in asked if one not in terms.begun]
    if certain and terms.begun:
        given["narrow"] = words.both([*rooms, *certain], ())
    return given


def hint(spoken: Sequence[Term]) -> str:
    """Give a condition on a row of ``posts p`` that holds wherever these terms hold, cheaper than reading its words.

    It judges only texts of ASCII, in which a word stands as it is asked for, whatever its case; escape sequences, which
    a reader does not see, may stand within one.
    """
    asked = {word for term in spoken if isinstance(term, Words) for word in term.words}
    likes = [f"p.text LIKE '%{word}%'" for word in sorted(asked) if word.isascii() and word.isalnum()]
    if not likes:
        return "1"
    return (f"({' AND '.join(likes)} OR length(p.text) <> length(CAST(p.text AS BLOB)) OR instr(p.text, char(27)) "
            "OR p.quoted <> '' OR p.media_alt <> '')")
