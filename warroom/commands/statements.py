"""``statements``: the library of prepared texts, one a line, with what may be sent now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run
    from warroom.domain.statements import Statement
    from warroom.domain.wire import Json

_EPILOG: Final = """\
Without words all statements are listed, with words those that match, the best first.
--sample prints the library of the drills, to begin one's own with; docs/composer.md
explains it. With --json one object a line: {"id", "title", "kind", "body", "placeholders",
"cluster", "severity", "language", "platform", "approved_by", "approved_until",
"sendable", "why_not", "where"}.

Example: warroom statements holding --json
"""


def build(_name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of the command and return what runs it."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="look for these words")
    parser.add_argument("--drill", action="store_true", help="what a drill has: the shipped one where there is none")
    parser.add_argument("--sample", action="store_true", help="print the shipped library")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.epilog = _EPILOG
    return _statements


def _statements(args: argparse.Namespace, context: Context) -> int:
    from warroom import house, library
    from warroom.domain.statements import Situation, rank

    if args.sample:
        context.write(library.sample_file().read_text(encoding="utf-8"))
        return 0
    now = datetime.now(UTC)
    found = house.statements(context.settings, drill=args.drill)
    if found.problem:
        context.say(found.problem)
    for statement in rank(found.statements.values(), " ".join(args.words), Situation(), now=now):
        if args.json:
            context.json(_json(statement, now))
        else:
            _show(statement, now, context)
    return 0


def _json(statement: Statement, now: datetime) -> dict[str, Json]:
    from warroom.domain.statements import holes, sendable

    until = statement.approved_until
    why_not = sendable(statement, now)
    return {
        "id": statement.id, "title": statement.title, "kind": str(statement.kind), "body": statement.body,
        "placeholders": [hole.name for hole in holes(statement.body)], "cluster": sorted(statement.clusters),
        "severity": sorted(statement.severities), "language": sorted(statement.languages),
        "platform": sorted(statement.platforms), "approved_by": statement.approved_by,
        "approved_until": until.isoformat() if until else None, "sendable": not why_not, "why_not": why_not,
        "where": statement.where,
    }


def _show(statement: Statement, now: datetime, context: Context) -> None:
    from warroom.domain.statements import sendable
    from warroom.domain.text import neutralise, one_line

    when = [*sorted(statement.clusters), *(f"SEV{level}" for level in sorted(statement.severities)),
            *sorted(statement.languages), *sorted(statement.platforms)]
    context.line(f"{one_line(statement.id)}  {one_line(statement.title)}  ({', '.join([statement.kind, *when])})")
    if why_not := sendable(statement, now):
        context.line(f"    cannot be sent: {one_line(why_not)}")
    for line in neutralise(statement.body).splitlines():
        context.line(f"    {line}")
