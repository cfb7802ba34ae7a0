"""Rules of form: links, placeholders that were left, and length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from warroom.domain.outgoing import LIMITS, answering, beside, binding, overflow, sure_to_fit
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule

_LINK: Final = re.compile(
    r"\[(?P<words>[^\]\n]{1,300})\]\((?P<target>[^()\s]{1,2000})\)"
    r"|(?P<url>(?<![a-z])[a-z][a-z0-9+.-]{1,20}://[^\s<>\"\u201d]{1,2000}|(?<!\w)(?:javascript|data|vbscript|file):[^\s<>\"]{2,500})"
    r"|(?<![\w@./-])(?P<bare>(?:[\w-]{1,63}\.){1,4}[a-z]{2,18}(?:/[^\s<>\")]{0,500})?)", re.IGNORECASE,
)
_SHORTENERS: Final = frozenset(["bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "cutt.ly", "shorturl.at", "tiny.cc", "rb.gy", "lnkd.in", "bl.ink", "soo.gd", "s.id", "t.ly", "v.gd", "adf.ly", "trib.al", "dlvr.it", "short.io", "shorte.st", "fb.me", "youtu.be.ly", "amzn.to", "ift.tt", "j.mp", "snip.ly", "tr.im", "qr.ae", "clck.ru", "u.to", "x.gd", "lnk.to", "linktr.ee", "bitly.com", "tny.im", "mcaf.ee", "shor.by", "hyperurl.co", "po.st", "su.pr", "wp.me", "surl.li", "urlz.fr", "kutt.it", "n9.cl"])
_IP: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|0x[0-9a-f]+|\d{8,10}|\[[0-9a-f:.]+\]")
_RUNS: Final = re.compile(r"\.(?:apk|exe|dmg|msi|scr|bat|cmd|jar|pkg|ps1|vbs|js|hta|iso|deb|rpm)$", re.IGNORECASE)
_HOST_IN_WORDS: Final = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,18})(?:[/?#:]|\s|$)", re.IGNORECASE)
#: "harl0wbank": a nought for an o in the middle of a word; not "auth0", where nothing follows.
_FIGURE_AS_LETTER: Final = re.compile(r"\b[a-z]{3,}0[a-z]{3,}\b")


def _links(draft: Draft, _: Brief) -> Iterator[Hit]:
    for found in _LINK.finditer(draft.text):
        if found["bare"] is not None:
            host = found["bare"].split("/")[0].lower()
            if host in _SHORTENERS and "/" in found["bare"]:
                yield _unsafe(found, "A shortener hides where the link leads.")
            continue
        target = found["target"] or found["url"].rstrip(".,;:!?)'")
        end = found.end() if found["target"] else found.start() + len(target)
        if reason := unsafe(target) or (_misnamed(found["words"], target) if found["words"] else ""):
            yield Hit(found.start(), end, reason)


def _unsafe(found: re.Match[str], reason: str) -> Hit:
    return Hit(*found.span(), reason)


def unsafe(url: str) -> str:
    """Why a link must not be sent; "" where it may."""
    try:
        parts = urlsplit(url)
        host, user = (parts.hostname or "").rstrip("."), parts.username is not None or "@" in parts.netloc
        _ = parts.port
    except ValueError:
        return "This is no web address."
    if not parts.scheme and not host:
        return "" if url.startswith(("/", "#")) else "The link has no https in front."
    if parts.scheme.lower() != "https":
        return "The link is not https: it can be read or changed on its way." if parts.scheme.lower() == "http" else (
            f"A link that begins with {parts.scheme[:20]}: is not opened, or runs something.")
    if _RUNS.search(parts.path):
        return "What it leads to runs on the reader's machine; link to the page that explains it."
    if user:
        return "What stands before the @ is not where the link leads."
    if _IP.fullmatch(host):
        return "The link leads to a number, not to a name that anybody can check."
    if _FIGURE_AS_LETTER.search(host):
        return "A figure stands where a letter should, as in a name that is made to look like another."
    if any(label.startswith("xn--") for label in host.split(".")):
        return "The name is written in code (xn--) and can look like another."
    if not host.isascii():
        return "The name has letters outside ASCII and can look like another."
    if host.removeprefix("www.") in _SHORTENERS:
        return "A shortener hides where the link leads."
    if "%00" in url or "\\" in url or any(unicodedata.category(mark) in ("Cc", "Cf") for mark in url):
        return "The address holds characters that nobody sees."
    if reason := _disguised(host):
        return reason
    return "" if "." in host or host == "localhost" else "This is no web address."


#: What impostors imitate, letter for letter.
_IMITATED: Final = (
    "ticket", "paypal", "google", "amazon", "microsoft", "apple-id", "account", "support", "service", "official", "delivery", "parcel", "payment", "customer", "voucher", "refund", "netflix", "instagram", "facebook",
    "whatsapp", "spotify", "barclays", "santander", "mastercard", "royalmail", "secure", "login", "airline", "outlook", "linkedin", "telegram", "revolut", "coinbase", "binance", "lloyds", "natwest", "sparkasse", "volksbank")
_LIKENESS: Final = str.maketrans({"0": "o", "1": "l", "3": "e", "5": "s", "i": "l", "|": "l", "4": "a", "$": "s"})
_BAIT: Final = "login|log-in|signin|sign-in|verify|verification|secure|security|account|accounts|update|claim|claims|refund|refunds|session|auth|confirm|unlock|support|check|reset|id|user|users|help|customer|payment|billing|recovery"
_BAITS: Final = re.compile(rf"(?:{_BAIT})-(?:{_BAIT}|uk|us|de|eu|fr|online|now|center|centre|page|portal|team|desk|info|web|site)")
#: The end of an address in the middle of one: "bank.example.ru-login.example".
_CUT_IN: Final = re.compile(rf"[a-z]{{2,3}}-(?:{_BAIT})")
_GIVEN_AWAY: Final = frozenset(["tk", "ml", "ga", "cf", "gq", "zip", "mov"])


def _alike(word: str) -> str:
    return word.translate(_LIKENESS).replace("rn", "m").replace("vv", "w")


def _disguised(host: str) -> str:
    """Why a host is made to look like another's; "" where it is not (UK NCSC, on links in messages)."""
    labels = host.removeprefix("www.").split(".")
    if any(label in ("com", "net", "org", "gle", "gov") for label in labels[1:-2]) or (
            len(labels) > 2 and labels[-2] in ("com", "net", "org", "gle") and len(labels[-1]) > 2):
        return "The name has another's address in front of its own."
    if any(_alike(word) in _alike(label) and word not in label for label in labels[:-1] for word in _IMITATED):
        return "The name imitates another with a letter or a digit changed."
    if len(labels) > 2 and any(_BAITS.fullmatch(label) or _CUT_IN.fullmatch(label) for label in labels[1:-1]):
        return "The name hides behind words such as login or verify; the place that it belongs to is not yours."
    return "Names of this kind are given away, and impostors take them." if labels[-1] in _GIVEN_AWAY else ""


