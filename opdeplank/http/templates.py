"""The pages' templates: every value is escaped, and a name that a page forgot to hand over is an error, not a blank."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from opdeplank.display import display, scales
from opdeplank.http import assets
from opdeplank.settings.table import ROOT


def render(name: str, **values: object) -> str:
    return _environment().get_template(name).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(ROOT / "web" / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {"bestand": assets.own_address, "aantal_van": display.several, **scales.FUNCTIONS}
    environment.filters |= display.FILTERS
    return environment
