"""`python -m opdeplank`, and the installed command."""

import signal
import sys


def begin() -> None:
    """Ctrl-C ends us without a word until everything is imported: a native module that is interrupted half-way in its
    making takes the process down with a crash, and then there is nothing to say anything with."""
    # The driver takes pandas along wherever it is installed, for tables that we never ask: a second of every start.
    sys.modules.setdefault("pandas", None)  # type: ignore[arg-type]
    ours = signal.getsignal(signal.SIGINT)
    if ours is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from opdeplank.cli import main

    signal.signal(signal.SIGINT, ours)
    sys.exit(main())


if __name__ == "__main__":
    begin()
