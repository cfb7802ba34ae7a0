"""The post-mortem in Markdown: what can be counted is counted, what only people know is asked for in italics."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from warroom.domain.alarm_board import alarms_told
from warroom.domain.events import Event, EventType
from warroom.domain.incident import Incident
from warroom.domain.item import Item
from warroom.domain.model import Sentiment
from warroom.domain.report import Report, Tally, report
from warroom.domain.text import clip, one_line, web_link
from warroom.export.sink import Write

# Everything that opens a construct of Markdown or GitHub's dialect inside a line; a colon or a dot only where it would
# make a bare link, a dot or a bracket only where it would make a list.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~&$#@^]|:(?=//)|(?<=[wW]{3})\.|^[-+=]|(?<=\d)[.)](?=\s|$)")
_URL_SPECIAL: Final = str.maketrans({"<": "%3C", ">": "%3E", "|": "%7C", "`": "%60", "\\": "%5C"})


def escape(text: str) -> str:
    r"""Return ``text`` on one line such that Markdown shows it as it is, also in a table: ``*`` is ``\*``."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


def link(url: str) -> str:
    """Return ``url`` as an autolink where it may be opened, and as plain text where not."""
    if not url:
        return ""
    return f"<{url.translate(_URL_SPECIAL)}>" if web_link(url) else escape(url)


async def write_markdown(
    incident: Incident, events: Sequence[Event], posts: AsyncIterator[Item], write: Write,
) -> None:
    """Write the post-mortem; posts are only counted, but for the five loudest."""
    tally = Tally()
    async for item in posts:
        tally.push(item)
    for line in _lines(incident, events, tally):
        write(line + "\n")


def _lines(incident: Incident, events: Sequence[Event], tally: Tally) -> Iterator[str]:
    told = report(incident, events)
    yield f"# Post-mortem: {escape(incident.title)}"
    yield ""
    if incident.drill:
        yield "> **DRILL.** This was an exercise: every post was made up or played back, and nothing was published."
        yield ""
    for title, section in (
        ("Overview", _overview(incident, events, told)),
        ("What Happened", _what_happened(events, tally, told)),
        ("Contributing Factors", _ask("What made this possible, and what made it worse? Name conditions, not people.")),
        ("Resolution", _resolution(incident, events)),
        ("Impact", _impact(tally)),
        ("Responders", _responders(told)),
        ("Timeline", _timeline(events, told)),
        ("How'd We Do", _how_we_did(told)),
        ("Action Items", _action_items()),
        ("Messaging", _messaging(told)),
    ):
        yield f"## {title}"
        yield ""
        yield from section
        yield ""


def _ask(question: str) -> Iterator[str]:
    yield f"_To be written: {question}_"


def _overview(incident: Incident, events: Sequence[Event], told: Report) -> Iterator[str]:
    yield f"- Incident: {escape(incident.id)} ({incident.kind})"
    yield f"- Opened: {_time(incident.opened_at)}"
    if incident.closed_at and told.lasted is not None:
        yield f"- Closed: {_time(incident.closed_at)}, after {_length(told.lasted)}"
    else:
        yield "- Closed: still open"
    worst = f", at worst SEV{told.worst_severity}" if told.worst_severity not in (None, incident.severity) else ""
    yield f"- Severity: {f'SEV{incident.severity}' if incident.severity else 'never set'}{worst}"
    yield f"- Log: {len(events)} events, the last with the hash `{incident.head_hash}`"
    yield ""
    yield from _ask("Two or three sentences for somebody who was not there.")


def _what_happened(events: Sequence[Event], tally: Tally, told: Report) -> Iterator[str]:
    if tally.first and tally.last and tally.busiest:
        minute, count = tally.busiest
        yield (f"Posts: {tally.posts}, the first of {_time(tally.first)}, the last of {_time(tally.last)}. "
               f"The busiest minute was {minute.astimezone(UTC):%Y-%m-%d %H:%M} with {count}.")
    else:
        yield "There are no posts."
    yield ""
    if alarms := alarms_told(events):
        yield "Alarms:"
        yield ""
        for alarm in alarms:
            yield f"- {_time(alarm.at)} {alarm.tier}: {escape(alarm.sentence)}"
        yield ""
    if told.pinned:
        yield "Pinned by the team:"
        yield ""
        for event in told.pinned:
            yield f"- {_time(event.occurred_at)} {_words(event)} {link(event.post_url)}".rstrip()
        yield ""
    yield from _ask("The story in the order in which people lived it.")


