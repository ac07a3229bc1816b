from opdeplank.http.site import KEY, NOWHERE, Site, of


def test_an_address_has_the_prefix_and_outside_the_page_the_host() -> None:
    site = Site("https://gemeente.nl", "/plank")
    assert site.link("/thema/a") == "/plank/thema/a"
    assert site.whole("/thema/a") == "https://gemeente.nl/plank/thema/a"


def test_when_nobody_worked_it_out_addresses_stay_relative() -> None:
    assert of({"type": "http"}) is NOWHERE
    assert NOWHERE.whole("/x") == NOWHERE.link("/x") == "/x"
    site = Site("https://gemeente.nl")
    assert of({"type": "http", "state": {KEY: site}}) is site
