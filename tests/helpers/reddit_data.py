"""What the scripted Reddit knows, as the JSON of its API: submissions, comments, inboxes, and who does what.

The JSON has the shape that https://www.reddit.com/dev/api documents and https://github.com/reddit-archive/reddit has in
its source.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from warroom.domain.model import Platform, Post

Data = dict[str, Any]
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return digits or "0"


class RedditData:
    """Times are seconds since 1970, whole as Reddit's."""

    def __init__(self) -> None:
        self.things: dict[str, Data] = {}
        self.subscribers: dict[str, int] = {"coffee": 1200}
        self.inboxes: dict[str, list[Data]] = {"acme_care": []}
        self.messages: list[Data] = []
        self.clock: Callable[[], float] = time.time
        self._numbers = itertools.count(36**6)

    # What people do ---------------------------------------------------------------------------------------------

    def submit(self, title: str, selftext: str = "", *, author: str = "ana", subreddit: str = "coffee",
               **more: object) -> str:
        """Somebody posts; returns the full name."""
        number = base36(next(self._numbers))
        link = f"/r/{subreddit}/comments/{number}/_/"
        self._add(f"t3_{number}", {
            "id": number, "name": f"t3_{number}", "title": title, "selftext": selftext, "author": author,
            "is_self": True, "permalink": link, "url": f"https://www.reddit.com{link}", "num_comments": 0,
            "subreddit_subscribers": self.subscribers.get(subreddit, 1), "subreddit": subreddit,
            "subreddit_id": f"t5_{subreddit[:6].lower()}", "hide_score": False, "removed_by_category": None,
            "num_crossposts": 0, "score": 1, "ups": 1, "edited": False, "locked": False, "archived": False,
            "created_utc": float(int(self.clock())), **more})
        return f"t3_{number}"

    def comment(self, parent: str, body: str, *, author: str = "ben", **more: object) -> str:
        """Somebody comments; returns the full name."""
        above = self.things[parent]
        root = above if parent.startswith("t3_") else self.things[above["link_id"]]
        number = base36(next(self._numbers))
        data: Data = {
            "id": number, "name": f"t1_{number}", "body": body, "author": author, "parent_id": parent,
            "link_id": root["name"], "link_title": root["title"], "subreddit": root["subreddit"],
            "subreddit_id": root["subreddit_id"], "permalink": f"{root['permalink']}{number}/", "score": 1, "ups": 1,
            "score_hidden": False, "edited": False, "created_utc": float(int(self.clock())), **more}
        self._add(f"t1_{number}", data)
        root["num_comments"] += 1
        for owner, box in self.inboxes.items():
            if author != owner and (above["author"] == owner or f"u/{owner}" in body.lower()):
                kept = ("id", "name", "body", "author", "parent_id", "link_title", "subreddit", "created_utc", "score")
                box.append({"kind": "t1", "data": {
                    **{key: data[key] for key in kept}, "was_comment": True, "new": True, "dest": owner,
                    "context": f"{data['permalink']}?context=3"}})
        return f"t1_{number}"

    def message(self, body: str, to: str = "acme_care") -> None:
        """Somebody writes privately."""
        self.inboxes[to].append({"kind": "t4", "data": {
            "id": "abc", "name": "t4_abc", "body": body, "author": "ana", "was_comment": False, "subject": "hi",
            "created_utc": float(int(self.clock()))}})

    def edit(self, name: str, text: str) -> None:
        """The author changes the words (Reddit lets nobody change a title; tests of all platforms ask for it)."""
        thing = self.things[name]
        key = "body" if name.startswith("t1_") else "selftext" if thing["selftext"] else "title"
        thing[key] = text
        thing["edited"] = self.clock()

    def delete(self, name: str, words: str = "[deleted]") -> None:
        """The author deletes it, or, with "[removed]", a moderator takes it away."""
        thing = self.things[name]
        thing["author"] = "[deleted]"
        if name.startswith("t1_"):
            thing["body"] = words
        else:
            thing["selftext"] = words
            thing["removed_by_category"] = "deleted" if words == "[deleted]" else "moderator"
        thing["_gone"] = True

    def below(self, name: str, author: str) -> list[str]:
        """The texts of one author's comments directly below a thing, oldest first."""
        return [thing["body"] for thing in self.things.values() if thing.get("parent_id") == name
                and thing["author"] == author]

    # Shapes -----------------------------------------------------------------------------------------------------

    def about(self, name: str) -> Data:
        return {"kind": "t5", "data": {"display_name": name, "name": f"t5_{name[:6].lower()}",
                                       "subscribers": self.subscribers.get(name, 1)}}

    def _add(self, name: str, data: Data) -> None:
        self.things[name] = data

    def children(self, parent: str, left: list[int], depth: int, sort: str = "") -> list[Data]:
        below = [thing for thing in self.things.values() if thing.get("parent_id") == parent]
        if sort == "new":
            below.reverse()
        found: list[Data] = []
        for at, thing in enumerate(below):
            if left[0] <= 0 or depth <= 0:
                rest = [one["id"] for one in below[at:]]
                return [*found, {"kind": "more", "data": {"count": len(rest), "children": rest, "name": f"t1_{rest[0]}",
                                                          "id": rest[0], "parent_id": parent}}]
            found.append(self.branch(thing, left, depth))
        return found

    def branch(self, thing: Data, left: list[int], depth: int) -> Data:
        left[0] -= 1
        below = self.children(thing["name"], left, depth - 1)
        return shown({**thing, "replies": listed(below) if below else ""})


def shown(thing: Data) -> Data:
    data = {key: value for key, value in thing.items() if not key.startswith("_")}
    return {"kind": thing["name"][:2], "data": data}


def listed(children: Sequence[object], *, after: str | None = None) -> Data:
    return {"kind": "Listing", "data": {"children": list(children), "after": after, "before": None,
                                        "dist": len(children), "modhash": None}}


def a_post(name: str, root: str = "") -> Post:
    """A post as the source brings it."""
    return Post(platform=Platform.REDDIT, native_id=name, author="ana", text="Acme is down",
                created_at=datetime.now(UTC), root_id=root, parent_id=root)
