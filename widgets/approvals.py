"""The queue of replies: who waits for whom and since when, and one of them in full, as its approver has to see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.message import Message

from warroom.domain.approval import Blocker, Needs
from warroom.domain.item import Item
from warroom.domain.model import Platform
from warroom.domain.reply import Draft, DraftState
from warroom.domain.text import clip, one_line
from widgets import words
from widgets.detail import Dossier, author, page
from widgets.diff import diff_rows
from widgets.health import NAMES
from widgets.reader import Reader
from widgets.rows import Part, Row, Tone, chunk, fold, lay_out

#: What comes first: what only a person can decide, then what waits, then what is done.
_RANK: Final = {
    DraftState.UNKNOWN: 0, DraftState.SENDING: 1, DraftState.IN_REVIEW: 2, DraftState.APPROVED: 3,
    DraftState.FAILED: 4, DraftState.DRAFT: 5, DraftState.SENT: 6, DraftState.DELETED: 7,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The version that was approved or sent back last: its text, who did so, when (aware UTC), and which of the two."""

    text: str
    by: str
    at: datetime
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A reply in the queue. ``item`` is its post as it is now, None for a post of our own.

    ``left`` is the seconds of its countdown (None: it does not count down here); ``looked`` is the version that was
    approved or sent back last; ``blockers`` are what stands in its way now.
    """

    draft: Draft
    needs: Needs
    item: Item | None = None
    left: float | None = None
    looked: Looked | None = None
    blockers: Sequence[Blocker] = ()

    @property
    def id(self) -> str:
        """The reply's id."""
        return self.draft.id


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """What a person has to decide comes first, and of the same kind what waits longest."""
    def rank(entry: Entry) -> tuple[int, float]:
        since = entry.draft.since.timestamp()
        return _RANK[entry.draft.state], -since if entry.draft.state is DraftState.SENT else since

    return sorted(entries, key=rank)


def state_part(entry: Entry) -> Part:
    """A glyph and a word for where a reply stands."""
    draft, asked = entry.draft, entry.needs
    if entry.left is not None:
        return f"▸ out in {max(1, round(entry.left))} s", Tone.ACCENT
    match draft.state:
        case DraftState.UNKNOWN:
            return "? unknown", Tone.BAD
        case DraftState.SENDING:
            return "▸ sending", Tone.ACCENT
        case DraftState.IN_REVIEW if asked.lapsed:
            return "! lapsed", Tone.WARN
        case DraftState.IN_REVIEW:
            return "◷ in review", Tone.STRONG
        case DraftState.APPROVED if asked.missing:
            return "! lapsed", Tone.WARN
        case DraftState.APPROVED:
            return "✓ approved", Tone.GOOD
        case DraftState.FAILED:
            return "✕ not sent", Tone.WARN
        case DraftState.DRAFT:
            return ("↩ sent back", Tone.WARN) if draft.reason else ("✎ draft", Tone.DIM)
        case DraftState.SENT:
            return "✓ sent", Tone.DIM
        case DraftState.DELETED:
            return "⊘ taken back", Tone.DIM


def waits_for(entry: Entry, *, sends: str = "s sends it.") -> str:
    """What has to happen next with a reply, and who does it; plain words. ``sends`` names the key that sends it."""
    draft, asked = entry.draft, entry.needs
    if entry.left is not None:
        return "z takes it back."
    match draft.state:
        case DraftState.UNKNOWN:
            return f"{_sentence(draft.reason)} Look on {NAMES[draft.platform]}, then u says what is there."
        case DraftState.SENDING:
            return "It is on its way."
        case DraftState.IN_REVIEW | DraftState.APPROVED if asked.missing:
            lapsed = f"{_sentence(asked.lapsed)} " if asked.lapsed else ""
            have = f"{words.listed([one.by for one in asked.have])} said yes. " if asked.have else ""
            return f"{lapsed}{have}{asked.words}"
        case DraftState.IN_REVIEW:
            return "Nobody has to approve it any more: a sends it on."
        case DraftState.APPROVED:
            by = words.listed([one.by for one in draft.approvals])
            return f"{f'{by} approved it. ' if by else ''}{sends}"
        case DraftState.FAILED:
            return _sentence(draft.reason or "The platform did not take it")
        case DraftState.DRAFT:
            return _sentence(draft.reason) if draft.reason else f"{one_line(draft.author)} writes it."
        case DraftState.SENT:
            return "It is out. z takes it back."
        case DraftState.DELETED:
            return "It was taken back."


