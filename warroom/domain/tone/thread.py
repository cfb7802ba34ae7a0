"""Rules of the conversation: whom a draft speaks to, in which language, and whether it repeats itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from warroom.domain.tone.draft import Draft, folded
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.languages import language, other_than

_GREET: Final = re.compile(
    r"\s*(?P<greet>(?i:hi|hello|hey|dear|good (?:morning|evening|afternoon|day)|morning|evening|afternoon|alright|hiya|howdy|greetings|thank you|thanks|thanks so much|thank you so much|"
    r"many thanks|cheers|sorry|so sorry|we're sorry|we are sorry|apologies|hallo|hola|bonjour|ciao|liebe[r]?|cher|ch\u00e8re|estimad[oa]|ol\u00e1)\b)"
    r"(?P<comma>[,]?)[ \t]+(?P<name>/?u/[\w-]+|@?[\w.@-]+(?:[ \t][A-Z][\w'\u2019-]+)?|(?:Mr|Mrs|Ms|Miss|Dr|Prof|Monsieur|Madame|Herr|Frau|Se\u00f1ora?|Signora?|Mevrouw|Meneer|Senhora?|Pani?)\.?[ \t][A-Z][\w'\u2019-]+)"
)
_TITLED: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Monsieur|Madame|Herr|Frau|Se\u00f1ora?|Signora?|Mevrouw|Meneer|Senhora?|Pani?)\.?[ \t][A-Z][\w'\u2019-]+")
_LEADING: Final = re.compile(r"\s*(?P<name>[A-Z][\w'\u2019-]+)(?=[,:]? ?[\u2013\u2014-] |[,:]\s)")
_MENTION: Final = re.compile(r"\s*(?P<name>(?:@|/?u/)[\w-]+(?:[.@][\w-]+)*)")
_GREET_HANDLE: Final = re.compile(r"\s*\w+,?[ \t]+(?:@|/?u/)\w", re.IGNORECASE)
#: A word or two of dismay or assent before the name: "Oh no, Ana, ...", "You're right, Mr Ito, ...".
_CRIED: Final = re.compile(
    r"\s*(?i:oh no|oh dear|oh|ouch|oof|ugh|ah|yikes|gosh|whoops|oops|blimey|crikey|eek|you're (?:quite |absolutely |so |completely )?right|fair (?:point|enough|question)|good (?:question|point|catch|spot)|"
    r"well spotted|point taken|quite right|understood|agreed|that's (?:not (?:ok|okay|right|on|good enough)|awful|horrible|rotten|terrible|dreadful|fair|grim|unacceptable)),[ \t]"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?[ \t])?[A-Z][\w'\u2019-]+)(?=, (?!(?!I\b)[A-Z])|[.!:])")
#: So few words do not tell a language.
_FEW_WORDS: Final = 8
#: After a name that stands alone the sentence speaks to whoever it is.
_SPOKEN_TO: Final = re.compile(r"[,:]?[ \t]*[\u2013\u2014-]?\s*(?i:we|we're|we've|we'll|i|i'm|i've|i'll|you|you're|your|thanks|thank|sorry|that|that's|this|the|it|it's|our|please|being|a|an|no|what|how|there|my|here|here's|nobody|losing|having|waiting)\b")
_NO_NAME_ENDS: Final = ("ing", "ful", "ous", "able", "ible", "ally", "less", "ngly", "tely", "ably")
#: A name at the end of a sentence that speaks to a person: "Thank you for the photo, Ana."
_AT_END: Final = re.compile(r"(?<=[a-z0-9]),[ \t](?P<name>(?:@|/?u/)[\w-]+(?:[.@][\w-]+)*|(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Monsieur|Madame|Herr|Frau|Se\u00f1ora?|Signora?|Mevrouw|Meneer|Senhora?|Pani?)\.?[ \t])?[A-Z][\w'\u2019-]+)(?=[.!?:]+(?:\s|$)|$)")
_TO_YOU: Final = re.compile(r"\b(?:thank|thanks|sorry|apolog\w+|you|your|you're|hear|understand|hi|hello|hang in|take care|bear with|speak soon|stay safe|get well|all the best|talk soon|see|hold on|promise|hope|please|(?:on|from|of|by|with) us|our (?:own )?(?:fault|mistake|error|doing)|no excuses?|dropped the ball|good point|point taken|fair enough|have an? (?:good|nice|safe|lovely|great|pleasant)|enjoy|good luck|welcome|dank\w*|bitte|merci|gracias|grazie|obrigad[oa]|bedankt|ihnen|ihre?[nm]?|vous|votre|su|suyo|lei|uw)\b")
#: "Two hours late, Tim, sorry.", "cold coffee, sorry Brenda!"
_IN_MIDDLE: Final = re.compile(
    r"(?:(?<=[a-z0-9]),[ \t]|(?<=, sorry) )(?P<name>@[\w-]+(?:[.@][\w-]+)*(?=,)|[A-Z][a-z\u00df-\u00ff]{2,}(?=, (?i:sorry|we're|i'm|we|i|you|thank|thanks|that's|it's)\b|!))")
#: "Your shirt is at the desk, Bethany, and you can pick it up." What she does or is tells of somebody else.
_AND_ON: Final = re.compile(
    r"(?<=[a-z0-9]),[ \t](?P<name>(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?[ \t])?[A-Z][a-z\u00df-\u00ff]{2,})(?=, (?:and|so|but|because|for|that|if|or|as|please|until|when|once|we|we'll|we've|we're|i|i'll|i've|i'm|you|your|it's|that's|this)\b"
    r"(?! (?:(?:her|his|their|he|she|they)\b|[A-Z][a-z])))")
#: A mention that begins a sentence speaks to whom it names: "@ana@social.example, could you send us the number?"
_MENTIONED: Final = re.compile(r"(?P<name>(?:@|/?u/)[\w-]+(?:[.@][\w-]+)*)(?=,? (?i:could|can|would|will you|please|we|we're|we've|we'll|i|i'm|i'll|you|you're|your|thank|thanks|sorry|do|did|have you|are you|send|dm|check|write|tell|let)\b|[,:] )")
_DO_IT: Final = re.compile(r"(?:just |please |then |so )?(?:come|bring|ring|call|send|drop|keep|stay|let us|ask|take your|write|pick|pop|show|leave it|give us)\b")
_YOU_NEXT: Final = re.compile(r", (?:(?:and|so|but|as soon as|when|once|until|if|or|because) )?(?:you|your|you'll|we'll call you|you've|you're)\b")
#: "Our manager, Bethany, and ...": who is named is no person spoken to; nor is a town.
_APPOSED: Final = re.compile(
    r"\b(?:manager|colleague|driver|nurse|doctor|chef|cook|lead|head|director|boss|founder|engineer|fitter|clerk|agent|officer|owner|man|woman|son|daughter|child|"
    r"mother|father|mum|dad|wife|husband|partner|sister|brother|friend|dog|cat|town|village|city|station|depot|shop|branch|street|road|(?<!any )day|month|line|ship|ferry)$")
#: Before a place or one more of a list there is no person spoken to.
_LISTING: Final = re.compile(r"\b(?:in|at|from|to|near|of|and|or|with|by|for) [A-Z][\w'\u2019-]+$|\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'\u2019-]+$|—|\u2013")
# Words that stand after "Hi" or at the beginning and are no name.
_NO_NAMES: Final = frozenset(["there", "afternoon", "morning", "evening", "eish", "goodness", "gosh", "heavens", "blimey", "crikey", "jeez", "gracious", "god", "christ", "boy", "man", "mate", "brilliant", "terrible", "awful", "horrible", "frightening", "all", "everyone", "everybody", "folks", "team", "again", "friend", "friends", "both", "guys", "neighbours", "neighbors", "customer", "customers", "sir", "madam", "and", "to", "for", "we", "i", "you", "it", "this", "that", "sadly", "yes", "no", "sorry", "thanks", "thank", "unfortunately", "today", "yesterday", "tomorrow", "however", "first", "firstly", "second", "finally", "also", "hello", "hi", "hey", "dear", "ok", "okay", "well", "actually", "honestly", "if", "when", "while", "after", "before", "now", "then", "so", "but", "since", "as", "at", "in", "on", "our", "your", "the", "a", "an", "please", "update", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "here", "still", "indeed", "understood", "agreed", "absolutely", "certainly", "sure", "right", "good", "great", "fair", "oops", "meanwhile", "additionally", "moreover", "furthermore", "therefore", "instead", "edit", "note", "reminder", "important", "warning", "notice", "ps", "valued", "guest", "guests", "member", "members", "passengers", "fellow", "community", "reddit", "mastodon", "bluesky", "world", "people", "from", "about", "very", "much", "once", "any", "what", "how", "where", "why", "who", "regrettably", "clearly", "obviously", "frankly", "nobody", "everyone's", "of", "course", "recall", "hotline", "relax", "whatever", "internally", "confidential", "confidentially", "officially", "unofficially", "apologies", "apology", "oopsie", "whoops", "yikes", "lol", "haha", "calm", "seriously", "again", "last", "next", "these", "those", "my", "me", "us", "he", "she", "they", "with", "without", "by", "or", "not", "never", "one", "two", "three", "next", "more", "many", "most", "some", "all", "each", "every", "no-one", "for", "that's", "it's", "we're", "we've", "i'm", "i'll", "let's", "you're", "ha", "aha", "hm", "hmm", "ah", "easily", "active", "zero", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twice", "half", "neither", "both", "correct", "true", "false", "exactly", "yours", "ours", "mine", "guilty", "almost", "nearly", "roughly", "about", "partly", "probably", "maybe", "perhaps", "later", "soon", "done", "fixed", "noted", "short", "long", "plainly", "simply", "straight", "hand", "fairly", "granted", "nein", "doch", "also", "natürlich", "tja", "oje", "genau", "ikävää", "non", "bon", "claro", "pues", "vaya", "qué", "não", "sim", "yep", "nope", "oh", "ouch", "ugh", "wow", "danke", "merci", "gracias", "grazie", "obrigado", "obrigada", "bedankt", "tack", "tak", "perdón", "desculpe", "scusi", "entschuldigung", "lo", "guten", "bonjour", "hola", "hallo", "ciao", "es", "wir", "nous", "el", "la", "le", "der", "die", "das", "het", "de", "il", "ja", "oui", "si", "sí", "naja", "leider", "heute", "aujourd'hui", "hoy", "oggi", "przepraszamy", "dziękujemy"])


def _wrong_name(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not brief.author.strip():
        return
    text = draft.text
    found = _MENTION.match(text)
    handle = found is not None or bool(_GREET_HANDLE.match(text))
    if found is None:
        found = _GREET.match(text) or _CRIED.match(text)
    if found is None:
        # "Nein, ...": what stands first in another language is more often a word than a name.
        known = language(draft.own) == "English" or len(draft.words) < _FEW_WORDS
        found = _LEADING.match(text) if known else None
        if found and (folded(found["name"]).endswith(_NO_NAME_ENDS) or not _SPOKEN_TO.match(text, found.end())):
            found = None
    if found is None or (not handle and folded(found["name"].split()[0].rstrip(".,")) in _NO_NAMES):
        found = _vocative(draft) or found
    if found is None or "\x01" in draft.own[found.start("name"):found.end("name")]:
        return
    name = found["name"]
    start, end = found.span("name")
    if not handle and not name.startswith(("@", "u/", "/u/")):
        if titled := _TITLED.match(text, start):
            end = titled.end()
            words = titled[0].split()[1:]
        else:
            first = name.split()[0].rstrip(".,")
            greeting = found.groupdict().get("greet") or ""
            capital = first[:1].isupper()
            # "Thank you for", "Sorry About": no name without a capital or among the common words.
            # In small letters it is a name only where nothing else can follow: "hi ana,".
            small = folded(greeting) in ("hi", "hello", "hey", "dear") and re.match(
                r"\s*[,!\u2013-]|\s*$", text[start + len(first):])
            if folded(first) in _NO_NAMES or not (capital or small):
                return
            words = name.split() if all(folded(word) not in _NO_NAMES for word in name.split()) else [first]
            words = [word.rstrip(".,") for word in words]
            end = start + len(name if len(words) == len(name.split()) else first)
        if end > start and text[end - 1] in ".,":
            end -= 1
        if not any(_is(word, brief) for word in words):
            yield Hit(start, end)
        return
    bare = name.removeprefix("/").removeprefix("u/").lstrip("@").rstrip(".")
    author = _handle(brief.author)
    mine, theirs = bare.lower(), author.lower()
    if mine == theirs or mine.split("@")[0] == theirs.split("@")[0] or mine.split(".")[0] == theirs.split(".")[0] == mine \
            or ("@" not in mine and "." not in mine and mine == re.split(r"[.@]", theirs)[0]):
        return
    if f"@{mine}" in brief.reply_to.lower() or f"u/{mine}" in brief.reply_to.lower():
        return
    yield Hit(start, start + len(name.rstrip(".")))


def _vocative(draft: Draft) -> re.Match[str] | None:
    """A name or a mention in a sentence that speaks to somebody, and is not told of: "Have a good trip, Mrs Petersen."."""
    for span in draft.sentences:
        if mention := _MENTIONED.match(draft.text, span.start, span.end):
            return mention
        for place in (_AT_END, _AND_ON):
            found = place.search(draft.text, span.start, span.end)
            if found and folded(found["name"]) not in _NO_NAMES and (_TO_YOU.search(draft.own, span.start, found.start()) or _YOU_NEXT.match(draft.own, found.end())
                                                                          or _DO_IT.match(draft.own, span.start)):
                before = draft.text[span.start:found.start()]
                titled = _TITLED.match(found["name"])  # before one an ordinary German noun may stand
                if (titled or not _LISTING.search(before)) and not _APPOSED.search(before.removesuffix(", ")):
                    return found
        if (middle := _IN_MIDDLE.search(draft.text, span.start, span.end)) and folded(middle["name"]) not in _NO_NAMES:
            return middle
    return None


def _handle(author: str) -> str:
    return author.strip().removeprefix("/").removeprefix("u/").lstrip("@")


def _is(name: str, brief: Brief) -> bool:
    """True where a name is the author's, or stands in the post."""
    plain = _letters(name)
    if len(plain) < 2:
        return True
    author = _letters(re.split(r"@", _handle(brief.author))[0])
    words = {_letters(word) for word in re.findall(r"\w+", brief.reply_to)}
    return plain in author or plain in words or (len(author) >= 4 and author in plain)