def _misnamed(words: str, target: str) -> str:
    named = _HOST_IN_WORDS.search(words.strip())
    if not named or (not re.match(r"https?://", words.strip(), re.IGNORECASE) and " " in words.strip()):
        return ""
    said, true = named[1].lower().removeprefix("www."), (urlsplit(target).hostname or "").removeprefix("www.")
    return "" if true == said or true.endswith(f".{said}") else "The words of the link name another place than it leads to."


UNSAFE_LINK: Final = Rule(
    "unsafe-link", Level.ERROR,
    "The link hides where it leads, or is not safe on its way; in a crisis impostors send such links.",
    "Give the whole https address of your own site.",
    "RFC 3986 section 7; Unicode UTS #39; UK NCSC on links in messages", _links,
)

#: Gaps that a sign begins. The sign stands first, and what must not stand before it after it: letters are passed over.
_HOLE: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{[^{}\n]{0,80}\}|\$\{[^{}\n]{0,80}\}|%[A-Za-z_]{2,30}%|\$(?<!\w\$)[A-Z_]{2,30}\b"
    r"|\[[A-Z][A-Z _/'-]{1,60}\](?!\()|\[(?<=[\w,:] \[)(?!sic|edit|\u2026|\.)[a-z\u00e0-\u00ff]{3,16}(?:[ _][a-z\u00e0-\u00ff]{2,14})?\](?!\()|\[(?i:(?:insert|add|enter|your|customer|name|date|time|link|url|product|amount|number|city|store|order|fill|tbd|tbc|"
    r"first|last|agent|company|brand|x|xx|issue|location|phone|email|placeholder|user|handle|recipient|replace|here|reason|day|hour|details|describe|specific|platform|signature|initials|team)"
    r"(?:[ _/'-][^\[\]\n]{0,60})?)\](?!\()"
    r"|<<[^<>\n]{1,60}>>|<(?![ /!])(?!https?:|/?(?:b|i|br|p|em|strong|a|ul|li|del|sup|sub|code|pre)\b)[A-Za-z][A-Za-z _'-]{1,40}>"
    r"|#(?<![\w-]#)##+(?![\w-])|\?(?<![\w-]\?)\?\?\?+(?![\w-])|___+|\.\.\.\.\.\.+|@@\w+@@|%(?<!\w%)(?:s|d|\(\w+\)s)(?!\w)|#[A-Z_]{2,20}#"
)
#: Gaps that are words.
_HOLE_WORD: Final = re.compile(
    r"[XxTYDMHhN](?<![\w-].)(?:(?<=X)XX+(?:-X{2,})*|(?<=X)X(?=[:.% /-]|$)[:./-]?(?:X{2,4})?|(?<=x)xxx+"
    r"|(?<=T)(?:BD|BC|BA|ODO|\.B\.D\.?|KTK|K)|(?<=Y)YYY(?:-MM-DD)?|(?<=D)D/MM(?:/YYYY)?|(?<=M)M/DD(?:/YYYY)?|(?<=H)H:MM|(?<=h)h:mm|(?<=N)N)(?![\w-])"
    r"|(?<![\w-])FIXME(?![\w-])|\b[Ll]orem ipsum\b|(?i:\bto be (?:confirmed|decided|determined|filled in) here\b)|\b(?:INSERT|PLACEHOLDER|FIRSTNAME|LASTNAME|CUSTOMER_NAME|NAME_HERE|YOURNAME|FNAME)\b"
    r"|(?i:\binsert (?:(?!the card|the plug|the key|your card|the coin|the ticket|it )(?:\w+ ){1,3}|(?:name|date|time|link|town|place|address|amount) (?:\w+ ){0,4})here\b)|\b(?i:name|date|time|link) here\b(?=[,.!]|$)"
)


