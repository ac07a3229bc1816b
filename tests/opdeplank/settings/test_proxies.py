import pytest

from opdeplank.settings.proxies import Proxies, parsed


def test_a_proxy_is_listed_by_address_or_by_network() -> None:
    proxies = Proxies.read("127.0.0.1, 10.0.0.0/8,, 2001:db8::/32")
    for address in ("127.0.0.1", "10.9.8.7", "2001:db8::1", "::ffff:10.1.1.1"):
        assert address in proxies
    for address in ("127.0.0.2", "11.0.0.1", "2001:db9::1", "", "proxy", "unix:"):
        assert address not in proxies
    assert not proxies.everyone


def test_everyone_is_said_alone() -> None:
    assert Proxies.read("*").everyone
    assert Proxies.read("") == Proxies()
    for wrong in ("*, 127.0.0.1", "localhost", "10.0.0.1/8"):
        with pytest.raises(ValueError):  # noqa: PT011
            Proxies.read(wrong)


def test_an_address_of_ipv4_is_itself_inside_ipv6() -> None:
    assert parsed("::ffff:10.1.1.1") == parsed("10.1.1.1")
    assert parsed("zomaar") is None
