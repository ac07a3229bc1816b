"""An answer as things and ties."""

from itertools import count

from opdeplank.exports.files.neighbours import Seen, Tie, walk
from tests.opdeplank.exports.files.asking_parts import part

QUESTION = """{
  oplossingen {
    nodes {
      id
      titel
      overneembaarheid { benodigd }
      ontwikkeldDoor { nodes { id weergavenaam } }
      opgeleverdDoor { edges { node { id deelnemers { edges { rol node { id } } } } } }
    }
  }
}"""
ANSWER = {
    "nodes": [
        {
            "id": "oplossing:a",
            "titel": "A",
            "overneembaarheid": {"benodigd": ["geduld"]},
            "ontwikkeldDoor": {"nodes": [{"id": "gemeente:gm1", "weergavenaam": "G"}]},
            "opgeleverdDoor": {
                "edges": [
                    {
                        "node": {
                            "id": "traject:t",
                            "deelnemers": {"edges": [{"rol": "x", "node": {"id": "gemeente:gm1"}}]},
                        }
                    }
                ]
            },
        }
    ]
}


def test_a_thing_is_of_its_own_type_and_what_has_no_id_is_part_of_it() -> None:
    found = list(walk(part(QUESTION), ANSWER, "https://hier", count(1)))
    seen = [(each.key, each.kind, each.own) for each in found if isinstance(each, Seen)]
    assert seen == [
        ("oplossing:a", "Oplossing", True),
        ("oplossing:a#overneembaarheid-1", "Overneembaarheid", False),
        ("gemeente:gm1", "Gemeente", True),
        ("traject:t", "Traject", True),
        ("gemeente:gm1", "Gemeente", True),
    ]
    ties = [(each.source, each.kind, each.name, each.target) for each in found if isinstance(each, Tie)]
    assert ties == [
        ("oplossing:a", "Oplossing", "overneembaarheid", "oplossing:a#overneembaarheid-1"),
        ("oplossing:a", "Oplossing", "ontwikkeldDoor", "gemeente:gm1"),
        ("traject:t", "Traject", "deelnemers", "gemeente:gm1"),
        ("oplossing:a", "Oplossing", "opgeleverdDoor", "traject:t"),
    ]
    (said,) = [each.said for each in found if isinstance(each, Tie) and each.name == "deelnemers"]
    assert said["rol"] == "x"


def test_rows_without_an_id_are_numbered_below_the_file() -> None:
    found = walk(
        part('{ suggesties(term: "x") { tekst } }'), [{"tekst": "a"}, {"tekst": "b"}], "https://hier", count(1)
    )
    assert [each.key for each in found if isinstance(each, Seen)] == [
        "https://hier#suggesties-1",
        "https://hier#suggesties-2",
    ]


def test_deep_parts_stand_behind_one_hash() -> None:
    question = 'query { pasklaar(invoer: {vraag: {omschrijving: "x"}}) { nodes { redenen { soort } } } }'
    found = walk(part(question), {"nodes": [{"redenen": [{"soort": "THEMA"}]}]}, "https://hier", count(1))
    assert [each.key for each in found if isinstance(each, Seen)] == [
        "https://hier#pasklaar-1",
        "https://hier#pasklaar-1.redenen-1",
    ]