#: Rarer gaps: what a text has to hold before it is worth to look for one, and the gap.
_GAPS: Final = tuple((needles, re.compile(pattern)) for needles, pattern in (
    (("??",), r"(?<=[a-z] )\?{2,}(?=[\s,.])"),
    (("$",), r"(?<!\w)\$[a-z]+_[a-z]+\b"),
    (("(insert ",), r"\(insert [^()\n]{2,40}\)"),
    (("TT.MM", "JJ.MM", "JJ/MM", "GG/MM"), r"\b(?:TT\.MM\.|JJ\.MM\.|JJ/MM\b|GG/MM\b)"),
    (("D.MM", "M.DD", "D.M."), r"\b(?:DD?\.MM?\.(?:YYYY|YY|JJJJ)?|MM\.DD\.)(?!\w)"),
    # A note to a colleague: "[branch, tbc]", "[AGENT: pick one]".
    (("[",), r"(?i:\[[^\[\]\n]{0,60}\b(?:tbc|tbd|tba|xx+|pick (?:one|a|the|reason)|choose|ask (?:with )?\w+|check (?:with|this|first|name|date)|(?:check|confirm)[!?]*(?=\])|to (?:check|confirm|follow|come))\b[^\[\]\n]{0,60}\])(?!\()"),
    (("[",), r"\[(?!EDIT|UPDATE|NOTE|NEWS|TW|CW|MOD)[A-Z][A-Z ]{2,20}: ?[^\[\]\n]{1,80}\](?!\()"),
    (("(name of ", "(your name", "(agent name", "(customer name"), r"\((?:name of [a-z ]{3,30}|(?:your|agent|customer) name)\)"),
    (("xx:xx",), r"\bxx:xx\b"),
    (("?)",), r"\((?:date|time|name|amount|place|sum|price|day|town)\?+\)"),
    (("[sign",), r"\[sign-?off\]"),
    ((" tbd", " tbc", " tba"), r"(?<= on )tb[acd]\b|(?<= at )tb[acd]\b|(?<= by )tb[acd]\b|(?<= of )tb[acd]\b|(?<= until )tb[acd]\b"),
    (("@user", "@handle", "@name", "@customer"), r"(?<!\w)@(?:user_?name|handle|customer_?(?:name|handle)|name)\b(?![.@])"),
    (("#0000",), r"(?<!\w)#0{4,}\b"),
    (("d/m", "D/m"), r"\b[dD]{2}/[mM]{2}(?:/[yY]{2,4})?\b"),
    (("X.Y",), r"(?<![\w.])v?X\.Y(?:\.Z)?\b"),
    (("XX",), r"\bX{2,}(?:th|st|nd|rd)\b"),
    (("HERE",), r"\b(?=[A-Z -]*(?:NAME|KEY|DATE|LINK|TEXT|TIME|NUMBER|CITY|PLACE|TITLE|HOUR|AMOUNT|REASON|URL|ADDRESS|SIGN|CODE))(?:[A-Z]+[ -]){1,4}HERE\b"),
    (("__",), r"__ ?[:./-] ?__"),
    (("##",), r"(?<![\w#&/])##(?![\w#])"),
    (("[",), r"\[[A-Z\u00c0-\u017d][A-Z\u00c0-\u017d _/'-]{2,60}\](?!\()|\[(?:Regional|Local|Area|Duty|Senior|Head|Press|Customer|General|Store|Site|Branch)[ _][a-z ]{3,30}\](?!\()"),
))


