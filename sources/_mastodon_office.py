"""What replies, threads, scheduled posts and checks share: one client, who we are, and finding a post on our server."""

from __future__ import annotations

from collections.abc import Mapping

from sources._mastodon_login import MastodonLogin
from sources._mastodon_post import read_id
from sources._mastodon_server import Account, Server, ask_account, ask_server
from sources._mastodon_trouble import Kind, WireError
from sources._mastodon_wire import Wire, address
from warroom.domain.model import Platform, Post


class Office:
    """Our desk at one server: it is asked once what it is and who we are. All methods raise WireError.

    Making one raises SourceStopped where ``base_url`` is no address. It has connections of its own, so that nothing
    here waits behind a source.
    """

    def __init__(
        self, base_url: str, login: MastodonLogin, *, open_timeout: float = 10.0, patience: float = 15.0,
    ) -> None:
        self.wire = Wire(address(base_url), login.access_token, open_timeout=open_timeout, patience=patience)
        self._server: Server | None = None
        self._account: Account | None = None

    async def server(self) -> Server:
        """What the server is."""
        if self._server is None:
            self._server = await ask_server(self.wire)
        return self._server

    async def me(self) -> Account:
        """Who we are there."""
        if self._account is None:
            self._account = await ask_account(self.wire, await self.server())
        return self._account

    async def status(self, post: Post) -> Mapping[str, object]:
        """Find a post on our server, by its id and, where that means another post or none, by its address.

        A post that another server's stream brought is fetched from there by our server.
        """
        missing = WireError(Kind.STATUS, "Our server does not know that post.", status=404)
        if post.platform is not Platform.MASTODON:
            raise missing
        if read_id(post.native_id):
            try:
                said = (await self.wire.call("status", post.native_id)).read()
            except WireError as error:
                if error.status != 404:
                    raise
                missing = error
            else:
                if isinstance(said, Mapping) and read_id(said.get("id")) and _same(said, post):
                    return said
        if not post.url:
            raise missing
        try:
            answer = await self.wire.call("search_v2", post.url, resolve=True, result_type="statuses",
                                          exclude_unreviewed=False, limit=5)
        except WireError as error:
            if missing.gone and error.status in (401, 403, 404, 422):
                raise missing from error  # without a login a server does not search; it has said that the post is gone
            raise
        found = answer.read()
        statuses = found.get("statuses") if isinstance(found, Mapping) else None
        for said in statuses if isinstance(statuses, list) else []:
            if isinstance(said, Mapping) and read_id(said.get("id")) and _same(said, post):
                return said
        raise missing

    async def close(self) -> None:
        """Let go of connections."""
        await self.wire.close()


def _same(said: Mapping[str, object], post: Post) -> bool:
    """Two servers may give the same id to two posts; the address tells."""
    return not post.url or post.url in (said.get("url"), said.get("uri"))
