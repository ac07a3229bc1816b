import pytest

from opdeplank.terminal.arguments import DutchParser, WrongUse, dutch_refusal


def parser() -> DutchParser:
    made = DutchParser("opdeplank", "Wat ligt er op de plank?")
    made.add_argument("wat")
    made.add_argument("--aantal", type=int, choices=[1, 2])
    either = made.add_mutually_exclusive_group()
    either.add_argument("--ja", action="store_true")
    either.add_argument("--nee", action="store_true")
    return made


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "Er ontbreekt iets: wat."),
        (["x", "--onbekend"], "Dit ken ik niet: --onbekend."),
        (["x", "--aantal"], "Achter --aantal hoort een waarde."),
        (["x", "--aantal", "a"], "--aantal: 'a' kan niet."),
        (["x", "--ja", "--nee"], "--nee kan niet samen met --ja."),
        (["x", "--ja=1"], "Achter --ja hoort geen waarde: '1'."),
    ],
)
def test_a_refusal_is_in_dutch_and_says_where_help_is(given: list[str], said: str) -> None:
    with pytest.raises(WrongUse) as refused:
        parser().parse_args(given)
    assert str(refused.value).startswith(said)
    assert str(refused.value).endswith("Uitleg: opdeplank --help")


def test_what_argparse_may_say_one_day_is_no_english() -> None:
    assert dutch_refusal("something new") == "Zo werkt dit commando niet."


def test_the_help_is_in_dutch() -> None:
    told = parser().format_help()
    assert told.startswith("Gebruik: opdeplank")
    assert "wat:" in told
    assert "opties:" in told
