from pathlib import Path

import pytest

from graph.domain.vocabulary import Rol
from opdeplank.settings.environment import read_settings
from opdeplank.settings.setting import SettingError
from opdeplank.settings.table import ROOT, SETTINGS


def refusal(environ: dict[str, str], env_file: Path | None = None) -> str:
    with pytest.raises(SettingError) as caught:
        read_settings(environ, env_file)
    return str(caught.value)


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("OPDEPLANK_POORT=8001\nexport OPDEPLANK_HOST = '0.0.0.0'  # overal\n\n# niets\nANDERS=1\n")
    settings = read_settings({"OPDEPLANK_POORT": "8002"}, env_file)
    assert (settings.poort, settings.host) == (8002, "0.0.0.0")


@pytest.mark.parametrize("line", SETTINGS, ids=lambda line: line.variable)
def test_a_bad_value_names_the_setting_the_value_and_what_is_allowed(line: object) -> None:
    bad = {
        "OPDEPLANK_NEO4J_GEBRUIKER": None,  # any text may be a name, a password or a database
        "OPDEPLANK_NEO4J_WACHTWOORD": None,
        "OPDEPLANK_NEO4J_DATABASE": None,
        "OPDEPLANK_DATA": str(ROOT / "pyproject.toml"),
        "OPDEPLANK_KOPIE_MAP": str(ROOT / "pyproject.toml"),
    }
    variable, allowed = line.variable, line.allowed  # type: ignore[attr-defined]
    value = bad.get(variable, "zes/apen?")
    if value is None:
        read_settings({variable: "zes/apen?"})
        return
    message = refusal({variable: value})
    assert message == f"{variable}: '{value}' kan niet. Toegestaan is {allowed}."


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("OPDEPLANK_POORT", "0"),
        ("OPDEPLANK_POORT", "65536"),
        ("OPDEPLANK_POORT", "80_00"),
        ("OPDEPLANK_POORT", "٨٠٠٠"),
        ("OPDEPLANK_GRENS_BODY", "1 B"),
        ("OPDEPLANK_GRENS_BODY", "1 TB"),
        ("OPDEPLANK_GRENS_TIJD", "-1"),
        ("OPDEPLANK_GRENS_TIJD", "inf"),
        ("OPDEPLANK_GET_VRIJ", "true"),
        ("OPDEPLANK_NEO4J_URI", "http://127.0.0.1:7474"),
        ("OPDEPLANK_NEO4J_URI", "bolt://"),
        ("OPDEPLANK_NEO4J_URI", "bolt://a:b"),
        ("OPDEPLANK_NEO4J_URI", "bolt://a:7687/graaf"),
        ("OPDEPLANK_CORS", "https://www.almere.nl/"),
        ("OPDEPLANK_CORS", "www.almere.nl"),
        ("OPDEPLANK_CORS", "*, https://www.almere.nl"),
        ("OPDEPLANK_NEO4J_WACHTWOORD_BESTAND", "/bestaat/niet"),
        ("OPDEPLANK_MELDPUNT", "iemand@gemeente.nl"),
        ("OPDEPLANK_SLEUTEL_VRAGEN", "iemand@gemeente.nl"),
        ("OPDEPLANK_OIDC_UITGEVER", "http://login.gemeente.nl"),
        ("OPDEPLANK_OIDC_UITGEVER", "http://localhost.gemeente.nl"),
        ("OPDEPLANK_OIDC_UITGEVER", "https://plank:geheim@login.gemeente.nl"),
        ("OPDEPLANK_OIDC_SLEUTELS", "file:///etc/passwd"),
        ("OPDEPLANK_OIDC_ROLLEN", "bureau=BEHEERDER"),
        ("OPDEPLANK_OIDC_ROLLEN", "ANALIST"),
    ],
)
def test_values_that_look_right_and_are_not(variable: str, value: str) -> None:
    assert variable in refusal({variable: value})


