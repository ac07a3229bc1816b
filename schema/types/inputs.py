"""Input types: keys, filters and orderings, derived from the model, and the arguments of the look-ups."""

from collections.abc import Mapping
from enum import Enum
from keyword import iskeyword
from types import GenericAlias
from typing import Any

import strawberry
from graphql import GraphQLInputObjectType, GraphQLSchema

from graph.domain.reader import Model
from graph.domain.vocabulary import Bewijsniveau, PartijSoort, Rijpheid
from schema.fields.computed import COMPUTED, FOLLOWED, Computed
from schema.fields.filters import FilterField, filter_fields, filter_name, party_fields, sort_fields
from schema.fields.paged import Arguments
from schema.fields.roots import Root
from schema.leaves import enums
from schema.leaves.scalars import BY_KIND, Date, GemeenteCode
from schema.types.results import Stand
from schema.types.stand_ins import listed

MAYBE = strawberry.UNSET


def build(name: str, description: str, fields: dict[str, tuple[Any, Any, str]], one_of: bool = False) -> Any:
    """An input type from name -> (type, default, description)."""
    made = type(name, (), {"__annotations__": {}})
    fill(made, fields)
    return strawberry.input(made, description=description, one_of=one_of)


def fill(cls: type, fields: dict[str, tuple[Any, Any, str]]) -> None:
    for key, (kind, default, text) in fields.items():
        name = f"{key}_" if iskeyword(key) else key
        cls.__annotations__[name] = kind
        given = {} if default is ... else {"default": default}
        setattr(cls, name, strawberry.field(name=key, description=text, **given))


def one_key_only(schema: GraphQLSchema) -> None:
    """Tell graphql-core which inputs are @oneOf, so that it judges them while it validates, with where.

    Strawberry only looks at such a value when it is coerced: too late for a literal, and not at all at a variable.
    """
    for kind in schema.type_map.values():
        made = kind.extensions.get("strawberry-definition")
        if isinstance(kind, GraphQLInputObjectType) and made is not None and made.is_one_of:
            kind.is_one_of = True
            kind.out_type = GraphQLInputObjectType.out_type  # type: ignore[method-assign]


def optional(kind: type | GenericAlias, text: str) -> tuple[Any, Any, str]:
    return kind | None, MAYBE, text


