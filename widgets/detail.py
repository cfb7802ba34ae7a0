"""One post in full: its conversation, everything that is known of it, and what the team did about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from warroom.domain.events import Event
from warroom.domain.item import Item
from warroom.domain.model import Platform, Post, PostKey, Score, Sentiment, Unscored
from warroom.domain.text import neutralise, one_line
from warroom.domain.triage import LABEL_WORDS, Status
from widgets import words
from widgets.health import NAMES
from widgets.reader import Reader
from widgets.rows import Part, Row, Tone, fold
from widgets.timeline import event_rows

_LABEL = 11
_OTHERS = 4
_DEEPEST = 8
_ABOVE = 6
_ANSWERS = 5
_SIGNS = {Sentiment.NEGATIVE: "▼", Sentiment.NEUTRAL: "◆", Sentiment.POSITIVE: "▲"}
_STATUS = {Status.OPEN: "open", Status.SNOOZED: "◷ snoozed", Status.DISMISSED: "✕ dismissed",
           Status.ANSWERED: "✓ answered"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that is known of a post. ``thread`` is oldest first, ``versions`` too; ``events`` are this post's own.

    ``cut`` where the thread is longer than what was read of it; ``note`` says how the platform's thread is fetched;
    ``ours`` are the posts of the thread that are our own.
    """

    item: Item
    now: datetime
    thread: Sequence[Item] = ()
    versions: Sequence[Post] = ()
    events: Sequence[Event] = ()
    cut: bool = False
    note: str = ""
    ours: frozenset[PostKey] = frozenset()


def author(post: Post) -> str:
    """Name an author as the platform does: ``u/tallgrass``, ``@mara@mastodon.social``."""
    name = one_line(post.author) or "unknown author"
    if post.platform is Platform.REDDIT:
        return name if name.startswith("u/") else f"u/{name}"
    return name if name.startswith("@") else f"@{name}"


def title(dossier: Dossier) -> list[Part]:
    """What stands in the frame of the page: who, where, how many answers."""
    post = dossier.item.post
    parts: list[Part] = [(author(post), Tone.STRONG)]
    if post.place:
        parts.append((f" · {one_line(post.place)}", Tone.DIM))
    if (answers := len(dossier.thread) - 1) > 0:
        least = "at least " if dossier.cut else ""
        parts.append((f" · {least}{words.plural(answers, 'other post')} in the thread", Tone.DIM))
    return parts


def page(dossier: Dossier, columns: int) -> list[Row]:
    """Lay the whole page out: the post in its talk, the facts, the history, and at the end all of a longer talk."""
    rows = list(_near(dossier, columns, where=", at the end of the page"))
    rows += [_heading("facts", columns), *_facts(dossier, columns)]
    if dossier.item.version > 1:
        rows += [[], _heading("earlier texts", columns), *_earlier(dossier, columns)]
    rows += [[], _heading("history", columns)]
    today = dossier.now.date().isoformat()
    for event in reversed(dossier.events):
        rows += event_rows(event, columns, today=today)
    if not dossier.events:
        rows.append([("nothing was done about this post yet", Tone.DIM)])
    if dossier.note:
        rows.append([])
        rows += [[(line, Tone.DIM)] for line in fold(one_line(dossier.note), columns)]
    if _more(dossier) or dossier.cut:  # a short thread stands above already
        which = f"{'the first' if dossier.cut else 'all'} {len(dossier.thread)} posts of the thread"
        rows += [[], _heading(which, columns)]
        for depth, item in tree(dossier.thread):
            rows += _speech(item, dossier, columns, depth)
    return rows


def conversation(dossier: Dossier, columns: int) -> list[Row]:
    """The post in its talk, for whoever answers it: what it answers, what it says, and the first answers to it."""
    return list(_near(dossier, columns))


def _heading(text: str, columns: int) -> Row:
    return [(f"{text} ", Tone.ACCENT), ("─" * max(0, columns - len(text) - 1), Tone.DIM)]


def _near(dossier: Dossier, columns: int, *, where: str = "") -> Iterator[Row]:
    """What the post answers, the post itself, and the first answers to it; the rest is counted."""
    shown = near(dossier)
    for depth, item in shown:
        yield from _speech(item, dossier, columns, depth)
    if more := _more(dossier):
        yield [(f"  {words.plural(more, 'other post')} in this thread{where}", Tone.DIM)]
        yield []


