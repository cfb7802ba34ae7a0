"""Fit the weights of ``warroom/domain/tone/fact_match.py`` on the labelled replies that have a fact sheet.

    python tests/tone/fit_facts.py

A value that overlaps a place labelled contradicts-fact is a contradiction, by the fact that scores best; every other one is none.
Prints the weights, and what they do on replies held out (a fifth of the files at a time).
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
from tone.corpus import FOLDER, _labelled  # noqa: E402
from warroom.domain.tone.draft import Draft  # noqa: E402
from warroom.domain.tone.fact_match import NAMES, pairs  # noqa: E402
from warroom.domain.tone.fact_reply import Reply  # noqa: E402
from warroom.domain.tone.fact_sheet import sheet  # noqa: E402
import json  # noqa: E402

PENALTY = 0.6


def load():
    """One entry a reply: file, labels missing a candidate, and for each odd value (label, matrix of its pairs)."""
    out = []
    for file in sorted(FOLDER.glob("[!u]*.jsonl")):
        for line in file.read_text().splitlines():
            raw = json.loads(line)
            if "facts" not in raw:
                continue
            reply = _labelled(raw, whole=raw.get("whole", False), held_out=False)
            draft = Draft(reply.text)
            spans = [(a, b) for rule, a, b in reply.spans if rule == "contradicts-fact"]
            also = "contradicts-fact" in reply.rules
            found = {}
            for pair in pairs(Reply(draft, frozenset(right.kind for fact in sheet(reply.brief.facts) for right in fact.values)), sheet(reply.brief.facts), reply.brief.reply_to):
                found.setdefault(pair.place, []).append(pair)
            values = [(any(p.start < b and a < p.end for a, b in spans) or also, np.array([x.features for x in ps]), ps) for p, ps in found.items()]
            out.append((file.stem, reply, spans, values))
    return out


def fit(data, rounds=4):
    w = np.zeros(len(NAMES)); w[NAMES.index("key in clause")] = 2; w[NAMES.index("slip of the pen")] = 1; w[NAMES.index("noun beside")] = 1
    weigh = np.full(len(NAMES), PENALTY); weigh[0] = 0.01
    for _ in range(rounds):
        rows, labels, counts = [], [], []
        for name, _, _, values in data:
            for label, matrix, _ in values:
                rows.append(matrix[np.argmax(matrix @ w)]); labels.append(label); counts.append(2.0 if len(name) == 9 and name > "blind-19" else 1.0)
        x, y, c = np.array(rows), np.array(labels, float), np.array(counts)
        for _ in range(25):
            p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
            g = x.T @ (c * (p - y)) + weigh * w
            h = (x * (c * p * (1 - p))[:, None]).T @ x + np.diag(weigh)
            w = w - np.linalg.solve(h, g)
    return w


def count(data, w, bar):
    right = wrong = missed = reach = 0
    for _, _, spans, values in data:
        hits = [(label, m) for label, m, _ in values if (m @ w).max() > bar]
        got = min(len(spans), sum(label for label, _ in hits))
        right += got; missed += len(spans) - got
        if not spans:
            wrong += len(hits)
        reach += min(len(spans), sum(label for label, _, _ in values))
    return right, wrong, missed, reach


def main():
    data = load()
    stems = sorted({one[0] for one in data})
    scored = []
    for part in range(5):
        w = fit([one for number, one in enumerate(data) if number % 5 != part])
        for number, one in enumerate(data):
            if number % 5 == part:
                for label, m, ps in one[3]:
                    scored.append((one, label, float((m @ w).max()), ps[int((m @ w).argmax())]))
    for group in ("", "blind-19", "blind-[0-9]", "fresh"):
        pass
    total = sum(len(one[2]) for one in data)
    if "-w" in sys.argv:
        print("WEIGHTS: Final = (" + ", ".join(f"{value:.2f}" for value in fit(data)) + ")")
    for bar in (-1, -0.5, 0, 0.5, 1):
        for name, sel in (("all", lambda f: True), ("191+", lambda f: f.startswith("blind-19") and len(f) > 8), ("61-100", lambda f: f.startswith("blind-") and f[6:].isdigit() and 61 <= int(f[6:]) <= 100)):
            pick = [s for s in scored if sel(s[0][0])]
            right = sum(s[1] and s[2] > bar for s in pick); wrong = sum(not s[1] and s[2] > bar and not s[0][2] for s in pick)
            tot = sum(len(o[2]) for o in data if sel(o[0])); reach = sum(s[1] for s in pick)
            print(f"bar {bar:4} {name:7} right {right} wrong {wrong} of {tot}, reachable {reach}; P {right/max(1,right+wrong):.2f} R {right/max(1,tot):.2f}")
    w = fit(data)
    print("\n".join(f"{v:6.2f}  {n}" for v, n in zip(w, NAMES)))
    if "-v" in sys.argv:
        for one, label, score, pair in sorted(scored, key=lambda s: s[2]):
            if (label and score < 0) or (not label and score > 0 and not one[2]):
                print("MISS" if label else "WRONG", f"{score:.2f}", one[0], "|", one[1].text[pair.place.start:pair.place.end], "|", pair.fact.key, "|", one[1].text[:300].replace("\n", " "), "|", dict(one[1].brief.facts), "|", {n: round(f, 2) for n, f in zip(NAMES, pair.features) if f})
    if "-u" in sys.argv:
        for name, reply, spans, values in data:
            if spans and not any(v[0] for v in values):
                print("NOVAL", name, "|", [reply.text[a:b] for a, b in spans], dict(reply.brief.facts))
    return w


if __name__ == "__main__":
    main()
