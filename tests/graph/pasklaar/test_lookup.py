"""The look-up on both engines: who fits, why, whom to call, what is missing, and the useful no."""

from dataclasses import replace
from datetime import date

import pytest

from graph.contact.belpunt import BelRol
from graph.contents import old_ids
from graph.domain.vocabulary import Bewijsniveau, Rijpheid
from graph.engine.store import Store
from graph.errors import GraphError, NotFound
from graph.pasklaar.candidates import callers
from graph.pasklaar.lookup import Answer, Question, look_up
from graph.pasklaar.surroundings import HeeftAl
from graph.pasklaar.weights import PasklaarRedenSoort
from graph.upkeep.constraints import resample
from tests.graph.search.test_find import NASTY
from tests.graph.shelf import edge_row, node_row, put, put_on_shelf

pytestmark = pytest.mark.anyio

VANDAAG = date(2026, 11, 24)
S = PasklaarRedenSoort


class Counting(Store):
    """A store that counts what it was asked; everything else is the real one."""

    def __init__(self, store: Store) -> None:
        self.__dict__.update(store.__dict__)
        self.asked = 0

    async def rows(self, *args: object, **rest: object) -> list[list[object]]:  # type: ignore[override]
        self.asked += 1
        return await super().rows(*args, **rest)  # type: ignore[arg-type]


async def ask(store: Store, question: Question) -> Answer:
    answer = await look_up(store, question, vandaag=VANDAAG)
    assert (answer.alternatief is None) == (answer.aantal > 0)
    for hit in answer.treffers:
        assert hit.score == sum(r.gewicht for r in hit.redenen)
    assert [h.score for h in answer.treffers] == sorted((h.score for h in answer.treffers), reverse=True)
    return answer


def ids(answer: Answer) -> list[str]:
    return [hit.oplossing for hit in answer.treffers]


def weights(answer: Answer, oplossing: str) -> dict[PasklaarRedenSoort, int]:
    hit = next(h for h in answer.treffers if h.oplossing == oplossing)
    return {r.soort: r.gewicht for r in hit.redenen}


async def test_a_knelpunt_gives_its_solution_first_and_then_those_for_knelpunten_like_it(store: Store) -> None:
    await put_on_shelf(store)
    answer = await ask(store, Question(knelpunt="knelpunt:steken", gemeente="gemeente:gm0200"))
    assert ids(answer) == ["oplossing:fonds", "oplossing:toekomst", "oplossing:afkopen"]
    assert weights(answer, "oplossing:fonds") == {
        S.ZELFDE_KNELPUNT: 45, S.ZELFDE_THEMA: 6, S.VERGELIJKBARE_GEMEENTE: 7, S.VAAK_TOEGEPAST: 6, S.RIJPHEID: 6,
        S.BEWIJSNIVEAU: 0,
    }  # fmt: skip
    for other in ("oplossing:afkopen", "oplossing:toekomst"):
        assert S.VERWANT_KNELPUNT in weights(answer, other)


async def test_the_hit_says_who_uses_it_most_comparable_first_and_what_is_missing(store: Store) -> None:
    await put_on_shelf(store)
    hit = (await ask(store, Question(knelpunt="knelpunt:steken", gemeente="gemeente:gm0200"))).treffers[0]
    assert hit.toepassers == (
        "toepassing:fonds-eindhoven", "toepassing:fonds-almere", "toepassing:fonds-denhaag",
    )  # fmt: skip
    assert hit.aantal_toepassers == 3
    assert hit.ontbreekt == (
        "materiaal om over te nemen", "toets aan de wet", "oordeel over het bewijs", "bron van de laatste drie jaar",
    )  # fmt: skip
    complete = (await ask(store, Question(knelpunt="knelpunt:traag"))).treffers[0]
    assert complete.oplossing == "oplossing:afkopen"
    assert complete.ontbreekt == ("iemand die je kunt bereiken",)
    assert complete.bellen == ()


async def test_without_related_knelpunten_only_the_knelpunt_itself_counts(store: Store) -> None:
    await put_on_shelf(store)
    assert ids(await ask(store, Question(knelpunt="knelpunt:steken", ook_verwant=False))) == ["oplossing:fonds"]


async def test_a_thema_counts_with_what_is_below_it(store: Store) -> None:
    await put_on_shelf(store)
    expected = {"oplossing:fonds", "oplossing:toekomst", "oplossing:afkopen"}
    assert set(ids(await ask(store, Question(thema="thema:geld")))) == expected
    assert set(ids(await ask(store, Question(thema="thema:schulden")))) == expected
    assert (await ask(store, Question(thema="thema:schulden"))).begrepen_als == ()


