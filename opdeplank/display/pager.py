"""Which page somebody asks for, and which there are beside it."""


def number_in(text: str, digits: int = 5) -> int:
    """A number of at most so many digits, as an address holds it; 0 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else 0


def pages(count: int, size: int, most: int) -> int:
    """How many pages of `size` things there are; at most `most`, since nobody reads on for ever."""
    return max(1, min(-(-count // size), most))


def around(page: int, last: int) -> list[int | None]:
    """The numbers to choose from: the first, the last and those near; None where some are left out.

    `around(5, 9)` -> `[1, None, 4, 5, 6, None, 9]`
    """
    near = sorted({1, last, *range(max(1, page - 1), min(last, page + 1) + 1)})
    found: list[int | None] = []
    for number in near:
        if found and (gap := number - (found[-1] or 0)) > 1:
            found.append(number - 1 if gap == 2 else None)
        found.append(number)
    return found
