"""What a style sheet inside a page hides."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from loaders.documents.forms.inside.style_rules import hidden_by_rules


@pytest.mark.parametrize(
    ("sheet", "hidden"),
    [
        (".weg { display: none }", {"weg"}),
        ("p.weg, #ook { visibility : hidden }", {"weg", "ook"}),
        (".klein { font-size: 0 } .half { font-size: 0.5em }", {"klein"}),
        (".weg { text-indent: -9999px }", {"weg"}),
        ("@media print { .weg { display: none } } .ook { opacity: 0 }", {"ook"}),
        (".a .b { display: none } p { display: none }", set()),
        ("} .weg { display: none", set()),
    ],
)
def test_a_rule_hides_by_class_or_id(sheet: str, hidden: set[str]) -> None:
    page = LexborHTMLParser(f"<html><head><style>{sheet}</style></head><body>x</body></html>")
    assert hidden_by_rules(page) == hidden
