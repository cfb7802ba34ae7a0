from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from helpers.making import MOMENTS, POSTS, SCORES, START, item
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.errors import QueryError
from warroom.domain.item import Item
from warroom.domain.match import matches, says
from warroom.domain.model import Label, Platform, Score, Unscored
from warroom.domain.query import (
    EVERYTHING,
    OPERATORS,
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
    moment,
    parse,
    span,
)
from warroom.domain.text import tokens
from warroom.domain.triage import Status, Triage
from warroom.domain.wire import stamp

BAD, FINE = Score(0.8, 0.15, 0.05), Score(0.1, 0.1, 0.8)
NAMES = st.from_regex(r"[a-z0-9._-]{1,8}", fullmatch=True)
WORDS = st.text(max_size=12).map(tokens).filter(bool).map(tuple)
PLAIN: st.SearchStrategy[Plain] = st.one_of(
    st.builds(Words, WORDS, st.booleans()), st.builds(From, NAMES), st.builds(On, st.sampled_from(Platform)),
    st.builds(Tagged, st.from_regex(r"[a-z0-9]([a-z0-9 ]{0,6}[a-z0-9])?", fullmatch=True)), st.builds(HeldBy, NAMES),
    st.builds(Is, st.sampled_from(Flag)), st.builds(Lang, NAMES), st.builds(Since, MOMENTS),
    st.builds(Compare, st.sampled_from(Field), st.sampled_from(sorted(OPERATORS)), st.integers(-(10**9), 10**9).map(
        lambda number: number / 1000)),
)
TERMS: st.SearchStrategy[list[Term]] = st.lists(PLAIN | PLAIN.map(Not), max_size=5)
TRIAGE = st.builds(
    Triage, status=st.sampled_from(Status), holder=st.sampled_from(["", "mara", "jo"]),
    tags=st.lists(st.sampled_from(["legal", "store 12"]), max_size=2, unique=True).map(tuple),
    escalated_to=st.sampled_from(["", "pr"]), pinned=st.booleans(), notes=st.integers(0, 2),
    label=st.none() | st.sampled_from(Label),
)
ITEMS = st.builds(
    Item, id=st.integers(1, 99), room=st.just("live"), post=POSTS, received_at=MOMENTS, version=st.integers(1, 3),
    deleted_at=st.none() | MOMENTS, score=SCORES, triage=TRIAGE,
)
# What people and cats type: keys, signs and halves of everything.
TYPED = st.lists(st.sampled_from([
    "from:", "tag:", "by:", "is:", "since:", "reach>", "reach", "sentiment<", "platform:", "lang:", "frm:", "mine",
    "me", "mastodon", "-", '"', "*", "#", "@", " ", "  ", "\n", ":", "<=", "=", "10k", "-0.3", "9" * 400, "2h", "1e5",
    "٣", "²", "9999-12-31", "0001-01-01", "2026-03-01T25:00", "16:30", "99:99", "ß", "İ", "🍔", "\x1b", "\ud800", "\0",
    "refund",
]), max_size=8).map("".join) | st.text(max_size=30)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))])


def ask(text: str, *, me: str = "") -> Query:
    return parse(text, now=START, me=me)


def attempt(text: str, now: datetime) -> Query | QueryError:
    try:
        return parse(text, now=now, me="mara")
    except QueryError as error:
        return error


def written(term: Term) -> str:
    """The filter that stands for a term."""
    match term:
        case Not(inner):
            return f"-{written(inner)}"
        case Words(words, prefix):
            return f'"{" ".join(words)}{"*" if prefix else ""}"'
        case From(handle):
            return f"from:@{handle}"
        case On(platform):
            return f"platform:{platform}"
        case Tagged(tag):
            return f'tag:"{tag}"'
        case HeldBy(person):
            return f"by:{person}"
        case Is(flag):
            return f"is:{flag}"
        case Compare(field, op, value):
            return f"{field}{op}{value:.3f}"
        case Lang(tag):
            return f"lang:{tag}"
        case Since(at):
            return f"since:{stamp(at)}"


@given(TYPED, ZONES)
def test_a_filter_is_read_or_the_word_at_fault_is_named(text: str, zone: timezone) -> None:
    for now in (START.astimezone(zone), datetime(1, 1, 3, tzinfo=zone), datetime(9999, 12, 29, tzinfo=zone)):
        read = attempt(text, now)
        if isinstance(read, Query):
            assert read.text == text
            assert isinstance(matches(read, item(1)), bool)
        else:
            assert 0 <= read.start < read.end <= len(text)
            assert read.title
            assert len(str(read)) < 400


@given(TERMS)
def test_a_filter_written_out_is_read_as_it_was(terms: list[Term]) -> None:
    assert ask(" ".join(map(written, terms))).terms == tuple(terms)


@given(TERMS, ITEMS)
def test_all_terms_must_hold_and_a_minus_turns_one_round(terms: list[Term], one: Item) -> None:
    each = [matches(Query((term,)), one) for term in terms]
    assert matches(Query(tuple(terms)), one) == all(each)
    for term, holds in zip(terms, each, strict=True):
        turned = term.term if isinstance(term, Not) else Not(term)
        assert matches(Query((turned,)), one) != holds