async def test_ordinary_text_finds_through_the_knelpunt_and_through_the_solution_itself(store: Store) -> None:
    await put_on_shelf(store)
    answer = await ask(store, Question(omschrijving="Een jongere met schulden"))
    assert [v.id for v in answer.begrepen_als[:2]] == ["knelpunt:laat", "knelpunt:steken"]
    assert answer.begrepen_als[0].redenen == ("Daarin staat ook: ‘jongere’ en ‘schulden’.",)
    assert ids(answer)[0] == "oplossing:fonds"
    assert {S.ZELFDE_KNELPUNT, S.TEKST} <= set(weights(answer, "oplossing:fonds"))
    direct = await ask(store, Question(omschrijving="Het perspectieffonds koopt iets"))
    assert ids(direct) == ["oplossing:fonds"]


async def test_a_thema_in_the_words_leads_to_its_solutions_behind_the_rest(store: Store) -> None:
    await put_on_shelf(store)
    await put(
        store,
        [node_row("Oplossing", {"id": "oplossing:maatje", "titel": "Buurtmaatje"})],
        [edge_row("oplossing:maatje", "GAAT_OVER", "thema:eenzaamheid")],
    )
    answer = await ask(store, Question(omschrijving="eenzaamheid"))
    assert ids(answer) == ["oplossing:maatje"]
    assert weights(answer, "oplossing:maatje")[S.ZELFDE_THEMA] > 0


async def test_what_is_no_longer_used_is_never_a_hit(store: Store) -> None:
    await put_on_shelf(store)
    for question in (
        Question(knelpunt="knelpunt:norm", ook_verwant=False),
        Question(omschrijving="jongvolwassenen dakloos door kostendelersnorm"),
    ):
        answer = await ask(store, question)
        assert answer.aantal == 0
        assert answer.alternatief is not None
        assert "Kostendelersnorm vanaf 27 jaar wordt niet meer gebruikt." in answer.alternatief.uitleg


async def test_what_nobody_assessed_stays_a_hit_until_more_is_asked(store: Store) -> None:
    await put_on_shelf(store)
    question = Question(knelpunt="knelpunt:laat", ook_verwant=False)
    assert ids(await ask(store, question)) == ["oplossing:toekomst"]
    for stricter in (
        replace(question, minimale_rijpheid=Rijpheid.IDEE),
        replace(question, minimaal_bewijs=Bewijsniveau.GOED_BESCHREVEN),
    ):
        answer = await ask(store, stricter)
        assert answer.aantal == 0
        assert answer.alternatief is not None
        assert "minder ver of minder bewezen dan je vraagt: Jongeren met Toekomst" in answer.alternatief.uitleg


@pytest.mark.parametrize("gemeente", ["gemeente:gm0034", "gemeente:gm0772", "gemeente:gm0518"])
async def test_what_a_gemeente_has_already_is_left_out_unless_asked_for(store: Store, gemeente: str) -> None:
    await put_on_shelf(store)
    question = Question(knelpunt="knelpunt:steken", gemeente=gemeente, ook_verwant=False)
    answer = await ask(store, question)
    assert answer.aantal == 0
    assert answer.alternatief is not None
    assert answer.alternatief.uitleg.startswith("Dit heb je al: Perspectieffonds.")
    assert not answer.onbeantwoord
    assert [own.naam for own in answer.heeft_al] == ["Perspectieffonds"]
    with_own = await ask(store, replace(question, uitsluiten_al_in_gebruik=False))
    assert ids(with_own) == ["oplossing:fonds"]
    assert len(with_own.treffers[0].toepassers) == 2
    assert with_own.heeft_al == answer.heeft_al


async def test_what_a_gemeente_has_already_is_told_beside_what_it_has_not(store: Store) -> None:
    await put_on_shelf(store)
    question = Question(knelpunt="knelpunt:steken", gemeente="gemeente:gm0518")
    answer = await ask(store, question)
    assert answer.aantal > 0
    assert answer.heeft_al == (
        HeeftAl("oplossing:fonds", "Perspectieffonds", "Jouw gemeente bedacht het en werkt ermee."),
    )
    strict = await ask(store, replace(question, minimale_rijpheid=Rijpheid.PASKLAAR, ook_verwant=False))
    assert [own.naam for own in strict.heeft_al] == ["Perspectieffonds"]
    assert strict.alternatief is not None
    assert strict.alternatief.uitleg.startswith("Dit heb je al: Perspectieffonds.")


