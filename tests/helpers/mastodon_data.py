"""What the scripted Mastodon knows, as the JSON of its API: accounts, statuses, notifications."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

TOKEN = "acme-token-jkl2"
DOMAIN = "social.example"
Json = dict[str, Any]
_WORDS = re.compile(r"(https?://\S+)|@(\w+)(@[\w.:-]+)?|#(\w+)")
_ULID = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass
class Status:
    id: str
    account: str
    text: str
    created_at: datetime
    visibility: str = "public"
    spoiler: str = ""
    reply_to: str = ""
    edited_at: datetime | None = None
    extra: Json = field(default_factory=dict)


class Data:
    """Who and what is there; ``ulids`` gives the ids of GoToSocial."""

    def __init__(self) -> None:
        self.accounts = {"acme": "1", "ana": "2", "ben@remote.example": "3"}
        self.followers = {"acme": 10, "ana": 1234, "ben@remote.example": 7}
        self.statuses: dict[str, Status] = {}
        self.notifications: list[tuple[str, str]] = []
        self.scheduled: dict[str, Json] = {}
        self.ulids = False
        self._next = 112_000_000_000_000_000

    def new_id(self) -> str:
        self._next += 65_536
        if not self.ulids:
            return str(self._next)
        number, letters = self._next, ""
        for _ in range(26):
            letters = _ULID[number % 32] + letters
            number //= 32
        return letters

    def account(self, name: str) -> Json:
        user, _, domain = name.partition("@")
        return {
            "id": self.accounts[name], "username": user, "acct": name, "display_name": user.title(), "locked": False,
            "bot": False, "created_at": "2022-11-01T00:00:00.000Z", "note": "", "emojis": [], "fields": [],
            "url": f"https://{domain or DOMAIN}/@{user}", "uri": f"https://{domain or DOMAIN}/users/{user}",
            "followers_count": self.followers[name], "following_count": 3, "statuses_count": 5,
            "avatar": "https://social.example/a.png", "header": "https://social.example/h.png",
        }

    def tags(self, status: Status) -> list[str]:
        return [match[4] for match in _WORDS.finditer(status.text) if match[4]]

    def entity(self, status: Status) -> Json:
        domain = status.account.partition("@")[2] or DOMAIN
        above = self.statuses.get(status.reply_to)
        mentioned = [name for match in _WORDS.finditer(status.text) if match[2]
                     for name in self.accounts if name.partition("@")[0] == match[2]]
        return {
            "id": status.id, "created_at": iso(status.created_at), "in_reply_to_id": status.reply_to or None,
            "in_reply_to_account_id": self.accounts[above.account] if above else None,
            "sensitive": bool(status.spoiler), "spoiler_text": status.spoiler, "visibility": status.visibility,
            "language": "en", "uri": f"https://{domain}/users/x/statuses/{status.id}",
            "url": f"https://{domain}/@{status.account.partition('@')[0]}/{status.id}",
            "replies_count": sum(other.reply_to == status.id for other in self.statuses.values()), "reblogs_count": 0,
            "favourites_count": 0, "edited_at": status.edited_at and iso(status.edited_at),
            "content": render(status.text), "reblog": None, "application": {"name": "Web", "website": None},
            "account": self.account(status.account), "media_attachments": [],
            "mentions": [{"id": self.accounts[name], "username": name.partition("@")[0], "acct": name,
                          "url": self.account(name)["url"]} for name in mentioned],
            "tags": [{"name": tag.casefold(), "url": f"https://{DOMAIN}/tags/{tag}"} for tag in self.tags(status)],
            "emojis": [], "card": None, "poll": None, **status.extra,
        }

    def notification(self, native_id: str, status_id: str) -> Json:
        status = self.statuses[status_id]
        return {"id": native_id, "type": "mention", "created_at": iso(status.created_at),
                "account": self.account(status.account), "status": self.entity(status)}


def render(text: str) -> str:
    """Text as Mastodon makes HTML of it."""
    def word(match: re.Match[str]) -> str:
        if match[1]:
            bare = match[1].split("://", 1)[1]
            return (f'<a href="{match[1]}" target="_blank" rel="nofollow noopener" translate="no">'
                    f'<span class="invisible">https://</span><span class="ellipsis">{bare[:30]}</span>'
                    f'<span class="invisible">{bare[30:]}</span></a>')
        if match[2]:
            return (f'<span class="h-card" translate="no"><a href="https://{DOMAIN}/@{match[2]}" class="u-url mention">'
                    f"@<span>{match[2]}</span></a></span>")
        return (f'<a href="https://{DOMAIN}/tags/{match[4]}" class="mention hashtag" rel="tag">'
                f"#<span>{match[4]}</span></a>")

    paragraphs = html.escape(text, quote=False).split("\n\n")
    return "".join(f"<p>{_WORDS.sub(word, one)}</p>".replace("\n", "<br />") for one in paragraphs)


def iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
