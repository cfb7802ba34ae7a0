"""A page holds exactly the posts that ``domain.query.matches`` says, newest first, whatever the filter."""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.stored import NOON, act, add, gone, opening, post
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from warroom.domain.item import Item
from warroom.domain.match import matches
from warroom.domain.model import Gone, Platform, Post, Score, Unscored, digest, post_key
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
    Query,
    Since,
    Tagged,
    Words,
    parse,
)
from warroom.domain.text import tokens
from warroom.domain.triage import Verb
from warroom.ports import Batch, Store
from warroom.store import blocks, choosing, connection, masks, migrations, pages, ways
from warroom.store.sql import open_store

SPOKEN = ["refund", "re\x1b[0mfund", "Refund!", "re", "refunds", "sick on sunday", "café",
          "CAFE\u0301", "你好", "a\0b", "\ud800", "x'y\"z",
          "NEAR", "OR", "*", "\u2550reddit", "\u2551mara", "١٢", "ǅ", "\u0130",
          "İ", "ﬁn", "ⅷ", "½", "e\u200bf", "हिन्दी", "\U0001d400"]
AUTHORS = ["mara", "Mara", "MARA.b", "mar", "märа", "x_y-z", "", "\ud800", "user.bsky.social", "\U0010ffff"]
texts = st.lists(st.sampled_from(SPOKEN) | st.text(max_size=8), max_size=5).map(" ".join)
posts = st.builds(
    post,
    st.integers(0, 12).map(lambda n: f"t{n}"), texts,
    platform=st.sampled_from(Platform), author=st.sampled_from(AUTHORS) | st.text(max_size=4),
    created_at=st.integers(-5, 5).map(lambda n: NOON + timedelta(minutes=n, microseconds=n)),
    reach=st.none() | st.sampled_from([-4, 0, 1, 9, 10, 11, 1023, 1024, 2**63, 2**80]) | st.integers(0, 2**40),
    verified=st.booleans(), lang=st.sampled_from(["", "en", "EN", "pt-BR", "x y", "\ud800"]),
    parent_id=st.sampled_from(["", "t1"]), repost_of=st.sampled_from(["", "t1"]), quoted=st.just("") | texts,
    media_alt=st.just(()) | st.tuples(texts),
)
deletions = st.integers(0, 12).map(lambda n: gone(f"t{n}"))
things: st.SearchStrategy[Post | Gone] = st.one_of(posts, posts, posts, deletions)
scores = st.none() | st.just(Unscored("no")) | st.tuples(st.floats(0, 1), st.floats(0, 1)).map(
    lambda two: Score(two[0] * two[1], two[0] * (1 - two[1]), 1 - two[0]))
numbers = st.sampled_from([-1.0, -0.5, 0.0, 0.5, 1.0, 10.0, 1023.5, 1024.0, 2.0**63, 1e15, -3.0]) | st.floats(-2, 2)
words = texts.map(lambda text: tuple(tokens(text))).filter(bool)
plain = st.one_of(
    st.builds(Words, words), words.map(lambda some: Words((*some[:-1], some[-1][:2]), prefix=True)),
    st.builds(From, st.sampled_from([name.casefold() for name in AUTHORS]) | st.text(max_size=2)),
    st.builds(On, st.sampled_from(Platform)), st.builds(Tagged, st.sampled_from(["legal", "", "x", "\0"])),
    st.builds(HeldBy, st.sampled_from(["mara", "", "bob", "\ud800"])), st.builds(Is, st.sampled_from(Flag)),
    st.builds(Compare, st.sampled_from(Field), st.sampled_from(["<", "<=", ">", ">=", "="]), numbers),
    st.builds(Lang, st.sampled_from(["en", "", "pt-br", "x y", "xx", "\ud800"])),
    st.integers(-6, 6).map(lambda n: Since(NOON + timedelta(minutes=n, microseconds=n))),
)
queries = st.lists(plain | plain.map(Not), max_size=4).map(lambda terms: Query(tuple(terms)))
verbs = st.sampled_from([(Verb.CLAIM, ""), (Verb.TAG, "legal"), (Verb.TAG, "x"), (Verb.DISMISS, "spam"), (Verb.PIN, ""),
                         (Verb.NOTE, "n"), (Verb.ESCALATE, "lead"), (Verb.SNOOZE, ""), (Verb.ASSIGN, "bob"),
                         (Verb.LABEL, "negative"), (Verb.LABEL, "irrelevant"), (Verb.CHECK, "positive")])