def _gaps(text: str) -> Iterator[re.Match[str]]:
    yield from sorted((*_HOLE.finditer(text), *_HOLE_WORD.finditer(text)), key=re.Match.start)
    for needles, pattern in _GAPS:
        if any(needle in text for needle in needles):
            yield from pattern.finditer(text)


def _holes(draft: Draft, _: Brief) -> Iterator[Hit]:
    spans = set[tuple[int, int]]()
    for found in _gaps(draft.text):
        if any(start < found.end() and found.start() < end for start, end in spans):
            continue
        if any(link.start <= found.start() < link.end and "{" not in found[0] for link in draft.links):
            continue
        if "\x01" in draft.own[found.start():found.end()] and not any(
                link.start <= found.start() < link.end for link in draft.links):
            continue
        if found[0].startswith("[") and found[0][1:-1].isupper() and found[0][1:-1] in ("SIC", "EDIT"):
            continue
        spans.add(found.span())
        yield Hit(*found.span())


UNFILLED_PLACEHOLDER: Final = Rule(
    "unfilled-placeholder", Level.ERROR,
    "A gap of the template was left open.",
    "Fill it in, or take the sentence out.",
    "The statement library (docs/tone.md)", _holes,
)

def _too_long(draft: Draft, brief: Brief) -> Iterator[Hit]:
    limit = LIMITS.get(brief.platform) if brief.platform else None
    if limit is None or brief.platform is None or sure_to_fit(draft.text, limit):
        return
    limit = answering(limit, platform=brief.platform, author=brief.author, said=brief.reply_to)
    limit = binding(draft.text, limit)
    length, cut = overflow(draft.text, limit)
    if length > limit.most:
        yield Hit(cut, len(draft.text), f"{brief.platform} takes {limit.most:,} {limit.unit}; this has {length:,}"
                                        f"{beside(draft.text, limit)}.")


TOO_LONG: Final = Rule(
    "too-long", Level.ERROR,
    "The platform refuses what is longer than it takes.",
    "Shorten it, or send it as a numbered thread.",
    "app.bsky.feed.post; Mastodon API, statuses; Reddit API, comments", _too_long,
)

RULES: Final = (UNSAFE_LINK, UNFILLED_PLACEHOLDER, TOO_LONG)
