"""lees: bytes -> Document, or a refusal that says what to do. Never touches the graph, never opens a connection.

A kind of file is a row in FORMS; the readers of Word, PDF, HTML and Excel will be rows here too.
"""

from collections.abc import Iterable
from pathlib import Path

from loaders.document import Document, digest, document_id, refuse
from loaders.nodes import Cell, compose

MEGABYTE = 1_000_000
MAX_BYTES = 20 * MEGABYTE
SIDECAR = ".bron.yaml"
FORMS = {
    ".txt": "txt", ".md": "txt", ".csv": "csv", ".yaml": "yaml", ".yml": "yaml", ".json": "json",
}  # fmt: skip
LATER = {".docx": "Word", ".pdf": "PDF", ".html": "HTML", ".htm": "HTML", ".xlsx": "Excel"}
SOURCE_KEYS = ("titel", "url", "datum", "opgehaald_op", "uitgever", "soort")
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def files(paths: Iterable[Path]) -> list[tuple[Path, str]]:
    """The documents in these files and folders with the name to call each by, in a fixed order.

    The name is the path inside the folder that was given: it is how a newer version of a document is recognised.
    Sidecars belong to their document.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for each in sorted(path.rglob("*")) if path.is_dir() else [path]:
            name = each.relative_to(path).as_posix() if path.is_dir() else each.name
            if each.is_dir() or _hidden(name) or name.endswith(SIDECAR):
                continue
            if found.get(name, each).resolve() != each.resolve():
                name = each.as_posix()
            found[name] = each
    return [(path, name) for name, path in found.items()]


def read(path: Path, name: str | None = None, limit: int = MAX_BYTES) -> Document:
    """Raises Refusal."""
    name = name or path.name
    suffix = path.suffix.lower()
    form = FORMS.get(suffix)
    content = _bytes(path, name, limit)
    if suffix in LATER:
        said = f"{LATER[suffix]} kan deze versie nog niet lezen. Sla het op als txt en probeer opnieuw."
        raise refuse("SOORT_NOG_NIET", name, said)
    if form is None:
        raise refuse("SOORT_ONBEKEND", name, f"dit soort bestand kan ik niet lezen. Kies uit {', '.join(FORMS)}.")
    text, notices = decode(content, name)
    if not text.strip():
        raise refuse("LEEG", name, "er staat geen tekst in. Controleer of dit het goede bestand is.")
    source = _source(path)
    sha256 = digest(content)
    return Document(
        document_id(sha256), sha256, text, source.get("titel") or path.stem, source.get("soort") or "document", form,
        name, source.get("url"), source.get("datum"), source.get("uitgever"), notices,
    )  # fmt: skip


def decode(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Mark of the encoding, else strict UTF-8, else Windows-1252; a guess is said."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), ()
            except UnicodeDecodeError as error:
                raise refuse("TEKENSET", name, "de tekens zijn beschadigd. Sla het bestand op als UTF-8.") from error
    if b"\0" in content:
        raise refuse("GEEN_TEKST", name, "dit is geen tekstbestand, al zegt de naam van wel. Kies het goede bestand.")
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252"), (
            f"{name}: tekens gelezen als Windows-1252; sla het op als UTF-8 als er iets mis is.",
        )
    except UnicodeDecodeError as error:
        raise refuse("TEKENSET", name, "de tekens zijn niet te lezen. Sla het bestand op als UTF-8.") from error


def source_of(cell: Cell, name: str) -> dict[str, str]:
    """The address, date and publisher that a sidecar or the head of a document gives."""
    if not isinstance(cell.value, dict):
        raise refuse("BRON", name, "hier horen titel, url, datum en uitgever van de bron", cell.line, cell.column)
    found: dict[str, str] = {}
    for key, value in cell.value.items():
        if key not in SOURCE_KEYS:
            known = ", ".join(SOURCE_KEYS)
            raise refuse("BRON", name, f"onbekend veld '{key}' bij de bron; kies uit {known}", value.line, value.column)
        if isinstance(value.value, str):
            found[key] = value.value
    return found


def _source(path: Path) -> dict[str, str]:
    beside = path.with_name(path.name + SIDECAR)
    if not beside.is_file():
        return {}
    text, _ = decode(_bytes(beside, beside.name, MEGABYTE), beside.name)
    return source_of(compose(text, beside.name), beside.name)


def _bytes(path: Path, name: str, limit: int) -> bytes:
    try:
        if path.stat().st_size > limit:
            most = limit // MEGABYTE
            raise refuse("TE_GROOT", name, f"groter dan {most} MB. Splits het bestand en probeer opnieuw.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise refuse("NIET_GEVONDEN", name, "dit bestand bestaat niet. Controleer het pad.") from error
    except OSError as error:
        raise refuse("NIET_LEESBAAR", name, "dit bestand mag of kan ik niet lezen. Controleer de rechten.") from error


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "~$")) for part in name.split("/"))
