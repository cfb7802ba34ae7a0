"""How good the alarm is on real brand volumes: the Numenta benchmark's score, false alarms, delay, ramps, cost.

    python bench/detect.py [--data ../shared/data/nab]

The score is that of Lavin and Ahmad 2015 (NAB 1.0): 100 is perfect, 0 is no alarm at all. A ramp multiplies or adds
to an ordinary stretch until it is x times the usual after an hour, and counts as caught where red or amber speaks
within two hours. The spread over the series is what to expect of a brand that nobody tuned on.
"""

from __future__ import annotations

import argparse
import copy
import csv
import json
import math
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from warroom.domain.detection import Detector, Finding  # noqa: E402 - the bench is run as a script

Series = list[tuple[datetime, float]]
Windows = list[tuple[datetime, datetime]]
#: An ordinary count, the usual one and how much of the ramp there is by now: the count of the ramp.
Grow = Callable[[float, float, float], float]
#: Weights of a hit, a false alarm and a miss in the benchmark's three profiles.
PROFILES = {"standard": (1.0, 0.11, 1.0), "low false alarms": (1.0, 0.22, 1.0), "low misses": (1.0, 0.11, 2.0)}
TRIALS = 40


def read(folder: Path) -> dict[str, tuple[Series, Windows]]:
    marked = json.loads((folder / "windows.json").read_text())
    out = {}
    for name, windows in sorted(marked.items()):
        with (folder / f"{name}.csv").open(newline="") as file:
            rows = [(_at(row["timestamp"]), float(row["value"])) for row in csv.DictReader(file)]
        out[name] = (rows, [(_at(begin), _at(end)) for begin, end in windows])
    return out


def _at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def sigmoid(place: float) -> float:
    return 2 / (1 + math.exp(5 * place)) - 1


def numenta(rows: Series, windows: Windows, alarms: Sequence[int], profile: str) -> tuple[float, float]:
    """Points earned beyond raising no alarm, and the most that could be."""
    hit_weight, false_weight, miss_weight = PROFILES[profile]
    inside_of = [[n for n, (at, _) in enumerate(rows) if begin <= at <= end] for begin, end in windows]
    spans = [(within[0], within[-1]) for within in inside_of]
    points, hit = 0.0, set[int]()
    for alarm in alarms:
        if alarm < probation(rows):
            continue
        inside = next((n for n, (begin, end) in enumerate(spans) if begin <= alarm <= end), None)
        if inside is not None:
            begin, end = spans[inside]
            points += hit_weight * sigmoid(-(end - alarm + 1) / (end - begin + 1)) / sigmoid(-1) * (inside not in hit)
            hit.add(inside)
            continue
        before = [span for span in spans if span[1] < alarm]
        far = (alarm - before[-1][1]) / (before[-1][1] - before[-1][0]) if before else math.inf
        points += false_weight * (sigmoid(far) if far <= 3 else -1.0)
    return points + miss_weight * len(hit), (hit_weight + miss_weight) * len(spans)


def probation(rows: Series) -> int:
    return min(int(0.15 * len(rows)), 750)


def judged(rows: Series) -> list[Finding]:
    detector = Detector(300.0)
    return [detector.push(at, value) for at, value in rows]


def outside(rows: Series, windows: Windows, alarms: Sequence[int]) -> float:
    """False alarms a day."""
    wrong = sum(alarm >= probation(rows) and not any(begin <= rows[alarm][0] <= end for begin, end in windows)
                for alarm in alarms)
    return wrong / ((rows[-1][0] - rows[probation(rows)][0]).total_seconds() / 86_400)


def delays(rows: Series, windows: Windows, alarms: Sequence[int]) -> list[float]:
    """Hours from a window's begin to the first alarm in it."""
    raised = [rows[alarm][0] for alarm in alarms]
    found = [(begin, [at for at in raised if begin <= at <= end]) for begin, end in windows]
    return [(within[0] - begin).total_seconds() / 3600 for begin, within in found if within]


def ramps(rows: Series, windows: Windows, grow: Grow, times: float) -> tuple[float, ...]:
    """Shares of ramps that red, amber, and either of them caught within two hours."""
    dice, margin = random.Random(1), timedelta(hours=3)
    calm = [n for n in range(4 * 288, len(rows) - 48)
            if not any(begin - margin < rows[n][0] < end for begin, end in windows)]
    begins, detector, caught = set(dice.sample(calm, TRIALS)), Detector(300.0), [0, 0, 0]
    for number, (at, value) in enumerate(rows):
        if number in begins:
            trial, red, amber = copy.deepcopy(detector), False, False
            for step in range(24):
                now, count = rows[number + step]
                usual = trial.normal.usual(now) or 0.0
                found = trial.push(now, round(grow(count, usual, (times - 1) * min(1, (step + 1) / 12))))
                red, amber = red or found.red, amber or found.amber
            caught = [sum(pair) for pair in zip(caught, (red, amber, red or amber), strict=True)]
        detector.push(at, value)
    return tuple(number / TRIALS for number in caught)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data" / "nab")
    args = parser.parse_args()
    if not args.data.exists():
        raise SystemExit(f"{args.data} is absent: put the series and windows.json there.")
    series = read(args.data)
    began = time.process_time()
    findings = {name: judged(rows) for name, (rows, _) in series.items()}
    cost = (time.process_time() - began) / sum(len(rows) for rows, _ in series.values())
    said = {name: tuple([n for n, finding in enumerate(each) if getattr(finding, tier)] for tier in ("red", "amber"))
            for name, each in findings.items()}
    totals = {profile: [0.0, 0.0] for profile in PROFILES}
    print("| series | standard | low false alarms | low misses | red false/day | amber false/day | median delay, h |")
    print("|---|---|---|---|---|---|---|")
    for name, (rows, windows) in series.items():
        red, amber = said[name]
        cells = []
        for profile, total in totals.items():
            points, most = numenta(rows, windows, red, profile)
            total[0], total[1] = total[0] + points, total[1] + most
            cells.append(f"{100 * points / most:.1f}")
        late = delays(rows, windows, red)
        cells += [f"{outside(rows, windows, alarms):.2f}" for alarms in (red, amber)]
        print(f"| {name} | {' | '.join(cells)} | {statistics.median(late) if late else math.nan:.1f} |")
    print(f"| **all** | {' | '.join(f'{100 * points / most:.1f}' for points, most in totals.values())} | | | |")
    print("\n| ramp, caught within two hours | red | amber | either |\n|---|---|---|---|")
    for words, grow in (("added to the ordinary counts", lambda count, usual, more: count + more * usual),
                        ("ordinary counts multiplied", lambda count, _usual, more: count * (1 + more))):
        for times in (3, 5, 10):
            each = [ramps(rows, windows, grow, times) for rows, windows in series.values()]
            means = (statistics.mean(row[tier] for row in each) for tier in range(3))
            worst = min(row[2] for row in each)
            print(f"| x{times}, {words} | {' | '.join(f'{mean:.0%}' for mean in means)} (worst series {worst:.0%}) |")
    print(f"\n{cost * 1e6:.0f} µs of processor an update; state {len(json.dumps(judged_state(series)))} bytes")


def judged_state(series: dict[str, tuple[Series, Windows]]) -> object:
    detector = Detector(300.0)
    for at, value in next(iter(series.values()))[0]:
        detector.push(at, value)
    return detector.state()


if __name__ == "__main__":
    main()