class Inputs:
    """The input types of one model, each made once."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.made: dict[str, Any] = {}
        self.fields: dict[str, dict[str, FilterField]] = {}
        tekst = build(
            "TekstFilter",
            "Vergelijkt zonder op hoofdletters en accenten te letten",
            {
                "is": optional(str, "Precies deze tekst"),
                "in": optional(list[str], "Een van deze teksten"),
                "bevat": optional(str, "Deze tekst komt erin voor"),
                "begintMet": optional(str, "Begint met deze tekst"),
                "leeg": optional(bool, "Ja: alleen wat niet is ingevuld; nee: alleen wat wel is ingevuld"),
            },
        )
        getal = build(
            "GetalFilter",
            "Vergelijkt een getal",
            {
                "is": optional(int, "Precies dit getal"),
                "min": optional(int, "Dit getal of meer"),
                "max": optional(int, "Dit getal of minder"),
                "leeg": optional(bool, "Ja: alleen zonder getal; nee: alleen met getal"),
            },
        )
        datum = build(
            "DatumFilter",
            "Vergelijkt een dag",
            {
                "vanaf": optional(Date, "Op deze dag of later"),
                "totEnMet": optional(Date, "Op deze dag of eerder"),
                "leeg": optional(bool, "Ja: alleen zonder datum; nee: alleen met datum"),
            },
        )
        waarde = build(
            "WaardeFilter",
            "Vergelijkt een waarde letter voor letter",
            {
                "is": optional(str, "Precies deze waarde"),
                "in": optional(list[str], "Een van deze waarden"),
                "leeg": optional(bool, "Ja: alleen wat niet is ingevuld; nee: alleen wat wel is ingevuld"),
            },
        )
        self.simple = {
            "text": tekst, "edge": tekst, "number": getal, "count": getal, "year": getal, "date": datum,
            "value": waarde,
        }  # fmt: skip

    def filter(self, types: dict[str, Any], target: str) -> Any:
        """The filter input of a node type or of Partij."""
        node = self.model.nodes.get(target)
        name = filter_name(node) if node else f"{target}Filter"
        if name in self.made:
            return self.made[name]
        own = filter_fields(node, self.model) if node and name != "PartijFilter" else party_fields(self.model)
        self.fields[name] = own
        made = self.made[name] = type(name, (), {"__annotations__": {}})
        several = listed(made)
        logic: dict[str, tuple[Any, Any, str]] = {
            "en": optional(several, "Aan al deze filters voldoen"),
            "of": optional(several, "Aan minstens één van deze filters voldoen"),
            "niet": optional(made, "Niet aan dit filter voldoen"),
        }
        fields = {f.name: optional(self._kind(types, f), f.description) for f in own.values()}
        if name == "ThemaFilter":
            text = "Ook wat onder een gekozen thema valt"
            fields["inclusiefOnderliggend"] = (bool | None, True, text)
        fill(made, {**logic, **fields})
        strawberry.input(made, description=f"Welke dingen je wilt: alle velden die je invult gelden samen ({target})")
        return made

    def _kind(self, types: dict[str, Any], field: FilterField) -> Any:
        if field.kind in self.simple:
            return self.simple[field.kind]
        if field.kind in ("period", "duo"):
            return Date if field.kind == "period" else bool
        if field.kind in ("direct", "only"):
            return self.filter(types, field.target)
        if field.kind == "relation":
            return self.quantified(types, field.target)
        assert field.property is not None
        if field.kind == "party":
            return self._of_enum(PartijSoort, "")
        if field.kind == "keys":
            return listed(BY_KIND[field.property.kind])
        assert field.property.enum is not None
        return self._of_enum(field.property.enum, field.property.description if field.kind == "ladder" else "")

    def _of_enum(self, words: type[Enum], ladder: str) -> Any:
        """The filter on an enum. A `ladder`, which says what it measures, has a lowest rung for what nobody knows, so
        there is always one."""
        name, kind = f"{words.__name__}Filter", enums.of_vocabulary(words)
        if name not in self.made and ladder:
            self.made[name] = build(
                name,
                f"Vergelijkt een tree op de ladder: {ladder[0].lower() + ladder[1:]}",
                {
                    "is": optional(kind, "Precies deze tree"),
                    "in": optional(listed(kind), "Een van deze treden"),
                    "minimaal": optional(kind, "Deze tree of hoger; UITGEFASEERD telt nooit mee"),
                },
            )
        if name not in self.made:
            self.made[name] = build(
                name,
                f"Vergelijkt een waarde uit de lijst {words.__name__}",
                {
                    "is": optional(kind, "Precies deze waarde; van een ding met meer waarden: een daarvan"),
                    "in": optional(listed(kind), "Een van deze waarden"),
                    "leeg": optional(bool, "Ja: alleen wat er geen heeft; nee: alleen wat er een heeft"),
                },
            )
        return self.made[name]

    def quantified(self, types: dict[str, Any], target: str) -> Any:
        name = f"{target}RelatieFilter"
        if name not in self.made:
            self.made[name] = type(name, (), {"__annotations__": {}})
            inner = self.filter(types, target)
            fill(
                self.made[name],
                {
                    "enige": optional(inner, "Minstens één voldoet"),
                    "geen": optional(inner, "Niet één voldoet"),
                    "alle": optional(inner, "Alle voldoen (ook als er geen zijn)"),
                },
            )
            strawberry.input(self.made[name], description=f"Hoeveel van de verbonden dingen voldoen ({target})")
        return self.made[name]

    def ordering(self, target: str) -> Any:
        """The ordering input of a type, or None when nothing about it can be sorted."""
        name = f"{target}Sortering"
        if name not in self.made:
            fields = sort_fields(self.model.nodes[target])
            values = {f.name: f.description for f in fields.values()}
            veld = enums.enum_of(f"{target}Sorteerveld", f"Waarop je kunt sorteren ({target})", values)
            self.made[name] = build(
                name,
                f"Eén sleutel van de volgorde ({target})",
                {
                    "veld": (veld, ..., "Waarop"),
                    "richting": (enums.richting(), enums.richting().OPLOPEND, "In welke richting"),
                },
            )
        return self.made[name]

    def key(self, name: str) -> Any:
        """A @oneOf key: exactly one way to name a thing."""
        if name not in self.made:
            fields = {"id": optional(strawberry.ID, "De sleutel, bijvoorbeeld gemeente:gm0344")}
            fields["slug"] = optional(str, "Het deel van de sleutel na de dubbele punt")
            if name == "GemeenteSleutel":
                fields["code"] = optional(GemeenteCode, "De CBS-code, bijvoorbeeld GM0344")
                fields["naam"] = optional(str, "De naam, ook een andere bekende naam zoals Den Bosch")
            self.made[name] = build(name, "Precies één van deze velden", fields, one_of=True)
        return self.made[name]

    def _idea(self) -> Any:
        several = listed(strawberry.ID)
        return build(
            "TrajectToetsInvoer",
            "Een voorgenomen traject",
            {
                "titel": (str, ..., "De titel"),
                "omschrijving": (str, ..., "Waar het over gaat"),
                "themas": optional(several, "De sleutels van de thema's"),
                "knelpunten": optional(several, "De sleutels van de knelpunten die het onderzoekt"),
                "beleidsdomeinen": optional(list[str], "Beleidsdomeinen die het raakt, in je eigen woorden"),
                "partijen": optional(several, "De sleutels van wie meedoet"),
            },
        )

    def extra(self, root: Root) -> dict[str, tuple[Any, Any, str]]:
        """The arguments of a root that are conditions of their own."""
        return {each.name: (each.kind, each.default, each.description) for each in root.where}

    def computed(self, types: dict[str, Any]) -> dict[str, tuple[Any, Computed, dict[str, tuple[Any, Any, str]]]]:
        """The root fields that are worked out: what they return, their row, and their arguments."""
        known = {**BY_KIND, **types, "ZoekType": enums.zoek_type(), "Rijpheid": enums.of_vocabulary(Rijpheid)}
        known |= {"Stand": Stand, "PasklaarInvoer": self._wanted(), "TrajectToetsInvoer": self._idea()}
        known |= {"ThemaRelatieFilter": self.quantified(types, "Thema")}
        found = {}
        for row in COMPUTED:
            returns = known[row.result]
            arguments = named(row.arguments, known)
            found[row.name] = (listed(returns) if row.many else returns, row, arguments)
        return found

    def followed(self) -> Arguments:
        """The arguments of the subscription: a position to go on from, and which changes."""
        return named(FOLLOWED, {**BY_KIND, "ZoekType": enums.zoek_type()})

    def _wanted(self) -> Any:
        rijpheid, bewijs = enums.of_vocabulary(Rijpheid), enums.of_vocabulary(Bewijsniveau)
        vraag = build(
            "PasklaarVraag",
            "Precies één ingang: een bekend knelpunt, een vrije omschrijving of een thema",
            {
                "knelpunt": optional(strawberry.ID, "De sleutel van een knelpunt"),
                "omschrijving": optional(str, "Het probleem in gewone woorden, hoogstens 2.000 tekens"),
                "thema": optional(strawberry.ID, "De sleutel van een thema"),
            },
            one_of=True,
        )
        return build(
            "PasklaarInvoer",
            "Waarvoor je een oplossing zoekt",
            {
                "vraag": (vraag, ..., "Het knelpunt, de omschrijving of het thema"),
                "gemeente": optional(self.key("GemeenteSleutel"), "Jouw gemeente"),
                "minimaleRijpheid": (rijpheid, rijpheid.NIET_BEOORDEELD, "Alleen wat minstens zo ver is"),
                "minimaalBewijs": optional(bewijs, "Alleen wat minstens zo goed is onderbouwd"),
                "ookVerwant": (bool, True, "Ook oplossingen voor knelpunten die erop lijken"),
                "uitsluitenAlInGebruik": (bool, True, "Laat weg wat jouw gemeente al gebruikt"),
            },
        )


def named(arguments: Mapping[str, tuple[Any, Any, str]], known: Mapping[str, Any]) -> Arguments:
    """The arguments of a row, with their types instead of the names of those."""
    return {n: (_named(kind, default, known), default, text) for n, (kind, default, text) in arguments.items()}


def _named(kind: object, default: object, known: Mapping[str, Any]) -> Any:
    """The type of an argument; `[Name]` is a list, and what has a default may be null."""
    if not isinstance(kind, str):
        return kind
    found = listed(known[kind.strip("[]")]) if kind.startswith("[") else known[kind]
    return found if default is ... else found | None
