"""Fixtures that tests of every kind share."""

from __future__ import annotations

import pytest
from helpers.platforms import within_reach

pytest_plugins = ("helpers.pds", "helpers.network")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what a platform cannot do: a test that can never run there is no skipped one."""
    apart = [item for item in items if not within_reach(item)]
    if apart:
        config.hook.pytest_deselected(items=apart)
        items[:] = [item for item in items if within_reach(item)]