def _more(dossier: Dossier) -> int:
    """Posts of the thread that do not stand near the post."""
    return len({item.key for item in dossier.thread} - {item.key for _, item in near(dossier)})


def near(dossier: Dossier) -> list[tuple[int, Item]]:
    """The posts above this one in the conversation, this one, and the first few answers, each with its depth."""
    post = dossier.item.post
    by_id = {item.post.native_id: item for item in dossier.thread}
    above: list[Item] = []
    parent = by_id.get(post.parent_id)
    while parent is not None and parent is not dossier.item and parent not in above:
        above.append(parent)
        parent = by_id.get(parent.post.parent_id)
    answers = sorted((item for item in dossier.thread if post.native_id and item.post.parent_id == post.native_id
                      and item.key != dossier.item.key), key=lambda item: (item.post.created_at, item.id))
    path = [*reversed(above[:_ABOVE]), dossier.item]
    return [*enumerate(path), *((len(path), item) for item in answers[:_ANSWERS])]


def tree(items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    """Walk a conversation: each answer under what it answers, in order of time, with its depth from 0."""
    known = {item.post.native_id for item in items}
    answers: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: (item.post.created_at, item.id)):
        parent = item.post.parent_id
        answers.setdefault(parent if parent in known and parent != item.post.native_id else "", []).append(item)
    stack = [(0, item) for item in reversed(answers.get("", ()))]
    walked: set[str] = set()
    while stack:
        depth, item = stack.pop()
        walked.add(item.post.native_id)
        yield depth, item
        stack += [(depth + 1, answer) for answer in reversed(answers.get(item.post.native_id, ()))]
    # Posts that answer each other in a ring have no beginning; they are shown all the same.
    for item in items:
        if item.post.native_id not in walked:
            yield 0, item


