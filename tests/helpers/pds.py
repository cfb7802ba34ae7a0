"""A real Bluesky PDS and its directory of identities, on loopback, with a folder of their own."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from helpers.ports import free_ports

if TYPE_CHECKING:  # a second and a half of imports, which runs without these tests do not pay
    from atproto import AsyncClient

SERVERS = Path(__file__).parents[1] / "servers"
COLLECTION = "app.bsky.feed.post"


class Pds:
    """The two server processes. ``restart`` brings the PDS back on the same port with the same data."""

    def __init__(self, node: str, folder: Path) -> None:
        self.node = node
        self.folder = folder
        self.plc_port, self.port = free_ports(2)
        self.url = f"http://127.0.0.1:{self.port}"
        self._plc = self._spawn("plc", str(self.plc_port))
        self._pds: subprocess.Popen[bytes] | None = None
        try:
            self._wait("plc", self._plc, f"http://127.0.0.1:{self.plc_port}/_health")
            self.start()
        except BaseException:
            self.close()
            raise

    def start(self) -> None:
        self._pds = self._spawn("pds")
        self._wait("pds", self._pds, f"{self.url}/xrpc/_health")

    def kill(self) -> None:
        """End the PDS as a power cut does."""
        if self._pds is not None:
            self._pds.kill()
            self._pds.wait()
            self._pds = None

    def stop(self) -> None:
        """Ask the PDS to end, as a deployment does."""
        if self._pds is not None:
            self._pds.terminate()
            try:
                self._pds.wait(15)
            except subprocess.TimeoutExpired:
                self._pds.kill()
                self._pds.wait()
            self._pds = None

    def close(self) -> None:
        self.kill()
        self._plc.kill()
        self._plc.wait()

    async def account(self, name: str) -> Account:
        """Make an account, by another client than the source."""
        handle = f"{name}-{secrets.token_hex(4)}.test"
        client = patient_client(self.url)
        made = await client.com.atproto.server.create_account(
            {"handle": handle, "email": f"{handle}@example.com", "password": "correct horse"})
        await client.login(handle, "correct horse", fetch_bsky_profile=False)
        return Account(client, made.did, handle)

    def _spawn(self, name: str, *args: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{name}.log").open("ab") as log:
            return subprocess.Popen(
                [self.node, f"{name}.mjs", *args], cwd=SERVERS, env=self._environment(), stdin=subprocess.PIPE,
                stdout=log, stderr=subprocess.STDOUT)

    def _wait(self, name: str, process: subprocess.Popen[bytes], url: str) -> None:
        import httpx

        deadline = time.monotonic() + 90
        while time.monotonic() < deadline and process.poll() is None:
            try:
                if httpx.get(url, trust_env=False, timeout=2).status_code == 200:
                    return
            except httpx.HTTPError:
                time.sleep(0.1)
        said = (self.folder / f"{name}.log").read_text(errors="replace")[-2000:]
        raise RuntimeError(f"the {name} server did not start:\n{said}")

    def _environment(self) -> dict[str, str]:
        data = self.folder / "data"
        data.mkdir(exist_ok=True)
        return {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "LOG_ENABLED": "true", "LOG_LEVEL": "warn",
            "PDS_PORT": str(self.port), "PDS_HOSTNAME": "localhost", "PDS_SERVICE_HANDLE_DOMAINS": ".test",
            "PDS_DATA_DIRECTORY": str(data), "PDS_BLOBSTORE_DISK_LOCATION": str(data / "blobs"),
            # By name: the PDS refuses to resolve identities at a bare address.
            "PDS_DID_PLC_URL": f"http://localhost:{self.plc_port}",
            "PDS_JWT_SECRET": "jwt", "PDS_ADMIN_PASSWORD": "admin",
            "PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX": "5" * 64,
            "PDS_INVITE_REQUIRED": "false", "PDS_DEV_MODE": "true", "PDS_RATE_LIMITS_ENABLED": "false",
            "PDS_DISABLE_SSRF_PROTECTION": "true", "PDS_CRAWLERS": "",
        }


@dataclass
class Account:
    """Somebody who posts, with a client of their own."""

    client: AsyncClient
    did: str
    handle: str

    async def post(self, text: str, **more: object) -> str:
        """Post, and return the at:// address."""
        made = await self.client.com.atproto.repo.create_record(
            {"repo": self.did, "collection": COLLECTION, "record": record(text, **more)})
        return made.uri

    async def reply(self, root: str, parent: str, text: str) -> str:
        return await self.post(text, reply={"root": await self.reference(root), "parent": await self.reference(parent)})

    async def edit(self, uri: str, text: str) -> None:
        """Change the text; the time of the post stays, as every client has it."""
        key = uri.rpartition("/")[2]
        found = await self.client.com.atproto.repo.get_record(
            {"repo": self.did, "collection": COLLECTION, "rkey": key})
        await self.client.com.atproto.repo.put_record(
            {"repo": self.did, "collection": COLLECTION, "rkey": key,
             "record": {**record(text), "createdAt": found.value["created_at"]}})

    async def delete(self, uri: str) -> None:
        await self.client.com.atproto.repo.delete_record(
            {"repo": self.did, "collection": COLLECTION, "rkey": uri.rpartition("/")[2]})

    async def rename(self, handle: str) -> None:
        await self.client.com.atproto.identity.update_handle({"handle": handle})
        self.handle = handle

    async def deactivate(self) -> None:
        await self.client.com.atproto.server.deactivate_account({})

    async def reference(self, uri: str) -> dict[str, str]:
        did, _, key = uri.removeprefix("at://").split("/")
        found = await self.client.com.atproto.repo.get_record({"repo": did, "collection": COLLECTION, "rkey": key})
        return {"uri": uri, "cid": str(found.cid)}


def patient_client(url: str) -> AsyncClient:
    """A client that waits longer than the library's five seconds: the machine of a test may be busy."""
    from atproto import AsyncClient
    from atproto_client.request import AsyncRequest

    return AsyncClient(base_url=f"{url}/xrpc", request=AsyncRequest(timeout=60))


def record(text: str, **more: object) -> dict[str, object]:
    return {"$type": COLLECTION, "text": text, "createdAt": datetime.now(UTC).isoformat(), "langs": ["en"], **more}


def find_node() -> str | None:
    """The Node.js (22 or newer) that came with the servers, or the system's; None where the servers are not there."""
    return node_in(SERVERS, "pds")


def node_in(folder: Path, package: str) -> str | None:
    """The same for any folder of servers, by the package of atproto that it is there for."""
    if not (folder / "node_modules" / "@atproto" / package).is_dir():
        return None
    own = sorted((folder / "node_modules").glob("node-linux-*/bin/node"))
    for node in (*map(str, own), shutil.which("node")):
        if node is not None and _major(node) >= 22:
            return node
    return None


def _major(node: str) -> int:
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    return int(said.strip().removeprefix("v").partition(".")[0] or 0)


@pytest.fixture(scope="session")
def pds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pds]:
    """A running PDS, shared by all tests: each makes accounts of its own and looks only at their posts."""
    node = find_node()
    if node is None:
        line = "the Bluesky PDS is not installed: run `make servers`"
        if os.environ.get("CI"):
            pytest.fail(line)  # where everything counts, nothing is left out quietly
        pytest.skip(line)
    running = Pds(node, tmp_path_factory.mktemp("pds"))
    yield running
    running.close()
