"""What a check of a draft costs, for the longest reply of each platform: the median of many checks.

    python bench/tone.py

The rules by processor time, and rules and second reader together by the clock (they have a thread each), on a text
that was never read before. The target: 10,000 characters for Reddit in 50 ms.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:1] = [str(ROOT), str(ROOT / "tests")]

from tone.corpus import replies  # noqa: E402 - the bench is run as a script

from warroom.domain.model import Platform  # noqa: E402
from warroom.domain.tone import RULES, Brief, Reader, Strategy, check  # noqa: E402
from warroom.domain.tone.draft import Draft  # noqa: E402
from warroom.tagger.reader import Tagger  # noqa: E402

LONGEST = {Platform.BLUESKY: 300, Platform.MASTODON: 500, Platform.REDDIT: 10_000}
TARGET = 0.05


def cost(text: str, brief: Brief, reader: Reader | None, clock: Callable[[], float], times: int = 30) -> float:
    """Median seconds of one check."""
    taken = []
    for number in range(times):
        changed = f"{number} {text}"[:len(text)]  # what was read once is remembered
        began = clock()
        check(changed, brief, reader=reader)
        taken.append(clock() - began)
    return statistics.median(taken)


def main() -> None:
    every = " ".join(reply.text for reply in replies() if len(reply.text) < 900)
    reader = Tagger()
    print("| platform | characters | findings | rules alone, ms of processor | read twice, ms by the clock |")
    print("|---|---|---|---|---|")
    for platform, length in LONGEST.items():
        text = every[:length]
        brief = Brief(reply_to=every[:300], author="ana", platform=platform, strategy=Strategy.REBUILD, severity=1,
                      facts={"heaters in the recall": "12,400", "hotline open until": "8 pm"},
                      recent=tuple(every[at:at + 300] for at in range(0, 6_000, 300)))
        found = check(text, brief, reader=reader)
        alone = cost(text, brief, None, time.process_time)
        taken = cost(text, brief, reader, time.perf_counter)
        print(f"| {platform} | {len(text):,} | {len(found)} | {1e3 * alone:.1f} | {1e3 * taken:.1f} |")
    print("\n| rule | ms of 10,000 characters |\n|---|---|")
    making, spent = 0.0, dict.fromkeys((rule.id for rule in RULES), 0.0)
    for rule in RULES * 5:
        began = time.process_time()
        draft = Draft(text)
        draft.denied(len(text))  # has the sentences made, and the phrases looked for
        ready = time.process_time()
        list(rule.find(draft, brief))
        making += ready - began
        spent[rule.id] += time.process_time() - ready
    print(f"| (making the draft ready, once for all) | {1e3 * making / 5 / len(RULES):.1f} |")
    for name, seconds in sorted(spent.items(), key=lambda one: one[1], reverse=True)[:6]:
        print(f"| {name} | {1e3 * seconds / 5:.1f} |")
    raise SystemExit(0 if taken <= TARGET else f"{1e3 * taken:.0f} ms is more than {1e3 * TARGET:.0f} ms")


if __name__ == "__main__":
    main()
