"""Word, read as if every tracked change were accepted."""

import pytest

from loaders.documents.document import Text
from loaders.documents.forms.word import read
from tests.loaders.office import W, cells, docx, p, styles, tbl, tc, zones

STYLES = styles(Kop1="heading 1", Kop2="heading 2", Bij="caption", Titel="Title", Inh="toc 1", Cit="Quote")
MERGED, MERGES = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def word(body: str, **parts: str) -> Text:
    return read(docx(body, **parts), "a.docx")


def test_styles_make_zones_whatever_word_calls_them() -> None:
    text = word(
        p("De raad", "Titel")
        + p("Leden", "Kop2")
        + p("Foto: Jan", "Bij")
        + p("1 Leden 3", "Inh")
        + p("Zo is het", "Cit"),
        styles=STYLES,
    )
    assert text.tekst == "De raad\n\nLeden\n\nFoto: Jan\n\n1 Leden 3\n\nZo is het"
    assert [(z.soort, z.niveau) for z in text.zones] == [
        ("kop", 1), ("kop", 2), ("bijschrift", 0), ("nav", 0), ("citaat", 0),
    ]  # fmt: skip
    assert text.titel == "De raad"


def test_insertions_are_kept_and_deletions_dropped_and_said() -> None:
    text = word(
        "<w:p><w:r><w:t xml:space='preserve'>Anna </w:t></w:r><w:ins><w:r><w:t>Groot</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Klein</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom></w:p>"
    )
    assert text.tekst == "Anna Groot"
    assert "Ingevoegd is gelezen (1), verwijderd niet (2)" in text.meldingen[0]


def test_a_deleted_row_is_gone() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{tc(p('weg'))}</w:tr>"
    text = word(f"<w:tbl><w:tr>{tc(p('blijft'))}</w:tr>{gone}</w:tbl>")
    assert text.tekst == "blijft"
    assert text.meldingen


def test_a_table_has_cells_also_merged_ones() -> None:
    text = word(
        tbl(
            [tc(p("Naam")), tc(p("Functie")), tc(p("Organisatie"))],
            [tc(p("Anna")), tc(p("wethouder") + p("en meer")), tc(p("Waterdam"), MERGED)],
            [tc(p("Bram")), tc("<w:p/>"), tc("<w:p/>", MERGES)],
            [tc(p("samen"), '<w:gridSpan w:val="2"/>'), tc(p("Koepel"))],
            head=True,
        )
    )
    assert cells(text) == [
        ["Naam", "Functie", "Organisatie"], ["Anna", "wethouder\nen meer", "Waterdam"], ["Bram", "", "Waterdam"],
        ["samen", "samen", "Koepel"],
    ]  # fmt: skip
    assert text.tabellen[0].koppen == 1
    assert text.tekst.startswith("Naam\tFunctie\tOrganisatie\nAnna\twethouder\nen meer\tWaterdam\nBram\t\t")


def test_hidden_and_crossed_out_text_is_kept_as_such() -> None:
    text = word(
        p("geheim", inside="<w:vanish/>") + p("fout", inside="<w:strike/>") + p("goed", inside='<w:strike w:val="0"/>')
    )
    assert (zones(text, "verborgen"), zones(text, "doorgehaald")) == (["geheim"], ["fout"])


def test_what_stands_beside_the_text_follows_it_in_zones() -> None:
    line = f"<w:footnote w:type='separator'>{p('-')}</w:footnote>"
    text = word(
        p("De tekst"),
        comments=f"<w:comments {W}><w:comment>{p('Klopt dit?')}</w:comment></w:comments>",
        footnotes=f"<w:footnotes {W}>{line}<w:footnote>{p('Noot')}</w:footnote></w:footnotes>",
        header1=f"<w:hdr {W}>{p('Gemeente Waterdam')}</w:hdr>",
        footer1=f"<w:ftr {W}>{p('Bladzijde 1')}</w:ftr>",
    )
    assert text.tekst == "De tekst\n\nNoot\n\nKlopt dit?\n\nGemeente Waterdam\n\nBladzijde 1"
    assert [z.soort for z in text.zones] == ["voetnoot", "reactie", "koptekst", "voettekst"]


def test_a_list_is_a_line_each_and_tabs_and_breaks_stay() -> None:
    item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    text = word(
        p("Leden:")
        + item.format("Anna")
        + item.format("Bram")
        + "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    )
    assert text.tekst == "Leden:\n\nAnna\nBram\n\na\tb\nc"
    assert zones(text, "lijst") == ["Anna", "Bram"]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('in de kader')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    text = word(
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert text.tekst == "in de kader"


def test_fields_links_and_content_controls_give_what_they_show() -> None:
    text = word(
        "<w:sdt><w:sdtContent>" + p("in een veld") + "</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>de link</w:t></w:r></w:hyperlink></w:p>"
    )
    assert text.tekst == "in een veld\n\nde link"


def test_a_picture_is_said() -> None:
    text = word("<w:p><w:r><w:drawing/></w:r><w:r><w:t>tekst</w:t></w:r></w:p>")
    assert text.meldingen == ("a.docx: tekst in plaatjes is niet gelezen.",)


def hidden(style: str, base: str = "", run: str = "") -> list[str]:
    """The hidden parts of a paragraph in a style, with what that is based on and what its letters say themselves."""
    named = (
        f'<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen"/><w:basedOn w:val="Grond"/>{style}'
        "</w:style>"
        f'<w:style w:type="paragraph" w:styleId="Grond"><w:name w:val="Grond"/>{base}</w:style>'
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="Eigen"/></w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>stil</w:t></w:r></w:p>'
    return zones(word(body, styles=f"<w:styles {W}>{named}</w:styles>"), "verborgen")


@pytest.mark.parametrize(
    ("style", "base", "run", "found"),
    [
        ("<w:rPr><w:vanish/></w:rPr>", "", "", ["stil"]),
        ("", "<w:rPr><w:vanish/></w:rPr>", "", ["stil"]),
        ('<w:rPr><w:vanish w:val="0"/></w:rPr>', "<w:rPr><w:vanish/></w:rPr>", "", []),
        ("<w:rPr><w:vanish/></w:rPr>", "", '<w:vanish w:val="false"/>', []),
        ("", "", '<w:color w:val="FFFFFF"/>', ["stil"]),
        ("", "", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="154273"/>', []),
        ("", "", '<w:sz w:val="2"/>', ["stil"]),
        ("", "", '<w:sz w:val="22"/>', []),
    ],
)
def test_what_a_style_hides_is_hidden(style: str, base: str, run: str, found: list[str]) -> None:
    assert hidden(style, base, run) == found


def test_a_tab_at_a_place_is_a_tab() -> None:
    text = word('<w:p><w:r><w:t>Anna Bos</w:t><w:ptab w:relativeTo="margin"/><w:t>wethouder</w:t></w:r></w:p>')
    assert text.tekst == "Anna Bos\twethouder"