async def test_who_can_be_called_can_be_reached_and_the_inventor_is_among_them(store: Store) -> None:
    await put_on_shelf(store)
    hit = (await ask(store, Question(knelpunt="knelpunt:steken", gemeente="gemeente:gm0200"))).treffers[0]
    assert [(b.wie, b.telefoon, b.vraag_naar) for b in hit.bellen] == [
        ("gemeente Almere", "14 036", "Ria Nu, Adviseur schulden (de bron noemt geen datum)"),
        ("gemeente Den Haag", "14 070", None),
    ]  # Eindhoven fits best and has no number
    assert hit.bellen[1].rollen == (BelRol.GEBRUIKT, BelRol.BEDACHT)
    assert hit.bellen[1].uitleg == "Werkt ermee. Bedacht het."
    own = (await ask(store, Question(knelpunt="knelpunt:alleen", gemeente="gemeente:gm0518"))).treffers[0]
    assert [(b.wie, b.rollen[0]) for b in own.bellen] == [
        ("gemeente Vught", BelRol.GEBRUIKT), ("gemeente Almere", BelRol.OVERWEEGT),
    ]  # fmt: skip
    assert "een eigen contactpunt: er zijn alleen algemene nummers" in own.ontbreekt
    assert {b.wie for b in await callers(store, "oplossing:fonds", VANDAAG)} == {b.wie for b in hit.bellen}
    assert await callers(store, "oplossing:geheim", VANDAAG) == ()


async def test_a_gemeente_in_the_same_region_is_a_reason_and_cbs_is_named(store: Store) -> None:
    await put_on_shelf(store)
    answer = await ask(store, Question(knelpunt="knelpunt:alleen", gemeente="gemeente:gm0757"))
    reden = next(r for r in answer.treffers[0].redenen if r.soort is S.ZELFDE_REGIO)
    assert reden.uitleg == "Vught zit ook in jeugdregio Noordoost-Brabant (indeling: CBS)."
    assert answer.treffers[0].score == sum(r.gewicht for r in answer.treffers[0].redenen) == -answer.rangen[0][0]


async def test_a_gemeente_that_stopped_may_be_offered_it_again(store: Store) -> None:
    await put_on_shelf(store)
    answer = await ask(store, Question(knelpunt="knelpunt:alleen", gemeente="gemeente:gm0114"))
    assert ids(answer) == ["oplossing:eettafel"]
    assert weights(answer, "oplossing:eettafel")[S.GESTOPT_ELDERS] == -4


async def test_a_gemeente_that_has_gone_asks_as_its_successors(store: Store) -> None:
    await put_on_shelf(store)
    answer = await ask(store, Question(knelpunt="knelpunt:alleen", gemeente="gemeente:gm0788"))
    assert answer.aantal == 0  # Vught, one of the successors, uses it
    assert [own.naam for own in answer.heeft_al] == ["Eettafel in de buurt"]


async def test_a_useful_no_names_what_is_near_who_is_busy_and_what_it_takes(store: Store) -> None:
    await put_on_shelf(store)
    nothing = (await ask(store, Question(knelpunt="knelpunt:privacy"))).alternatief
    assert nothing is not None
    assert [v.id for v in nothing.verwante_knelpunten] == ["knelpunt:norm"]
    assert nothing.lopende_trajecten == ("traject:uitwisseling",)
    assert (nothing.route, nothing.wetten, nothing.departementen) == ("MAG_AL", (), ())
    assert "het mag al" in nothing.uitleg
    law = (await ask(store, Question(knelpunt="knelpunt:norm", ook_verwant=False))).alternatief
    assert law is not None
    assert (law.route, law.wetten, law.departementen) == (
        "REGELS_WIJZIGEN", ("wet:participatiewet",), ("departement:szw",),
    )  # fmt: skip


async def test_a_useful_no_in_words_comes_from_the_nearest_knelpunt(store: Store) -> None:
    await put_on_shelf(store)
    nothing = (await ask(store, Question(omschrijving="de huisarts en de wijkagent delen niets"))).alternatief
    assert nothing is not None
    assert [v.id for v in nothing.verwante_knelpunten] == ["knelpunt:privacy"]
    assert nothing.route == "MAG_AL"
    assert nothing.uitleg.startswith(
        "Hier ligt nog niets voor op de plank. Wel lijkt één bekend knelpunt op jouw vraag."
    )


async def test_a_question_about_something_else_finds_nothing_and_guesses_nothing(store: Store) -> None:
    await put_on_shelf(store)
    for text in ["recept voor appeltaart met kaneel", "uitslag van de wedstrijd", "lorem ipsum dolor"]:
        answer = await ask(store, Question(omschrijving=text))
        assert answer.aantal == 0, text
        assert answer.begrepen_als == ()
        assert answer.alternatief is not None
        assert answer.alternatief.verwante_knelpunten == ()
        assert answer.alternatief.route is None
        assert answer.alternatief.uitleg.startswith("We begrijpen niet waar je vraag over gaat.")


