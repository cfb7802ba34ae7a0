"""Ports for servers that a test starts, stops and starts again at the same address."""

from __future__ import annotations

import secrets
import socket
from contextlib import ExitStack, suppress
from pathlib import Path

_RANGE = Path("/proc/sys/net/ipv4/ip_local_port_range")
_FIRST = 10_000
_TRIES = 200


def free_ports(count: int) -> list[int]:
    """Ports that are free now, and that no connection of anybody is given while their server is down.

    The system picks the ports of outgoing connections from a range: a server that wants one of those back after a
    restart may find a stranger's connection on it, or a client that called the port until it reached itself.
    """
    with ExitStack() as held:
        ports: list[int] = []
        for _ in range(_TRIES):
            if len(ports) == count:
                break
            with suppress(OSError):  # somebody listens there
                ports.append(held.enter_context(socket.create_server(("127.0.0.1", _some_port()))).getsockname()[1])
    assert len(ports) == count, "no port is free"
    return ports


def _some_port() -> int:
    end = int(_RANGE.read_text().split()[0]) if _RANGE.exists() else 0
    return _FIRST + secrets.randbelow(end - _FIRST) if end > _FIRST else 0
