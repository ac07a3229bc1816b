"""How Dutch names are compared, sorted and made into ids."""

import pytest

from graph.dutch.collation import SLUG_LENGTH, fold, slug, sort_key, surname_first


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Súdwest-Fryslân", "sudwest fryslan"),
        ("'s-Gravenhage", "s gravenhage"),
        ("’s\u00a0-  Gravenhage", "s gravenhage"),
        ("Straße", "strasse"),
        ("Łódź en Ørsted", "lodz en orsted"),
        ("ĲSSELSTEIN", "ijsselstein"),
        ("één", "een"),
        ("e\u0301e\u0301n", "een"),
        ("  dubbele   spaties\t", "dubbele spaties"),
        ("zacht\u00adkoppel", "zachtkoppel"),
        ("", ""),
    ],
)
def test_fold_keeps_only_what_a_reader_compares(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Lisette de Bie", "bie lisette de"),
        ("Toke Tom", "tom toke"),
        ("R.A.C. van Heugten", "heugten r.a.c. van"),
        ("Jan van der Berg-de Vries", "berg de vries jan van der"),
        ("Plato", "plato"),
        ("Kitty de", "de kitty"),
        ("", ""),
    ],
)
def test_a_person_stands_under_the_surname(name: str, key: str) -> None:
    assert surname_first(name) == key


def test_the_sort_key_is_total_and_a_shorter_name_comes_first() -> None:
    keys = [
        sort_key("Gemeente", "Bergen", "gemeente:gm0893"),
        sort_key("Gemeente", "Bergen op Zoom", "gemeente:gm0748"),
        sort_key("Gemeente", "Bergen", "gemeente:gm0373"),
    ]
    assert sorted(keys) == [keys[2], keys[0], keys[1]]
    assert sort_key("Persoon", "Kitty de Laat", "x") < sort_key("Persoon", "Marion Smit", "x")
    assert sort_key("Gemeente", "De Bilt", "x") < sort_key("Gemeente", "Dronten", "x")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Jongeren Perspectief Fonds (JPF)", "jongeren-perspectief-fonds-jpf"),
        ("18-/18+: de overgang naar volwassenheid", "18-18-de-overgang-naar-volwassenheid"),
        ("Hengelo (O)", "hengelo-o"),
        ("Toke Tom", "toke-tom"),
        ("…", ""),
    ],
)
def test_a_slug_is_readable(text: str, made: str) -> None:
    assert slug(text) == made


def test_a_long_slug_ends_at_a_word() -> None:
    made = slug("betere ondersteuning " * 20)
    assert len(made) <= SLUG_LENGTH
    assert made.endswith(("betere", "ondersteuning"))
