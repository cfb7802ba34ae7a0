"""Languages: which one a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from warroom.domain.tone.draft import folded

# The commonest words of a language; those that two of them share say nothing and are left out.
_WORDS: Final = {
    "English": "war week had bus last far bare mere men sole era due fire kind mine met son he fast gut brief handy under hero the and you your we are is was were for that this with have has not will our it to of in on at be they their from what been would which when why who how can there an my about out up just more than them then do does did i if by but or as so all any because sorry thanks thank tomorrow today please soon here now back get no hours days weeks without after still never every again only need like want got me going don't can't won't i'm it's hi nobody nothing since a calls call even really ever off down right before one two three says people kids wrong day us lost cancelled paid came told where over late twice money gone left refund said third night years account minutes whole room old took home pay charged someone hour broken bank say months died month parcel half staff school anyone times stuck driver closed many broke her line missed you're bill sold letter order found bag second lift page called mum house cold into asked went free go answer arrived through box next what's food five fee kid full same away recall waiting shut dog bought seat price sign where's th explain job ordered form street everyone nine read sick while flight made black turned road ago booked under monday there's notice daughter his another rent saturday first anything hit drove that's heating could let tell much leak long she help mother give waited morning answers rain look ten should take live too doesn't dark fix closing milk see hand else's alone yesterday well couldn't wife being train trains brother didn't tickets isn't seats doors yes something tuesday looks smells customers customer rude service ordering waits weekend friday thursday wednesday sunday arrives worked working works wasn't shouldn't haven't single bolt kit wasted happened yours",
    "German": "ihr angeblich an stimmt nie fragen beantworten bis wurden zum zur da macht endlich steht offen kinder was mir mich dir habe hab geht seit strom ist der die das und nicht ich wir sie ein eine einen mit auf für von dem den des zu im es auch sich wie aber oder haben hat war wird uns unser ihre bei nach aus noch schon nur kein keine mehr mein meine wieder niemand wenn sind werden wurde heute morgen bitte warum dass danke leider sorry gerne sehr kommt kommen ihnen ihn euch euer mal halt gestern ohne jetzt immer keiner wochen tage geld keinen meinem meiner meinen zweimal abgebucht warten warte gewartet paket bestellung rechnung hotline antwort zurück stunden stunde minuten wo wer wann einfach ganz ganze ganzen schlecht kaputt unmöglich frechheit unverschämt schade schicken melden bestellt geliefert verspätung wasser zug niemanden jemand beim",
    "French": "la s'est en seule fils fille ouverte inadmissible ça mon ton cassé colis arrivé aucun cela avez depuis le les des est et vous nous une dans pour que qui pas sur avec votre notre sommes êtes ce cette je il elle sont du au aux mais ou plus ma mes vos nos très être fait bien tout toutes toujours à où on dort y a été avons suis enfin rien personne mois semaines jours heures c'est j'ai n'est aucune sans demain avant pourquoi encore merci désolé désolés aujourd'hui bonjour qu'on n'y chez leur leurs quand comment deux trois fois attente attends attendre commande livraison remboursement téléphone réponse argent train panne coupé honte scandaleux arrive trop était étaient ont peut faut d'une d'un l'eau semaine jour heure",
    "Spanish": "el los las una que en por para con su sus está es son y pero no se lo le mi mis nos me ha han ya más muy como desde hace nadie cuando porque todo sin este esta esto hoy mañana llega antes del al usted ustedes nuestro nuestra lamentamos gracias siento sentimos hola ayer nada llevo semanas días pedido cobro tarjeta dos tres hora media horas taquilla abierta semana cobrado cobraron veces luz agua tren niños responde vergüenza ni donde dónde qué cuándo hay fue están tiene tengo estoy soy era otra otro vez mismo también les os vuestra vuestro",
    "Italian": "due ore un la alla allo al dal sul sullo fila dove adesso senza sempre ieri dispiace ci vi colleghi errore treno cassa anche siamo il gli una che di per con sono non è mi si ma come della del dei delle nel nella più questo questa ho ha abbiamo vostra vostro nostro nostra davanti c'era nessuno perché quando molto tutto ancora dopo stato oggi domani grazie scusi mai arrivato nostri vostri tre ora giorni settimana settimane ordine pacco soldi rimborso risponde vergogna arriva c'è ogni già volta volte fa era stata hanno siete cosa però",
    "Portuguese": "o os as um uma que em por para com não do da dos das seu sua é está são mas mais muito ao pela pelo você vocês nosso nossa foi ela ele isso hoje amanhã manhã ainda quando porque já lamentamos obrigado obrigada desculpe olá sem desde ontem estamos água tem nada até depois minha meu ninguém pedido dias há dois duas três hora horas semana semanas encomenda dinheiro responde vergonha fila comboio luz vez vezes fui tenho estou esta este só nem também onde",
    "Dutch": "de klopt prijs vanaf krijg zijn jullie al te maar even er dan tot voor niemand weken het een en van ik niet dat op met ons uw je wij we ook als aan bij nog naar om heeft hebben wordt deze dit mijn geen wat komt morgen is spijt onze waarom weer bedankt sorry vandaag u gewacht wachten bestelling pakket geld terug uur trein bus niets werkt wel waar wanneer hoe lang keer twee drie dagen week zonder steeds alweer schande kapot was had werd worden kon kunnen moet moeten gisteren hij zij",
    "Swedish": "mitt mig min funkar sedan morse ert igen hela bara ännu ingen kort väntar timmar och att det som en på är av för med inte vi ni jag den till har om ett men var så er vår vara kan när hur tack idag imorgon också varför inget pengar veckor dagar tåget blev fick får från efter utan över mycket mot där",
    "Polish": "i w nie na się że z do to jest jak ale za od przez po co czy tak już mi nasz państwa bardzo jutro przed dziękujemy przepraszamy dziś nikt odbiera telefonu dni tygodnie pieniądze zwrot paczka zamówienie dlaczego kiedy gdzie był była było są mam moje moja mój tylko jeszcze bez tego ten ta",
    "Danish": "mit mig min hele borte strømmen strøm siden ingen ennå endnu timer venter fra nå hos ikke og at det som en på er af for med vi jeg den til har om et men var så jer vores være kan når hvordan blev bliver hvor hvorfor toget uger dage penge ingenting også kun mange mere hun han deres fik får mine noe noen kjørte fortsatt etter ble igjen uten mitt dere over",
    "Finnish": "pahoittelut anteeksi lähtee seuraava bussi jäi kiitos tänään päivää eilen on ja ei että oli mutta kun me te olemme tämä kello huomenna jo vielä hän ovat kuin niin se sen meidän meille sinun sinulle kolme viikkoa ikävää miksi mitä että tai olet asti",
    "Czech": "a je na se to v že s z k o do pro ale jsme jste jak tak už jsem mám vás nás kdy dnes zítra děkujeme omlouváme",
    "Turkish": "iki gündür kimse cevap vermiyor internetim elektrik saat teşekkürler lütfen ve bir bu için de da çok ne ile ama gibi daha en var yok siz biz ben neden hala bugün yarın",
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
    words, points = _points(plain)
    ranked = sorted(points, key=lambda name: points[name], reverse=True)
    if len(words) < 4 or not ranked or points[ranked[0]] < max(1.5 if len(words) < 8 else 2, 0.15 * len(words)):
        return ""
    return ranked[0] if len(ranked) == 1 or points[ranked[0]] >= 1.4 * points[ranked[1]] else ""


def _points(plain: str) -> tuple[list[str], dict[str, float]]:
    """The words of a folded text, and how much each language shows in them."""
    points: dict[str, float] = {}
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", plain)
    for word in words:
        for name in _SPOKEN.get(word, ()):
            points[name] = points.get(name, 0) + 1 / len(_SPOKEN[word])
    if "\u00bf" in plain:
        points["Spanish"] = points.get("Spanish", 0) + 2
    return words, points


#: Letters of few languages.
_LETTERS: Final = {"ß": ("German",), "ü": ("German",), "ñ": ("Spanish",), "¡": ("Spanish",), "ã": ("Portuguese",), "õ": ("Portuguese",), "ø": ("Danish",), "æ": ("Danish",),
                   "å": ("Danish", "Swedish"), "ł": ("Polish",), "ę": ("Polish",), "ą": ("Polish",), "ś": ("Polish",), "ě": ("Czech",), "ř": ("Czech",), "ů": ("Czech",),
                   "ğ": ("Turkish",), "ş": ("Turkish",), "ı": ("Turkish",), "è": ("French", "Italian"), "ê": ("French", "Portuguese"), "ç": ("French", "Portuguese")}


def other_than(known: str, text: str) -> str:
    """Name the language that a text shows most where that is surely not ``known``; "" where it may be ``known``.

    Less is needed for that than to name the language of a text of which nothing is known.
    """
    plain = folded(_ASIDE.sub(" ", text[:2_000]))
    words, points = _points(plain)
    if not _COURTESY.get(known, frozenset()).isdisjoint(words):
        return ""  # "Super Service in Halle 3, danke!"
    for word in words:
        for name in {name for mark in word for name in _LETTERS.get(mark, ())} if word not in _SPOKEN else ():
            points[name] = points.get(name, 0) + 0.5
    most = max(points, key=lambda name: points[name], default="")
    enough = bool(most) and most != known and len(words) >= _FEWEST and points[most] >= max(1.5, 0.12 * len(words))
    return most if enough and points.get(known, 0) <= _SHARE * points[most] else ""


#: A word of thanks or greeting tells a short post's language better than the words that it shares with others.
_COURTESY: Final = {
    "English": frozenset(["thanks", "please"]), "German": frozenset(["danke", "bitte", "hallo"]), "French": frozenset(["merci", "bonjour", "bravo"]),
    "Spanish": frozenset(["gracias", "hola"]), "Italian": frozenset(["grazie", "ciao"]), "Portuguese": frozenset(["obrigado", "obrigada"]),
    "Dutch": frozenset(["bedankt", "dankjewel", "hallo"]),
}
_FEWEST: Final = 4
_SHARE: Final = 0.4
