"""Declarations become a Model, and a mistake in one is named by class and property when the service is imported."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, ClassVar

import pytest

from graph.domain.guards import THINGS, Zicht
from graph.domain.marks import End, Field, Filter, Heeft, Intern, Naam, Relationship, Sorteer, View
from graph.domain.provenance import MODEL
from graph.domain.reader import Model, read, upper_snake
from graph.domain.vocabulary import Rol
from graph.errors import ModelError


class Kleur(Enum):
    """Een kleur."""

    ROOD = "Rood"


@dataclass(frozen=True)
class Maat:
    """Hoe groot."""

    hoogte: Annotated[int | None, "De hoogte"]


@dataclass(frozen=True)
class Onderdeel:
    """Iets dat erin zit."""

    titel: Annotated[str, "De titel"]


@dataclass(frozen=True)
class Basis:
    """Wat alles heeft."""

    zicht: ClassVar[Zicht] = THINGS
    id: Annotated[str, "De sleutel"]


@dataclass(frozen=True)
class Ding(Basis):
    """Een ding."""

    naam: Annotated[str, "De naam", Naam(), Filter()]
    kleur: Annotated[Kleur | None, "De kleur", Sorteer()]
    sinds: Annotated[date | None, "Sinds wanneer"]
    woorden: Annotated[tuple[str, ...], "Woorden"]
    delen: Annotated[tuple[Onderdeel, ...], "Wat erin zit"]
    maat: Annotated[Maat, "Hoe groot het is"]
    geheim: Annotated[str | None, "Not shown", Intern()]
    prijs: Annotated[float | None, "De prijs", Heeft((Rol.PROGRAMMABUREAU, Rol.GEMEENTE))]


@dataclass(frozen=True)
class Doos(Basis):
    """Een doos."""


class ZitIn(Relationship):
    """Een ding zit in een doos."""

    source = End(Ding, Field("dozen", "Waar het in zit"))
    target = End(Doos, Field("dingen", "Wat erin zit"), Field("", "Voor het filter", filter_as="ding"))
    sinds: Annotated[date | None, "Sinds wanneer"]


class LigtOp(Relationship):
    """Een ding ligt op een doos."""

    source = End(Ding)
    target = End(Doos)
    sinds: Annotated[date | None, "Sinds wanneer"]


class IsBij(View):
    """Een ding is bij een doos."""

    over = (ZitIn, LigtOp)
    source = End(Ding, Field("plaatsen", "Waar het is"))
    target = End(Doos)
    sinds: Annotated[date | None, "Sinds wanneer"]


SCRATCH = read((Ding, Doos), (ZitIn, LigtOp, IsBij))


def test_a_property_is_read_with_its_kind_whether_it_may_be_null_and_its_marks() -> None:
    found = SCRATCH.nodes["Ding"].properties
    assert {name: (p.kind, p.required, p.many) for name, p in found.items()} == {
        "id": ("ID", True, False),
        "naam": ("String", True, False),
        "kleur": ("enum", False, False),
        "sinds": ("Date", False, False),
        "woorden": ("String", True, True),
        "delen": ("records", True, True),
        "hoogte": ("Int", False, False),
        "geheim": ("String", False, False),
        "prijs": ("Float", False, False),
    }
    assert found["kleur"].enum is Kleur
    assert found["delen"].records is Onderdeel
    assert found["hoogte"].group == "maat"
    assert not found["geheim"].public
    assert found["prijs"].ordered_roles == [Rol.GEMEENTE, Rol.PROGRAMMABUREAU]
    assert SCRATCH.nodes["Ding"].naming is found["naam"]


def test_a_type_carries_the_labels_of_its_bases_the_most_general_first() -> None:
    ding = SCRATCH.nodes["Ding"]
    assert ding.labels == ("Basis", "Ding")
    assert (ding.label, ding.seek, ding.prefix) == ("Ding", "Basis", "ding")
    assert SCRATCH.interfaces == {"Basis": ("Ding", "Doos")}
    assert SCRATCH.by_prefix("ding:x") is ding
    assert SCRATCH.by_prefix("anders:x") is None


def test_a_relationship_gives_both_ends_their_fields() -> None:
    forward = SCRATCH.nodes["Ding"].relations["dozen"]
    back = SCRATCH.nodes["Doos"].relations["dingen"]
    assert (forward.forward, forward.targets, forward.types) == (True, ("Doos",), ("ZIT_IN",))
    assert (back.forward, back.targets) == (False, ("Ding",))
    assert (forward.place, back.place) == ("ZIT_IN.dozen", "ZIT_IN.dingen")
    assert [r.field.filter_as for r in SCRATCH.nodes["Doos"].relations_with()] == ["", "ding"]


def test_a_view_reads_several_relationships_and_is_not_stored() -> None:
    view = SCRATCH.relationships["IS_BIJ"]
    assert view.is_view
    assert view.types == ("ZIT_IN", "LIGT_OP")
    assert [r.name for r in SCRATCH.stored_relationships] == ["ZIT_IN", "LIGT_OP"]


def test_names_of_relationships_are_the_class_in_capitals() -> None:
    assert [upper_snake(name) for name in ("LostOp", "Van", "GaatOver")] == ["LOST_OP", "VAN", "GAAT_OVER"]


def no_docs() -> Model:
    @dataclass(frozen=True)
    class Kaal(Basis):
        pass

    Kaal.__doc__ = ""
    return read((Kaal,), ())


def no_dataclass() -> Model:
    class Los:
        """Geen dataclass."""

    return read((Los,), ())


def no_description() -> Model:
    @dataclass(frozen=True)
    class Stil(Basis):
        """Een type."""

        naam: Annotated[str, Naam()]

    return read((Stil,), ())


def two_names() -> Model:
    @dataclass(frozen=True)
    class Dubbel(Basis):
        """Een type."""

        naam: Annotated[str, "Naam", Naam()]
        titel: Annotated[str, "Titel", Naam()]

    return read((Dubbel,), ())


def cannot_be_stored() -> Model:
    @dataclass(frozen=True)
    class Raar(Basis):
        """Een type."""

        waarde: Annotated[complex, "Een waarde"]

    return read((Raar,), ())


def unknown_end() -> Model:
    class Naar(Relationship):
        """Een verband."""

        source = End(Ding)
        target = End(Doos)

    return read((Ding,), (Naar,))


def same_field_twice() -> Model:
    class Nog(Relationship):
        """Een verband."""

        source = End(Ding, Field("dozen", "Nog eens"))
        target = End(Doos)

    return read((Ding, Doos), (ZitIn, Nog))


def field_named_as_a_property() -> Model:
    class Nog(Relationship):
        """Een verband."""

        source = End(Ding, Field("naam", "Al bezet"))
        target = End(Doos)

    return read((Ding, Doos), (Nog,))


def label_named_as_a_relationship() -> Model:
    class DOOS(Relationship):
        """Een verband."""

        source = End(Ding)
        target = End(Doos)

    node = type("DOOS", (Basis,), {"__doc__": "Een type.", "__annotations__": {}})
    return read((Ding, Doos, dataclass(frozen=True)(node)), (DOOS,))


@pytest.mark.parametrize(
    ("mistake", "named"),
    [
        (no_docs, r"Kaal"),
        (no_dataclass, r"Los"),
        (no_description, r"Stil\.naam"),
        (two_names, r"Dubbel: .*naam, titel"),
        (cannot_be_stored, r"Raar\.waarde"),
        (unknown_end, r"Naar\.target: Doos"),
        (same_field_twice, r"Ding\.dozen"),
        (field_named_as_a_property, r"Ding\.naam"),
        (label_named_as_a_relationship, r"DOOS"),
    ],
)
def test_a_mistake_names_class_and_property(mistake: Callable[[], Model], named: str) -> None:
    with pytest.raises(ModelError, match=named):
        mistake()


def test_every_type_of_the_service_says_what_it_is() -> None:
    for node in MODEL.nodes.values():
        assert node.description.strip().endswith("."), node.name


def test_every_id_begins_with_the_kind_of_thing() -> None:
    prefixes = [node.prefix for node in MODEL.nodes.values()]
    assert len(set(prefixes)) == len(prefixes)
    for node in MODEL.nodes.values():
        assert MODEL.by_prefix(f"{node.prefix}:x") is node
