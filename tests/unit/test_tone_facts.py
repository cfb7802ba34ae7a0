"""What contradicts a fact sheet, and what does not."""

from __future__ import annotations

import time

import pytest

from warroom.domain.tone import Brief, check
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.facts.match import WEIGHTS, pairs
from warroom.domain.tone.facts.reading import told
from warroom.domain.tone.facts.reply import Reply
from warroom.domain.tone.facts.rule import CONTRADICTS_FACT
from warroom.domain.tone.facts.sheet import sheet


def found(say: str, to: str = "", **facts: str) -> list[str]:
    brief = Brief(facts={key.replace("_", " "): value for key, value in facts.items()}, reply_to=to)
    return [one.text for one in check(say, brief, [CONTRADICTS_FACT])]


@pytest.mark.parametrize(("say", "key", "fact", "what"), [
    ("The show was stopped at quarter past nine.", "show stopped", "20:45", "quarter past nine"),
    ("The pool opens again on Wednesday the 14th.", "pool reopens", "Thursday 15 May", "Wednesday the 14th"),
    ("Die Brücke bleibt bis Montag gesperrt.", "Brücke gesperrt bis", "Mittwoch, 19. Juni", "Montag"),
    ("The outage hit a third of viewers.", "share of viewers affected", "one in five", "a third"),
    ("I soldi del rimborso arrivano entro sessanta giorni.", "rimborso entro", "30 giorni", "sessanta giorni"),
    ("The leak was in Church Street.", "place of the leak", "Chapel Street", "Church Street"),
    ("The fire started in the laundry room.", "place where it started", "bin store", "laundry room"),
    ("The lynx is still loose.", "lynx", "caught on Saturday", "loose"),
    ("The leak was caused by a worn seal.", "cause", "cracked pump", "a worn seal"),
    ("The roof came down during the match.", "roof fell", "after the match", "during the match"),
    ("The parcel was sent uninsured.", "parcel", "insured up to 500 pounds", "uninsured"),
    ("The chemical that leaked was chlorine.", "chemical that leaked", "ammonia", "chlorine"),
    ("You need to bring your receipt.", "receipt", "not needed", "bring your receipt"),
    ("The window was on the fourth floor.", "window fell from", "floor 6", "fourth floor"),
    ("Masks are needed only on floor two.", "masks", "required in the whole building", "only on floor two"),
    ("Post goes out everywhere but the islands.", "post", "in all areas, including the islands", "everywhere but"),
    ("The lights there work again.", "traffic lights", "out of order until the new box is in", "work"),
    ("Calls went nowhere for twenty minutes.", "calls lost for", "02:10-03:25", "twenty minutes"),
    ("The bag to bring back is the 2 kg bag.", "bag size", "400 g", "2 kg"),
    ("The train leaves from platform 1.", "platform", "11", "platform 1"),
    ("It was a technical fault that stopped the lift.", "cause of the stop", "human error", "technical"),
    ("Nobody was injured in the crash.", "injured in the crash", "12", "Nobody"),
    ("A day ticket costs 6.40.", "day_ticket", "6.80", "6.40"),
    ("It was a laptop, and it was not encrypted.", "encrypted", "yes", "not encrypted"),
])
def test_a_value_that_the_sheet_has_otherwise_is_found(say: str, key: str, fact: str, what: str) -> None:
    assert [what in one or one in what for one in found(say, **{key: fact})] == [True]


@pytest.mark.parametrize(("say", "key", "fact"), [
    ("About 400 customers are affected.", "customers affected", "412"),
    ("The refund goes out within a fortnight.", "refund within", "14 days"),
    ("The line is open until half past seven tonight.", "hotline hours", "08:00-19:30"),
    ("The pump ran again before six.", "pump restarted", "05:40"),
    ("We'll post the list here at noon.", "strike ends", "Friday 23:59"),
    ("I'll ring you on Tuesday at three.", "shop reopens", "Friday, 10:00"),
    ("We opened four more counters this morning.", "counters open", "3"),
    ("It was not chlorine that leaked.", "chemical that leaked", "ammonia"),
    ("The lift is working again.", "lift", "working"),
    ("The pool opens again on Friday.", "pool", "closed until Friday"),
    ("A day ticket costs 6.80 again from Monday.", "day_ticket", "6.80"),
    ("Tickets for those days stay good until the end of the month.", "tickets", "valid until the end of the month"),
    ("It was encrypted, and we have found no sign that anyone opened the files.", "encrypted", "yes"),
    ("Thanks, Sam. Ask for Nadia at the desk in Leeds.", "place of the fire", "Leeds"),
])
def test_what_agrees_with_the_sheet_or_speaks_of_something_else_is_none(say: str, key: str, fact: str) -> None:
    assert found(say, **{key: fact}) == []


def test_what_the_person_wrote_may_be_given_back() -> None:
    say = "You waited 90 minutes, and that is too long."
    assert found(say, to="I waited 90 minutes", average_wait="48 minutes") == []


def test_a_day_of_two_facts_is_told_of_one_of_them() -> None:
    say = "The strike began on Wednesday, and drivers go back to work on Monday."
    assert found(say, strike_began="Monday", drivers_back_to_work="Monday") == ["Wednesday"]


def test_a_number_that_is_a_name_on_the_sheet_is_not_taken_for_another_line() -> None:
    assert found("The bus was empty apart from her, and line 12 runs again from 6am tomorrow.",
                 injured="0", line_12="from 6am tomorrow") == []


def test_the_finding_says_which_fact_it_is_about() -> None:
    [one] = check("We recalled 900 bikes.", Brief(facts={"bikes recalled": "1,100"}), [CONTRADICTS_FACT])
    assert one.reason == "The fact sheet says bikes recalled: 1,100."


@pytest.mark.parametrize(("text", "kind", "worth"), [
    ("2 hours and 15 minutes", "span", 135.0), ("half an hour", "span", 30.0), ("zwei wochen", "span", 20_160.0),
    ("two hundred and six homes", "number", 206.0), ("€4.2m", "money", 4_200_000.0), ("three in ten", "percent", 30.0),
])
def test_a_value_in_words_is_worth_what_it_says(text: str, kind: str, worth: float) -> None:
    [one] = told(text)
    assert (one.kind, one.worth) == (kind, pytest.approx(worth))


def test_every_reason_for_a_pair_has_a_weight() -> None:
    facts = sheet({"bikes recalled": "1,100", "model": "V2.0.1", "shop": "Leeds", "opens": "9:00"})
    kinds = frozenset(value.kind for fact in facts for value in fact.values)
    reply = Reply(Draft("We recalled 900 bikes, V2.0.2, from York. The shop opens at 10:00."), kinds)
    assert {name for pair in pairs(reply, facts, "") for name in pair.features} <= WEIGHTS.keys()


@pytest.mark.parametrize(
    "piece", ["12 34 ", "i", "1,", "Leeds, York and ", "ten past ", "after the match ", "in the room "])
def test_ten_thousand_characters_of_anything_take_less_than_a_second(piece: str) -> None:
    facts = {"place": "Harbour Road", "data": "names, emails and phones", "injured": "3", "back": "Monday 9:45",
             "roof fell": "after the match"}
    draft = Draft((piece * 10_000)[:10_000])
    began = time.process_time()
    list(CONTRADICTS_FACT.find(draft, Brief(facts=facts)))
    assert time.process_time() - began < 1
