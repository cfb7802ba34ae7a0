"""The fault matrix: each platform's source meets each fault; it must survive, fill the gap and double nothing.

    python bench/faults.py                              # about five minutes; Bluesky needs `make servers`
    python bench/faults.py --write docs/reliability.md  # puts the table there
    python bench/faults.py --only reddit --fault 429

Each cell: a source runs through the engine's intake into a SQLite store and is live. From then on the server answers
with the fault, while people post; it is mended when the source minds it, or has met it three times. Then everything
must be in the store, once, and the source live again. Reddit and Mastodon are scripted servers on loopback, Bluesky is
the real PDS behind a proxy, once by its stream and once by search and notifications (a scripted AppView over that PDS);
the client libraries are the real ones.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
# In the place of this folder, where files have the names of libraries.
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from helpers.pds import Pds, find_node  # noqa: E402 - the bench is run as a script
from helpers.platforms import COLUMNS, PlatformRig, opener  # noqa: E402
from helpers.trial import FAULTS, meet  # noqa: E402

from warroom.domain.model import Platform  # noqa: E402

BEGIN, END = "<!-- faults: begin -->", "<!-- faults: end -->"
NONE = "does not occur"


class Fixtures:
    """In the place of pytest's: gives the rig of Bluesky its server."""

    def __init__(self, pds: Pds | None) -> None:
        self._pds = pds

    def getfixturevalue(self, _: str) -> Pds:
        if self._pds is None:
            raise SystemExit("The Bluesky PDS is not installed: run `make servers`.")
        return self._pds


@contextmanager
def fixtures(columns: Sequence[str]) -> Iterator[Fixtures]:
    """What the rigs need, as long as it lasts."""
    # Connections are cut on purpose; what the servers say of that is no news.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    node = find_node() if any(column.startswith(Platform.BLUESKY) for column in columns) else None
    if node is None:
        yield Fixtures(None)
        return
    with tempfile.TemporaryDirectory() as folder:
        pds = Pds(node, Path(folder))
        try:
            yield Fixtures(pds)
        finally:
            pds.close()


@asynccontextmanager
async def a_rig(column: str, given: Fixtures) -> AsyncIterator[PlatformRig]:
    """A platform on loopback."""
    async with opener(column)(cast("Any", given)) as rig:
        if rig.platform is Platform.MASTODON:
            cast("Any", rig).server.faults.retry_after = "1"
        yield rig


async def cell(column: str, fault: str, given: Fixtures) -> str:
    """One cell, in words."""
    with tempfile.TemporaryDirectory() as folder:
        async with a_rig(column, given) as rig:
            outcome = await meet(rig, fault, Path(folder))
    return NONE if outcome is None else outcome.words


def table(cells: dict[tuple[str, str], str], faults: Sequence[str], columns: Sequence[str]) -> str:
    """The matrix as Markdown."""
    head = [f"| fault | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    rows = [f"| {fault} | {' | '.join(cells[fault, column] for column in columns)} |" for fault in faults]
    return "\n".join([*head, *rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=COLUMNS, help="one column")
    parser.add_argument("--fault", choices=FAULTS, help="one fault")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the whole table between the marks of FILE")
    options = parser.parse_args()
    columns = [options.only] if options.only else COLUMNS
    faults = [options.fault] if options.fault else FAULTS
    cells: dict[tuple[str, str], str] = {}
    with fixtures(columns) as given:
        for fault in faults:
            for column in columns:
                cells[fault, column] = asyncio.run(cell(column, fault, given))
                print(f"{fault}, {column}: {cells[fault, column]}", file=sys.stderr, flush=True)
    made = table(cells, faults, columns)
    print(made)
    if options.write and not (options.only or options.fault):
        before, _, rest = options.write.read_text().partition(BEGIN)
        options.write.write_text(f"{before}{BEGIN}\n{made}\n{END}{rest.partition(END)[2]}")


if __name__ == "__main__":
    main()
