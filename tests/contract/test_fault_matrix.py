"""The fault matrix in docs/reliability.md: it has every fault and platform of the code, and what it says holds."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from helpers.platforms import COLUMNS, RESTART, Fault, PlatformRig, Side
from helpers.trial import FAULTS, meet

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
GOOD = re.compile(r"survived \((stayed live|tried again|said why, went on by `R`)\), gap filled, doubles 0")
NONE = "does not occur"


def cells() -> dict[tuple[str, str], str]:
    """The table, by fault and platform."""
    rows = [[cell.strip() for cell in line.strip("|\n").split("|")]
            for line in DOCUMENT.read_text().partition("<!-- faults: begin -->")[2].partition("<!--")[0].splitlines()
            if line.startswith("|") and "---" not in line]
    return {(row[0], platform): cell for row in rows[1:] for platform, cell in zip(rows[0][1:], row[1:], strict=True)}


def test_the_table_has_every_fault_and_every_platform() -> None:
    assert list(dict.fromkeys(fault for fault, _ in cells())) == FAULTS
    assert {platform for _, platform in cells()} == set(COLUMNS)


def test_every_fault_that_occurs_is_survived_with_the_gap_filled_and_no_doubles() -> None:
    assert {key: cell for key, cell in cells().items() if cell != NONE and not GOOD.fullmatch(cell)} == {}


def test_what_does_not_occur_is_what_the_servers_cannot_do() -> None:
    for platform in COLUMNS:
        rig = importlib.import_module(f"helpers.rig_{platform}").Rig
        able = {str(fault) for fault in rig.faults[Side.READ] | rig.lasting} | {RESTART}
        assert {fault for fault, name in cells() if name == platform and cells()[fault, name] != NONE} == able


@pytest.mark.rig(meets=Side.READ)
@pytest.mark.parametrize("fault", [
    Fault.UNAUTHORIZED, Fault.UNAVAILABLE, Fault.EMPTY, Fault.DROP_AFTER, Fault.CLOSE_1000, RESTART], ids=str)
async def test_a_cell_of_the_table_holds(rig: PlatformRig, fault: str, tmp_path: Path) -> None:
    assert GOOD.fullmatch(cells()[str(fault), str(rig.platform)])
    outcome = await meet(rig, fault, tmp_path)
    assert outcome is not None
    assert (outcome.survived, outcome.lost, outcome.doubled) == (True, 0, 0)
