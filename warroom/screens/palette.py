"""The palette: everything that can be done, by name."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import NamedTuple

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from warroom.domain.incident import Kind
from warroom.screens.keys import ROOM, display
from warroom.screens.room import RoomScreen
from warroom.themes import THEMES


class Command(NamedTuple):
    """One line of the palette."""

    name: str
    help: str
    run: Callable[[], object]


class RoomCommands(Provider):
    """Offers the room's verbs, the incident's, the panes and the looks."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for command in self.commands():
            yield DiscoveryHit(command.name, command.run, help=command.help)

    async def search(self, query: str) -> Hits:
        """What matches, loosely."""
        matcher = self.matcher(query)
        for command in self.commands():
            score = matcher.match(command.name)
            if score > 0:
                yield Hit(score, matcher.highlight(command.name), command.run, help=command.help)

    def commands(self) -> Iterator[Command]:
        """All lines, the incident's first."""
        room = next((screen for screen in reversed(self.app.screen_stack) if isinstance(screen, RoomScreen)), None)
        if room is not None:
            yield from _writing(room)
            yield from _incident(room)
            written = {key.id: key for key in room.catalogue()}
            actions = {str(getattr(binding, "id", "")): str(getattr(binding, "action", "")) for binding in ROOM}
            for name, key in written.items():
                if name in actions and name not in ("room.palette", "room.back"):
                    help_ = f"{key.keys}{f'   {key.tooltip}' if key.tooltip else ''}"
                    yield Command(key.words, help_, partial(room.run_action, actions[name]))
        for theme in THEMES:
            yield Command(f"Look: {theme.name.removeprefix('warroom-')}", "for this session; config.toml keeps it",
                          partial(setattr, self.app, "theme", theme.name))
        yield Command("Quit", "asks where you hold posts", partial(self.app.run_action, "quit"))


def _writing(room: RoomScreen) -> Iterator[Command]:
    """What can be done while the composer is open."""
    if not room.writing or room.composer is None:
        return
    for binding in room.composer.BINDINGS:
        if isinstance(binding, Binding) and binding.action != "leave":
            yield Command(f"Reply: {binding.description[:1].lower()}{binding.description[1:]}",
                          f"{display(binding.key)}{f'   {binding.tooltip}' if binding.tooltip else ''}",
                          partial(room.composer.run_action, binding.action))


def _incident(room: RoomScreen) -> Iterator[Command]:
    acts, now = room.acts, room.room
    if acts is None or now is None:
        return

    def does(work: Callable[[], Coroutine[object, object, object]]) -> Callable[[], None]:
        return lambda: room.do(work())

    if now.incident.kind is not Kind.DRILL:
        yield Command("Open an incident …", "on what this room sees", does(room.open_incident))
    if now.incident.open:
        yield Command("Close the incident …", "asks for a reason and a yes", does(acts.close_incident))
    else:
        yield Command("Reopen the incident", "its log takes acts again", does(acts.reopen_incident))
    yield Command("Note on the incident …", "for the team only", does(acts.note))
    yield Command("Export the timeline …", "into a file", does(acts.export))
    yield Command("Hold scheduled posts …", "asks for a reason", does(acts.hold))
    yield Command("Release held posts …", "back to their times", does(acts.release))
    yield Command("Try failed sources again", "reads settings and logins anew", does(acts.retry))
