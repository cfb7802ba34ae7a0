"""Cases in the manner of CheckList (Ribeiro et al. 2020): what a sentiment model must do, capability by capability.

Every case is made from templates and lists of words that stand here; none is a post of somebody. A *plain* case has
one right answer (or some); a *pair* asks that a change of words does not change the answer; a *push* asks that
a change moves the answer to one side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

NEGATIVE: Final = "negative"
NEUTRAL: Final = "neutral"
POSITIVE: Final = "positive"


@dataclass(frozen=True, slots=True)
class Plain:
    """One text, and the labels that are right for it."""

    text: str
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of one meaning: the label must be the same."""

    text: str
    changed: str


@dataclass(frozen=True, slots=True)
class Push:
    """``changed`` must be more ``towards`` than ``text``: its probability no more than ``slack`` lower."""

    text: str
    changed: str
    towards: str
    slack: float = 0.0


Case = Plain | Pair | Push

BAD: Final = ("awful", "terrible", "bad", "rude", "useless", "disgusting", "slow", "broken")
GOOD: Final = ("great", "excellent", "good", "lovely", "helpful", "delicious", "fast", "wonderful")
THINGS: Final = ("service", "app", "flight", "food", "new phone", "support team", "delivery", "update")
BRANDS: Final = ("Acme", "Northwind", "Delta", "Apple", "Samsung", "Starbucks", "Vodafone", "Nestlé", "Lufthansa",
                 "Tesco")
PEOPLE: Final = ("Emily", "Lakisha", "Jamal", "Brad", "Mohammed", "Wei", "Priya", "José", "Olga", "Moshe", "Aisha",
                 "Chad")
IDENTITIES: Final = ("black", "white", "Asian", "Muslim", "Christian", "Jewish", "Hindu", "atheist", "gay", "straight",
                     "lesbian", "transgender", "deaf", "blind", "Mexican", "Nigerian", "Polish", "American", "young",
                     "old")
PLACES: Final = ("Boston", "Lagos", "Mumbai", "Berlin", "Gaza", "Tel Aviv", "Kyiv", "Moscow", "Mexico City", "Tokyo")

FACTS: Final = (
    "The store opens at 9 on Monday.", "They announced the results this morning.", "I am on my way to the office.",
    "The next train leaves from platform 4.", "The meeting was moved to Thursday.", "She works for a bank in town.",
    "The company has 300 employees in two cities.", "He said that the report comes out on Friday.",
    "The press conference starts at noon.", "They will publish the second part tomorrow.",
)
QUESTIONS: Final = (
    "What time do you open on Sunday?", "Where can I find the form for a new address?",
    "Is the shop at the station open today?", "Can you tell me which gate we leave from?",
    "Do you ship to Canada?", "How do I change the seat on my booking?",
    "Which version of the app do I need?", "Does the ticket include a bag?", "Who do I contact about an invoice?",
    "When does the sale start?",
)
COMPLAINTS: Final = (
    "The service was terrible and nobody helped us.", "My order arrived broken again.",
    "I hate this update, it ruined my phone.", "We waited three hours and got no answer at all.",
    "Worst airline ever, they lost my bag.",
    "This is a disgrace and you should be ashamed.",
    "They charged me twice and refuse to refund it.", "Disgusting food, we all got sick.",
    "Your app keeps crashing and it is so annoying.", "I will never buy from them again.",
)
PRAISE: Final = (
    "The service was wonderful and everybody helped us.", "My order arrived a day early, thank you!",
    "I love this update, my phone feels new.", "Best airline ever, the crew were so kind.",
    "We had a great evening, the food was delicious.", "So happy with the new app, well done.",
    "They fixed it in five minutes, amazing support.", "This made my day, thank you all!",
    "Such a beautiful place, we will come back.", "Congratulations to the whole team, what a win!",
)


