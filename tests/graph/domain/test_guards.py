"""What may be seen is declared with the type, and a declaration that leaves it open does not start."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

import pytest

from graph.domain.guards import THINGS, Genoteerd, Voor, Zicht, limited
from graph.domain.marks import Bijnaam, Heeft, Naam, Zoek
from graph.domain.provenance import MODEL
from graph.domain.reader import read
from graph.domain.vocabulary import PublicatieStatus, Rol
from graph.errors import ModelError


@dataclass(frozen=True)
class Open:
    """Een type waarvan niemand zei wie het ziet."""

    id: Annotated[str, "De sleutel"]


@pytest.mark.parametrize("role", Rol)
def test_a_role_sees_what_is_published_or_everything(role: Rol) -> None:
    seen = THINGS.seen(role)
    assert seen == ((PublicatieStatus.GEPUBLICEERD,) if role in (Rol.OPENBAAR, Rol.GEMEENTE) else None)
    assert limited(role) == (seen is not None)


def test_every_type_says_who_sees_it() -> None:
    assert all(node.zicht is THINGS for node in MODEL.entities)
    assert MODEL.nodes["Lading"].zicht == Voor((Rol.ANALIST, Rol.PROGRAMMABUREAU))
    assert MODEL.nodes["Wijziging"].zicht == Genoteerd("plaatsOpenbaar")
    with pytest.raises(ModelError, match="Open: zonder `zicht`"):
        read((Open,), ())


@pytest.mark.parametrize("mark", [Naam(), Bijnaam(), Zoek()])
def test_what_is_guarded_stands_in_no_text_that_everybody_searches(mark: object) -> None:
    @dataclass(frozen=True)
    class Geheim:
        """Iets met een geheim."""

        zicht: ClassVar[Zicht] = THINGS
        id: Annotated[str, "De sleutel"]
        code: Annotated[str, "Een geheim", Heeft((Rol.ANALIST,)), mark]

    with pytest.raises(ModelError, match=r"Geheim\.code: afgeschermd, en toch in de tekst"):
        read((Geheim,), ())


def test_a_guard_that_names_no_role_is_a_mistake() -> None:
    @dataclass(frozen=True)
    class Vergeten:
        """Iets met een slot zonder sleutel."""

        zicht: ClassVar[Zicht] = THINGS
        id: Annotated[str, "De sleutel"]
        code: Annotated[str, "Een geheim", Heeft(())]

    with pytest.raises(ModelError, match=r"Vergeten\.code: afgeschermd zonder rol"):
        read((Vergeten,), ())
