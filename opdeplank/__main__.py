"""`python -m opdeplank`: the same as the installed command, from a plain source tree."""

import sys

from opdeplank.cli import main

if __name__ == "__main__":
    sys.exit(main())
