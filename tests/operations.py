"""Files with many operations: each operation with the fragments it uses."""

from collections.abc import Iterator
from pathlib import Path

from graphql import parse, print_ast, separate_operations


def operations(folder: Path) -> Iterator[tuple[str, str]]:
    """(file and operation name, text) of every operation in the `.graphql` files of a folder."""
    for path in sorted(folder.glob("*.graphql")):
        for name, document in separate_operations(parse(path.read_text("utf-8"))).items():
            yield f"{path.stem}-{name}", print_ast(document)
