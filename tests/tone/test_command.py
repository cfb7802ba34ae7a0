"""``warroom tone``: a draft in, one object or plain lines out, and the exit code that blocks sending."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment
from tone.corpus import FOLDER, replies

from warroom.domain.errors import ConfigError
from warroom.domain.tone import RULES, Brief, Finding, Level, Strategy, check
from warroom.domain.tone.house import COMMON, PATIENCE, patience, with_house

#: Long replies with no wrong word in them; some are longer than their platform takes.
APOLOGIES = [reply for reply in replies() if reply.whole and len(reply.text.split()) >= 55
             and {rule for rule, _, _ in reply.spans} <= {"too-long"}]


@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data")
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


def rules_of(found: list[Finding]) -> set[str]:
    return {one.rule for one in found}


def test_an_error_ends_with_one_and_names_the_place_in_code_points(warroom: CommandLine) -> None:
    said = warroom("tone", "--json", stdin="\U0001f600 We’re sorry if you were offended.\n", code=1)
    [found] = [one for one in said.objects[0]["findings"] if one["rule"] == "non-apology"]
    assert set(found) == {"rule", "level", "start", "end", "text", "reason", "suggestion"}
    assert found["level"] == "error"
    assert "\U0001f600 We’re sorry if you were offended."[found["start"]:found["end"]] == found["text"]
    assert len(said.objects) == 1


def test_a_draft_without_an_error_ends_with_nought_and_people_get_plain_lines(warroom: CommandLine) -> None:
    said = warroom("tone", stdin="Thanks for telling us. We are looking into it.\n")
    assert said.out.startswith("warning  no-next-step  23-46")


def test_what_a_rule_found_and_the_second_reader_doubts_is_told_to_people_and_is_no_finding(
    warroom: CommandLine,
) -> None:
    draft = "Sorry for the wait. We value your feedback and write here by six.\n"
    assert "doubted  no-next-step  20-65" in warroom("tone", stdin=draft).out
    [said] = warroom("tone", "--json", stdin=draft).objects
    assert set(said) == {"findings"}
    assert "no-next-step" not in [one["rule"] for one in said["findings"]]


def test_facts_and_earlier_replies_come_from_files(warroom: CommandLine, tmp_path: Path) -> None:
    facts, recent = tmp_path / "facts.toml", tmp_path / "recent.txt"
    facts.write_text('"recalled heaters" = 12400\n[hotline]\nopen_until = "8 pm"\n', encoding="utf-8")
    recent.write_text("Thanks! The recall covers 8,000 recalled heaters, and we collect each of them. The hotline is "
                      "open until 9 pm.\n", encoding="utf-8")
    draft = "The recall covers 8,000 recalled heaters, and we collect each of them. The hotline is open until 9 pm."
    said = warroom("tone", "--json", "--facts", str(facts), "--recent", str(recent), stdin=draft, code=1)
    found = [(one["rule"], one["text"]) for one in said.objects[0]["findings"]]
    assert ("contradicts-fact", "8,000") in found
    assert ("contradicts-fact", "9 pm") in found
    assert "repetitive" in {rule for rule, _ in found}


@pytest.mark.parametrize("words", [("--facts", "absent.toml"), ("--recent", "absent.txt"), ("--platform", "myspace")])
def test_a_file_or_a_word_that_cannot_be_used_is_wrong_usage(warroom: CommandLine, words: tuple[str, str]) -> None:
    warroom("tone", *words, stdin="Hello", code=2)


@pytest.mark.parametrize("written", [
    f"x = {'9' * 5_000}", f"x = {'[' * 20_000}{']' * 20_000}", f"{'a.' * 3_000}b = 1", f"x = 0x{'f' * 6_000}",
    'x = "caf\xe9"',
])
def test_a_file_of_facts_or_rules_that_breaks_a_parser_is_wrong_usage(
    warroom: CommandLine, tmp_path: Path, written: str,
) -> None:
    file = tmp_path / "house.toml"
    file.write_bytes(written.encode("latin-1"))
    for option in ("--facts", "--rules"):
        said = warroom("tone", option, str(file), stdin="Hello", code=2)
        assert "house.toml" in said.err


def test_a_file_without_an_end_is_no_list_of_facts(warroom: CommandLine) -> None:
    assert "too long" in warroom("tone", "--facts", "/dev/zero", stdin="Hello", code=2).err
    warroom("tone", "--recent", "/dev/zero", stdin="Hello")


def test_there_are_real_apologies_of_many_words_and_none_has_an_error() -> None:
    assert len(APOLOGIES) >= 4
    assert max(len(reply.text.split()) for reply in APOLOGIES) >= 80
    for reply in APOLOGIES:
        for strategy in (Strategy.REBUILD, None):
            found = check(reply.text, Brief(platform=reply.brief.platform, strategy=strategy))
            errors = {one.rule for one in found if one.level is Level.ERROR}
            longer = reply.rules | {rule for rule, _, _ in reply.spans if rule == "too-long"}
            assert errors <= longer - {"non-apology"}, reply.text


def test_a_joke_and_sales_talk_block_a_reply_only_in_a_grave_incident() -> None:
    draft = "Sorry, Ana! 😅 Check out our new summer range while you wait."
    for severity, level in ((1, Level.ERROR), (2, Level.ERROR), (3, Level.WARNING), (None, Level.WARNING)):
        found = {one.rule: one.level for one in check(draft, Brief(severity=severity))}
        assert (found["levity"], found["promotion"]) == (level, level)


def test_a_level_that_the_house_sets_holds_at_every_severity() -> None:
    rules = with_house(RULES, {"levity": {"level": "suggestion"}}, "house.toml")
    found = check("Haha, sorry.", Brief(severity=1), rules)
    assert {one.level for one in found if one.rule == "levity"} == {Level.SUGGESTION}


def test_to_promise_that_it_never_happens_again_denies_nothing() -> None:
    found = {one.rule for one in check("This will never happen again.", Brief(strategy=Strategy.REBUILD))}
    assert "over-promise" in found
    assert "contradicts-strategy" not in found


def test_each_rule_says_why_what_is_better_and_where_that_is_from() -> None:
    assert len(RULES) == 25
    assert all(rule.reason and rule.suggestion and rule.source for rule in RULES)
    assert FOLDER.exists()


def test_a_house_adds_words_levels_and_exceptions_and_takes_rules_away() -> None:
    rules = with_house(RULES, {
        "confidential": {"phrases": ["project nightingale"], "patterns": [r"\bac-\d{4}\b"], "reason": "Not yet."},
        "jargon": {"level": "warning", "except": ["robust"]}, "levity": {"off": True},
    }, "house.toml")
    found = check("Project Nightingale and AC-1234 are robust and seamless, lol.", Brief(), rules)
    said = {(one.rule, str(one.level), one.text) for one in found}
    assert {("confidential", "error", "Project Nightingale"), ("confidential", "error", "AC-1234"),
            ("jargon", "warning", "seamless")} <= said
    assert not {text for _, _, text in said} & {"robust", "lol"}


@pytest.mark.parametrize("draft", [
    'You heard of "Project Nightingale".', "It is in `project nightingale`.", "> Project Nightingale\nNo comment.",
    "We never had a Project Nightingale.",
])
def test_what_a_house_calls_confidential_is_out_also_where_it_is_quoted_or_denied(draft: str) -> None:
    for own in ({"phrases": ["project nightingale"]}, {"patterns": ["project nightingale"]}):
        found = check(draft, Brief(), with_house(RULES, {"confidential": own}, "house.toml"))
        assert "project nightingale" in [one.text.lower() for one in found if one.rule == "confidential"]


def test_a_pattern_of_a_house_that_would_take_for_ever_is_cut_off_and_says_that_it_did_not_check() -> None:
    rules = with_house(RULES, {
        "confidential": {"patterns": [r"(a|aa)+$", r"\bac-\d{4}\b"], "except": ["aaa"], "reason": "Not yet."},
    }, "house.toml")
    found = [one for one in check("AC-1234. " + "a" * 5_000 + "b", Brief(), rules) if one.rule == "confidential"]
    assert [(one.level, one.text, one.reason) for one in found] == [
        (Level.ERROR, "AC-1234", "Not yet."),
        (Level.ERROR, "AC-1234.", "The house's pattern '(a|aa)+$' took too long and did not check this draft."),
    ]
    quick = with_house(RULES, {"confidential": {"patterns": [r"(a|aa)+$"]}}, "house.toml")
    assert not [one for one in check("A short draft.", Brief(), quick) if one.rule == "confidential"]


def test_many_patterns_that_would_take_for_ever_have_one_budget_and_quick_ones_after_them_are_heard() -> None:
    assert patience(0.0) == PATIENCE
    assert patience(COMMON - PATIENCE / 2) == pytest.approx(PATIENCE / 2)
    assert 0 < patience(COMMON) < PATIENCE / 10
    hanging = [rf"(a|aa)+{'b' * number}$" for number in range(30)]
    rules = with_house(RULES, {"confidential": {"patterns": [*hanging, r"\bac-\d{4}\b"]}}, "house.toml")
    found = [one for one in check("AC-1234. " + "a" * 5_000 + "c", Brief(), rules) if one.rule == "confidential"]
    assert found[0].text == "AC-1234"
    assert sum("did not check this draft" in one.reason for one in found) == len(hanging)


def test_what_a_pattern_may_repeat_is_counted_with_its_groups_and_no_more() -> None:
    with_house(RULES, {"jargon": {"patterns": [
        r"\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b", "[a{900000000}]{2}", r"\(a{90}", "a{,5}",
        "(?:[ab]{0,100000000}){0,9}",
    ]}}, "house.toml")


@pytest.mark.parametrize(("table", "says"), [
    ({"jargn": {}}, "no such rule"), ({"jargon": {"levle": "error"}}, "levle"),
    ({"jargon": {"level": "loud"}}, "level"),
    ({"jargon": {"patterns": ["("]}}, "regular expression"), ({"jargon": {"phrases": ["~3"]}}, "begins with a word"),
    ({"jargon": {"phrases": "synergy"}}, "list of texts"), ({"jargon": 3}, "no table"),
    ({"jargon": {"off": "yes"}}, "neither true nor false"), ({"jargon": {"reason": 3}}, "no text"),
    ({"jargon": {"patterns": ["(" * 9_000 + ")" * 9_000]}}, "too deep"),
    ({"jargon": {"patterns": ["a{100000000}"]}}, "repeats too much"),
    ({"jargon": {"patterns": ["((a{300}){300}){300,}"]}}, "repeats too much"),
])
def test_a_house_rule_that_cannot_be_used_says_why(table: dict[str, object], says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        with_house(RULES, table, "house.toml")