@given(ITEMS)
def test_a_post_is_found_by_its_own_words_and_no_filter_finds_everything(one: Item) -> None:
    assert matches(EVERYTHING, one)
    assert matches(ask(""), one)
    words = tokens(one.post.text)
    if words:
        assert matches(Query((Words(tuple(words)),)), one)
        assert matches(Query((Words((words[-1][:1],), prefix=True),)), one)


@pytest.mark.parametrize(("text", "terms"), [
    ("refund", (Words(("refund",)),)),
    ("Réfund*", (Words(("refund",), prefix=True),)),
    ('"sick on sun*"', (Words(("sick", "on", "sun"), prefix=True),)),
    ('-"Sick on Sunday"', (Not(Words(("sick", "on", "sunday"))),)),
    ("don't", (Words(("don", "t")),)),
    ("from:@Mara from:u/Ana from:/u/Bo", (From("mara"), From("ana"), From("bo"))),
    ("FROM:mara Platform:Bluesky", (From("mara"), On(Platform.BLUESKY))),
    ('tag:#Legal tag:"Store 12"', (Tagged("legal"), Tagged("store 12"))),
    ("by:me is:mine by:Jo", (HeldBy("mara"), HeldBy("mara"), HeldBy("Jo"))),
    ("is:negative -is:claimed", (Is(Flag.NEGATIVE), Not(Is(Flag.CLAIMED)))),
    ("sentiment<-0.3 reach>=10k reach:5 reach=1.5M", (
        Compare(Field.SENTIMENT, "<", -0.3), Compare(Field.REACH, ">=", 10_000.0), Compare(Field.REACH, "=", 5.0),
        Compare(Field.REACH, "=", 1_500_000.0))),
    ("since:2h", (Since(START - timedelta(hours=2)),)),
    ("since:1h30m", (Since(START - timedelta(minutes=90)),)),
    ("since:2026-02-01", (Since(datetime(2026, 2, 1, tzinfo=UTC)),)),
    ("since:16:30", (Since(datetime(2026, 2, 28, 16, 30, tzinfo=UTC)),)),
    ("lang:PT", (Lang("pt"),)),
    ('"from:mara"', (Words(("from", "mara")),)),
    ("https://example.com/a", (Words(("https", "example", "com", "a")),)),
    ("10:30", (Words(("10", "30")),)),
    ('- * "" & -- -""', ()),
    ("東京", (Words(("東", "京")),)),
])
def test_filters_mean_what_the_help_says(text: str, terms: tuple[Term, ...]) -> None:
    assert ask(text, me="mara").terms == terms


@pytest.mark.parametrize(("text", "fault", "hint"), [
    ("refund frm:mara", "frm", "Did you mean from?"),
    ("note:x", "note", "quote it"),
    ("-is:angry", "angry", "One of negative"),
    ("is:negativ", "negativ", "Did you mean negative?"),
    ("platform:myspace", "myspace", "One of reddit"),
    ("is:mine", "mine", "by:mara"),
    ("by:me", "me", "by:mara"),
    ("reach>lots", "lots", "reach>10k"),
    ("sentiment<-1k", "-1k", "sentiment<-0.3"),
    ("sentiment=<0.3", "<0.3", "sentiment<-0.3"),
    ("reach>1e5", "1e5", "reach>10k"),
    ("reach>" + "9" * 400, "9" * 400, "reach>10k"),
    ("since:soon", "soon", "30m"),
    ("since:99:99", "99:99", "30m"),
    ("since:2026-13-01", "2026-13-01", "30m"),
    ("since:" + "9" * 30 + "w", "9" * 30 + "w", "30m"),
    ("since:999999999w", "999999999w", "30m"),
    ("a from: b", "from:", ""),
    ('tag:""', 'tag:""', ""),
    ("tag:#", "#", ""),
    ("from:@", "@", ""),
    ("from=mara", "=", "from:mara"),
    ('one "two three', '"two three', "closing"),
    ("good 🍔 bad", "🍔", "letters and digits"),
])
def test_an_error_points_at_the_word_and_says_what_would_do(text: str, fault: str, hint: str) -> None:
    with pytest.raises(QueryError) as refused:
        ask(text)
    assert text[refused.value.start:refused.value.end] == fault
    assert hint in refused.value.hint


@pytest.mark.parametrize("text", [
    "since:0001-01-01", "since:0001-01-01T00:00:00+14:00", "since:9999-12-31T23:59:59-12:00",
])
def test_a_time_beyond_the_calendar_is_an_error_and_no_crash(text: str) -> None:
    with pytest.raises(QueryError):
        parse(text, now=START.astimezone(timezone(timedelta(hours=14))))


