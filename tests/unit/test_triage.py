from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warroom.domain.errors import BadMove
from warroom.domain.model import Label
from warroom.domain.triage import (
    MOVES,
    UNTOUCHED,
    Status,
    Triage,
    Verb,
    apply,
    changes,
    from_json,
    move,
    tag_name,
    to_json,
)
from warroom.domain.wire import changes_from_json, changes_to_json, must_still_hold, reverse

LATER = datetime(2026, 3, 1, 14, 0, tzinfo=UTC)
STATES = st.builds(
    Triage, status=st.sampled_from(Status), holder=st.sampled_from(["", "mara", "jo"]),
    tags=st.lists(st.text(max_size=8), max_size=3).map(tuple), snoozed_until=st.none() | st.datetimes(
        datetime(1990, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    reason=st.text(max_size=8), escalated_to=st.text(max_size=8), pinned=st.booleans(), notes=st.integers(0, 99),
    label=st.sampled_from(Label), checked=st.booleans(),
) | st.builds(Triage, notes=st.integers(0, 99))


@given(STATES)
def test_a_state_survives_the_way_through_json(state: Triage) -> None:
    assert from_json(to_json(state)) == state


@given(STATES, STATES)
def test_changes_lead_from_one_state_to_the_other_and_back(before: Triage, after: Triage) -> None:
    made = changes_from_json(changes_to_json(changes(before, after)))
    assert apply(before, made) == after
    assert apply(after, reverse(made)) == before
    must_still_hold(to_json(after), made)


@given(STATES, st.sampled_from(Verb), st.sampled_from(["mara", "jo"]), st.text(max_size=10))
def test_a_move_changes_something_or_says_why_not(now: Triage, verb: Verb, actor: str, value: str) -> None:
    try:
        after = move(now, verb, actor=actor, value=value, until=LATER)
    except BadMove as error:
        refused = error
    else:
        refused = None
    if refused is not None:
        assert refused.title.endswith(".")
        return
    assert now.status in MOVES[verb]
    assert after != now
    assert from_json(to_json(after)) == after


@pytest.mark.parametrize(("verb", "status"), [
    (verb, status) for verb in Verb for status in Status if status not in MOVES[verb]
])
def test_no_verb_is_allowed_outside_its_states(verb: Verb, status: Status) -> None:
    with pytest.raises(BadMove, match=f"Cannot {verb} a post that is {status}"):
        move(Triage(status=status), verb, actor="mara", value="legal", until=LATER)


def test_nobody_takes_or_drops_what_another_person_holds() -> None:
    held = move(UNTOUCHED, Verb.CLAIM, actor="mara")
    for verb in (Verb.CLAIM, Verb.RELEASE):
        with pytest.raises(BadMove, match="mara holds"):
            move(held, verb, actor="jo")
    assert move(held, Verb.ASSIGN, actor="jo", value="jo").holder == "jo"
    assert move(held, Verb.RELEASE, actor="mara") == UNTOUCHED


@pytest.mark.parametrize("words", ["legal", "#Legal", " # LEGAL ", "##legal"])
def test_a_tag_has_one_form(words: str) -> None:
    assert tag_name(words) == "legal"
    tagged = move(UNTOUCHED, Verb.TAG, actor="mara", value=words)
    assert tagged.tags == ("legal",)
    assert move(tagged, Verb.UNTAG, actor="mara", value="LEGAL") == UNTOUCHED


@pytest.mark.parametrize("verb", [Verb.TAG, Verb.UNTAG, Verb.ASSIGN, Verb.DISMISS, Verb.ESCALATE, Verb.NOTE])
@pytest.mark.parametrize("words", ["", "  "])
def test_a_verb_that_speaks_of_something_needs_it(verb: Verb, words: str) -> None:
    with pytest.raises(BadMove, match="This needs"):
        move(UNTOUCHED, verb, actor="mara", value=words)


@pytest.mark.parametrize("words", ["#", " # "])
def test_a_tag_needs_letters(words: str) -> None:
    with pytest.raises(BadMove, match="a tag"):
        move(UNTOUCHED, Verb.TAG, actor="mara", value=words)


def test_a_snooze_needs_a_time_and_keeps_it_in_utc() -> None:
    with pytest.raises(BadMove, match="needs a time"):
        move(UNTOUCHED, Verb.SNOOZE, actor="mara")
    zone = timezone(timedelta(hours=2))
    state = move(UNTOUCHED, Verb.SNOOZE, actor="mara", until=LATER.astimezone(zone))
    assert state.snoozed_until == LATER
    assert state.snoozed_until.tzinfo is UTC
    assert move(state, Verb.WAKE, actor="watch") == UNTOUCHED
    assert move(state, Verb.DISMISS, actor="mara", value="bot").snoozed_until is None


@pytest.mark.parametrize(("field", "value"), [
    ("status", "lost"), ("status", 1), ("holder", None), ("tags", "legal"), ("tags", [1]), ("pinned", 1),
    ("notes", True), ("notes", -1), ("snoozed_until", 5), ("snoozed_until", "2026-03-01T12:00:00"),
    ("snoozed_until", "soon"), ("snoozed_until", "0001-01-01T00:00:00+14:00"), ("mood", "bad"),
    ("label", "bad"), ("label", 1), ("checked", 1), ("checked", True),
])
def test_a_state_that_cannot_be_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValueError):
        from_json({**to_json(UNTOUCHED), field: value})


def test_a_label_can_be_changed_but_a_post_is_checked_once() -> None:
    drawn = move(UNTOUCHED, Verb.CHECK, actor="mara", value="negative")
    assert (drawn.label, drawn.checked) == (Label.NEGATIVE, True)
    with pytest.raises(BadMove, match="checked this post already"):
        move(drawn, Verb.CHECK, actor="jo", value="positive")
    mended = move(drawn, Verb.LABEL, actor="jo", value="irrelevant")
    assert (mended.label, mended.checked) == (Label.IRRELEVANT, True)


def test_a_label_by_hand_does_not_pass_for_a_random_draw() -> None:
    assert not move(UNTOUCHED, Verb.LABEL, actor="mara", value="negative").checked
    with pytest.raises(BadMove, match="no label 'angry'"):
        move(UNTOUCHED, Verb.LABEL, actor="mara", value="angry")
