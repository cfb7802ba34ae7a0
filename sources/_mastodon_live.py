"""The streams of a server, by the library's own threads, handed over to asyncio through a bounded queue.

One websocket carries all feeds, and servers like GoToSocial and Pleroma have nothing else; where it is refused, each
feed gets a connection of server-sent events. The library would turn every event into its own types, byte by byte in
the second case, and give up at an id that is no number; so its listeners here take events as they come.
Source: https://docs.joinmastodon.org/methods/streaming/.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from sources._mastodon_feeds import Feed, What
from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import Wire, aside

if TYPE_CHECKING:
    import requests

#: Events that wait for us at most, before the server has to wait.
_AHEAD: Final = 2_000
#: The library's own reconnecting loops silently on a refusal. It is given so long (s) to wait that it never happens.
_NEVER: Final = 10**6
_LONGEST_LINE: Final = 4 * 2**20


class How(StrEnum):
    """The ways to stream."""

    WEBSOCKET = "websocket"
    SSE = "sse"


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it came: the streams that it came by, its kind, and its payload (JSON or an id)."""

    streams: tuple[str, ...]
    kind: str
    payload: object


class Live:
    """The open streams of some feeds. ``ended`` says why they are not open any more, "" while they are.

    ``news`` is set whenever there is something to take, or the end.
    """

    def __init__(self, news: asyncio.Event, *, ahead: int = _AHEAD) -> None:
        self.ended = ""
        self._loop = asyncio.get_running_loop()
        self._news = news
        self._ahead = ahead
        self._room = threading.Condition()
        self._waiting: deque[Event] = deque()
        self._handles: list[Any] = []
        self._closed = False

    @property
    def receiving(self) -> bool:
        """True while every stream is open: the library itself says nothing when one is refused."""
        return not self.ended and bool(self._handles) and all(handle.is_receiving() for handle in self._handles)

    @property
    def waiting(self) -> bool:
        """True while there is something to take."""
        return bool(self._waiting)

    def put(self, event: Event) -> None:
        """Hand an event over, from a thread; waits while too many are waiting."""
        with self._room:
            while len(self._waiting) >= self._ahead and not self._closed:
                self._room.wait(1.0)
            if self._closed:
                return
            self._waiting.append(event)
            first = len(self._waiting) == 1
        if first:
            self._wake()

    def end(self, reason: str) -> None:
        """Note, from any thread, that the streams are over."""
        self.ended = self.ended or reason
        self._wake()

    def take(self, most: int) -> list[Event]:
        """The events that wait, at most so many; where more are left, there is news again."""
        with self._room:
            found = [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]
            if found:
                self._room.notify_all()
            if self._waiting:
                self._news.set()
        return found

    async def open(
        self, wire: Wire, address: str, feeds: Sequence[Feed], how: How, *, silence: float, patience: float,
    ) -> None:
        """Open the streams of ``feeds``. Raises WireError where the server will not."""
        client = await wire.client()
        # The library would look it up in an answer that we do not let it read.
        client._Mastodon__streaming_base = address  # noqa: SLF001 - it offers no other way
        opening = self._open_websocket if how is How.WEBSOCKET else self._open_sse
        try:
            async with asyncio.timeout(patience + 1.0):
                await aside(lambda: opening(client, wire, feeds, silence, patience))
        except TimeoutError as error:
            raise WireError(Kind.SILENT, "The stream did not open in time.") from error

    async def close(self) -> None:
        """Let go. The library takes up to two seconds to close a connection, so nobody waits for it."""
        self._closed = True
        self.end("closed")
        with self._room:
            self._room.notify_all()
        for handle in self._handles:
            threading.Thread(target=_close, args=(handle,), daemon=True, name="mastodon close").start()

    def _open_websocket(
        self, client: Any, wire: Wire, feeds: Sequence[Feed], silence: float, patience: float,  # noqa: ANN401
    ) -> None:
        del wire
        try:
            handle = client.stream_open_websocket(
                _Listener(self, ()), timeout=patience, reconnect_async=True, reconnect_async_wait_sec=_NEVER)
        except Exception as error:
            raise _refused(error) from error
        self._handles.append(handle)
        if self._closed:
            _close(handle)
            return
        connection = handle.connection
        if connection is not None:
            connection.settimeout(silence)
            # It checks UTF-8 byte by byte in Python, which takes ten times as long as all else; decoding checks it too.
            connection.frame_buffer.skip_utf8_validation = connection.cont_frame.skip_utf8_validation = True
            connection.frame_buffer.recv = Ahead(connection.frame_buffer.recv)
        for feed in feeds:
            more = {"tag": feed.word} if feed.what is What.TAG else {}
            try:
                handle.subscribe(feed.stream.partition(":")[0] if more else feed.stream, **more)
            except Exception as error:
                raise _refused(error) from error

    def _open_sse(
        self, client: Any, wire: Wire, feeds: Sequence[Feed], silence: float, patience: float,  # noqa: ANN401
    ) -> None:
        wire.forget()
        # Here it takes one number, and fails without a word at the pair that it takes for calls.
        client.request_timeout = patience
        opened = []
        for feed in feeds:
            listener = _Listener(self, (feed.stream,))
            more = {"run_async": True, "timeout": silence, "reconnect_async": False}
            match feed.what:
                case What.TAG:
                    opened.append(client.stream_hashtag(feed.word, listener, **more))
                case What.MENTIONS:
                    opened.append(client.stream_user(listener, **more))
                case _:
                    opened.append(client.stream_public(listener, local=feed.what is What.LOCAL, **more))
        self._handles += opened
        until = time.monotonic() + patience
        while not all(handle.is_receiving() for handle in opened):
            status = wire.refusal
            if self._closed or status or time.monotonic() > until:
                for handle in opened:
                    _close(handle)
                kind = Kind.STATUS if status else Kind.SILENT
                raise WireError(kind, f"HTTP {status}." if status else "The stream did not open.", status=status)
            time.sleep(0.02)

    def _wake(self) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody listens any more
            self._loop.call_soon_threadsafe(self._news.set)


