"""Where a browser comes back to after somebody let warroom in: an address of this computer, for one code."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from urllib.parse import parse_qs, urlsplit

from warroom.domain.errors import CredentialError
from warroom.domain.text import clip, one_line

_HOST: Final = "127.0.0.1"
_LONGEST: Final = 16_384
_PAGE: Final = (
    "<!doctype html><meta charset=utf-8><title>warroom</title><body style='font:1.2em sans-serif;margin:4em'><p>{}</p>")


class Loopback:
    """Waits for one code. ``redirect`` is the address to send the browser to."""

    def __init__(self, redirect: str, state: str, codes: asyncio.Future[str]) -> None:
        self.redirect = redirect
        self.state = state
        self._codes = codes

    async def code(self, patience: float) -> str:
        """The code that came back with our state. Raises CredentialError where none does within ``patience`` s."""
        try:
            async with asyncio.timeout(patience):
                return await self._codes
        except TimeoutError as error:
            raise CredentialError("No answer came back from the browser.",
                                  hint="Try again; without a browser on this computer use --paste.") from error


def new_state() -> str:
    """A word that nobody can guess: it ties the code that comes back to the question that was asked."""
    return secrets.token_urlsafe(24)


def read_answer(address: str, state: str) -> str | None:
    """Read the code out of the address that a browser was sent to; None where it is none for ``state``.

    Raises CredentialError where the platform says no.
    """
    told = parse_qs(urlsplit(address).query)
    if not secrets.compare_digest("".join(told.get("state", [])).encode(), state.encode()):
        return None
    if refused := "".join(told.get("error", [])):
        raise CredentialError("The platform did not let warroom in.", reason=f"It says {clip(one_line(refused), 100)}.",
                              hint="Start again and allow it.")
    return "".join(told.get("code", [])) or None


@asynccontextmanager
async def listening(port: int, state: str) -> AsyncIterator[Loopback]:
    """Listen on this computer only. ``port`` 0 takes a free one. Raises CredentialError where it is taken."""
    codes: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        status, words = "400 Bad Request", "This is not the answer that warroom waits for."
        with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(10):
                head = await reader.readuntil(b"\r\n\r\n")
            words_of_line = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ")
            try:
                code = read_answer(words_of_line[1], state) if words_of_line[0] == "GET" else None
            except CredentialError as error:
                status, words = "200 OK", "warroom was not let in. You can close this window."
                if not codes.done():
                    codes.set_exception(error)
            else:
                if code is not None:
                    status, words = "200 OK", "warroom has what it needs. You can close this window."
                    if not codes.done():
                        codes.set_result(code)
        body = _PAGE.format(words).encode()
        with contextlib.suppress(OSError):
            writer.write(f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}"
                         "\r\nConnection: close\r\nCache-Control: no-store\r\n\r\n".encode() + body)
            await writer.drain()
            writer.close()

    try:
        server = await asyncio.start_server(answer, _HOST, port, limit=_LONGEST)
    except OSError as error:
        raise CredentialError(f"Port {port} of this computer is taken.", reason=f"{error.strerror or error}.",
                              hint="Close what uses it, or name another with --port.") from error
    try:
        yield Loopback(f"http://{_HOST}:{server.sockets[0].getsockname()[1]}", state, codes)
    finally:
        server.close()
        if not codes.done():
            codes.cancel()
        elif not codes.cancelled():
            codes.exception()  # somebody who gave up before does not ask for it
