"""Whom to call about an oplossing, in order: only who can be reached. Pure functions.

A party stands here once, with everything it has to do with the oplossing. First its own contact points and people, then
the gemeente that uses it and fits best, who made it, the other gemeenten; who only thinks about it comes last. Where
nobody has a number, a page or a mailbox nobody stands here: a name alone is no contact.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, unique

from graph.domain.vocabulary import ContactpuntSoort
from graph.domain.web_address import openable
from graph.dutch.phrasing import upper_first


@unique
class BelRol(Enum):
    """Wat iemand met de oplossing te maken heeft."""

    CONTACTPUNT = "Een pagina, nummer of postbus voor deze oplossing"
    CONTACTPERSOON = "Er werkt iemand die je kunt benaderen"
    GEBRUIKT = "Werkt ermee"
    BEDACHT = "Heeft het bedacht"
    BEREIDT_VOOR = "Bereidt het voor"
    GEBRUIKTE = "Werkte ermee"
    OVERWEEGT = "Denkt erover na"


TOLD: Mapping[BelRol, str] = {
    BelRol.CONTACTPUNT: "",
    BelRol.CONTACTPERSOON: "",
    BelRol.GEBRUIKT: "Werkt ermee",
    BelRol.BEDACHT: "Bedacht het",
    BelRol.BEREIDT_VOOR: "Bereidt het voor",
    BelRol.GEBRUIKTE: "Werkte ermee",
    BelRol.OVERWEEGT: "Denkt erover na",
}
OWN = (BelRol.CONTACTPUNT, BelRol.CONTACTPERSOON)
"""Made for this oplossing; the rest is the general number of who has to do with it."""
FIRST, MAKER, OTHERS, LATER, LAST = 1, 2, 3, 4, 5
KINDS = {
    ContactpuntSoort.WEBPAGINA.name: "website", ContactpuntSoort.TELEFOON.name: "telefoon",
    ContactpuntSoort.E_MAIL.name: "email", ContactpuntSoort.POSTADRES.name: "postadres",
}  # fmt: skip
"""Which way in each kind of contact point is."""
assert set(KINDS) == {kind.name for kind in ContactpuntSoort}


@dataclass(frozen=True)
class Partij:
    """Who can be called, with its general ways in. `voorheen`: the gemeente that it was then."""

    id: str
    naam: str
    website: str | None = None
    telefoon: str | None = None
    email: str | None = None
    inwoners: int | None = None
    voorheen: str = ""

    @property
    def wie(self) -> str:
        return f"gemeente {self.naam}" if self.id.startswith("gemeente:") else self.naam


@dataclass(frozen=True)
class Mens:
    """A person with a public function at `partij`; without any date nobody knows whether that still holds."""

    naam: str
    functie: str | None
    gedateerd: bool
    partij: Partij

    @property
    def gezegd(self) -> str:
        told = ", ".join(filter(None, [self.naam, self.functie]))
        return told if self.gedateerd else f"{told} (de bron noemt geen datum)"


@dataclass(frozen=True)
class Gebruik:
    """A gemeente (or what came of it) with how far it is."""

    partijen: Sequence[Partij]
    status: str | None
    sinds: str | None
    mensen: Sequence[Mens] = ()

    @property
    def rol(self) -> BelRol:
        if any(p.voorheen for p in self.partijen):
            return BelRol.GEBRUIKTE
        stands = {"OVERWEEGT": BelRol.OVERWEEGT, "VOORBEREIDING": BelRol.BEREIDT_VOOR, "GESTOPT": BelRol.GEBRUIKTE}
        return stands.get(self.status or "", BelRol.GEBRUIKT)


@dataclass(frozen=True)
class Bekend:
    """Everything that is known of whom to call about one oplossing. `punten` are records of Contactpunt, `gebruik` has
    the gemeente that fits best first."""

    punten: Sequence[Mapping[str, str]] = ()
    mensen: Sequence[Mens] = ()
    makers: Sequence[Partij] = ()
    gebruik: Sequence[Gebruik] = ()


@dataclass(frozen=True)
class Belpunt:
    """One that can be reached. `partij` is its id, if the graph knows it; `bron` is where a contact point stands."""

    wie: str
    rollen: tuple[BelRol, ...]
    uitleg: str
    plaats: int
    partij: str | None = None
    telefoon: str | None = None
    email: str | None = None
    website: str | None = None
    postadres: str | None = None
    vraag_naar: str | None = None
    bron: str | None = None

    @property
    def bereikbaar(self) -> bool:
        return bool(self.telefoon or self.email or self.website or self.postadres)

    @property
    def eigen(self) -> bool:
        """Whether this is for the oplossing itself, and not just the general number of somebody."""
        return any(rol in OWN for rol in self.rollen)


def whom_to_call(known: Bekend, behalve: Iterable[str] = ()) -> tuple[Belpunt, ...]:
    """Everybody who can be reached, in order. Who asks (`behalve`, by id) only stands here when there is nobody else:
    in a large gemeente a colleague is somebody to call."""
    found: dict[str, Belpunt] = {}
    for key, each in _everyone(known):
        found[key] = _both(found[key], each) if key in found else each
    lead = min((key for key, each in found.items() if each.eigen and each.bereikbaar), key=_leads(found), default=None)
    found = {key: _beside_lead(each) if each.eigen and key != lead else each for key, each in found.items()}
    without = set(behalve)
    reachable = sorted((each for each in found.values() if each.bereikbaar), key=lambda each: each.plaats)
    return tuple([each for each in reachable if each.partij not in without] or reachable)


def _leads(found: Mapping[str, Belpunt]) -> Callable[[str], bool]:
    """A contact point goes before a person, else the first goes first."""
    return lambda key: BelRol.CONTACTPUNT not in found[key].rollen


def _beside_lead(each: Belpunt) -> Belpunt:
    """Only one of the ways in that are for the oplossing itself leads: then the inventor is among the first three."""
    ranks = {BelRol.GEBRUIKT: OTHERS, BelRol.BEDACHT: MAKER}
    return replace(each, plaats=min([OTHERS, *(ranks[rol] for rol in each.rollen if rol in ranks)]))


def _everyone(known: Bekend) -> Iterator[tuple[str, Belpunt]]:
    for mens in [*known.mensen, *(m for use in known.gebruik for m in use.mensen)]:
        yield mens.partij.id, replace(_party(mens.partij, BelRol.CONTACTPERSOON, "", 0), vraag_naar=mens.gezegd)
    users = 0
    for use in known.gebruik:
        place = {BelRol.OVERWEEGT: LAST, BelRol.GEBRUIKT: OTHERS if users else FIRST}.get(use.rol, LATER)
        users += use.rol is BelRol.GEBRUIKT
        for partij in use.partijen:
            yield partij.id, _party(partij, use.rol, _use(use, partij), place)
    for maker in known.makers:
        yield maker.id, _party(maker, BelRol.BEDACHT, _made(maker), MAKER)
    yield from _points(known)


def _points(known: Bekend) -> Iterator[tuple[str, Belpunt]]:
    """Contact points by organisation; one of a party that is here already is a way into that party."""
    parties = [*known.makers, *(p for use in known.gebruik for p in use.partijen)]
    names = {name.casefold(): p for p in parties for name in (p.wie, p.naam)}
    for point in known.punten:
        kind, who = KINDS.get(point.get("soort", "")), point.get("organisatie", "")
        value = point.get("waarde", "")
        if kind is None or (kind == "website" and not openable(value)):
            continue
        partij = names.get(who.casefold())
        made = Belpunt(partij.wie if partij else who, (BelRol.CONTACTPUNT,), "", 0, partij.id if partij else None)
        ways = {kind: value, "bron": openable(point.get("url"))}
        yield partij.id if partij else who.casefold(), replace(made, **ways)  # type: ignore[arg-type]


def _party(partij: Partij, rol: BelRol, uitleg: str, place: int) -> Belpunt:
    return Belpunt(
        partij.wie, (rol,), uitleg, place, partij.id,
        partij.telefoon, partij.email, openable(partij.website),
    )  # fmt: skip


def _both(one: Belpunt, other: Belpunt) -> Belpunt:
    """The same party twice. What a source gives for the oplossing itself goes before what is general."""
    ahead, behind = (other, one) if BelRol.CONTACTPUNT in other.rollen else (one, other)
    rollen = tuple(dict.fromkeys([*one.rollen, *other.rollen]))
    return replace(
        one,
        rollen=tuple(sorted(rollen, key=[*BelRol].index)),
        uitleg=" ".join(dict.fromkeys(filter(None, [one.uitleg, other.uitleg]))),
        plaats=min(one.plaats, other.plaats),
        telefoon=ahead.telefoon or behind.telefoon,
        email=ahead.email or behind.email,
        website=ahead.website or behind.website,
        postadres=ahead.postadres or behind.postadres,
        vraag_naar=one.vraag_naar or other.vraag_naar,
        bron=one.bron or other.bron,
    )


def _use(use: Gebruik, partij: Partij) -> str:
    if partij.voorheen:
        return f"Gemeente {partij.voorheen}, die hierin opging, werkte ermee."
    if use.status is None:
        return "Gebruikt het of gebruikte het: de bron zegt niet of het nog loopt."
    since = f" sinds {use.sinds[:4]}" if use.sinds and use.rol is BelRol.GEBRUIKT else ""
    return f"{TOLD[use.rol]}{since}."


def _made(maker: Partij) -> str:
    return f"Gemeente {maker.voorheen}, die hierin opging, bedacht het." if maker.voorheen else "Bedacht het."


def shown(each: Belpunt) -> str:
    """`Gemeente Almere`: who it is, at the start of a line."""
    return upper_first(each.wie)
