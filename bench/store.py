"""How fast the store takes posts and answers filters, beside a plain sqlite3 floor in the same run.

``python bench/store.py [--posts 1000000] [--keep FILE]`` fills a database, then times the newest 200 of every filter.
The floor writes the same texts with ``executemany`` into one table with three indexes and an FTS5 index.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store_filters import FILTERS

from warroom.domain import triage as triage_
from warroom.domain.events import EventType, NewEvent
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Gone, Platform, Post, PostKey, Score, digest
from warroom.domain.query import parse
from warroom.domain.text import tokens
from warroom.domain.triage import Verb
from warroom.domain.wire import changes_to_json
from warroom.engine.clock import patience
from warroom.ports import Batch, Decide
from warroom.screens.loader import GLANCE
from warroom.store.sql import SqlStore, open_store

START = datetime(2026, 3, 1, tzinfo=UTC)
TOGETHER = 500
INCIDENT = "inc-1"
TARGET = 5.0
#: What plain sqlite3's newest 200 rows take here (ms) when nothing else runs. A filter is judged by its ratio to them
#: in the same round, times this: a shared machine may be twice as slow from one second to the next, in CPU time, too.
PLAIN = 0.57
LETTERS = "etaoinshrdlucmfwypvbgkjqxz"


def posts(count: int) -> Iterator[Post]:
    """Give posts with words, authors and numbers as skewed as real ones; the same every time."""
    dice = random.Random(7)
    vocabulary = ["common", "second", *("".join(dice.choices(LETTERS, weights=range(26, 0, -1), k=dice.randint(2, 9)))
                                        for _ in range(60_000))]
    weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(vocabulary))))
    platforms = [Platform.REDDIT] * 6 + [Platform.MASTODON] * 3 + [Platform.BLUESKY]
    for n in range(count):
        said = dice.choices(vocabulary, cum_weights=weights, k=dice.randint(6, 28))
        said += ["coffee" if n % 3 else "tea", "brand"]
        if n % 20_011 == 7:
            said.append("rareword")
        if n % 3 == n // 1_000 % 3 and not 0.3 * count <= n < 0.9 * count:
            said.append("festival" if n < 0.3 * count else "storm")
        reply = dice.random() < 0.4
        yield Post(
            platform=dice.choice(platforms), native_id=f"t3_{n:x}",
            author=f"user{int(dice.paretovariate(0.6)) % 200_000}",
            text=" ".join(said), created_at=START + timedelta(milliseconds=200 * n), author_name="Some One",
            reach=None if n % 9 == 0 else int(dice.paretovariate(0.5)) % 20_000_000, verified=dice.random() < 0.02,
            place="r/brand", url=f"https://a.example/r/brand/comments/{n:x}",
            lang=dice.choices(("en", "de", "es", "fi", ""), weights=(80, 5, 10, 0.01, 5))[0],
            root_id=f"t3_{n // 50:x}" if reply else "",
            parent_id=f"t3_{max(0, n - dice.randint(1, 300)):x}" if reply else "",
            repost_of="t3_1" if dice.random() < 0.05 else "", likes=dice.randint(0, 50),
        )


def floor(path: Path, count: int) -> float:
    """Write the same texts by sqlite3 alone; returns posts a second."""
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE posts (id INTEGER PRIMARY KEY, "
        "room TEXT, platform TEXT, native_id TEXT, author TEXT, text TEXT, created INTEGER, reach INTEGER, url TEXT, "
        "lang TEXT, UNIQUE (room, platform, native_id)); CREATE INDEX a ON posts (room, author); "
        "CREATE INDEX b ON posts (room, created); "
        "CREATE VIRTUAL TABLE words USING fts5 (said, content = '', columnsize = 0, tokenize = 'ascii')")
    spent, id_ = 0.0, 0
    for chunk in batches(count):
        began = time.perf_counter()
        rows = [(id_ + n, "live", str(post.platform), post.native_id, post.author, post.text,
                 int(post.created_at.timestamp()), post.reach, post.url, post.lang) for n, post in enumerate(chunk, 1)]
        db.execute("BEGIN IMMEDIATE")
        db.executemany("INSERT INTO posts VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
        db.executemany("INSERT INTO words (rowid, said) VALUES (?,?)",
                       [(id_ + n, " ".join(tokens(post.text))) for n, post in enumerate(chunk, 1)])
        db.execute("COMMIT")
        spent += time.perf_counter() - began
        id_ += len(chunk)
    db.close()
    return count / spent


def batches(count: int) -> Iterator[list[Post]]:
    every = posts(count)
    while chunk := list(itertools.islice(every, TOGETHER)):
        yield chunk


async def fill(store: SqlStore, count: int) -> list[float]:
    """Add all posts in batches; returns the seconds of each call."""
    spent = []
    for n, chunk in enumerate(batches(count)):
        began = time.perf_counter()
        await store.add("live", "bench", Batch(chunk, str(n)), chunk[-1].created_at)
        spent.append(time.perf_counter() - began)
    return spent


async def dress(store: SqlStore, count: int) -> tuple[float, float]:
    """Score most posts, edit, delete and triage some; returns texts scored a second and acts a second."""
    dice, spent, scored, edits = random.Random(8), 0.0, 0, []
    for n, chunk in enumerate(batches(count)):
        said = {}
        for post in chunk:
            draw = dice.random()
            negative = draw ** 0.5 * 0.98
            said[digest(post.text)] = Score(negative, (1 - negative) * 0.6, (1 - negative) * 0.4, "bench")
        if n % 50 == 0:
            edits.append(chunk[0])
        if n < count / TOGETHER - 4:
            began = time.perf_counter()
            await store.put_scores(said, START)
            spent, scored = spent + time.perf_counter() - began, scored + len(said)
    await store.add("live", "bench", Batch([replace(post, text=post.text + " edited") for post in edits]), START)
    await store.add("live", "bench", Batch([Gone(post.platform, post.native_id, START) for post in edits[::3]]), START)
    opened = NewEvent(type=EventType.OPENED, actor="mara", summary="opened", occurred_at=START,
                      details={"kind": "incident", "room": "live", "title": "Bench"})
    await store.commit(INCIDENT, [], lambda _incident, _items: [opened], START)
    touched = [post.key for chunk in itertools.islice(batches(count), 40) for post in chunk[:50]]
    verbs = [(Verb.TAG, "legal"), (Verb.CLAIM, ""), (Verb.DISMISS, "spam"), (Verb.PIN, ""), (Verb.NOTE, "seen"),
             (Verb.ESCALATE, "lead"), (Verb.SNOOZE, "")]
    began = time.perf_counter()
    for n, (verb, value) in enumerate(verbs):
        keys = touched[n * 100 : n * 100 + 900]
        await store.commit(INCIDENT, keys, acting(verb, keys, value), START)
    await store.commit(INCIDENT, touched[:3], acting(Verb.TAG, touched[:3], "rare"), START)
    return scored / spent, len(verbs) * 900 / (time.perf_counter() - began)


def acting(verb: Verb, keys: list[PostKey], value: str) -> Decide:
    def decide(_: Incident | None, items: Mapping[PostKey, Item]) -> list[NewEvent]:
        made = []
        for key in keys:
            before = items[key].triage
            if before.status is not triage_.Status.OPEN:
                continue
            after = triage_.move(before, verb, actor="mara", value=value, until=START)
            made.append(NewEvent(type=EventType.NOTE, actor="mara", summary=str(verb), occurred_at=START, post=key,
                                 details={"changes": changes_to_json(triage_.changes(before, after))}))
        return made
    return decide


def rows_floor(db: sqlite3.Connection) -> float:
    """Read the newest 200 rows by sqlite3 alone; returns the ms of CPU: the speed of this machine at this moment."""
    began = time.process_time()
    db.execute("SELECT * FROM posts ORDER BY id DESC LIMIT 200").fetchall()
    return (time.process_time() - began) * 1000


async def measure(store: SqlStore, now: datetime, db: sqlite3.Connection) -> None:
    """Print the time of each filter's newest 200, in turns with plain sqlite3's newest 200 rows of ``posts``.

    ``once`` is the whole page when it is asked for the first time, in the order of the filters: what a page went far
    for is learned then, before it is asked for again (see ``warroom/store/masks.py``). ``first`` is what a pane shows
    first: what is found while it waits for it, in all cases with the 200 posts made.
    A shared machine may be twice as slow from one minute to the next, in CPU time too: believe the ratio.
    """
    slow, late, short, long, floors, ratios = [], [], [], [], [], []
    print(f"{'':45} {'the whole page':>30} {'':17} {'what is shown first':>25}")
    print(f"{'filter':45} {'found':>5} {'p50 ms':>8} {'worst':>8} {'CPU ms':>6} {'x plain':>8} {'once ms':>8} "
          f"{'p50 ms':>8} {'CPU ms':>8} {'found':>7}")
    for words in FILTERS:
        query, plain, found, cut = parse(words, now=now), list[float](), 0, 0
        whole, first, part = list[tuple[float, float]](), list[tuple[float, float]](), list[int]()
        floored, cpu = rows_floor(db), time.process_time()
        await store.page("live", query, incident=INCIDENT)
        once = (time.process_time() - cpu) * 1000
        await store.learned()
        for _ in range(9):
            plain.append(rows_floor(db))
            began, cpu = time.perf_counter(), time.process_time()
            glance = await store.glance("live", query, patience(GLANCE), incident=INCIDENT)
            first.append(spent(began, cpu))
            part.append(len(glance.items))
            cut += glance.cut
            began, cpu = time.perf_counter(), time.process_time()
            found = len(await store.page("live", query, incident=INCIDENT))
            whole.append(spent(began, cpu))
        (middle, busy), (glanced, glanced_busy) = medians(whole), medians(first)
        floors.append(statistics.median(plain))
        ratios.append(busy / floors[-1])
        long += [words] if once / floored * PLAIN > TARGET else []
        slow += [words] if ratios[-1] * PLAIN > TARGET else []
        late += [words] if glanced_busy / floors[-1] * PLAIN > TARGET else []
        short += [words] if cut > len(part) / 2 else []
        said = f"{round(statistics.median(part)):7}{'  goes on' if cut > len(part) / 2 else ''}"
        said += "  over" if words in slow else ""
        print(f"{words or '(everything)':45} {found:5} {middle:8.2f} {max(whole)[0]:8.1f} {busy:6.2f} "
              f"{ratios[-1]:8.1f} {once:8.2f} {glanced:8.2f} {glanced_busy:8.2f} {said}", flush=True)
    print(f"\nwhere plain sqlite3 takes {PLAIN} ms:", end="")
    for name, some in (("the whole page takes more than 5 ms", slow),
                       ("it did when it was asked for the first time", long), ("what is shown first does", late),
                       ("it is not the whole page, and the pane says that it searches on", short)):
        print(f"\n{len(some)} of {len(FILTERS)}: {name}: {', '.join(some) or 'none'}")
    print(f"\nplain sqlite3: {min(floors):.2f} to {max(floors):.2f} ms; x plain: median "
          f"{statistics.median(ratios):.1f}, highest {max(ratios):.1f}")


def spent(began: float, cpu: float) -> tuple[float, float]:
    """Give the ms since, and those of them that the processor worked."""
    return (time.perf_counter() - began) * 1000, (time.process_time() - cpu) * 1000


def medians(times: list[tuple[float, float]]) -> tuple[float, float]:
    return statistics.median(wall for wall, _ in times), statistics.median(cpu for _, cpu in times)


async def grow(store: SqlStore, count: int) -> None:
    """Add more posts to what is there and print the rate; batches are made beforehand."""
    have = await store.count()
    # Other texts, too: what is known already has its score.
    made = [[replace(post, native_id=f"{have}-{post.native_id}", text=f"{post.text} {have}") for post in chunk]
            for chunk in batches(count)]
    began, cpu = time.perf_counter(), time.process_time()
    for n, chunk in enumerate(made):
        await store.add("live", "bench", Batch(chunk, f"{have}-{n}"), chunk[-1].created_at)
    wall, busy = (time.perf_counter() - began), (time.process_time() - cpu)
    print(f"add {count:,} to {have:,}: {count / wall:,.0f} posts/s; {count / busy:,.0f} a second of CPU "
          f"({busy / count * 1e6:.0f} us a post)")


async def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--posts", type=int, default=1_000_000)
    options.add_argument("--keep", type=Path, help="keep the database here, and use it again if it is there")
    options.add_argument("--grow", type=int, default=0, metavar="N", help="only add N posts to the kept database")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "bench.db"
        there = path.exists()
        began = time.perf_counter()
        store = await open_store(path)
        print(f"open: {(time.perf_counter() - began) * 1000:.0f} ms")
        if not there:
            few = min(given.posts, 50_000)
            plain = floor(Path(folder) / "floor.db", few)
            spent = await fill(store, given.posts)
            for name, part in (("first 50k", spent[: few // TOGETHER]), ("last 50k", spent[-few // TOGETHER :]),
                               ("all", spent)):
                rate = TOGETHER * len(part) / sum(part)
                print(f"add, {name}: {rate:,.0f} posts/s, {rate / plain:.2f} of plain sqlite3 ({plain:,.0f}); "
                      f"batch p50 {statistics.median(part) * 1000:.1f} ms, worst {max(part) * 1000:.0f}")
            scored, acts = await dress(store, given.posts)
            print(f"put_scores: {scored:,.0f} texts/s; acts: {acts:,.0f}/s")
        if given.grow:
            await grow(store, given.grow)
            await store.close()
            return
        print(f"{await store.count():,} posts, {path.stat().st_size / 1e6:,.0f} MB")
        with closing(sqlite3.connect(path)) as db:
            await measure(store, START + timedelta(milliseconds=200 * given.posts), db)
        await store.close()


if __name__ == "__main__":
    asyncio.run(main())