@pytest.mark.parametrize("text", ["", "  ", "de het een", "😀🎉", "?!"])
async def test_a_question_without_words_is_asked_again_without_asking_the_graph(store: Store, text: str) -> None:
    counting = Counting(store)
    answer = await look_up(counting, Question(omschrijving=text), vandaag=VANDAAG)
    assert answer.alternatief is not None
    assert answer.alternatief.uitleg == "Vul in wat het knelpunt is."
    assert counting.asked == 0


async def test_any_text_can_be_asked(store: Store) -> None:
    await put_on_shelf(store)
    for text in [*NASTY, "x" * 10_000, "schulden van jongeren " * 500]:
        await ask(store, Question(omschrijving=text, gemeente="gemeente:gm0200"))
    assert (await ask(store, Question(knelpunt="knelpunt:steken"))).aantal == 3


UNKNOWN = [
    (Question(knelpunt="knelpunt:bestaat-niet"), "'knelpunt:bestaat-niet' is geen knelpunt dat"),
    (Question(knelpunt="oplossing:fonds"), "'oplossing:fonds' is geen knelpunt dat"),
    (Question(thema="thema:bestaat-niet"), "'thema:bestaat-niet' is geen thema dat"),
    (Question(thema="thema:geld", gemeente="gemeente:gm0001"), "'gemeente:gm0001' is geen gemeente die"),
    (Question(omschrijving="schulden", gemeente="thema:geld"), "'thema:geld' is geen gemeente die"),
    (Question(knelpunt=""), "'' is geen knelpunt"),
    (Question(thema=""), "'' is geen thema"),
    (Question(knelpunt="\ud800"), "id"),
]


async def test_the_old_id_of_what_was_merged_still_asks_the_same(store: Store) -> None:
    await put_on_shelf(store)
    await store.write(
        lambda run: old_ids.put(
            run,
            [
                old_ids.Alias("knelpunt:oud", "knelpunt:steken", "Oud"),
                old_ids.Alias("gemeente:oud", "gemeente:gm0200", "Oud"),
            ],
        )
    )
    expected = await ask(store, Question(knelpunt="knelpunt:steken", gemeente="gemeente:gm0200"))
    assert await ask(store, Question(knelpunt="knelpunt:oud", gemeente="gemeente:oud")) == expected


async def test_an_unknown_id_is_named(store: Store) -> None:
    await put_on_shelf(store)
    for question, named in UNKNOWN:
        with pytest.raises(NotFound, match=named):
            await look_up(store, question, vandaag=VANDAAG)


@pytest.mark.parametrize("question", [Question(), Question(knelpunt="a", thema="b")])
async def test_a_question_that_is_not_one_question_is_refused(store: Store, question: Question) -> None:
    with pytest.raises(GraphError):
        await look_up(store, question, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("question", "statements"),
    [
        (Question(knelpunt="knelpunt:steken"), 5),
        (Question(knelpunt="knelpunt:steken", gemeente="gemeente:gm0200"), 6),
        (Question(thema="thema:geld"), 5),
        (Question(omschrijving="jongere met schulden", gemeente="gemeente:gm0200"), 7),
    ],
)
async def test_the_graph_is_asked_as_often_whatever_there_is(store: Store, question: Question, statements: int) -> None:
    await put_on_shelf(store)
    counting = Counting(store)
    assert (await look_up(counting, question, vandaag=VANDAAG)).aantal > 0
    assert counting.asked == statements


async def test_hits_stand_in_the_order_of_their_rank_and_no_two_are_the_same(store: Store) -> None:
    await put_on_shelf(store)
    answer = await ask(store, Question(knelpunt="knelpunt:steken"))
    ranks = [*answer.rangen]
    assert ranks == sorted(set(ranks))
    assert answer.aantal == len(ranks) == 3


async def test_what_is_not_public_is_neither_a_hit_nor_named(store: Store) -> None:
    await put_on_shelf(store)
    for question in (Question(knelpunt="knelpunt:traag"), Question(omschrijving="openbaar schuldenplan")):
        assert "oplossing:geheim" not in ids(await ask(store, question))
    inside = await look_up(
        store, Question(knelpunt="knelpunt:traag"), statussen=["GEPUBLICEERD", "CONCEPT"], vandaag=VANDAAG
    )
    assert "oplossing:geheim" in ids(inside)


async def test_preparing_an_empty_graph_is_harmless(store: Store) -> None:
    await resample(store)
    assert (await look_up(store, Question(omschrijving="schulden"), vandaag=VANDAAG)).aantal == 0
