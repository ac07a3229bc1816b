"""A page as a visitor sees it, with what is not about its subject in zones."""

import pytest

from loaders.documents.document import Text
from loaders.documents.forms.html import read
from tests.loaders.office import cells, zones


def page(body: str, head: str = "") -> Text:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def test_text_flows_as_in_a_browser() -> None:
    text = page("<h1>De\n raad</h1><p>Een <b>twee</b>&nbsp;drie<br>vier   vijf</p><div>zes</div><div>zeven</div>")
    assert text.tekst == "De raad\n\nEen twee\u00a0drie\nvier vijf\n\nzes\nzeven"
    assert [(z.soort, z.niveau) for z in text.zones] == [("kop", 1)]


def test_scripts_styles_and_remarks_are_no_text() -> None:
    text = page("a<script>x()</script><style>b{}</style><!-- c --><svg><text>d</text></svg><template>e</template>")
    assert text.tekst == "a"


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<nav><a>x</a></nav>", "nav"),
        ("<div role=navigation>x</div>", "nav"),
        ("<ul class='main-menu'><li>x</ul>", "nav"),
        ("<div id=breadcrumb>x</div>", "nav"),
        ("<aside>x</aside>", "aside"),
        ("<div class='sidebar left'>x</div>", "aside"),
        ("<div hidden>x</div>", "verborgen"),
        ("<p style='display: none'>x</p>", "verborgen"),
        ("<p style='FONT-SIZE:0'>x</p>", "verborgen"),
        ("<span aria-hidden=true>x</span>", "verborgen"),
        ("<span class=sr-only>x</span>", "verborgen"),
        ("<noscript>x</noscript>", "verborgen"),
        ("<section id=comments>x</section>", "reactie"),
        ("<ol class=commentlist><li>x</ol>", "reactie"),
        ("<figure><img><figcaption>x</figcaption></figure>", "bijschrift"),
        ("<p class=wp-caption-text>x</p>", "bijschrift"),
        ("<footer>x</footer>", "voettekst"),
        ("<header>x</header>", "koptekst"),
        ("<form><label>x</label></form>", "formulier"),
        ("<del>x</del>", "doorgehaald"),
        ("<blockquote>x</blockquote>", "citaat"),
    ],
)
def test_what_an_element_is_for_becomes_a_zone(html: str, kind: str) -> None:
    text = page(f"<p>voor</p>{html}<p>na</p>")
    assert "x" in zones(text, kind)


@pytest.mark.parametrize(
    "html",
    [
        "<p style='font-size:0.9em'>x</p>",
        "<p style='opacity:0.5'>x</p>",
        "<p class='overflow-hidden'>x</p>",
        "<div class=sociaal-domein>x</div>",
        "<div class=documents>x</div>",
    ],
)
def test_what_only_looks_like_it_does_not(html: str) -> None:
    assert page(html).zones == ()


def test_a_class_on_the_whole_page_does_not_hide_the_page() -> None:
    text = page(
        "<div class='has-sidebar with-menu'><main class='comments-off sidebar-right'><p>de tekst</p></main></div>"
    )
    assert text.zones == ()


def test_the_head_and_foot_of_an_article_are_a_part_of_it() -> None:
    text = page("<article><header><h2>Titel</h2></header><footer>Door Anna</footer></article>")
    assert zones(text, "koptekst") == zones(text, "voettekst") == []


def test_what_a_style_sheet_hides_is_hidden_unless_it_is_for_paper() -> None:
    head = "<style>.a, #b{color:red;display:none} @media print{.c{display:none}} p.d{visibility:hidden}</style>"
    text = page("<p class=a>1</p><p id=b>2</p><p class=c>3</p><p class=d>4</p>", head)
    assert zones(text, "verborgen") == ["1", "2", "4"]


def test_a_table_has_cells_also_merged_ones() -> None:
    text = page(
        "<table><thead><tr><th>Naam<th>Functie<th>Van</thead>"
        "<tr><td>Anna<td><p>wethouder</p><p>en meer</p><td rowspan=2>Waterdam<tr><td>Bram<td></table>"
    )
    assert text.tekst == "Naam\tFunctie\tVan\nAnna\twethouder\nen meer\tWaterdam\nBram\t"
    assert cells(text) == [
        ["Naam", "Functie", "Van"],
        ["Anna", "wethouder\nen meer", "Waterdam"],
        ["Bram", "", "Waterdam"],
    ]
    assert text.tabellen[0].koppen == 1
    assert len(zones(text, "tabel")) == 1


def test_a_table_within_a_cell_is_a_table_of_its_own() -> None:
    text = page("<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>")
    assert text.tekst == "a\nb\tc\td"
    assert [cells(text, i) for i in (0, 1)] == [[["a\nb\tc", "d"]], [["b", "c"]]]


def test_a_cell_that_spans_the_world_makes_no_world() -> None:
    text = page("<table><tr><td colspan=99999 rowspan=99999>a<tr><td>b</table>")
    assert max(len(row) for row in text.tabellen[0].rijen) <= 500


def test_the_page_says_its_title_and_day() -> None:
    head = "<title> Raad &amp;\n daad </title><meta property='article:published_time' content='2020-03-01T10:00:00Z'>"
    text = page("<p>x", head)
    assert (text.titel, text.datum) == ("Raad & daad", "2020-03-01")
    assert page("x", "<meta name=date content='morgen'>").datum is None


def test_every_zone_and_cell_begins_and_ends_with_text() -> None:
    text = page(
        "<nav> <ul> <li> <a> een </a> </li> </ul> </nav> <p> twee </p><table> <tr> <td> drie </td> </tr> </table>"
    )
    spans = [text.tekst[z.start : z.end] for z in text.zones] + [c for row in cells(text) for c in row]
    assert all(span == span.strip() for span in spans)


def test_offsets_count_code_points() -> None:
    text = page("<p>👍 Ñandú</p><h2>Één</h2>")
    assert zones(text, "kop") == ["Één"]


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("position:absolute; left:-9999px", "verborgen"),
        ("color:#fff; background:#fff", "verborgen"),
        ("color: white", "verborgen"),
        ("color: transparent", "verborgen"),
        ("clip: rect(0 0 0 0)", "verborgen"),
        ("transform: scale(0)", "verborgen"),
        ("height:0; overflow:hidden", "verborgen"),
        ("text-decoration: line-through", "doorgehaald"),
    ],
)
def test_what_a_style_keeps_from_the_eye_is_not_believed(style: str, kind: str) -> None:
    assert [z.soort for z in page(f'<p style="{style}">x</p>').zones] == [kind]


@pytest.mark.parametrize(
    "style", ["color:#fff; background:#154273", "left: -10px", "height: 10px", "line-height: 1", "color: #fffbe6"]
)
def test_what_a_style_only_makes_up_is_seen(style: str) -> None:
    assert not page(f'<p style="{style}">x</p>').zones
