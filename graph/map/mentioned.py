"""A name inside a question: whether the question asks for the thing itself, or only passes its name. Pure functions.

`Wat is JPF, en wie doet er mee?` asks for it; `jongeren met schulden in Den Bosch` is about something else. A part of a
text asks for a thing when it begins to ask (`wat hebben jullie van`, `alles over`, `een lijst van`) and holds nothing
besides but its name, or a word for it that was named elsewhere (`die gemeente`). What is left over is what the text is
about, and then the text is the question. In the rest of a text only words count that some subject of the map is
described with: who asks, and why, is told in words without end.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from graph.dutch.spelling import Vocabulary
from graph.dutch.words import STOP, WORD
from graph.meaning.called import AROUND, KINDS_OF_NAMES, Called, Named
from graph.meaning.name_shapes import plain

KINDS = ("Oplossing", "Traject", "Wet", "Organisatie", "Departement", "Gemeente", "Thema")
"""What is meant when a part names several: what is most particular. `Het fonds van Tilburg` is the fonds."""
APART = re.compile(r"[.!?;,()\n]+(?=\s|$)|[\n()]|\s[-–—]\s|:\s")
LONGEST, MOST = 9, 4_000
"""Words of a name, and characters of a text that are looked at."""
LEAST, BEFORE, BESIDES = 3, 2, 2
"""Letters of a name; words that lead up to the name of an oplossing, and words besides when so many do."""
FEW = 4
"""Words besides a name that need not ask."""
ASKING = frozenset("wat wie welke hoe waar doet mee ken kent kennen kende zoek werkt bestaat regelt waarom".split())
"""With these a part asks, whatever it asks."""
COLLECTING = frozenset(
    """overzicht overzichtje lijst lijstje alles allemaal verzameld verzameling verzamelt opgenomen praktijken
    praktijk praktijkvoorbeelden voorbeelden werkwijzen aanpakken oplossingen initiatieven projecten informatie info
    uitleg meer iets inlezen sturen stuur vertellen vertel toelichting bekend achtergrond achtergronden stukken
    materiaal documentatie factsheet samenvatting opgeschreven vastgelegd beschreven geregistreerd vermeld
    verhaal""".split()
)
"""Words of who wants what there is about a thing."""
EXPLAINED = frozenset("uitleg toelichting informatie samenvatting factsheet documentatie beschrijving".split())
"""With these a part asks for the only thing that is named, without a word for it."""
IDLE = COLLECTING | frozenset(
    """valt vallen raken raakt horen hoort hangen hangt samen onderdeel gaan gaat meedoen meedoet doet mee
    deelnemen deelneemt deelnemers aangesloten betrokken gemeenten inwoners steden stad dorp plaats plaatsen regio
    jeugdregio arbeidsmarktregio
    kiezen kies zelf lijstje jullie verzameling site databank database catalogus schap bestand systeem
    zit zitten speelt lopen loopt actief bezig betreft betreffende omtrent inzake ene zeg
    stuur toesturen mailen doorsturen opsturen bezorgen aanleveren delen deel gedeeld ontvangen krijgen
    link linkje bron bronnen verwijzing tekst stuk stukje regels zin zinnen a4 a4tje half halve pagina
    ervaring ervaringen resultaten resultaat kosten kost prijs effect effecten bewijs onderzoek evaluatie opbrengst
    contactpersoon contact bellen doelgroep bedoeld werkwijze opzet inhoud invoering begonnen gestart
    uitgevonden bedacht
    ontwikkeld ontstaan gestopt oud nieuw zogenoemde zogeheten bekende
    hartelijk vriendelijk dank bedankt alstublieft alsjeblieft groet groeten graag gauw spoedig
    overal tegen tegenkom tegenkwam steeds vaak telkens weer laatste tijd morgen vandaag volgende week maandag dinsdag
    woensdag donderdag vrijdag straks binnenkort later direct
    mogelijk eventueel liefst bijvoorbeeld namelijk trouwens overigens dan wel ofwel oftewel aangaande
    benieuwd nieuwsgierig uitzoeken weten leren opgezocht nagaan nagezocht terugvinden gevonden tref treffen
    ligt liggen staat staan lijken lijkt heten eventjes beetje paar soort allen enige enkele
    geregeld gevraagd gedaan telt tellen uitvoert uitvoeren voert voeren organiseert lezen opvragen opgevraagd
    bezig actief meedenkt uitvindt deelt gemaakt maken verzint doende werkt werken werkzaam woon woont
    sociaal sociale domein gebied terrein vlak werkveld anders goeds moois leuks slims
    raadslid raadsleden raad fractie wethouder wethouders burgemeester ambtenaar ambtenaren beleidsmedewerker
    beleidsmedewerkers beleidsadviseur beleidsadviseurs adviseur medewerker medewerkers stagiair stagiaire student
    journalist onderzoeker directeur bestuurder manager griffier griffie afdeling
    gesprek gesprekken afspraak bijeenkomst excursie werksessie workshop webinar podcast
    cijfers feiten aantallen nadelen voordelen valkuilen voorwaarden
    projectplan stappenplan draaiboek folder flyer brochure handleiding filmpje foto logo verschil overeenkomst
    beginnen begin begint starten start startte opzetten inzetten invoeren ingevoerd gebruiken gebruikt overnemen
    gewone gewoon kleine klein grote groot nieuwe plattelandsgemeente buurgemeente buurgemeenten
    elders goed slecht echt zin nut nuttig lyrisch enthousiast twijfelt twijfel twijfelen overweegt overwegen
    spullen tips advies mening oordeel gelegd neergelegd ergens daarbij erbij hierbij fijne zoeken zoekt
    niemand niets herindeling nieuweling stage korte beknopte duidelijke
    maand maanden jaar jaren weken zus broer tante oom vriend vriendin kennis
    scriptie presentatie praatje nieuwsbrief werkbezoek notitie raadsbrief artikel stageopdracht opdracht onderzoek
    verslag college commissie congres heidag
    huidige actuele recente beschikbare verschillende bestaande""".split()
)
"""Words that say how one wants to hear about a thing, and nothing about what it is for."""
POINTS = {
    "Gemeente": ("gemeente", "stad", "plaats", "dorp", "daar", "zij", "ze", "hen"),
    "Wet": ("wet", "regeling"),
    "Organisatie": ("organisatie", "club", "stichting", "partij", "provincie", "regio", "daar", "zij", "ze", "hen"),
}
"""What somebody calls a thing of this kind the second time."""
POINTS_AT_ANY = frozenset(
    """erover daarover hierover daar ervan daarvan hiervan eronder daaronder ermee daarmee het dit dat afkorting term
    woord
    begrip naam aanpak project methode werkwijze fonds experiment traject programma model concept""".split()
)
HAVE = re.compile(r"\b(?:hebben jullie|heeft u|heb je|hebt u|heb jij|hebben we|ligt er|staat er)\b")
FREE = STOP | AROUND | KINDS_OF_NAMES | IDLE


THEMSELVES = ("Oplossing", "Traject")
"""Kinds of which the name says what is wanted: who names one asks for it, or for something like it."""
SUBJECTS = ("Thema", "Wet", *THEMSELVES)
"""Kinds whose names say what a text is about: `schulden in Tilburg` is about schulden."""


@dataclass(frozen=True)
class Mention:
    """A name in a part of a text: what it is the name of, and from which word to which."""

    things: tuple[Named, ...]
    begin: int
    end: int

    whole: bool = True
    """Whether it is the whole name, and not a part of it."""

    @property
    def soort(self) -> str:
        return self.things[0][1]

    @property
    def rank(self) -> int:
        return KINDS.index(self.soort)


@dataclass(frozen=True)
class Part:
    """A piece of a text between two marks, and the names in it; `asked`: whether the mark behind it is a `?`."""

    words: Sequence[str]
    mentions: Sequence[Mention]
    asked: bool = False

    def besides(self, meant: Mention | None) -> list[str]:
        """Its words without the names; of another subject that is named, the words stay."""
        named = {
            i for m in self.mentions if m is meant or m.soort not in SUBJECTS for i in range(m.begin, m.end)
        }  # fmt: skip
        return [word for i, word in enumerate(self.words) if i not in named]

    def left(self, meant: Mention | None = None, also: Container[str] = ()) -> list[str]:
        """What it is about, besides the names: `also` are words that say nothing here."""
        return [word for word in self.besides(meant) if not _idle(word) and word not in also]

    def about(self, called: Called, meant: Mention) -> list[str]:
        """The words of these that some subject is described with."""
        return [word for word in self.left(meant) if called.tells(word)]

    def asks(self, meant: Mention | None = None) -> bool:
        return self.asked or not (ASKING | COLLECTING).isdisjoint(self.besides(meant)) or self.collects

    @property
    def collects(self) -> bool:
        """Whether it asks for what there is, and not for what to do."""
        told = COLLECTING - {"iets", "meer"}
        return not told.isdisjoint(self.besides(None)) or bool(HAVE.search(" ".join(self.words)))


def mentioned(text: str, called: Called, words: Vocabulary) -> list[Named]:
    """What a text asks for by its name, when it asks for one thing; nothing when it only passes names."""
    pieces, marks = APART.split(text[:MOST]), [*APART.findall(text[:MOST]), ""]
    parts = [part for each in zip(pieces, marks, strict=True) if (part := _part(*each, called, words)).words]
    names = [mention for part in parts for mention in part.mentions]
    for part in parts if names else ():
        found = _here(part, len(parts) == 1) or _again(part, names)
        if found is None:
            continue
        others = (other for other in parts if other is not part)
        if found.soort == "Oplossing" or part.collects or not any(other.about(called, found) for other in others):
            return list(found.things)
    return _only(text, parts, called) or _last(parts, called)


def _last(parts: Sequence[Part], called: Called) -> list[Named]:
    """The only thing that is named in a text that asks, and in which not one word says what it is about."""
    names = [mention for part in parts for mention in part.mentions]
    if len({m.things for m in names}) != 1 or names[0].soort == "Thema":
        return []
    asks = any(part.asks() and not part.left(names[0]) for part in parts)
    return list(names[0].things) if asks and not any(part.about(called, names[0]) for part in parts) else []


def _only(text: str, parts: Sequence[Part], called: Called) -> list[Named]:
    """The one oplossing or traject that a text names in full, when the text asks and says little besides."""
    names = [mention for part in parts for mention in part.mentions]
    found = [m for m in names if m.soort in THEMSELVES and m.whole]
    if len({m.things for m in found}) != 1:
        return []
    told = [word for part in parts for word in part.about(called, found[0])]
    short = len(parts) == 1 and len(parts[0].besides(found[0])) <= FEW
    asks = short or "?" in text or any(part.asks(found[0]) for part in parts)
    return list(found[0].things) if asks and len(told) <= BESIDES else []


def _here(part: Part, alone: bool) -> Mention | None:
    """The name that a part asks for and holds; a few words that are `alone` need not ask."""
    for found in sorted(part.mentions, key=lambda m: (m.rank, m.begin)):
        if part.asks(found) and not part.left(found):
            return found
        if found.soort != "Oplossing" or not found.whole or len(part.left(found)) > BESIDES:
            continue
        if _led_up_to(part, found) or (alone and len(part.besides(found)) <= BESIDES):
            return found
    return None


def _led_up_to(part: Part, found: Mention) -> bool:
    """Whether the words right before a name ask for it: `wat kost`, `meer over het`."""
    before: list[str] = []
    for word in reversed(part.words[: found.begin]):
        if word not in FREE:
            break
        before.append(word)
    return len(before) >= BEFORE and not (ASKING | COLLECTING).isdisjoint(before)


def _again(part: Part, names: Sequence[Mention]) -> Mention | None:
    """The name that a part asks for with another word: `alles daarover`, `wat hebben jullie van die gemeente`."""
    if part.mentions or not part.asks():
        return None
    words = set(part.words)
    itself = [m for m in names if m.soort in THEMSELVES] or names
    if len({m.things for m in itself}) == 1 and not EXPLAINED.isdisjoint(words) and not part.left():
        return itself[0]
    pointed = [m for m in names if not words.isdisjoint(POINTS.get(m.soort, ()))]
    apart = "er" in words and not words.isdisjoint(("over", "van", "mee"))  # `vertel er alles over`
    if not pointed and (apart or not words.isdisjoint(POINTS_AT_ANY)):
        pointed = [m for m in names if m.soort not in ("Gemeente", "Thema")]
    if not pointed:
        return None
    best = min(pointed, key=lambda m: m.rank)
    same = all(m.things == best.things for m in pointed if m.rank == best.rank)
    return best if same and not part.left(None, {*POINTS.get(best.soort, ()), *POINTS_AT_ANY}) else None


def _part(piece: str, mark: str, called: Called, known: Vocabulary) -> Part:
    written = WORD.findall(piece)
    words = plain(piece).split()
    capital = [w[:1].isupper() for w in written] if len(written) == len(words) else [True] * len(words)
    return Part(words, tuple(_mentions(words, capital, called, known)), "?" in mark)


def _mentions(words: Sequence[str], capital: Sequence[bool], called: Called, known: Vocabulary) -> Iterator[Mention]:
    """The names in these words, the longest first where two begin together; words with capitals may hold a slip."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + LONGEST), at, -1):
            form = " ".join(words[at:end])
            things = called.exactly(form)
            if not things and end > at + 1 and all(capital[at:end]):
                things = called.nearly(form, known)
            if things and things[0][1] in KINDS and _is_name(form, at, words, capital, called, things):
                yield Mention(tuple(things), at, end, called.wholly(form))
                at = end - 1
                break
        at += 1


def _is_name(
    form: str, at: int, words: Sequence[str], capital: Sequence[bool], called: Called, things: Sequence[Named]
) -> bool:  # fmt: skip
    """Whether these words are a name here: `best` and `huizen` are also words, `Best` and `gemeente Buren` are not."""
    if len(form) < LEAST or form in FREE:
        return False
    free = things[0][1] != "Gemeente" or capital[at] or not (any(capital) or called.tells(form))
    return free or (at > 0 and words[at - 1] in KINDS_OF_NAMES)


def _idle(word: str) -> bool:
    return word in FREE or len(word) < LEAST or any(c.isdigit() for c in word)