@pytest.mark.parametrize(
    ("variable", "value", "found"),
    [
        ("OPDEPLANK_GRENS_BODY", "2 MB", 2_000_000),
        ("OPDEPLANK_GRENS_BODY", "5000", 5_000),
        ("OPDEPLANK_GRENS_TIJD", "2.5", 2.5),
        ("OPDEPLANK_GET_VRIJ", "ja", True),
        ("OPDEPLANK_CORS", "https://www.almere.nl, http://localhost:3000", ("https://www.almere.nl", "http://localhost:3000")),
        ("OPDEPLANK_CORS", "*", ("*",)),
        ("OPDEPLANK_SLEUTEL_VRAGEN", "mailto:plank@gemeente.nl", "mailto:plank@gemeente.nl"),
        ("OPDEPLANK_OIDC_SLEUTELS", "http://127.0.0.1:9000/certs", "http://127.0.0.1:9000/certs"),
        ("OPDEPLANK_OIDC_ROLLEN", "a/b=ANALIST, b==GEMEENTE", {"a/b": Rol.ANALIST, "b=": Rol.GEMEENTE}),
        ("OPDEPLANK_NEO4J_URI", "neo4j+s://graaf.gemeente.nl", "neo4j+s://graaf.gemeente.nl"),
    ],
)  # fmt: skip
def test_values_that_are_right(variable: str, value: str, found: object) -> None:
    assert getattr(read_settings({variable: value}), variable.removeprefix("OPDEPLANK_").lower()) == found


def test_an_unknown_setting_suggests_the_nearest() -> None:
    assert refusal({"OPDEPLANK_POORD": "1"}).endswith("Bedoel je OPDEPLANK_POORT?")
    assert ".env.example" in refusal({"OPDEPLANK_XYZ": "1"})


def test_a_mistake_in_the_file_is_named_by_its_line(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("# eerst iets\nzomaar tekst\n")
    assert refusal({}, env_file) == ".env, regel 2: 'zomaar' is geen instelling. Schrijf NAAM=waarde."
    env_file.write_text('OPDEPLANK_HOST="0.0.0.0\n')
    assert refusal({}, env_file).startswith(".env, regel 1: ")
    env_file.write_bytes(b"OPDEPLANK_HOST=\xff\n")
    assert "UTF-8" in refusal({}, env_file)


def test_a_page_is_never_larger_than_its_limit() -> None:
    assert "OPDEPLANK_GRENS_PAGINA" in refusal({"OPDEPLANK_PAGINA": "101"})


@pytest.mark.parametrize(
    "given", [{"OPDEPLANK_OIDC_UITGEVER": "https://login.gemeente.nl"}, {"OPDEPLANK_OIDC_PUBLIEK": "opdeplank"}]
)
def test_an_issuer_and_for_whom_its_tokens_are_go_together(given: dict[str, str]) -> None:
    assert refusal(given).startswith("OPDEPLANK_OIDC_PUBLIEK: ")


def test_no_message_and_no_printed_settings_hold_a_password(tmp_path: Path) -> None:
    secret = tmp_path / "wachtwoord"
    secret.write_text("van-een-bestand\n")
    given = {"OPDEPLANK_NEO4J_WACHTWOORD": "zelf-bedacht", "OPDEPLANK_NEO4J_WACHTWOORD_BESTAND": str(secret)}
    settings = read_settings(given)
    assert settings.password() == "van-een-bestand"
    assert "zelf-bedacht" not in repr(settings)
    assert "geheim" not in refusal({"OPDEPLANK_NEO4J_URI": "bolt://neo4j:geheim@graaf:7687"})


def test_a_password_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "wachtwoord").write_bytes(b"\xff\xfe")
    settings = read_settings({"OPDEPLANK_NEO4J_WACHTWOORD_BESTAND": str(tmp_path / "wachtwoord")})
    with pytest.raises(SettingError, match="OPDEPLANK_NEO4J_WACHTWOORD_BESTAND"):
        settings.password()
