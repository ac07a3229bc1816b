"""The `.env` file: `NAAM=waarde` a line, `#` for a remark, quotes around a value that needs its spaces.

Written here and not left to a package: it is twenty lines, and a mistake must be named by its line.
"""

import re


class EnvFileError(Exception):
    def __init__(self, line: int, melding: str) -> None:
        self.line = line
        super().__init__(melding)


def read_env(text: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        found = re.fullmatch(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)", line)
        if not found:
            raise EnvFileError(number, f"'{line.split()[0]}' is geen instelling. Schrijf NAAM=waarde.")
        values[found[1]] = _value(found[2], number)
    return values


def _value(written: str, number: int) -> str:
    """`"a b"  # c` -> `a b`; `a # c` -> `a`; `a#c` stays."""
    if written[:1] in ("'", '"'):
        end = written.find(written[0], 1)
        rest = written[end + 1 :].strip()
        if end < 0 or (rest and not rest.startswith("#")):
            raise EnvFileError(number, "het aanhalingsteken wordt niet goed gesloten.")
        return written[1:end]
    return re.split(r"\s#", written, maxsplit=1)[0].strip() if not written.startswith("#") else ""
