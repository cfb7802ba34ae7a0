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

_GREET: Final = re.compile(
    r"\s*(?P<greet>(?i:hi|hello|hey|dear|good (?:morning|evening|afternoon|day)|morning|evening|afternoon|alright|hiya|howdy|greetings|thank you|thanks|thanks so much|thank you so much|"
    r"many thanks|cheers|sorry|so sorry|we're sorry|we are sorry|apologies|hallo|hola|bonjour|ciao|liebe[r]?|cher|ch\u00e8re|estimad[oa]|ol\u00e1)\b)"
    r"(?P<comma>[,]?)[ \t]+(?P<name>/?u/[\w-]+|@?[\w.@-]+(?:[ \t][A-Z][\w'\u2019-]+)?|(?:Mr|Mrs|Ms|Miss|Dr|Prof|Monsieur|Madame|Herr|Frau|Se\u00f1ora?|Signora?|Mevrouw|Meneer|Senhora?|Pani?)\.?[ \t][A-Z][\w'\u2019-]+)"
)
_TITLED: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Monsieur|Madame|Herr|Frau|Se\u00f1ora?|Signora?|Mevrouw|Meneer|Senhora?|Pani?)\.?[ \t][A-Z][\w'\u2019-]+")
_LEADING: Final = re.compile(r"\s*(?P<name>[A-Z][\w'\u2019-]+)(?=[,:]? ?[\u2013\u2014-] |[,:]\s)")
_MENTION: Final = re.compile(r"\s*(?P<name>(?:@|/?u/)[\w-]+(?:[.@][\w-]+)*)")
_GREET_HANDLE: Final = re.compile(r"\s*\w+,?[ \t]+(?:@|/?u/)\w", re.IGNORECASE)
#: So few words do not tell a language.
_FEW_WORDS: Final = 8
#: After a name that stands alone the sentence speaks to whoever it is.
_SPOKEN_TO: Final = re.compile(r"[,:]?[ \t]*[\u2013\u2014-]?\s*(?i:we|we're|we've|we'll|i|i'm|i've|i'll|you|you're|your|thanks|thank|sorry|that|that's|this|the|it|it's|our|please|being|a|an|no|what|how|there|my|here|here's|nobody|losing|having|waiting)\b")
_NO_NAME_ENDS: Final = ("ing", "ful", "ous", "able", "ible", "ally", "less", "ngly", "tely", "ably")
#: A name at the end of a sentence that speaks to a person: "Thank you for the photo, Ana."
_AT_END: Final = re.compile(r"(?<=[a-z0-9]),[ \t](?P<name>(?:@|/?u/)[\w-]+(?:[.@][\w-]+)*|(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?[ \t])?[A-Z][\w'\u2019-]+)(?=[.!?:]+(?:\s|$)|$)")
_TO_YOU: Final = re.compile(r"\b(?:thank|thanks|sorry|apolog\w+|you|your|you're|hear|understand|hi|hello|hang in|take care|bear with|speak soon|stay safe|get well|all the best|talk soon|see|hold on|promise|hope)\b")
#: "Two hours late, Tim, sorry.", "cold coffee, sorry Brenda!"
_IN_MIDDLE: Final = re.compile(
    r"(?:(?<=[a-z0-9]),[ \t]|(?<=, sorry) )(?P<name>@[\w-]+(?:[.@][\w-]+)*(?=,)|[A-Z][a-z\u00df-\u00ff]{2,}(?=, (?i:sorry|we're|i'm|we|i|you|thank|thanks|that's|it's)\b|!))")
#: "Your shirt is at the desk, Bethany, and you can pick it up."
_AND_ON: Final = re.compile(r"(?<=[a-z0-9]),[ \t](?P<name>[A-Z][a-z\u00df-\u00ff]{2,})(?=, and (?:your|you|it's|that's|we|i)\b)")
#: "Our manager, Bethany, and ...": who is named is no person spoken to; nor is a town.
_APPOSED: Final = re.compile(
    r"\b(?:manager|colleague|driver|nurse|doctor|chef|cook|lead|head|director|boss|founder|engineer|fitter|clerk|agent|officer|owner|man|woman|son|daughter|child|"
    r"mother|father|mum|dad|wife|husband|partner|sister|brother|friend|dog|cat|town|village|city|station|depot|shop|branch|street|road|day|month|line|ship|ferry|one)$")
#: Before a place or one more of a list there is no person spoken to.
_LISTING: Final = re.compile(r"\b(?:in|at|from|to|near|of|and|or|with|by|for) [A-Z][\w'\u2019-]+$|\b[A-Z][\w'\u2019-]+$|—|\u2013")
# Words that stand after "Hi" or at the beginning and are no name.
_NO_NAMES: Final = frozenset(["there", "afternoon", "morning", "evening", "eish", "goodness", "gosh", "heavens", "blimey", "crikey", "jeez", "gracious", "god", "christ", "boy", "man", "mate", "brilliant", "terrible", "awful", "horrible", "frightening", "all", "everyone", "everybody", "folks", "team", "again", "friend", "friends", "both", "guys", "neighbours", "neighbors", "customer", "customers", "sir", "madam", "and", "to", "for", "we", "i", "you", "it", "this", "that", "sadly", "yes", "no", "sorry", "thanks", "thank", "unfortunately", "today", "yesterday", "tomorrow", "however", "first", "firstly", "second", "finally", "also", "hello", "hi", "hey", "dear", "ok", "okay", "well", "actually", "honestly", "if", "when", "while", "after", "before", "now", "then", "so", "but", "since", "as", "at", "in", "on", "our", "your", "the", "a", "an", "please", "update", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "here", "still", "indeed", "understood", "agreed", "absolutely", "certainly", "sure", "right", "good", "great", "fair", "oops", "meanwhile", "additionally", "moreover", "furthermore", "therefore", "instead", "edit", "note", "reminder", "important", "warning", "notice", "ps", "valued", "guest", "guests", "member", "members", "passengers", "fellow", "community", "reddit", "mastodon", "bluesky", "world", "people", "from", "about", "very", "much", "once", "any", "what", "how", "where", "why", "who", "regrettably", "clearly", "obviously", "frankly", "nobody", "everyone's", "of", "course", "recall", "hotline", "relax", "whatever", "internally", "confidential", "confidentially", "officially", "unofficially", "apologies", "apology", "oopsie", "whoops", "yikes", "lol", "haha", "calm", "seriously", "again", "last", "next", "these", "those", "my", "me", "us", "he", "she", "they", "with", "without", "by", "or", "not", "never", "one", "two", "three", "next", "more", "many", "most", "some", "all", "each", "every", "no-one", "for", "that's", "it's", "we're", "we've", "i'm", "i'll", "let's", "you're", "ha", "aha", "hm", "hmm", "ah", "easily", "active", "zero", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twice", "half", "neither", "both", "correct", "true", "false", "exactly", "yours", "ours", "mine", "guilty", "almost", "nearly", "roughly", "about", "partly", "probably", "maybe", "perhaps", "later", "soon", "done", "fixed", "noted", "short", "long", "plainly", "simply", "straight", "hand", "fairly", "granted", "nein", "doch", "also", "natürlich", "tja", "oje", "genau", "ikävää", "non", "bon", "claro", "pues", "vaya", "qué", "não", "sim", "yep", "nope", "oh", "ouch", "ugh", "wow", "danke", "merci", "gracias", "grazie", "obrigado", "obrigada", "bedankt", "tack", "tak", "perdón", "desculpe", "scusi", "entschuldigung", "lo", "guten", "bonjour", "hola", "hallo", "ciao", "es", "wir", "nous", "el", "la", "le", "der", "die", "das", "het", "de", "il", "ja", "oui", "si", "sí", "naja", "leider", "heute", "aujourd'hui", "hoy", "oggi", "przepraszamy", "dziękujemy"])


def _wrong_name(draft: Draft, brief: Brief) -> Iterator[Hit]:
    if not brief.author.strip():
        return
    text = draft.text
    found = _MENTION.match(text)
    handle = found is not None or bool(_GREET_HANDLE.match(text))
    if found is None:
        found = _GREET.match(text)
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
    """A name at the end of one of the first two sentences, where the sentence speaks to somebody."""
    for span in dict.fromkeys((*draft.sentences[:2], *draft.sentences[-1:])):
        found = _AT_END.search(draft.text, span.start, span.end)
        if found is None and (middle := _IN_MIDDLE.search(draft.text, span.start, span.end)) and folded(middle["name"]) not in _NO_NAMES:
            return middle
        if found is None and (named := _AND_ON.search(draft.text, span.start, span.end)) and folded(named["name"]) not in _NO_NAMES:
            before = draft.text[span.start:named.start()]
            if _TO_YOU.search(draft.own, span.start, named.start()) and not _LISTING.search(before) and not _APPOSED.search(before):
                return named
        if found and _TO_YOU.search(draft.own, span.start, found.start()) and not _LISTING.search(
                draft.text[span.start:found.start()]):
            return found
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

# The commonest words of a language; those that two of them share say nothing and are left out.
_WORDS: Final = {
    "English": "the and you your we are is was were for that this with have has not will our it to of in on at be they their from what been would which when why who how can there an my about out up just more than them then do does did i if by but or as so all any because sorry thanks thank tomorrow today please soon here now back get your no hours days weeks without after still never every again only need like want got me going why don't can't won't i'm it's hi was nobody nothing since a with calls call me still even really ever off down right now after before one two three",
    "German": "ihr angeblich an stimmt nie fragen beantworten bis wurden zum zur da macht endlich steht offen kinder was mir mich dir habe hab geht seit strom ist der die das und ist nicht ich wir sie ein eine einen mit auf f\u00fcr von dem den des zu im es auch sich wie aber oder haben hat war wird uns unser ihr ihre bei nach aus noch schon nur kein keine mehr mein meine wieder niemand seit wenn bis sind werden wurde heute morgen bitte warum dass danke leider sorry gerne sehr kommt kommen morgen ihnen ihr ihn euch euer mal kein halt wieder gestern bitte ohne jetzt immer keiner wochen tage geld",
    "French": "la s'est en seule fils fille ouverte inadmissible ça mon ton cassé colis arrivé aucun cela avez depuis le les des est et vous nous une dans pour que qui pas sur avec votre notre sommes \u00eates ce cette je il elle sont du au aux mais ou plus ma mes vos nos tr\u00e8s \u00eatre fait bien tout toutes toujours à où on dort dort y a été avez avons votre suis enfin rien personne mois semaines jours heures c'est j'ai n'est aucune sans depuis demain avant pourquoi encore merci désolé désolés aujourd'hui bonjour",
    "Spanish": "el los las una que en por para con su sus est\u00e1 es son y pero no se lo le mi mis nos me ha han ya m\u00e1s muy como desde hace nadie cuando porque todo sin este esta esto hoy ma\u00f1ana llega antes del al usted ustedes nuestro nuestra lamentamos gracias siento sentimos hola ayer sin nada llevo semanas días pedido mi cobro tarjeta",
    "Italian": "due ore un la alla allo al dal sul sullo fila dove adesso senza sempre ieri dispiace ci vi colleghi errore treno cassa anche siamo il gli una che di per con sono non \u00e8 mi ci si ma anche come della del dei delle nel nella pi\u00f9 questo questa ho ha abbiamo vostra vostro nostro nostra davanti c'era nessuno perch\u00e9 quando molto tutto ancora dopo stato oggi domani grazie scusi mai arrivato",
    "Portuguese": "o os as um uma que em por para com n\u00e3o do da dos das seu sua \u00e9 est\u00e1 s\u00e3o mas mais muito ao pela pelo voc\u00ea voc\u00eas nosso nossa foi ela ele isso hoje amanh\u00e3 manh\u00e3 ainda quando porque j\u00e1 lamentamos obrigado obrigada desculpe olá sem desde ontem estamos água está tem nada até depois vocês minha meu nossa ninguém pedido dias",
    "Dutch": "de klopt prijs vanaf krijg zijn jullie al te maar even er dan tot voor niemand weken het een en van ik niet dat op te zijn voor met ons uw je wij we maar ook als aan bij nog naar om er heeft hebben wordt deze dit mijn geen wat komt morgen is spijt onze jullie waarom weer bedankt sorry vandaag u",
    "Swedish": "mitt mig min funkar sedan morse ert igen hela bara ännu ingen kort väntar timmar och att det som en p\u00e5 \u00e4r av f\u00f6r med inte vi ni jag den till har om ett men var s\u00e5 er v\u00e5r vara kan n\u00e4r hur tack idag imorgon",
    "Polish": "i w nie na si\u0119 \u017ce z do to jest jak ale za od przez po co czy tak ju\u017c mi nasz pa\u0144stwa bardzo jutro przed dziękujemy przepraszamy dziś",
    "Danish": "mit mig min hele borte strømmen strøm siden ingen ennå endnu timer venter fra nå hos ikke og at det som en p\u00e5 er af for med ikke vi jeg den til har om et men var s\u00e5 jer vores v\u00e6re kan n\u00e5r hvordan",
    "Finnish": "pahoittelut anteeksi lähtee seuraava bussi jäi kiitos tänään päivää eilen on ja ei ett\u00e4 oli mutta kun me te olemme t\u00e4m\u00e4 kello huomenna jo viel\u00e4 h\u00e4n ovat kuin niin se sen meid\u00e4n meille sinun sinulle kolme viikkoa ik\u00e4v\u00e4\u00e4 miksi mit\u00e4 ett\u00e4 tai olet asti",
    "Czech": "a je na se to v \u017ee s z k o do pro ale jsme jste jak tak u\u017e jsem m\u00e1m v\u00e1s n\u00e1s kdy dnes z\u00edtra d\u011bkujeme omlouv\u00e1me",
    "Turkish": "iki gündür kimse cevap vermiyor internetim elektrik saat teşekkürler lütfen ve bir bu i\u00e7in de da \u00e7ok ne ile ama gibi daha en var yok siz biz ben neden hala bug\u00fcn yar\u0131n",
}


def _marking() -> dict[str, list[str]]:
    spoken: dict[str, list[str]] = {}
    for language, words in _WORDS.items():
        for word in words.split():
            spoken.setdefault(word, []).append(language)
    return spoken


_SPOKEN: Final = _marking()
_ASIDE: Final = re.compile(r"(?:https?://|www\.)\S+|[@#]\S+", re.IGNORECASE)


@lru_cache(maxsize=16)
def language(text: str) -> str:
    """Name the language of a text by its script and its commonest words; "" where that is not certain."""
    plain = folded(_ASIDE.sub(" ", text[:2_000]))
    scripts: dict[str, int] = {}
    for mark in plain:
        if mark.isalpha():
            script = "LATIN" if mark.isascii() else unicodedata.name(mark, "?").split()[0].split("-")[0]
            scripts[script] = scripts.get(script, 0) + 1
    letters = sum(scripts.values())
    if letters < 4:
        return ""
    script = max(scripts, key=lambda name: scripts[name])
    if scripts.get("HIRAGANA", 0) + scripts.get("KATAKANA", 0) > 0.15 * letters:
        return "Japanese"
    if script != "LATIN":
        return script.capitalize() if scripts[script] > 0.5 * letters else ""
    points: dict[str, float] = {}
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", plain)
    for word in words:
        for name in _SPOKEN.get(word, ()):
            points[name] = points.get(name, 0) + 1 / len(_SPOKEN[word])
    if "\u00bf" in plain:
        points["Spanish"] = points.get("Spanish", 0) + 2
    ranked = sorted(points, key=lambda name: points[name], reverse=True)
    if len(words) < 4 or not ranked or points[ranked[0]] < max(1.5 if len(words) < 8 else 2, 0.15 * len(words)):
        return ""
    return ranked[0] if len(ranked) == 1 or points[ranked[0]] >= 1.4 * points[ranked[1]] else ""


def _wrong_language(draft: Draft, brief: Brief) -> Iterator[Hit]:
    theirs, ours = language(brief.reply_to), language(draft.own.replace("\x01", " "))
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
