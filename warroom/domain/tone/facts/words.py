"""The words of a fact sheet and of a reply brought to one form: stems, and families of words for one thing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

from warroom.domain.tone.draft import folded
from warroom.domain.tone.facts.calendar import words

#: Words that say nothing of what a fact is about.
SMALL_WORDS: Final = words(
    "the a an of in on at to by is was were are and or for from our we us i number no not until since within per date time total amount value when how many much be been has have had will would it its "
    "that this with all you your they them their there here as so but if than then up out off about some any each more most who what which where does do did can could get got just only also now still "
    "der die das den dem und ist sind war im am zu von mit auf f\u00fcr bis le la les de du des et est en au aux un une el los las y es del al il lo gli di e per con o da het van op een er og av p\u00e5 til")
#: Turns of several words for which a sheet has one.
_TURNS: Final = tuple((re.compile(turn), by) for turn, by in (
    (r"\b(?:back (?=on\b|up\b|online\b|since\b|in (?:service|use)\b|to normal\b|again\b|by\b|at\b|from\b)|(?:on|up|running|working) again\b|(?:have|has) power\b)", "restored "),
    (r"\b(?:called off|dropped out|not running|don't run|won't run|not go ahead|don't go ahead)\b", "cancelled"),
    (r"\b(?:find|finds|found|learn(?:ed|t)?|first (?:heard|knew|saw)) (?:out|of|about|that|it)\b|\bwe found\b|\bfirst reached\b", "discovered"),
    (r"\bmoney back\b|\bpa(?:y|id) (?:you |it )?back\b|\bgets? (?:you )?back\b|\b(?:your|the) money\b|\bget\b[^.;]{0,20}\bback\b|\bgoes back\b|\bcomes back\b", "refund money"),
    (r"\bopen(?:s|ed)? (?:up )?again\b|\bback in use\b|\bopen to the public again\b|\bwelcome you back\b", "reopen"),
    (r"\b(?:came|come|comes|fell|fall) down\b|\bgave way\b|\bcaved in\b", "collapse fell"), (r"\b(?:called?|calling|take|taking|taken|took) (?:it |them |these )?back\b", "recall"),
    (r"\b(?:go(?:es)?|going|carr(?:y|ies)|running?) on (?:until|till|to)\b", "end"),
    (r"\bput off\b|\bpushed back\b", "postponed"), (r"\bsays? sorry\b", "apologise"), (r"\bbest[- ]before\b", "bestbefore"), (r"\be-?mails?\b", "letter"),
))
#: Words that a fact sheet and a reply use of the same thing, by their stems.
_FAMILIES: Final = (
    "last dur length long took run downtim", "pric cost fee charg rat", "injur hurt wound treat casualt", "custom user client guest passeng peopl person account memb subscrib household patient student reader",
    "begin start outset", "end finish", "clos shut ferm geschloss gesperrt cerrad chius gesloten", "reopen open ouvr rouvr rouvert reouvertur reouvert reouvr wiedereroffnung geoffnet offn offnet eroffnung abr reapertur abiert reabr apr apertur riapertur riapr heropen", "fix patch repair mend", "refund reimburs repay money repaid return", "shop stor branch fil filial", "pay paid payment land arriv reach", "arriv com turn", "occur happen", "insur cov", "onlin run shown air",
    "staff employe work colleagu driv job", "hotlin helplin phon lin call numb desk", "dead died death kill die", "affect hit touch concern cov involv impact expos leak", "home hous flat household",
    "discov learn notic detect found spot", "restor resum return", "tak copied stol leak taken steal copy", "lett writ told notif inform mail messag", "updat news brief report bulletin", "deadlin claim clos appl until",
    "credit goodwill compens voucher rebat discount allow", "recall affect batch lot model cov", "cancel scrap drop", "built made mak build produc manufactur", "sold sell sale buy bought purchas", "bestbefor expiry",
    "train servic lin", "ad advert advertis commerc film spot", "postpon put delay mov", "mov chang new relocat", "wait queu delay late", "plac sit locat venu addres", "power electric suppl", "caus reason", "crash accid collis derail", "share percent", "plug charg", "ill sick fell unwell",
    "check test inspect sampl", "hold book reserv", "ticket fare", "collaps fell fall", "evacu", "animal", "limit threshold", "pass season", "increas ris rais", "job redundanc post lay dismiss")
_OF: Final[dict[str, tuple[str, ...]]] = {}
for _row in _FAMILIES:
    for _word in _row.split():
        _OF[_word] = (*_OF.get(_word, ()), _row.split()[0])
_IRREGULAR: Final = {"began": "begin", "begun": "begin", "made": "mak", "sold": "sell", "sent": "send", "paid": "pay", "built": "build", "ran": "run", "bought": "buy", "wrote": "writ", "taken": "tak", "stolen": "stol",
                     "rose": "ris", "written": "writ", "lasted": "last", "lost": "los", "held": "hold", "shown": "show", "left": "leav", "went": "go", "gone": "go", "broke": "break", "broken": "break", "came": "com", "come": "com", "spelled": "spell", "spelt": "spell", "saw": "see", "seen": "see"}


def stems(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, each as its stem and as the families that it belongs to."""
    return frozenset(stem for _, _, found in placed(folded(text).replace("_", " ")) for stem in found)


#: Where a word begins and ends, and its stem and families.
Placed = tuple[int, int, frozenset[str]]


def placed(text: str) -> list[Placed]:
    """Each word of a folded text that says what it is about: where, and its stem and families."""
    out = [(found.start(), found.end(), one) for found in _WORD.finditer(text) if (one := _forms(found[0]))]
    for turn, by in _TURNS if _ANY_TURN.search(text) else ():
        out += [(found.start(), found.end(), frozenset(form for word in by.split() for form in _forms(word))) for found in turn.finditer(text)]
    return out


_ANY_TURN: Final = re.compile(r"\b(?:back|again|put|push|came|come|comes|fell|fall|gave|caved|on (?:until|till|to)|called|dropped|not|don't|won't|find|found|learn|first|we found|money|paid|pays?|gets?|goes|comes|say|says|best|e-?mails?|power|up and|reached|sold)\b")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


@lru_cache(maxsize=8192)
def _forms(word: str) -> frozenset[str]:
    """The families of a word, or its stem where it has none; nothing for a small word."""
    if word in SMALL_WORDS:
        return frozenset()
    if not word.isascii():
        word = "".join(mark for mark in normalize("NFKD", word) if not combining(mark))
    stem = _stem(word)
    return frozenset(_OF.get(stem, (stem,)))


def _stem(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) > 4:
        for end in ("ations", "ation", "ements", "ement", "ions", "ion", "ings", "ing", "ors", "or", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y"):
            if word.endswith(end) and len(word) - len(end) >= 3:
                return word[: -len(end)]
    return word[:-1] if len(word) == 4 and word.endswith(("s", "e")) else word
