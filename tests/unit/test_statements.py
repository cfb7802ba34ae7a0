"""The statement library: gaps, approval, what fits best, and what is said of a file that cannot be used."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment

from warroom.domain.errors import ConfigError
from warroom.domain.model import Platform
from warroom.domain.outgoing import LIMITS
from warroom.domain.statements import Situation, Statement, fill, holes, misfits, rank, sendable, verbatim
from warroom.domain.thread_split import split
from warroom.domain.tone import Brief, Level, check
from warroom.library import load, sample_file

NOW = datetime(2026, 3, 6, 16, tzinfo=UTC)
BODY = "{author}, we are sorry. {what happened}. More by {time}."


def a_statement(id_: str = "one", body: str = BODY, **more: object) -> Statement:
    return Statement(**({"id": id_, "title": id_, "body": body, "approved_by": "legal"} | more))  # type: ignore[arg-type]


# --- gaps ---

def test_gaps_are_found_in_order_and_filled_by_name_whatever_the_capitals() -> None:
    assert [hole.name for hole in holes(BODY)] == ["author", "what happened", "time"]
    filled = fill(BODY, {"Author": "@mara", "time": "", "unused": "x"})
    assert filled == "@mara, we are sorry. {what happened}. More by {time}."
    assert filled[slice(*holes(filled)[0][:2])] == "{what happened}"


def test_a_statement_with_its_gaps_filled_is_still_that_statement_and_a_changed_one_is_not() -> None:
    assert verbatim(a_statement(), "@mara, we are sorry.\nThe can leaked. More by 18:00.")
    assert not verbatim(a_statement(), "@mara, we are not sorry. The can leaked. More by 18:00.")
    assert not verbatim(a_statement(), "@mara, we are sorry. The can leaked. More by 18:00, promised"
                        + " and much that nobody read" * 20 + ".")
    assert verbatim(a_statement(body="No gaps."), "No  gaps.")


@pytest.mark.parametrize(("text", "same"), [
    ("@mara, we are sorry. The can leaked at 6 p.m. on Sunday. More by 18:00.", True),
    ("@mara, we are sorry. The can leaked. More by 18:00. We pay for your doctor.", False),
    ("@mara, we are sorry. The can leaked. It was our courier's fault. More by 18:00.", False),
    ("Listen. @mara, we are sorry. The can leaked. More by 18:00.", False),
])
def test_a_sentence_of_ones_own_in_a_gap_is_free_text_and_needs_the_approval_of_one(text: str, *, same: bool) -> None:
    assert verbatim(a_statement(), text) is same


# --- approval ---

@pytest.mark.parametrize(("more", "said"), [
    ({"approved_by": ""}, "Nobody has approved"), ({"approved_until": NOW}, "by legal ended at 2026-03-06 16:00 UTC"),
    ({"approved_until": NOW + timedelta(seconds=1)}, ""), ({"approved_until": None}, ""),
])
def test_only_an_approved_statement_may_be_sent_and_only_until_its_approval_ends(
    more: dict[str, object], said: str,
) -> None:
    assert said in sendable(a_statement(**more), NOW)
    assert bool(said) == bool(sendable(a_statement(**more), NOW))


# --- which one ---

def test_the_one_written_for_this_situation_comes_first_and_others_stay() -> None:
    library = load(sample_file()).statements.values()
    here = Situation(cluster="preventable", severity=2, platform=Platform.REDDIT, language="en")
    names = [one.id for one in rank(library, "", here, now=NOW)]
    assert names[:3] == ["apology-illness", "campaign-hurt", "holding-illness"]
    assert len(names) == len(library)
    spanish = Situation(cluster="accidental", severity=2, language="es")
    assert rank(library, "", spanish, now=NOW)[0].id == "holding-illness-es"
    assert misfits(load(sample_file()).statements["apology-illness"], spanish) == (
        "not written for the accidental cluster, the language “es”")


def test_a_statement_is_found_by_words_of_its_title_its_text_or_a_few_of_its_letters() -> None:
    library = load(sample_file()).statements.values()
    assert [one.id for one in rank(library, "rumour", Situation(), now=NOW)] == ["rumour-not-ours"]
    assert rank(library, "cooling", Situation(), now=NOW)[0].id == "apology-illness"
    assert rank(library, "cmpgn", Situation(), now=NOW)[0].id == "campaign-hurt"
    assert rank(library, "zzz", Situation(), now=NOW) == []


# --- the file ---

def test_what_is_shipped_passes_the_checks_once_its_gaps_are_filled() -> None:
    library = load(sample_file())
    values = {"author": "@mara", "what we know now": "Two people told us of it", "time of next update": "6 pm today",
              "what we pay": "the price", "day": "Monday", "what we do for those who fell ill": "We pay your doctor",
              "how anybody can check it": "the lab does not exist", "who confirms it": "The food agency",
              "link of the source": "https://food.example/acme", "time": "6 pm", "who": "children",
              "who tested it": "The food agency", "what": "five cans", "link of the result": "https://food.example/r",
              "what we do next": "We give the money for the campaign to the job fair", "name": "Ana",
              "what happened to the person": "You were charged twice", "what happened": "The app charged people twice"}
    for statement in library.statements.values():
        text = fill(fill(statement.body, library.facts), values)
        if "en" not in statement.languages:
            continue
        found = check(text, Brief(reply_to="", author="@mara", facts=library.facts))
        assert [(statement.id, one.rule, one.text) for one in found if one.level is Level.ERROR] == []
        assert len(split(text, LIMITS[Platform.BLUESKY])) <= 2


def written(folder: Path, text: str, name: str = "statements.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


ONE = '[statements.one]\ntitle = "One"\nbody = "We know. {@two}"\n'


@pytest.mark.parametrize(("text", "said"), [
    ('[statements.one]\ntitle = "x"\nbody = """never ends', "statements.toml:3: this is not TOML"),
    (ONE, "statements.toml:1: the statement 'one' cannot be used. {@two} names no statement."),
    (ONE + '[statements.two]\ntitle = "Two"\nbody = "{@one}"\n', "It is part of itself: one → two → one."),
    ('[statements.one]\nbody = "x"\n', "statements.toml:1: the statement 'one' needs a title."),
    ('[statements.one]\ntitle = "x"\nbody = "y"\ntone = "z"\n', "statements.toml:4: a statement has no 'tone'."),
    ('[statements.one]\ntitle = "x"\nbody = "a\\u0000b"\n', "statements.toml:3: the body of 'one' cannot be sent"),
    ('[statements.one]\ntitle = "x"\nbody = "y"\nseverity = [5]\n', "statements.toml:4: severity must be of 1, 2, 3"),
    ('[statements.one]\ntitle = "x"\nbody = "y"\napproved_until = "soon"\n', "statements.toml:4: approved_until must"),
    ('[statement.one]\ntitle = "x"\n', "statements.toml:1: there is no section 'statement'."),
    ("[facts]\nlot = true\n", "statements.toml:2: the fact 'lot' must be"),
    (f"[facts]\nlot = {'9' * 5_000}\n", "statements.toml: this is not TOML. A number has too many digits."),
    (f"[facts]\nlot = 0x{'f' * 6_000}\n", "statements.toml: this is not TOML. A number has too many digits."),
    (f"[facts]\nlot = {'[' * 20_000}{']' * 20_000}\n", "statements.toml: this is not TOML. It is nested too deep."),
    (f"facts.{'a.' * 3_000}b = 1\n", "statements.toml: this is not TOML. It is nested too deep."),
    ("".join(f'[statements.s{at}]\ntitle = "x"\nbody = "a {{@s{at + 1}}} {{@s{at + 1}}}"\n' for at in range(19))
     + '[statements.s19]\ntitle = "x"\nbody = "y"\n', "more than 20,000 characters, and no reply may have so many."),
    ("".join(f'[statements.s{at}]\ntitle = "x"\nbody = "{{@s{at + 1}}}"\n' for at in range(2_000))
     + '[statements.s2000]\ntitle = "x"\nbody = "y"\n', "the statement 's0' cannot be used. Its parts have parts"),
], ids=range(16))
def test_what_is_wrong_with_a_library_is_said_with_its_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(written(tmp_path, text))
    assert said in str(caught.value)


