"""Puts posts together from a voice's phrases, in the manner of each platform and each author."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sources._cast import Author, Style
from sources._script import KINDS, Scenario, Voice
from sources._words import Bank, Compiler, say, upper_first, vary
from warroom.domain.model import Platform, Sentiment

_HASHTAG: Final = re.compile(r"#(\w+)")
_STOP: Final = ".!?…。"
_BLUESKY_MOST: Final = 300
_TAGGED: Final = {Platform.MASTODON: 0.5, Platform.BLUESKY: 0.14}
_OWN_STORY: Final = 0.3
# How often somebody who pastes changes a little.
_CHANGED: Final = 0.8
# Languages whose sentences are not parted by a space.
_UNSPACED: Final = frozenset({"ja", "zh"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a new post says and carries."""

    text: str
    links: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    alt: tuple[str, ...] = ()


class Pen:
    """Writes for everybody."""

    def __init__(self, scenario: Scenario, dice: random.Random) -> None:
        self._dice = dice.random
        compiler = Compiler(scenario.slots)
        self._banks: dict[tuple[str, str], dict[str, Bank]] = {
            (voice.name, lang): {kind: compiler.bank(phrases[kind], lang) for kind in KINDS}
            for voice in scenario.voices.values()
            for lang, phrases in voice.phrases.items()
        }
        self._edits: dict[str, Bank] = {
            lang: compiler.bank(banks["edit"], lang) for lang, banks in scenario.slots.items() if banks.get("edit")
        }

    def post(self, voice: Voice, lang: str, author: Author) -> Said:
        """Write a post that begins a thread."""
        dice = self._dice
        banks = self._banks[voice.name, lang]
        platform = author.platform
        if voice.copies:
            text = say(banks["say"], dice)
            if dice() < _CHANGED:
                text = vary(text, dice)
        elif platform is Platform.REDDIT:
            text = self._submission(banks, lang, author)
        else:
            most = 1 if platform is Platform.BLUESKY else 2
            text = self._sentences(banks, lang, author, most, 0.3 if platform is Platform.BLUESKY else 0.55)
        if voice.emoji and platform is not Platform.REDDIT and dice() < 0.28:
            text = f"{text} {self._one(voice.emoji)}"
        links: tuple[str, ...] = ()
        if voice.links and dice() < voice.link_share:
            links = (self._one(voice.links),)
            text = f"{text}\n\n{links[0]}" if platform is Platform.REDDIT else f"{text} {links[0]}"
        tags: tuple[str, ...] = ()
        if voice.hashtags and not voice.copies and dice() < _TAGGED.get(platform, 0.0):
            first, second = self._one(voice.hashtags), self._one(voice.hashtags)
            text += f"\n\n#{first} #{second}" if first != second and platform is Platform.MASTODON else f" #{first}"
        if "#" in text:
            tags = self.hashtags(text)
        alt: tuple[str, ...] = ()
        if banks["alt"] and platform is not Platform.REDDIT and dice() < 0.08:
            alt = (say(banks["alt"], dice),)
        return Said(text, links, tags, alt)

    def answer(self, voice: Voice, lang: str, author: Author, to: str) -> str:
        """Write an answer to somebody."""
        dice = self._dice
        banks = self._banks[voice.name, lang]
        # Those who feel strongly tell their own story in answers, too.
        own = voice.stance is not Sentiment.NEUTRAL and not voice.copies and dice() < _OWN_STORY
        sentences = [say(banks["say"] if own or not banks["reply"] else banks["reply"], dice)]
        more = banks["more"]
        if more and dice() < (0.55 if author.platform is Platform.REDDIT else 0.28):
            sentences.append(say(more, dice))
        text = self._styled(sentences, lang, author)
        if voice.copies and dice() < _CHANGED:
            text = vary(text, dice)
        if voice.emoji and author.platform is not Platform.REDDIT and dice() < 0.2:
            text = f"{text} {self._one(voice.emoji)}"
        if author.platform is Platform.MASTODON:
            return f"@{to} {text}"
        return text

    def edit(self, text: str, lang: str, platform: Platform) -> str:
        """Change a text as its author does later: a note at its end, or a small correction."""
        bank = self._edits.get(lang)
        if bank and (platform is Platform.REDDIT or self._dice() < 0.4):
            return f"{text}\n\n{say(bank, self._dice)}"
        changed = vary(text, self._dice)
        return changed if changed != text else text + " (edited)"

    @staticmethod
    def hashtags(text: str) -> tuple[str, ...]:
        """The hashtags of a text, in order, each once, without ``#``."""
        return tuple(dict.fromkeys(_HASHTAG.findall(text)))

    def _one(self, things: Sequence[str]) -> str:
        return things[int(self._dice() * len(things))]

    def _submission(self, banks: dict[str, Bank], lang: str, author: Author) -> str:
        dice = self._dice
        if banks["title"]:
            title = say(banks["title"], dice)
            body = self._sentences(banks, lang, author, 4, 0.75)
        else:
            # Without titles of its own the voice gives its sentence as the title, and adds to it.
            title = say(banks["say"], dice).rstrip(".。")
            extra = dict.fromkeys(say(banks["more"], dice) for _ in range(int(dice() * 4))) if banks["more"] else {}
            body = self._styled(list(extra), lang, author)
        if author.style is Style.LOWER:
            title = title.lower()
        if not body:
            return upper_first(title)
        if len(body) > 260 and dice() < 0.5:
            cut = body.find(". ", len(body) // 2)
            if cut > 0:
                body = f"{body[:cut + 1]}\n\n{body[cut + 2:]}"
        return f"{upper_first(title)}\n\n{body}"

    def _sentences(self, banks: dict[str, Bank], lang: str, author: Author, most: int, talkative: float) -> str:
        dice = self._dice
        sentences: list[str] = []
        if banks["open"] and dice() < 0.34:
            sentences.append(say(banks["open"], dice))
        sentences.append(say(banks["say"], dice))
        more = banks["more"]
        if more:
            for _ in range(most):
                if dice() >= talkative:
                    break
                sentence = say(more, dice)
                if sentence not in sentences:
                    sentences.append(sentence)
        if banks["close"] and dice() < 0.36:
            sentences.append(say(banks["close"], dice))
        if author.platform is Platform.BLUESKY:
            while len(sentences) > 1 and sum(map(len, sentences)) + len(sentences) > _BLUESKY_MOST - 60:
                sentences.pop()
        return self._styled(sentences, lang, author)

    def _styled(self, sentences: list[str], lang: str, author: Author) -> str:
        joint = "" if lang in _UNSPACED else " "
        style = author.style
        if style is Style.LOWER:
            return joint.join(sentences).lower()
        text = joint.join([upper_first(sentence) for sentence in sentences])
        if style is Style.NO_STOP:
            return text.rstrip(".。")
        if style is Style.LOUD and text[-1:] in _STOP:
            return text[:-1] + ("!!" if self._dice() < 0.7 else "!!!")
        return text
