"""Documents and variables that are small to send and large to answer."""

import json
from typing import Any

from bench.vijandig.wire import Attack, asks, body, post

ASKED = "query($v: PasklaarInvoer!) { pasklaar(invoer: $v) { aantal nodes { oplossing { titel } } } }"


def doubled(inside: str, on: str, times: int = 24) -> str:
    """Each fragment spreads the next one twice: `times` fragments, two to that power of fields."""
    parts = [f"fragment f{i} on {on} {{ a: {inside} {{ ...f{i + 1} }} b: {inside} {{ ...f{i + 1} }} }}"
             for i in range(times)]  # fmt: skip
    return "\n".join([*parts, f"fragment f{times} on {on} {{ __typename }}"])


def asked(text: str) -> bytes:
    return post(ASKED, {"v": {"vraag": {"omschrijving": text}}})


def nested(depth: int) -> Any:
    found: Any = {"naam": {"bevat": "a"}}
    for _ in range(depth):
        found = {"en": [found, found]} if depth < 12 else {"en": [found]}
    return found


FILTERED = "query($f: GemeenteFilter) { gemeenten(filter: $f) { aantal } }"
SCHEMA = "kind name fields { name args { name type { ...t } } type { ...t } } inputFields { name type { ...t } }"
TYPED = "fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }"
EVERY = "gemeenten themas oplossingen knelpunten trajecten organisaties beleidskaders wetten departementen".split()
SCRIPTS = {"tibetaans": "བོད་ཡིག", "chinees": "漢語的問題", "devanagari": "हिन्दी भाषा", "georgisch": "ქართული"}
PATHS = (
    "query($a: ID!, $b: ID!) { paden(van: $a, naar: $b, maxStappen: 5, first: 5) { lengte stappen { soort } } }",
    {"a": "gemeente:gm0518", "b": "persoon:toke-tom"},
)

