"""Runs the examples in a README of a source folder, so that what it shows is what the code does.

An example is written as at the prompt of `python -m asyncio`, in a block of Python. What stands behind `>>>` is run, in
the order of the page and with one set of names; what stands under it is what it shows, with `...` for anything.
"""

import ast
import contextlib
import doctest
import inspect
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAME = doctest.OutputChecker()


def examples(path: Path) -> Iterator[doctest.Example]:
    text = path.read_text(encoding="utf-8")
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1)) + 1
        for example in doctest.DocTestParser().get_examples(block[1], str(path)):
            example.lineno += line
            yield example


async def differences(path: Path, **given: Any) -> list[str]:
    """What the examples show and the page does not; `given` are names that the page says are there already."""
    names, found = dict(given), []
    for example in examples(path):
        shown = await _shown(example, names)
        if not SAME.check_output(example.want, shown, doctest.ELLIPSIS):
            told = SAME.output_difference(example, shown, doctest.ELLIPSIS)
            found.append(f"{path.name}:{example.lineno}: {example.source.strip()}\n{told}")
    return found


async def _shown(example: doctest.Example, names: dict[str, Any]) -> str:
    """What an example prints, and the value of an expression as the prompt shows it."""
    code = compile(example.source, "README.md", "single", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    out, hook = io.StringIO(), sys.displayhook
    sys.displayhook = sys.__displayhook__
    try:
        with contextlib.redirect_stdout(out):
            done = eval(code, names)
            if inspect.isawaitable(done):
                await done
    finally:
        sys.displayhook = hook
    return out.getvalue()