async def _filled(store: Store, batches: list[list[Post | Gone]], said: list[Score | Unscored | None],
                  acts: list[tuple[tuple[Verb, str], int]]) -> list[Item]:
    for number, some in enumerate(batches):
        await store.add("live" if number % 3 else "drill-1", "test", Batch(some), NOON)
        everything = [*await store.page("live", Query()), *await store.page("drill-1", Query())]
        names = sorted({digest(item.post.text) for item in everything})
        await store.put_scores({name: score for name, score in zip(names, said, strict=False) if score}, NOON)
    await store.commit("inc-1", [], opening(), NOON)
    live = await store.page("live", Query())
    for (verb, value), which in acts:
        items = await store.items("live", [item.key for item in live], incident="inc-1")
        if items:
            item = list(items.values())[which % len(items)]
            if item.triage.status == "open" and (verb is not Verb.CLAIM or not item.triage.holder):
                if item.triage == (await _moved(item, verb, value)):
                    continue
                await act(store, verb, item.key, value=value, until=NOON)
    return live


async def _moved(item: Item, verb: Verb, value: str) -> object:
    from warroom.domain.errors import BadMove
    from warroom.domain.triage import move
    try:
        return move(item.triage, verb, actor="mara", value=value, until=NOON)
    except BadMove:
        return item.triage


async def _agree(batches: list[list[Post | Gone]], said: list[Score | Unscored | None],
                 acts: list[tuple[tuple[Verb, str], int]], asked: list[Query], limit: int, patience: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(Path(folder) / "room.db")
        try:
            await _filled(store, batches, said, acts)
            for room in ("live", "drill-1", None):
                for incident in ("inc-1", ""):
                    every = await store.page(room, Query(), incident=incident)
                    assert [item.id for item in every] == sorted((item.id for item in every), reverse=True)
                    for query in asked:
                        right = [item.id for item in every if matches(query, item)]
                        found = await store.page(room, query, incident=incident, limit=limit)
                        assert [item.id for item in found] == right[:limit], (query, room, incident)
                        await store.learned()
                        assert all(item in every for item in found)
                        if len(right) > 1:
                            rest = await store.page(room, query, incident=incident, before=right[0])
                            assert [item.id for item in rest] == right[1:], (query, room, incident)
                        begun = await store.glance(room, query, _after(patience), incident=incident, limit=limit)
                        assert [item.id for item in begun.items] == right[:limit][: len(begun.items)], (query, room)
                        assert begun.cut or len(begun.items) == min(limit, len(right)), (query, room, incident)
                        assert not begun.cut or len(begun.items) < limit
            assert all(verdict.clean for verdict in await store.verify())
        finally:
            await store.close()


def _after(asked: int) -> Callable[[], bool]:
    """Make what is enough when it was asked so often."""
    questions = itertools.count()
    return lambda: next(questions) >= asked


arguments = given(
    st.lists(st.lists(things, max_size=14), min_size=1, max_size=4), st.lists(scores, max_size=20),
    st.lists(st.tuples(verbs, st.integers(0, 40)), max_size=10), st.lists(queries, min_size=5, max_size=12),
    st.sampled_from([1, 3, 200]), st.integers(0, 60),
)
patient = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck),
                   phases=[Phase.explicit, Phase.reuse, Phase.generate])

SMALL = ((choosing, "FEW", 3), (choosing, "_DEPTH", 1), (pages, "_STRETCH", 2), (pages, "_TASTE", {False: 1, True: 1}),
         (pages, "_LOOKS", 24), (pages, "_SEVERAL", 0), (choosing, "_CUTS", 1), (connection, "_STEPS", 5),
         (ways, "BLOCK", 4), (blocks, "BLOCK", 4), (pages, "BLOCK", 4), (pages, "_FAR", 2), (masks, "BLOCK", 4),
         (masks, "PIECE", 2), (masks, "RARE", 1), (masks, "_SEVERAL", 1))


@arguments
@patient
def test_a_page_holds_exactly_what_matches(batches, said, acts, asked, limit, patience) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    asyncio.run(_agree(batches, said, acts, asked, limit, patience))


@arguments
@patient
def test_every_way_to_a_page_leads_to_the_same_posts(batches, said, acts, asked, limit, patience) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    # With thresholds of a handful of posts, small rooms take the ways of big ones.
    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in SMALL:
            patch.setattr(module, name, value)
        asyncio.run(_agree(batches, said, acts, asked, limit, patience))


