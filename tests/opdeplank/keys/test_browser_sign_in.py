"""What follows from a ticket; the rest is tested as somebody signs in (`test_organisation` of the desk)."""

from opdeplank.keys.browser_sign_in import new_ticket, of


def test_what_follows_from_a_ticket_is_its_own_and_gives_nothing_away() -> None:
    ticket = new_ticket()
    found = {what: of(ticket, what) for what in ("state", "nonce", "verifier")}
    assert len({ticket, *found.values()}) == 4
    assert found == {what: of(ticket, what) for what in found}
    assert all(43 <= len(each) <= 128 for each in found.values()), "as PKCE wants it"
    assert of(new_ticket(), "state") != found["state"]
