"""Words that hint at something a lead should look at: safety, law, a break-in, misconduct, a campaign, what it may be.

A hint is no finding: the words are counted by voices and shown with posts to read, and a person decides. Words are
whole words as ``domain.features.units`` cuts them; ``*`` stands for any ending, several words for a phrase.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from warroom.domain.features import units
from warroom.domain.model import PostKey
from warroom.domain.voices import Said, Side, Tally


class Sign(StrEnum):
    """What words may hint at."""

    SAFETY = "safety"
    LEGAL = "legal"
    BREAK_IN = "compromised account"
    MISCONDUCT = "employee misconduct"
    CAMPAIGN = "campaign"
    THREAT = "threat"
    RUMOUR = "rumour"
    DISASTER = "natural disaster"
    TAMPERING = "tampering"
    VIOLENCE = "workplace violence"
    FAILURE = "technical failure"
    ACCIDENT = "accident"
    CHALLENGE = "challenge"
    ERROR = "human error"
    MISDEED = "misdeed"
    MANAGEMENT = "management misconduct"


_WORDS: Final[Mapping[Sign, str]] = {
    Sign.SAFETY: """
        sick, ill, illness*, vomit*, hospital*, ambulance, poison*, injur*, allerg*, anaphyla*,
        burned, burnt, choked, died, dead, death*, killed, unsafe, hazard*, contaminat*,
        salmonella, listeria, food safety, foodsafety, krank*, verletzt*, vergift*, krankenhaus,
        erbrochen, gestorben, lebensgefahr, malade*, hopital, empoisonn*, intoxica*, vomi, mort,
        enfermo*, enferma*, herido*, envenen*, muerto*, muerte, malato, malata, ospedale,
        ferito, avvelena*, ziek, gewond, vergiftigd, doente*, hospitalizad*, больниц*, отрав*,
        食中毒, 入院, 中毒, 受伤, 식중독, 병원""",
    Sign.LEGAL: """
        lawsuit*, lawyer*, attorney*, sue, sued, suing, in court, court case, class action,
        classaction, illegal*, regulator*, fda, cdc, subpoena, prosecut*, investigation, gdpr,
        complaint filed, anwalt*, klage*, verklag*, gericht, staatsanwalt*, avocat*, plainte,
        tribunal, proces, abogad*, demanda*, denuncia*, juzgado, avvocat*, causa legale,
        advocaat, rechter, advogad*, processo, суд, юрист*, 訴訟, 弁護士, 起诉, 律师, 소송""",
    Sign.BREAK_IN: """
        hacked, hacker*, account hacked, account compromised, got hacked, breach*, leaked data,
        data leak, phish*, password*, gehackt, datenleck, piratage, pirate, hackead*,
        filtracion, hackerato, datalek, взлом*, 乗っ取*, 盗号, 해킹""",
    Sign.MISCONDUCT: """
        racist*, racism, sexist*, sexism, harass*, assault*, discriminat*, homophob*,
        transphob*, groped, slur*, employee stole, belaestig*, belastig*, rassis*, sexuell*,
        harcel*, raciste*, acoso, racista*, molest*, razzis*, intimidatie, assedio,
        домогательств*, расист*, 差別, セクハラ, 性骚扰, 歧视, 성희롱""",
    Sign.CAMPAIGN: """
        boycott*, petition*, cancel them, campaign*, protest*, walkout, never buy*, stop buying,
        dont buy, boicot*, boikott*, boykott*, unterschreib*, petizione, kaufe nie, plus jamais,
        bojkot*, бойкот*, 不買運動, 不買, 抵制, 불매""",
    Sign.THREAT: """
        bomb*, shoot*, burn it down, burn them, kill you, kill them, i will find, we will find,
        threat*, drohung*, umbring*, menace*, amenaza*, minaccia*, bedreig*, угроз*, 爆破, 殺す, 炸弹,
        죽여""",
    Sign.RUMOUR: """
        fake*, hoax*, rumour*, rumor*, misinformation, disinformation, debunk*, false claim, not
        true, made up, photoshop*, deepfake*, ai generated, unverified, source please, any
        source, gerucht*, falschmeldung*, stimmt nicht, intox, infox, faux, bulo*, desmentido,
        bufala, nepnieuws, gerucht, boato*, фейк*, デマ, 谣言, 辟谣, 루머""",
    Sign.DISASTER: """
        earthquake, flood*, hurricane, tornado, wildfire*, storm*, tsunami, blizzard, erdbeben,
        hochwasser, seisme, inondation*, terremoto, inundac*, alluvione, aardbeving,
        overstroming, землетряс*, 地震, 台風, 洪水, 지진""",
    Sign.TAMPERING: """
        tamper*, sabotag*, needle*, glass in, razor*, laced, spiked, seal broken, manipuliert,
        empoisonneur, sabotaje, manomess*, 異物混入, 投毒""",
    Sign.VIOLENCE: """
        shooting, shooter, stabb*, hostage*, attacked staff, active shooter, gunman, amoklauf,
        messerangriff, fusillade, tiroteo, sparatoria, schietpartij, 銃撃, 枪击""",
    Sign.FAILURE: """
        outage*, is down, are down, went down, offline, crash*, bug, buggy, glitch*, error
        message, error code, broken, not working, doesnt work, cant log, timeout, malfunction*,
        defect*, faulty, overheat*, ausfall, gestort, storung, kaputt, defekt*, panne, caido,
        averia, guasto, storing, сбой, не работает, 障害, 故障, 장애""",
    Sign.ACCIDENT: """
        accident*, explod*, explosion, collapse*, derail*, spill*, leak*, caught fire, unfall,
        accident, explos*, accidente, incidente, ongeluk, авари*, 事故, 爆発, 爆炸, 사고""",
    Sign.CHALLENGE: """
        unethical, ethics, immoral, sweatshop*, child labor, child labour, greenwash*, environment*,
        animal cruelty, union busting, exploit*, insensitive, offensive, tasteless, tone deaf,
        unethisch, ausbeut*, ethique, exploitation, etica, sfrutta*, onethisch, неэтичн*""",
    Sign.ERROR: """
        mistake*, human error, wrong label, mislabel*, mixed up, forgot, careless*, sloppy,
        oversight, negligen*, bad batch, fehler, verwechsel*, schlamper*, erreur*, negligence,
        error humano, errore, vergissing, ошибк*, ミス, 失误, 실수""",
    Sign.MISDEED: """
        they knew, you knew, knew about, cover up, coverup, covered up, hid, hiding, hush*,
        lied, lying, liar*, deceiv*, cheat*, scam*, deleted my comment*, deleted the comment*,
        deleting comment*, vertusch*, gelogen, luge, lugner, verheimlich*, mensonge*, menti,
        cache la verite, mintieron, mentira*, ocult*, bugie, nascond*, verzweg*, скрыва*, врут,
        隠蔽, 嘘, 隐瞒, 撒谎, 은폐""",
    Sign.MANAGEMENT: """
        ceo, executive*, management, fraud*, bribe*, embezzl*, insider trading, corrupt*, wage
        theft, fired for, vorstand, betrug, bestech*, fraude*, pdg, corrup*, soborno, dirigenti,
        frode, directie, руководств*, коррупц*, 経営陣, 高管, 贪污""",
}
#: Signs that hold the severity at 2 or worse (docs/severity.md).
GRAVE: Final = (Sign.SAFETY, Sign.LEGAL, Sign.BREAK_IN, Sign.MISCONDUCT)
_EXAMPLES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Words of one sign in a window: how many voices say them, the commonest of them, and posts to read."""

    sign: Sign
    voices: int
    posts: int
    words: tuple[str, ...]
    examples: tuple[PostKey, ...] = ()

    @property
    def said(self) -> str:
        """As a clause: ``sick, hospital: 12 voices``."""
        return f"{', '.join(self.words)}: {self.voices} {'voice' if self.voices == 1 else 'voices'}"


