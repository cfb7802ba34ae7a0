from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from helpers.making import START, item
from helpers.reading import Says

from warroom.domain.approval import Policy
from warroom.domain.errors import ConfigError
from warroom.domain.incident import Incident, Kind
from warroom.domain.model import LIVE, Platform
from warroom.domain.reply import Draft
from warroom.domain.statements import Library, Statement
from warroom.domain.tone import RULES, Reader
from warroom.domain.tone.draft import Span
from warroom.domain.tone.second import Opinion, Verdict
from warroom.engine.gate import Gate, House

POST = item()
INCIDENT = Incident(id="inc-1", kind=Kind.INCIDENT, room=LIVE, title="Outage", opened_at=START, severity=1)
BODY = "We know that {product} is down. The next update comes here by {time}."
FILLED = "We know that the app is down. The next update comes here by 17:00."
HOLDING = Statement(
    id="holding", title="Holding", body=BODY, approved_by="lea", approved_until=START + timedelta(hours=1))
TEAM = {"ana": "lead", "ben": "approver"}


def a_gate(*statements: Statement, facts: dict[str, str] | None = None, reader: Reader | None = None) -> Gate:
    library = Library({one.id: one for one in statements}, facts or {})
    return Gate(Policy(team=TEAM), house=lambda: House(RULES, library, reader))


def a_draft(text: str = FILLED, **more: Any) -> Draft:
    return Draft(**{"id": "3n2taaaaaaaaa", "post": POST.key, "platform": Platform.MASTODON, "text": text,
                    "author": "ana", "since": START, **more})


def stops(gate: Gate, draft: Draft, minutes: int = 0, incident: Incident = INCIDENT) -> list[tuple[str, bool]]:
    found = gate.blockers(draft, POST, incident, (), actor="ana", now=START + timedelta(minutes=minutes))
    return [(one.rule, one.firm) for one in found]


def missing(gate: Gate, draft: Draft, minutes: int = 0) -> int:
    return gate.needs(draft, POST, INCIDENT, START + timedelta(minutes=minutes)).missing


def test_the_words_of_a_published_statement_need_nobody_whatever_fills_their_gaps() -> None:
    gate, draft = a_gate(HOLDING), a_draft(statement="holding")
    assert (stops(gate, draft), missing(gate, draft)) == ([], 0)


@pytest.mark.parametrize("text", [
    f"{FILLED} And it is your fault.", FILLED.replace("comes here", "may come"), "Something else entirely.",
])
def test_a_text_that_departs_from_its_statement_needs_the_approval_of_free_text(text: str) -> None:
    assert missing(a_gate(HOLDING), a_draft(text, statement="holding")) == 1


def test_without_the_name_of_its_statement_the_same_text_is_free_text() -> None:
    assert missing(a_gate(HOLDING), a_draft()) == 1


def test_a_statement_that_ran_out_or_that_nobody_approved_stops_for_good() -> None:
    draft = a_draft(statement="holding")
    assert stops(a_gate(HOLDING), draft, minutes=60) == [("statement", True)]
    assert missing(a_gate(HOLDING), draft, minutes=60) == 1
    assert stops(a_gate(replace(HOLDING, approved_by="")), draft) == [("statement", True)]
    assert stops(a_gate(), draft) == [("statement", True)]


def test_a_gap_that_was_left_open_stops_for_good_and_an_error_of_tone_until_it_is_set_aside() -> None:
    assert ("unfilled-placeholder", True) in stops(a_gate(), a_draft(BODY))
    assert stops(a_gate(), a_draft("We are sorry if you were offended.")) == [("non-apology", False)]


def test_what_the_second_reader_doubts_does_not_stop_a_reply_and_what_it_alone_finds_does_not_either() -> None:
    draft = a_draft("We are sorry if you were offended.")
    finding = Opinion(Verdict.FINDS, 0.99, (Span(0, 2),))
    doubting = Says({"non-apology": Opinion(Verdict.DOUBTS, 0.01), "blame": finding})
    assert stops(a_gate(reader=doubting), draft) == []
    assert stops(a_gate(reader=Says({})), draft) == [("non-apology", False)]


def test_facts_and_the_strategy_in_force_are_held_against_a_draft() -> None:
    facts = {"cans in the recall": "12400"}
    assert ("contradicts-fact", False) in stops(
        a_gate(facts=facts), a_draft("There are 15,000 cans in the recall. More at 17:00."))
    text = "This is a false rumour, and none of it is true. We say more at 17:00."
    assert ("contradicts-strategy", False) in stops(
        a_gate(), a_draft(text), incident=replace(INCIDENT, strategy="rebuild"))


def test_in_private_one_may_ask_for_what_must_not_be_shown_in_public() -> None:
    question = "Please tell us your order number and your e-mail address."
    assert ("asks-personal-data", False) in stops(a_gate(), a_draft(question))
    assert ("asks-personal-data", False) not in stops(a_gate(), a_draft(question, private=True))


async def test_a_statement_that_was_recalled_meanwhile_is_not_sent_any_more() -> None:
    kept = {"holding": HOLDING}
    gate = Gate(Policy(team=TEAM), house=lambda: House(RULES, Library(dict(kept))), fresh=0)
    await gate.open()
    assert stops(gate, a_draft(statement="holding")) == []
    kept.clear()
    await gate.open()
    assert stops(gate, a_draft(statement="holding")) == [("statement", True)]


async def test_a_library_that_cannot_be_read_stops_everything_and_says_why() -> None:
    def broken() -> House:
        raise ConfigError("statements.toml:3: this is not TOML.")

    with pytest.raises(ConfigError, match="not TOML"):
        await Gate(house=broken).open()
