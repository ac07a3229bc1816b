import pytest

from opdeplank.settings.envfile import EnvFileError, read_env


def test_a_line_is_a_name_and_a_value() -> None:
    text = "\ufeff# kop\n\nA=1\n export B = twee # uitleg\nC=a#b\nD=\"a # b\" # c\nE=\nF='x y'\nA=3\nG=#niets\n"
    assert read_env(text) == {"A": "3", "B": "twee", "C": "a#b", "D": "a # b", "E": "", "F": "x y", "G": ""}


@pytest.mark.parametrize("wrong", ["zomaar wat", "1A=x", "A-B=x", 'A="open', 'A="x" en meer', "=x"])
def test_a_mistake_is_named_by_its_line(wrong: str) -> None:
    with pytest.raises(EnvFileError) as error:
        read_env(f"GOED=ja\n{wrong}\n")
    assert error.value.line == 2
