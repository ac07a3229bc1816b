from pathlib import Path

import pytest
from jinja2 import UndefinedError, meta, nodes

from opdeplank.http import templates
from opdeplank.http.problems import NOT_FOUND, Problem
from opdeplank.http.site import Site
from opdeplank.settings.table import ROOT

TEMPLATES = sorted((ROOT / "web" / "templates").glob("*.html"))


def page(problem: Problem = NOT_FOUND, prefix: str = "") -> str:
    return templates.render("fout.html", Site(prefix=prefix), problem=problem, nummer="12ab")


def test_every_value_is_escaped() -> None:
    shown = page(Problem(404, "<script>x</script>", "Ga terug."))
    assert "<script>x" not in shown
    assert "&lt;script&gt;" in shown


def test_a_name_that_was_not_handed_over_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(UndefinedError):
        templates.render("fout.html", Site())


def test_own_addresses_begin_with_where_the_service_stands() -> None:
    assert 'href="/plank/statisch/' in page(prefix="/plank")
    assert 'href="/statisch/' in page()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.stem)
def test_a_template_imports_the_parts_that_it_draws_with(template: Path) -> None:
    read = templates.environment().parse(template.read_text())
    drawn_with = meta.find_undeclared_variables(read) & {"delen"}
    assert drawn_with <= {each.target for each in read.find_all(nodes.Import)}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_every_page_has_is_named_so_by_no_template(path: Path) -> None:
    """What a page sets at its top is what the sheet around it sees: with another meaning the page breaks off there."""
    tree = templates.environment().parse(path.read_text(encoding="utf-8"))
    named = {name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
    assert named.isdisjoint({"basis", "plaats", "schaalvormen"})
