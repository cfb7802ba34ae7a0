"""The websocket to a firehose: opening it, taking what is there, and every way that it can fail, in words.

Source: https://atproto.com/specs/event-stream.
"""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from warroom.domain.errors import SourceError, SourceStopped

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection
    from websockets.exceptions import ConnectionClosed, InvalidStatus

_PATH: Final = "/xrpc/com.atproto.sync.subscribeRepos"
_SCHEMES: Final = {"http": "ws", "https": "wss", "ws": "ws", "wss": "wss"}
#: A frame is at most 5 MB by the specification; this leaves room and still bounds what a server can make us hold.
_LARGEST: Final = 16 * 2**20
_PING: Final = 20.0


@dataclass(frozen=True, slots=True)
class Server:
    """A server: its name with port, as it stands in cursors and errors; its web address; its firehose."""

    place: str
    http: str
    firehose: str
    near: bool


def address(base_url: str) -> Server:
    """Read the address of a relay or a PDS. Raises SourceStopped where it is none."""
    try:
        parts = urlsplit(base_url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _no_address(base_url) from error
    if parts.scheme not in _SCHEMES or not host:
        raise _no_address(base_url)
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    scheme, path = _SCHEMES[parts.scheme], parts.path.rstrip("/")
    # A proxy of the environment is for the world outside, not for a server on this machine.
    near = host in ("127.0.0.1", "localhost", "::1")
    return Server(place, f"{scheme.replace('ws', 'http')}://{place}{path}", f"{scheme}://{place}{path}{_PATH}", near)


async def connect(server: Server, seq: int | None, *, patience: float) -> ClientConnection:
    """Open the firehose after ``seq`` (None: live). Raises SourceError, or SourceStopped where it will not heal."""
    from websockets.asyncio.client import connect as open_websocket
    from websockets.exceptions import InvalidStatus, InvalidURI, WebSocketException

    place = server.place
    try:
        return await open_websocket(
            server.firehose if seq is None else f"{server.firehose}?cursor={seq}",
            max_size=_LARGEST, compression=None, open_timeout=patience, close_timeout=1.0, ping_interval=_PING,
            ping_timeout=_PING, proxy=None if server.near else True,
        )
    except InvalidStatus as error:
        raise _refused(error, place) from error
    except InvalidURI as error:
        raise _no_address(server.http) from error
    except ssl.SSLError as error:
        raise SourceError(f"No secure connection to {place}.", reason=f"{error.reason or error}.",
                          hint="Check the address, this computer's clock, and any proxy between.") from error
    except TimeoutError as error:
        raise SourceError(f"{place} did not answer within {patience:g} s.",
                          hint="Check the network; warroom keeps trying.") from error
    except OSError as error:
        raise SourceError(f"{place} cannot be reached.", reason=f"{error.strerror or error}.",
                          hint="Check the network and sources.bluesky.base_url; warroom keeps trying.") from error
    except WebSocketException as error:
        raise SourceError(f"{place} does not speak the firehose's protocol.", reason=f"{error}.",
                          hint="Check sources.bluesky.base_url: it must be a relay or a PDS.") from error


async def gather(
    socket: ClientConnection, *, first: float, more: float, most: int,
) -> tuple[list[bytes | str], ConnectionClosed | None]:
    """Wait up to ``first`` seconds for a frame, then take what comes within ``more``, at most ``most`` frames.

    The second value is set where the connection ended after these frames; none of them is lost.
    """
    from websockets.exceptions import ConnectionClosed

    frames: list[bytes | str] = []
    try:
        async with asyncio.timeout(first):
            frames.append(await socket.recv())
        async with asyncio.timeout(more):
            while len(frames) < most:
                frames.append(await socket.recv())
    except TimeoutError:
        return frames, None  # that is all there is now
    except ConnectionClosed as closed:
        return frames, closed
    return frames, None


def ended(closed: ConnectionClosed, place: str) -> SourceError:
    """Say why a connection ended; an orderly end (1000, 1001) is a failure too, for a firehose has no end."""
    frame = closed.rcvd or closed.sent
    if frame is None:
        return SourceError(f"The connection to {place} broke.", hint="warroom connects again and catches up.")
    said = f" ({frame.reason})" if frame.reason else ""
    what = "ended the stream" if closed.rcvd else "was given up"
    return SourceError(f"{place} {what}.", reason=f"Close code {int(frame.code)}{said}.",
                       hint="warroom connects again and catches up.")


def _refused(error: InvalidStatus, place: str) -> SourceError:
    status = error.response.status_code
    if status == 429 or status >= 500:
        wait = error.response.headers.get("Retry-After", "")
        return SourceError(f"{place} refuses for now.", reason=f"HTTP {status}.", hint="warroom keeps trying.",
                           retry_after=min(float(wait), 3600.0) if wait.isdecimal() else None)
    if status in (401, 403):
        return SourceStopped(f"{place} does not let us read its firehose.", reason=f"HTTP {status}.",
                             hint="Use a server whose firehose is public, such as https://bsky.network.")
    return SourceStopped(f"There is no firehose at {place}.", reason=f"HTTP {status}.",
                         hint="Check sources.bluesky.base_url: it must be a relay or a PDS, without a page's path.")


def _no_address(base_url: str) -> SourceStopped:
    return SourceStopped(f"{base_url!r} is no address of a Bluesky server.",
                         hint="Set sources.bluesky.base_url, such as https://bsky.network.")
