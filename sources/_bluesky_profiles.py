"""Who is behind a DID: handle, name and reach, asked for in bulk, kept in memory, and never waited for long.

Sources: https://docs.bsky.app/docs/api/app-bsky-actor-get-profiles and com-atproto-repo-describe-repo.
"""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sources._bluesky_tls import trusted

if TYPE_CHECKING:
    import httpx

log = logging.getLogger(__name__)

_LABEL: Final = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HANDLE: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
#: Profiles that are kept, questions that wait, that are open at once, and accounts in one (the API's bound).
_KEPT: Final = 50_000
_WAITING: Final = 256
_OPEN: Final = 8
_TOGETHER: Final = 25
#: The share of the time that may go into waiting, saved up for as long as some waits take.
_SHARE: Final = 0.2
_SAVED: Final = 3.0
#: Seconds: for an answer, and of rest after one that says no.
_TIMEOUT: Final = 5.0
_REST: Final = 60.0
_LARGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Profile:
    """An account: its handle, its name, its followers (None: not told) and whether it was verified."""

    handle: str
    name: str = ""
    reach: int | None = None
    verified: bool = False


class Profiles:
    """A cache in front of an AppView (``appview``: many at once, with reach) or of a server's own accounts.

    ``learn`` waits up to ``patience`` seconds, and for a fifth of the time at most; after an answer that did not come
    in time nobody waits until one did: a slow directory cannot hold a stream back. What is learned later is there for
    the next post.
    """

    def __init__(
        self, *, server: str, appview: str, patience: float = 1.0, proxy: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._server = server
        self._appview = appview
        self._patience = patience
        self._proxy = proxy
        self._clock = clock
        self._kept: OrderedDict[str, Profile] = OrderedDict()
        self._not_before: OrderedDict[str, float] = OrderedDict()
        self._quiet_until = 0.0
        self._saved = _SAVED * patience
        self._saved_at = clock()
        self._prompt = True
        self._asking: dict[asyncio.Task[None], Sequence[str]] = {}
        self._turn = asyncio.Semaphore(_OPEN)
        self._client: httpx.AsyncClient | None = None

    @property
    def knows_reach(self) -> bool:
        """True where an AppView is asked, which also tells of followers."""
        return bool(self._appview)

    def get(self, did: str) -> Profile | None:
        """The profile of an account, None where it is not known (yet)."""
        profile = self._kept.get(did)
        if profile is not None:
            self._kept.move_to_end(did)
        return profile

    def rename(self, did: str, handle: str) -> None:
        """Take over a new handle that the stream tells; "" or an unusable one makes the account be asked for again.

        A relay passes on what any server says of its accounts, so that with an AppView only the AppView is believed.
        """
        known = self._kept.pop(did, None)
        self._not_before.pop(did, None)
        if not self._appview and _usable(handle):
            self._keep(did, replace(known, handle=handle.lower()) if known else Profile(handle.lower()))

    async def learn(self, dids: Iterable[str]) -> None:
        """Ask for the accounts that are not known, and wait a moment for the answers."""
        now = self._clock()
        busy = {did for asked in self._asking.values() for did in asked}
        missing = [did for did in dict.fromkeys(dids) if self._worth_asking(did, now) and did not in busy]
        size = _TOGETHER if self._appview else 1
        groups = [missing[at:at + size] for at in range(0, len(missing), size)]
        if now >= self._quiet_until:
            for group in groups[:max(0, _WAITING - len(self._asking))]:
                task = asyncio.create_task(self._ask(group), name="who is this")
                self._asking[task] = group
                task.add_done_callback(self._forget)
        if self._prompt and self._asking:
            await self._wait(now)

    async def _wait(self, now: float) -> None:
        saved = min(_SAVED * self._patience, self._saved + _SHARE * (now - self._saved_at))
        allowed = min(self._patience, saved)
        _, late = await asyncio.wait(list(self._asking), timeout=allowed)
        self._prompt = not late or allowed < self._patience
        self._saved_at = self._clock()
        self._saved = max(0.0, saved - (self._saved_at - now))

    async def close(self) -> None:
        """Drop the open questions and the connections; what was learned is kept."""
        tasks = list(self._asking)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    def _worth_asking(self, did: str, now: float) -> bool:
        known = self._kept.get(did)
        bare = known is None or (bool(self._appview) and known.reach is None)
        return bare and self._not_before.get(did, 0.0) <= now

    async def _ask(self, dids: Sequence[str]) -> None:
        import httpx

        try:
            async with self._turn:
                learned = await (self._ask_appview(dids) if self._appview else self._ask_server(dids[0]))
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            log.debug("nobody says who %d accounts are: %s", len(dids), type(error).__name__)
            self._prompt = False
            self._quiet_until = self._clock() + (_REST if isinstance(error, httpx.HTTPStatusError) else _TIMEOUT)
            learned = {}
        else:
            self._prompt = True
        for did, profile in learned.items():
            self._keep(did, profile)
        for did in dids:
            self._not_before[did] = self._clock() + _REST
        while len(self._not_before) > _KEPT:
            self._not_before.popitem(last=False)

    async def _ask_appview(self, dids: Sequence[str]) -> dict[str, Profile]:
        answer = await self._fetch(f"{self._appview}/xrpc/app.bsky.actor.getProfiles", {"actors": dids})
        found = answer.get("profiles")
        profiles = [raw for raw in found if isinstance(raw, Mapping)] if isinstance(found, list) else []
        return {str(raw.get("did")): profile for raw in profiles if (profile := read_profile(raw)) is not None}

    async def _ask_server(self, did: str) -> dict[str, Profile]:
        answer = await self._fetch(f"{self._server}/xrpc/com.atproto.repo.describeRepo", {"repo": [did]})
        profile = read_profile(answer)
        return {did: profile} if profile is not None else {}

    async def _fetch(self, url: str, params: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
        import httpx

        if self._client is None:
            trust = await asyncio.to_thread(trusted, of_the_environment=self._proxy)
            self._client = self._client or httpx.AsyncClient(timeout=_TIMEOUT, trust_env=self._proxy, verify=trust)
        response = await self._client.get(url, params=params)
        if response.status_code == httpx.codes.BAD_REQUEST:
            return {}  # the server does not know the account: that is an answer
        response.raise_for_status()
        if len(response.content) > _LARGEST:
            raise ValueError("an answer that is too large")
        answer: object = response.json()
        return answer if isinstance(answer, Mapping) else {}

    def _keep(self, did: str, profile: Profile) -> None:
        self._kept[did] = profile
        self._kept.move_to_end(did)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def _forget(self, task: asyncio.Task[None]) -> None:
        del self._asking[task]


def read_profile(raw: Mapping[str, object]) -> Profile | None:
    """Read an account of any answer that has one; None where it has no usable handle."""
    handle, name, reach = raw.get("handle"), raw.get("displayName"), raw.get("followersCount")
    # "handleIsCorrect" is false where the handle's domain does not name the account: then it is a mere claim.
    if not isinstance(handle, str) or not _usable(handle) or raw.get("handleIsCorrect") is False:
        return None
    verification = raw.get("verification")
    seals = verification if isinstance(verification, Mapping) else {}
    return Profile(
        handle.lower(),
        name[:640] if isinstance(name, str) else "",
        reach if isinstance(reach, int) and not isinstance(reach, bool) and 0 <= reach < 2**53 else None,
        "valid" in (seals.get("verifiedStatus"), seals.get("trustedVerifierStatus")),
    )


def _usable(handle: str) -> bool:
    return len(handle) <= 253 and handle != "handle.invalid" and _HANDLE.fullmatch(handle) is not None
