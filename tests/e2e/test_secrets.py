"""Secrets stay where they belong: after a full run they stand in no artefact but the one file that keeps them."""

from __future__ import annotations

import asyncio
import re
import signal
import stat
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from helpers.command_line import clean_environment
from helpers.forked import forks_of
from helpers.platforms import PlatformRig, secrets_of, settings_of
from helpers.process import Ended, Program, Running

from warroom.cli import main
from warroom.commands import context as context_module
from warroom.domain.model import Platform
from warroom.export import FORMATS
from warroom.redaction import REDACTOR

#: What only these servers give out: tokens and sessions that no test could name beforehand.
MADE = re.compile(rb"s3cret|eyJ[\w-]{20,}|acme-token|app-secret|the-code")


def login_settings(rig: PlatformRig) -> dict[str, str]:
    """The settings of a rig without its login."""
    return {name: value for name, value in settings_of(rig).items() if name.startswith("WARROOM_SOURCES_")}


async def allow(rig: Any, page: str) -> int:
    """Do in the browser what a person does: look at the page, say yes, and go where it sends one."""
    told = {name: values[0] for name, values in parse_qs(urlsplit(page).query).items()}
    async with aiohttp.ClientSession() as browser:
        if rig.platform is Platform.REDDIT:
            rig.server.codes["c0de-of-a-person"] = told["redirect_uri"]
            page = f"{told['redirect_uri']}/?state={told['state']}&code=c0de-of-a-person"
        async with browser.get(page) as answer:
            return answer.status


async def log_in(rig: Any, program: Program) -> Ended:
    """``warroom login``, as a person would walk through it."""
    if rig.platform is Platform.BLUESKY:
        return await program("login", "bluesky", "--account", rig.handle, stdin="correct horse\n")
    app = "app\ns3cret-of-the-app\n" if rig.platform is Platform.REDDIT else ""
    running: Running = await program.start("login", str(rig.platform), "--no-browser", "--port", "0", stdin=app)
    await running.says("http://127.0.0.1")
    async with asyncio.timeout(60):
        while not (found := re.search(r"  (http\S+)\n", running.said)):
            await asyncio.sleep(0.02)
    assert await allow(rig, found[1]) == 200
    ended = await running.ended()
    assert ended.code == 0, ended.err
    return ended


async def test_after_a_full_run_no_artefact_holds_a_secret(rig: PlatformRig, tmp_path: Path) -> None:
    log = tmp_path / "warroom.log"
    program = Program(tmp_path / "data", {**login_settings(rig), "WARROOM_LOG_FILE": str(log)})
    said = [await log_in(rig, program)]
    assert rig.handle in said[0].out
    collector = await program.start("collect", "--json")
    try:
        async with asyncio.timeout(60):
            while b'"live"' not in collector.out:
                await asyncio.sleep(0.05)
        await rig.post("Acme is down")
        key = await program.key_of("Acme is down")
        said.append(await program("reply", key, "--text", "Sorry, we look into it.", "--yes", "--json"))
        said.append(await program("undo", "--json"))
        await rig.stop()
        async with asyncio.timeout(60):
            while b'"reconnecting"' not in collector.out:
                await asyncio.sleep(0.05)
        await rig.start()
    finally:
        collector.kill(signal.SIGTERM)
        said.append(await collector.ended())
    looks = [("timeline", "--json"), ("timeline",), ("config", "--json"), ("config",), ("outbox", "--json"),
             ("show", key, "--room", "live", "--json"), ("verify",)]
    looks += [("export", "-f", form, "-o", str(tmp_path / f"export.{form}")) for form in FORMATS]
    async with forks_of(program) as warroom:
        seen = [await warroom(*words) for words in looks]
    said += [await (await program.start("doctor", "--quick", *more)).ended() for more in ((), ("--json",))]

    kept = program.folder / "credentials.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert MADE.search(kept.read_bytes()) or b"correct horse" in kept.read_bytes()
    planted = [secret.encode() for secret in secrets_of(rig)]
    artefacts = {str(file): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file() and file != kept}
    outputs = [*seen, *(f"{one.out}{one.err}" for one in said)]
    artefacts |= {f"output {number}": output.encode() for number, output in enumerate(outputs)}
    assert all(seen)
    assert log.stat().st_size > 0
    assert len(artefacts) > len(FORMATS) + 10
    for name, content in artefacts.items():
        assert not MADE.search(content), (name, MADE.search(content))
        for secret in planted:
            assert secret not in content, name


async def test_a_login_that_is_kept_is_used_by_every_later_command(rig: PlatformRig, tmp_path: Path) -> None:
    program = Program(tmp_path / "data", login_settings(rig))
    await log_in(rig, program)
    checks = {one["check"]: one for one in (await program("doctor", "--quick", "--json")).objects}
    assert not [one for one in checks.values() if one["state"] == "fail"]
    assert str(program.folder / "credentials.json") in checks["credentials"]["words"]
    await program("login", str(rig.platform), "--forget")
    assert (program.folder / "credentials.json").read_text() == "{}"


# Bluesky takes an app password, and no code.
@pytest.mark.rig(platforms=(Platform.REDDIT, Platform.MASTODON))
async def test_an_answer_with_another_state_is_not_taken(rig: PlatformRig, tmp_path: Path) -> None:
    program = Program(tmp_path / "data", {**login_settings(rig), "WARROOM_REDDIT_CLIENT_ID": "app",
                                          "WARROOM_REDDIT_CLIENT_SECRET": "s3cret-of-the-app"})
    running = await program.start("login", str(rig.platform), "--no-browser", "--port", "0")
    try:
        async with asyncio.timeout(60):
            while not (found := re.search(r"  (http\S+)\n", running.said)):
                await asyncio.sleep(0.02)
        told = {name: values[0] for name, values in parse_qs(urlsplit(found[1]).query).items()}
        async with (aiohttp.ClientSession() as browser,
                    browser.get(f"{told['redirect_uri']}/?state=another&code=stolen") as answer):
            assert answer.status == 400
        assert running.process.returncode is None
        assert not (program.folder / "credentials.json").exists()
    finally:
        running.kill()
        await running.ended()


def test_a_crash_file_holds_no_secret(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    clean_environment(monkeypatch, tmp_path, {"WARROOM_MASTODON_ACCESS_TOKEN": "planted-token-1"})
    REDACTOR.hide("planted-token-1")

    def burst(self: object, text: str = "") -> None:
        raise RuntimeError("GET https://x.example/api?access_token=planted-token-1 and Bearer abcdef123456")

    monkeypatch.setattr(context_module.Context, "line", burst)
    assert main(["--version"]) == 70
    crash, = tmp_path.glob("crash-*.log")
    assert "planted-token-1" not in crash.read_text()
    assert "abcdef123456" not in crash.read_text()
    assert "RuntimeError" in crash.read_text()
    assert stat.S_IMODE(crash.stat().st_mode) == 0o600
    assert "planted" not in capsys.readouterr().err
