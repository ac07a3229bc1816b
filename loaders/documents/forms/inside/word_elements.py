"""The elements of a Word document: their names without a namespace, and what their marks say."""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
INLINE = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": ""}
BLANKS = str.maketrans("\n\r\t", "   ")


def written(element: Any) -> str | None:
    """The text that a part of a run stands for, or None. A sign out of a font of signs is nearly always a bullet."""
    name = tag(element)
    if name == "t":
        return (element.text or "").translate(BLANKS)
    if name == "sym":
        return "•" if (value(element, "char") or "").startswith("F") else " "
    return INLINE.get(name)


def inside(root: Any, wanted: str) -> list[Any]:
    """The children of this name, also those that a content control or a change wraps."""
    found: list[Any] = []
    for child in root:
        name = tag(child)
        if name == wanted:
            found.append(child)
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            found += inside(child, wanted)
    return found


def tag(element: Any) -> str:
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def child(element: Any, name: str) -> Any:
    if element is None:
        return None
    found = element.find(W + name)
    return element.find(STRICT + name) if found is None else found


def value(element: Any, name: str) -> str | None:
    if element is None:
        return None
    found = element.get(W + name)
    found = element.get(STRICT + name) if found is None else found
    return None if found is None else str(found)


def child_value(element: Any, name: str) -> str | None:
    return value(child(element, name), "val")


def is_on(mark: Any) -> bool:
    return mark is not None and value(mark, "val") not in ("0", "false", "off", "none")