def test_a_missing_library_and_an_empty_folder_are_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="There is no statement library"):
        load(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="too long for a library"):
        load(Path("/dev/zero"))
    with pytest.raises(ConfigError, match=r"no file that ends in \.toml"):
        load(tmp_path)


def test_a_folder_is_one_library_whose_files_may_use_each_others_parts(tmp_path: Path) -> None:
    written(tmp_path, '[statements.one]\ntitle = "One"\nbody = "We know. {@sign}"\n', "a.toml")
    written(tmp_path, '[facts]\nlot = "B-1"\n[statements.sign]\ntitle = "Sign"\nbody = "The {team} team"\n', "b.toml")
    library = load(tmp_path)
    assert library.statements["one"].body == "We know. The {team} team"
    assert library.facts == {"lot": "B-1"}
    written(tmp_path, '[statements.one]\ntitle = "Again"\nbody = "x"\n', "c.toml")
    with pytest.raises(ConfigError, match="stands twice"):
        load(tmp_path)


def test_a_statement_is_approved_no_longer_than_its_parts_are(tmp_path: Path) -> None:
    written(tmp_path, (
        '[statements.one]\ntitle = "x"\nbody = "We know. {@two}"\napproved_by = "legal"\napproved_until = 2026-12-31\n'
        '[statements.two]\ntitle = "x"\nbody = "Call {@three}."\n'
        '[statements.three]\ntitle = "x"\nbody = "the hotline"\napproved_by = "legal"\napproved_until = 2026-01-31\n'))
    one = load(tmp_path).statements["one"]
    assert "ended at 2026-01-31" in sendable(one, NOW)
    assert sendable(one, datetime(2026, 1, 30, tzinfo=UTC)) == ""


