from __future__ import annotations

import re
import unicodedata

import pytest
from helpers.making import HOSTILE
from hypothesis import example, given
from hypothesis import strategies as st

from warroom.domain import text as searched
from warroom.domain.text import clip, neutralise, one_line, plain, tokens, web_link

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# Pieces that mean something together are drawn together, or random text would never hold them.
PIECES = st.sampled_from([
    "\x1b", "\x1b[", "\x1b]", "\x1b]8;;", "\x1bP", "\x07", "\x1b\\", "\x9b", "\x9c", "\x9d", "31m", "\r", "\n", "\t",
    "\u200b", "\u200c", "\u200d", "\u200e", "\u202e", "\u2066", "\u2069", "\u2028", "\ufeff", "\ufe0e", "\ufe0f",
    "\ufe00", "\u0301", "\u0301\u0301\u0301", "\u064b", "\u0e34", "\u094d", "\u20e3", "\u180b", "\u1820",
    "\U000e0100", "葛", "❤",
    "👩", "🏽", "🏴", "\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "\U000e0067",
    "\U000e007f", "a", "1", " ", "ب", "क", "ม", "אָ", "\ud83d", "\ude00", "\ufffe", "\x00", "\x85", "\u00ad", "\u3164",
])
HARD = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40) | st.text(
    st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Zl", "Zp", "Zs", "So"]), max_size=20)


@given(HARD)
@example("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\U000e0067")
@example("❤\u200b\ufe0f\u200b\u200d❤")
def test_a_second_pass_changes_nothing(text: str) -> None:
    once = neutralise(text)
    assert neutralise(once) == once
    assert one_line(one_line(text)) == one_line(text)


@given(HARD)
def test_nothing_is_left_that_a_terminal_obeys_or_a_reader_cannot_trust(text: str) -> None:
    clean = neutralise(text)
    for char in clean:
        assert char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}, ascii(clean)
        assert char not in BIDI, ascii(clean)
    clean.encode()
    assert "\n" not in one_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs", "Sm", "Sc"],
                             exclude_characters="\u115f\u1160\u3164\uffa0"), max_size=60))
def test_letters_digits_and_signs_of_every_script_are_untouched(text: str) -> None:
    assert neutralise(text) == text


@pytest.mark.parametrize("text", [
    "naïve café Ångström", "cafe\u0301", "Tiếng Việt".encode().decode(), unicodedata.normalize("NFD", "Tiếng Việt"),
    "👩‍👩‍👧‍👦 and 👨🏽‍🚀", "🏳️‍🌈 🏴‍☠️ 🏳️‍⚧️", "👁️‍🗨️ ❤️‍🔥 ⛹🏿‍♀️", "🧑🏽‍🤝‍🧑🏿", "👍🏿 ☝🏽 ✌️", "🇩🇪🇵🇹🇺🇦",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "1️⃣ #️⃣ *️⃣ ©️ ™️ ↔️", "می‌خواهم بروم", "نمی‌دانم کتاب‌ها", "हिन्दी में", "क्‍ष और क्‌ष", "শ্রীমান্‌", "അവന്‍ പറഞ്ഞു",
    "ශ්‍රී ලංකාව", "ภาษาไทยที่นี่", "ຂອບໃຈ", "ကျေးဇူးတင်ပါတယ်", "សូមអរគុណ",
    "שָׁלוֹם עֲלֵיכֶם", "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ", "日本語がんばる", "か\u3099",
    "葛\U000e0100飾区 辻\U000e0101", "中文，繁體", "한국어", "ᠮᠣᠩᠭᠣᠯ\u180b ᠪᠢᠴᠢᠭ",
    "a\u00a0b\u2009c", "line one\nline two\n\n", "\ue000 private use",
])
def test_what_people_write_is_untouched(text: str) -> None:
    assert neutralise(text) == text