def hints(window: Side) -> dict[Sign, Hint]:
    """Look for the words of every sign in a window; a sign that nobody hints at is not there."""
    found: dict[Sign, dict[str, Tally]] = {}
    whole: dict[Sign, Tally] = {}
    for said in window.said:
        for sign, words in _signs_of(said).items():
            whole.setdefault(sign, Tally()).add(said)
            for word in words:
                found.setdefault(sign, {}).setdefault(word, Tally()).add(said)
    made = {}
    for sign, tally in whole.items():
        common = sorted(found[sign].items(), key=lambda one: (-one[1].voices, one[0]))[:_EXAMPLES]
        made[sign] = Hint(sign=sign, voices=tally.voices, posts=tally.posts, words=tuple(word for word, _ in common),
                          examples=tally.keys(_EXAMPLES))
    return made


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: Mapping[str, tuple[Sign, ...]]
    beginnings: Mapping[str, tuple[Sign, ...]]
    phrases: Mapping[str, tuple[Sign, ...]]
    starts: tuple[str, ...]
    firsts: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    words: dict[str, tuple[Sign, ...]] = {}
    beginnings: dict[str, tuple[Sign, ...]] = {}
    phrases: dict[str, tuple[Sign, ...]] = {}
    for sign, listed in _WORDS.items():
        for word in dict.fromkeys(part.strip() for part in listed.split(",")):
            cut = units(word.removesuffix("*"))
            kind = phrases if len(cut) > 1 else beginnings if word.endswith("*") else words
            name = " ".join(cut)
            kind[name] = (*kind.get(name, ()), sign)
    return _Lexicon(words, beginnings, phrases, tuple(beginnings), frozenset(name.split()[0] for name in phrases))


def _signs_of(said: Said) -> dict[Sign, set[str]]:
    """The signs of one post, and the words that it says them with."""
    lexicon = _lexicon()
    found: dict[Sign, set[str]] = {}
    for word in said.holds & lexicon.words.keys():
        for sign in lexicon.words[word]:
            found.setdefault(sign, set()).add(word)
    for word in said.holds:
        if word.startswith(lexicon.starts):
            for beginning, signs in lexicon.beginnings.items():
                if word.startswith(beginning):
                    for sign in signs:
                        found.setdefault(sign, set()).add(word)
    if not lexicon.firsts.isdisjoint(said.holds):
        text = f" {' '.join(said.units)} "
        for phrase, signs in lexicon.phrases.items():
            if f" {phrase}" in text:
                for sign in signs:
                    found.setdefault(sign, set()).add(phrase)
    return found
