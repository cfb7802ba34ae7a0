"""``login``: walks through what a platform needs, tries it out, and keeps it in the keyring or a private file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from warroom.domain.errors import CredentialError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from warroom.commands.context import Context, Run
    from warroom.credentials import Vault
    from warroom.domain.model import Platform
    from warroom.logins import Consent

#: The port that a Reddit app is registered with; Mastodon takes any.
_PORT: Final = 8912
#: Seconds that a person may take in the browser.
_PATIENCE: Final = 300.0
_LOGIN: Final = """\
mastodon, reddit   open a page in your browser, where you let warroom in. Without a browser on this computer:
                   --paste shows the page's address and takes the code, or the address that you were sent to.
                   A Reddit app must be registered with the redirect uri http://127.0.0.1:8912.
bluesky            asks for your handle and an app password (Settings, Privacy and security, App passwords).

What you type is read from standard input where that is no terminal, a line each. Logins are kept in the system
keyring; where there is none, in a file of the data folder that you alone can read. Environment variables
(WARROOM_REDDIT_CLIENT_SECRET and the like) beat both.
"""


def build(_: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of ``login`` and return what runs it."""
    parser.epilog = _LOGIN
    parser.add_argument("platform", choices=("reddit", "mastodon", "bluesky"), help="where to log in")
    parser.add_argument("--account", metavar="HANDLE", default="", help="bluesky: your handle or e-mail address")
    parser.add_argument("--paste", action="store_true", help="paste the code; nothing listens on this computer")
    parser.add_argument("--port", metavar="N", type=int, default=None,
                        help=f"where the browser comes back to (reddit: {_PORT}, else any)")
    parser.add_argument("--no-browser", action="store_true", help="only show the page's address")
    parser.add_argument("--forget", action="store_true", help="forget what is kept of this platform's login")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    return lambda args, context: context.run(_login(args, context))


async def _login(args: argparse.Namespace, context: Context) -> int:
    import asyncio

    from warroom.credentials import Vault
    from warroom.domain.model import Platform
    from warroom.logins import keep
    from warroom.storage import make_folder

    platform, settings = Platform(args.platform), context.settings
    make_folder(settings.data_dir)
    vault = Vault(settings)
    if args.forget:
        await asyncio.to_thread(vault.forget, platform)
        context.say(f"Nothing is kept of the login for {platform.capitalize()} any more.")
        return 0
    if platform is Platform.BLUESKY:
        parts = await _app_password(args, vault)
    else:
        parts = await _by_browser(platform, args, vault, context)
    kept = await keep(settings, vault, platform, parts)
    if args.json:
        context.json({"platform": str(platform), "account": kept.account, "kept": kept.where})
        return 0
    context.line(f"Logged in to {platform.capitalize()} as {kept.account}.")
    if kept.where:
        context.say(f"Kept in {kept.where}{'' if 'keyring' in kept.where else ', which you alone can read'}.")
    if not getattr(settings.sources, platform).enabled:
        context.say(f"To read from it, set enabled = true under [sources.{platform}].")
    return 0


async def _app_password(args: argparse.Namespace, vault: Vault) -> Mapping[str, str]:
    import asyncio

    from warroom.domain.model import Platform

    name = args.account or await asyncio.to_thread(vault.get, Platform.BLUESKY, "identifier")
    parts = {"identifier": name or await _ask("Handle or e-mail address: ")}
    where = await asyncio.to_thread(vault.origin, Platform.BLUESKY, "app_password")
    # What the environment or a command gives is not asked for, and not kept a second time.
    if not where.startswith(("env ", "accounts.")):
        parts["app_password"] = await _ask("App password (not shown): ", secret=True)
    return parts


async def _by_browser(
    platform: Platform, args: argparse.Namespace, vault: Vault, context: Context,
) -> Mapping[str, str]:
    from warroom.domain.model import Platform
    from warroom.logins import consent
    from warroom.loopback import listening, new_state

    parts = await _reddit_app(vault, context) if platform is Platform.REDDIT else {}
    state, port = new_state(), args.port
    if port is None:
        port = _PORT if platform is Platform.REDDIT else 0
    if not 0 <= port < 65536:
        raise UsageError(f"{port} is no port.")
    if args.paste:
        # Mastodon shows the code on its own page; Reddit sends the browser to an address where nobody listens.
        redirect = "urn:ietf:wg:oauth:2.0:oob" if platform is Platform.MASTODON else f"http://127.0.0.1:{port}"
        flow = consent(context.settings, platform, redirect, parts)
        _tell(f"Open this page and let warroom in:\n\n  {await flow.url(state)}\n")
        answer = await _ask("The code, or the whole address that you were sent to: ", secret=True)
        return await flow.redeem(_pasted(answer, state))
    async with listening(port, state) as loopback:
        flow = consent(context.settings, platform, loopback.redirect, parts)
        await _show(flow, state, args)
        code = await loopback.code(_PATIENCE)
    return await flow.redeem(code)


async def _show(flow: Consent, state: str, args: argparse.Namespace) -> None:
    import asyncio
    import webbrowser

    page = await flow.url(state)
    opened = not args.no_browser and await asyncio.to_thread(webbrowser.open, page)
    _tell(f"{'Your browser opens' if opened else 'Open'} this page; let warroom in there:\n\n  {page}\n")


def _tell(text: str) -> None:
    """Say something with our state in it, which ``Context.say`` would take out as a secret."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


async def _reddit_app(vault: Vault, context: Context) -> Mapping[str, str]:
    import asyncio

    from warroom.domain.model import Platform

    client_id = await asyncio.to_thread(vault.get, Platform.REDDIT, "client_id")
    secret = await asyncio.to_thread(vault.get, Platform.REDDIT, "client_secret")
    if not client_id:
        context.say("Make an app at https://www.reddit.com/prefs/apps (web app or installed app) with the redirect "
                    f"uri http://127.0.0.1:{_PORT}.")
        client_id = await _ask("Its id (under its name): ")
        secret = await _ask("Its secret (empty for an installed app; not shown): ", secret=True, empty=True)
    return {"client_id": client_id, "client_secret": secret}


def _pasted(answer: str, state: str) -> str:
    from warroom.loopback import read_answer

    if "://" not in answer:
        return answer
    code = read_answer(answer, state)
    if code is None:
        raise CredentialError("This address is not the answer to the page that was shown.", hint="Start again.")
    return code


async def _ask(question: str, *, secret: bool = False, empty: bool = False) -> str:
    """Read a line: from the terminal, unseen where it is a secret, or from standard input."""
    import asyncio

    from warroom.redaction import REDACTOR

    def read() -> str:
        if not sys.stdin.isatty():
            return sys.stdin.readline()
        if secret:
            import getpass

            return getpass.getpass(question)
        sys.stderr.write(question)
        sys.stderr.flush()
        return sys.stdin.readline()

    answer = (await asyncio.to_thread(read)).strip()
    if not answer and not empty:
        raise CredentialError("Nothing was given.", hint=f"It was asked for: {question.strip(' :')}.")
    if secret:
        REDACTOR.hide(answer)
    return answer
