"""``severity``: what speaks for which severity, with figures, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warroom.commands.acts import at_desk, report
from warroom.commands.incident import level_named
from warroom.commands.where import named, the_incident

if TYPE_CHECKING:
    import argparse

    from warroom.commands.context import Context, Run
    from warroom.domain.assessment import Assessment
    from warroom.domain.incident import Incident
    from warroom.domain.wire import Json


def build(name: str, parser: argparse.ArgumentParser) -> Run:
    """Add the arguments of the command and return what runs it."""
    del name
    parser.add_argument("level", metavar="LEVEL", nargs="?", type=level_named,
                        help="1 (worst) to 4, or SEV1 to SEV4; without it: what the last hour suggests, and why")
    parser.add_argument("--json", action="store_true",
                        help="the suggestion, or the event that was written, as one JSON object")
    return lambda args, context: context.run(_set(args, context) if args.level else _show(args, context))


async def _set(args: argparse.Namespace, context: Context) -> int:
    from warroom.counter import policy_of
    from warroom.domain.severity import to_json
    from warroom.engine.assess import look_at
    from warroom.engine.story import clock_of
    from warroom.stories import terms_of

    async with at_desk(args, context) as (desk, store):
        policy_of(context.settings).must_lead(desk.actor, "severity")
        seen = await look_at(store, desk.incident, clock_of(desk.incident).now(),
                             terms_of(context.settings, desk.incident))
        report(await desk.set_severity(args.level, suggestion=to_json(seen.suggestion)), args, context)
    return 0


async def _show(args: argparse.Namespace, context: Context) -> int:
    from warroom.engine.assess import look_at
    from warroom.engine.story import clock_of
    from warroom.storage import open_store
    from warroom.stories import terms_of

    async with open_store(context.settings) as store:
        incident = await the_incident(store, named(args), closed=True)
        seen = await look_at(store, incident, clock_of(incident).now(), terms_of(context.settings, incident))
    if args.json:
        context.json(assessment_json(incident, seen))
        return 0
    from warroom.commands.plain import table

    suggestion = seen.suggestion
    now = f"SEV{incident.severity}" if incident.severity else "none"
    context.line(f"SEV{suggestion.level} is suggested; now it is {now}")
    rows = [[str(one.kind), str(one.points), f"{one.figures}{' (uncertain)' if one.unsure else ''}"]
            for one in suggestion.inputs]
    rows += [["because", "", reason] for reason in suggestion.reasons]
    rows += [["perhaps", "", f"{guess.kind} ({guess.cluster}): {guess.reason}"] for guess in suggestion.guesses]
    if seen.why.sentence:
        rows.append(["why", "", seen.why.sentence])
    for line in table(rows, context.width):
        context.line(line)
    return 0


def assessment_json(incident: Incident, seen: Assessment) -> dict[str, Json]:
    """An assessment as one JSON object; ``severity`` is the one that is set."""
    from warroom.domain import severity, why_json
    from warroom.domain.wire import stamp

    return {
        "incident": incident.id, "severity": incident.severity, "at": stamp(seen.at),
        "window": seen.window.total_seconds(), "suggestion": severity.to_json(seen.suggestion),
        "why": why_json.to_json(seen.why),
    }