class _Listener:
    """What the library's threads call. It has the methods that they use of a ``mastodon.StreamListener``.

    None of them raises: the library would print it on the terminal, over the console.
    """

    def __init__(self, live: Live, streams: tuple[str, ...]) -> None:
        self._live = live
        self._streams = streams

    def handle_websocket_message(self, message: Mapping[str, object]) -> None:
        """Take an event of a websocket; the library has read the frame around it."""
        self._live.put(Event(_streams(message.get("stream")), str(message.get("event")), message.get("payload")))

    def handle_stream(self, response: requests.Response) -> None:
        """Read server-sent events until they end."""
        reason = "the server ended the stream"
        lines = Lines(self._streams)
        try:
            while chunk := response.raw.read1(65536):
                for event in lines.feed(chunk):
                    self._live.put(event)
        except Exception as error:  # noqa: BLE001 - see above; the libraries below raise what they like
            reason = _spoken(error)
        self._live.end(reason)

    def on_abort(self, error: Exception) -> None:
        """Note why the library gave up."""
        self._live.end(_spoken(error))

    def on_websocket_error(self, error: Exception, for_stream: object = None) -> None:
        """One feed is refused: it has no stream, and goes on being polled."""
        del error
        self._live.put(Event(_streams(for_stream), "refused", None))


class Ahead:
    """Reads from a socket ahead of what is asked for.

    The library asks the system three times a frame, and gives way to other threads each time: beside a busy loop each
    of these takes up to five milliseconds.
    """

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._held = b""
        self._at = 0

    def __call__(self, most: int) -> bytes:
        """At least one byte and at most ``most``, from what is held, else from the socket."""
        if self._at >= len(self._held):
            self._held, self._at = self._read(65536), 0
        begin, self._at = self._at, self._at + most
        return self._held[begin:self._at]


class Lines:
    """Reads server-sent events out of pieces of a stream; what is not one is passed over."""

    def __init__(self, streams: tuple[str, ...]) -> None:
        self._streams = streams
        self._rest = b""
        self._kind = ""
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> list[Event]:
        """The events that are complete with ``chunk``."""
        *lines, rest = (self._rest + chunk).split(b"\n")
        self._rest = rest if len(rest) <= _LONGEST_LINE else b""
        found = []
        for raw in lines:
            line = raw.rstrip(b"\r").decode("utf-8", "replace")
            name, _, value = line.partition(":")
            if not line:
                if self._kind:
                    found.append(Event(self._streams, self._kind, "\n".join(self._data)))
                self._kind, self._data = "", []
            elif name == "event":
                self._kind = value.removeprefix(" ")
            elif name == "data":
                self._data.append(value.removeprefix(" "))
        return found


def _streams(said: object) -> tuple[str, ...]:
    """The names of the streams of an event: ``["hashtag", "acme"]`` and ``["hashtag:acme"]`` are the same."""
    parts = [part for part in said if isinstance(part, str)] if isinstance(said, list) else []
    return (":".join(parts).casefold(),) if parts else ()


def _refused(error: Exception) -> WireError:
    """Say why a websocket did not open; its HTTP status stands in the error below."""
    cause: BaseException | None = error
    for _ in range(5):
        status = getattr(cause, "status_code", None)
        if isinstance(status, int):
            return WireError(Kind.STATUS, f"HTTP {status}.", status=status)
        cause = cause.__cause__ or cause.__context__ if cause is not None else None
    return WireError(Kind.BROKEN, _spoken(error))


def _spoken(error: BaseException) -> str:
    name = type(error).__name__
    return "it fell silent" if "Timeout" in name else "the connection broke" if "Network" in name else f"{name}"


def _close(handle: Any) -> None:  # noqa: ANN401 - the library ships no types
    close: Callable[[], None] = handle.close
    with contextlib.suppress(Exception):  # it is let go of in any case
        close()
