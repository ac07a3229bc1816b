"""Words that say how far a gemeente is with an oplossing: it has it, prepares it, thinks about it, or stopped.

The first that fits counts: "stopte met" is no use any more, "wil beginnen" no start.
"""

import re

from graph.domain.vocabulary import ToepassingStatus

NOT = """
    ziet? (?:er )?(?:\\w+ )?van af
    doe(?:t|n) (?:\\w+ )?niet mee
    kie(?:st|zen) (?:\\w+ ){0,2}(?:niet|voor een eigen)
    geen (?:behoefte|belangstelling)
    niet (?:over|in)nemen
    nee (?:gezegd|tegen)
    geen reden
    wijs(?:t|zen) .{0,60}af
"""
STOPPED = """
    stop(?:t|te|ten)
    gestopt|gesloten
    beëindigd?e?
    hie(?:ld|lden) .{0,40}\\bop
    schaft?e? .{0,40}\\baf
"""
CONSIDERS = """
    overweegt|overwegen|overweging
    onderzoek(?:t|en)
    denk(?:t|en) (?:er )?(?:\\w+ )?(?:over )?na
    verken(?:t|nen)
    belangstelling|interesse|geïnteresseerd
    afwachten
    praat(?:en)? (?:nog )?(?:\\w+ )?over|twijfel(?:t|en)
    (?:in|nog) onderzoek
    voorstel bij de raad
    wil(?:len)? (?:het|ze|er|eerst|ook)
    wil(?:len)? (?:\\w+ ){0,6}(?:aansluiten|beginnen|starten|overnemen|invoeren|meedoen|kijken|gebruiken)
    bekijk(?:t|en)
    van plan
"""
PREPARES = """
    (?:begin(?:t|nen)|start(?:en)?|ga(?:at|an)) (?:\\w+ ){0,5}(?:volgend|binnenkort|vanaf|in het|na de|per|straks|ook)
    start (?:zomer|najaar|voorjaar|winter|herfst|eind|begin)
    (?:begin(?:t|nen)|start(?:en)?) (?:in|per|met)
    vanaf \\d.{0,60}\\b(?:inzetten|invoeren|werken)
    bereid(?:t|en) .{0,60}\\bvoor
    ne(?:em|emt|men) .{2,160}\\bover
    voer(?:t|en) .{2,160}\\bin
    sluit(?:en)? .{0,60}\\baan
    ga(?:at|an) .{0,80}\\b(?:werken|gebruiken|inzetten|meedoen)
    kie(?:st|zen) voor
    volg(?:t|en) in
    ga(?:at|an) (?:\\w+ ){0,5}over op
    te (?:openen|starten|beginnen)
    invoeren
    begin(?:t|nen) ook
"""
USES = """
    gebruik(?:t|en|te|ten)
    werk(?:t|en|te|ten)\\b.{0,60}\\b(?:met|volgens|zo mee|mee)
    nam(?:en)? .{2,160}\\bover
    overgenomen|toegepast|ingevoerd|ingezet|afgekeken|gekopieerd|beproefd|aangesteld|aangesloten|meegedaan
    (?:past|passen|paste|pasten) .{2,160}\\btoe
    voerden? .{2,160}\\bin
    zet(?:ten|te)? .{2,160}\\bin
    inzet(?:ten)?
    doe(?:t|n) (?:\\w+ )?(?:dat|dit|het|mee|zo)
    (?:dat|dit|het) (?:al|eerder)
    bestond|bestaat
    begon(?:nen)?|startten?|gestart
    draai(?:t|en|de)
    loopt
    kopieer(?:t|de|den)
    keek .{0,60}\\baf
    in navolging van
    naar (?:het )?voorbeeld van
    wa(?:s|ren) de eerste
    komt uit
    bedacht(?:en)?
    ontwikkel(?:de|den|d)
    heeft\\b.{0,80}\\bal
    deelne(?:men|emt)|neemt? deel
    geeft|biedt
    ervaring(?:en)? met
    (?:de (?:pilot|proef)|het experiment) in
    (?:deze|de) (?:pilot|proef) (?:is|loopt|was|blijkt|bleek)
    geholpen|bespaard|ondersteund
    rijdt|had(?:den)? (?:ze|het|dat)|deed het eerst
    ko(?:pen|opt) .{2,60}\\bin
    vestigingen?|opende|openden
    heet bij ons|hebben op|gestarte?n?|actief|gewerkt vanuit
    sinds (?:\\w+ )?(?:\\d{4}|januari|februari|maart|april|mei|juni|juli)
    ervaringen? (?:heeft|hebben)
"""


def _any(words: str) -> re.Pattern[str]:
    lines = filter(None, (line.strip() for line in words.splitlines()))
    return re.compile(rf"\b(?:{'|'.join(lines)})\b", re.IGNORECASE)


ORDER = (
    (None, _any(NOT)),
    (ToepassingStatus.GESTOPT, _any(STOPPED)),
    (ToepassingStatus.OVERWEEGT, _any(CONSIDERS)),
    (ToepassingStatus.VOORBEREIDING, _any(PREPARES)),
    (ToepassingStatus.IN_GEBRUIK, _any(USES)),
)


def stand(text: str) -> ToepassingStatus | None:
    """How far a gemeente is, as a sentence says it; nothing where the sentence does not say, or says it does not."""
    return next((stand for stand, words in ORDER if words.search(text)), None)