def _speech(item: Item, dossier: Dossier, columns: int, depth: int) -> Iterator[Row]:
    post, current = item.post, item.key == dossier.item.key
    indent = "  " * min(depth, _DEEPEST, max(0, columns // 10))
    branch = f"{indent}└ " if depth else ""
    edge: Part = ("▌", Tone.ACCENT) if current else (" ", Tone.PLAIN)
    age = words.span(max(dossier.now, post.created_at) - post.created_at)
    meta: Row = [edge, (branch, Tone.DIM), (author(post), Tone.STRONG if current else Tone.PLAIN)]
    mood = ("↩ ours", Tone.ACCENT) if item.key in dossier.ours else _mood(item)
    meta += [("  ", Tone.PLAIN), mood, (f"  {age} ago", Tone.DIM)]
    if item.triage.label is not None:
        meta.append((f"  ✎ {LABEL_WORDS[item.triage.label]}", Tone.STRONG if current else Tone.PLAIN))
    if item.deleted_at is not None:
        meta.append(("  ⊘ deleted", Tone.WARN))
    if item.version > 1:
        meta.append(("  edited", Tone.DIM))
    yield meta
    lead = " " * len(branch)
    body = fold(neutralise(post.text), columns - len(lead) - 2, most=0 if current else _OTHERS)
    for line in body or ["(no text)"]:
        yield [edge, (f"{lead}{line}", Tone.STRONG if current else Tone.DIM)]
    if current:
        quoted = fold(neutralise(post.quoted), columns - len(lead) - 4, most=6) if post.quoted else []
        for line in quoted:
            yield [edge, (f"{lead}│ {line}", Tone.DIM)]
        for words_ in post.media_alt:
            for line in fold(f"[picture] {neutralise(words_)}", columns - len(lead) - 2, most=4):
                yield [edge, (f"{lead}{line}", Tone.DIM)]
    yield [edge] if current else []


def _mood(item: Item) -> Part:
    if item.context:
        return "· only in this thread", Tone.DIM
    match item.score:
        case Score() as score:
            return f"{_SIGNS[score.label]} {str(score.label)[:3]} {score.confidence:.2f}", Tone.DIM
        case _:
            return "◌ unscored", Tone.DIM


def _facts(dossier: Dossier, columns: int) -> Iterator[Row]:
    for name, value in facts(dossier):
        lines = fold(value, columns - _LABEL) or [""]
        for number, line in enumerate(lines):
            yield [((name if number == 0 else "").ljust(_LABEL), Tone.DIM), (line, Tone.PLAIN)]


def facts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Name everything that is known of the post; what a platform does not tell is left out."""
    item, post = dossier.item, dossier.item.post
    name = f" ({one_line(post.author_name)})" if post.author_name else ""
    yield "author", f"{author(post)}{name}{', verified by the platform' if post.verified else ''}"
    if post.reach is not None:
        whose = "subscribers of the subreddit" if post.platform is Platform.REDDIT else "followers"
        yield "reach", f"{post.reach:,} {whose}"
    yield "platform", f"{NAMES[post.platform]}{f', {one_line(post.place)}' if post.place else ''}"
    yield "written", f"{post.created_at:%Y-%m-%d %H:%M:%S} UTC"
    yield "received", f"{item.received_at:%Y-%m-%d %H:%M:%S} UTC"
    counted = ((post.replies, "reply", "replies"), (post.reposts, "repost", "reposts"), (post.likes, "like", "likes"))
    if counts := [words.plural(number, one, many) for number, one, many in counted if number is not None]:
        yield "counts", ", ".join(counts)
    if post.lang:
        yield "language", one_line(post.lang)
    if post.hashtags:
        yield "hashtags", " ".join(f"#{one_line(tag).lstrip('#')}" for tag in post.hashtags)
    for number, link in enumerate(post.links):
        yield ("links" if number == 0 else ""), one_line(link)
    if post.repost_of:
        yield "repost of", one_line(post.repost_of)
    yield "score", _score(item)
    if item.triage.label is not None:
        how = "drawn by a spot check" if item.triage.checked else "picked by hand"
        yield "label", f"✎ {LABEL_WORDS[item.triage.label]}, says a person; {how}"
    yield from _team(item)
    if item.version > 1:
        yield "versions", f"{item.version}; the earlier texts stand below"
    if item.deleted_at is not None:
        yield "deleted", f"⊘ {item.deleted_at:%Y-%m-%d %H:%M:%S} UTC by its author or the platform; kept as evidence"
    if post.url:
        yield "url", one_line(post.url)
    yield "key", one_line(item.key)
    yield "sha256", post.content_sha256


def _score(item: Item) -> str:
    match item.score:
        case Score() as score:
            model = f" ({one_line(score.model)})" if score.model else ""
            return (f"{_SIGNS[score.label]} {score.label}: negative {score.negative:.2f}, neutral {score.neutral:.2f}, "
                    f"positive {score.positive:.2f}{model}")
        case Unscored(reason):
            return f"◌ unscored: {one_line(reason)}"
        case None:
            return "◌ unscored: it waits for the model"


def _team(item: Item) -> Iterator[tuple[str, str]]:
    triage = item.triage
    status = _STATUS[triage.status]
    if triage.status is Status.SNOOZED and triage.snoozed_until is not None:
        status += f" until {triage.snoozed_until:%Y-%m-%d %H:%M} UTC"
    if triage.reason:
        status += f": {one_line(triage.reason)}"
    yield "status", status
    if triage.holder:
        yield "claimed by", f"● {one_line(triage.holder)}"
    if triage.escalated_to:
        yield "escalated", f"⚑ to {one_line(triage.escalated_to)}"
    if triage.tags:
        yield "tags", " ".join(f"#{one_line(tag)}" for tag in triage.tags)
    if triage.pinned:
        yield "pinned", "◈ to the timeline"
    if triage.notes:
        yield "notes", f"¶ {triage.notes}, in the history"


def _earlier(dossier: Dossier, columns: int) -> Iterator[Row]:
    for number, version in enumerate(dossier.versions[:-1], 1):
        for at, line in enumerate(fold(neutralise(version.text), columns - _LABEL) or ["(no text)"]):
            yield [((f"version {number}" if at == 0 else "").ljust(_LABEL), Tone.DIM), (line, Tone.PLAIN)]


class Detail(Reader):
    """The page of one post."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._dossier: Dossier | None = None

    @property
    def dossier(self) -> Dossier | None:
        """What is shown now."""
        return self._dossier

    def show(self, dossier: Dossier) -> None:
        """Show a post; the same one again stays where it is scrolled to, another begins at its beginning."""
        same = self._dossier is not None and self._dossier.item.key == dossier.item.key
        self._dossier = dossier
        self.update()
        if not same:
            self.scroll_to(y=0, animate=False)

    def tell_time(self, now: datetime) -> None:
        """Let the ages of the posts grow."""
        if self._dossier is not None:
            self._dossier = replace(self._dossier, now=now)
            self.age()

    def rows_for(self, columns: int) -> list[Row]:
        """The whole page."""
        return page(self._dossier, columns) if self._dossier else []
