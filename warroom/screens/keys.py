"""The keys of the room: one list that the screen binds, the help prints, the palette offers and the settings remap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from textual.binding import Binding, BindingType
from textual.keys import format_key

from warroom.app_keys import APP, CONSOLE
from warroom.domain.errors import ConfigError

if TYPE_CHECKING:
    from widgets.help import Key

PANES: Final = "Panes"
POSTS: Final = "What to do about a post, or about all marked ones"
FIND: Final = "Find"
INCIDENT: Final = "The incident"
#: Bindings of the widgets, by the first part of their names.
_PLACES: Final = {
    "feed": "In a list of posts", "timeline": "In the timeline", "reader": "On the page of a post, and on this one",
    "prompt": "In a question", "spot": "In a spot check", "composer": "While writing a reply",
    "editor": "While writing a reply", "findings": "In the findings of a reply", "picker": "In the list of statements",
    "clocks": "In the list of clocks", "mood": "On the page of the mood",
    "alarm": "On an alarm", "severity": "In the severity dialog",
    "broadcast": "In a broadcast", "private": "In a direct message",
    "queue": "In the queue of replies", "strategy": "Where the strategy is set",
}
_GROUPS: Final = (POSTS, _PLACES["feed"], FIND, PANES, INCIDENT, CONSOLE, *list(_PLACES.values())[1:])


def _key(keys: str, action: str, words: str, group: str, tooltip: str = "", *, name: str = "") -> Binding:
    call = action.partition("(")[0]
    return Binding(keys, action, words, show=False, tooltip=tooltip, id=f"room.{name or call}",
                   group=Binding.Group(group))


ROOM: Final[list[BindingType]] = [
    _key("c", "act('claim')", "Claim", POSTS, "Press it again to release what you hold", name="claim"),
    _key("a", "act('assign')", "Assign to somebody", POSTS, name="assign"),
    _key("t", "act('tag')", "Tag", POSTS, "-tag takes a tag off", name="tag"),
    _key("w", "act('snooze')", "Snooze until later", POSTS, "It comes back by itself", name="snooze"),
    _key("d", "act('dismiss')", "Dismiss with a reason", POSTS, "Press it again to reopen", name="dismiss"),
    _key("e", "act('escalate')", "Escalate", POSTS, name="escalate"),
    _key("r", "reply", "Write a reply", POSTS, "What is typed is kept; r again goes on with it", name="reply"),
    _key("M", "private", "Go on in private: invite, or write a direct message", POSTS, name="private"),
    _key("i", "act('note')", "Write an internal note", POSTS,
         "On the post, or on the incident in the timeline", name="note"),
    _key("p", "act('pin')", "Pin to the timeline", POSTS, "Press it again to unpin", name="pin"),
    _key("l", "act('label')", "Label: say what it is", POSTS,
         "Negative, neutral, positive, or not about us; the model's word stays beside it", name="label"),
    _key("o", "browse", "Open in the browser", POSTS, "Only http and https links are opened", name="browse"),
    _key("y", "copy", "Copy text and link", POSTS, name="copy"),
    _key("z", "undo", "Undo your last act", POSTS, "Every act above can be undone; a reply comes off its platform",
         name="undo"),
    _key("space", "mark", "Mark, and unmark", POSTS, "What you do then is done to all marked posts"),
    _key("v", "range", "Mark a range", POSTS, "Begin it, move, and press it again"),
    _key("asterisk", "mark_all", "Mark all posts in the pane", POSTS, "With a filter: all that match"),
    _key("slash", "filter", "Filter all panes", FIND,
         'Words, "a phrase", from: platform: tag: by: is: lang: since: sentiment<-0.3 reach>10k, - turns one round',
         name="filter"),
    _key("n", "find(1)", "Next match of the filter's words", FIND, name="next_match"),
    _key("N", "find(-1)", "Previous match", FIND, name="previous_match"),
    _key("tab", "pane(1)", "Next pane", PANES, name="next_pane"),
    _key("shift+tab", "pane(-1)", "Previous pane", PANES, name="previous_pane"),
    *(_key(str(number), f"go({number})", f"Go to pane {number}", PANES, name=f"pane_{number}")
      for number in range(1, 10)),
    _key("f6", "text", "Back to the reply that you are writing", PANES, name="text"),
    _key("plus", "zoom", "Zoom the pane, and back", PANES, name="zoom"),
    _key("f", "freeze", "Freeze the pane, and thaw it", PANES, "New posts are counted, not shown", name="freeze"),
    _key("escape", "back", "Back", PANES, "Out of the question, the post, the marks, the zoom, the filter"),
    _key("L", "spot_check", "Spot check: say what random posts are", INCIDENT,
         "About three minutes for 50; then the gauge knows its error"),
    _key("m", "mood", "Mood: now against usual, by platform and term", INCIDENT, name="mood"),
    _key("T", "clocks", "Clocks: what is due, and when", INCIDENT,
         "Put one away with a reason; see which post waits", name="clocks"),
    _key("U", "record_update", "Record an update that was given", INCIDENT, "To the public, or to the executives",
         name="update"),
    _key("s", "severity", "Severity: what speaks for which, and set it", INCIDENT,
         "Four inputs with their figures suggest 1 (worst) to 4; you decide, and both are logged", name="severity"),
    _key("A", "alarm", "Go to the alarm", INCIDENT, "There Enter opens an incident for it, w snoozes, d dismisses",
         name="alarm"),
    _key("S", "strategy", "Set what kind of crisis it is, and the answer", INCIDENT, "With the theory's advice",
         name="strategy"),
    _key("Q", "queue", "Replies that wait: approve, send back, send", INCIDENT, "Also pane 5", name="queue"),
    _key("B", "broadcast", "Post one statement on several platforms", INCIDENT, "Each with its own text and result",
         name="broadcast"),
    _key("H", "hold", "Hold scheduled posts", INCIDENT, "Asks for a reason; : releases them", name="hold"),
    _key("R", "retry", "Try failed sources again", CONSOLE, "Settings and logins are read anew", name="retry"),
    _key("question_mark,f1", "help", "This page", CONSOLE, "F1 also while you type", name="help"),
    _key("colon", "palette", "Everything by name", CONSOLE, name="palette"),
]


def bindings() -> Iterator[Binding]:
    """Every binding of the console that has a name, one for each key."""
    from warroom.screens.broadcast import BroadcastPage
    from warroom.screens.clocks import ClocksPage
    from warroom.screens.mood import MoodPage
    from warroom.screens.picking import PickStatement
    from warroom.screens.private import PrivatePage
    from warroom.screens.queue import QueuePage
    from warroom.screens.severity import SeverityDialog
    from warroom.screens.spotcheck import SpotCheck
    from warroom.screens.strategy import StrategyPage
    from widgets.alarm import AlarmBanner
    from widgets.composer import Composer
    from widgets.editor import Editor
    from widgets.feed import Feed
    from widgets.findings import Findings
    from widgets.prompt import Line
    from widgets.reader import Reader
    from widgets.timeline import Timeline

    places = (Feed, Timeline, Reader, Line, SpotCheck, Composer, Editor, Findings, PickStatement, ClocksPage,
              AlarmBanner, SeverityDialog, BroadcastPage, PrivatePage, QueuePage, StrategyPage, MoodPage)
    for source in (ROOM, *(place.BINDINGS for place in places), APP):
        for binding in Binding.make_bindings(source):
            if binding.id:
                yield binding


def check(keys: Mapping[str, str], *, origin: str = "") -> None:
    """Raise ConfigError where the settings remap a name that no binding has; the nearest one is named."""
    names = sorted({str(binding.id) for binding in bindings()})
    for name in keys:
        if name not in names:
            near = get_close_matches(name, names, n=1)
            raise ConfigError(
                f"There is no key {name!r} to remap.",
                reason=f"It stands under [keys]{f' in {origin}' if origin else ''}.",
                hint=f"Did you mean {near[0]}?" if near else "warroom's ? page lists the names.",
            )


def first_keys(remapped: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """The first key of each of these bindings of the room or of an alarm, as people read it; none: not in the answer.

    Only what is on the first picture is asked for: the pages that have other keys are slow to import.
    """
    from widgets.alarm import AlarmBanner

    wanted, found = frozenset(names), dict[str, str]()
    for source in (ROOM, AlarmBanner.BINDINGS, APP):
        for binding in Binding.make_bindings(source):
            name = str(binding.id)
            key = remapped.get(name, binding.key).split(",")[0]
            if name in wanted and key:
                found.setdefault(name, display(key))
    return found


def catalogue(remapped: Mapping[str, str]) -> list[Key]:
    """List the keys as people read them, in groups, with what the settings made of them."""
    from widgets.help import Key

    written: dict[str, list[str]] = {}
    first: dict[str, Binding] = {}
    for binding in bindings():
        name = str(binding.id)
        first.setdefault(name, binding)
        written.setdefault(name, [])
        if name not in remapped:
            written[name].append(display(binding.key))
    for name, keys in remapped.items():
        if name in written:
            written[name] = [display(key) for key in keys.split(",")]
    panes = [name for name in first if name.startswith("room.pane_")]
    found = [
        Key(group=_group(binding), keys=" ".join(dict.fromkeys(written[name])), id=name,
            words=binding.description if binding.group else binding.tooltip or binding.description,
            tooltip=binding.tooltip if binding.group else "")
        for name, binding in first.items() if name not in panes
    ]
    found.append(Key(group=PANES, keys=_span([key for name in panes for key in written[name]]), id=f"{panes[0]} … 9",
                     words="Go to a pane by its number"))
    order = {group: at for at, group in enumerate(_GROUPS)}
    return sorted(found, key=lambda key: order.get(key.group, len(order)))


def _span(keys: list[str]) -> str:
    """Digits that follow each other by the first and the last one: nine of them would push all words aside."""
    whole = "".join(keys)
    return f"{keys[0]} … {keys[-1]}" if len(keys) > 2 and whole in "0123456789" else " ".join(keys)


def _group(binding: Binding) -> str:
    if binding.group is not None:
        return binding.group.description
    return _PLACES.get(str(binding.id).partition(".")[0], CONSOLE)


def display(key: str) -> str:
    """Write a key as it stands on the keyboard: ``?``, ``ctrl+q``, ``Enter``."""
    if len(key) == 1:
        return key
    *modifiers, last = key.split("+")
    named = {"escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp", "space": "Space", "tab": "Tab", "enter": "Enter",
             "home": "Home", "end": "End"}
    return "+".join((*modifiers, named.get(last) or format_key(last)))
