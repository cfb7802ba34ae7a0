"""Two versions of one text: a person chooses which one stands, and neither is lost before."""

from __future__ import annotations

from warroom.screens.keeping import Keeping
from widgets.editor import Editor
from widgets.prompt import Prompt, Question


async def choose(keeping: Keeping, prompt: Prompt, editor: Editor) -> str | None:
    """Ask whose version stands, and let it stand; returns the text, or None where nothing was chosen.

    What loses is still there for undo. ``keeping.clash`` is set again where the other changed it meanwhile.
    """
    clash = keeping.clash
    if clash is None:
        return None
    keys = {"m": "keep mine", "t": f"take {clash.author}'s"}
    answer = await prompt.ask(Question(label=f"{clash.author} changed this text.", keys=keys))
    if answer is None:
        return None
    if answer == "t":
        editor.take(clash.text)
        keeping.joined(clash)
    await keeping.settle(editor.text)
    return editor.text
