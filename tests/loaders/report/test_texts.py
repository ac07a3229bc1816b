"""What may stand in a text from outside."""

from typing import Any

import pytest

from loaders.report.texts import MANY, NAME, TEXT, faults_in


@pytest.mark.parametrize(
    "text", ["gewoon", "<b>vet</b>", "regel\nregel\ten tab", "é ñ ü 日本 😀", "x" * TEXT, "1234567"],
)  # fmt: skip
def test_ordinary_text_may_stand_there(text: str) -> None:
    assert [*faults_in({"invoer": {"omschrijving": text}}, ())] == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"omschrijving": "x" * (TEXT + 1)}, "hoogstens 5000"),
        ({"titel": "x" * (NAME + 1)}, "hoogstens 300"),
        ({"omschrijving": "a\x00"}, "niemand ziet"),
        ({"omschrijving": "a\x1b[31m"}, "niemand ziet"),
        ({"omschrijving": "\u202etxt.exe"}, "niemand ziet"),
        ({"omschrijving": "\ud800"}, "niemand ziet"),
        ({"omschrijving": " \n"}, "is leeg"),
        ({"omschrijving": "Haar BSN is 123456782."}, "burgerservicenummer"),
        ({"synoniemen": ["goed", "x" * (NAME + 1)]}, "hoogstens 300"),
        ({"themas": ["t"] * (MANY + 1)}, "51 waarden"),
    ],
)
def test_what_may_not_is_named_with_its_place(said: dict[str, Any], words: str) -> None:
    [fault] = faults_in({"invoer": said}, ())
    assert words in fault.melding
    assert fault.pad[:2] == ("invoer", *said)
