"""Settings of the clocks: the service levels that a team is held to, and the hours in which they stand still."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from warroom import config_kinds as kinds

if TYPE_CHECKING:
    from warroom.domain.clocks import Rules

_PERIOD: Final = kinds.duration_or_off(timedelta(minutes=1), timedelta(days=90)).meta


def _hours(number: float) -> timedelta:
    return timedelta(hours=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicUpdates:
    """How long after a public update the next one is due, by severity; zero: never."""

    sev1: timedelta = field(default=_hours(0.5), metadata=_PERIOD)
    sev2: timedelta = field(default=_hours(2), metadata=_PERIOD)
    sev3: timedelta = field(default=_hours(6), metadata=_PERIOD)
    sev4: timedelta = field(default=_hours(12), metadata=_PERIOD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveUpdates:
    """How long after an update for the executives the next one is due, by severity; zero: never."""

    sev1: timedelta = field(default=_hours(6), metadata=_PERIOD)
    sev2: timedelta = field(default=_hours(6), metadata=_PERIOD)
    sev3: timedelta = field(default=_hours(12), metadata=_PERIOD)
    sev4: timedelta = field(default=_hours(0), metadata=_PERIOD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """The service levels (docs/clocks.md says where each is from); ``domain.clocks.Rules`` has what each means."""

    holding: timedelta = field(default=_hours(1), metadata=_PERIOD)
    complaint: timedelta = field(default=_hours(1), metadata=_PERIOD)
    mention: timedelta = field(default=_hours(24), metadata=_PERIOD)
    post_mortem: int = field(default=5, metadata=kinds.whole(0, 60).meta)
    amber: timedelta = field(default=_hours(0.5), metadata=kinds.duration(timedelta(minutes=1), timedelta(days=7)).meta)
    timezone: str = field(default="UTC", metadata=kinds.timezone().meta)
    quiet: tuple[str, ...] = field(default=(), metadata=kinds.quiet_times().meta)
    awake: int = field(default=2, metadata=kinds.whole(0, 4).meta)
    assumed: int = field(default=2, metadata=kinds.whole(1, 4).meta)
    public: PublicUpdates = field(default_factory=PublicUpdates)
    executive: ExecutiveUpdates = field(default_factory=ExecutiveUpdates)

    def rules(self) -> Rules:
        """The rules that these settings make. Raises ConfigError where the time zone cannot be looked up."""
        from warroom.domain.clocks import Rules  # settings are read before anything else is imported
        from warroom.domain.hours import Hours

        public, executive = self.public, self.executive
        return Rules(
            holding=self.holding, complaint=self.complaint, mention=self.mention, post_mortem=self.post_mortem,
            public=(public.sev1, public.sev2, public.sev3, public.sev4),
            executive=(executive.sev1, executive.sev2, executive.sev3, executive.sev4),
            amber=self.amber, hours=Hours.of(self.timezone, self.quiet), awake=self.awake, assumed=self.assumed,
        )
