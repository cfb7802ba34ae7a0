"""What the platforms' client libraries cost a start: the first paint, and the keys that are pressed while they load.

Two consoles in turns, on the same store of posts: one with no platform switched on, one with all three, whose servers
are addresses on loopback where nobody answers, so that their libraries load and nothing else happens. Believe the
ratio, not the milliseconds.

    python bench/live_start.py [--starts 5] [--keys 60]
"""

from __future__ import annotations

import argparse
import asyncio
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from pty_harness import Terminal, press  # noqa: E402 - the bench is run as a script
from start import FRAME, console, fill  # noqa: E402

CARD = re.compile("▌".encode())
NOBODY = "http://127.0.0.1:9"
OFF = {"WARROOM_SCORING_ENABLED": "false", "WARROOM_ACCOUNTS_KEYRING": "no", "WARROOM_TERMS_BRAND": "Acme"}
ON = OFF | {
    "WARROOM_SOURCES_REDDIT_ENABLED": "yes", "WARROOM_SOURCES_REDDIT_BASE_URL": NOBODY,
    "WARROOM_SOURCES_REDDIT_SUBREDDITS": "coffee", "WARROOM_REDDIT_CLIENT_ID": "app",
    "WARROOM_REDDIT_REFRESH_TOKEN": "of-nobody", "WARROOM_SOURCES_MASTODON_ENABLED": "yes",
    "WARROOM_SOURCES_MASTODON_BASE_URL": NOBODY, "WARROOM_MASTODON_ACCESS_TOKEN": "of-nobody",
    "WARROOM_SOURCES_BLUESKY_ENABLED": "yes", "WARROOM_SOURCES_BLUESKY_BASE_URL": NOBODY,
    "WARROOM_BLUESKY_IDENTIFIER": "acme.example", "WARROOM_BLUESKY_APP_PASSWORD": "of-nobody",
}


def one(folder: Path, environment: dict[str, str], keys: int) -> tuple[float, float, list[float], int]:
    """Start once: first paint and first card (s), key to paint (ms) from the first card on, and keys lost."""
    with Terminal(console(folder), columns=200, rows=60, **environment) as terminal:
        if not terminal.until(FRAME, 60):
            raise SystemExit("The console did not paint.")
        painted = time.perf_counter() - terminal.started
        if not terminal.until(CARD, 60):
            raise SystemExit("The console showed no post.")
        usable = time.perf_counter() - terminal.started
        pressed = [(b"j", b"k")[at % 2] for at in range(keys)]
        times, lost = press(terminal, pressed, gap=(0.03, 0.12), random=Random(1))
        return painted, usable, times, lost


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=5, help="starts of each")
    parser.add_argument("--keys", type=int, default=60, help="keys that are pressed after each start")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(fill(folder))
        rows: dict[str, list[tuple[float, float, list[float], int]]] = {"none": [], "all three": []}
        for _ in range(args.starts):
            rows["none"].append(one(folder, OFF, args.keys))
            rows["all three"].append(one(folder, ON, args.keys))
    print("| platforms | first paint ms | first post ms | key to paint ms: p50 | p95 | worst | keys lost |")
    print("|---|---|---|---|---|---|---|")
    for label, starts in rows.items():
        times = sorted(time for _, _, one_start, _ in starts for time in one_start)
        print(f"| {label} | {statistics.median(start[0] for start in starts) * 1000:.0f} "
              f"| {statistics.median(start[1] for start in starts) * 1000:.0f} | {statistics.median(times):.0f} "
              f"| {times[int(len(times) * 0.95)]:.0f} | {times[-1]:.0f} | {sum(start[3] for start in starts)} |")


if __name__ == "__main__":
    main()
