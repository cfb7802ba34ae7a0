"""The database of the settings: its folder made, the store opened. Light: what only reads the store imports no more."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from warroom.domain.errors import StoreError
from warroom.domain.incident import Incident
from warroom.ports import Store
from warroom.settings import Settings


@asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """Open the database of the settings, and close it at the end. Raises StoreError with what to do."""
    store = await connect(settings)
    try:
        yield store
    finally:
        await store.close()


async def connect(settings: Settings) -> Store:
    """Open the database of the settings; who asks for it closes it. Raises StoreError with what to do."""
    from warroom.store.sql import open_store as open_sql

    make_folder(settings.database.parent)
    return await open_sql(settings.database)


def make_folder(folder: Path) -> None:
    """Make the data folder, for its owner alone. Raises StoreError where that cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"The data folder {folder} cannot be made.", reason=f"{error.strerror or error}.",
                         hint="Name another one with --data-dir.") from error
    if not os.access(folder, os.W_OK):
        raise StoreError(f"The data folder {folder} is read-only.", hint="Name another one with --data-dir.")


async def latest_open(store: Store, room: str) -> Incident | None:
    """The open incident of a room that was opened last, None where there is none."""
    return next((one for one in reversed(await store.incidents()) if one.open and one.room == room), None)
