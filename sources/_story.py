"""The plan of a drill: what is posted when, drawn one post at a time from a scenario and a seed."""

from __future__ import annotations

import heapq
import math
import random
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sources._cast import Author, Cast, Draw
from sources._hostile import STRANGE
from sources._ids import address, native_id
from sources._pen import Pen
from sources._script import Beat, Phase, Scenario, Voice
from sources._words import vary
from warroom.domain.model import Gone, Platform, Post
from warroom.domain.quick import thawed

#: How many things to come are held at most: late posts, edits and deletions beyond it are not told.
PENDING: Final = 2_000
#: How many posts of a platform can still be answered or shared.
REMEMBERED: Final = 160
_HOT: Final = 14
_POST: Final = thawed(Post)
_LATE_SHARE: Final = 0.006


@dataclass(slots=True, eq=False)
class Target:
    """A post that can be answered, shared or quoted."""

    post: Post
    born: float
    pull: float
    written: bool = False
    answers: Draw[str] | None = None


class Story:
    """One telling. Iterating gives (second of the story, post or deletion) in order of arrival, the same every time.

    ``scale`` multiplies the scenario's own volume. Only what is still to come or can be answered is held.
    """

    def __init__(self, scenario: Scenario, *, seed: int, scale: float = 1.0) -> None:
        self.scenario = scenario
        self._length = scenario.duration.total_seconds()
        self._scale = scale
        self._dice = random.Random(f"{scenario.name}/{seed}/{float(scale)!r}")  # noqa: S311 - a drill must repeat, not hide
        crowd = int(scenario.authors * min(max(scale, 0.2), 4.0) / 3)
        self._cast = Cast(scenario, self._dice, max(20, crowd))
        self._pen = Pen(scenario, self._dice)
        self._people = {name: self._cast.person(person) for name, person in scenario.people.items()}
        self._recent: dict[Platform, deque[Target]] = {platform: deque(maxlen=REMEMBERED) for platform in Platform}
        self._hot: dict[Platform, deque[Target]] = {platform: deque(maxlen=_HOT) for platform in Platform}
        everyday = scenario.phases[0].voices
        self._calm = Draw(everyday.items())
        self._everyday = {name for name in everyday if not scenario.voices[name].regulars}
        self._told: dict[str, Target] = {}
        self._pending: list[tuple[float, int, Beat | Post | Gone | str]] = []
        # Platforms count everybody's posts: two drills seldom share an id.
        self._number = self._dice.getrandbits(22)
        self._order = 0
        for beat in scenario.beats:
            self._later(beat.at * 60, beat)
        for at, name in self._strange_moments():
            self._later(at, name)

    def __iter__(self) -> Iterator[tuple[float, Post | Gone]]:
        begin = 0.0
        for phase in self.scenario.phases:
            end = begin + phase.minutes * 60
            yield from self._tell(phase, begin, end)
            begin = end
        yield from self._due(self._length)

    def _tell(self, phase: Phase, begin: float, end: float) -> Iterator[tuple[float, Post | Gone]]:
        dice = self._dice.random
        first, last = (count * self._scale / 60 for count in phase.per_minute)
        growth = math.log(last / first) / (end - begin)
        languages = phase.languages
        voices = Draw([(self.scenario.voices[name], weight) for name, weight in phase.voices.items()])
        speech = {voice.name: Draw([(lang, languages[lang]) for lang in voice.phrases if lang in languages])
                  for voice in voices.things}
        platforms = Draw(phase.platforms.items())
        at = begin
        while True:
            # The volume grows or falls by the same factor every minute: how attention spreads and wanes.
            at -= math.log(1.0 - dice()) / (first * math.exp(growth * (at - begin)))
            if at >= end:
                break
            if self._pending and self._pending[0][0] <= at:
                yield from self._due(at)
            post = self._ordinary(phase, at, voices(dice()), speech, platforms(dice()))
            if dice() < _LATE_SHARE:
                self._later(at + 20 + dice() * dice() * 400, post)
            else:
                yield at, post
        yield from self._due(end)

    def _due(self, until: float) -> Iterator[tuple[float, Post | Gone]]:
        while self._pending and self._pending[0][0] <= until:
            at, _, thing = heapq.heappop(self._pending)
            if isinstance(thing, Beat):
                yield at, self._beat(thing)
            elif isinstance(thing, str):
                yield at, self._strange(thing, at)
            else:
                yield at, thing

    def _later(self, at: float, thing: Beat | Post | Gone | str) -> None:
        if at > self._length or len(self._pending) >= PENDING:
            return
        self._order += 1
        heapq.heappush(self._pending, (at, self._order, thing))

    def _moment(self, at: float) -> datetime:
        return self.scenario.start + timedelta(0, 0, int(at * 1e6))

    def _ordinary(
        self, phase: Phase, at: float, voice: Voice, speech: Mapping[str, Draw[str]], platform: Platform,
    ) -> Post:
        dice = self._dice.random
        draw = dice()
        # On Reddit most of what is said is said in comments.
        answers = min(0.85, phase.replies * 2.2) if platform is Platform.REDDIT else phase.replies
        if draw < answers:
            target = self._target(platform, at)
            if target is not None:
                if target.answers is not None and dice() < 0.75:
                    voice = self.scenario.voices[target.answers(dice())]
                if target.post.lang in voice.phrases:
                    return self._answer(phase, at, voice, target)
        elif draw < answers + phase.reposts * (0.5 if platform is Platform.REDDIT else 1.0):
            target = self._shared(platform, at)
            if target is not None:
                return self._repost(at, target)
        elif draw < answers + phase.reposts + phase.copies:
            target = self._shared(platform, at)
            # A written beat is somebody's own story: it is shared, not told as one's own.
            if target is not None and not target.written and 20 < len(target.post.text) < 1000:
                return self._copy(at, target)
        mix = speech.get(voice.name)
        lang = mix(dice()) if mix is not None and mix.things else next(iter(voice.phrases))
        return self._fresh(phase, at, voice, lang, platform)

    def _target(self, platform: Platform, at: float) -> Target | None:
        roll = self._dice.random
        hot = self._hot[platform]
        if hot and roll() < 0.5:
            one, other = hot[int(roll() * len(hot))], hot[int(roll() * len(hot))]
            # Of two, the one that draws more now; its pull halves in five minutes.
            return max(one, other, key=lambda target: target.pull * 0.5 ** ((at - target.born) / 300))
        recent = self._recent[platform]
        if not recent:
            return None
        back = roll()
        return recent[len(recent) - 1 - int(back * back * len(recent))]

    def _shared(self, platform: Platform, at: float) -> Target | None:
        for _ in range(3):
            target = self._target(platform, at)
            if target is not None and not target.post.parent_id:
                return target
        return None

    def _fresh(self, phase: Phase, at: float, voice: Voice, lang: str, platform: Platform) -> Post:
        dice = self._dice.random
        author = self._cast.someone(platform, lang, voice.name, voice.regulars)
        quoted = self._target(platform, at) if platform is not Platform.REDDIT and dice() < phase.quotes else None
        if quoted is not None and quoted.post.lang not in {lang, "en"}:
            quoted = None
        said = self._pen.post(voice, lang, author)
        post = self._make(at, author, said.text, lang, place="", links=said.links, hashtags=said.hashtags, alt=said.alt,
                          quoted=quoted.post.text[:400] if quoted is not None else "")
        self._remember(post, at, author, voice)
        self._fate(phase, at, post, lang)
        return post

    def _answer(self, phase: Phase, at: float, voice: Voice, target: Target) -> Post:
        above = target.post
        author = self._cast.someone(above.platform, above.lang, voice.name, voice.regulars)
        text = self._pen.answer(voice, above.lang, author, above.author)
        post = self._make(at, author, text, above.lang, place=above.place, above=above)
        self._remember(post, at, author, voice)
        self._fate(phase, at, post, above.lang)
        return post

    def _repost(self, at: float, target: Target) -> Post:
        above = target.post
        author = self._cast.someone(above.platform, above.lang)
        return self._make(at, author, above.text, above.lang, place="", links=above.links, hashtags=above.hashtags,
                          alt=above.media_alt, repost_of=above.repost_of or above.native_id)

    def _copy(self, at: float, target: Target) -> Post:
        above = target.post
        author = self._cast.someone(above.platform, above.lang)
        return self._make(at, author, vary(above.text, self._dice.random), above.lang, place="",
                          hashtags=above.hashtags)

    def _make(
        self, at: float, author: Author, text: str, lang: str, *, place: str, above: Post | None = None,
        links: tuple[str, ...] = (), hashtags: tuple[str, ...] = (), alt: tuple[str, ...] = (), quoted: str = "",
        repost_of: str = "", created_at: datetime | None = None,
    ) -> Post:
        platform = author.platform
        dice = self._dice.random
        self._number += 1
        moment = created_at or self._moment(at)
        reach = author.reach
        if platform is Platform.REDDIT:
            if not place:
                spot = self._cast.subreddit(lang)
                place, reach = spot.name, spot.reach
            elif above is not None:
                reach = above.reach
        else:
            place = author.place
        native = native_id(platform, self._number, moment, author.did, reply=above is not None)
        root = (above.root_id or above.native_id) if above is not None else ""
        eager = dice()
        likes = int(eager * eager * eager * math.sqrt(author.reach or 400))
        post = _POST(  # in the order of its fields, a fifth of what a post of a story costs
            platform, native, author.handle, text, moment, author.name, reach, author.verified, place,
            address(platform, native, author.handle, place, root), lang, root,
            above.native_id if above is not None else "", repost_of, quoted, alt, links, hashtags, likes // 7,
            None if platform is Platform.REDDIT else likes // 4, likes)
        post.__class__ = Post
        return post

    def _remember(self, post: Post, at: float, author: Author, voice: Voice) -> None:
        # Everyday talk gets everyday answers, even while the storm is on.
        answers = self._calm if voice.name in self._everyday else None
        target = Target(post, at, math.log10((author.reach or 100) + 10) - 1, answers=answers)
        self._recent[post.platform].append(target)
        if target.pull > 2.6:
            self._hot[post.platform].append(target)

    def _fate(self, phase: Phase, at: float, post: Post, lang: str) -> None:
        dice = self._dice.random
        draw = dice()
        if draw < phase.edits:
            when = at + 30 - 200 * math.log(1.0 - dice())
            self._later(when, replace(post, text=self._pen.edit(post.text, lang, post.platform)))
        elif draw < phase.edits + phase.deletions:
            when = at + 40 - 400 * math.log(1.0 - dice())
            self._later(when, Gone(post.platform, post.native_id, self._moment(when)))

    def _beat(self, beat: Beat) -> Post:
        at = beat.at * 60
        author = self._people[beat.by]
        above = self._told[beat.reply_to].post if beat.reply_to else None
        post = self._make(
            at, author, beat.text, author.lang, place=above.place if above is not None else author.place, above=above,
            links=beat.links, hashtags=self._pen.hashtags(beat.text), alt=beat.alt,
            quoted=self._told[beat.quotes].post.text if beat.quotes else "",
        )
        if author.platform is Platform.REDDIT and above is None:
            post = replace(post, reach=author.reach)
        target = Target(post, at, beat.pull, written=True, answers=Draw(beat.answers.items()) if beat.answers else None)
        self._told[beat.name] = target
        self._recent[post.platform].append(target)
        if beat.pull > 0:
            self._hot[post.platform].append(target)
        if beat.edit_at is not None:
            self._later(beat.edit_at * 60, replace(post, text=beat.edit_text))
        if beat.delete_at is not None:
            when = beat.delete_at * 60
            self._later(when, Gone(post.platform, post.native_id, self._moment(when)))
        return post

    def _strange_moments(self) -> Iterator[tuple[float, str]]:
        names = self.scenario.strange
        for number, name in enumerate(names):
            yield self._length * (number + 0.3 + 0.5 * self._dice.random()) / len(names), name

    def _strange(self, name: str, at: float) -> Post:
        dice = self._dice.random
        platform = tuple(Platform)[int(dice() * 3)]
        moment = self._moment(at)
        if name == "from-the-future":
            moment = moment.replace(year=moment.year + 5, day=min(moment.day, 28))
        elif name == "from-1970":
            moment = datetime.fromtimestamp(at, moment.tzinfo)
        return self._make(at, self._cast.someone(platform, "en"), STRANGE[name], "en", place="", created_at=moment)