def vocabulary() -> Iterator[Case]:
    """Plain words of praise and blame, and plain facts."""
    for word, thing in product(BAD, THINGS[:4]):
        yield Plain(f"The {thing} is {word}.", (NEGATIVE,))
    for word, thing in product(GOOD, THINGS[:4]):
        yield Plain(f"The {thing} is {word}.", (POSITIVE,))
    for text in COMPLAINTS:
        yield Plain(text, (NEGATIVE,))
    for text in PRAISE:
        yield Plain(text, (POSITIVE,))
    for text in FACTS:
        yield Plain(text, (NEUTRAL,))


def questions() -> Iterator[Case]:
    """A customer who asks is not a customer who complains."""
    for text in QUESTIONS:
        yield Plain(text, (NEUTRAL,))
        yield Plain(f"@user {text}", (NEUTRAL,))
        yield Plain(f"Hi, {text[0].lower()}{text[1:]}", (NEUTRAL,))


def negation() -> Iterator[Case]:
    """Praise that is denied is blame; blame that is denied is not."""
    for word, thing in product(GOOD, THINGS[:4]):
        yield Plain(f"The {thing} is not {word}.", (NEGATIVE,))
        yield Plain(f"I don't think the {thing} is {word} at all.", (NEGATIVE,))
    for word, thing in product(BAD, THINGS[:4]):
        yield Plain(f"The {thing} is not {word}.", (NEUTRAL, POSITIVE))
        yield Plain(f"The {thing} isn't {word} at all, I was wrong.", (NEUTRAL, POSITIVE))


def intensity() -> Iterator[Case]:
    """"really bad" is not less negative than "bad", and "a bit bad" is not more so."""
    for word, more in product(BAD, ("really", "so", "absolutely", "incredibly")):
        yield Push(f"The service is {word}.", f"The service is {more} {word}.", NEGATIVE, slack=0.03)
    for word, more in product(GOOD, ("really", "so", "absolutely", "incredibly")):
        yield Push(f"The service is {word}.", f"The service is {more} {word}.", POSITIVE, slack=0.03)
    for word, less in product(BAD, ("a bit", "slightly", "a little")):
        yield Push(f"The service is {less} {word}.", f"The service is {word}.", NEGATIVE, slack=0.03)
    for text, mark in product(COMPLAINTS, ("!!!", " ever")):
        yield Push(text, text.rstrip(".") + mark, NEGATIVE, slack=0.03)


def change() -> Iterator[Case]:
    """What was and what is: the present counts."""
    for thing in THINGS:
        yield Plain(f"I used to hate the {thing}, but now I love it.", (POSITIVE,))
        yield Plain(f"I used to love the {thing}, but now I hate it.", (NEGATIVE,))
        yield Plain(f"The {thing} was great last year. Now it is awful.", (NEGATIVE,))
        yield Plain(f"The {thing} was awful last year. Now it is great.", (POSITIVE,))


def names() -> Iterator[Case]:
    """Who, which brand and where say nothing of the mood."""
    for text, (one, other) in product((*COMPLAINTS[:4], *PRAISE[:4], *FACTS[:4]), _next(PEOPLE)):
        yield Pair(f"{one} says: {text}", f"{other} says: {text}")
    for text, (one, other) in product((*COMPLAINTS[:4], *PRAISE[:4], *FACTS[:4]), _next(BRANDS)):
        yield Pair(f"{one}: {text}", f"{other}: {text}")
    for text, (one, other) in product((*COMPLAINTS[:2], *PRAISE[:2], *FACTS[:2]), _next(PLACES)):
        yield Pair(f"In {one} today. {text}", f"In {other} today. {text}")


def identity() -> Iterator[Case]:
    """Who somebody is says nothing of the mood."""
    templates = ("My neighbour is {}.", "The author of the book is {}.", "I am a {} person and I live in this town.",
                 "A {} man opened the door.", "Two {} women work at the desk.", "She is {} and works for the company.")
    for template, (one, other) in product(templates, _next(IDENTITIES)):
        yield Pair(template.format(one), template.format(other))
    for text, (one, other) in product((*COMPLAINTS[:3], *PRAISE[:3]), _next(IDENTITIES)):
        yield Pair(f"As a {one} customer I say: {text}", f"As a {other} customer I say: {text}")


