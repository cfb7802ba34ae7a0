"""A house's own rules, read from TOML: words, levels, exceptions (in the manner of Vale's styles)."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias, cast

import regex

from warroom.domain.errors import ConfigError
from warroom.domain.text import clip, one_line
from warroom.domain.tone.draft import Draft, folded, merged
from warroom.domain.tone.kinds import Brief, Find, Hit, Level, Rule
from warroom.domain.tone.notation import Phrase
from warroom.domain.tone.phrases import Book, Phrases

#: Seconds that all matches of one pattern of a house may take in one draft.
PATIENCE: Final = 0.02
#: Seconds that all patterns of a house may take in one draft; then each has but a moment, which quick ones do not need.
COMMON: Final = 0.1
_MOMENT: Final = 0.000_5
#: Characters of a pattern, with what it repeats written out; the engine lays it out before it looks at any text.
WIDEST: Final = 10_000
_ATOM: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<least>\d+)(?:,\d*)?\}|.", re.DOTALL)
_QUICKER: Final = "Read the draft for what the pattern looks for, and have the pattern written so that it is quick."
#: A house's files, each with where it is from, in the order in which they count.
Tables: TypeAlias = Sequence[tuple[Mapping[str, object], str]]
_KEYS: Final = ("level", "phrases", "patterns", "except", "reason", "suggestion", "off")


def ruled(rules: Sequence[Rule], house: Tables) -> tuple[Rule, ...]:
    """Add all files of a house to rules. Raises ConfigError as :func:`with_house` does."""
    for table, origin in house:
        rules = with_house(rules, table, origin)
    return tuple(rules)


def with_house(rules: Sequence[Rule], table: Mapping[str, object], origin: str) -> tuple[Rule, ...]:
    """Add a house's file to rules: a table a rule, under the id of one of ours.

    ``phrases`` are in the language of :mod:`warroom.domain.tone.phrases`, ``patterns`` are regular expressions on
    the folded text that may take :data:`PATIENCE` seconds, and :data:`COMMON` together, ``except`` lists texts that are allowed, ``level`` is
    another level, ``off`` takes the rule away. What is confidential is found in quotations, code and links too, and
    where it is denied. Raises ConfigError with the file, the rule and what is wrong.
    """
    known = {rule.id: rule for rule in rules}
    book = Book()
    for name, own in table.items():
        rule = known.get(name)
        if rule is None:
            raise _wrong(origin, name, "there is no such rule", f"The rules are {', '.join(sorted(known))}.")
        if not isinstance(own, dict):
            raise _wrong(origin, name, "it is no table", f"Write [{name}] and the settings under it.")
        if strange := sorted(own.keys() - set(_KEYS)):
            raise _wrong(origin, name, f"it has no {strange[0]!r}", f"Known are {', '.join(_KEYS)}.")
        if not isinstance(own.get("off", False), bool):
            raise _wrong(origin, name, "off is neither true nor false", "They stand without quotes.")
        if own.get("off") is True:
            del known[name]
        else:
            known[name] = _changed(rule, cast("Mapping[str, object]", own), origin, book)
    return tuple(known.values())


def _changed(rule: Rule, own: Mapping[str, object], origin: str, book: Book) -> Rule:
    try:
        level = Level(str(own.get("level", rule.level)))
    except ValueError:
        raise _wrong(origin, rule.id, "its level is none", "Write error, warning or suggestion.") from None
    wanted = Phrases("\n".join(_phrase(words, rule.id, origin) for words in _texts(own, "phrases", rule.id, origin)),
                     book, everywhere=True)
    patterns = [_pattern(words, rule.id, origin) for words in _texts(own, "patterns", rule.id, origin)]
    allowed = [folded(words) for words in _texts(own, "except", rule.id, origin) if words.strip()]
    words = (_text(own, "reason", rule.id, origin), _text(own, "suggestion", rule.id, origin))
    grave = None if "level" in own else rule.grave
    changed = replace(rule, level=level, grave=grave, allowed=(*rule.allowed, *allowed))
    return replace(changed, find=_finding(changed, wanted, patterns, words, everywhere=rule.id == "confidential"))


def _finding(rule: Rule, wanted: Phrases, patterns: list[regex.Pattern[str]], words: tuple[str, str], *,
             everywhere: bool) -> Find:
    def find(draft: Draft, brief: Brief) -> Iterator[Hit]:
        found = list(rule.find(draft, brief))
        # A secret is out also where it is quoted, denied, or part of a link.
        spans = draft.all.find(wanted) if everywhere else draft.find(wanted)
        matches, slow = _matches(draft, draft.said if everywhere else draft.own, patterns)
        hits = [Hit(*span, *words, firm=True) for span in merged([*spans, *matches])]
        for hit in sorted((*found, *hits), key=lambda hit: hit[:2]):
            if not rule.spares(draft, hit[:2]):
                yield hit
        # What was not looked for may be there: it weighs as much as what is found.
        where = draft.sentences[0] if draft.sentences else (0, len(draft.said))
        yield from (Hit(*where, _unchecked(pattern), _QUICKER, firm=True) for pattern in slow)

    return find


def patience(spent: float) -> float:
    """How long the next pattern may take (s) in a draft in which others have taken ``spent``."""
    return min(PATIENCE, max(_MOMENT, COMMON - spent))


def _matches(
    draft: Draft, text: str, patterns: Sequence[regex.Pattern[str]],
) -> tuple[list[tuple[int, int]], list[regex.Pattern[str]]]:
    """Where the patterns match, and those that were too slow: of them what they found so far, for nobody waits."""
    spans: list[tuple[int, int]] = []
    slow: list[regex.Pattern[str]] = []
    for pattern in patterns:
        began = time.perf_counter()
        try:
            spans += (found.span() for found in pattern.finditer(text, timeout=patience(draft.spent))
                      if found.end() > found.start())
        except TimeoutError:
            slow.append(pattern)
        draft.spent += time.perf_counter() - began
    return spans, slow


def _unchecked(pattern: regex.Pattern[str]) -> str:
    return f"The house's pattern {clip(one_line(pattern.pattern), 60)!r} took too long and did not check this draft."


def _texts(own: Mapping[str, object], key: str, rule: str, origin: str) -> list[str]:
    value = own.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _wrong(origin, rule, f"its {key} are no list of texts", f'Write {key} = ["...", "..."].')
    return [str(one) for one in value]


def _text(own: Mapping[str, object], key: str, rule: str, origin: str) -> str:
    value = own.get(key, "")
    if not isinstance(value, str):
        raise _wrong(origin, rule, f"its {key} is no text", f'Write {key} = "...".')
    return value


def _phrase(words: str, rule: str, origin: str) -> str:
    try:
        Phrase(words).check()
    except ValueError as error:
        raise _wrong(origin, rule, f"{words!r} cannot be a phrase: {error}", "docs/tone.md shows the form.") from error
    return " ".join(words.split())


def _pattern(words: str, rule: str, origin: str) -> regex.Pattern[str]:
    if _unrolled(words) > WIDEST:
        raise _wrong(origin, rule, f"{clip(one_line(words), 60)!r} repeats too much", f"A pattern may be {WIDEST:,} "
                     "characters long, with what it repeats written out.")
    try:
        return regex.compile(words, regex.IGNORECASE)
    except regex.error as error:
        raise _wrong(origin, rule, f"{words!r} is no regular expression: {error}", "") from error
    except RecursionError as error:
        raise _wrong(origin, rule, "a regular expression is nested too deep", "") from error


def _unrolled(pattern: str) -> int:
    """How long a pattern is with each ``x{n}`` written out: so the engine does, and takes all memory over `a{100000000}`."""
    groups, last = [0], 0
    for found in _ATOM.finditer(pattern):
        if found["least"]:
            times = max(1, int(found["least"][:9]))
            groups[-1] += last * (times - 1)
            last *= times
        elif found[0] == "(":
            groups.append(0)
        elif found[0] == ")" and len(groups) > 1:
            last = groups.pop() + 1
            groups[-1] += last
        else:
            last = 1
            groups[-1] += 1
        if last > WIDEST:
            return last
    return sum(groups)


def _wrong(origin: str, rule: str, reason: str, hint: str) -> ConfigError:
    return ConfigError(f"{origin}: the rule {rule} cannot be used.", reason=f"{reason[:1].upper()}{reason[1:]}.", hint=hint)
