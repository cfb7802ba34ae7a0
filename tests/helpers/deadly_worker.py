"""The worker, started so that some texts are the end of it: for what the client does about that.

``deadly_worker.py toy|real FOLDER`` and then the worker's own arguments. "real" loads the real model; "toy" loads
none and says of a text only how long it is, so that a test of many deaths takes no minutes. A text that holds
"kill-me" ends the process by SIGKILL, "hang-here" keeps it busy for ever, "raise-here" raises inside the model.
FOLDER/starts gets a line a start, FOLDER/scored one a scored text. Where FOLDER/mute is, the process never gets
ready; where FOLDER/broken is, it ends with a traceback.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from warroom.scoring import worker

if TYPE_CHECKING:
    from flair.models import TextClassifier


class Toy:
    """What stands for a model in "toy"."""

    model_card = {"name": "toy"}  # noqa: RUF012


def measure(texts: Sequence[str]) -> list[tuple[float, float, float]]:
    return [(float(len(text)), 0.0, 0.0) for text in texts]


def main() -> None:
    kind, folder = sys.argv.pop(1), Path(sys.argv.pop(1))
    with (folder / "starts").open("a") as file:
        file.write(f"{os.getpid()}\n")
    if (folder / "mute").exists():
        threading.Event().wait()
    if (folder / "broken").exists():
        raise MemoryError("no room\x1b[31m for the model")
    real = worker.choose

    def choose(classifier: object) -> worker.Forward:
        forward = real(classifier) if kind == "real" else measure

        def deadly(texts: Sequence[str]) -> list[tuple[float, float, float]]:
            if any("kill-me" in text for text in texts):
                os.kill(os.getpid(), signal.SIGKILL)
            if any("hang-here" in text for text in texts):
                threading.Event().wait()
            if any("raise-here" in text for text in texts):
                raise RuntimeError("no such tensor")
            with (folder / "scored").open("a") as file:
                file.writelines(f"{text}\n" for text in texts if text not in worker.WARM_UP)
            return forward(texts)

        return deadly

    worker.choose = choose
    if kind == "toy":
        worker.load = lambda *_: cast("TextClassifier", Toy())
    worker.main()


if __name__ == "__main__":
    main()
