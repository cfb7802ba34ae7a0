"""The worker, started so that some texts are the end of it: for what the client does about that.

``deadly_worker.py toy|real FOLDER`` and then the worker's own arguments. "real" loads the real model; "toy" loads
none and says of a text only how long it is, so that a test of many deaths takes no minutes. A text that holds
"kill-me" ends the process by SIGKILL, "hang-here" keeps it busy for ever, "raise-here" raises inside the model.
FOLDER/starts gets a line a start, FOLDER/scored one a scored text. Where FOLDER/mute is, the process never gets
ready; where FOLDER/broken is, it ends with a traceback. FOLDER/dies holds how often it still ends over whatever it is
given. The toy knows English where FOLDER/english is.
"""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from warroom.scoring import classifier, worker
from warroom.scoring.classifier import Model
from warroom.scoring.labels import Columns


def measure(texts: Sequence[str]) -> list[list[float]]:
    return [[float(len(text)), 0.0, 0.0] for text in texts]


def main() -> None:
    kind, folder = sys.argv.pop(1), Path(sys.argv.pop(1))
    with (folder / "starts").open("a") as file:
        file.write(f"{os.getpid()}\n")
    if (folder / "mute").exists():
        threading.Event().wait()
    if (folder / "broken").exists():
        raise MemoryError("no room\x1b[31m for the model")
    real = classifier.prepare

    def prepare(model: Path | str, labels: Mapping[str, str]) -> Model:
        made = real(model, labels) if kind == "real" else Model(
            name=Path(model).stem, forward=measure, columns=Columns((0,), (1,), (2,)), together=True,
            languages=frozenset({"en"} if (folder / "english").exists() else ()))

        def deadly(texts: Sequence[str]) -> Sequence[Sequence[float]]:
            if any("kill-me" in text for text in texts):
                os.kill(os.getpid(), signal.SIGKILL)
            left = int((folder / "dies").read_text()) if (folder / "dies").exists() else 0
            if left and texts is not worker.WARM_UP:
                (folder / "dies").write_text(str(left - 1))
                os.kill(os.getpid(), signal.SIGKILL)
            if any("hang-here" in text for text in texts):
                threading.Event().wait()
            if any("raise-here" in text for text in texts):
                raise RuntimeError("no such tensor")
            with (folder / "scored").open("a") as file:
                file.writelines(f"{text}\n" for text in texts if text not in worker.WARM_UP)
            return made.forward(texts)

        return dataclasses.replace(made, forward=deadly)

    classifier.prepare = prepare
    if kind == "toy":
        classifier.share = lambda _: None
    worker.main()


if __name__ == "__main__":
    main()
