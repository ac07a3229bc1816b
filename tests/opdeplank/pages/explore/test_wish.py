"""A view has its own address, and the address says all of the view."""

from starlette.datastructures import URL, QueryParams

from opdeplank.pages.explore.wish import MOST_BESIDE, Wens


def again(wish: Wens) -> Wens:
    return Wens.of(QueryParams(URL(wish.adres).query))


def test_an_address_says_all_that_is_seen() -> None:
    wish = Wens(
        "oplossing:x",
        ("thema:a", "gemeente:gm0344"),
        "wet & regel + ‘naam’",
        sorteer="aantal",
        relatie="themas",
        na="c==",
    )
    assert again(wish) == wish
    assert again(Wens(zoek="Schuld & zo")) == Wens(zoek="Schuld & zo")
    assert Wens().adres == "/verken"


def test_what_is_no_view_is_left_out() -> None:
    many = ",".join(f"thema:{i}" for i in range(40))
    given = Wens.of({"van": "thema:0", "erbij": f"thema:0,,los,thema:1,thema:1,{many}", "sorteer": "DROP"})
    assert given.erbij == tuple(f"thema:{i}" for i in range(1, MOST_BESIDE + 1))
    assert given.sorteer == ""
    assert given.vol


def test_a_long_or_odd_text_is_cut_and_cleaned() -> None:
    given = Wens.of({"van": "x" * 5000, "zoek": "a\x00b\u2028c", "na": "y" * 5000})
    assert (len(given.van), given.zoek, len(given.na)) == (200, "a b c", 200)


def test_each_link_changes_what_it_says_and_keeps_the_rest() -> None:
    wish = Wens("oplossing:x", ("thema:a",), "wet:w", sorteer="aantal", relatie="themas", na="c")
    assert wish.verder("thema:b") == "/verken?van=thema:b&sorteer=aantal"
    assert wish.met("thema:b") == "/verken?van=oplossing:x&erbij=thema:a,thema:b&naar=wet:w&sorteer=aantal"
    assert wish.zonder("thema:a") == "/verken?van=oplossing:x&naar=wet:w&sorteer=aantal&relatie=themas&na=c"
    assert wish.bladzijde() == "/verken?van=oplossing:x&erbij=thema:a&naar=wet:w&sorteer=aantal"
    assert wish.graphml.startswith("/verken/beeld.graphml?van=oplossing:x&erbij=thema:a")
