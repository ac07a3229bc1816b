"""ariadne-codegen and sgqlc, in an environment of their own: they need another graphql-core than the service.

    python.py ADDRESS SCHEMA EXAMPLES FOLDER

Run by the Python of that environment (`bench.clients` makes it). Both make code of the schema, check it, and ask.
"""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ADDRESS, SCHEMA, FOLDER = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[4])
QUESTIONS = """
query Bladeren($na: String) {
  toepassingen(first: 100, after: $na) {
    pageInfo { hasNextPage endCursor }
    nodes { id status oplossing { titel } }
  }
}
query Zoeken($term: String!) {
  zoek(term: $term, first: 5) {
    nodes { __typename ... on Oplossing { titel } ... on Gemeente { naam } }
  }
}
"""


def main() -> None:
    found = [
        {"wat": "ariadne-codegen: toepassingen gelezen met de gemaakte client (`mypy --strict`)", "aantal": ariadne()},
        {"wat": "sgqlc: gemeenten gelezen met de gemaakte typen", "aantal": sgqlc()},
    ]
    print(json.dumps(found))


def ariadne() -> int:
    (FOLDER / "vragen.graphql").write_text(QUESTIONS, encoding="utf-8")
    (FOLDER / "pyproject.toml").write_text(
        f'[tool.ariadne-codegen]\nschema_path = "{SCHEMA}"\nqueries_path = "vragen.graphql"\n'
        'target_package_name = "dienst"\nasync_client = false\n',
        encoding="utf-8",
    )
    subprocess.run([sys.executable, "-m", "ariadne_codegen"], cwd=FOLDER, check=True, stdout=sys.stderr)
    checked = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "kas", "dienst"]
    subprocess.run(checked, cwd=FOLDER, check=True, stdout=sys.stderr)
    sys.path.insert(0, str(FOLDER))
    client: Any = importlib.import_module("dienst").Client(url=f"{ADDRESS}/graphql")
    assert client.zoeken(term="schulden").zoek.nodes
    read, after, more = set(), None, True
    while more:
        page = client.bladeren(na=after).toepassingen
        read |= {each.id for each in page.nodes}
        after, more = page.page_info.end_cursor, page.page_info.has_next_page
    return len(read)


def sgqlc() -> int:
    made, asked = FOLDER / "schema.json", FOLDER / "dienst_sgqlc.py"
    subprocess.run([sys.executable, "-m", "sgqlc.introspection", f"{ADDRESS}/graphql", str(made)], check=True)
    codegen = [str(Path(sys.executable).parent / "sgqlc-codegen"), "schema", str(made), str(asked)]
    subprocess.run(codegen, check=True, stdout=sys.stderr)
    spec = importlib.util.spec_from_file_location("dienst_sgqlc", asked)
    assert spec is not None
    assert spec.loader is not None
    types: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(types)
    endpoint_of: Any = importlib.import_module("sgqlc.endpoint.http").HTTPEndpoint
    operation_of: Any = importlib.import_module("sgqlc.operation").Operation
    endpoint = endpoint_of(f"{ADDRESS}/graphql")
    read, after, more = set(), None, True
    while more:
        operation = operation_of(types.Query)
        page = operation.gemeenten(first=100, after=after)
        page.nodes.id()
        page.page_info.has_next_page()
        page.page_info.end_cursor()
        answer = operation + endpoint(operation)
        read |= {each.id for each in answer.gemeenten.nodes}
        after, more = answer.gemeenten.page_info.end_cursor, answer.gemeenten.page_info.has_next_page
    return len(read)


if __name__ == "__main__":
    main()
