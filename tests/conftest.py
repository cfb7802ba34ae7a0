"""Fixtures that tests of every kind share."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.platforms import within_reach

#: Where tests against real servers are looked for: `make test-servers`, `make test-network`.
_REAL = {"pds": ("contract", "e2e"), "network": ("contract",)}
_HERE = Path(__file__).parent

pytest_plugins = ("helpers.pds", "helpers.network")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what a platform cannot do: a test that can never run there is no skipped one."""
    apart = [item for item in items if not within_reach(item)]
    if apart:
        config.hook.pytest_deselected(items=apart)
        items[:] = [item for item in items if within_reach(item)]
    for item in items:
        for mark, folders in _REAL.items():
            if item.get_closest_marker(mark) and item.path.relative_to(_HERE).parts[0] not in folders:
                raise pytest.UsageError(f"{item.nodeid} is marked {mark}, for which the Makefile looks elsewhere")
