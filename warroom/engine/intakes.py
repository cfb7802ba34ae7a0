"""All the intakes of a room: started together, renewed when settings or credentials change, told when time was lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence

from warroom.domain.health import SourceReport, SourceState
from warroom.engine.intake import Intake
from warroom.ports import Source

#: Reads settings and credentials again and makes the sources anew, each with a word that changes with what it is of.
Renew = Callable[[], Awaitable[Sequence[tuple[Source, str]]]]
#: Starts a task that is looked after.
Start = Callable[[Coroutine[object, object, None], str], "asyncio.Task[None]"]


class Intakes:
    """The intakes of the process that collects. ``prints`` are the words of the first sources, by name."""

    def __init__(
        self, sources: Sequence[Source], *, make: Callable[[Source], Intake], start: Start, renew: Renew | None = None,
        prints: Mapping[str, str] | None = None,
    ) -> None:
        self._make = make
        self._start = start
        self._renew = renew
        self._prints = dict(prints or {})
        self._intakes = [make(source) for source in sources]
        self._tasks: dict[str, asyncio.Task[None]] = {}

    @property
    def reports(self) -> list[SourceReport]:
        """Every source's health."""
        return [intake.report for intake in self._intakes]

    @property
    def problems(self) -> list[str]:
        """What keeps posts from the store, in words."""
        return [intake.store_problem for intake in self._intakes if intake.store_problem]

    @property
    def skipped(self) -> Counter[str]:
        """What the sources could not read, by reason."""
        return sum((intake.skipped for intake in self._intakes), Counter())

    @property
    def tasks(self) -> list[asyncio.Task[None]]:
        """The tasks that read."""
        return list(self._tasks.values())

    def begin(self) -> None:
        """Let all of them read."""
        for intake in self._intakes:
            self._run(intake)

    async def done(self) -> None:
        """Return when every source has ended."""
        await asyncio.gather(*self._tasks.values())

    def slept(self, seconds: float) -> None:
        """Connect anew: after a sleep a connection may be dead without a word."""
        for intake in self._intakes:
            intake.reconnect(f"The computer slept for {max(1, round(seconds / 60))} min.")

    async def retry(self) -> list[str]:
        """Let failed and waiting sources try now, with the settings as they are now; returns their names.

        A source whose settings changed begins anew, one that was added begins, one that was switched off ends. Raises
        ConfigError where the settings cannot be read; then everything stays as it is.
        """
        made = {} if self._renew is None else {source.name: (source, said) for source, said in await self._renew()}
        touched: list[str] = []
        for intake in list(self._intakes):
            name = intake.source.name
            source, said = made.pop(name, (None, ""))
            if source is None and self._renew is not None:
                self._intakes.remove(intake)
                self._tasks.pop(name).cancel()
            elif intake.report.state in (SourceState.FAILED, SourceState.RECONNECTING):
                intake.restart(source)
            elif said != self._prints.get(name, said):
                intake.reconnect("Its settings changed.", source)
            else:
                continue
            touched.append(name)
            self._prints[name] = said
        for name, (source, said) in made.items():
            self._intakes.append(self._make(source))
            self._run(self._intakes[-1])
            self._prints[name] = said
            touched.append(name)
        return touched

    def _run(self, intake: Intake) -> None:
        self._tasks[intake.source.name] = self._start(intake.run(), f"intake {intake.source.name}")
