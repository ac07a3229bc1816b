"""Things as rows."""

from typing import Any

from opdeplank.exports.files.flat_rows import columns, rows
from tests.opdeplank.exports.files.asking_parts import part

QUESTION = """{
  gemeenten {
    aantal
    nodes {
      id
      regios
      inwoners
      trajecten { aantal edges { rol node { id naam knelpunten { nodes { titel } } } } }
      toepassingen { aantal }
    }
  }
}"""
ANSWER = {
    "aantal": 2,
    "nodes": [
        {
            "id": "gemeente:a",
            "regios": ["Noord", "Oost"],
            "inwoners": 3,
            "trajecten": {
                "aantal": 2,
                "edges": [
                    {"rol": "trekker", "node": {"id": "t1", "naam": "Een", "knelpunten": {"nodes": [{"titel": "K"}]}}},
                    {"rol": None, "node": {"id": "t2", "naam": "Twee", "knelpunten": {"nodes": []}}},
                ],
            },
            "toepassingen": {"aantal": 9},
        },
        {"id": "gemeente:b", "inwoners": None},
    ],
}


def table(question: str, answer: Any) -> tuple[list[str], list[list[Any]]]:
    found = part(question)
    made = columns(found)
    return [each.name for each in made], list(rows(found, made, answer))


def test_what_stands_around_a_thing_is_a_column_and_more_of_it_one_text() -> None:
    names, made = table(QUESTION, ANSWER)
    assert names == [
        "id",
        "regios",
        "inwoners",
        "trajecten.aantal",
        "trajecten.id",
        "trajecten.naam",
        "trajecten.knelpunten.titel",
        "trajecten.rol",
        "toepassingen.aantal",
    ]
    assert made == [
        ["gemeente:a", "Noord | Oost", 3, 2, "t1 | t2", "Een | Twee", "K | ", "trekker | ", 9],
        ["gemeente:b", "", None, None, "", "", "", "", None],
    ]


def test_a_thing_below_is_read_through_and_may_be_missing() -> None:
    names, made = table(
        "{ themas { nodes { naam bovenliggend { naam bovenliggend { naam } } } } }",
        {"nodes": [{"naam": "A", "bovenliggend": None}, {"naam": "B", "bovenliggend": {"naam": "A"}}]},
    )
    assert names == ["naam", "bovenliggend.naam", "bovenliggend.bovenliggend.naam"]
    assert made == [["A", None, None], ["B", "A", None]]


def test_two_columns_never_have_one_name() -> None:
    names, _ = table('{ gemeente(sleutel: {slug: "x"}) { mensen { edges { functie node { functie } } } } }', None)
    assert names == ["mensen.functie", "mensen.functie.2"]
