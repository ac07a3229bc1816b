"""Adding a type to the domain is adding a declaration: here a scratch model gets one, and a document with it loads."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest

from graph.domain import declaration, provenance
from graph.domain.declaration import Entiteit, Gemeente
from graph.domain.marks import End, Field, Filter, Index, Naam, Relationship, Shape, Sorteer, Zoek
from graph.domain.reader import Model, read
from graph.engine.store import Store
from graph.errors import ModelError
from graph.upkeep.constraints import commands, ensure
from loaders.curate.why import why
from loaders.load.apply import apply
from loaders.load.undo import undo
from loaders.proposal.intake import take_in


@dataclass(frozen=True)
class Wijkteam(Entiteit):
    """Een team van hulpverleners in een wijk."""

    naam: Annotated[str, "De naam", Naam(), Filter(), Sorteer()]
    wijk: Annotated[str | None, "De wijk waar het team werkt", Zoek(), Index()]
    sinds: Annotated[date | None, "Sinds wanneer het bestaat", Sorteer()]
    leden: Annotated[int | None, "Hoeveel mensen er werken", Filter()]


class WerktIn(Relationship):
    """Een wijkteam werkt in een gemeente."""

    source = End(Wijkteam, Field("gemeente", "De gemeente", Shape.REQUIRED))
    target = End(Gemeente, Field("wijkteams", "Wijkteams in deze gemeente"))
    dagen: Annotated[int | None, "Hoeveel dagen per week"]


def scratch() -> Model:
    return read(
        (*declaration.NODES, Wijkteam, *provenance.NODES),
        (*declaration.RELATIONSHIPS, WerktIn, *provenance.RELATIONSHIPS),
    )


DOCUMENT = """\
feiten:
  - {soort: gemeente, code: GM9001, naam: Waterdam}
  - {soort: wijkteam, naam: Team Één, wijk: Oost, sinds: 2019-03-01, leden: 12, gemeente: Waterdam}
"""


def test_a_type_of_one_declaration_gets_its_constraints_and_indexes() -> None:
    assert set(commands(scratch())) - set(commands(provenance.MODEL)) == {
        f"CREATE INDEX wijkteam_{name} IF NOT EXISTS FOR (n:Wijkteam) ON (n.{prop})"
        for name, prop in (
            ("gewijzigd_op", "gewijzigdOp"), ("naam_plat", "naamPlat"), ("sinds", "sinds"), ("volgorde", "volgorde"),
            ("wijk", "wijk"),
        )
    }  # fmt: skip


@pytest.mark.anyio
async def test_a_document_with_the_new_type_loads_shows_its_evidence_and_can_be_undone(
    store: Store, tmp_path: Path
) -> None:
    model = scratch()
    await ensure(store, model)
    path = tmp_path / "wijkteams.yaml"
    path.write_text(DOCUMENT, encoding="utf-8")
    intake = await take_in(store.rows, model, [path])
    assert not intake.refusals, [str(r) for r in intake.refusals]
    bon = await apply(store, model, intake.proposal, "tester")
    rows = await store.rows(
        "MATCH (w:Entiteit:Wijkteam)-[:WERKT_IN]->(g:Gemeente) "
        "RETURN w.id, w.volgorde, w.zoektekst, w.sinds, w.leden, w.versie, g.id",
        {},
    )
    assert rows == [
        ["wijkteam:team-een", "team een\twijkteam:team-een", "Team Één\nOost", "2019-03-01", 12, 1, "gemeente:gm9001"]
    ]
    found = await why(store.rows, model, "wijkteam:team-een")
    assert [q.passage for q in found.redenen[0].feiten[0].quotes] == [
        "Naam: Team Één. Wijk: Oost. Sinds: 2019-03-01. Leden: 12. Gemeente: Waterdam."
    ]
    await undo(store, model, bon.lading)
    assert await store.rows("MATCH (n:Entiteit) RETURN n.id", {}) == []


@pytest.mark.anyio
async def test_mistakes_in_the_new_type_are_named_like_any_other(store: Store, tmp_path: Path) -> None:
    model = scratch()
    await ensure(store, model)
    path = tmp_path / "wijkteams.yaml"
    path.write_text("feiten:\n  - {soort: wijkteam, naam: X, wijck: Oost, gemeente: gemeente:gm1}\n", encoding="utf-8")
    [refusal] = (await take_in(store.rows, model, [path])).refusals
    assert [str(p) for p in refusal.problems] == [
        "wijkteams.yaml:2:32: onbekend veld 'wijck'; bedoel je 'wijk'?",
        "wijkteams.yaml:2:55: 'gemeente:gm1' bestaat niet; voeg het toe of verwijder de verwijzing",
    ]


def test_a_mistake_in_a_declaration_names_class_and_property() -> None:
    @dataclass(frozen=True)
    class Fout(Entiteit):
        """Een type met een fout."""

        naam: Annotated[str, "De naam", Naam()]
        raar: Annotated[complex, "Een soort die niet bestaat"]

    with pytest.raises(ModelError, match=r"Fout\.raar"):
        read((*declaration.NODES, Fout), declaration.RELATIONSHIPS)
