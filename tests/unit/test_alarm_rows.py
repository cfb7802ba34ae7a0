"""How an alarm is laid out: the sentence first, a post for each thing that drives it, and the keys always there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.alarms import POSTS, an_alarm
from helpers.making import item

from warroom.domain.alarm import Tier
from warroom.domain.model import Platform, PostKey
from warroom.domain.why import NOTHING
from widgets.alarm import Shown, alarm_rows
from widgets.rows import plain, width

KNOWN = {PostKey(key): item(at, f"post\nnumber {at}", author=f"p{at}", platform=Platform(key.partition(":")[0]))
         for at, key in enumerate(POSTS, 1)}


def lines(columns: int, rows: int, *, typing: bool = False, **more: object) -> list[str]:
    shown = Shown(**({"alarm": an_alarm(), "posts": KNOWN} | more))  # type: ignore[arg-type]
    made = alarm_rows(shown, columns, rows, focused=False, typing=typing)
    assert all(width(row) <= columns for row in made)
    return [plain(row) for row in made]


def test_with_room_each_driver_has_a_line_with_a_post_of_its_own() -> None:
    made = lines(198, 60)
    assert made[0].startswith("! red 11:58  6.3x the usual for Friday 11:58 UTC, louder than 33 of 33")
    assert "more than usual" not in made[0] + made[1]
    drivers = [line for line in made if " posts by " in line]
    assert [line.split()[0] for line in drivers] == ["refund", "sick", "#recall"]
    assert ["usual 4.2" in drivers[0], "usual none" in drivers[1]] == [True, True]
    assert ["u/p1: “post number 1”" in drivers[0], "@p2: “post number 2”" in drivers[1],
            "@p3: “post number 3”" in drivers[2]] == [True, True, True]
    assert "Enter open incident" in made[-1]


@pytest.mark.parametrize(("columns", "rows", "most"), [(78, 24, 4), (78, 12, 1), (38, 24, 5)])
def test_a_small_terminal_gives_it_few_lines_and_keeps_what_to_press(columns: int, rows: int, most: int) -> None:
    made = lines(columns, rows)
    assert len(made) <= most
    assert "A goes here" in made[-1]


@pytest.mark.parametrize("typing", [True, False])
@pytest.mark.parametrize("columns", [10, 18, 30, 38, 60, 78, 198])
def test_where_it_has_one_row_that_row_tells_what_happened(columns: int, typing: bool) -> None:
    [row] = lines(columns, 5, typing=typing)
    assert row.startswith("! red 11:58  6.3x"[:columns - 1])
    assert ("goes" in row) == (columns >= 60)


def test_a_small_terminal_shows_a_post_behind_what_drives_it_and_takes_no_line_more_for_it() -> None:
    made = lines(78, 24)
    assert [line.strip() for line in made if "▸" in line] == ["▸ refund 61, sick 40, #recall 22  “post number 1”"]
    assert len(made) == len(lines(78, 24, posts={}))


def test_of_several_alarms_the_place_is_told() -> None:
    assert lines(198, 60, place=1, of=3)[-1].endswith("1 of 3")


def test_hostile_words_and_an_alarm_without_a_why_are_shown_too() -> None:
    bare = replace(an_alarm(tier=Tier.AMBER), why=NOTHING)
    assert lines(78, 24, alarm=bare)[0].startswith("△ amber")
    driver = replace(an_alarm().why.words[0], text="\x1b[31mred\u202e\nalert")
    hostile = replace(an_alarm(), why=replace(an_alarm().why, words=(driver,)))
    assert "red alert" in " ".join(lines(198, 60, alarm=hostile))
    assert not any(mark in line for line in lines(198, 60, alarm=hostile) for mark in "\x1b\u202e\n")


def test_while_somebody_writes_an_alarm_leaves_the_rows_to_the_text_and_claims_no_letter() -> None:
    [low] = lines(78, 24, typing=True)
    assert "refund" in low
    assert low.endswith("Esc A goes there")
    assert lines(198, 60, typing=True)[-1].strip() == "Esc A goes there"
