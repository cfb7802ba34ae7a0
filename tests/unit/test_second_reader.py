"""A second reader is heard beside the rules: it finds and asks, it doubts, and a house's own words stand against it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from helpers.reading import Says

from warroom.domain.strategy import Strategy
from warroom.domain.tone import RULES, Brief, Level, check, weigh
from warroom.domain.tone.draft import Draft, Span
from warroom.domain.tone.house import ruled
from warroom.domain.tone.second import Opinion, Reading, Verdict
from warroom.tagger.reader import FOLDER, Tagger
from warroom.tagger.windows import BUDGET, SHEET, WIDTH, chosen, sentences, windows

CAKE = "Sorry that the cake arrived flat. The driver could not be bothered to keep it level. A new one comes at 4 pm."
BLAME = "The driver could not be bothered to keep it level"
RUDE = "Calm down. We call you today at noon."


def meant(text: str, words: str) -> Opinion:
    at = text.index(words)
    return Opinion(Verdict.FINDS, 0.97, (Span(at, at + len(words)),))


def found(
    text: str, reader: Says, house: Mapping[str, object] | None = None, brief: Brief | None = None,
) -> dict[str, Level]:
    rules = ruled(RULES, [(house, "house.toml")]) if house else RULES
    return {one.rule: one.level for one in check(text, brief or Brief(reply_to="My cake was flat!"), rules, reader)}


def test_what_it_finds_is_underlined_says_who_says_so_and_asks_without_blocking() -> None:
    hits = check(CAKE, Brief(reply_to="My cake was flat!"), reader=Says({"blame": meant(CAKE, BLAME)}))
    hit = next(one for one in hits if one.rule == "blame")
    assert hit.text == BLAME
    assert hit.level is Level.WARNING
    assert "97% sure" in hit.reason


def test_what_it_doubts_is_no_finding_and_what_it_leaves_is_one() -> None:
    assert found(RUDE, Says({}))["dismissive"] is Level.ERROR
    leaving, doubting = (Says({"dismissive": Opinion(one, 0.1)}) for one in (Verdict.LEAVES, Verdict.DOUBTS))
    assert found(RUDE, leaving)["dismissive"] is Level.ERROR
    assert "dismissive" not in found(RUDE, doubting)
    [told] = weigh(RUDE, Brief(), reader=doubting).doubted
    assert (told.rule, told.text) == ("dismissive", "Calm down")
    assert weigh(RUDE, Brief(), reader=leaving).doubted == []


def test_where_a_rule_and_the_reader_mean_the_same_words_the_rule_speaks() -> None:
    hits = [one for one in check(RUDE, Brief(), reader=Says({"dismissive": meant(RUDE, "Calm down")}))
            if one.rule == "dismissive"]
    assert [(one.text, one.level) for one in hits] == [("Calm down", Level.ERROR)]


def test_the_phrases_of_a_house_are_not_doubted_and_its_exceptions_hold() -> None:
    doubting = Says({"jargon": Opinion(Verdict.DOUBTS, 0.0)})
    assert "jargon" in found("We touch base today.", doubting, {"jargon": {"phrases": ["touch base"]}})
    finding = Says({"blame": meant(CAKE, BLAME)})
    assert "blame" in found(CAKE, finding, {"blame": {"except": ["a new one"]}})
    assert "blame" not in found(CAKE, finding, {"blame": {"except": ["the Driver"]}})
    assert "blame" not in found(CAKE, finding, {"blame": {"off": True}})


def test_what_is_missing_is_its_business_only_where_the_rules_would_judge_it() -> None:
    reader = Says({"no-next-step": Opinion(Verdict.FINDS, 0.9), "no-responsibility": Opinion(Verdict.FINDS, 0.9)})
    assert not found("We are", reader, brief=Brief()), "somebody is still typing"
    reply = "We are sorry that you waited in the cold all day long."
    assert found(reply, reader).keys() == {"no-next-step"}
    two = f"{reply} The lift is old."
    assert [one.text for one in check(two, Brief(reply_to="Cold!"), reader=reader)] == ["The lift is old."]
    assert "no-responsibility" in found(reply, reader, brief=Brief(reply_to="Cold!", strategy=Strategy.REBUILD))


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def test_the_shipped_one_finds_what_no_rule_has_words_for(tagger: Tagger) -> None:
    brief = Brief(reply_to="My cake was flat, and nobody answers!")
    assert "blame" not in {one.rule for one in check(CAKE, brief)}
    hit = next(one for one in check(CAKE, brief, reader=tagger) if one.rule == "blame")
    assert "driver" in hit.text
    assert not tagger.trouble


def test_a_legal_admission_is_never_taken_back(tagger: Tagger) -> None:
    assert tagger.card["bars"]["legal-admission"][1] == 0


def test_it_hears_our_own_voice_only(tagger: Tagger) -> None:
    quoted = f"You were told “{BLAME}”, and that was wrong of us. We are sorry. A new one comes at 4 pm."
    assert "blame" not in {one.rule for one in check(quoted, Brief(reply_to="My cake was flat!"), reader=tagger)}


def test_the_same_text_reads_the_same_however_many_ask_at_once() -> None:
    one = Tagger()
    texts = [CAKE, RUDE, "Thank you, we call you today.", CAKE.upper()] * 5
    gate = threading.Barrier(4)

    def read(at: int) -> list[Reading]:
        gate.wait(30)
        return [one.begin(Draft(text), Brief())() for text in texts[at:] + texts[:at]]

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(read, range(4)))
    alone = Tagger()
    expected = [alone.begin(Draft(text), Brief())() for text in texts]
    for at in range(4):
        assert told[at] == expected[at:] + expected[:at]


def test_of_a_long_draft_a_bounded_part_is_read_and_the_worst_is_in_it(tagger: Tagger) -> None:
    dull = "The library opens at nine and the café beside it at ten on every day of the week. "
    bad = "In our defence, every bakery has a bad day, and most of our customers are happy. "
    draft = Draft(dull * 60 + bad + dull * 60)
    assert len(draft.text) > 9_000
    read = chosen(draft, tagger.card["telling"])
    assert sum(span.end - span.start for span in read) <= BUDGET
    opinion = tagger.begin(draft, Brief())()["defensive"]
    assert opinion.verdict is Verdict.FINDS
    assert any("bakery" in draft.text[start:end] for start, end in opinion.spans)


def test_of_a_long_draft_nothing_is_doubted_that_may_not_have_been_read(tagger: Tagger) -> None:
    long = Draft("Calm down. " + "We look into it, and say here what we find. " * 40)
    assert Verdict.DOUBTS not in {one.verdict for one in tagger.begin(long, Brief())().values()}


def test_one_endless_sentence_is_read_as_far_as_the_budget_goes() -> None:
    assert chosen(Draft("and so on " * 1_000), {}) == [Span(0, BUDGET)]


def test_windows_hold_every_piece_once_and_never_more_than_they_have_room_for(tagger: Tagger) -> None:
    draft = Draft("Short. " * 30 + "word " * 250 + ". And the end of it.")
    every = sentences(draft, draft.sentences, tagger.tokenizer)
    made = list(windows(every, tagger.tokenizer, Strategy.REBUILD))
    held = [span for one in made for span in one.spans if span[1] > span[0]]
    assert held == [span for one in every for span in one.spans]
    assert all(sum(end > start for start, end in one.spans) <= WIDTH for one in made)


FACTS = {"reopening": "Friday 14 March", "cause": "a burst pipe in the cellar"}


def test_beside_each_window_stands_what_the_sheet_says_as_far_as_there_is_room(tagger: Tagger) -> None:
    draft = Draft("Sorry for the wait. We open again on Tuesday, as the pipe in the cellar has to be mended first.")
    many = FACTS | {f"branch {number}": f"open from {number} to eight, but for the cold room" for number in range(40)}
    for facts in (FACTS, many):
        (window,) = tagger.windows(draft, Brief(facts=facts))
        said = tagger.tokenizer.decode(list(window.ids))
        assert all(line in said for line in ("reopening : friday 14 march", "a burst pipe in the cellar"))
        assert sum(end == 0 for _, end in window.spans) <= SHEET + 5
        assert len(window.ids) == len(window.parts) == len(window.spans)


def test_without_a_sheet_and_in_a_long_draft_it_says_nothing_of_facts(tagger: Tagger) -> None:
    draft = Draft("Sorry for the wait. We open again on Tuesday.")
    assert "contradicts-fact" not in tagger.begin(draft, Brief())()
    assert "contradicts-fact" in tagger.begin(draft, Brief(facts=FACTS))()
    long = Draft(f"{draft.text} " + "We look into it, and say here what we find. " * 40)
    assert "contradicts-fact" not in tagger.begin(long, Brief(facts=FACTS))()


def test_where_a_draft_tells_the_whole_sheet_as_it_stands_a_reader_alone_finds_no_contradiction_of_it() -> None:
    text = "Sorry for the wait at the till this morning between 8 and 9. Cards work again since 2.30 pm."
    reader = Says({"contradicts-fact": meant(text, "since 2.30 pm")})
    assert "contradicts-fact" not in found(text, reader, brief=Brief(facts={"cards work since": "2.30 pm"}))
    more = Brief(facts={"cards work since": "2.30 pm", "tills": "shut"})
    assert "contradicts-fact" in found(text, reader, brief=more)


def test_another_sheet_is_another_reading(tagger: Tagger) -> None:
    draft = Draft("Sorry for the wait. Everything is mended, and we open again on Friday the 14th.")
    right, wrong = (tagger.begin(draft, Brief(facts={"reopening": day}))()
                    for day in ("Friday 14 March", "Monday 24 March"))
    assert right["contradicts-fact"].likely < wrong["contradicts-fact"].likely


def test_it_finds_a_contradiction_that_no_rule_can_look_up_and_names_the_line(tagger: Tagger) -> None:
    draft = "Thanks for asking. The bridge is open in both directions again, and we post news here at nine."
    brief = Brief(reply_to="What is going on?", facts={"bridge": "open northbound only"})
    assert "contradicts-fact" not in {one.rule for one in check(draft, brief)}
    hit = next(one for one in check(draft, brief, reader=tagger) if one.rule == "contradicts-fact")
    assert hit.level is Level.WARNING
    assert "bridge: open northbound only" in hit.reason


def test_it_says_nothing_of_a_draft_in_another_language(tagger: Tagger) -> None:
    german = "Es tut uns leid, dass Sie frieren. Lassen Sie Ihren Kessel prüfen, bevor Sie sich beschweren."
    assert tagger.begin(Draft(german), Brief())() == {}


@pytest.mark.parametrize("text", [
    "", " \n", "!!!", "👩‍👩‍👧‍👦" * 300, "\u202eabc", "e" + "\u0301" * 5_000, "a" * 40_000, "\ufffc\ufeff",
    "half a face: \ud83d, and on"])
def test_no_text_is_too_strange_for_it(tagger: Tagger, text: str) -> None:
    for opinion in tagger.begin(Draft(text), Brief(strategy=Strategy.DENY))().values():
        assert 0 <= opinion.likely <= 1
        assert all(0 <= span.start < span.end <= len(text) for span in opinion.spans)
    assert not tagger.trouble


def test_a_reader_that_cannot_read_says_nothing_and_says_why(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("card.json", "tokenizer.json"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    (tmp_path / "tone.onnx").write_bytes(b"half a file")
    broken = Tagger(tmp_path)
    with caplog.at_level(logging.WARNING):
        assert [one.rule for one in check(RUDE, Brief(), reader=broken)] == [one.rule for one in check(RUDE, Brief())]
        check(CAKE, Brief(), reader=broken)
    assert broken.trouble
    assert [record.levelname for record in caplog.records] == ["WARNING"], "it is said once"
