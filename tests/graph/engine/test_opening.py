import pytest

from graph.engine.opening import SCHEMES, opened
from graph.errors import StoreUnavailable
from tests.engines import free_port

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost", "", "file:///etc/passwd"])
async def test_an_address_of_another_kind_is_refused_before_anything_connects(uri: str) -> None:
    with pytest.raises(StoreUnavailable) as refused:
        await opened(uri, None, 1.0)
    assert all(scheme in refused.value.melding for scheme in SCHEMES)


async def test_where_nobody_listens_there_is_no_database() -> None:
    with pytest.raises(StoreUnavailable) as refused:
        await opened(f"bolt://127.0.0.1:{free_port()}", None, 5.0)
    assert "127.0.0.1" not in refused.value.melding
