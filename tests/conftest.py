"""Fixtures that tests of every kind share."""

from __future__ import annotations

pytest_plugins = ("helpers.pds", "helpers.network")
