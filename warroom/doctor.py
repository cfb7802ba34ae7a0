"""``warroom doctor``: a line a check, and what to do about it. It looks and sends nothing."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
import stat
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from warroom import platforms
from warroom.credentials import PARTS, Vault
from warroom.domain.errors import WarroomError
from warroom.domain.health import Check, CheckState
from warroom.domain.model import Platform, Unscored
from warroom.domain.reply import OPEN_ENDED
from warroom.ports import Scorer
from warroom.redaction import REDACTOR
from warroom.settings import Settings

#: Seconds that one platform's checks may take together.
PATIENCE: Final = 45.0
#: What brings back a source that stopped at what a check found, once that is mended.
_ANEW: Final = "A source that stopped tries again with R (SIGHUP for `warroom collect`)."
#: Seconds that loading the model may take, and what it is asked.
LOADING: Final = 180.0
_SENTENCE: Final = "Thank you, that was quick."
_LEAST_SPACE: Final = 500_000_000
_MODULES: Final = {
    Platform.REDDIT: "asyncpraw", Platform.MASTODON: "mastodon", Platform.BLUESKY: "atproto",
}


async def checks(
    settings: Settings, *, scorer: Callable[[Settings], Scorer] | None,
) -> AsyncIterator[Check]:
    """Yield every check as it is done: this computer first, then the platforms, each in its own time.

    The model is loaded as ``scorer`` makes it, and scores a sentence; None leaves that out, for it takes seconds.
    """
    yield _config(settings)
    yield _terms(settings)
    yield _terminal()
    yield _folder(settings.data_dir)
    vault = Vault(settings)
    yield await asyncio.to_thread(_credentials, vault)
    for check in await _store(settings):
        yield check
    probing = [asyncio.create_task(_platform(settings, platform, vault)) for platform in Platform]
    try:
        yield await _model(settings, scorer)
        yield await asyncio.to_thread(_second_reader, settings)
        for task in probing:
            for check in await task:
                yield check
    finally:
        for task in probing:
            task.cancel()


def of_error(name: str, error: WarroomError) -> Check:
    """A check that failed with words."""
    return Check(name, CheckState.FAIL, " ".join(part for part in (error.title, error.reason) if part), error.hint)


def _config(settings: Settings) -> Check:
    if settings.config_file is None:
        return Check("config", CheckState.OK, "no file; every setting has its default or comes from the environment",
                     "`warroom config --path` names the place of the file.")
    return Check("config", CheckState.OK, str(settings.config_file))


def _terms(settings: Settings) -> Check:
    number = len(settings.terms.every)
    if not number:
        return Check("terms", CheckState.WARN, "none: live sources have nothing to look for",
                     'Set brand = ["Your name"] under [terms].')
    return Check("terms", CheckState.OK, f"{number}: {', '.join(settings.terms.every)}")


def _terminal() -> Check:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return Check("terminal", CheckState.SKIP, "standard input or output is none",
                     "The console needs one; every command works without.")
    size, kind = shutil.get_terminal_size(), os.environ.get("TERM", "")
    words = f"{kind or 'unknown'}, {size.columns} x {size.lines}, {sys.stdout.encoding}"
    if kind in ("", "dumb"):
        return Check("terminal", CheckState.FAIL, words, "Set TERM to your terminal's kind, such as xterm-256color.")
    if size.columns < 80 or size.lines < 24:
        return Check("terminal", CheckState.WARN, words, "The console is made for 80 x 24 and more.")
    if not (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf8"):
        return Check("terminal", CheckState.WARN, words, "Set a UTF-8 locale; else the console draws with ASCII.")
    return Check("terminal", CheckState.OK, words)


def _folder(folder: Path) -> Check:
    place = folder if folder.exists() else next((one for one in folder.parents if one.exists()), folder)
    if not place.is_dir() or not os.access(place, os.W_OK | os.X_OK):
        return Check("data folder", CheckState.FAIL, f"{folder} cannot be written",
                     "Give yourself permission, or name another one with --data-dir.")
    free = shutil.disk_usage(place).free
    words = f"{folder}, {free / 1e9:.1f} GB free"
    if free < _LEAST_SPACE:
        return Check("data folder", CheckState.WARN, words, "Free some space: a busy day stores about a gigabyte.")
    if folder.exists() and hasattr(os, "getuid") and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return Check("data folder", CheckState.WARN, f"{words}; others can look into it", f"chmod 700 {folder}")
    return Check("data folder", CheckState.OK, words)


def _credentials(vault: Vault) -> Check:
    try:
        found = [f"{platform} {part.replace('_', ' ')} from {where}" for platform, parts in PARTS.items()
                 for part in parts if (where := vault.origin(platform, part))]
        kept = vault.place
    except WarroomError as error:
        return of_error("credentials", error)
    words = f"kept in {kept}" if "keyring" in kept else f"no keyring here; kept in {kept}, readable by its owner alone"
    return Check("credentials", CheckState.OK, f"{words}; {'; '.join(found) or 'none are set'}")


async def _store(settings: Settings) -> Sequence[Check]:
    from warroom.storage import open_store

    if not settings.database.exists():
        return [Check("store", CheckState.OK, f"{settings.database} is made at the first start")]
    try:
        async with open_store(settings) as store:
            posts, incidents = await store.count(), await store.incidents()
            broken = [verdict.incident for verdict in await store.verify() if not verdict.clean]
            unsettled = await store.drafts(states=OPEN_ENDED)
    except WarroomError as error:
        return [of_error("store", error)]
    words = f"{settings.database}, {posts:,} posts, {len(incidents)} {'log' if len(incidents) == 1 else 'logs'}"
    found = [Check("store", CheckState.OK, words) if not broken else
             Check("store", CheckState.FAIL, f"{words}; {len(broken)} do not hold", "warroom verify says where.")]
    if unsettled:
        words = ("whether a reply is out is not known" if len(unsettled) == 1 else
                 f"of {len(unsettled)} replies it is not known whether they are out")
        found.append(Check("outbox", CheckState.WARN, words,
                           "warroom outbox --all --look finds out; else warroom resolve."))
    return found


async def _model(settings: Settings, make: Callable[[Settings], Scorer] | None) -> Check:
    if not settings.scoring.enabled:
        return Check("model", CheckState.SKIP, "scoring is off", "Set enabled = true under [scoring].")
    missing = [name for name in ("flair", "torch", "transformers") if importlib.util.find_spec(name) is None]
    if missing:
        return Check("model", CheckState.FAIL, f"{', '.join(missing)} cannot be found", "Install warroom again.")
    models = [settings.scoring.main or _shipped(), *settings.scoring.others.values()]
    gone = [str(model) for model in models if isinstance(model, Path) and not model.is_file()]
    if gone or models[0] is None:
        return Check("model", CheckState.FAIL, f"{', '.join(gone) or 'the shipped model'} is not there",
                     "Set scoring.model to a file that is, or install warroom again.")
    names = [f"{model.name}, {model.stat().st_size / 1e6:.1f} MB" if isinstance(model, Path) else str(model)
             for model in models]
    words = "; ".join(names)
    if make is None or not all(isinstance(model, Path) for model in models):
        # A model by name would be fetched.
        return Check("model", CheckState.OK, f"{words}; not loaded for this check",
                     "`echo '{\"id\": 1, \"text\": \"thank you\"}' | warroom score` loads it.")
    return await _loaded(words, make(settings))


def _second_reader(settings: Settings) -> Check:
    """Have a sentence read by what reads drafts beside the rules of tone."""
    from warroom.domain.tone.draft import Draft
    from warroom.domain.tone.kinds import Brief
    from warroom.tagger.reader import Tagger

    if not settings.tone.second_reader:
        return Check("second reader", CheckState.SKIP, "drafts are checked by the rules alone",
                     "Set second_reader = true under [tone].")
    reader = Tagger()
    began = time.monotonic()
    reader.begin(Draft(_SENTENCE), Brief())()
    if reader.trouble:
        return Check("second reader", CheckState.FAIL, reader.trouble, "Install warroom again.")
    return Check("second reader", CheckState.OK, f"{reader.card['name']}, loaded in {time.monotonic() - began:.1f} s")


async def _loaded(words: str, scorer: Scorer) -> Check:
    """Load the model in its own process, as a room does, and have one sentence scored."""
    began = time.monotonic()
    try:
        async with asyncio.timeout(LOADING):
            await scorer.start()
            score, = await scorer.score([_SENTENCE])
    except WarroomError as error:
        return of_error("model", error)
    except TimeoutError:
        return Check("model", CheckState.FAIL, f"{words}; not loaded within {LOADING:.0f} s",
                     "Is the computer very busy, or short of memory? Posts come in unscored until it is there.")
    finally:
        await scorer.close()
    if isinstance(score, Unscored):
        return Check("model", CheckState.FAIL, f"{words}; it does not score “{_SENTENCE}” ({score.reason})",
                     "Set scoring.model to another model, or install warroom again.")
    return Check("model", CheckState.OK, f"{words}; loaded and asked in {time.monotonic() - began:.1f} s: "
                                         f"“{_SENTENCE}” is {score.label}")


def _shipped() -> Path | None:
    folder = Path(__file__).parent / "scoring" / "model"
    return max((file for file in folder.glob("*") if file.suffix in (".pt", ".bin")), default=None,
               key=lambda file: file.stat().st_size)


async def _platform(settings: Settings, platform: Platform, vault: Vault) -> Sequence[Check]:
    """The checks of a platform; with the first that failed stands what to do when its cause is mended."""
    found = list(await _looked_at(settings, platform, vault))
    bad = next((at for at, one in enumerate(found) if one.state is CheckState.FAIL), None)
    if bad is not None and "press R" not in found[bad].hint:
        found[bad] = replace(found[bad], hint=f"{found[bad].hint} {_ANEW}".strip())
    return found


async def _looked_at(settings: Settings, platform: Platform, vault: Vault) -> Sequence[Check]:
    if platform not in platforms.enabled(settings):
        return [Check(str(platform), CheckState.SKIP, "switched off",
                      f"Set enabled = true under [sources.{platform}].")]
    if importlib.util.find_spec(_MODULES[platform]) is None:
        return [Check(str(platform), CheckState.FAIL, f"{_MODULES[platform]} cannot be found",
                      "Install warroom again.")]
    try:
        probe = await asyncio.to_thread(platforms.probe, settings, platform, vault)
        async with asyncio.timeout(PATIENCE):
            found = await probe.check()
    except WarroomError as error:
        return [of_error(str(platform), error)]
    except TimeoutError:
        return [Check(str(platform), CheckState.FAIL, f"no answer within {PATIENCE:.0f} s", "Check the network.")]
    except Exception as error:  # whatever a client library raises: the other platforms are looked at all the same
        import logging

        logging.getLogger(__name__).exception("the checks of %s failed", platform)
        return [Check(str(platform), CheckState.FAIL, f"the checks failed: {type(error).__name__}",
                      "--log-file keeps the details; please report it.")]
    return [Check(one.name, one.state, REDACTOR.scrub(one.words), REDACTOR.scrub(one.hint)) for one in found]
