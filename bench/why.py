"""What an alarm's explanation and the whole assessment cost, beside the cost of cutting the same texts into words.

``python bench/why.py``: the posts of each shipped scenario, 1,500 as the last hour and 500 as what was before. Prints
processor time in ms (the best of nine, the cache of words empty) and as a multiple of ``domain.text.tokens`` over the
same 2,000 texts in the same run: believe the multiple, the milliseconds are this machine's.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sources.drill import DrillSource  # noqa: E402 - after the path
from sources.scenario import load_scenario, scenario_names  # noqa: E402
from warroom.domain.assessment import assess  # noqa: E402
from warroom.domain.explain import explain  # noqa: E402
from warroom.domain.features import units  # noqa: E402
from warroom.domain.item import Item  # noqa: E402
from warroom.domain.model import Post  # noqa: E402
from warroom.domain.terms import Terms  # noqa: E402
from warroom.domain.text import tokens  # noqa: E402
from warroom.engine.clock import SystemClock  # noqa: E402

NOW, BEFORE = 1_500, 500


def best(work: Callable[[], object]) -> float:
    """Processor milliseconds of the fastest of nine runs."""
    times = []
    for _ in range(9):
        units.cache_clear()
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return 1000 * min(times)


def main() -> None:
    print(f"{'scenario':22} {'tokens':>8} {'explain':>16} {'assess':>16}")
    for name in scenario_names():
        scenario = load_scenario(name)
        told = DrillSource(scenario, clock=SystemClock(), seed=1, speed=1.0).plan()
        items = [Item(id=number, room="bench", post=post, received_at=post.created_at)
                 for number, (_, post) in enumerate(told, 1) if isinstance(post, Post)][-NOW - BEFORE:]
        before, now, terms = items[:BEFORE], items[BEFORE:], Terms(brand=scenario.brand)
        if len(items) < NOW + BEFORE:
            continue
        cut = best(lambda items=items: [tokens(item.post.text) for item in items])
        why = best(lambda now=now, before=before, terms=terms: explain(now, before, terms=terms))
        whole = best(lambda now=now, before=before, terms=terms, at=scenario.start: assess(
            now, before, at=at, window=timedelta(hours=1), terms=terms))
        print(f"{name:22} {cut:6.1f}ms {why:6.1f}ms {why / cut:5.1f}x {whole:6.1f}ms {whole / cut:5.1f}x")


if __name__ == "__main__":
    main()
