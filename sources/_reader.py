"""From a scenario's TOML table to a scenario, checked word by word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sources._hostile import STRANGE
from sources._script import KINDS, Beat, Everyday, Person, Phase, Place, Scenario, Voice
from sources._table import Table, nearest
from sources._words import Slots, check_phrases
from warroom.domain.model import Platform, Sentiment


def read_scenario(top: Table, name: str) -> Scenario:
    """Read a whole scenario. Raises ConfigError with file, key and the nearest known name."""
    slots = _slots(top.table("slots"))
    voices = {voice.name: voice for voice in _voices(top.table("voice"), slots)}
    if not voices:
        raise top.wrong("voice", "is missing: nobody speaks")
    people = {person.name: person for person in _people(top.table("person"))}
    phases = tuple(_phases(top, voices))
    names = top.table("names")
    first, last = names.table("first"), names.table("last")
    scenario = Scenario(
        name=name,
        title=top.text("title"),
        summary=top.text("summary", ""),
        brand=top.texts("brand"),
        start=top.moment("start"),
        phases=phases,
        voices=voices,
        people=people,
        beats=tuple(_beats(top, people, voices, sum(phase.minutes for phase in phases))),
        subreddits=tuple(_places(top, "subreddits")),
        instances=tuple(_places(top, "instances")),
        slots=slots,
        first_names={lang: first.texts(lang) for lang in first.names()},
        last_names={lang: last.texts(lang) for lang in last.names()},
        nicknames=(names.texts("nick_first"), names.texts("nick_last")),
        authors=int(top.number("authors", 1500, low=20, high=100_000)),
        strange=tuple(_strange(top)),
        usual=_usual(top.table("usual")),
    )
    if not scenario.brand:
        raise top.wrong("brand", "is missing", "List the words that posts about the brand have.")
    for key in ("first", "last"):
        if not names.table(key).texts("en"):
            raise names.wrong(f"{key}.en", "is missing")
    if not all(scenario.nicknames):
        raise names.wrong("nick_first", "and nick_last must both have words")
    names.done()
    top.done()
    return scenario


def _slots(table: Table) -> Slots:
    slots = {lang: {name: inner.texts(name) for name in inner.names()}
             for lang, inner in ((lang, table.table(lang)) for lang in table.names())}
    for lang, banks in slots.items():
        for name, phrases in banks.items():
            check_phrases(phrases, slots, lang, table.fault(f"{lang}.{name}"))
    return slots


def _voices(table: Table, slots: Slots) -> Iterator[Voice]:
    for name in table.names():
        inner = table.table(name)
        stance = Sentiment(inner.one_of("stance", Sentiment))
        settings = {
            "hashtags": inner.texts("hashtags"), "links": inner.texts("links"), "emoji": inner.texts("emoji"),
        }
        share, regulars = inner.number("link_share", 0.0, high=1), int(inner.number("regulars", 0, high=100_000))
        copies = inner.flag("copies")
        phrases: dict[str, dict[str, tuple[str, ...]]] = {}
        known = {"stance", "hashtags", "links", "emoji", "link_share", "regulars", "copies"}
        for lang in (key for key in inner.names() if key not in known):
            if not 2 <= len(lang) <= 3:
                raise inner.wrong(lang, "means nothing here", nearest(lang, known) + " Or give a language: en, de …")
            spoken = inner.table(lang)
            phrases[lang] = {kind: spoken.texts(kind) for kind in KINDS}
            spoken.done()
            if not phrases[lang]["say"]:
                raise spoken.wrong("say", "is missing: the voice has nothing to say in this language")
            for kind, lines in phrases[lang].items():
                check_phrases(lines, slots, lang, spoken.fault(kind))
        if not phrases:
            raise inner.wrong("en", "is missing: the voice has no words in any language")
        yield Voice(name=name, stance=stance, phrases=phrases, link_share=share, regulars=regulars, copies=copies,
                    **settings)


def _usual(table: Table) -> Everyday:
    days = int(table.number("days", 14, low=0, high=60))
    shape = table.numbers("shape", low=0.01, high=1e6) or (1.0,) * 24
    negative = table.number("negative", low=0, high=1) if table.has("negative") else None
    net = table.number("net", 0.0, low=-1, high=1)
    table.done()
    if len(shape) != 24:
        raise table.wrong("shape", "must have 24 numbers, one for each hour of the day")
    return Everyday(days=days, shape=shape, negative=negative, net=net)


def _phases(top: Table, voices: Mapping[str, Voice]) -> Iterator[Phase]:
    spoken = {lang for voice in voices.values() for lang in voice.phrases}
    count = 0
    for table in top.tables("phase"):
        count += 1
        mix = table.weights("voices", voices)
        if not mix:
            raise table.wrong("voices", "is missing: nobody speaks in this phase")
        languages = table.weights("languages", spoken) or top.weights("languages", spoken) or {"en": 1.0}
        for name in mix:
            if not languages.keys() & voices[name].phrases.keys():
                raise table.wrong(f"voices.{name}", f"speaks none of {', '.join(languages)}")
        platforms = table.weights("platforms", Platform) or top.weights("platforms", Platform)
        yield Phase(
            name=table.text("name"),
            minutes=table.number("minutes", low=0.1, high=10_000),
            per_minute=table.pair("per_minute", low=0.1, high=100_000),
            voices=mix,
            languages=languages,
            platforms={Platform(key): weight for key, weight in platforms.items()} or dict.fromkeys(Platform, 1.0),
            replies=table.number("replies", 0.3, high=1),
            reposts=table.number("reposts", 0.08, high=1),
            quotes=table.number("quotes", 0.04, high=1),
            copies=table.number("copies", 0.02, high=1),
            edits=table.number("edits", 0.01, high=1),
            deletions=table.number("deletions", 0.01, high=1),
        )
        table.done()
    if not count:
        raise top.wrong("phase", "is missing: the story has no [[phase]]")
    top.has("languages")
    top.has("platforms")


def _people(table: Table) -> Iterator[Person]:
    for name in table.names():
        inner = table.table(name)
        yield Person(
            name=name,
            platform=Platform(inner.one_of("platform", Platform)),
            handle=inner.text("handle"),
            display=inner.text("display", ""),
            reach=int(inner.number("reach")) if inner.has("reach") else None,
            verified=inner.flag("verified"),
            place=inner.text("place", ""),
            lang=inner.text("lang", "en"),
        )
        inner.done()


def _beats(
    top: Table, people: Mapping[str, Person], voices: Mapping[str, Voice], length: float,
) -> Iterator[Beat]:
    told: dict[str, Beat] = {}
    for table in top.tables("beat"):
        at = table.number("at", high=length)
        edit = table.number("edit_at", low=at, high=length) if table.has("edit_at") else None
        gone = table.number("delete_at", low=at, high=length) if table.has("delete_at") else None
        beat = Beat(
            name=table.text("name"), at=at, by=table.one_of("by", people), text=table.text("text", ""),
            reply_to=table.one_of("reply_to", told, ""), quotes=table.one_of("quotes", told, ""),
            links=table.texts("links"), alt=table.texts("alt"), edit_at=edit,
            edit_text=table.text("edit_text") if edit is not None else "", delete_at=gone,
            pull=table.number("pull", 1.0, high=1000), answers=table.weights("answers", voices),
        )
        for key, other in (("reply_to", beat.reply_to), ("quotes", beat.quotes)):
            if not other:
                continue
            if told[other].at > at:
                raise table.wrong(key, f"names {other!r}, which comes later")
            if people[told[other].by].platform is not people[beat.by].platform:
                raise table.wrong(key, f"names {other!r}, which is on another platform")
        if beat.name in told:
            raise table.wrong("name", f"is {beat.name!r}, which another beat has")
        told[beat.name] = beat
        table.done()
        yield beat


def _places(top: Table, key: str) -> Iterator[Place]:
    found = False
    for table in top.tables(key):
        found = True
        reach = int(table.number("reach")) if table.has("reach") else None
        yield Place(table.text("name"), table.number("weight", 1.0, low=0.001), reach, table.text("lang", ""))
        table.done()
    if not found:
        raise top.wrong(key, "is missing", f"Give at least one [[{key}]] with a name, or extend _acme.")


def _strange(top: Table) -> Iterator[str]:
    for name in top.texts("strange"):
        if name not in STRANGE:
            raise top.wrong("strange", f"names {name!r}, which is not known", nearest(name, STRANGE))
        yield name
