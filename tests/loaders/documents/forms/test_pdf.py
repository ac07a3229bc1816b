"""PDF: lines, columns, tables and what stands on every page, found from where letters stand."""

import pytest

from loaders.documents.document import Document, Refusal, Text
from loaders.documents.forms.pdf import read
from tests.loaders.office import Placed, cells, pdf, zones

SENTENCES = (
    "Het programma helpt gemeenten en het Rijk om samen", "te werken aan vragen die over grenzen heen gaan en",
    "waar geen van de partijen het alleen af kan. Dat", "vraagt tijd van iedereen die eraan mee wil doen en",
    "geduld van wie op een oplossing wacht. Na een jaar", "kijken we samen terug op wat er is bereikt.",
)  # fmt: skip


def lines(x: float, y: float, texts: tuple[str, ...], size: float = 11, step: float = 13) -> list[Placed]:
    return [(x, y - i * step, size, text) for i, text in enumerate(texts)]


def book(*pages: list[Placed]) -> Text:
    return read(pdf(*pages), "a.pdf")


def test_lines_that_fill_the_column_are_one_paragraph() -> None:
    text = book(lines(50, 700, SENTENCES) + lines(50, 590, ("Een nieuwe alinea.",)))
    assert text.tekst == " ".join(SENTENCES) + "\n\nEen nieuwe alinea."


def test_a_list_stays_a_line_each() -> None:
    members = (
        "Anna de Wit – wethouder, gemeente Waterdam",
        "Bram Oud – voorzitter Koepel",
        "Cees Groot – directeur, VWS",
    )
    text = book(lines(50, 700, SENTENCES) + lines(50, 600, members))
    assert text.tekst.endswith("\n\n" + "\n".join(members))


def test_a_mark_belongs_to_its_item() -> None:
    placed = [
        (x, 700 - 14 * i, 11, text) for i in range(3) for x, text in ((60, "•"), (78, f"Anna Wit {i} – wethouder"))
    ]
    text = book(placed)
    assert zones(text, "lijst") == [f"• Anna Wit {i} – wethouder" for i in range(3)]
    assert text.tabellen == ()


@pytest.mark.parametrize(
    "members",
    [
        (
            "Leden van de Raad van Wijzen zijn:",
            "Anna de Wit – wethouder, gemeente Waterdam",
            "Bram Oud – voorzitter Koepel",
        ),
        (
            "Anna de Wit, wethouder van de gemeente Waterdam,",
            "Bram Oud, voorzitter van de Koepel",
            "Cees Groot, directeur",
        ),
        tuple(
            f"{name} – lid van de raad namens de gemeente" for name in ("Anna Wit", "Bram Oud", "Cees Smit", "Dora Bos")
        ),
    ],
)
def test_two_members_are_never_one_line(members: tuple[str, ...]) -> None:
    assert book(lines(50, 700, members)).tekst == "\n".join(members)


def test_two_columns_are_read_one_after_the_other() -> None:
    other = tuple(
        f"De rechter kolom gaat over {word} en nog wat meer" for word in ("een", "twee", "drie", "vier", "vijf", "zes")
    )
    title: list[Placed] = [(50, 760, 20, "Een kop over de hele bladzijde van deze nieuwsbrief")]
    text = book(title + lines(50, 700, SENTENCES) + lines(330, 700, other))
    assert text.tekst.index(SENTENCES[-1]) < text.tekst.index(other[0])
    assert text.tekst.startswith("Een kop over de hele bladzijde")
    assert zones(text, "kop")[0].startswith("Een kop over")


def test_a_table_stays_a_table() -> None:
    rows = (
        ("Naam", "Functie", "Organisatie"),
        ("Anna de Wit", "wethouder", "gemeente Waterdam"),
        ("Bram Oud", "directeur", "Koepel"),
        ("Cees Groot", "voorzitter", "Raad"),
        ("Dora Smit", "manager", "VWS"),
    )
    placed = [
        (50 + 150 * column, 700 - 20 * i, 11, word) for i, row in enumerate(rows) for column, word in enumerate(row)
    ]
    assert cells(book(placed)) == [list(row) for row in rows]


