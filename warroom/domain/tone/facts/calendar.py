"""The days, months, units and number words of eight languages that a fact sheet or a reply may use."""

from __future__ import annotations

from typing import Final


def words(listed: str) -> frozenset[str]:
    """The words of a list with spaces between."""
    return frozenset(listed.split())


def _table(rows: str) -> dict[str, int]:
    """Each word of a row and the number of its row, from one."""
    return {word: number for number, row in enumerate(rows.strip().splitlines(), 1) for word in row.split()}


#: English, German, French, Spanish, Italian, Portuguese, Dutch, Norwegian, Danish, Swedish.
MONTHS: Final = _table("""
    january jan januar janvier enero gennaio janeiro januari
    february feb februar février fevrier febrero febbraio fevereiro februari
    march mar märz mars marzo março maart
    april apr avril abril aprile
    may mai mayo maggio maio mei maj
    june jun juni juin junio giugno junho
    july jul juli juillet julio luglio julho
    august aug août aout agosto augustus augusti
    september sep sept septembre septiembre settembre setembro
    october oct oktober octobre octubre ottobre outubro
    november nov novembre noviembre novembro
    december dec dezember décembre decembre diciembre dicembre dezembro desember
""")
#: Months that are no other word where they stand alone.
WHOLE_MONTHS: Final = frozenset(word for word in MONTHS if len(word) > 4) - {"march", "marzo", "agosto"} | {"juin", "july", "june", "juli", "août", "märz"}
WEEKDAYS: Final = _table("""
    monday montag lundi lunes lunedì maandag mandag måndag
    tuesday dienstag mardi martes martedì dinsdag tirsdag tisdag
    wednesday mittwoch mercredi miércoles mercoledì woensdag onsdag
    thursday donnerstag jeudi jueves giovedì donderdag torsdag
    friday freitag vendredi viernes venerdì vrijdag fredag
    saturday samstag sonnabend samedi sábado sabato zaterdag lørdag lördag
    sunday sonntag dimanche domingo domenica zondag søndag söndag
""")
SMALL: Final = _table("""
    one
    two zwei deux dos twee dois
    three drei trois tres drie três
    four vier quatre cuatro quattro quatro
    five fünf cinq cinco cinque vijf
    six sechs seis zes
    seven sieben sept siete sette zeven sete
    eight acht huit ocho otto oito
    nine neun neuf nueve negen
    ten zehn dix diez dieci tien dez
    eleven elf onze undici
    twelve zwölf douze doce dodici twaalf doze dozen
    thirteen
    fourteen vierzehn quatorze catorce quattordici veertien
    fifteen fünfzehn quinze quindici vijftien
    sixteen
    seventeen
    eighteen
    nineteen
    twenty zwanzig vingt veinte venti twintig vinte
""") | {"zero": 0}
TENS: Final = _table("""
    -
    twenty
    thirty dreißig trente treinta trenta dertig trinta
    forty vierzig quarante cuarenta quaranta veertig quarenta
    fifty fünfzig cinquante cincuenta cinquanta vijftig cinquenta
    sixty sechzig soixante sesenta sessanta zestig sessenta
    seventy siebzig setenta settanta zeventig
    eighty achtzig ochenta ottanta tachtig oitenta
    ninety neunzig noventa novanta negentig
""")
#: Words for a count that are another word in English: of a count only before a unit of time.
BESIDE_A_UNIT: Final = frozenset(word for word in SMALL if SMALL[word] and not word.isascii()) | words(
    "zwei deux dos twee dois drei trois tres drie vier quatre cuatro quattro quatro cinq cinco cinque vijf sechs seis zes sieben sept siete sette zeven sete acht huit ocho otto oito neun neuf nueve negen zehn dix diez dieci tien dez elf onze undici douze doce dodici twaalf doze vierzehn quatorze catorce quattordici veertien quinze quindici vijftien zwanzig vingt veinte venti twintig vinte")
#: What is named by the time for which it holds: "a day ticket" is no day.
NAMED_BY_TIME: Final = "tickets?|pass|passes|cards?|fares?|rates?|returns?|trips?|permits?|memberships?"
#: Minutes of a unit of time.
UNITS: Final = {
    word: minutes for minutes, words in (
        (525_600.0, "year years jahr jahre jahren an ans año años anno anni ano anos jaar"),
        (43_200.0, "month months monat monate monaten mois mes meses mese mesi mês maand maanden måned måneder"),
        (10_080.0, "week weeks woche wochen semaine semaines semana semanas settimana settimane weken uke uker"),
        (1_440.0, "day days tag tage tagen jour jours día días dia dias giorno giorni dag dagen dager"),
        (60.0, "hour hours hr hrs stunde stunden heure heures hora horas ora ore uur timer"),
        (1.0, "minute minutes min mins minuten minuto minutos minuti minuut minutter"),
        (1 / 60, "second seconds"),
    ) for word in words.split()
}
