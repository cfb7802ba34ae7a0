"""The table of docs/tone.md says what the code says."""

from __future__ import annotations

from pathlib import Path

from warroom.domain.tone import RULES

DOC = Path(__file__).resolve().parents[2] / "docs" / "tone.md"


def test_the_table_in_the_docs_is_the_table_of_the_code() -> None:
    rows = [line for line in DOC.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == [f"| `{rule.id}` | {rule.level} | {rule.reason} | {rule.suggestion} | {rule.source} |"
                    for rule in RULES]
