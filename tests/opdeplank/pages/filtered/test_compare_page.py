"""Which oplossingen an address asks to put side by side."""

from opdeplank.pages.filtered.compare_page import wanted


def test_only_oplossingen_are_compared_and_each_once() -> None:
    given = ["oplossing:a", " oplossing:a ", "thema:b", "los", "", "oplossing:c", "gemeente:gm0344"]
    assert wanted(given) == ["oplossing:a", "oplossing:c"]


def test_an_id_of_any_length_is_cut_off() -> None:
    assert [len(key) for key in wanted(["oplossing:" + "x" * 5_000])] == [200]