def _resolution(incident: Incident, events: Sequence[Event]) -> Iterator[str]:
    closings = [event for event in events if event.type is EventType.CLOSED]
    if incident.closed_at and closings:
        yield f"{_time(closings[-1].occurred_at)} {_words(closings[-1])}."
    else:
        yield "The incident is open."
    yield ""
    yield from _ask("What ended it, and how do we know that it is over?")


def _impact(tally: Tally) -> Iterator[str]:
    yield f"- Posts: {tally.posts}" + (f" ({tally.edited} edited, {tally.deleted} deleted)" if tally.posts else "")
    for platform, count in sorted(tally.by_platform.items()):
        yield f"- On {platform.value.capitalize()}: {count}"
    if tally.scored:
        shares = []
        for mood in Sentiment:
            share = tally.share(mood)
            low, high = share.interval
            shares.append(f"{mood} {share.value:.0%} ({low:.0%} to {high:.0%})")
        yield f"- Sentiment of the {tally.scored} scored posts, as the model sees it: {', '.join(shares)}"
        yield "- In brackets: 95 % intervals from the number of posts alone; the model's own errors are not in them"
    if tally.labelled:
        yield f"- Posts that people labelled: {tally.labelled}, of which spot checks drew {tally.checked} at random"
    if tally.posts > tally.scored:
        yield f"- Without a score: {tally.posts - tally.scored}"
    if tally.loudest:
        yield ""
        yield "Negative posts with the widest reach:"
        yield ""
        for item in tally.loudest:
            post = item.post
            yield (f"- {escape(post.author)}, reach {post.reach}: “{escape(clip(one_line(post.text), 160))}” "
                   f"{link(post.url)}").rstrip()
    yield ""
    yield from _ask("Customers, money, press, partners: what did it cost?")


def _responders(told: Report) -> Iterator[str]:
    if not told.responders:
        yield "Nobody acted."
        return
    yield "| Person | Acts | What |"
    yield "| --- | ---: | --- |"
    for person, acts in told.responders.items():
        what = ", ".join(f"{kind} {count}" for kind, count in sorted(acts.items(), key=lambda entry: -entry[1]))
        yield f"| {escape(person)} | {acts.total()} | {what} |"


def _timeline(events: Sequence[Event], told: Report) -> Iterator[str]:
    yield "| Time (UTC) | Event | Link |"
    yield "| --- | --- | --- |"
    for event in events:
        words = _words(event) + (" (undone later)" if event.id in told.undone else "")
        yield f"| {event.occurred_at.astimezone(UTC):%Y-%m-%d %H:%M:%S} | {words} | {link(event.post_url)} |"


def _how_we_did(told: Report) -> Iterator[str]:
    yield f"- Time to the first claim: {_length(told.first_claim)}"
    yield f"- Time to the first reply: {_length(told.first_reply)}"
    yield f"- Time to the first escalation: {_length(told.first_escalation)}"
    yield f"- Time to the first dismissal: {_length(told.first_dismissal)}"
    yield f"- Acts of people: {told.acts}, by {len(told.responders)}"
    yield ""
    yield from _ask("What went well, what did not, and where were we lucky?")


def _action_items() -> Iterator[str]:
    yield "- [ ] _To be written: what changes, who does it, by when?_"


def _messaging(told: Report) -> Iterator[str]:
    yield "### Internal"
    yield ""
    for event in told.notes:
        yield f"- {_time(event.occurred_at)} {_words(event)} {link(event.post_url)}".rstrip()
    if told.notes:
        yield ""
    yield from _ask("What did we tell our own people, and when?")
    yield ""
    yield "### External"
    yield ""
    for event in told.said:
        gone = " (taken back later)" if event.id in told.undone else ""
        text, url = (str(event.details.get(name, "")) for name in ("text", "url"))
        yield f"- {_time(event.occurred_at)} {escape(event.actor)}: “{escape(text)}”{gone} {link(url)}".rstrip()
    if told.said:
        yield ""
    yield from _ask("What did we say in public, where and when?")


def _words(event: Event) -> str:
    return f"{escape(event.actor)}: {escape(event.summary)}"


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _length(time: timedelta | None) -> str:
    if time is None:
        return "never"
    seconds = round(abs(time.total_seconds()))
    days, hours, minutes = seconds // 86400, seconds // 3600 % 24, seconds // 60 % 60
    parts = ((days, "d"), (hours, "h"), (minutes, "min"), (seconds % 60, "s"))
    words = " ".join([f"{count} {unit}" for count, unit in parts if count][:2]) or "0 s"
    return f"{words} before the opening" if time < timedelta(0) and seconds else words
