"""Writing in one's own editor: the text goes into a file that only its writer can read, and comes back."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

from warroom.domain.errors import BadMove

if TYPE_CHECKING:
    from textual.app import App

#: Bytes that are read back; what is longer is no reply.
_MOST: Final = 4_000_000


def editor_of(environment: Mapping[str, str]) -> list[str]:
    """The words of the editor's command. Raises BadMove where none can be found in it, and none is usual."""
    for name in ("VISUAL", "EDITOR"):
        if environment.get(name, "").strip():
            try:
                return shlex.split(environment[name])
            except ValueError as error:
                raise BadMove(f"{name} cannot be read.", reason=f"{error}.", hint="Set it, as EDITOR=nano.") from error
    for name in ("nano", "vi"):
        if found := shutil.which(name):
            return [found]
    raise BadMove("There is no editor.", hint="Set EDITOR, for example EDITOR=nano.")


def edit(command: list[str], text: str) -> str:
    """Let a person change ``text`` with ``command``, and return what it became. It waits: call it in a thread.

    Raises BadMove where the editor cannot be started or ends with an error; the text is then as it was.
    """
    with tempfile.TemporaryDirectory(prefix="warroom-") as folder:  # made with mode 0700
        file = Path(folder) / "reply.txt"
        file.write_text(text, encoding="utf-8")
        try:
            code = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603 - the person's own editor
        except OSError as error:
            raise BadMove(f"{command[0]} cannot be started.", reason=f"{error.strerror or error}.",
                          hint="Set EDITOR.") from error
        try:
            with file.open("rb") as opened:
                back = opened.read(_MOST).decode("utf-8", errors="replace")
        except OSError as error:
            raise BadMove(f"{command[0]} left no text behind; yours is as it was.",
                          reason=f"{error.strerror or error}.") from error
    if code != 0:
        raise BadMove(f"{command[0]} ended with code {code}; the text is as it was.")
    return back if text.endswith("\n") else back.removesuffix("\n")


async def outside(app: App[int], text: str) -> str:
    """Hand the terminal to the editor and take it back; the room goes on behind it, unpainted.

    Raises BadMove where there is no editor, it cannot be started or it ends with an error, and where this terminal
    cannot be handed over.
    """
    command = editor_of(os.environ)
    try:
        with app.batch_update(), app.suspend():
            # What is raised in here would leave the terminal with the editor: Textual takes it back after a good end
            # only.
            [back] = await asyncio.gather(asyncio.to_thread(edit, command, text), return_exceptions=True)
    except SuspendNotSupported as error:
        raise BadMove("This terminal cannot be handed to an editor.", hint="Write here.") from error
    app.refresh(layout=True)
    if isinstance(back, BaseException):
        raise back
    return back