def _sentence(text: str) -> str:
    plain = one_line(text).rstrip(". ")
    return f"{plain[:1].upper()}{plain[1:]}." if plain else ""


def target(entry: Entry) -> str:
    """Whom a reply speaks to, and how: ``to @mara on Mastodon``, ``on Reddit``, ``to u/x in private``."""
    draft = entry.draft
    name = NAMES.get(draft.platform, str(draft.platform)) if isinstance(draft.platform, Platform) else ""
    if entry.item is None:
        return f"our own post on {name}" if draft.post is None else f"on {name}"
    way = "in private on" if draft.private else "on"
    return f"to {author(entry.item.post)} {way} {name}"


def entry_rows(entry: Entry, now: datetime, columns: int) -> list[Row]:
    """An entry of the list: where it stands and since when; whom it waits for; its first words."""
    draft = entry.draft
    age = words.span(max(now, draft.since) - draft.since)
    state, by = chunk(*state_part(entry)), chunk(f"{one_line(draft.author)} · {age}", Tone.DIM, rank=1)
    to, room = target(entry), columns - state.width - by.width - 4
    if cell_len(to) > room:  # whom it speaks to says more than where
        to = clip(to.partition(" on ")[0] if entry.item is not None else to, max(0, room))
    first = lay_out(columns, [state, chunk(to, Tone.PLAIN, rank=2)], [by], gap=2)
    why = [[(f"  {line}", Tone.DIM)] for line in fold(waits_for(entry), columns - 2, most=2)]
    return [first, *why, [(f"  {clip(one_line(draft.text), max(8, columns - 4))}", Tone.PLAIN)]]


def sheet_rows(entry: Entry, dossier: Dossier | None, columns: int) -> list[Row]:
    """A reply in full: what it waits for, its text against the version that was looked at last, and its thread now."""
    draft = entry.draft
    by = words.listed(list(dict.fromkeys([one_line(draft.author), *map(one_line, draft.writers)])))
    since = chunk(f"since {draft.since:%H:%M} UTC", Tone.DIM, rank=1)
    rows: list[Row] = [lay_out(columns, [chunk(*state_part(entry)), since]),
                       [(f"{target(entry)}, written by {by}, version {draft.version}", Tone.PLAIN)]]
    if draft.statement:
        rows.append([(f"statement {one_line(draft.statement)}", Tone.DIM)])
    rows += [[(line, Tone.STRONG)] for line in fold(waits_for(entry), columns)]
    if draft.sent is not None and draft.sent.url and draft.state is DraftState.SENT:
        rows.append([(one_line(draft.sent.url), Tone.ACCENT)])
    for one in draft.approvals:
        rows.append([(f"✓ {one_line(one.by)} ({one.role}) at {one.at:%H:%M}, holds until {one.expires:%H:%M} UTC",
                      Tone.DIM)])
    for rule, reason in draft.overrides.items():
        rows += [[(line, Tone.WARN)] for line in fold(f"set aside: {rule}, because {one_line(reason)}", columns)]
    for blocker in entry.blockers:
        rows += [[(line, Tone.BAD if blocker.firm else Tone.WARN)]
                 for line in fold(f"! {blocker.rule}: {one_line(blocker.words)}", columns)]
    rows += [[], *_text_rows(entry, columns), []]
    if dossier is not None:
        rows += [_heading("the thread as it is now", columns), *page(dossier, columns)]
    return rows


def _text_rows(entry: Entry, columns: int) -> list[Row]:
    looked, text = entry.looked, entry.draft.text
    if looked is None:
        return [_heading("the reply", columns), *diff_rows(text, text, columns)]
    said = f"{one_line(looked.by)} {looked.what} at {looked.at:%H:%M}"
    if looked.text == text:
        return [_heading(f"the reply, unchanged since {said}", columns), *diff_rows(text, text, columns)]
    return [_heading(f"what changed since {said}", columns), *diff_rows(looked.text, text, columns)]


def _heading(text: str, columns: int) -> Row:
    return [(f"{text} ", Tone.ACCENT), ("─" * max(0, columns - len(text) - 1), Tone.DIM)]


