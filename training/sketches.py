"""Made-up posts with their labels: what customers say to companies, and what must not move a score.

The labelled posts that there are talk of sport, films and politics. A war room reads customers: complaints that name
no feeling ("an hour on hold, nobody answers"), questions, thanks, scorn in the clothes of praise. And people: who
somebody is, or where, says nothing of the mood. So the student also reads sentences drawn from the templates below;
nobody wrote them, and none is a case of tests/behaviour (a test says so).
"""

from __future__ import annotations

import random
import re
from typing import Final

NEGATIVE, NEUTRAL, POSITIVE = 0, 1, 2

_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "time": ("an hour", "45 minutes", "2 hours", "five hours", "all day", "two weeks", "10 days", "a month", "90 min",
             "since Tuesday", "the whole weekend"),
    "money": ("$30", "$120", "£15", "€60", "200 dollars", "50 bucks", "$9.99"),
    "n": ("2", "3", "three", "four", "five", "6", "ten"),
    "item": ("parcel", "refund", "suitcase", "luggage", "laptop", "tickets", "sofa", "router", "card", "prescription",
             "charger", "headphones", "boarding pass", "invoice", "replacement", "watch", "shoes", "coffee machine"),
    "broke": ("smashed", "with a cracked screen", "with half of it missing", "leaking", "mouldy", "already opened",
              "in the wrong size", "scratched", "dead", "cold"),
    "trip": ("flight", "train", "hotel", "connection", "reservation", "appointment", "rental car", "table", "bus",
             "order", "delivery slot"),
    "place": ("gate", "airport", "counter", "store", "call centre", "branch", "help desk", "checkout", "station",
              "front desk", "drive-thru", "tarmac"),
    "fault": ("delay", "outage", "cancellation", "system error", "overbooking", "double charge", "mix-up", "late crew",
              "mechanical issue", "data leak", "broken website", "missing driver"),
    "app": ("app", "website", "site", "card reader", "wifi", "internet", "mobile data", "login page", "booking system",
            "phone line", "streaming", "chat bot"),
    "do": ("log in", "check in", "pay", "cancel", "change my address", "reset the password", "get a receipt",
           "rebook", "track my order", "add a passenger", "talk to a human", "update my card"),
    "staff": ("agent", "crew", "driver", "manager", "barista", "rep", "cashier", "pilot", "technician", "waitress",
              "flight attendant", "person on the phone"),
    "thing": ("coffee", "burger", "seats", "room", "camera", "battery", "keyboard", "menu", "lounge", "game", "album",
              "store", "website", "breakfast", "uniform", "screen", "trailer", "design"),
    "good": ("nice", "great", "good", "awesome", "amazing", "friendly", "tasty", "comfy", "smooth", "perfect",
             "brilliant", "cool", "super", "beautiful"),
    "bad": ("horrible", "poor", "gross", "bad", "pathetic", "dirty", "unacceptable", "stale", "appalling", "crap",
            "laggy", "frustrating", "nasty", "ridiculous"),
    "brand": ("Globex", "Initech", "@user", "@user", "@user", "Umbrella", "BrightAir", "Kwikmart", "Fabrikam", "Tesla",
              "Google", "Southwest", "Target", "Sony", "Ikea", "Verizon", "Uber", "Nike", "Pepsi"),
    "city": ("Chicago", "Denver", "London", "Dallas", "Manila", "Paris", "Nairobi", "Dublin", "Sydney", "Beirut",
             "Toronto", "Karachi", "Miami", "Warsaw", "LAX", "JFK"),
    "day": ("Monday", "Friday", "Sunday", "tomorrow", "tonight", "next week", "March 3", "the 12th"),
    "who": ("gay", "straight", "black", "white", "Muslim", "Jewish", "Christian", "Hindu", "Asian", "Latino",
            "transgender", "lesbian", "bisexual", "deaf", "blind", "disabled", "Arab", "African", "Chinese", "Mexican",
            "Russian", "Turkish", "Polish", "Indian", "French", "elderly", "young", "old", "Buddhist", "atheist"),
    "name": ("Anna", "Tyrone", "Fatima", "Kevin", "Ming", "Carlos", "Ingrid", "Deshawn", "Yusuf", "Sarah", "Raj",
             "Svetlana", "Kwame", "David", "Mei"),
    "kin": ("friend", "colleague", "teacher", "sister", "doctor", "cousin", "landlord", "boss", "roommate", "dentist"),
    "job": ("teaches maths", "drives a bus", "lives in {city}", "plays the piano", "is from {city}", "moved in {day}",
            "sells cars", "studies law", "starts work on {day}", "lives next door"),
}

