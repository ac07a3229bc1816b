"""What a language model may ask: a few registered questions, each with the words by which it knows when to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from opdeplank.pages.shelf.gemeente_choice import CODE

Given = Mapping[str, str]
LONGEST = 2_000


class WrongCall(Exception):
    """One line in Dutch that says what to give instead."""


@dataclass(frozen=True)
class Tool:
    """`asks` is the registered question; `needs` and `takes` say what each argument is, `variables` what the question
    is asked with."""

    name: str
    title: str
    description: str
    asks: str
    needs: Mapping[str, str]
    variables: Callable[[Given], dict[str, Any]]
    takes: Mapping[str, str]

    @property
    def schema(self) -> dict[str, Any]:
        """Its arguments as JSON Schema."""
        told = {**self.needs, **self.takes}
        texts = {
            name: {"type": "string", "description": says, "minLength": 1, "maxLength": LONGEST}
            for name, says in told.items()
        }
        return {"type": "object", "properties": texts, "required": [*self.needs], "additionalProperties": False}

    def checked(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """The variables for these arguments; raises WrongCall."""
        known = {**self.needs, **self.takes}
        for name, value in given.items():
            if name not in known:
                raise WrongCall(f"`{name}` kent `{self.name}` niet. Geef: {', '.join(known)}.")
            if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
                raise WrongCall(f"`{name}` moet een tekst zijn van 1 tot {LONGEST} tekens: {known[name]}")
        if missing := [name for name in self.needs if name not in given]:
            raise WrongCall(f"Geef ook `{missing[0]}`: {self.needs[missing[0]]}")
        return self.variables({name: value.strip() for name, value in given.items()})


GEMEENTE = "CBS-code van een gemeente, zoals GM0344. Vind hem met vind_op_naam."


def _gemeente(value: str) -> dict[str, str]:
    if not CODE.fullmatch(value):
        raise WrongCall(f"'{value}' is geen code van een gemeente. {GEMEENTE}")
    return {"code": value.upper()}


def _shelf(given: Given) -> dict[str, Any]:
    own = {"gemeente": _gemeente(given["gemeente"])} if "gemeente" in given else {}
    return {"vraag": given["vraag"], **own}


def _page(kind: str, what: str) -> Tool:
    """All that stands on the page of one kind of thing."""

    def variables(given: Given) -> dict[str, Any]:
        if not given["id"].startswith(f"{kind}:"):
            raise WrongCall(f"'{given['id']}' is geen id van een {kind}: die begint met `{kind}:`.")
        return {"sleutel": {"id": given["id"]}}

    return Tool(
        f"toon_{kind}", f"Toon een {kind}", what, f"blad-{kind}",
        {"id": f"Het id van een {kind}, zoals een ander hulpmiddel het gaf; het begint met `{kind}:`."}, variables, {},
    )  # fmt: skip


TOOLS = (
    Tool(
        "zoek_op_de_plank", "Zoek op de plank",
        "Zoek of een gemeente al een oplossing heeft voor een knelpunt in het sociaal domein. Geeft de best passende "
        "oplossingen met reden, wie ze gebruikt en waar je kunt bellen; of waarom er niets ligt.",
        "pasklaar", {"vraag": "Het knelpunt in gewone woorden, zonder persoonsgegevens."}, _shelf,
        {"gemeente": f"Voor welke gemeente: {GEMEENTE}"},
    ),
    Tool(
        "vind_op_naam", "Vind iets op naam",
        "Zoek het id van een oplossing, gemeente, thema, knelpunt, traject, wet of organisatie bij zijn naam.",
        "suggesties", {"naam": "De naam of het begin ervan."}, lambda given: {"term": given["naam"][:80]}, {},
    ),
    _page("oplossing", "Alles over een oplossing: hoe ver, welk bewijs, wie het gebruikt, wat nodig is, de bronnen."),
    _page("knelpunt", "Alles over een knelpunt: wat ervoor op de plank ligt, wat nodig is, wie het ervaart."),
    _page("thema", "Wat er bij een thema hoort: oplossingen, knelpunten en trajecten."),
    _page("traject", "Alles over een traject van het programma: stand, deelnemers, criteria, de bronnen."),
    Tool(
        "toon_gemeente", "Toon een gemeente", "Wat een gemeente gebruikt en ervaart, en wat anderen daarvoor hebben.",
        "blad-gemeente", {"code": GEMEENTE}, lambda given: {"sleutel": _gemeente(given["code"])}, {},
    ),
)  # fmt: skip
