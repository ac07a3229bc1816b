"""Bits of Dutch sentences that are made from data."""

from collections.abc import Sequence


def series(names: Sequence[str], most: int = 3, total: int = 0) -> str:
    """`Almere, Eindhoven en Emmen`; beyond `most` the rest is counted, also when only the first of `total` are here."""
    shown, number = [*names[:most]], max(total, len(names))
    if number > len(shown):
        shown.append(f"{count(number - len(shown))} andere")
    return " en ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def quoted(words: Sequence[str]) -> str:
    """`‘schulden’ en ‘school’`: words of somebody else, which we repeat without saying that they are so."""
    return series([f"‘{word}’" for word in words])


def count(number: int) -> str:
    small = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
    return small[number] if 0 <= number < len(small) else str(number)


def some(number: int, one: str, many: str) -> str:
    """`1 document`, `3 documenten`."""
    return f"{number} {one if number == 1 else many}"


def lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def upper_first(text: str) -> str:
    """`één` -> `Eén`: the accent mark on a capital goes at the start of a Dutch sentence."""
    return "E" + text[1:] if text.startswith("é") else text[:1].upper() + text[1:]
