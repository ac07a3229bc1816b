"""The pages' templates: every value is escaped, and a name that a page forgot to hand over is an error, not a blank."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from opdeplank.display import display
from opdeplank.display.pager import around
from opdeplank.display.scales import Drawn
from opdeplank.display.whole_list import whole_list
from opdeplank.http.own_files import own_address
from opdeplank.http.site import Site
from opdeplank.settings.shipped import WEB


def render(name: str, at: Site, **values: object) -> str:
    """The page as it stands on this site: `basis` is what its own addresses begin with, `schaalvormen` are the scales
    on it. No template gives these names to anything else."""
    return environment().get_template(name).render(basis=at.prefix, plaats=at, schaalvormen=Drawn(), **values)


@pass_context
def own_file(context: Context, name: str) -> str:
    return f"{context['basis']}{own_address(name)}"


@pass_context
def address(context: Context, key: str) -> str | None:
    """The page of a thing by its id, if it has one."""
    found = display.address(key)
    return f"{context['basis']}{found}" if found else None


@cache
def environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(WEB / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals |= {
        "bestand": own_file,
        "aantal_van": display.several,
        "heel_van": whole_list,
        "nummers_rond": around,
    }
    environment.filters |= {**display.FILTERS, "adres": address}
    return environment
