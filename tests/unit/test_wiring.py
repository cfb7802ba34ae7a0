"""What a run without a screen says of its store: the status strip is not there to tell."""

from __future__ import annotations

from datetime import timedelta

from warroom.domain.gauge import Reading
from warroom.domain.health import Vitals
from warroom.engine.bus import Bus, Pulse
from warroom.wiring import tell_trouble

FULL = "The disk is full."
READING = Reading(window=timedelta(hours=1), n=0, unscored=0, net=None, negative=None, volume=(), trend=())


def test_a_store_that_takes_nothing_is_told_once_and_so_is_that_it_takes_things_again() -> None:
    bus, said = Bus(), list[str]()
    leave = tell_trouble(bus, Vitals, said.append)
    for stored, problem in ((1, ""), (2, FULL), (3, FULL), (4, ""), (5, "")):
        bus.publish(Pulse(Vitals(stored=stored, store_problem=problem), READING))
    assert said == [FULL, "The store takes everything again."]
    leave()
    bus.publish(Pulse(Vitals(store_problem=FULL), READING))
    assert len(said) == 2


def test_trouble_that_began_before_anybody_listened_is_told() -> None:
    said = list[str]()
    tell_trouble(Bus(), lambda: Vitals(store_problem=FULL), said.append)
    assert said == [FULL]
