"""Fixtures that tests of every kind share."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.platforms import within_reach

#: Where tests against real servers are looked for: `make test-servers`, `make test-network`.
_REAL = {"pds": ("contract", "e2e"), "network": ("contract",)}
_HERE = Path(__file__).parent
#: Characters of a value that name the test that it is for.
_NAME = 60

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


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a test by the beginning of a long value: a name goes into the environment of whatever the test starts."""
    if isinstance(val, str | bytes) and len(val) > _NAME:
        return f"{val[:_NAME]!a} and so on, {len(val)} long"
    return None
