"""graphql-core's messages in Dutch.

A table of patterns; what is not in it stays as it is, since a message in English beats a wrong one in Dutch.
"""

import re

LONGEST = 500
RUN = re.compile(r"([^\s'\"]{80})[^\s'\"]+")
"""What is quoted may be a word without end."""
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
            r"Variable '(\$.+?)' is of type '(.+?)' but must be non-nullable to be used for OneOf Input Object"
            r" '(.+?)'\.",
            r"De variabele '\1' is '\2', maar '\3' wil er een die niet leeg kan zijn: schrijf '\2!'.",
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
        (
            r"Expected variable '(\$.+?)' provided to non-null type '(.+?)' not to be None\.",
            r"Vul de variabele '\1' in ('\2').",
        ),
        (r"\bto use an inline fragment on (?=')", "een fragment op "),
        (r"Invalid Unicode escape sequence: (.+?)\.", r"\1 is geen geldig teken in een tekst."),
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
        (
            r"Too many (?:errors processing variables|validation errors), error limit reached\. .*aborted\.",
            "Er zijn nog meer fouten; los deze eerst op.",
        ),
        (r"Variable values are nested too deeply\.", "De waarden van de variabelen zitten te diep in elkaar."),
        (r"Document is nested too deeply\. Parsing aborted\.", "de vraag zit te diep in elkaar."),
        (r"Maximum introspection depth exceeded", "De vraag naar het schema zit te diep in elkaar"),
        (
            r"OneOf Input Object '(.+?)' must specify exactly one key\.",
            r"Vul bij '\1' precies één van de velden in.",
        ),
        (
            r"Within OneOf Input Object type '(.+?)', exactly one field must be specified.*",
            r"Vul bij '\1' precies één van de velden in.",
        ),
        (r"Exactly one key must be specified\b.*", "Vul precies één van de velden in."),
        (
            r"Argument '(.+?)' of type '(.+?)' is required, but it was not provided\.",
            r"Vul het argument '\1' in ('\2').",
        ),
        (
            r"Expected value of type '(.+?)' to be an object, found: (.+?)\.$",
            r"Hier is een object van '\1' nodig, maar er staat \2.",
        ),
        (
            r"Expected value of type '(.+?)' not to include unknown field '(.+?)'[.,]",
            r"'\1' kent geen veld '\2'.",
        ),
        (
            r"Expected value of type '(.+?)' to include required field '(.+?)'[.,]",
            r"Vul bij '\1' het veld '\2' in.",
        ),
        (r" [Ff]ound: \{.*\}\.?$", ""),
        (
            r"Expected a value of non-null type '(.+?)' to be provided\.",
            r"Hier is een waarde nodig ('\1').",
        ),
        (r"Value for member field '(.+?)' must be non-null", r"Geef bij '\1' een waarde"),
        (r"Int cannot represent non 32-bit signed integer value: (.+)", r"\1 is te groot of te klein voor een Int"),
        (r"Float cannot represent non numeric value: (.+)", r"\1 is geen getal"),
        (r"ID cannot represent a non-string and non-integer value: (.+)", r"\1 is geen sleutel (ID)"),
        (r"ID cannot represent value: (.+)", r"\1 is geen sleutel (ID)"),
        (
            r"Enum '(.+?)' cannot represent (?:non-string|non-enum) value: (\S+?)(?=\.? |\.?$)",
            r"\2 is geen waarde van '\1'",
        ),
        (r"the enum value ", ""),
        (r"There can be only one variable named '(.+?)'\.", r"De variabele '\1' staat er twee keer."),
        (r"There can be only one operation named '(.+?)'\.", r"Er zijn twee vragen met de naam '\1'."),
        (r"There can be only one fragment named '(.+?)'\.", r"Er zijn twee fragmenten met de naam '\1'."),
        (r"There can be only one argument named '(.+?)'\.", r"Het argument '\1' staat er twee keer."),
        (r"There can be only one input field named '(.+?)'\.", r"Het veld '\1' staat er twee keer."),
        (
            r"Variable '(\$.+?)' cannot be non-input type '(.+?)'\.",
            r"De variabele '\1' kan geen '\2' zijn: dat is geen invoer.",
        ),
        (
            r"Fragment '(.+?)' cannot be spread here as objects of type '(.+?)' can never be of type '(.+?)'\.",
            r"Het fragment '\1' past hier niet: een '\2' is nooit een '\3'.",
        ),
        (
            r"Fragment cannot be spread here as objects of type '(.+?)' can never be of type '(.+?)'\.",
            r"Dit fragment past hier niet: een '\1' is nooit een '\2'.",
        ),
        (
            r"Fragment '(.+?)' cannot condition on non composite type '(.+?)'\.",
            r"Het fragment '\1' kan niet op '\2': dat heeft geen velden.",
        ),
        (
            r"Fragment cannot condition on non composite type '(.+?)'\.",
            r"Een fragment kan niet op '\1': dat heeft geen velden.",
        ),
        (
            r"This anonymous operation must be the only defined operation\.",
            "Geef elke vraag een naam als er meer dan één staat.",
        ),
        (r"Unknown directive '(.+?)'\.", r"De richtlijn '\1' bestaat niet."),
        (r"Directive '(.+?)' may not be used on (.+?)\.", r"De richtlijn '\1' kan hier niet."),
        (r"The directive '(.+?)' can only be used once at this location\.", r"De richtlijn '\1' staat er twee keer."),
        (
            r"Fields '(.+?)' conflict because (.+)\. Use different aliases on the fields to fetch both"
            r" if this was intentional\.",
            r"Onder de naam '\1' staan twee verschillende dingen. Geef er één een andere naam (alias).",
        ),
        (
            r"The (mutation|subscription) operation is not supported by the schema\.",
            r"Een \1 kan hier niet; stel een vraag (query).",
        ),
        (r"The '(.+?)' definition is not executable\.", r"'\1' is geen vraag en geen fragment."),
        (r"Expected Name, found (.+?)\.", r"hier hoort een naam, maar er staat \1."),
        (r"Unexpected character: (.+?)\.$", r"het teken \1 kan hier niet."),
        (r"Unexpected (.+?)\.$", r"\1 had ik hier niet verwacht."),
        (r"Expected (.+?), found (.+?)\.$", r"hier hoort \1, maar er staat \2."),
        (r"<EOF>", "het einde van de vraag"),
        (r"Unterminated string\.", "een tekst heeft geen aanhalingsteken aan het eind."),
        (r"Invalid character: (.+?)\.", r"het teken \1 kan hier niet."),
        (r"Invalid character escape sequence: (.+?)\.", r"\1 is geen geldig teken in een tekst."),
        (r"\bTrue (?=is geen)", "true "),
        (r"\bFalse (?=is geen)", "false "),
        (r"\bNone (?=is geen)", "null "),
        (r"(?<=niet kan) at '?(.+?)'?(?=: )", r" bij '\1'"),
        (r"(?<=niet kan) at (\S+?)(?=: )", r" bij \1"),
    )
)


def dutch(message: str) -> str:
    """The message in Dutch, as far as the table reaches. What it quotes may be long, and the patterns would be slow."""
    message = RUN.sub(r"\1…", message)
    if len(message) > LONGEST:
        message = f"{message[:LONGEST]} …"
    for pattern, replacement in MESSAGES:
        message = pattern.sub(replacement, message)
    return message