@pytest.mark.parametrize(("hostile", "harmless"), [
    ("\x1b[31mred\x1b[0m", "red"),
    ("\x1b[2J\x1b[H\x1b[?1049hgone", "gone"),
    ("\x1b]0;title\x07text", "text"),
    ("\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\ here", "click here"),
    ("\x1b]52;c;aGk=\x07copied", "copied"),
    ("\x1bPq#0;sixel\x1b\\after", "after"),
    ("\x1b]never closed, and the complaint", "never closed, and the complaint"),
    ("\x1b[31", "31"),
    ("\x1b\x1b[m[31m", "[31m"),
    ("\x1bc reset", " reset"),
    ("\x1b(0lines", "lines"),
    ("end\x1b", "end"),
    ("\x9b31mred", "\ufffd31mred"),
    ("\x9dsaid\x9c", "\ufffdsaid\ufffd"),
    ("a\x00b\x07c\x08d\x7fe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
    ("one\r\ntwo\rthree\x1b[A\r\nfour", "one\ntwo\nthree\nfour"),
    ("one\r\x1b[K\ntwo", "one\ntwo"),
    ("a\tb\vc\fd\x85e", "a b c d e"),
    ("a\u2028b\u2029c", "a\nb\nc"),
    ("\ud83d\ude00 \udc00", "\ufffd\ufffd \ufffd"),
    ("\ufdd0\uffff", "\ufffd\ufffd"),
    ("invoice\u202egpj.exe", "invoicegpj.exe"),
    ("\u2066\u2067x\u2069\u2069\u200e\u200f\u061c", "x"),
    ("pay\u200bpal pay\u200cpal pay\u200dpal pay\u2060pal pay\u00adpal pay\ufe0fpal", "paypal " * 5 + "paypal"),
    ("\u200d\u200c start, end \u200d", " start, end "),
    ("👩\u200d, 👩\u200d\u200d👧, 👩\u200c👧", "👩, 👩👧, 👩👧"),
    ("a\u200d👩", "a👩"),
    ("❤\ufe0f\ufe0f\ufe00", "❤\ufe0f"),
    ("x\U000e0100\U000e0101y", "xy"),
    ("hidden\U000e0068\U000e0069", "hidden"),
    ("🏴\U000e0075\U000e0073\U000e0074\U000e0078\U000e007f", "🏴"),
    ("🏴\U000e0067\U000e0062\U000e0065", "🏴"),
    ("e" + "\u0301" * 50, "e" + "\u0301" * 4),
    ("ก" + "\u0e47" * 50 + "x", "ก" + "\u0e47" * 4 + "x"),
    ("ب" + "\u064b\u200d" * 50, "ب" + "\u064b\u200d" * 4),
    ("\u3164\u115f\uffa0\ufeff\u2800", "\u2800"),
    ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
])
def test_what_is_hostile_is_taken_out_and_the_rest_stays(hostile: str, harmless: str) -> None:
    assert neutralise(hostile) == harmless


@pytest.mark.parametrize("unit", [
    "\x1b", "\x1b]", "\x1b[", "\x1b[0", "\x1b[ ", "\x1bP\x1b", "\x90", "\x9d", "\r", "\u200d", "\u0301", "\u0301\u200d",
    "a\ufe0f", "❤\ufe0f", "👩\u200d", "a\u200d", "\U000e0041", "🏴\U000e0067", "\u0301\u0301\u0301\u0301\u0301a",
    "می\u200c", "\u202e",
    "\ud83d", "\u064b\u200c",
])
def test_a_long_hostile_text_does_not_hang_the_room(unit: str) -> None:
    # A walk over the text for each of its characters would take hours here.
    clean = neutralise("x" + unit * 100_000 + "\ny")
    assert clean.startswith("x")
    assert clean.endswith("y")


def test_every_character_is_safe_and_settled() -> None:
    text = "".join(f"a{chr(code)}b" for code in (*range(0x20000), *range(0xE0000, 0xE1000)))
    clean = neutralise(text)
    assert clean == neutralise(clean)
    assert {unicodedata.category(char) for char in set(clean) - {"\n"}}.isdisjoint({"Cc", "Cs"})
    assert set(clean).isdisjoint(BIDI)


@given(HARD)
def test_words_cut_again_are_the_same_words(text: str) -> None:
    words = tokens(text)
    assert tokens(" ".join(words)) == words
    assert all(word and not word.isspace() for word in words)


@given(HARD)
def test_what_looks_the_same_is_found_by_the_same_words(text: str) -> None:
    assert tokens(text) == tokens(neutralise(text))


@pytest.mark.parametrize(("text", "words"), [
    ("Crème BRÛLÉE, straße!", ["creme", "brulee", "strasse"]),
    ("re\u200bfund re\x1b[0mfund", ["refund", "refund"]),
    ("don't @MomoBurger #boycott", ["don", "t", "momoburger", "boycott"]),
    ("snake_case", ["snake", "case"]),
    ("東京です", ["東", "京", "て", "す"]),
    ("ｆｕｌｌ　ｗｉｄｔｈ １２", ["full", "width", "12"]),
    ("हिन्दी में", ["हिनदी", "में"]),
    ("İstanbul ΌΣΟΣ", ["istanbul", "οσοσ"]),
    ("👩‍👧 !!", []),
])
def test_a_search_looks_for_words_without_case_and_accents(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@given(HARD, st.integers(0, 30))
def test_a_clipped_text_is_as_short_as_asked(text: str, limit: int) -> None:
    short = clip(text, limit)
    assert len(short) <= limit
    assert (short == text) == (len(text) <= limit)


def test_a_cut_leaves_no_joiner_that_would_glue_the_ellipsis() -> None:
    assert clip("👩‍👩‍👧", 3) == "👩…"


@pytest.mark.parametrize("url", [
    "https://example.com", "http://example.com/a?b=c#d", "HTTPS://example.com:8080/", "https://mastodon.example/@ana/1",
    "https://münchen.example/straße", "http://[::1]/x",
])
def test_links_of_the_web_may_be_opened(url: str) -> None:
    assert web_link(url)


@pytest.mark.parametrize("url", [
    "", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.com", "https://", "https:///path",
    "http://bank.example@evil.example/", "https://good.example\\@evil.example", "https://a b.example",
    "https://example.com/\x1b[31m", "https://example.com/\n", "https://example.com/\u202egpj", "https://exa\u200bmple.com",
    "https://example.com/\ud800", " https://example.com", "https://example.com/x\\y", "ftp://example.com",
])
def test_nothing_else_may_be_opened(url: str) -> None:
    assert not web_link(url)


@pytest.mark.parametrize("text", HOSTILE)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_texts_that_are_nearly_plain_have_the_words_of_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    nearly = [code for code in map(chr, range(0x20, 0x1fb00)) if searched._NEARLY_PLAIN.match(code)]
    texts = [text for code in nearly for text in (f"a{code}B", f"{code}{code}b", f"a{code}\ufe0fb")
             if searched._NEARLY_PLAIN.match(text)]
    quickly = [tokens(text) for text in texts]

    monkeypatch.setattr(searched, "_NEARLY_PLAIN", re.compile("(?!)"))

    assert len(texts) > 2_000
    assert quickly == [tokens(text) for text in texts]


_LETTERS = [chr(code) for code in (
    *range(0x20, 0x250), *range(0x370, 0x530), *range(0x2000, 0x2100), *range(0x2600, 0x2800), *range(0x3000, 0x3100),
    *range(0x1f300, 0x1fb00), 0xfe0f, 0x4e00, 0xac00)]


def test_what_is_known_to_be_harmless_is_what_all_the_steps_would_leave_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text for code in map(chr, range(0x20000)) for text in (f"a{code}b", f"{code}\ufe0f{code}")
             if searched._HARMLESS.match(text)]

    monkeypatch.setattr(searched, "_HARMLESS", re.compile("(?!)"))

    assert len(texts) > 30_000
    assert [text for text in texts if neutralise(text) != text] == []


@given(st.text(st.sampled_from(_LETTERS)))
def test_nor_does_it_matter_beside_what_it_stands(text: str) -> None:
    if searched._HARMLESS.match(text):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(searched, "_HARMLESS", re.compile("(?!)"))
            assert neutralise(text) == text


@given(st.text(st.characters(max_codepoint=0x7f)))
def test_a_plain_text_has_its_runs_of_letters_and_digits_for_words(text: str) -> None:
    if plain(text):
        assert tokens(text) == re.findall("[0-9a-z]+", text.lower())
