"""What a page calls the relations of a thing, and the things at their other end.

The order is that of the page. What is asked stands in `operaties/verken-….graphql`; a test holds the two together.
"""

from collections.abc import Mapping

PARTY = {
    "ontwikkelde": "Bedacht", "ervaart": "Loopt vast op", "trajecten": "Doet mee aan",
    "mensen": "Mensen met een functie hier", "hoortBij": "Hoort bij", "omvat": "Hierbij horen",
}  # fmt: skip
HEADINGS: Mapping[str, Mapping[str, str]] = {
    "Oplossing": {
        "toepassingen": "Gebruikt door", "knelpunten": "Lost op", "themas": "Gaat over",
        "onderwerpen": "Hoort bij onderwerp", "ontwikkeldDoor": "Bedacht door", "opgeleverdDoor": "Kwam uit traject",
        "afgeleidVan": "Is een variant van", "varianten": "Varianten", "contact": "Wie je kunt bellen",
        "inProgrammas": "Staat in programma",
    },
    "Knelpunt": {
        "oplossingen": "Opgelost door", "ervarenDoor": "Hier lopen op vast", "gesignaleerdIn": "Onderzocht in traject",
        "themas": "Gaat over", "onderwerpen": "Hoort bij onderwerp", "wetten": "Valt onder wet",
    },
    "Gemeente": {
        "toepassingen": "Gebruikt", **PARTY, "beleidskaders": "Stelde vast", "opvolgers": "Ging op in",
        "voorgangers": "Hierin gingen op",
    },
    "Departement": {"wetten": "Gaat over wet", **PARTY},
    "Organisatie": PARTY,
    "Persoon": {"rollen": "Heeft een functie bij", "regisseert": "Regisseert", "contactVoor": "Kun je bellen over"},
    "Traject": {
        "knelpunten": "Onderzoekt", "oplossingen": "Leverde op", "themas": "Gaat over", "deelnemers": "Doen mee",
        "regisseurs": "Geregisseerd door",
    },
    "Thema": {
        "oplossingen": "Op de plank", "knelpunten": "Hier knelt het", "trajecten": "Trajecten",
        "bovenliggend": "Valt onder", "onderliggend": "Hieronder vallen", "onderwerpen": "Hoort bij onderwerp",
    },
    "Onderwerp": {
        "oplossingen": "Op de plank", "knelpunten": "Hier knelt het", "themas": "Gaat over thema",
        "wetten": "Valt onder wet", "boven": "Valt onder", "onder": "Hieronder vallen",
    },
    "Wet": {"knelpunten": "Knelpunten onder deze wet", "departement": "Ministerie"},
    "Beleidskader": {
        "gemeente": "Vastgesteld door", "themas": "Gaat over", "wetten": "Valt onder wet",
        "programmas": "Uitgewerkt in programma",
    },
    "Uitvoeringsprogramma": {"kader": "Werkt uit", "thema": "Gaat over", "initiatieven": "Zit in dit programma"},
}  # fmt: skip

KINDS: Mapping[str, tuple[str, str]] = {
    "Oplossing": ("oplossing", "oplossingen"), "Knelpunt": ("knelpunt", "knelpunten"),
    "Gemeente": ("gemeente", "gemeenten"), "Departement": ("ministerie", "ministeries"),
    "Organisatie": ("organisatie", "organisaties"), "Persoon": ("persoon", "personen"),
    "Traject": ("traject", "trajecten"), "Thema": ("thema", "thema’s"), "Onderwerp": ("onderwerp", "onderwerpen"),
    "Wet": ("wet", "wetten"), "Beleidskader": ("beleidskader", "beleidskaders"),
    "Uitvoeringsprogramma": ("programma", "programma’s"),
}  # fmt: skip
"""What one is called, and several."""

MEASURES: Mapping[str, tuple[str, str, str]] = {
    "Oplossing": ("toepassingen", "gemeente", "gemeenten"),
    "Gemeente": ("toepassingen", "oplossing", "oplossingen"),
    "Knelpunt": ("oplossingen", "oplossing", "oplossingen"),
    "Thema": ("oplossingen", "oplossing", "oplossingen"),
    "Onderwerp": ("oplossingen", "oplossing", "oplossingen"),
    "Traject": ("deelnemers", "deelnemer", "deelnemers"),
    "Wet": ("knelpunten", "knelpunt", "knelpunten"),
}
"""What is counted of a neighbour: the field, and what one and several of it are called."""

SHAPES: Mapping[str, str] = {
    "Oplossing": "boek",
    "Gemeente": "rond",
    "Knelpunt": "ruit",
    "Thema": "driehoek",
    "Onderwerp": "scheef",
    "Traject": "vijfhoek",
    "Persoon": "achthoek",
}
"""How a kind is drawn; every other kind is a hexagon."""