def test_a_cell_of_two_lines_is_one_cell() -> None:
    placed: list[Placed] = [
        (50, 700, 11, "Anna de Wit"), (200, 700, 11, "wethouder voor zorg"), (350, 700, 11, "gemeente Waterdam"),
        (200, 687, 11, "en welzijn"),
        (50, 667, 11, "Bram Oud"), (200, 667, 11, "directeur"), (350, 667, 11, "Koepel"),
    ]  # fmt: skip
    assert cells(book(placed)) == [
        ["Anna de Wit", "wethouder voor zorg en welzijn", "gemeente Waterdam"],
        ["Bram Oud", "directeur", "Koepel"],
    ]


def test_rows_without_space_between_them_are_not_taken_together() -> None:
    placed = [
        (50 + 150 * c, 700 - 13 * i - (20 if i > 2 else 0), 11, f"{w} {i}")
        for i in range(6)
        for c, w in enumerate(("Anna Wit", "functie"))
    ]
    text = book(placed)
    assert cells(text)[0] == ["Anna Wit 0", "functie 0"]
    assert all(len(cell.split()) < 4 for row in cells(text) for cell in row)


def test_what_stands_on_every_page_is_a_zone() -> None:
    pages = [
        [
            (50.0, 810.0, 9.0, "Programma Sociaal Domein"),
            *lines(50, 700, (f"Dit is deel {'abc'[n - 1]}.", *SENTENCES, f"Einde van {'abc'[n - 1]}.")),
            (280.0, 20.0, 9.0, f"Pagina {n} van 3"),
        ]
        for n in (1, 2, 3)
    ]
    text = book(*pages)
    assert zones(text, "koptekst") == ["Programma Sociaal Domein"] * 3
    assert zones(text, "voettekst") == ["Pagina 1 van 3", "Pagina 2 van 3", "Pagina 3 van 3"]
    assert [z.niveau for z in text.zones if z.soort == "bladzijde"] == [1, 2, 3]
    document = Document("bron:1", "", text.tekst, "", "", "pdf", zones=text.zones)
    assert document.where(text.tekst.rindex("Het programma helpt")) == "bladzijde 3"


def test_a_word_over_two_lines_is_one_word_and_a_compound_keeps_its_hyphen() -> None:
    filler = "Dit is een regel die de hele breedte van de kolom vult en"
    text = book(
        lines(
            50,
            700,
            (
                filler,
                "nog een keer met dezelfde breedte maar dan met gemeen-",
                "te aan het eind van de regel die ook weer vol is met oud-",
                "minister erachter en dan is het uit met de regels hier.",
            ),
        )
    )
    assert "gemeente aan" in text.tekst
    assert "oud-minister" in text.tekst
    assert "1 woord stond over twee regels en is aan elkaar gezet" in text.meldingen[0]


def test_accents_and_dashes_survive() -> None:
    assert book([(50, 700, 11, "Één café – ‘thuis’ in Súdwest, € 5")]).tekst == "Één café – ‘thuis’ in Súdwest, € 5"


@pytest.mark.parametrize("pages", [([],), ([], []), ([(50, 50, 8, "1")], [(50, 50, 8, "2")])])
def test_a_scan_is_refused(pages: tuple[list[Placed], ...]) -> None:
    with pytest.raises(Refusal) as caught:
        read(pdf(*pages), "scan.pdf")
    assert caught.value.code == "SCAN"


def test_a_pdf_behind_a_password_is_refused() -> None:
    lock = "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <" + "00" * 32 + "> /U <" + "11" * 32 + "> >>"
    with pytest.raises(Refusal) as caught:
        read(pdf([(50, 700, 11, "geheim")], encrypt=lock), "a.pdf")
    assert caught.value.code == "VERSLEUTELD"


def test_text_outside_the_part_of_the_page_that_is_seen_is_not_there() -> None:
    content = pdf([(60.0, 700.0, 11.0, "Zichtbaar is dit."), (60.0, 40.0, 11.0, "Weggesneden is dat.")])
    cropped = content.replace(b"/MediaBox [0 0 595 842] ", b"/CropBox [0 99 595 842]   ".ljust(24)[:24])
    media = pdf([(60.0, 700.0, 11.0, "Zichtbaar is dit."), (60.0, -40.0, 11.0, "Weggesneden is dat.")])
    assert read(media, "a.pdf").tekst == "Zichtbaar is dit."
    assert "Weggesneden" not in read(cropped, "a.pdf").tekst
