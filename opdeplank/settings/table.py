"""Every setting of the service: one declaration each.

`Settings` below is the table. The variable is the field's name in capitals behind `OPDEPLANK_`; the same lines give
`.env.example`, the page docs/instellingen.md and the message on a bad value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.domain.vocabulary import Rol
from opdeplank.settings import parsers
from opdeplank.settings.proxies import Proxies
from opdeplank.settings.setting import Setting, described, first_line, number, setting

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, kw_only=True)
class Settings:
    # the service
    host: str = setting(
        "127.0.0.1", parsers.host, "een adres of naam van deze machine, zoals 127.0.0.1 of 0.0.0.0",
        "Het adres waarop de dienst luistert. Met 127.0.0.1 kan alleen deze machine erbij.",
    )  # fmt: skip
    poort: int = number(8000, 1, 65535, "De poort waarop de dienst luistert.")
    processen: int = number(
        1, 1, 64,
        "Met hoeveel processen de dienst antwoordt, samen op één poort. Meer dan één kan alleen met een Neo4j. Elk "
        "proces telt zijn eigen grenzen.",
    )  # fmt: skip
    data: Path = setting(
        "./data", parsers.folder, "een map die bestaat of gemaakt kan worden",
        "De map met de ingebouwde graaf. Eén proces tegelijk kan de map gebruiken.",
    )  # fmt: skip
    cors: tuple[str, ...] = setting(
        "", parsers.origins, "niets, *, of adressen zoals https://www.almere.nl met komma's ertussen",
        "Sites die deze dienst vanuit een webpagina mogen bevragen.",
    )  # fmt: skip
    adres: str = setting(
        "", parsers.public_address, "niets, of een adres zoals https://plank.gemeente.nl of https://gemeente.nl/plank",
        "Het adres waarop bezoekers de dienst vinden; staat in links, doorverwijzingen en het blokje van de widget. "
        "Leeg: wat een proxy uit OPDEPLANK_PROXY zegt, of anders het adres van de machine zelf.",
    )  # fmt: skip
    proxy: Proxies = setting(
        "127.0.0.1", Proxies.read, "niets, adressen of netwerken zoals 10.0.0.0/8 met komma's ertussen, of *",
        "Proxy's die mogen zeggen van welk adres een verzoek komt en op welk adres de dienst staat "
        "(X-Forwarded-For, -Proto, -Host en -Prefix, of Forwarded).",
    )  # fmt: skip
    meldpunt: str = setting(
        "https://www.ncsc.nl/contact/kwetsbaarheid-melden", parsers.contact,
        "een adres dat begint met https://, mailto: of tel:",
        "Waar iemand een zwakke plek kan melden; staat in /.well-known/security.txt.",
    )  # fmt: skip
    licentie: str = setting(
        "CC0", parsers.one_of("CC0", "CC-BY"), "CC0 of CC-BY",
        "Onder welke licentie je de gegevens uitgeeft; staat in elke download en in de catalogus.",
    )  # fmt: skip
    contact: str = setting(
        "", parsers.contact_or_none, "niets, of een adres dat begint met https://, mailto: of tel:",
        "Waar iemand het Programmabureau kan bereiken; staat op /contact. Leeg: alleen met een melding.",
    )  # fmt: skip
    get_vrij: bool = setting(
        "nee", parsers.yes_no, "ja of nee",
        "Of een vrije vraag ook met GET mag. Vragen in een adres komen in logboeken terecht.",
    )  # fmt: skip
    rol: str = setting(
        "OPENBAAR", parsers.one_of("OPENBAAR", "GEMEENTE", "ANALIST", "PROGRAMMABUREAU"),
        "OPENBAAR, GEMEENTE, ANALIST of PROGRAMMABUREAU",
        "De rol van iedereen die iets vraagt zonder sleutel. Zet dit alleen hoger op een machine waar anderen niet bij "
        "kunnen.",
    )  # fmt: skip
    betekenis: bool = setting(
        "ja", parsers.yes_no, "ja of nee",
        "Of een vraag in woorden ook wordt opgezocht naar wat hij betekent. Met nee zoekt de dienst alleen op woorden.",
    )  # fmt: skip
    vragen_bewaren: bool = setting(
        "nee", parsers.yes_no, "ja of nee",
        "Of vragen waarop niets werd gevonden, geteld worden bewaard. Persoonsgegevens gaan er eerst uit.",
    )  # fmt: skip

    bewaartermijn: int = number(0, 0, 100, "Na hoeveel jaar zonder functie `vergeet --gestopt` iemand wist. 0: nooit.")

    # keys, and the tokens of an organisation's own sign-in
    sleutel_vragen: str = setting(
        "", parsers.contact_or_none, "niets, of een adres dat begint met https://, mailto: of tel:",
        "Waar iemand een sleutel kan vragen; staat in GraphiQL. Leeg: bij de beheerder.",
    )  # fmt: skip
    oidc_uitgever: str = setting(
        "", parsers.issuer, "niets, of een adres zoals https://login.gemeente.nl/realms/plank",
        "Wie de tokens uitgeeft waarmee je eigen mensen binnenkomen (OIDC), precies zoals het in een token staat. "
        "Leeg: er zijn alleen sleutels.",
    )  # fmt: skip
    oidc_publiek: str = setting(
        "", parsers.claim, "niets, of een naam zoals opdeplank",
        "Voor wie een token moet zijn gemaakt (aud). Verplicht bij OPDEPLANK_OIDC_UITGEVER.",
    )  # fmt: skip
    oidc_sleutels: str = setting(
        "", parsers.issuer, "niets, of een adres zoals https://login.gemeente.nl/certs",
        "Waar de openbare sleutels van de uitgever staan (JWKS). Leeg: dat zegt de uitgever zelf.",
    )  # fmt: skip
    oidc_rol: str = setting(
        "rol", parsers.claim, "een naam, met punten naar binnen, zoals realm_access.roles",
        "Waar in een token de rol staat.",
    )  # fmt: skip
    oidc_rollen: Mapping[str, Rol] = setting(
        "", parsers.roles, "niets, of paren zoals plank-analist=ANALIST, plank-bureau=PROGRAMMABUREAU",
        "Welke waarde in een token welke rol geeft. Leeg: de waarde is de naam van de rol.",
    )  # fmt: skip
    oidc_gemeente: str = setting(
        "gemeente", parsers.claim, "een naam, met punten naar binnen, zoals organisatie.code",
        "Waar in een token de CBS-code van de gemeente staat (GM0344). Zonder code geeft een token de rol "
        "GEMEENTE niet.",
    )  # fmt: skip

    oidc_client: str = setting(
        "", parsers.claim, "niets, of een naam zoals opdeplank-werkbank",
        "Hoe de uitgever deze dienst kent. Dan log je op de werkbank in bij je organisatie. Leeg: met een sleutel of "
        "token.",
    )  # fmt: skip
    oidc_geheim_bestand: Path | None = setting(
        "", parsers.secret_file, "niets, of een bestand dat bestaat",
        "Een bestand met op de eerste regel het geheim dat bij OPDEPLANK_OIDC_CLIENT hoort. Leeg: de uitgever vraagt "
        "er geen.",
    )  # fmt: skip

    # the graph
    neo4j_uri: str = setting(
        "", parsers.graph_uri, "niets, of een adres zoals bolt://127.0.0.1:7687 of neo4j://graaf.gemeente.nl",
        "Het adres van een Neo4j. Leeg: de ingebouwde graaf in OPDEPLANK_DATA.",
    )  # fmt: skip
    neo4j_gebruiker: str = setting("neo4j", parsers.text, "een naam", "De gebruiker van Neo4j.")
    neo4j_wachtwoord: str = setting(
        "", parsers.text, "een wachtwoord", "Het wachtwoord van Neo4j. Een bestand is veiliger.", secret=True
    )
    neo4j_wachtwoord_bestand: Path | None = setting(
        "", parsers.secret_file, "niets, of een bestand dat bestaat",
        "Een bestand met het wachtwoord van Neo4j op de eerste regel. Gaat voor OPDEPLANK_NEO4J_WACHTWOORD.",
    )  # fmt: skip
    neo4j_database: str = setting("", parsers.text, "niets, of een naam", "De database in Neo4j. Leeg: de standaard.")
    begingegevens: bool = setting(
        "ja", parsers.yes_no, "ja of nee",
        "Of `opdeplank start` de begingegevens uit seeds/ laadt zolang ze er niet zijn. Met nee begin je met een lege "
        "graaf, of dien je alleen je eigen gegevens op.",
    )  # fmt: skip

    # copies
    kopie_map: Path | None = setting(
        "", parsers.folder_or_none, "niets, of een map die bestaat of gemaakt kan worden",
        "De map voor kopieën van de graaf, het liefst op een andere schijf. Leeg: de map kopieen in OPDEPLANK_DATA.",
    )  # fmt: skip
    kopie_uren: int = number(
        0, 0, 8_760, "Om de hoeveel uur de dienst zelf een kopie maakt. 0: alleen als je het vraagt met bewaar."
    )
    kopie_aantal: int = number(
        14, 1, 10_000, "Hoeveel kopieën er in die map blijven. Is een nieuwe klaar, dan gaan de oudste weg."
    )

    # watching
    logboek: str = setting(
        "fouten", parsers.one_of("fouten", "verzoeken"), "fouten of verzoeken",
        "Wat de dienst opschrijft: alleen fouten, of ook een regel JSON per verzoek. Er staat nooit een vraag, een "
        "adres of een mens in.",
    )  # fmt: skip
    metingen_poort: int = number(0, 0, 65535, "De poort waarop /metrics staat, voor Prometheus. 0: nergens.")
    metingen_host: str = setting(
        "127.0.0.1", parsers.host, "een adres of naam van deze machine, zoals 127.0.0.1 of 0.0.0.0",
        "Het adres waarop /metrics staat. Met 127.0.0.1 kan alleen deze machine erbij.",
    )  # fmt: skip
    sporen: str = setting(
        "", parsers.collector, "niets, of een adres zoals http://127.0.0.1:4318/v1/traces",
        "Waar sporen (OpenTelemetry, OTLP over HTTP) heen gaan. Wil de pakketten van `opdeplank[sporen]`.",
    )  # fmt: skip

    # limits: each one is refused with OPERATION_TOO_LARGE or an HTTP status
    grens_body: int = setting(
        "100 kB", parsers.size(1_000, 10_000_000), "een grootte van 1 kB tot 10 MB, zoals 100 kB",
        "De grootste vraag die wordt gelezen. Daarboven: status 413.",
    )  # fmt: skip
    grens_tokens: int = number(2_000, 10, 100_000, "Het aantal woorden en tekens (tokens) in een vraag.")
    grens_diepte: int = number(
        10, 1, 50, "Hoe diep velden in elkaar mogen staan. `nodes`, `edges` en `node` tellen niet mee."
    )
    grens_aliassen: int = number(15, 0, 1_000, "Het aantal aliassen in een vraag.")
    grens_wortelvelden: int = number(20, 1, 1_000, "Het aantal velden op het hoogste niveau.")
    grens_directives: int = number(20, 0, 1_000, "Het aantal directives, zoals @include, in een vraag.")
    grens_voorwaarden: int = number(100, 1, 150, "Het aantal voorwaarden in alle filters van een vraag samen.")
    grens_filterdiepte: int = number(4, 0, 10, "Hoeveel relaties een filter achter elkaar mag volgen.")
    grens_pagina: int = number(100, 1, 1_000, "Het grootste aantal dat je met `first` of `last` mag vragen.")
    pagina: int = number(25, 1, 1_000, "Het aantal op een pagina als je niets vraagt.")
    grens_subqueries: int = number(40, 1, 1_000, "Het aantal deelvragen aan de database voor één vraag.")
    deelvragen_per_opdracht: int = number(
        12, 1, 100, "Bij meer deelvragen dan dit gaan de velden op het hoogste niveau in aparte opdrachten."
    )
    grens_knopen: int = number(20_000, 1, 1_000_000, "Het aantal dingen dat één vraag hooguit kan raken.")
    grens_kosten: int = number(50_000, 1, 10_000_000, "De kosten van een vraag, vooraf berekend.")
    grens_velden: int = number(
        3_000, 10, 1_000_000, "Het aantal velden in een vraag, fragmenten uitgeschreven en per soort ding geteld."
    )
    grens_fragmenten: int = number(50, 0, 1_000, "Het aantal fragmenten in een vraag.")
    grens_herhalingen: int = number(
        25, 1, 1_000, "Hoe vaak één naam in dezelfde selectie mag staan, fragmenten uitgeschreven."
    )
    grens_schemadiepte: int = number(20, 1, 50, "Hoe diep velden over het schema in elkaar mogen staan.")
    grens_schemavelden: int = number(50_000, 100, 10_000_000, "Het aantal waarden in een antwoord over het schema.")
    grens_vormen: int = number(
        20, 0, 10_000, "Het aantal nieuwe vormen van vragen per minuut per adres. 0: geen grens."
    )
    grens_tijd: float = setting(
        "10", parsers.seconds(0.1, 600), "een aantal seconden van 0.1 tot en met 600",
        "De tijd in seconden die een vraag in haar geheel mag duren: opzoeken, taalmodel, database en antwoord samen. "
        "De database stopt iets eerder.",
    )  # fmt: skip
    grens_stilte: float = setting(
        "1.5", parsers.seconds(0.2, 600), "een aantal seconden van 0.2 tot en met 600",
        "Hoe lang een Neo4j niets mag zeggen, ook niet op een vraag die niets kost, voordat de dienst hem onbereikbaar "
        "noemt.",
    )  # fmt: skip
    grens_woorddelen: int = number(
        128, 16, 512,
        "Hoeveel stukjes van woorden (tokens) het taalmodel van een vraag leest. De rest telt alleen op woorden mee.",
    )  # fmt: skip
    grens_wachtrij: int = number(
        16, 1, 1_000,
        "Hoeveel vragen er op het taalmodel wachten. Daarboven zoekt de dienst alleen op woorden, en zegt dat erbij.",
    )  # fmt: skip
    grens_wachttijd: float = setting(
        "1", parsers.seconds(0.05, 60), "een aantal seconden van 0.05 tot en met 60",
        "Hoe lang een vraag op het taalmodel wacht. Daarna zoekt de dienst alleen op woorden, en zegt dat erbij.",
    )  # fmt: skip
    grens_antwoord: int = setting(
        "10 MB", parsers.size(10_000, 1_000_000_000), "een grootte van 10 kB tot 1 GB, zoals 10 MB",
        "Het grootste antwoord.",
    )  # fmt: skip
    grens_verzoeken: int = number(
        60, 0, 1_000_000,
        "Het aantal verzoeken per minuut per adres aan /graphql, en evenveel aan de bladzijden. "
        "Daarboven: status 429. 0: geen grens. "
        "Verzoeken van de machine zelf tellen niet mee.",
    )  # fmt: skip
    grens_verzoeken_sleutel: int = number(
        600, 0, 1_000_000,
        "Het aantal verzoeken per minuut met één sleutel of token. Daarboven: status 429. 0: geen grens.",
    )  # fmt: skip
    grens_punten: int = number(
        600_000, 0, 1_000_000_000,
        "Wat alle vragen van één adres samen per minuut mogen kosten, in punten. Wat een vraag kost, staat in het "
        "antwoord. Daarboven: status 429. 0: geen grens.",
    )  # fmt: skip
    grens_punten_sleutel: int = number(
        5_000_000, 0, 1_000_000_000,
        "Wat alle vragen met één sleutel of token samen per minuut mogen kosten, in punten. Daarboven: status 429. "
        "0: geen grens.",
    )  # fmt: skip
    grens_gelijktijdig: int = number(
        64, 1, 10_000,
        "Het aantal vragen dat tegelijk in behandeling is, waarvan hooguit de helft van één adres. "
        "Daarboven: status 503.",
    )  # fmt: skip

    grens_uitvoer: int = number(
        8, 1, 1_000, "Het aantal downloads (`/export/…`) tegelijk, waarvan hooguit de helft van één adres. "
        "Daarboven: status 503.",
    )  # fmt: skip
    grens_meldingen: int = number(
        20, 0, 100_000, "Het aantal meldingen per uur van één adres. Daarboven: status 429. 0: geen grens."
    )  # fmt: skip
    grens_stromen: int = number(500, 1, 100_000, "Het aantal stromen (SSE) tegelijk. Daarboven: status 503.")
    grens_stromen_adres: int = number(
        20, 1, 100_000,
        "Het aantal stromen tegelijk van één adres. Daarboven: status 503. Deze machine zelf telt niet mee.",
    )  # fmt: skip
    grens_stromen_sleutel: int = number(
        20, 1, 100_000, "Het aantal stromen tegelijk met één sleutel of token. Daarboven: status 503."
    )  # fmt: skip

    # limits of a connection, which hold before anything of a question is read
    grens_koppen: int = setting(
        "16 kB", parsers.size(1_000, 1_000_000), "een grootte van 1 kB tot 1 MB, zoals 16 kB",
        "De grootste koppen (headers) van een verzoek. Daarboven: status 431.",
    )  # fmt: skip
    grens_adres: int = setting(
        "12 kB", parsers.size(200, 1_000_000), "een grootte van 200 B tot 1 MB, zoals 12 kB",
        "Het langste adres van een verzoek, met alles achter het vraagteken. Daarboven: status 414.",
    )  # fmt: skip
    grens_tijd_koppen: float = setting(
        "10", parsers.seconds(0.1, 600), "een aantal seconden van 0.1 tot en met 600",
        "De tijd in seconden waarin de koppen van een verzoek binnen moeten zijn. Daarna: status 408.",
    )  # fmt: skip
    grens_tijd_body: float = setting(
        "30", parsers.seconds(0.1, 600), "een aantal seconden van 0.1 tot en met 600",
        "De tijd in seconden waarin de inhoud van een verzoek binnen moet zijn. Daarna: status 408.",
    )  # fmt: skip
    grens_snelheid: int = setting(
        "1 kB", parsers.size(1, 10_000_000), "een grootte van 1 B tot 10 MB, zoals 1 kB",
        "Zoveel moet er van de inhoud van een verzoek per seconde binnenkomen. Anders: status 408.",
    )  # fmt: skip
    grens_tijd_antwoord: float = setting(
        "60", parsers.seconds(0.1, 3_600), "een aantal seconden van 0.1 tot en met 3600",
        "De tijd in seconden waarin een bezoeker het antwoord moet ophalen. Daarna verbreekt de dienst de verbinding.",
    )  # fmt: skip
    grens_rust: float = setting(
        "15", parsers.seconds(0.1, 600), "een aantal seconden van 0.1 tot en met 600",
        "De tijd in seconden dat een verbinding open blijft zonder verzoek.",
    )  # fmt: skip
    grens_verbindingen: int = number(
        1_000, 10, 100_000,
        "Het aantal verbindingen tegelijk. Is dat vol, dan gaat de verbinding weg die het langst op haar verzoek laat "
        "wachten.",
    )  # fmt: skip
    grens_verbindingen_adres: int = number(
        100, 1, 100_000,
        "Het aantal verbindingen tegelijk van één adres. Proxy's uit OPDEPLANK_PROXY tellen niet mee.",
    )  # fmt: skip
    grens_onverzonden: int = setting(
        "64 MB", parsers.size(1_000_000, 100_000_000_000), "een grootte van 1 MB tot 100 GB, zoals 64 MB",
        "Zoveel mag er samen klaarstaan van antwoorden die nog niet zijn opgehaald. Daarboven gaat de verbinding weg "
        "waarvan het meeste klaarstaat.",
    )  # fmt: skip

    def password(self) -> str:
        """The Neo4j password, read from its file at the moment it is needed."""
        path = self.neo4j_wachtwoord_bestand
        return self.neo4j_wachtwoord if path is None else first_line(path, "NEO4J_WACHTWOORD_BESTAND")

    def client_secret(self) -> str:
        """By which the issuer of tokens knows us; empty when it asks for none."""
        path = self.oidc_geheim_bestand
        return "" if path is None else first_line(path, "OIDC_GEHEIM_BESTAND")


SETTINGS: tuple[Setting, ...] = described(Settings)