@given(st.lists(posts, max_size=8))
@settings(max_examples=25, deadline=None)
def test_hostile_text_comes_back_as_any_database_can_hold_it(sent: list[Post]) -> None:
    async def check() -> None:
        with tempfile.TemporaryDirectory() as folder:
            store = await open_store(Path(folder) / "room.db")
            try:
                for number, one in enumerate(sent):
                    sent[number] = replace(one, native_id=f"{number}{one.text}")
                new = (await store.add("live", "test", Batch(sent), NOON)).new
                items = await store.items("live", [one.key for one in sent])
                assert [items[one.key] for one in sent] == list(new)
                for one, item in zip(sent, new, strict=True):
                    for name in ("text", "author", "quoted", "lang", "native_id"):
                        was, now = getattr(one, name), getattr(item.post, name)
                        assert len(now) == len(was)
                        assert all(a == b or (b == "\ufffd" and (a == "\0" or "\ud800" <= a <= "\udfff"))
                                   for a, b in zip(was, now, strict=True))
                assert (await store.add("live", "test", Batch(sent), NOON)).known == len(sent)
            finally:
                await store.close()

    asyncio.run(check())


async def test_a_beginning_is_found_however_its_word_is_written(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "room.db")
    await add(store, post("plain", "A REFUND!"), post("coloured", "a re\x1b[0mfund"), post("wide", "ａ ｒｅｆｕｎｄ"),
              post("marked", "ré\u0301funded"), post("shown", media_alt=("two\nrefunds",)), post("other", "a re fund"))
    found = await store.page("live", parse("refun*", now=NOON))
    assert [item.post.native_id for item in found] == ["shown", "marked", "wide", "coloured", "plain"]
    await store.close()


async def test_words_are_found_as_a_reader_would_expect(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "room.db")
    await add(store, post("a", "Sick on Sunday, again"), post("b", "sunday on sick"), post("c", "Crème brûlée"),
              post("d", "你好世界"), post("e", quoted="a quoted refund"))
    for asked, names in (('"sick on sunday"', "a"), ("sunday sick", "ba"), ("creme", "c"), ("BRÛLÉE", "c"),
                         ("brul*", "c"), ("好世", "d"),
                         ('"quoted ref"*', ""), ("refund", "e"), ("-sick", "edc"), ("reddit", "")):
        found = await store.page("live", parse(asked, now=NOON))
        assert "".join(item.post.native_id for item in found) == names, asked
    await store.close()


#: Terms that meet seldom, and such as never do: by what is known beforehand, or only after a walk over everything.
SELDOM = (
    "comm* is:verified", "comm* -is:verified", "common from:user7", "comm* from:u", "comm* rare from:u",
    "reach>10k -common", "platform:reddit reach>10k lang:de", "platform:reddit -platform:bluesky rare",
    "-platform:reddit -common", "-brand", "-brand is:verified", "-brand comm*", "-recomm -since:1h",
    "is:verified platform:bluesky", "rare -platform:reddit -so", "from:user7 platform:bluesky", "-since:1h",
    "-since:1h -common", "since:1h -so", "-since:1h rare", "is:verified -since:1h", "tag:legal common",
    "is:claimed -common", "-is:open common", "tag:legal is:claimed", "tag:legal rare",
    "is:claimed comm* platform:reddit", "is:unclaimed tag:legal", "re* lang:de", "co* is:claimed",
    '"brand common" rare', '"brand community" reach>10k', "comm* reco*", "since:1h since:30m rare",
    "from:user1 from:user12", "reach>=10k reach<=10k", "reach>10 reach<1000 common", "rare rare",
    "common community", "-common -community", '"common recomm"', "common -common", "rare -rare brand",
    "from:user7 from:user8", "from:user7 -from:user7", "reach>500k reach<10", "reach>10k reach<=10k",
    "since:1h -since:2h", "tag:legal is:unscored -is:tagged", "is:negative", "is:open is:dismissed",
)


