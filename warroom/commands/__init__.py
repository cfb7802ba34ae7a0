"""The commands of the command line, one module a group; a module is imported when one of its commands is called."""

from __future__ import annotations

from typing import Final, NamedTuple


class Entry(NamedTuple):
    """A command: its name, the module of this package that builds it, and what it does in one line."""

    name: str
    module: str
    summary: str


#: The commands as ``warroom --help`` groups them. Each module has ``build(name, parser) -> Run``.
GROUPS: Final[tuple[tuple[str, tuple[Entry, ...]], ...]] = (
    ("The console (`warroom` alone opens it on the live platforms)", (
        Entry("drill", "play", "rehearse on a scripted crisis; nothing can be published"),
        Entry("replay", "play", "play recorded posts from a file"),
        Entry("collect", "collect", "read the platforms without a screen; a console attaches to it"),
    )),
    ("Look", (
        Entry("posts", "look", "list posts that match a filter"),
        Entry("show", "look", "one post with its conversation, its versions and what was done"),
        Entry("incidents", "log", "list incidents, drills and the standing watch"),
        Entry("timeline", "log", "what happened and what was done, in order"),
        Entry("watch", "watch", "print the alarms as JSON lines, as they are raised"),
    )),
    ("Act on posts", (
        Entry("claim", "acts", "take posts"),
        Entry("release", "acts", "let go of posts; without posts: release held scheduled posts"),
        Entry("assign", "acts", "give posts to somebody"),
        Entry("tag", "acts", "put a tag on posts"),
        Entry("untag", "acts", "take a tag off posts"),
        Entry("snooze", "acts", "put posts away until a time"),
        Entry("wake", "acts", "bring snoozed posts back now"),
        Entry("dismiss", "acts", "put posts aside, with a reason"),
        Entry("reopen", "acts", "bring dismissed or answered posts back"),
        Entry("escalate", "acts", "hand posts up, to a person or a role"),
        Entry("note", "acts", "write an internal note, on posts or on the incident"),
        Entry("pin", "acts", "pin posts to the timeline"),
        Entry("unpin", "acts", "take the pin off posts"),
        Entry("check", "check", "say what random posts are, so that the gauge knows its error"),
        Entry("label", "acts", "say what posts are, where the model is wrong"),
        Entry("undo", "acts", "take back your last act; a reply comes off the platform"),
    )),
    ("Answer", (
        Entry("reply", "reply", "answer a post on its platform, as the brand account"),
        Entry("draft", "drafts", "write a reply, and keep it"),
        Entry("revise", "drafts", "change the text of a reply that is not out"),
        Entry("submit", "drafts", "ask for the approval of a reply"),
        Entry("queue", "drafts", "which replies wait for whose yes"),
        Entry("approve", "drafts", "say yes to a reply of somebody else"),
        Entry("return", "drafts", "send a reply back to its writer, with a comment"),
        Entry("withdraw", "drafts", "take a reply of yours out of review"),
        Entry("send", "drafts", "send an approved reply, a thread or a broadcast"),
        Entry("broadcast", "drafts", "say the same on several platforms, as posts of your own"),
        Entry("tone", "tone", "check a draft on standard input against the rules of tone and policy"),
        Entry("statements", "statements", "list the prepared statements, and what may be sent now"),
        Entry("unsend", "reply", "take a reply off its platform"),
        Entry("outbox", "reply", "list replies and what became of them"),
        Entry("resolve", "reply", "say what became of a reply whose outcome is unknown"),
    )),
    ("Run the incident", (
        Entry("open", "incident", "open an incident on the live posts"),
        Entry("alarms", "alarms", "alarms that wait; open an incident for one, snooze or dismiss it"),
        Entry("severity", "severity", "what speaks for which severity, 1 (worst) to 4, and set it"),
        Entry("strategy", "incident", "what kind of crisis it is, and how it is answered"),
        Entry("close", "incident", "close the incident"),
        Entry("clocks", "clocks", "what is due next: statement, complaints, updates; put a clock away"),
        Entry("update", "clocks", "record an update that was given, to the public or to the executives"),
        Entry("hold", "hold", "hold the brand's scheduled posts back"),
    )),
    ("Keep and prove", (
        Entry("export", "files", "write the incident as a file"),
        Entry("import", "files", "bring in an incident that was exported as JSON"),
        Entry("verify", "log", "check the hash chain and rebuild the state from the log"),
    )),
    ("Tools", (
        Entry("score", "score", "score texts for sentiment, standard input to standard output"),
        Entry("detect", "detect", "find the alarms in a series of counts (CSV)"),
        Entry("login", "login", "log in to a platform, as the brand account"),
        Entry("doctor", "doctor", "check everything, a line a check, and what to do about it"),
        Entry("config", "tools", "show every setting and where its value came from"),
    )),
)

COMMANDS: Final = {entry.name: entry for _, entries in GROUPS for entry in entries}
