"""Refusals of the API: what a caller did wrong, with the code of the contract and a Dutch sentence."""

from collections.abc import Sequence
from typing import Any


class Refused(Exception):
    """An operation, or a value in it, that is not carried out.

    `code` is one of the codes of the contract, `path` the response path where that helps, `status` the HTTP status;
    `wacht`, where it helps to come back, is in how many seconds.
    """

    def __init__(
        self, code: str, message: str, path: Sequence[str | int] = (), status: int = 400, **extensions: object
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.path, self.status = code, message, tuple(path), status
        self.extensions = extensions
        wait = extensions.get("wacht")
        self.wait = wait if isinstance(wait, int) else None

    def formatted(self) -> dict[str, Any]:
        """The error as GraphQL shows it."""
        shown: dict[str, Any] = {"message": self.message}
        if self.path:
            shown["path"] = list(self.path)
        return {**shown, "extensions": {"code": self.code, **self.extensions}}


def bad_input(message: str, path: Sequence[str | int] = ()) -> Refused:
    """Something in the arguments cannot be used."""
    return Refused("BAD_USER_INPUT", message, path)


def too_large(limit: str, most: int, asked: int, message: str) -> Refused:
    """The operation is over a limit; `limit` is its name in the docs."""
    return Refused("OPERATION_TOO_LARGE", message, limiet=limit, hoogstens=most, gevraagd=asked)