# --- the command, and the settings that it shares with the composer ---

@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data")
    return CommandLine(tmp_path / "data", capsys, monkeypatch)


def test_the_command_lists_what_may_be_sent_and_why_the_rest_may_not(warroom: CommandLine) -> None:
    told = {one["id"]: one for one in warroom("statements", "--drill", "--json").objects}
    assert told["holding-illness"]["placeholders"] == [
        "author", "recalled product", "batch number", "what we know now", "time of next update"]
    assert told["holding-illness"]["sendable"] is True
    assert "Nobody has approved" in told["compensation"]["why_not"]
    assert "cannot be sent" in warroom("statements", "--drill", "hotline").out
    assert "no statement library yet" in warroom("statements").err


def test_the_sample_is_a_library_that_loads(warroom: CommandLine, tmp_path: Path) -> None:
    file = written(tmp_path, warroom("statements", "--sample").out)
    assert load(file).statements.keys() == load(sample_file()).statements.keys()


def test_rules_terms_and_facts_of_the_settings_count_in_the_check_of_tone(warroom: CommandLine, tmp_path: Path) -> None:
    written(tmp_path, '[jargon]\nlevel = "error"\nphrases = ["touch base"]\n', "house.toml")
    written(tmp_path, '[facts]\n"heaters in the recall" = 12400\n')
    tone = '[tone]\nrules = ["house.toml"]\nconfidential = ["Nightingale"]\nhandles = ["Acme Care"]\n'
    config = written(tmp_path, tone, "config.toml")
    draft = "Hi Acme Care, Nightingale is why we touch base. The recall covers 12,000 heaters."
    found = warroom("tone", "--json", "--author", "mara", "--config", str(config), stdin=draft, code=1).objects[0]
    rules = {one["rule"]: one["text"] for one in found["findings"]}
    assert {"jargon", "confidential", "contradicts-fact"} <= rules.keys()
    assert rules["confidential"] == "Nightingale"
    assert "wrong-name" not in rules


@pytest.mark.parametrize("draft", [
    'As for "plant closure": no comment.', "See https://acme.example/plant-closure today.", "the plant\n closure",
    "_Plant  Closure_",
])
def test_a_confidential_term_is_found_in_quotes_links_and_across_lines(
    warroom: CommandLine, tmp_path: Path, draft: str,
) -> None:
    config = written(tmp_path, '[tone]\nconfidential = ["plant closure"]\n', "config.toml")
    found = warroom("tone", "--json", "--config", str(config), stdin=draft, code=1).objects[0]
    assert "confidential" in {one["rule"] for one in found["findings"]}


def test_rules_that_are_not_there_are_said_with_their_path(warroom: CommandLine, tmp_path: Path) -> None:
    config = written(tmp_path, '[tone]\nrules = ["missing.toml"]\n', "config.toml")
    assert "missing.toml cannot be read" in warroom("tone", "--config", str(config), stdin="Hello", code=2).err
