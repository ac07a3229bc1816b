"""How ids of facts, passages and documents were spelt at first: `f:`, `passage:` and `doc:`.

Such an id still finds its thing: in a request, on the command line, and in a proposal or workbook that was made before.
What is hashed (the id of a passage, that of a load, the mark of a row on a receipt) is hashed in the first spelling, so
that a graph from before goes on: its documents are known when they come again, and its loads can be taken back.
"""

PREFIXES = {"f": "feit", "passage": "vermelding", "doc": "bron"}
"""First prefix -> present one. The statements of V0003 say the same."""
FIRST = {now: first for first, now in PREFIXES.items()}
IN_JSON = {f'"{now}:'.encode(): f'"{first}:'.encode() for first, now in PREFIXES.items()}


def present(key: str) -> str:
    """`f:12ab` -> `feit:12ab`; any other id as it is."""
    return _spelt(key, PREFIXES)


def first(key: str) -> str:
    """`feit:12ab` -> `f:12ab`; any other id as it is."""
    return _spelt(key, FIRST)


def first_in(said: bytes) -> bytes:
    """A JSON text with its ids in the first spelling; only to hash, since other texts may begin like an id."""
    for now, was in IN_JSON.items():
        said = said.replace(now, was)
    return said


def _spelt(key: str, prefixes: dict[str, str]) -> str:
    prefix, colon, rest = key.partition(":")
    return f"{prefixes[prefix]}:{rest}" if colon and prefix in prefixes else key
