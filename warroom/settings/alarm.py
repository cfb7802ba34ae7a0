"""Settings of the alarm: when to speak; the defaults are those that were measured (docs/alarm.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from warroom import config_kinds as kinds

if TYPE_CHECKING:
    from warroom.domain.sentry import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """When the room raises an alarm. ``red`` and ``amber`` are the limits of the two tiers: higher is quieter.

    ``window`` is the shorter of the two that red looks at (the other is an hour). Fewer than ``minimum`` posts in the
    last hour are no alarm. After one all is quiet for ``cooldown``, unless something doubles.
    """

    enabled: bool = field(default=True, metadata=kinds.flag().meta)
    red: float = field(default=2.25, metadata=kinds.number(0.5, 100).meta)
    amber: float = field(default=20.0, metadata=kinds.number(5, 1_000).meta)
    window: timedelta = field(
        default=timedelta(minutes=10), metadata=kinds.duration(timedelta(minutes=5), timedelta(hours=1)).meta,
    )
    minimum: int = field(default=10, metadata=kinds.whole(1, 1_000_000).meta)
    cooldown: timedelta = field(
        default=timedelta(days=1), metadata=kinds.duration(timedelta(minutes=10), timedelta(days=30)).meta,
    )

    @property
    def rules(self) -> Rules:
        """The settings as the domain knows them."""
        from warroom.domain.detection import MEASURED, Limits
        from warroom.domain.sentry import Rules

        cooldown = self.cooldown.total_seconds()
        limits = Limits(
            red=self.red, amber=self.amber, rise=MEASURED.rise * self.amber / MEASURED.amber,
            burst=self.window.total_seconds(), quiet=cooldown, amber_quiet=min(cooldown, MEASURED.amber_quiet),
            after_red=min(cooldown, MEASURED.after_red),
        )
        return Rules(limits=limits, minimum=self.minimum, cooldown=cooldown)
