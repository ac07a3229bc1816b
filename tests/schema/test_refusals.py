from schema.refusals import Refused, bad_input, too_large


def test_a_refusal_is_shown_as_graphql_shows_an_error() -> None:
    error = Refused("FORBIDDEN", "Dat mag niet", ("thema", 0), rol="ANALIST")
    assert error.formatted() == {
        "message": "Dat mag niet", "path": ["thema", 0], "extensions": {"code": "FORBIDDEN", "rol": "ANALIST"}
    }  # fmt: skip


def test_without_a_place_it_names_none() -> None:
    assert bad_input("Fout").formatted() == {"message": "Fout", "extensions": {"code": "BAD_USER_INPUT"}}


def test_what_is_over_a_limit_names_it() -> None:
    said = too_large("diepte", 10, 12, "Te diep").formatted()["extensions"]
    assert said == {"code": "OPERATION_TOO_LARGE", "limiet": "diepte", "hoogstens": 10, "gevraagd": 12}
