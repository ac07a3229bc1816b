"""The zip file that a Word or Excel document is: opened after a look at what it would become, one part at a time.

Refused: parts behind a password, more parts or bytes than a document has, a part that grows more than a document does,
and XML with a DOCTYPE, which is where entities are declared.
"""

import io
import re
import zipfile
from typing import Any

from lxml import etree

from loaders.documents.document import refuse

MEGABYTE = 1_000_000
MOST_PARTS = 5_000
MOST_BYTES = 300 * MEGABYTE
MOST_XML = 120 * MEGABYTE
MOST_GROWTH = 150
"""Times. Text packs to a tenth, a sheet of equal rows to a fiftieth."""
SMALL = 4 * MEGABYTE
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T\x00?Y\x00?P\x00?E|<\x00?!\x00?E\x00?N\x00?T\x00?I\x00?T\x00?Y")
PASSWORD = "het bestand heeft een wachtwoord. Haal het wachtwoord eraf en probeer opnieuw."


class Archive:
    """Raises Refusal at the first sign of trouble, also while it is read."""

    def __init__(self, content: bytes, name: str, kind: str, main: str) -> None:
        self.name = name
        self.kind = kind
        if content.startswith(OLD_OFFICE):
            raise self._old(content)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self.broken() from error
        self._sizes = {part.filename: part for part in self._zip.infolist()}
        self._check()
        if main not in self._sizes:
            raise self._other()

    def __contains__(self, part: str) -> bool:
        return part in self._sizes

    def parts(self, start: str) -> list[str]:
        return sorted(part for part in self._sizes if part.startswith(start) and part.endswith(".xml"))

    def bytes_of(self, part: str) -> bytes:
        if self._sizes[part].file_size > MOST_XML:
            raise self._bomb()
        try:
            content = self._zip.read(part)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError) as error:
            raise self.broken() from error
        except Exception as error:  # zlib.error and lzma.LZMAError are neither of these
            raise self.broken() from error
        if DOCTYPE.search(content):
            said = "het bestand verwijst naar iets erbuiten (DOCTYPE). Sla het opnieuw op en probeer het dan."
            raise refuse("ENTITEITEN", self.name, said)
        return content

    def xml(self, part: str) -> Any:
        """No entity is filled in and nothing is fetched; what is nested deeper than libxml2 allows is refused."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True, collect_ids=False,
        )  # fmt: skip
        try:
            return etree.fromstring(self.bytes_of(part), parser)
        except etree.XMLSyntaxError as error:
            if "depth" in str(error).lower() or "xmlSAX2" in str(error):
                said = "het bestand is te diep genest. Sla het op als txt en probeer opnieuw."
                raise refuse("TE_DIEP", self.name, said) from error
            raise self.broken() from error

    def check_xml(self) -> None:
        """For a library that reads the parts by itself."""
        for part in self._sizes:
            if part.lower().endswith((".xml", ".rels", ".vml")):
                self.bytes_of(part)

    def _check(self) -> None:
        parts = self._sizes.values()
        if any(part.flag_bits & 0x1 for part in parts):
            raise refuse("VERSLEUTELD", self.name, PASSWORD)
        if len(self._zip.infolist()) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
            raise self._bomb()
        for part in parts:
            if part.file_size > SMALL and part.file_size > MOST_GROWTH * max(part.compress_size, 1):
                raise self._bomb()

    def _old(self, content: bytes) -> Exception:
        if ENCRYPTED in content:
            return refuse("VERSLEUTELD", self.name, PASSWORD)
        said = f"dit is een oud Office-bestand. Open het, sla het op als {self.kind} en probeer opnieuw."
        return refuse("VERKEERDE_SOORT", self.name, said)

    def _other(self) -> Exception:
        known = (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx"))
        found = next((suffix for part, suffix in known if part in self._sizes), None)
        if found:
            said = f"dit is geen {self.kind} maar een {found}. Geef het bestand de naam die erbij hoort."
            return refuse("VERKEERDE_SOORT", self.name, said)
        said = f"dit is een zip-bestand en geen {self.kind}. Kies het document dat erin zit."
        return refuse("VERKEERDE_SOORT", self.name, said)

    def _bomb(self) -> Exception:
        said = "uitgepakt wordt dit bestand veel te groot. Maak een kleiner bestand en probeer opnieuw."
        return refuse("ZIPBOM", self.name, said)

    def broken(self) -> Exception:
        said = f"het bestand is beschadigd. Open het, sla het opnieuw op als {self.kind} en probeer opnieuw."
        return refuse("BESCHADIGD", self.name, said)