DOCUMENTS: tuple[Attack, ...] = (
    asks(
        "verdubbelde fragmenten op het schema", post("{ __schema { types { ...f0 } } }\n" + doubled("ofType", "__Type"))
    ),
    asks("verdubbelde fragmenten op velden", post("{ themas { ...f0 } }\n" + doubled("bovenliggend", "Thema"))),
    asks(
        "verdubbelde fragmenten over en weer",
        post('{ gemeente(sleutel: {code: "GM0344"}) { ...f0 } }\n' + doubled("voorgangers", "Gemeente", 30)),
    ),
    asks("een kring van fragmenten", post("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }")),
    asks(
        "tienduizend fragmenten die niemand gebruikt",
        post("{ __typename }" + "".join(f"fragment x{i} on Query{{__typename}}" for i in range(2_500))),
    ),
    asks("duizend aliassen", post("{" + " ".join(f"a{i}: stand {{ versie }}" for i in range(1_000)) + "}")),
    asks(
        "vijftien keer in woorden zoeken",
        post(
            "{"
            + " ".join(
                f'a{i}: pasklaar(invoer: {{vraag: {{omschrijving: "vraag {i} over schulden van een gezin"}}}}) '
                "{ aantal }"
                for i in range(15)
            )
            + "}"
        ),
    ),
    asks(
        "aliassen in elkaar",
        post("{ themas {" + " ".join(f"a{i}: knelpunten {{ nodes {{ titel }} }}" for i in range(15)) + "} }"),
    ),
    asks("vijfhonderd lagen diep", post("{ themas " + "{ bovenliggend " * 500 + "{ naam }" + "}" * 500 + "}")),
    asks(
        "tien lagen breed",
        post(
            "{"
            + " ".join(
                f"{e}(first: 100) {{ nodes {{ id }} }}" for e in EVERY if e not in ("themas", "wetten", "departementen")
            )
            + "}"
        ),
    ),
    asks("tweeduizend velden aan de wortel", post("{" + " __typename" * 1_900 + "}")),
    asks("duizend directives", post("{ __typename" + " @include(if: true)" * 400 + " }")),
    asks("een filter van tweehonderd lagen", post(FILTERED, {"f": nested(200)})),
    asks("een filter dat zich verdubbelt", post(FILTERED, {"f": nested(11)})),
    asks(
        "een filter langs tien relaties",
        post(
            "{ gemeenten(filter: {toepassingen: {enige: {oplossing: {knelpunten: {enige: {oplossingen: {enige: "
            "{knelpunten: "
            '{enige: {oplossingen: {enige: {titel: {bevat: "a"}}}}}}}}}}}}) { aantal } }'
        ),
    ),
    asks(
        "duizend filters in een lijst",
        post(FILTERED, {"f": {"of": [{"naam": {"bevat": f"a{i}"}} for i in range(1_000)]}}),
    ),
    asks("tweeduizend variabelen", post("query(" + " ".join(f"$v{i}: Int" for i in range(600)) + ") { __typename }")),
    asks("een vraag van negentigduizend letters", asked("schulden " * 10_000)),
    asks("een woord van negentigduizend letters", asked("s" * 90_000)),
    asks("letters met dertig accenten", asked(("e" + "\u0301" * 30) * 800)),
    asks("letters die achttien keer zo lang worden", asked("\ufdfa" * 12_000)),
    asks("twintigduizend gezichtjes", asked("\U0001f600\u200d" * 6_000)),
    *(
        asks(f"vierhonderd letters {name}", asked((text + " ") * (400 // (len(text) + 1))))
        for name, text in SCRIPTS.items()
    ),
    asks("de taal van de zoekmachine", asked('*:* AND [* TO *] OR _exists_:id^9e9 "a b"~99999 (((((' + "a* " * 90)),
    asks(
        "aanvullen op vijftigduizend letters",
        post("query($t: String!) { suggesties(term: $t, first: 100) { id } }", {"t": "ge" * 25_000}),
    ),
    asks(
        "zoeken naar alle letters",
        post(
            "query($t: String!) { zoek(term: $t, first: 100) { aantal nodes { id } } }",
            {"t": "a b c d e f g h i j k l m n o p q r s t"},
        ),
    ),
    asks(
        "getallen die geen getal zijn",
        body(b'{"query":"query($n:Int){gemeenten(first:$n){aantal}}","variables":{"n":1e400}}'),
        body(b'{"query":"query($n:Int){gemeenten(first:$n){aantal}}","variables":{"n":' + b"9" * 50_000 + b"}}"),
        post("{ gemeenten(first: 2147483647) { aantal } }"),
        post("{ gemeenten(first: -1) { aantal } }"),
    ),
    asks(
        "vijfduizend ids",
        post("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": [f"gemeente:gm{i:04}" for i in range(5_000)]}),
    ),
    asks(
        "een wijzer van vijftigduizend letters",
        post("query($c: String) { gemeenten(after: $c) { aantal } }", {"c": "A" * 50_000}),
    ),
    asks("het langste pad, steeds opnieuw", *[post(*PATHS)] * 3),
    asks(
        "alle tellingen tegelijk",
        post(
            "{ oplossingen { aantal facetten { veld waarden { waarde aantal } } } "
            "gemeenten { facetten { veld waarden { waarde aantal } } } }"
        ),
    ),
    asks("niets dan commentaar", post("#" + "x" * 90_000 + "\n{ __typename }"), post("," * 95_000 + "{ __typename }")),
    asks("een blok tekst zonder einde", post('{ a(b: """' + '\\"""' * 20_000)),
    asks("duizend vragen in een lijst", body(json.dumps([{"query": "{ __typename }"}] * 1_000).encode())),
    asks(
        "het schema vijfhonderd keer",
        post("{" + " ".join(f't{i}: __type(name: "Gemeente") {{ {SCHEMA} }}' for i in range(14)) + "}" + TYPED),
    ),
    asks(
        "het hele schema met alles erin",
        post(f"{{ __schema {{ types {{ {SCHEMA} possibleTypes {{ {SCHEMA} }} }} }} }} {TYPED}"),
    ),
    asks(
        "schrijven en abonneren",
        post("mutation { weg }"),
        post("subscription { alles }"),
        post("{ a } { b }"),
        post(""),
    ),
)
