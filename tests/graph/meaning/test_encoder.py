import platform

import pytest

from graph.meaning import encoder
from graph.meaning.encoder import E5, NoModelError


@pytest.mark.parametrize(("system", "machine"), [("darwin", "arm64"), ("win32", "AMD64"), ("linux", "aarch64")])
def test_elsewhere_there_is_no_model(monkeypatch: pytest.MonkeyPatch, system: str, machine: str) -> None:
    monkeypatch.setattr(encoder.sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    with pytest.raises(NoModelError, match="Linux"):
        E5()