@pytest.mark.parametrize("small", [False, True])
async def test_terms_that_meet_rarely_are_found_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: bool,
) -> None:
    if small:
        for module, name, value in SMALL:
            monkeypatch.setattr(module, name, value)
    store = await open_store(tmp_path / "room.db")
    platforms = list(Platform)
    await add(store, *(
        post(f"p{n}", f"brand {'common' if n % 2 else 'community recomm'} {'rare' if n % 40 == 7 else 'so'}",
             platform=platforms[n % 3], author=f"user{n % 90}", reach=10**(n % 7), verified=n % 5 == 0,
             lang="de" if n % 6 else "en", created_at=NOON + timedelta(minutes=(n * 37) % 150)) for n in range(300)))
    await store.commit("inc-1", [], opening(), NOON)
    for verb, value, some in ((Verb.TAG, "legal", range(60, 80)), (Verb.CLAIM, "", range(70, 110, 3))):
        await act(store, verb, *(post_key(platforms[n % 3], f"p{n}") for n in some), value=value)
    every = await store.page("live", Query(), incident="inc-1", limit=300)
    assert len(every) == 300
    for asked in SELDOM:
        query = parse(asked, now=NOON + timedelta(minutes=150))
        right = [item.id for item in every if matches(query, item)]
        for limit in (3, 20, 200):
            found = await store.page("live", query, incident="inc-1", limit=limit)
            assert [item.id for item in found] == right[:limit], (asked, limit)
        if right:
            below = await store.page("live", query, incident="inc-1", before=right[len(right) // 2])
            assert [item.id for item in below] == right[len(right) // 2 + 1 :][:200], asked
        assert await _paged(store, query, 0) == await _paged(store, query, 30) == right, asked
    await store.close()


async def _paged(store: Store, query: Query, patience: int) -> list[int]:
    """Page to the end, each page begun by a glance and brought to its end as a pane does it."""
    ids, before = list[int](), None
    while True:
        found = await store.glance("live", query, _after(patience), incident="inc-1", before=before, limit=11)
        items = [*found.items]
        before = items[-1].id if items else before
        if found.cut:
            items += await store.page("live", query, incident="inc-1", before=before, limit=11 - len(items))
            before = items[-1].id if items else before
        ids += [item.id for item in items]
        if len(items) < 11:
            return ids


async def test_a_word_that_every_post_has_leaves_none_until_one_loses_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module, name, value in SMALL:
        monkeypatch.setattr(module, name, value)
    sent = [post(f"p{n}", f"The brand again {n}", created_at=NOON + timedelta(minutes=n)) for n in range(41)]
    store = await open_store(tmp_path / "room.db")

    async def found(asked: str) -> str:
        return " ".join(item.post.native_id for item in await store.page("live", parse(asked, now=NOON)))

    async def known() -> int:
        async with store._reader.alone() as reader:
            return int(await reader.value("SELECT count(*) FROM whole WHERE word = 'brand'"))

    for at in (0, 1, 2, 3, 4, 9, 20):
        await add(store, *sent[at : {4: 9, 9: 20, 20: 41}.get(at, at + 1)])
    assert await known() == 10, "the posts 1 to 3, and nine blocks of four"
    assert await found("-brand") == ""
    await add(store, replace(sent[5], text="Something else"), replace(sent[30], text="Other brand"))
    assert await known() == 9
    assert await found("-brand") == await found("-brand platform:reddit -nothing") == "p5"
    assert await found("-brand -else") == await found("-brand common") == ""
    await add(store, post("late", "No name"))
    assert await found("-brand") == "late p5"
    await store.close()

    # An index that is made again by other rules learns the same.
    monkeypatch.setattr(migrations, "reading", lambda: "other rules")
    store = await open_store(tmp_path / "room.db")
    assert await known() == 9
    assert await found("-brand") == "late p5"
    await store.close()


async def test_a_post_that_was_written_at_another_time_than_its_neighbours_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module, name, value in SMALL:
        monkeypatch.setattr(module, name, value)
    store = await open_store(tmp_path / "room.db")
    await add(store, *(post(f"p{n}", created_at=NOON + timedelta(minutes=n)) for n in range(40)))
    await add(store, post("old", created_at=NOON - timedelta(days=9)), post("new", created_at=NOON + timedelta(days=9)))
    # An edit may bring another time.
    await add(store, post("p7", "edited", created_at=NOON - timedelta(days=9)))
    for at, names in ((-1, "old p7"), (1, "old p7 p0")):
        earlier = Query((Not(Since(NOON + timedelta(minutes=at))),))
        assert {item.post.native_id for item in await store.page("live", earlier)} == set(names.split())
    later = Query((Since(NOON + timedelta(minutes=39)),))
    assert [item.post.native_id for item in await store.page("live", later)] == ["new", "p39"]
    await store.close()
