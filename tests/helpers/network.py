"""A whole Bluesky network on loopback: directory, PDS and AppView with its search, on PostgreSQL and Redis."""

from __future__ import annotations

import json
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.pds import Account, node_in, patient_client
from helpers.ports import free_ports

FOLDER = Path(__file__).parents[1] / "network"
_PATIENCE = 180.0


class Network:
    """The processes of a network, in one folder of their own: PostgreSQL, Redis and the servers of Bluesky."""

    def __init__(self, tools: Tools) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="warroom-network-"))
        self._processes: list[subprocess.Popen[bytes]] = []
        try:
            postgres, redis = free_ports(2)
            self._start_postgres(tools, postgres)
            self._start(tools.redis, "--port", str(redis), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
            said = self._start_network(tools.node, {
                "DB_POSTGRES_URL": f"postgresql://warroom@127.0.0.1:{postgres}/postgres",
                "REDIS_HOST": f"127.0.0.1:{redis}"})
        except BaseException:
            self.close()
            raise
        self.url = f"http://127.0.0.1:{said['pds']}"
        self.appview = f"http://127.0.0.1:{said['appview']}"

    async def account(self, name: str) -> Account:
        """Make an account, by another client than the source's."""
        handle = f"{name}-{secrets.token_hex(4)}.test"
        client = patient_client(self.url)
        made = await client.com.atproto.server.create_account(
            {"handle": handle, "email": f"{handle}@example.com", "password": "correct horse"})
        await client.login(handle, "correct horse", fetch_bsky_profile=False)
        return Account(client, made.did, handle)

    def close(self) -> None:
        for process in reversed(self._processes):
            process.kill()
            process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start_postgres(self, tools: Tools, port: int) -> None:
        data = self._folder / "postgres"
        data.mkdir()
        # PostgreSQL refuses to run as root: then it runs as the user that its Debian package made.
        user = "postgres" if os.getuid() == 0 else None
        if user:
            self._folder.chmod(0o755)
            shutil.chown(data, user)
        subprocess.run(
            [tools.postgres / "initdb", "-D", data, "-U", "warroom", "--auth=trust", "--no-sync", "--encoding=UTF8",
             "--locale=C"], check=True, user=user, capture_output=True, cwd="/")
        self._start(
            str(tools.postgres / "postgres"), "-D", str(data), "-p", str(port), "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=200", user=user)
        ready = [tools.postgres / "pg_isready", "-h", "127.0.0.1", "-p", str(port), "-t", "60"]
        for _ in range(600):
            if subprocess.run(ready, capture_output=True, check=False).returncode == 0:
                return
            threading.Event().wait(0.1)
        raise RuntimeError("PostgreSQL did not start")

    def _start(self, *command: str, user: str | None = None) -> None:
        with (self._folder / "servers.log").open("ab") as log:
            self._processes.append(subprocess.Popen(
                command, cwd="/", user=user, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT))

    def _start_network(self, node: str, more: dict[str, str]) -> dict[str, int]:
        environment = {"PATH": os.environ["PATH"], "HOME": str(self._folder), "TMPDIR": str(self._folder),
                       "LOG_ENABLED": "false", **more}
        said = self._folder / "network.log"
        with said.open("ab") as log:
            process = subprocess.Popen([node, "network.mjs"], cwd=FOLDER, env=environment, stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=log)
        self._processes.append(process)
        assert process.stdout is not None
        guard = threading.Timer(_PATIENCE, process.kill)
        guard.start()
        try:
            for line in process.stdout:
                if line.startswith(b'{"pds"'):
                    return dict(json.loads(line))
        finally:
            guard.cancel()
        raise RuntimeError(f"the network did not start:\n{said.read_text(errors='replace')[-3000:]}")


@dataclass(frozen=True)
class Tools:
    """The programs that a network is made of."""

    node: str
    postgres: Path
    redis: str


def find_tools() -> Tools | str:
    """The programs, or a line that says what is missing."""
    node = node_in(FOLDER, "dev-env")
    binaries = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = binaries[-1].parent if binaries else None
    if found is None and (initdb := shutil.which("initdb")):
        found = Path(initdb).resolve().parent
    redis = shutil.which("redis-server")
    if node is None or found is None or redis is None:
        return "the Bluesky network is not installed: run `make network`"
    if os.getuid() == 0 and not any(user.pw_name == "postgres" for user in pwd.getpwall()):
        return "PostgreSQL does not run as root, and there is no user postgres"
    return Tools(node, found, redis)


@pytest.fixture(scope="session")
def network() -> Iterator[Network]:
    """A running network, shared by all tests: each makes accounts of its own and looks only at their posts."""
    tools = find_tools()
    if isinstance(tools, str):
        if os.environ.get("CI"):
            pytest.fail(tools)  # where everything counts, nothing is left out quietly
        pytest.skip(tools)
    running = Network(tools)
    yield running
    running.close()
