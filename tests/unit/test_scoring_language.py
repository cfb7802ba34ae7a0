"""A post is called foreign only where that is certain: a wrong "not English" costs more than a foreign post scored."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from warroom.scoring.language import Detector, detector, in_words, language_of

HELD_OUT = Path(__file__).parents[3] / "shared" / "data" / "sentiment" / "semeval_val.tsv"


@pytest.fixture(scope="module")
def detect() -> Detector:
    return detector()


@pytest.mark.parametrize(("language", "text"), [
    ("es", "Estoy muy enfadado con este servicio, nadie contesta mis mensajes"),
    ("es", "@acme el paquete llegó roto y nadie responde mis mensajes https://t.co/x #fail 😡"),
    ("de", "Das ist wirklich eine Frechheit, ich will mein Geld zurück"),
    ("fr", "C'est une honte, personne ne répond au téléphone"),
    ("it", "il pacco è arrivato rotto e nessuno risponde alle mie domande"),
    ("pt", "não compro mais nada nessa loja, péssimo atendimento"),
    ("nl", "Wat een slechte service, ik wil mijn geld terug"),
    ("pl", "Okropna obsługa, nikt nie odpowiada na moje wiadomości"),
    ("tr", "Bu kahveyi çok seviyorum, herkese teşekkürler"),
    ("sv", "Det här är helt oacceptabelt, jag vill ha pengarna tillbaka"),
    ("vi", "Dịch vụ quá tệ, tôi sẽ không quay lại nữa"),
    ("ru", "Ужасное обслуживание"), ("uk", "Дуже погане обслуговування, ніхто не відповідає"),
    ("ja", "最高のサービス、ありがとうございます"), ("ko", "이 커피 정말 맛있어요"), ("zh", "服务太差了，再也不会来了"),
    ("ar", "خدمة سيئة جدا لن أعود أبدا"), ("hi", "मुझे यह कॉफी बहुत पसंद है"), ("th", "บริการแย่มาก"),
    ("el", "Απαράδεκτη εξυπηρέτηση"), ("he", "שירות נורא, אף אחד לא עונה"),
])
def test_a_post_that_is_plainly_in_another_language_is_told(detect: Detector, language: str, text: str) -> None:
    assert language_of(text, detect) == language


@pytest.mark.parametrize("text", [
    "", "ok", "omg lol", "no no no no", "Chipotle queso", "thx m8 luv ya", "smh u r trash", "gr8 svc", "goooooaaaal",
    "WHAT THE ACTUAL F***", "IM SICK OF YOUR SHIT", "Marco Rubio en fuego tonight", "Ciao bella! my new bag is here",
    "Sao Paulo Brazil Neymar Messi Ronaldo", "hola amigos, see you in the store on Friday", "😡😡😡😡",
    "https://acme.es/café",
    "@juventus @realmadrid #HalaMadrid #ForzaJuve #VamosRafa", "c'est la vie I guess, still waiting for the refund",
    "ur app sux n its down agn", "12345 67890", "\0\ud800", "𝓽𝓱𝓲𝓼 𝓲𝓼 𝓽𝓱𝓮 𝔀𝓸𝓻𝓼𝓽 𝓬𝓸𝓯𝓯𝓮𝓮 𝓮𝓿𝓮𝓻",
    "ｔｈｉｓ ｉｓ ｆｉｎｅ", "Eid Mubarak everyone",
])
def test_slang_names_and_a_foreign_word_or_two_are_not_called_foreign(detect: Detector, text: str) -> None:
    assert language_of(text, detect) in {"", "en"}


def test_no_more_than_one_english_post_in_a_thousand_is_called_foreign(detect: Detector) -> None:
    if not HELD_OUT.exists():
        pytest.skip(f"the held-out posts are not here: {HELD_OUT}")
    with HELD_OUT.open(encoding="utf-8", newline="") as file:
        posts = [row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    foreign = [post for post in posts if language_of(post, detect) not in {"", "en"}]
    assert len(posts) == 2000
    assert len(foreign) <= 2, foreign


def test_a_long_post_costs_no_more_than_its_beginning(detect: Detector) -> None:
    seen: list[int] = []

    def count(text: str) -> tuple[str, float]:
        seen.append(len(text))
        return detect(text)

    assert language_of("Das ist wirklich eine Frechheit. " * 10_000, count) == "de"
    assert max(seen) <= 300


def test_half_a_character_does_not_end_the_detectors_process(detect: Detector) -> None:
    assert language_of("cut in half by a bad app \ud83d and again \udc4e the end \udfff\ud800", detect) == "en"
    assert language_of("Estoy muy enfadado con este servicio \ud83d nadie contesta mis mensajes", detect) == "es"


def test_a_language_is_named_for_people() -> None:
    assert in_words("es") == "Spanish"
    assert in_words("qu") == "a language called 'qu'"