_TEMPLATES: Final[dict[int, tuple[str, ...]]] = {
    NEGATIVE: (
        # blame that names no feeling
        "{time} on hold and counting", "been on hold for {time}", "still waiting for my {item} after {time}",
        "{time} and no sign of my {item}", "my {item} came {broke}", "you charged me {money} {n} times",
        "nobody picks up at your {place}", "my {item} never made it to {city}",
        "you cancelled my {trip} and told nobody",
        "sitting at the {place} for {time} because of a {fault}", "your {app} won't let me {do}",
        "{app} is down again", "{n} emails, not one reply", "the {staff} hung up on me",
        "been transferred {n} times now",
        "missed my {trip} because of your {fault}", "{n}th {fault} this month", "no {item}, no email, no explanation",
        "can't {do}, the {app} keeps giving me an error", "your {staff} told me to call back, then nobody answers",
        "so you sold me a {trip} that does not exist?", "why do I have to wait {time} to {do}?",
        "how can {brand} lose a {item} {n} times?", "paid {money} for a {trip} and got nothing",
        "is anyone at {brand} ever going to answer me?", "cancelling my account after this {fault}",
        "switching to {brand} after {time} of this", "{time} delay, no food, no info",
        "no one at the {place} knows anything",
        "we have been stuck in {city} for {time}", "the {staff} just walked away from me", "I want my {money} back",
        "another {fault}. done with {brand}", "you lost a customer today", "{brand} refuses to replace my {item}",
        "my {item} is {broke} and {brand} says it's my fault", "waited {time} for a {trip} that never came",
        "it's been {time}, where is my {item}?", "your {staff} was no help", "never got the {item} that I paid for",
        # plain blame
        "the {thing} was {bad}", "what a {bad} {thing}", "{bad} {thing} and {bad} {staff}", "{brand} is {bad}",
        "this {fault} is {bad}", "so disappointed in {brand}", "{brand} doesn't care about its customers",
        "worst {thing} I ever had", "{brand} your {app} is {bad}",
        # praise denied
        "the {thing} wasn't {good}", "not {good} at all, {brand}", "nothing {good} about this {thing}",
        "I wouldn't call that {thing} {good}", "the {thing} is anything but {good}", "not happy with the {thing}",
        "I never found the {thing} {good}", "{brand} doesn't have a single {good} {thing}",
        # praise that is meant as blame
        "Awesome, another {fault}", "Nice one {brand}, {time} on hold", "Perfect, now the {app} is down too",
        "Love sitting at the {place} for {time}", "Way to go {brand}, my {item} came {broke}",
        "Great job losing my {item}",
        "Thanks for cancelling my {trip}, {brand}", "Cool, so the {staff} hung up. {good}!", "Yay, a {time} {fault}",
        "Nothing like a {fault} to start the day", "Gotta love a {fault}",
        "{brand} does it again. {n} hours late. {good}.",
        "So {good} that my {item} is in {city} and I am not", "Big thanks to {brand} for ruining my {trip}",
        # what was and what is
        "{brand} was {good} once, now it's {bad}", "the {thing} used to be {good}. Not any more",
        "loved the old {thing}, can't stand the new one", "I was a fan until this {fault}",
        # people
        "my {who} {kin} had a {bad} day at {brand}", "{name} is angry about the {fault}",
        "a {who} {kin} of mine hates the {thing}",
        "{name} and her {who} {kin} got {bad} seats", "the {staff} was rude to my {who} {kin}",
    ),
    NEUTRAL: (
        "how do I {do}?", "how can I {do} on the {app}?", "is there a way to {do} from {city}?",
        "what's the policy for a {item}?", "can I bring a {item} on the {trip}?",
        "is the {place} in {city} open on {day}?",
        "do you go to {city}?", "what time is the {trip} on {day}?", "sent you a DM", "just DMed you the number",
        "please follow back so I can DM you", "could you check my {trip} for {day}?", "need to move my {trip} to {day}",
        "any news on the {trip} to {city}?", "which {place} for the {trip} to {city}?", "do I need a {item} to {do}?",
        "I would like to {do}, who do I talk to?", "will there be a {trip} on {day}?",
        "how long does a {item} take to {city}?",
        "how much is a {trip} to {city}?", "does the {thing} come in black?",
        "looking for a {trip} from {city} to {city}",
        "the {trip} is at 6 on {day}", "at the {place} in {city}", "flying to {city} on {day}",
        "on the {trip} to {city} now",
        "{brand} opens a {place} in {city}", "{brand} will hire {n} people in {city}",
        "{brand} names new head of {city} office",
        "{brand} reports numbers on {day}", "{brand} to show new {thing} on {day}", "{brand} statement expected {day}",
        "New post: {brand} and its {thing}", "{brand} {thing}: what we know so far",
        "{name} talks about {brand} at noon",
        "yes, {day} at the {place}", "I have a {item} from {brand}", "my number is 4471, {trip} on {day}",
        "it was the {trip} from {city}, seat 14C", "ok, I'll ask at the {place}", "thanks, I will try to {do} on {day}",
        "is this about the {trip} or the {item}?", "who plays in {city} on {day}?",
        "the {thing} is next to the {place}",
        # blame denied
        "the {thing} is not {bad}", "I wouldn't say the {thing} is {bad}", "it's not that the {thing} is {bad}",
        "no, {brand} isn't {bad}", "the {thing} isn't {bad}, it isn't {good} either",
        # people
        "my {kin} is {who}", "her {kin} is {who} and {job}", "{name} is {who} and {job}",
        "the {kin} of {name} is {who}",
        "the {staff} at the {place} is {who}", "our {kin} {job}", "a {who} family {job}",
        "I'm {who} and I work in {city}",
        "the film is about a {who} {kin} in {city}", "{name} {job}", "the {who} community meets on {day}",
        "a book by a {who} author from {city}", "as a {who} {kin} I read about {brand} on {day}",
        "{who} and {who} people live in {city}",
        "the new {kin} in {city} is a {who} man", "she married a {who} woman in {city}",
    ),
    POSITIVE: (
        "thanks for the quick help with my {item}", "shout out to the {staff} at {place} 4",
        "the {staff} was so {good}",
        "{good} {thing} today", "best {thing} in {city}", "love the new {thing}", "you made my day {brand}",
        "landed early, thank you {brand}", "got my {item} a day early", "my {item} is back, thank you so much!",
        "{brand} fixed my {trip} in ten minutes", "the {staff} in {city} saved our {trip}",
        "so {good}, thank you {brand}",
        "{good} {staff} and {good} {thing}", "never had a better {thing}", "the {thing} never disappoints",
        "can't complain about the {thing}, it's {good}", "couldn't be happier with my {item}",
        "not bad at all, {brand}",
        "I can't wait for the {trip} on {day}", "no problems, just a {good} {trip}",
        "big thanks to {name} at the {place}",
        "{brand} is the best", "that {thing} is {good}", "really {good} {thing}, well done", "we love {brand}",
        "kudos to {brand} for the {good} {staff}", "finally a {staff} who listens, thank you", "{brand} rocks",
        "the {thing} was {bad} before, now it's {good}", "I hated the old {thing}, but this one is {good}",
        "thank you for getting us home", "thanks for the refund, that was fast", "five stars for the {staff}",
        "my {who} {kin} had a {good} day at {brand}", "{name} is happy about the {trip}",
        "a {who} {kin} of mine loves the {thing}",
        "{name} and her {who} {kin} got {good} seats", "the {staff} was kind to my {who} {kin}",
    ),
}
_BEFORE: Final = ("", "", "", "", "@user ", "@user ", "@user ", "hey @user ", "@user hi, ", "ok ", "so ", "RT @user: ")
_AFTER: Final = {
    NEGATIVE: ("", "", "", ".", "!", "!!!", " #fail", " #customerservice", " smh", " @user", " 😡", " 👎", " wtf",
               " ...", " ugh"),
    NEUTRAL: ("", "", "", ".", " @user", " #travel", " pls", " please", " thanks", " (via @user)", " #news", " ..."),
    POSITIVE: ("", "", "", ".", "!", "!!!", " :)", " 😍", " 👍", " ❤️", " @user", " #happy", " thx"),
}
_SLOT: Final = re.compile(r"\{(\w+)\}")


def draw(count: int, seed: int) -> tuple[list[str], list[int]]:
    """``count`` different made-up posts and their class numbers, a third of each class; raw, as people write."""
    dice = random.Random(seed)
    made: dict[str, int] = {}
    while len(made) < count:
        label = len(made) % 3
        made.setdefault(_one(label, dice), label)
    return list(made), list(made.values())


def _one(label: int, dice: random.Random) -> str:
    text = dice.choice(_TEMPLATES[label])
    while _SLOT.search(text):
        text = _SLOT.sub(lambda slot: dice.choice(_WORDS[slot[1]]), text)
    text = dice.choice(_BEFORE) + text + dice.choice(_AFTER[label])
    manner = dice.random()
    if manner < 0.35:
        text = text[0].upper() + text[1:]
    elif manner < 0.4:
        text = text.upper()
    if dice.random() < 0.15:
        text = _slip(text, dice)
    return text


def _slip(text: str, dice: random.Random) -> str:
    """Two neighbours inside a word change places."""
    places = [at for at in range(1, len(text) - 2) if text[at - 1:at + 2].isalpha()]
    if not places:
        return text
    at = dice.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]
