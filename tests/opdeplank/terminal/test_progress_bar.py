import io

from opdeplank.terminal.progress_bar import WIDTH, Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_log_file_gets_no_bar() -> None:
    stream = io.StringIO()
    with Progress("Vullen", stream) as progress:
        progress(1, 2)
        progress(2, 2)
    assert stream.getvalue() == ""


def test_a_terminal_sees_how_far_it_is_and_is_left_clean() -> None:
    stream = Terminal()
    with Progress("Vullen", stream) as progress:
        progress(1, 1, "gemeenten")
    told = stream.getvalue()
    assert "█" * WIDTH in told
    assert "100% gemeenten" in told
    assert told.endswith("\r\x1b[K")


def test_nothing_to_do_is_done() -> None:
    stream = Terminal()
    Progress("Vullen", stream)(0, 0)
    assert "100%" in stream.getvalue()


def test_it_is_not_drawn_at_every_step() -> None:
    stream = Terminal()
    progress = Progress("Vullen", stream)
    for done in range(1_000):
        progress(done, 1_000)
    assert stream.getvalue().count("Vullen") < 500
    Progress("Niets", stream := Terminal()).__exit__(None, None, None)
    assert stream.getvalue() == "", "what was never drawn is not wiped"
