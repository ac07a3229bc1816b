"""The relationships of the test world, and the things that stand between two others.

Some ends are shared by many, some have none. A person has two functions at one party, one of them long over; of other
types there is at most one relationship between two things, as the loader sees to.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

from graph.domain.provenance import MODEL
from tests.world.things import Thing, picked

Tie = tuple[str, str, str, dict[str, Any]]

BY_HAND: tuple[Tie, ...] = (
    ("gemeente:gm0788", "OPGEGAAN_IN", "gemeente:gm0757", {"op": "2020-12-31"}),
    ("gemeente:gm0788", "OPGEGAAN_IN", "gemeente:gm0824", {"op": "2020-12-31"}),
    ("gemeente:gm0788", "OPGEGAAN_IN", "gemeente:gm0855", {}),
    ("gemeente:gm0788", "OPGEGAAN_IN", "gemeente:gm0865", {}),
    ("gemeente:gm0001", "OPGEGAAN_IN", "gemeente:gm0002", {}),
    ("gemeente:gm0002", "OPGEGAAN_IN", "gemeente:gm0344", {}),
    ("thema:geld", "DEEL_VAN", "thema:leven", {}),
    ("thema:schulden", "DEEL_VAN", "thema:geld", {}),
    ("thema:studieschuld", "DEEL_VAN", "thema:schulden", {}),
    ("thema:diep", "DEEL_VAN", "thema:studieschuld", {}),
    ("thema:zorg", "DEEL_VAN", "thema:leven", {}),
    ("thema:jeugdzorg", "DEEL_VAN", "thema:zorg", {}),
    ("persoon:jan-de-vries", "WERKT_BIJ", "gemeente:gm0344", {"functie": "directeur", "van": "2018-01-01"}),
    ("persoon:jan-de-vries", "WERKT_BIJ", "gemeente:gm0344", {"functie": "Wethouder", "tot": "2017-12-31"}),
    ("persoon:jan-de-vries", "LID_VAN", "organisatie:raad", {"functie": "voorzitter", "van": "2020-01-01"}),
    ("persoon:jan-de-vries", "LID_VAN", "organisatie:vng", {}),
    ("persoon:jan-de-vries-2", "WERKT_BIJ", "gemeente:gm0796", {"functie": "Directeur"}),
    ("persoon:lisette-de-bie", "WERKT_BIJ", "departement:szw", {"functie": "directeur-generaal"}),
    ("persoon:lisette-de-bie", "WERKT_BIJ", "departement:szw", {"functie": "projectleider"}),
    ("persoon:lisette-de-bie", "WERKT_BIJ", "gemeente:gm0344", {"van": "2010-01-01", "tot": "2012-06-30"}),
    ("persoon:zoe-van-t-hof", "WERKT_BIJ", "organisatie:vng", {"functie": "Adviseur één loket"}),
    ("persoon:zoe-van-t-hof", "LID_VAN", "organisatie:vng", {"functie": "bestuurslid"}),
    ("persoon:jan-de-vries", "REGISSEERT", "traject:p00", {"van": "2021-01-01"}),
    ("persoon:lisette-de-bie", "REGISSEERT", "traject:p00", {}),
    ("persoon:jan-de-vries-2", "REGISSEERT", "traject:p01", {}),
    ("gemeente:gm0344", "NEEMT_DEEL_AAN", "traject:p00", {"rol": "trekker", "van": "2021-01-01"}),
    ("departement:szw", "NEEMT_DEEL_AAN", "traject:p00", {"rol": "trekker"}),
    ("organisatie:vng", "NEEMT_DEEL_AAN", "traject:p00", {}),
    ("organisatie:utrecht", "HOORT_BIJ", "organisatie:vng", {"hoe": "werkt voor"}),
    ("gemeente:gm0344", "HOORT_BIJ", "organisatie:vng", {}),
    ("organisatie:raad", "HOORT_BIJ", "departement:bzk", {}),
)  # fmt: skip
MAP: tuple[Tie, ...] = (
    ("onderwerp:schulden", "HOORT_ONDER", "onderwerp:geld", {}),
    ("onderwerp:studieschuld", "HOORT_ONDER", "onderwerp:schulden", {}),
    ("thema:schulden", "BETREFT", "onderwerp:schulden", {}),
    ("knelpunt:p00", "BETREFT", "onderwerp:schulden", {}),
    ("knelpunt:p01", "BETREFT", "onderwerp:geld", {}),
    ("oplossing:p00", "BETREFT", "onderwerp:schulden", {}),
    ("oplossing:p01", "BETREFT", "onderwerp:schulden", {}),
    ("oplossing:p01", "BETREFT", "onderwerp:studieschuld", {}),
    ("oplossing:p02", "BETREFT", "onderwerp:geld", {}),
    ("onderwerp:schulden", "VALT_ONDER", "wet:p00", {}),
)  # fmt: skip
# how many relationships of each type there are, and how likely each of their properties is
DRAWN = {
    "LOST_OP": 60, "ONTWIKKELD_DOOR": 45, "AFGELEID_VAN": 9, "GAAT_OVER": 110, "ERVAART": 60, "ONDERZOEKT": 25,
    "LEVERT_OP": 15, "NEEMT_DEEL_AAN": 40, "REGISSEERT": 8, "WERKT_BIJ": 30, "LID_VAN": 14, "CONTACT_VOOR": 40,
    "VALT_ONDER": 30, "BEVAT": 22, "HOORT_BIJ": 10, "LIJKT_OP": 12, "OPGEGAAN_IN": 4,
}  # fmt: skip
SINGLE = ("AFGELEID_VAN",)
BETWEEN = {
    # a thing that stands between two others: how many, and the relationships that lead to it and from it
    "Toepassing": (64, ("PAST_TOE", False), ("VAN", True)),
    "Uitvoeringsprogramma": (0, ("HEEFT_PROGRAMMA", False), ("GAAT_OVER", True)),
    "Voortgang": (16, ("MELDT", False), None),
    "Beleidskader": (0, ("STELT_VAST", False), None),
    "Wet": (0, ("VAN_DEPARTEMENT", True), None),
}
Ids = dict[str, list[str]]


def between(random: Random, ids: Ids) -> Iterator[Thing]:
    """Things that cannot do without others; those with no name of their own come here."""
    for kind, (count, *_) in BETWEEN.items():
        node = MODEL.nodes[kind]
        for i in range(count):
            key = f"{node.prefix}:p{i:02}"
            ids.setdefault(kind, []).append(key)
            yield kind, {**picked(random, node), "id": key, **({"tekst": f"Bericht {i % 5}"} if node.naming else {})}


def fixed(random: Random, ids: Ids) -> Iterator[Tie]:
    """The relationships that those things must have."""
    for kind, (_, *ways) in BETWEEN.items():
        for key in ids[kind]:
            for name, forward in filter(None, ways):
                edge = MODEL.relationships[name]
                other = random.choice([k for t in (edge.targets if forward else edge.sources) for k in ids[t]])
                yield (key, name, other, {}) if forward else (other, name, key, {})


def drawn(random: Random, ids: Ids, seen: set[tuple[str, ...]]) -> Iterator[Tie]:
    """Relationships between things picked at random, skewed so that some things have many and some none."""
    for name, count in DRAWN.items():
        edge = MODEL.relationships[name]
        sources = [k for t in edge.sources if t != "Uitvoeringsprogramma" or name == "BEVAT" for k in ids.get(t, ())]
        targets = [k for t in edge.targets for k in ids[t]]
        for _ in range(count):
            a, b = skewed(random, sources), skewed(random, targets)
            values = {p.name: v for p in edge.properties.values() if (v := edge_value(random, p.kind)) is not None}
            key = (name, a) if name in SINGLE else told(name, a, b, values)
            if a != b and key not in seen:
                seen.add(key)
                yield a, name, b, values


def told(name: str, source: str, target: str, values: dict[str, Any]) -> tuple[str, ...]:
    """What tells a relationship from all others."""
    return (name, source, target, str(values.get("functie", "")))


def skewed(random: Random, keys: list[str]) -> str:
    return keys[int(len(keys) * random.random() ** 2)]


def edge_value(random: Random, kind: str) -> Any:
    if random.random() < 0.35:
        return None
    picks: dict[str, tuple[Any, ...]] = {
        "Date": ("2015-03-01", "2019-07-15", "2022-01-31", "2024-02-29"),
        "Int": (1, 2, 3, 3, 5),
        "Float": (0.0, 0.25, 0.5, 0.9, 1.0),
        "String": ("adviseur", "Projectleider schulden", "trekker", "Beleidsmedewerker zorg"),
    }
    return random.choice(picks[kind])
