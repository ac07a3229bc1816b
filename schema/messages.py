"""graphql-core's messages in Dutch.

A table of patterns; what is not in it stays as it is, since a message in English beats a wrong one in Dutch.
"""

import re

MESSAGES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), dutch)
    for pattern, dutch in (
        (r"Cannot query field '(.+?)' on type '(.+?)'\.", r"Het veld '\1' bestaat niet op '\2'."),
        (r"Unknown argument '(.+?)' on field '(.+?)'\.", r"Het veld '\2' kent geen argument '\1'."),
        (r"Unknown type '(.+?)'\.", r"Het type '\1' bestaat niet."),
        (r"Unknown fragment '(.+?)'\.", r"Het fragment '\1' bestaat niet."),
        (r"Fragment '(.+?)' is never used\.", r"Het fragment '\1' wordt nergens gebruikt."),
        (r"Variable '(\$.+?)' is never used in operation '(.+?)'\.", r"De variabele '\1' wordt niet gebruikt in '\2'."),
        (r"Variable '(\$.+?)' is never used\.", r"De variabele '\1' wordt niet gebruikt."),
        (r"Variable '(\$.+?)' is not defined by operation '(.+?)'\.", r"De variabele '\1' is niet bepaald in '\2'."),
        (r"Variable '(\$.+?)' is not defined\.", r"De variabele '\1' is niet bepaald."),
        (r"Variable '(\$.+?)' of required type '(.+?)' was not provided\.", r"Vul de variabele '\1' in ('\2')."),
        (
            r"Variable '(\$.+?)' of type '(.+?)' used in position expecting type '(.+?)'\.",
            r"De variabele '\1' is '\2', maar hier is '\3' nodig.",
        ),
        (
            r"Field '(.+?)' of type '(.+?)' must have a selection of subfields\.",
            r"Zeg bij '\1' welke velden je wilt ('\2').",
        ),
        (
            r"Field '(.+?)' must not have a selection since type '(.+?)' has no subfields\.",
            r"'\1' heeft geen velden ('\2').",
        ),
        (
            r"Argument '(.+?)' of required type '(.+?)' was not provided\.",
            r"Vul het argument '\1' in ('\2').",
        ),
        (
            r"Field '(.+?)' argument '(.+?)' of type '(.+?)' is required, but it was not provided\.",
            r"Vul bij '\1' het argument '\2' in ('\3').",
        ),
        (r"Syntax Error: (.+)", r"De vraag is niet te lezen: \1"),
        (r"Did you mean (.+)\?", r"Bedoel je \1?"),
        (r"\bor\b(?= '|\W\w+'\?)", "of"),
        (r"Value '(.+?)' does not exist in '(.+?)' enum\.", r"'\1' is geen waarde van '\2'."),
        (r"Int cannot represent non-integer value: (.+)", r"\1 is geen geheel getal"),
        (r"String cannot represent a non string value: (.+)", r"\1 is geen tekst"),
        (r"Boolean cannot represent a non boolean value: (.+)", r"\1 is geen ja of nee (true of false)"),
        (r"Variable '(\$.+?)' has invalid value", r"De variabele '\1' heeft een waarde die niet kan"),
        (r"Argument '(.+?)' has invalid value", r"Het argument '\1' heeft een waarde die niet kan"),
        (
            r"Expected value of type '(.+?)', found (.+?)(?=[.;]|$)",
            r"Hier is '\1' nodig, maar er staat \2",
        ),
        (
            r"Expected value of non-null type '(.+?)' not to be None\.",
            r"Hier is een waarde nodig ('\1').",
        ),
        (r"Variable values are nested too deeply\.", "De waarden van de variabelen zitten te diep in elkaar."),
        (r"Document is nested too deeply\. Parsing aborted\.", "de vraag zit te diep in elkaar."),
        (r"Maximum introspection depth exceeded", "De vraag naar het schema zit te diep in elkaar"),
        (
            r"OneOf Input Object '(.+?)' must specify exactly one key\.",
            r"Vul bij '\1' precies één van de velden in.",
        ),
        (r"Exactly one key must be specified\b.*", "Vul precies één van de velden in."),
    )
)


def dutch(message: str) -> str:
    """The message in Dutch, as far as the table reaches."""
    for pattern, replacement in MESSAGES:
        message = pattern.sub(replacement, message)
    return message
