"""Tests that share something dear are dealt out to one process, which makes it once."""

from __future__ import annotations

import pytest


@pytest.mark.xdist_group("shared")
def test_a_group_of_tests_stays_together(request: pytest.FixtureRequest) -> None:
    # A group that is not seen (by pytest-xdist 3.8 with pytest 9.2) fails nothing; it only costs minutes.
    dealt_out = request.config.getoption("loadgroup", default=False)  # true in a process that tests are dealt out to
    assert request.node.nodeid.endswith("@shared") == dealt_out