class Pile(Reader):
    """The list of replies with a cursor; :class:`Moved` says which one it is on."""

    class Moved(Message):
        """The cursor is on another reply (None: the list is empty)."""

        def __init__(self, entry: Entry | None) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.entries: list[Entry] = []
        self._now: datetime | None = None
        self._chosen = ""
        self._tops: list[int] = []
        self._told: object = None

    @property
    def needed(self) -> int:
        """Rows that the whole list takes."""
        return len(self._rows)

    @property
    def current(self) -> Entry | None:
        """The reply under the cursor."""
        return next((one for one in self.entries if one.id == self._chosen), None)

    def show(self, entries: Sequence[Entry], now: datetime) -> None:
        """Tell the queue; the cursor stays on its reply, or goes to the one that took its place."""
        before = [one.id for one in self.entries]
        self.entries, self._now = list(entries), now
        if self.current is None:
            at = before.index(self._chosen) if self._chosen in before else 0
            self._chosen = entries[min(at, len(entries) - 1)].id if entries else ""
        self.update()
        self._tell()

    def _tell(self) -> None:
        """Say which reply it is, unless that was said: ages and seconds are no news."""
        now = self.current
        told = None if now is None else (now.draft, now.needs, now.item, now.left is None)
        if told != self._told or now is None:
            self._told = told
            self.post_message(self.Moved(now))

    def choose(self, draft_id: str) -> None:
        """Put the cursor on a reply, if it is there."""
        if draft_id in {one.id for one in self.entries}:
            self._go_to(draft_id)

    def rows_for(self, columns: int) -> list[Row]:
        """All replies, the chosen one marked by a bar."""
        if not self.entries or self._now is None:
            return [[(line, Tone.DIM)] for line in fold("Nothing waits here. r on a post writes a reply.", columns)]
        rows: list[Row] = []
        self._tops = []
        for one in self.entries:
            self._tops.append(len(rows))
            bar: Part = ("▌", Tone.ACCENT) if one.id == self._chosen else (" ", Tone.DIM)
            rows += [[bar, *row] for row in entry_rows(one, self._now, max(8, columns - 1))]
            rows.append([])
        return rows[:-1]

    def action_scroll_down(self) -> None:
        """Go to the next reply."""
        self._move(1)

    def action_scroll_up(self) -> None:
        """Go to the reply before."""
        self._move(-1)

    def action_scroll_home(self) -> None:
        """Go to the first reply."""
        self._move(-len(self.entries))

    def action_scroll_end(self) -> None:
        """Go to the last reply."""
        self._move(len(self.entries))

    def on_click(self, event: events.Click) -> None:
        """Go to the reply under the mouse."""
        at = event.y + self.scroll_offset.y
        under = [one for one, top in zip(self.entries, self._tops, strict=False) if top <= at]
        if under:
            self._go_to(under[-1].id)

    def _move(self, step: int) -> None:
        if self.entries:
            ids = [one.id for one in self.entries]
            at = ids.index(self._chosen) if self._chosen in ids else 0
            self._go_to(ids[max(0, min(at + step, len(ids) - 1))])

    def _go_to(self, draft_id: str) -> None:
        if draft_id == self._chosen:
            return
        self._chosen = draft_id
        self.update()
        at = next(number for number, one in enumerate(self.entries) if one.id == draft_id)
        top = self._tops[at] if at < len(self._tops) else 0
        end = self._tops[at + 1] if at + 1 < len(self._tops) else len(self._rows)
        height = self.scrollable_content_region.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif end > self.scroll_offset.y + height:
            self.scroll_to(y=end - height, animate=False)
        self._tell()


class Sheet(Reader):
    """One reply in full."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._shown: tuple[Entry, Dossier | None] | None = None

    def show(self, entry: Entry | None, dossier: Dossier | None) -> None:
        """Tell a reply; the page goes to its beginning where it is another one."""
        other = self._shown is None or entry is None or self._shown[0].id != entry.id
        self._shown = None if entry is None else (entry, dossier)
        self.update()
        if other:
            self.scroll_to(y=0, animate=False)

    def rows_for(self, columns: int) -> list[Row]:
        """The reply, or nothing."""
        return [] if self._shown is None else sheet_rows(*self._shown, columns)
