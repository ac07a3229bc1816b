"""Reading the settings from an environment that the caller hands over, and from the file beside it."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from opdeplank.settings.envfile import EnvFileError, read_env
from opdeplank.settings.setting import PREFIX, Setting, SettingError
from opdeplank.settings.table import SETTINGS, Settings

_BY_VARIABLE = {line.variable: line for line in SETTINGS}


def read_settings(environ: Mapping[str, str], env_file: Path | None = None) -> Settings:
    """The settings of `env_file`, overruled by those of `environ`. Raises SettingError on the first mistake."""
    given: dict[str, str] = {}
    if env_file is not None and env_file.is_file():
        try:
            given.update(read_env(env_file.read_text(encoding="utf-8")))
        except EnvFileError as error:
            raise SettingError(f"{env_file.name}, regel {error.line}: {error}") from error
        except (UnicodeDecodeError, OSError) as error:
            raise SettingError(f"{env_file.name} is niet te lezen. Bewaar het als gewone tekst in UTF-8.") from error
    given.update(environ)
    values: dict[str, Any] = {}
    for variable, value in given.items():
        if variable.startswith(PREFIX):
            line = _BY_VARIABLE.get(variable) or _unknown(variable)
            values[line.name] = _parse(line, value.strip())
    return _agree(Settings(**values))


def _parse(line: Setting, value: str) -> Any:
    try:
        return line.parse(value)
    except (ValueError, OSError) as error:
        shown = "…" if line.secret or "@" in value else value  # an address may hold a password
        raise SettingError(f"{line.variable}: '{shown}' kan niet. Toegestaan is {line.allowed}.") from error


def _unknown(variable: str) -> Setting:
    near = get_close_matches(variable.removeprefix(PREFIX).lower(), [line.name for line in SETTINGS], n=1)
    hint = f" Bedoel je {PREFIX}{near[0].upper()}?" if near else " In .env.example staan alle instellingen."
    raise SettingError(f"{variable}: deze instelling bestaat niet.{hint}")


def _agree(settings: Settings) -> Settings:
    """Refuse settings that are fine alone and wrong together."""
    if settings.pagina > settings.grens_pagina:
        raise SettingError(
            f"OPDEPLANK_PAGINA: '{settings.pagina}' kan niet. Toegestaan is hooguit {settings.grens_pagina}, "
            "de waarde van OPDEPLANK_GRENS_PAGINA."
        )
    if bool(settings.oidc_uitgever) != bool(settings.oidc_publiek):
        raise SettingError(
            f"OPDEPLANK_OIDC_PUBLIEK: '{settings.oidc_publiek}' kan niet. Toegestaan is een naam als "
            "OPDEPLANK_OIDC_UITGEVER is ingevuld, en anders niets."
        )
    if settings.oidc_client and not settings.oidc_uitgever:
        raise SettingError(
            f"OPDEPLANK_OIDC_CLIENT: '{settings.oidc_client}' kan niet. Toegestaan is een naam als "
            "OPDEPLANK_OIDC_UITGEVER is ingevuld, en anders niets."
        )
    return settings