def _letters(text: str) -> str:
    folded_text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in folded_text if mark.isalpha() and not unicodedata.combining(mark))


WRONG_NAME: Final = Rule(
    "wrong-name", Level.ERROR,
    "The draft speaks to somebody else than the author of the post.",
    "Use the author's name or handle, or none.",
    "Platform practice: a mention reaches whom it names", _wrong_name,
)

def _wrong_language(draft: Draft, brief: Brief) -> Iterator[Hit]:
    theirs, ours = language(brief.reply_to), language(draft.own.replace("\x01", " "))
    if ours and not theirs and brief.reply_to:
        theirs = other_than(ours, brief.reply_to)
    elif theirs and not ours:
        ours = other_than(theirs, draft.own.replace("\x01", " "))
    if theirs and ours and theirs != ours:
        yield Hit(0, len(draft.text.rstrip()), f"The post is in {theirs}, the draft in {ours}.")


WRONG_LANGUAGE: Final = Rule(
    "wrong-language", Level.WARNING,
    "The draft is in another language than the post.",
    "Answer in the person's language, or say that you answer in yours.",
    "Cavnar and Trenkle 1994 (profiles); the lists of words are our own", _wrong_language,
)

_ALIKE: Final = 0.6


def _shape(text: str) -> list[str]:
    """The words of a reply without names, handles, links and numbers, which change when a team pastes."""
    plain = re.sub(r"https?://\S+|@[\w.@-]+|u/\w+", " ", text)
    plain = re.sub(r"^\s*(?:hi|hello|hey|dear|sorry,?)\s+[A-Z]\w+|(?<=, )[A-Z]\w+(?=[.,!?])", " ", plain, flags=re.IGNORECASE if text.islower() else 0)
    plain = re.sub(r"^\s*(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear)\s+\w+", " ", plain)
    return re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", folded(plain))


def _pairs(words: list[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(words))


@lru_cache(maxsize=64)
def _earlier(text: str) -> frozenset[tuple[str, str]]:
    # The same replies of the team stand beside each draft while it is written.
    return _pairs(_shape(text))


def likeness(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> float:
    """How much two replies share by their pairs of words, 0 to 1. Source: Dice 1945; Broder 1997 (shingles)."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _repetitive(draft: Draft, brief: Brief) -> Iterator[Hit]:
    words = _shape(draft.text) if brief.recent else []
    if len(words) < 6:
        return
    ours = _pairs(words)
    most, same = max((likeness(ours, _earlier(earlier)), earlier) for earlier in brief.recent)
    if most >= _ALIKE:
        yield Hit(0, len(draft.text.rstrip()),
                  f"{most:.0%} of the pairs of words stand in an earlier reply: “{same[:60]}…”")


REPETITIVE: Final = Rule(
    "repetitive", Level.WARNING,
    "These are the words of an earlier reply; a team that pastes looks like a bot.",
    "Begin with what this person said, and say it in other words.",
    "Broder 1997 (shingles); Dice 1945", _repetitive,
)

RULES: Final = (WRONG_NAME, WRONG_LANGUAGE, REPETITIVE)