@pytest.mark.parametrize("unit", ["9", "x", "-", ":", "a:", "1h", " ", "a ", '""', "\u0301", "since:1", "1.", "9h "])
def test_a_filter_of_any_length_is_read_without_hanging(unit: str) -> None:
    for lead in ("", "since:", "reach>", "from:", "is:", '"'):
        text = lead + unit * 20_000 + ('"' if lead == '"' else "")
        read = attempt(text, START)
        assert read.text == text if isinstance(read, Query) else len(str(read)) < 400


def test_posts_are_found_by_what_they_say_and_what_was_done_to_them() -> None:
    held = Triage(holder="mara", tags=("legal",), pinned=True, notes=1, escalated_to="pr")
    post = item(1, "Sick on Sunday, want a REFUND 🍔", author="Ana@example.social", reach=12_000, lang="en",
                verified=True, parent_id="7", repost_of="8", quoted="they lied", media_alt=("a cold burger",),
                score=BAD, triage=held, version=2, deleted_at=START)
    for text in ("refund", '"sick on sunday"', "sun*", '"want a ref*"', "lied", "burger", "from:ana", "from:@ANA@ex",
                 "platform:mastodon", "tag:legal", "by:mara", "is:negative", "is:open", "is:claimed", "is:escalated",
                 "is:tagged", "is:pinned", "is:noted", "is:deleted", "is:edited", "is:reply", "is:repost",
                 "is:verified", "sentiment<-0.5", "reach>10k", "reach<=12k", "lang:en", "since:1h", "-meme",
                 "-is:snoozed"):
        assert matches(ask(text), post), text
    for text in ("sunday sick meme", '"sunday sick"', "fund", "from:na", "tag:leg", "by:jo", "is:positive",
                 "is:unclaimed", "is:answered", "sentiment>0", "reach>12k", "lang:de", "-refund", "is:unscored",
                 "is:dismissed"):
        assert not matches(ask(text), post), text


def test_what_is_not_known_matches_no_comparison() -> None:
    unknown = item(1, reach=None, score=None)
    assert not matches(ask("reach>=0"), unknown)
    assert not matches(ask("reach<1"), unknown)
    assert not matches(ask("sentiment>=-1"), unknown)
    assert matches(ask("is:unscored"), unknown)
    unreadable = replace(unknown, score=Unscored("too long"))
    assert matches(ask("is:unscored"), unreadable)
    assert matches(ask("is:positive sentiment>0.5"), replace(unknown, score=FINE))


@pytest.mark.parametrize(("text", "seconds"), [
    ("90s", 90), ("30m", 1800), ("1h30m", 5400), ("1h 30m", 5400), ("2d", 172_800), ("1w", 604_800), ("1.5h", 5400),
    (" 5 m ", 300),
])
def test_a_length_of_time_is_read(text: str, seconds: int) -> None:
    assert span(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", [
    "", " ", "5", "h", "5x", "5m5", "1.h", "-5m", "5m, 3s", "٣h", "1" * 99 + "h", "999999999w",
])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        span(text)


def test_a_clock_time_is_the_last_or_the_next_one_in_the_zone_of_now() -> None:
    now = START.astimezone(timezone(timedelta(hours=2)))  # 14:00 there
    assert moment("13:00", now=now, back=True) == datetime(2026, 3, 1, 11, 0, tzinfo=UTC)
    assert moment("13:00", now=now, back=False) == datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
    assert moment("15:00", now=now, back=True) == datetime(2026, 2, 28, 13, 0, tzinfo=UTC)
    assert moment("15:00", now=now, back=False) == datetime(2026, 3, 1, 13, 0, tzinfo=UTC)
    assert moment("2026-03-01", now=now, back=True) == datetime(2026, 2, 28, 22, 0, tzinfo=UTC)
    assert moment("2h", now=now, back=False) == START + timedelta(hours=2)


def test_what_a_person_says_of_a_post_goes_before_what_the_model_says() -> None:
    praised = item(1, "sick!", score=BAD, triage=Triage(label=Label.POSITIVE))
    assert matches(ask("is:positive is:labelled -is:negative"), praised)
    other = item(2, "sick!", score=BAD, triage=Triage(label=Label.IRRELEVANT))
    assert matches(ask("is:irrelevant -is:negative -is:positive -is:neutral"), other)
    assert matches(ask("is:negative -is:labelled"), item(3, "sick!", score=BAD))


@given(st.text(st.sampled_from("ab1 _-.\nAB\u00e9\u0301\u4f60"), max_size=14),
       st.lists(WORDS.map(lambda words: words[0]), min_size=1, max_size=2).map(tuple) | st.lists(
           st.text(st.sampled_from("ab1"), min_size=1, max_size=2), min_size=1, max_size=2).map(tuple), st.booleans())
def test_words_are_found_where_they_stand_one_after_another(text: str, wanted: tuple[str, ...], prefix: bool) -> None:
    have, size = tokens(text), len(wanted)
    stretches = [tuple(have[at : at + size]) for at in range(len(have) - size + 1)]
    assert says(Words(wanted, prefix), text) is any(
        stretch[:-1] == wanted[:-1] and (stretch[-1].startswith(wanted[-1]) if prefix else stretch[-1] == wanted[-1])
        for stretch in stretches)
