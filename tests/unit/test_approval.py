from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from helpers.making import START, item, post

from warroom.domain.approval import (
    DEFAULT,
    Blocked,
    Blocker,
    Policy,
    may_approve,
    needs,
    of_post,
    read_rule,
    seen,
    valid,
    with_overrides,
)
from warroom.domain.errors import BadMove
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import LIVE, Platform
from warroom.domain.reply import Approval, Draft, DraftState, fingerprint
from warroom.domain.triage import Triage

TEAM = {"ana": "lead", "ben": "approver", "lea": "legal", "kim": "responder"}
POST = item()


def a_draft(**more: Any) -> Draft:
    return Draft(**{"id": "3n2taaaaaaaaa", "post": POST.key, "platform": Platform.MASTODON, "text": "We look into it.",
                    "author": "ana", "since": START, "seen": seen(POST), **more})


def an_incident(severity: int | None = 2, strategy: str = "") -> Incident:
    return Incident(id="inc-1", kind=Kind.INCIDENT, room=LIVE, title="Outage", opened_at=START, severity=severity,
                    strategy=strategy)


def a_yes(draft: Draft, by: str = "ben", role: str = "approver", **more: Any) -> Approval:
    return Approval(**{"by": by, "role": role, "at": START, "text_sha256": fingerprint(draft),
                       "post_sha256": seen(POST), "strategy": "", "expires": START + timedelta(hours=2), **more})


def asked(draft: Draft, incident: Incident, *, team: dict[str, str] | None = None, free: bool = True,
          **policy: Any) -> str:
    made = Policy(team=TEAM if team is None else team, **policy)
    found = needs(made, draft, START, POST, incident, free=free)
    return f"{found.missing} of {' '.join(found.roles)}".strip()


@pytest.mark.parametrize(("severity", "more", "free", "wanted"), [
    (1, {}, True, "1 of approver legal"), (2, {}, True, "1 of approver legal"), (3, {}, True, "0 of"),
    (4, {}, True, "0 of"), (None, {}, True, "0 of"), (1, {}, False, "0 of"),
    (4, {"post": None}, True, "1 of lead approver legal"), (1, {"post": None}, True, "1 of approver legal"),
    (4, {"overrides": {"blame": "legal wants it"}}, True, "1 of approver legal"),
    (4, {"overrides": {"held:ben": "he is at lunch"}}, True, "0 of"),
])
def test_the_shipped_rules_ask_for_a_yes_where_the_crisis_is_grave(
    severity: int | None, more: dict[str, Any], free: bool, wanted: str,
) -> None:
    assert asked(a_draft(**more), an_incident(severity), free=free) == wanted


def test_the_first_rule_whose_conditions_all_hold_decides() -> None:
    rules = (read_rule("SEV1 bluesky", "2 of legal"), read_rule("SEV1", "lead, approver"), read_rule("any", "nobody"))
    assert asked(a_draft(), an_incident(1), rules=rules) == "1 of lead approver"
    assert asked(a_draft(platform=Platform.BLUESKY), an_incident(1), rules=rules) == "2 of legal"
    assert asked(a_draft(), an_incident(3), rules=rules) == "0 of"


def test_where_no_rule_holds_somebody_senior_is_asked() -> None:
    assert asked(a_draft(), an_incident(3), rules=(read_rule("SEV1", "legal"),)) == "1 of lead approver legal"


@pytest.mark.parametrize(("when", "who"), [
    ("SEV5", "legal"), ("twitter", "legal"), ("SEV1", "the boss"), ("SEV1", ""), ("SEV1", "0 of legal"),
])
def test_a_rule_that_means_nothing_is_refused(when: str, who: str) -> None:
    with pytest.raises(ValueError, match=r"no condition|no role|names nobody"):
        read_rule(when, who)


def test_the_shipped_rules_can_all_be_read() -> None:
    assert [read_rule(when, who).count for when, who in DEFAULT.items()] == [1, 0, 1, 1, 1, 0]


@pytest.mark.parametrize("team", [{}, {"ana": "lead"}, {"ANA": "lead"}])
def test_a_person_alone_may_answer_since_there_is_nobody_to_ask(team: dict[str, str]) -> None:
    found = needs(Policy(team=team), a_draft(), START, POST, an_incident(1))
    assert (found.missing, "nobody who could approve" in found.words) == (0, True)


@pytest.mark.parametrize(("team", "more"), [
    ({"ana": "lead", "kim": "responder"}, {}), ({"ana": "lead"}, {"author": "ben"}),
    ({"ana": "lead"}, {"writers": ("ben",)}),
])
def test_nobody_is_alone_whose_team_table_names_somebody_else(team: dict[str, str], more: dict[str, Any]) -> None:
    assert asked(a_draft(**more), an_incident(1), team=team) == "1 of approver legal"


def test_who_may_only_write_needs_a_yes_even_where_no_rule_asks_for_one_and_also_when_alone() -> None:
    only = frozenset({"kim"})
    draft = a_draft(author="kim")
    assert asked(draft, an_incident(4), drafts_only=only) == "1 of lead approver legal"
    assert asked(draft, an_incident(4), drafts_only=only, team={}) == "1 of lead approver legal"
    assert asked(a_draft(writers=("kim",)), an_incident(4), drafts_only=only) == "1 of lead approver legal"


