"""Files and folders to a proposal: what cannot be read is refused, and the rest goes on."""

import asyncio
from pathlib import Path
from typing import Any

from graph.domain.provenance import MODEL
from loaders.proposal.intake import CHANGED, STRANGE, Intake, take_in, texts_beside
from tests.loaders.papers import BASE, write

LIST = "Anna de Wit – wethouder, gemeente Waterdam\n"


async def nothing(text: str, parameters: Any = None) -> list[list[Any]]:
    """An empty graph."""
    return [[[]]] if "RETURN collect(" in text else []


def take(*paths: Path) -> Intake:
    return asyncio.run(take_in(nothing, MODEL, paths))


def test_prose_and_records_are_read_with_each_others_names(tmp_path: Path) -> None:
    write(tmp_path, lijst_txt=LIST, z_yaml=BASE)
    intake = take(tmp_path)
    assert not intake.refusals
    role = next(fact for fact in intake.proposal.feiten if fact.soort == "rol")
    assert (role.velden["organisatie"], role.vraag) == ("gemeente:gm9001", None)
    assert intake.plaatsen[role.id] == "regel 1"
    assert intake.names.name("gemeente:gm9001") == "Waterdam"


def test_the_same_bytes_under_two_names_are_one_document(tmp_path: Path) -> None:
    write(tmp_path, a_txt=LIST, b_txt=LIST)
    assert [source.bestand for source in take(tmp_path).proposal.documenten] == ["a.txt"]


def test_a_document_with_a_mistake_gives_nothing_and_what_it_alone_said_goes_with_it(tmp_path: Path) -> None:
    page = "bronnen: [{url: https://voorbeeld.test, zegt: Iets.}]"
    wrong = "{soort: thema, naam: Zorg, bovenliggend: thema:weg}"
    bad = f"feiten:\n  - {{soort: thema, naam: Wonen, {page}}}\n  - {wrong}\n"
    write(tmp_path, basis_yaml=BASE, fout_yaml=bad)
    intake = take(tmp_path)
    assert [(r.code, r.bestand) for r in intake.refusals] == [("BESTAAT_NIET", "fout.yaml")]
    assert not [fact for fact in intake.proposal.feiten if fact.velden.get("naam") in ("Wonen", "Zorg")]
    assert [source.bestand for source in intake.proposal.documenten] == ["basis.yaml"]


def test_every_mistake_of_a_file_is_in_one_refusal(tmp_path: Path) -> None:
    write(
        tmp_path, a_yaml="feiten:\n  - {soort: thema, nam: X}\n  - {soort: thema, naam: Y, bovenliggend: thema:weg}\n"
    )
    [refusal] = take(tmp_path).refusals
    assert [problem.place.regel for problem in refusal.problems] == [2, 3]


def test_the_publisher_of_a_document_is_somebody_we_know(tmp_path: Path) -> None:
    write(tmp_path, basis_yaml=BASE, lijst_txt=LIST, **{"lijst.txt.bron_yaml": "uitgever: Koepel\n"})
    [source] = [s for s in take(tmp_path).proposal.documenten if s.bestand == "lijst.txt"]
    assert source.uitgever == "organisatie:koepel"
    write(tmp_path, **{"lijst.txt.bron_yaml": "uitgever: Xqala\n"})
    [refusal] = take(tmp_path).refusals
    assert "uitgever 'Xqala' ken ik niet" in str(refusal)


def test_only_the_very_same_bytes_give_the_text_of_a_proposal_that_was_made_elsewhere(tmp_path: Path) -> None:
    write(tmp_path, lijst_txt=LIST, nota_txt="Niets van belang.\n")
    made = take(tmp_path).proposal
    texts, told = texts_beside(made, tmp_path)
    assert ({*texts}, told) == ({source.id for source in made.documenten}, [])
    assert all(texts[each.document][each.van : each.tot] == each.citaat for f in made.feiten for each in f.bewijs)
    write(tmp_path, lijst_txt=LIST + "\n", vreemd_txt="Van iets anders.\n")
    texts, told = texts_beside(made, tmp_path)
    assert [*texts.values()] == ["Niets van belang.\n"]
    assert told == [CHANGED.format("lijst.txt"), STRANGE.format("vreemd.txt")]
