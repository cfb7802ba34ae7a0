from __future__ import annotations

from warroom.engine.doze import Doze


class Clocks:
    """Both clocks, moved by hand."""

    def __init__(self) -> None:
        self.wall = 1_000_000.0
        self.steady = 50.0
        self.doze = Doze(lambda: self.wall, lambda: self.steady)

    def pass_(self, *, wall: float, steady: float) -> float:
        self.wall += wall
        self.steady += steady
        return self.doze.look()


def test_an_hour_of_sleep_is_noticed_where_the_steady_clock_stands_still() -> None:
    assert Clocks().pass_(wall=3600.5, steady=0.5) == 3600.5


def test_an_hour_of_sleep_is_noticed_where_both_clocks_go_on() -> None:
    assert Clocks().pass_(wall=3600.0, steady=3600.0) == 3600.0


def test_being_awake_is_no_sleep_even_on_a_busy_machine() -> None:
    clocks = Clocks()
    assert [clocks.pass_(wall=span, steady=span) for span in (0.5, 0.5, 9.0, 30.0)] == [0.0] * 4


def test_a_clock_that_is_set_back_is_no_sleep() -> None:
    assert Clocks().pass_(wall=-7200.0, steady=0.5) == 0.0


def test_one_sleep_is_told_once() -> None:
    clocks = Clocks()
    clocks.pass_(wall=3600.0, steady=0.5)
    assert clocks.pass_(wall=0.5, steady=0.5) == 0.0
