"""Short forms of functions and of the words before an organisation, as minutes and lists write them.

They are read for questions only: `(vz; weth. Midden-Groningen)`.
"""

import re

FUNCTIONS = {
    "adv": "adviseur", "beleidsadv": "beleidsadviseur", "beleidsmdw": "beleidsmedewerker",
    "beleidsmw": "beleidsmedewerker", "bgm": "burgemeester", "burg": "burgemeester",
    "coörd": "coördinator", "coord": "coördinator", "dir": "directeur", "ged": "gedeputeerde",
    "gem.secr": "gemeentesecretaris", "gemsecr": "gemeentesecretaris", "griff": "griffier", "hgl": "hoogleraar",
    "mdw": "medewerker", "medew": "medewerker", "penn": "penningmeester", "penningm": "penningmeester",
    "plv.vz": "plaatsvervangend voorzitter", "port.houder": "portefeuillehouder", "porth": "portefeuillehouder",
    "portef.houder": "portefeuillehouder", "pfh": "portefeuillehouder", "proj.leider": "projectleider",
    "raadsl": "raadslid", "secr": "secretaris", "sts": "staatssecretaris", "voorz": "voorzitter",
    "vz": "voorzitter", "vrz": "voorzitter", "weth": "wethouder",
}  # fmt: skip
"""Without the dot at the end."""
PLACES = {"gem": "gemeente", "prov": "provincie", "min": "ministerie van", "dep": "departement van", "st": "Stichting"}
PLACE = re.compile(r"\b(?a:(gem|prov|min|dep|st))\.\s{0,2}(?:van\s)?(?=[A-Z])", re.IGNORECASE)


def function(word: str) -> str | None:
    """What `weth.` stands for, or None."""
    return FUNCTIONS.get(word.lower().rstrip(".:"))


def places(text: str) -> str:
    """`gem. Groningen` -> `gemeente Groningen`"""
    return PLACE.sub(lambda found: f"{PLACES[found[1].lower()]} ", text)
