"""A program in forks of one process that has imported everything: hundreds of its lives at the price of one start.

Arguments: modules to import; the first one's ``main`` is the program, which is given its words and returns its exit
code. A line on stdin is a life, as a JSON list of the words, the file for what it says (it lives in that folder), and$
if need be the file for its stderr and what its environment has besides; on stdout stand the process id, which is the
process group's too, and, when it has ended, the exit code (negative: the signal that ended it).
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC


def live(
    program: Callable[[Sequence[str]], int], words: list[str], out: str, err: str = "",
    environ: Mapping[str, str] | None = None,
) -> None:
    """Be the program with these words, to the end."""
    os.setsid()
    os.chdir(Path(out).parent)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(out, _NEW, 0o600), 1)
    os.dup2(os.open(err, _NEW, 0o600) if err else 1, 2)
    os.environ.update(environ or {})
    code = 70
    try:
        code = program(words)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def serve() -> None:
    first, *_ = [importlib.import_module(name) for name in sys.argv[1:]]
    assert threading.active_count() == 1, "a fork takes no other thread along"
    for line in sys.stdin:
        life = json.loads(line)
        pid = os.fork()
        if not pid:
            live(first.main, *life)
        say(pid)
        say(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


if __name__ == "__main__":
    serve()