def test_one_person_counts_once() -> None:
    rules = (read_rule("any", "2 of approver, legal"),)
    draft = a_draft()
    twice = a_draft(approvals=(a_yes(draft), a_yes(draft, by="BEN", at=START + timedelta(minutes=1))))
    assert asked(twice, an_incident(), rules=rules) == "1 of approver legal"
    two = a_draft(approvals=(a_yes(draft), a_yes(draft, by="lea", role="legal")))
    assert asked(two, an_incident(), rules=rules) == "0 of approver legal"


@pytest.mark.parametrize(("draft", "later", "now", "incident", "why"), [
    ({}, {}, 0, {}, ""),
    ({}, {}, 119, {}, ""),
    ({}, {}, 120, {}, "ran out at 14:00 UTC"),
    ({"text": "We look into it!"}, {}, 0, {}, "text changed"),
    ({"private": True}, {}, 0, {}, "text changed"),
    ({"overrides": {"blame": "so"}}, {}, 0, {}, "text changed"),
    ({"overrides": {"held:kim": "so"}}, {}, 0, {}, ""),
    ({}, {"text": "my order came"}, 0, {}, "edited"),
    ({}, {"deleted_at": START}, 0, {}, "deleted"),
    ({}, {}, 0, {"strategy": "rebuild"}, "strategy changed"),
    ({"writers": ("ben",)}, {}, 0, {}, "ben wrote some"),
])
def test_an_approval_holds_for_what_was_approved_and_no_longer(
    draft: dict[str, Any], later: dict[str, Any], now: int, incident: dict[str, str], why: str,
) -> None:
    text, gone = later.get("text", POST.post.text), later.get("deleted_at")
    there = item(text=text, deleted_at=gone)
    found = valid(a_yes(a_draft()), START + timedelta(minutes=now), a_draft(**draft), there, an_incident(**incident))
    assert why in found
    assert bool(found) is bool(why)


@pytest.mark.parametrize(("name", "why"), [
    ("ana", "words of their own"), ("ANA ", "words of their own"), ("kim", "may write"), ("max", "cannot approve"),
])
def test_only_somebody_else_with_the_right_role_approves(name: str, why: str) -> None:
    policy = Policy(team=TEAM, drafts_only=frozenset({"kim"}))
    draft = a_draft()
    found = needs(policy, draft, START, POST, an_incident())
    with pytest.raises(BadMove, match=why):
        may_approve(policy, draft, found, name)
    assert may_approve(policy, draft, found, "ben") == "approver"


@pytest.mark.parametrize(("triage", "more", "actor", "rules"), [
    ({}, {}, "ana", []),
    ({"holder": "ana"}, {}, "ana", []),
    ({"holder": "ben"}, {}, "ana", ["held:ben"]),
    ({}, {"deleted_at": START}, "ana", ["deleted"]),
    ({"holder": "ben"}, {"text": "other words"}, "ana", ["held:ben", "edited"]),
])
def test_what_happened_to_the_post_stands_in_the_way(
    triage: dict[str, str], more: dict[str, Any], actor: str, rules: list[str],
) -> None:
    there = item(text=more.get("text", POST.post.text), deleted_at=more.get("deleted_at"), triage=Triage(**triage))
    found = [one.rule for one in of_post(a_draft(), there, (), actor=actor)]
    assert [rule.partition(":")[0] if rule.startswith("edited") else rule for rule in found] == rules


def test_words_that_stand_there_already_are_named_whoever_sent_them() -> None:
    other = a_draft(id="3n2tbbbbbbbbb", author="ben", state=DraftState.SENT)
    assert [one.rule for one in of_post(a_draft(), POST, [other], actor="ana")] == ["same-words"]
    assert of_post(a_draft(private=True), POST, [other], actor="ana") == []


def test_a_reason_sets_a_finding_aside_and_a_firm_one_stays() -> None:
    soft, firm = Blocker("blame", "it blames"), Blocker("statement", "it ran out", firm=True)
    assert with_overrides(a_draft(), [soft], {"blame": " legal  wants it "}) == {"blame": "legal wants it"}
    with pytest.raises(Blocked) as caught:
        with_overrides(a_draft(), [soft, firm], {"blame": "so", "statement": "so"})
    assert [one.rule for one in caught.value.blockers] == ["statement"]
    with pytest.raises(BadMove, match="needs a reason"):
        with_overrides(a_draft(), [soft], {"blame": "  "})


def test_a_reason_for_what_is_not_in_the_way_is_not_kept() -> None:
    assert with_overrides(a_draft(), [], {"blame": "so"}) == {}


def test_a_post_is_another_after_an_edit_and_after_a_deletion() -> None:
    assert len({seen(None), seen(POST), seen(item(text="x")), seen(item(deleted_at=START))}) == 4
    assert seen(POST) == post().content_sha256
