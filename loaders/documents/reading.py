"""lees: bytes -> Document, or a refusal that says what to do. Never touches the graph, never opens a connection.

A kind of file is a row in FORMS and a module in loaders.documents.forms; a child process reads it
(loaders.documents.sandbox).
"""

from collections.abc import Iterable
from pathlib import Path

from graph.domain.web_address import is_web_address
from loaders.documents.document import Document, digest, document_id, refuse
from loaders.documents.forms.encoding import decode
from loaders.documents.markup import Cell, compose
from loaders.documents.sandbox import SHARED, Sandbox

MEGABYTE = 1_000_000
MAX_BYTES = 20 * MEGABYTE
MAX_SIDECAR = 100_000
SIDECAR = ".bron.yaml"
FORMS = {
    ".txt": "txt", ".md": "md", ".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf",
    ".xlsx": "xlsx", ".csv": "csv", ".yaml": "yaml", ".yml": "yaml", ".json": "json",
}  # fmt: skip
OLDER = {".doc": "docx", ".xls": "xlsx", ".rtf": "docx", ".odt": "docx", ".ods": "xlsx"}
ABOUT, MADE = "README.md", ".vectoren"
"""In a folder: what says what it holds, and what was made from its documents, are no documents themselves."""
SOURCE_KEYS = ("titel", "url", "datum", "opgehaald_op", "uitgever", "soort")


def files(paths: Iterable[Path]) -> list[tuple[Path, str]]:
    """The documents in these files and folders with the name to call each by, in a fixed order.

    The name is the path inside the folder that was given: it is how a newer version of a document is recognised.
    Sidecars belong to their document.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for each in sorted(path.rglob("*")) if path.is_dir() else [path]:
            name = each.relative_to(path).as_posix() if path.is_dir() else each.name
            beside = path.is_dir() and (each.name == ABOUT or each.suffix == MADE)
            if each.is_dir() or _hidden(name) or name.endswith(SIDECAR) or beside:
                continue
            if found.get(name, each).resolve() != each.resolve():
                name = each.as_posix()
            found[name] = each
    return [(path, name) for name, path in found.items()]


def read(path: Path, name: str | None = None, limit: int = MAX_BYTES, sandbox: Sandbox = SHARED) -> Document:
    """Raises Refusal."""
    name = name or path.name
    content = _bytes(path, name, limit)
    form = _form(path, name)
    source = _source(path)
    text = sandbox.read(content, form, name)
    sha256 = digest(content)
    return Document(
        document_id(sha256), sha256, text.tekst, source.get("titel") or text.titel or path.stem,
        source.get("soort") or "document", form, name, source.get("url"), source.get("datum") or text.datum,
        source.get("uitgever"), text.meldingen, text.zones, text.tabellen, text.cellen,
    )  # fmt: skip


def _form(path: Path, name: str) -> str:
    suffix = path.suffix.lower()
    if suffix in FORMS:
        return FORMS[suffix]
    if suffix in OLDER:
        raise refuse("SOORT_ONBEKEND", name, f"{suffix} kan ik niet lezen. Sla het op als {OLDER[suffix]}.")
    raise refuse("SOORT_ONBEKEND", name, f"dit soort bestand kan ik niet lezen. Kies uit {', '.join(FORMS)}.")


def source_of(cell: Cell, name: str) -> dict[str, str]:
    """The address, date and publisher that a sidecar or the head of a document gives."""
    if not isinstance(cell.value, dict):
        raise refuse("BRON", name, "hier horen titel, url, datum en uitgever van de bron", cell.line, cell.column)
    found: dict[str, str] = {}
    for key, value in cell.value.items():
        if key not in SOURCE_KEYS:
            known = ", ".join(SOURCE_KEYS)
            raise refuse("BRON", name, f"onbekend veld '{key}' bij de bron; kies uit {known}", value.line, value.column)
        if key == "url" and value.value is not None and not is_web_address(value.value):
            said = f"'{value.value}' is geen webadres; begin met https://"
            raise refuse("BRON", name, said, value.line, value.column)
        if isinstance(value.value, str):
            found[key] = value.value
    return found


def _source(path: Path) -> dict[str, str]:
    beside = path.with_name(path.name + SIDECAR)
    if not beside.is_file():
        return {}
    text, _ = decode(_bytes(beside, beside.name, MAX_SIDECAR), beside.name)
    return source_of(compose(text, beside.name), beside.name)


def _bytes(path: Path, name: str, limit: int) -> bytes:
    try:
        if path.stat().st_size > limit:
            most = f"{limit // MEGABYTE} MB" if limit >= MEGABYTE else f"{limit} tekens"
            raise refuse("TE_GROOT", name, f"groter dan {most}. Splits het bestand en probeer opnieuw.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refuse("NIET_GEVONDEN", name, "dit bestand bestaat niet. Controleer het pad.") from error
    except OSError as error:
        raise refuse("NIET_LEESBAAR", name, "dit bestand mag of kan ik niet lezen. Controleer de rechten.") from error


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "~$")) for part in name.split("/"))
