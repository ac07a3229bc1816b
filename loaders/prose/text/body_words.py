"""Words for bodies, by how they end: `basisschool`, `wijkraad`, `Zorg- en Veiligheidshuis`.

A page writes names that nobody has a list of, and a word such as these before them says what they are of.
"""

ENDING = (
    r"(?:[A-Za-z][a-zé]+-?\s(?:en|&)\s)?"
    r"[A-Za-z][A-Za-zé-]{2,24}(?:raad|huis|team|centrum|loket|bureau|bedrijf|dienst|groep|bond|kantoor|school|college|punt|"
    r"netwerk|platform|fonds|plein|vereniging|stichting|organisatie|corporatie|instelling|regio|kring|bank|museum|theater|"
    r"koepel|werkplaats|academie|praktijk|kliniek)|[Pp]raktijk|[Cc]orporatie|[Ss]chool|[Tt]eam|[Pp]latform|[Nn]etwerk|"
    r"[Ss]tichting|[Vv]ereniging|[Gg]emeente|[Oo]uderenbond"
)
"""A pattern for such a word, without the name behind it."""
CAPITAL = r"(?:[A-Z0-9@][\w’'&./-]{0,30}|’[st]-?\s?[A-Z][\w-]+)"
"""A pattern for a word of the name."""
JOINT = r"(?:\s(?:van|voor|en|de|het|der|den|te|in|&|aan|op)){0,2}"
"""Small words between those."""
