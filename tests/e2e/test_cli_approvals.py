"""A reply's way to its yes and out, on the command line, in a drill: the same gates as for real, and no platform."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.command_line import CommandLine, clean_environment
from helpers.engine import a_post

from warroom.domain.incident import Kind
from warroom.domain.model import Platform
from warroom.engine.clock import SystemClock
from warroom.engine.desk import open_incident
from warroom.storage import open_store

ROOT = Path(__file__).resolve().parents[2]
WORDS = "We look into it and say more here at 17:00 today."
OFFENDS = "We are sorry if you were offended. We say more at 17:00."
TEAM = {"WARROOM_TEAM_ROLES": "ana=lead;ben=approver;lea=legal;kim=responder", "WARROOM_APPROVAL_DRAFTS_ONLY": "kim"}


@pytest.fixture
def warroom(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    clean_environment(monkeypatch, tmp_path / "data", TEAM)
    line = CommandLine(tmp_path / "data", capsys, monkeypatch)
    posts = [a_post(1, "Acme is down"), a_post(2, "me too", platform=Platform.BLUESKY)]
    line.store(posts, room="drill-1")

    async def begin() -> None:
        async with open_store(line.settings) as store:
            await open_incident(store, "drill-1", title="Drill", kind=Kind.DRILL, actor="ana", clock=SystemClock(),
                                wall=SystemClock(), room="drill-1", severity=2)

    asyncio.run(begin())
    return line


def kinds(warroom: CommandLine) -> list[str]:
    return [row["type"] for row in warroom("timeline", "--json").objects]


def test_without_yes_one_sees_what_would_go_out_what_is_in_its_way_and_who_must_say_yes(warroom: CommandLine) -> None:
    good = warroom("reply", "1", "--text", WORDS, code=2)
    assert WORDS in good.err
    assert "It needs an approver or legal (ben, lea). --yes hands it in." in good.err
    words = f"{OFFENDS} {{name}} {'a ' * 150}"
    bad = warroom("reply", "2", "--text", words, "--override", "non-apology=quoted", code=2)
    assert [line.split(":")[1].strip() for line in bad.err.splitlines() if line.startswith("In the way")] == [
        "unfilled-placeholder", "too-long"]
    parts = warroom("reply", "2", "--text", f"{WORDS} " * 8, "--thread", code=2)
    assert " 1/2" in parts.err
    assert "In the way" not in parts.err
    hidden = warroom("reply", "1", "--text", "pay \u202etxt", code=4)
    assert "1 character that nobody sees" in hidden.err
    assert "1 control character" in warroom("reply", "1", "--text", "-", stdin="so\0rry", code=4).err
    assert warroom("outbox", "--json").objects == []


def test_from_a_draft_to_a_drills_thread_and_back_every_step_stands_in_the_timeline(warroom: CommandLine) -> None:
    draft = warroom("draft", "1", "--text", WORDS, "--json").objects[0]
    assert (draft["state"], draft["author"]) == ("draft", "ana")
    asked = warroom("submit", draft["id"])
    assert "It needs an approver or legal (ben, lea)." in asked.err
    waiting = warroom("queue", "--json").objects
    assert [(one["id"], one["needs"]["missing"]) for one in waiting] == [(draft["id"], 1)]
    refused = warroom("approve", draft["id"], code=4)
    assert "Nobody approves words of their own" in refused.err
    warroom("send", draft["id"], code=4)
    approved = warroom("approve", draft["id"], "--comment", "good", "--as", "ben", "--json").objects[0]
    assert approved["state"] == "approved"
    assert [one["by"] for one in approved["approvals"]] == ["ben"]
    told = warroom("queue")
    assert (told.out, "approved and not sent" in told.err) == ("", True)
    sent = warroom("send", draft["id"], "--json").objects[0]
    assert sent["state"] == "sent"
    assert WORDS in warroom("show", "1").out
    warroom("unsend", draft["id"])
    assert kinds(warroom) == ["opened", "drafted", "submitted", "approved", "sending", "sent", "deleted"]
    assert "chain and state hold" in warroom("verify").out


def test_a_reply_that_needs_a_yes_says_whose_and_the_same_command_sends_it_afterwards(warroom: CommandLine) -> None:
    stopped = warroom("reply", "1", "--text", WORDS, "--yes", "--json", code=4)
    assert "It needs an approver or legal (ben, lea)." in stopped.err
    warroom("approve", stopped.objects[0]["id"], "--as", "lea")
    assert warroom("reply", "1", "--text", WORDS, "--yes", "--json").objects[0]["state"] == "sent"


def test_what_a_reader_would_not_see_as_it_was_written_is_refused_with_the_reason(warroom: CommandLine) -> None:
    for mark, why in (("\x1b[31mred", "control"), ("\u202etxt.exe", "nobody sees"), ("Z" + "\u0301" * 60, "marks"),
                      ("\0", "control")):
        refused = warroom("draft", "1", "--text", "-", stdin=f"{WORDS} {mark}", code=4)
        assert "would not be sent as it is shown" in refused.err
        assert why in refused.err
    assert warroom("draft", "1", "--text", "-", "--json", stdin="One.\r\n\tTwo.").objects[0]["text"] == "One.\n    Two."


def test_a_draft_comes_back_with_a_comment_is_changed_and_asked_for_again(warroom: CommandLine) -> None:
    name = warroom("draft", "1", "--text", WORDS, "--json").objects[0]["id"]
    warroom("submit", name)
    back = warroom("return", name, "--comment", "say when", "--as", "ben", "--json").objects[0]
    assert (back["state"], back["reason"]) == ("draft", "say when")
    changed = warroom("revise", name, "--text", f"{WORDS} Promised.", "--json").objects[0]
    assert changed["version"] == 2
    late = warroom("revise", name, "--text", "mine", "--version", "1", "--as", "lea", code=4)
    assert "changed this reply meanwhile" in late.err
    warroom("submit", name)
    assert warroom("withdraw", name, "--json").objects[0]["state"] == "draft"


def test_a_finding_of_tone_stops_a_reply_until_a_reason_sets_it_aside(warroom: CommandLine) -> None:
    name = warroom("draft", "1", "--text", OFFENDS, "--json").objects[0]["id"]
    assert "Rule non-apology" in warroom("submit", name, code=4).err
    assert "needs a rule and a reason" in warroom("submit", name, "--override", "non-apology", code=2).err
    aside = warroom("submit", name, "--override", "non-apology=legal asked for these words", "--json").objects[0]
    assert aside["overrides"] == {"non-apology": "legal asked for these words"}
    assert aside["state"] == "in review"
    gap = warroom("draft", "2", "--text", "We pay back {amount} by 17:00.", "--json").objects[0]["id"]
    assert "gap" in warroom("submit", gap, "--override", "unfilled-placeholder=we have to", code=4).err


def test_the_severity_on_which_approvals_hang_is_the_leads_to_set(warroom: CommandLine) -> None:
    refused = warroom("severity", "4", "--as", "ben", code=4).err
    assert "The severity is set by the lead." in refused
    assert "Ask ana." in refused
    warroom("severity", "1", "--as", "ana")
    opened = warroom("open", "Outage", "--severity", "3", "--as", "kim", "--json").objects[0]["id"]
    warroom("close", opened, "--reason", "over", "--as", "ana")
    assert "Ask ana." in warroom("open", "--again", opened, "--severity", "4", "--as", "kim", code=4).err


def test_a_yes_lapses_with_the_strategy_and_is_asked_for_again(warroom: CommandLine) -> None:
    name = warroom("draft", "1", "--text", WORDS, "--json").objects[0]["id"]
    warroom("submit", name)
    warroom("approve", name, "--as", "ben")
    told = warroom("strategy", "preventable")
    assert "apologise and repair" in told.err
    assert warroom("strategy", "--json").objects[0]["strategy"] == "rebuild"
    assert "Ask ana." in warroom("strategy", "victim", "--as", "ben", code=4).err
    refused = warroom("send", name, code=4)
    assert "strategy changed after ben approved" in refused.err
    assert warroom("queue", "--json").objects[0]["state"] == "in review"
    warroom("approve", name, "--as", "ben")
    assert warroom("send", name, "--json").objects[0]["state"] == "sent"
    warroom("undo")
    assert warroom("outbox", "--json").objects[0]["state"] == "deleted"
    assert "chain and state hold" in warroom("verify").out


def test_who_may_only_write_neither_approves_nor_sends_and_nobody_sends_on_anothers_post(warroom: CommandLine) -> None:
    name = warroom("draft", "1", "--text", WORDS, "--as", "kim", "--json").objects[0]["id"]
    warroom("submit", name, "--as", "kim")
    warroom("approve", name, "--as", "ben")
    assert "may write replies" in warroom("send", name, "--as", "kim", code=4).err
    warroom("claim", "1", "--as", "lea")
    assert "lea holds this post" in warroom("send", name, code=4).err
    done = warroom("send", name, "--override", "held:lea=she asked me to", "--json").objects[0]
    assert (done["state"], done["overrides"]) == ("sent", {"held:lea": "she asked me to"})
    assert "and not take them off a platform" in warroom("unsend", name, "--as", "kim", code=4).err
    assert "not say what became of them" in warroom("resolve", name, "failed", "--as", "kim", code=4).err


def test_a_long_text_goes_out_as_a_numbered_thread_part_below_part(warroom: CommandLine) -> None:
    long = " ".join(f"This is sentence {number} of what we found out today." for number in range(1, 15))
    made = warroom("draft", "2", "--text", long, "--thread", "--json").objects
    assert len(made) > 1
    assert made[1]["text"].endswith(f"2/{len(made)}")
    assert [one["follows"] for one in made] == ["", *(one["id"] for one in made[:-1])]
    for one in made:
        warroom("submit", one["id"])
        warroom("approve", one["id"], "--as", "ben")
    sent = warroom("send", made[0]["id"], "--json").objects
    assert [one["state"] for one in sent] == ["sent"] * len(made)
    shown = warroom("show", "2").out
    assert f"1/{len(made)}" in shown
    assert f"{len(made)}/{len(made)}" in shown


def test_one_statement_goes_to_several_platforms_and_each_has_its_result(warroom: CommandLine) -> None:
    words = ("broadcast", "--text", WORDS, "--mastodon", "--bluesky", "More at 17:00 here.", "--yes", "--json")
    stopped = warroom(*words, code=4).objects
    assert [(one["platform"], one["state"], one["post"]) for one in stopped] == [
        ("mastodon", "in review", None), ("bluesky", "in review", None)]
    warroom("approve", stopped[0]["id"], "--as", "ben")
    part = warroom("send", stopped[0]["id"], "--json", code=4).objects
    assert [one["state"] for one in part] == ["sent", "in review"]
    warroom("approve", stopped[1]["id"], "--as", "lea")
    assert [one["state"] for one in warroom("send", stopped[1]["id"], "--json").objects] == ["sent", "sent"]
    assert "posted on mastodon" in warroom("timeline").out
    assert "chain and state hold" in warroom("verify").out


def test_a_talk_is_moved_to_private_by_an_invitation_and_a_private_message(warroom: CommandLine) -> None:
    invited = warroom("draft", "1", "--invite", "--json").objects[0]
    assert "direct message" in invited["text"]
    warroom("submit", invited["id"])
    question = "Please tell us your order number here."
    private = warroom("draft", "1", "--text", question, "--private", "--json").objects[0]
    assert private["private"] is True
    warroom("submit", private["id"])
    warroom("approve", private["id"], "--as", "ben")
    assert warroom("send", private["id"], "--json").objects[0]["state"] == "sent"
    assert "privately" in warroom("timeline").out


def test_an_export_carries_drafts_and_approvals_and_an_import_brings_them_back(
    warroom: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    name = warroom("draft", "1", "--text", WORDS, "--json").objects[0]["id"]
    warroom("submit", name)
    warroom("approve", name, "--as", "ben")
    warroom("broadcast", "--text", WORDS, "--mastodon")
    file = tmp_path / "drill.json"
    warroom("export", "-f", "json", "-o", str(file))
    before = warroom("outbox", "--json").objects
    clean_environment(monkeypatch, tmp_path / "other", TEAM)
    other = CommandLine(tmp_path / "other", capsys, monkeypatch)
    other("import", str(file))
    assert other("outbox", "--all", "--json").objects == before
    assert "chain and state hold" in other("verify").out


def test_a_reply_in_a_drill_loads_no_platform_and_nothing_that_reaches_a_network(warroom: CommandLine) -> None:
    code = ("import sys; from warroom.cli import main; ended = main(sys.argv[1:]); "
            "print(ended, [name for name in ('sources.reddit', 'sources.mastodon', 'sources.bluesky', 'asyncpraw', "
            "'mastodon', 'atproto_client', 'httpx', 'requests', 'aiohttp', 'websockets') if name in sys.modules])")
    done = subprocess.run(
        [sys.executable, "-c", code, "reply", "1", "--text", WORDS, "--yes", "--override", "none=so", "--json"],
        env={**os.environ, "WARROOM_TEAM_ROLES": "", "PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=True)
    assert done.stdout.splitlines()[-1] == "0 []"
