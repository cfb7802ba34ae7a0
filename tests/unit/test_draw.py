"""A spot check's draw is random over the window, the same for everybody, and no post is asked about twice."""

from __future__ import annotations

import random
from collections import Counter

from warroom.domain.draw import KEPT, Lot, draw, number
from warroom.domain.model import PostKey


def keys(count: int) -> list[PostKey]:
    return [PostKey(f"mastodon:{at}") for at in range(count)]


def lots(posts: list[PostKey], seed: str, parts: int = 3) -> list[Lot]:
    made = [Lot() for _ in range(parts)]
    for at, key in enumerate(posts):
        made[at % parts].put(number(seed, key), key)
    return made


def asked(made: list[Lot], count: int, person: str = "ana") -> list[PostKey]:
    drawn: list[PostKey] = []
    while len(drawn) < count and (key := draw(made, set(drawn), person=person)) is not None:
        drawn.append(key)
    return drawn


def test_every_post_is_as_likely_to_be_drawn() -> None:
    posts, counts = keys(40), Counter[PostKey]()
    for seed in range(1000):
        counts.update(asked(lots(posts, f"seed {seed}"), 10))
    # 250 expected for each, with a standard deviation of 13.7.
    assert all(190 < counts[key] < 310 for key in posts)


def test_no_post_is_drawn_twice_and_in_the_end_all_are() -> None:
    drawn = asked(lots(keys(60), "s"), 100)
    assert sorted(drawn) == sorted(keys(60))


def test_the_same_seed_draws_the_same_posts_in_whatever_order_they_came() -> None:
    mixed = keys(60)
    random.Random(1).shuffle(mixed)
    assert asked(lots(mixed, "s"), 20) == asked(lots(keys(60), "s"), 20)
    assert asked(lots(mixed, "s"), 20) != asked(lots(mixed, "t"), 20)


def test_two_people_are_asked_about_different_posts() -> None:
    made = lots(keys(200), "s")
    first = {person: draw(made, set(), person=person) for person in ("ana", "ben", "cleo")}
    assert len(set(first.values())) > 1
    both = set(asked(made, 20, "ana")) & set(asked(made, 20, "ben"))
    assert len(both) > 10  # they share the sample, not the order


def test_a_check_that_goes_on_catches_up_with_what_came_later() -> None:
    early, late = keys(300)[:150], keys(300)[150:]
    made = lots(early, "s")
    before = asked(made, 50)
    for key in late:
        made[-1].put(number("s", key), key)
    drawn = set(before)
    while len(drawn) < 100:
        key = draw(made, drawn, person="ana")
        assert key is not None
        drawn.add(key)
    assert 35 < len(drawn & set(late)) < 65


def test_a_window_of_any_size_is_kept_in_little_and_still_drawn_at_random() -> None:
    posts = keys(5_000)
    [lot] = lots(posts, "s", parts=1)
    assert len(list(lot.posts)) == KEPT
    drawn = asked([lot], 10_000)
    assert len(drawn) == KEPT
    assert set(drawn) == set(sorted(posts, key=lambda key: number("s", key))[:KEPT])
    # Another lot, of which nothing was lost, ends where the first one does: beyond that the draw would be uneven.
    small = Lot()
    for key in keys(6_000)[5_000:5_200]:
        small.put(number("s", key), key)
    assert len(asked([lot, small], 10_000)) < KEPT + 30
