"""Whom to call: only who can be reached, each once, the inventor among them, who only thinks about it last."""

from graph.contact.belpunt import Bekend, BelRol, Gebruik, Mens, Partij, whom_to_call

ALMERE = Partij("gemeente:gm0034", "Almere", "https://www.almere.nl", "14 036")
EMMEN = Partij("gemeente:gm0114", "Emmen", None, "14 0591")
VUGHT = Partij("gemeente:gm0865", "Vught", None, None, "info@vught.example")
SILENT = Partij("gemeente:gm0772", "Eindhoven")
STICHTING = Partij("organisatie:x", "Stichting X")


def test_the_order_is_contact_point_best_user_inventor_others_and_who_thinks_about_it() -> None:
    points = [{"organisatie": "Loket", "soort": "TELEFOON", "waarde": "0800 1", "url": "https://bron.example"}]
    uses = [Gebruik([VUGHT], "OVERWEEGT", None), Gebruik([ALMERE], "IN_GEBRUIK", "2018-01-01"),
            Gebruik([EMMEN], None, None)]  # fmt: skip
    maker = Partij("gemeente:gm0518", "Den Haag", None, "14 070")
    found = whom_to_call(Bekend(points, (), [maker], uses))
    assert [each.wie for each in found] == [
        "Loket", "gemeente Almere", "gemeente Den Haag", "gemeente Emmen", "gemeente Vught",
    ]  # fmt: skip
    assert [each.uitleg for each in found] == [
        "", "Werkt ermee sinds 2018.", "Bedacht het.",
        "Gebruikt het of gebruikte het: de bron zegt niet of het nog loopt.", "Denkt erover na.",
    ]  # fmt: skip
    assert found[0].bron == "https://bron.example"
    assert [each.wie for each in whom_to_call(Bekend(points, (), [maker], uses), ["gemeente:gm0034"])][1] == (
        "gemeente Den Haag"
    )


def test_a_name_alone_is_no_contact() -> None:
    person = Mens("Ria Nu", "adviseur", True, SILENT)
    assert whom_to_call(Bekend((), [person], [STICHTING], [Gebruik([SILENT], "IN_GEBRUIK", None)])) == ()


def test_a_party_stands_here_once_with_all_it_has_to_do_with_it() -> None:
    person = Mens("Ria Nu", "adviseur", True, ALMERE)
    own = {"organisatie": "Gemeente Almere", "soort": "WEBPAGINA", "waarde": "https://almere.example/loket", "url": "x"}
    known = Bekend([own], (), [ALMERE], [Gebruik([ALMERE], "IN_GEBRUIK", None, [person])])
    [found] = whom_to_call(known)
    assert found.rollen == (BelRol.CONTACTPUNT, BelRol.CONTACTPERSOON, BelRol.GEBRUIKT, BelRol.BEDACHT)
    assert (found.telefoon, found.website, found.vraag_naar) == (
        "14 036", "https://almere.example/loket", "Ria Nu, adviseur",
    )  # fmt: skip
    assert found.eigen


def test_a_gemeente_that_has_gone_leads_to_what_came_of_it() -> None:
    haren = Partij("gemeente:gm0014", "Groningen", None, "14 050", voorheen="Haren")
    [found] = whom_to_call(Bekend((), (), [haren], [Gebruik([haren], "IN_GEBRUIK", None)]))
    assert found.wie == "gemeente Groningen"
    assert found.rollen == (BelRol.BEDACHT, BelRol.GEBRUIKTE)
    assert "Gemeente Haren, die hierin opging, bedacht het." in found.uitleg


def test_an_address_that_a_browser_would_run_is_no_way_in() -> None:
    bad = {"organisatie": "Loket", "soort": "WEBPAGINA", "waarde": "javascript:alert(1)", "url": "javascript:x"}
    assert whom_to_call(Bekend([bad])) == ()
    post = {"organisatie": "Loket", "soort": "POSTADRES", "waarde": "Postbus 1, Den Haag", "url": "https://x.example"}
    assert whom_to_call(Bekend([post]))[0].postadres == "Postbus 1, Den Haag"


def test_who_asks_is_only_called_when_there_is_nobody_else() -> None:
    own, other = Gebruik([ALMERE], "IN_GEBRUIK", None), Gebruik([EMMEN], "OVERWEEGT", None)
    assert [each.wie for each in whom_to_call(Bekend(gebruik=[own, other]), [ALMERE.id])] == ["gemeente Emmen"]
    assert [each.wie for each in whom_to_call(Bekend(gebruik=[own]), [ALMERE.id])] == ["gemeente Almere"]


def test_however_many_contact_points_there_are_the_inventor_is_among_the_first_three() -> None:
    points = [{"organisatie": f"Loket {n}", "soort": "TELEFOON", "waarde": "0800 1", "url": "x"} for n in range(4)]
    found = whom_to_call(Bekend(points, (), [EMMEN], [Gebruik([ALMERE], "IN_GEBRUIK", None)]))
    assert [each.wie for each in found] == [
        "Loket 0", "gemeente Almere", "gemeente Emmen", "Loket 1", "Loket 2", "Loket 3",
    ]  # fmt: skip
