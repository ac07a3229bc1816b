"""What every file says of itself: what it is, whose words it may be used on, of when it is and where it came from."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Licence:
    """`address` is where its text stands, `code` its concept in the list of the Publications Office of the EU, which
    DCAT-AP asks for."""

    name: str
    address: str
    code: str


EU = "http://publications.europa.eu/resource/authority/licence/"
LICENCES = {
    "CC0": Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl", f"{EU}CC0"),
    "CC-BY": Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl", f"{EU}CC_BY_4_0"),
}
ABOUT = ("gegevens.bron", "gegevens.licentie", "gegevens.datum")
"""The last columns of every table: a row that is copied elsewhere still says whose it is."""


@dataclass(frozen=True)
class About:
    """`address` is where this file can be had again, `home` the address of the service, `changed` when the graph last
    changed (ISO 8601)."""

    title: str
    address: str
    home: str
    licence: Licence
    on: date
    changed: str

    @property
    def sentences(self) -> list[tuple[str, str]]:
        """For who reads it."""
        return [
            ("Wat", self.title),
            ("Bron", self.address),
            ("Licentie", f"{self.licence.name}, {self.licence.address}"),
            ("Gemaakt op", self.on.isoformat()),
            ("Laatste wijziging van de gegevens", self.changed),
            ("Van", f"Op de Plank, {self.home}"),
        ]
