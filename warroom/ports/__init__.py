"""The ports: what the engine asks of a source, a publisher, a scorer, a store and a clock. Adapters fit by shape."""

from __future__ import annotations

from warroom.ports.machine import Clock, Scorer
from warroom.ports.platforms import (
    Batch,
    Broadcaster,
    Messenger,
    Probe,
    Publisher,
    Scheduler,
    Sessions,
    Sink,
    Source,
    Threads,
)
from warroom.ports.store import Baselines, Decide, DecideReplies, Found, Manuscripts, Store, Stored, Verdict

__all__ = [
    "Baselines", "Batch", "Broadcaster", "Clock", "Decide", "DecideReplies", "Found", "Manuscripts", "Messenger",
    "Probe", "Publisher", "Scheduler", "Scorer", "Sessions", "Sink", "Source", "Store", "Stored", "Threads", "Verdict",
]
