from graph.search.wanted import Wanted

PUBLIC = ("GEPUBLICEERD",)


def test_without_conditions_everything_may_come_back() -> None:
    assert not Wanted(PUBLIC).strict
    assert Wanted(PUBLIC).takes("oplossing:a", "IDEE", "ONBEKEND")


def test_a_level_is_asked_of_what_has_levels() -> None:
    wanted = Wanted(PUBLIC, rijpheden=["PASKLAAR"], bewijzen=["STERKE_AANWIJZINGEN"])
    assert wanted.strict
    assert wanted.takes("oplossing:a", "PASKLAAR", "STERKE_AANWIJZINGEN")
    assert not wanted.takes("oplossing:a", "IDEE", "STERKE_AANWIJZINGEN")
    assert not wanted.takes("oplossing:a", "PASKLAAR", "ONBEKEND")
    assert wanted.takes("knelpunt:a", None, None), "a knelpunt has no level, and always is wanted"


def test_what_is_left_out_is_left_out_by_id() -> None:
    wanted = Wanted(PUBLIC, behalve={"oplossing:a"})
    assert wanted.strict
    assert not wanted.takes("oplossing:a", "PASKLAAR", None)
    assert wanted.takes("oplossing:b", "PASKLAAR", None)
