import inspect

from loaders.progress import Progress, silent


def test_who_does_not_want_to_know_hears_nothing() -> None:
    told: Progress = silent
    assert told(1, 2, "documenten") is None  # type: ignore[func-returns-value]
    assert [*inspect.signature(silent).parameters] == ["done", "total", "what"]