def identity_plain() -> Iterator[Case]:
    """A sentence that only says who somebody is, is not negative."""
    for who in IDENTITIES:
        yield Plain(f"My neighbour is {who}.", (NEUTRAL, POSITIVE))
        yield Plain(f"I am a {who} person and I live in this town.", (NEUTRAL, POSITIVE))
        yield Plain(f"The author of the book is {who}.", (NEUTRAL, POSITIVE))


def typos() -> Iterator[Case]:
    """Two letters that changed places, or one that is missing or doubled, in a long word."""
    for text in (*COMPLAINTS, *PRAISE, *FACTS):
        words = text.split(" ")
        at = max(range(len(words)), key=lambda place: len(words[place]))
        word, middle = words[at], len(words[at]) // 2
        for wrong in (word[:middle - 1] + word[middle] + word[middle - 1] + word[middle + 1:],
                      word[:middle] + word[middle + 1:], word[:middle] + word[middle] + word[middle:]):
            yield Pair(text, " ".join([*words[:at], wrong, *words[at + 1:]]))


def noise() -> Iterator[Case]:
    """Links, handles, case, white space and drawn-out marks around a text."""
    for text in (*COMPLAINTS, *PRAISE, *FACTS):
        yield Pair(text, f"{text} https://t.example/a1B2c3")
        yield Pair(text, text.upper())
        yield Pair(text, text.lower().rstrip("."))
        yield Pair(text, f"  {text.replace(' ', '  ')}\n")
        yield Pair(f"@acme {text}", f"@northwind {text}")
        yield Pair(text, f"{text} #news")


def sarcasm() -> Iterator[Case]:
    """Praise that is meant as blame; the facts give it away."""
    scorn = ("Oh great, {}.", "Wow, {}. Thanks a lot.", "Fantastic, {}. Just what I needed.", "I just love it when {}.",
             "Well done, {}. Brilliant.", "Thanks for nothing: {}.")
    for template, what in product(scorn, (
            "another three hour delay", "my bag is lost again", "the app crashed again", "nobody answers the phone",
            "you cancelled my flight", "an hour on hold", "the parcel is broken", "they charged me twice")):
        yield Plain(template.format(what), (NEGATIVE,))


def emoji() -> Iterator[Case]:
    """An emoji beside a plain fact says the mood; alone it does too."""
    for text, mark in product(FACTS[:6], ("😡", "🤮", "😢", "👎", "💔", "😠")):
        yield Push(text, f"{text} {mark}", NEGATIVE)
    for text, mark in product(FACTS[:6], ("😍", "❤️", "😊", "👍", "🎉", "😁")):
        yield Push(text, f"{text} {mark}", POSITIVE)
    for mark in ("😡", "🤮", "😢", "👎", "💔", "😠😠😠"):
        yield Plain(mark, (NEGATIVE,))
    for mark in ("😍", "❤️", "😊", "👍", "🎉", "😁😁😁"):
        yield Plain(mark, (POSITIVE,))


def mixed() -> Iterator[Case]:
    """English with a few words of another language."""
    for text in COMPLAINTS:
        for more in ("Muy mal.", "Qué desastre!", "Das ist schlecht.", "C'est nul.", "Bahut bura."):
            yield Plain(f"{text} {more}", (NEGATIVE,))
    for text in PRAISE:
        for more in ("Muchas gracias!", "Muy bien.", "Das ist toll.", "C'est super.", "Bahut accha."):
            yield Plain(f"{text} {more}", (POSITIVE,))


def hashtags() -> Iterator[Case]:
    """A judgement may stand in a hashtag alone."""
    for thing in THINGS[:6]:
        yield Plain(f"Waiting for the {thing} #WorstServiceEver", (NEGATIVE,))
        yield Plain(f"The {thing} today #fail", (NEGATIVE,))
        yield Plain(f"The {thing} today #SoDisappointed", (NEGATIVE,))
        yield Plain(f"The {thing} today #LoveIt", (POSITIVE,))
        yield Plain(f"The {thing} today #BestDayEver", (POSITIVE,))


def _next(words: tuple[str, ...]) -> list[tuple[str, str]]:
    return list(zip(words, (*words[1:], words[0]), strict=True))
