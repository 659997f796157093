"""A small check of PDF/A-3a and PDF/UA-1 that needs no other program: what can be asserted by reading the objects.

It is no substitute for veraPDF (ISO 19005-3, ISO 14289-1), which is asked as well where it is installed; it is what
every run of the tests holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import PdfFileReader

_ACTIVE = ("/OpenAction", "/AA", "/OCProperties", "/URI")
_HEADING = re.compile(r"/H([1-6])$")


def faults(data: bytes, *, language: str, attachments: int, signed: bool) -> list[str]:
    """Return what does not hold, in words; an empty list is a file as it should be."""
    reader = PdfFileReader(BytesIO(data), strict=True)
    every = list(_objects(reader))
    checks = {
        **_file(data, reader),
        **_catalogue(reader, language, attachments),
        **_fonts([one for one in every if one.get("/Type") == "/Font"]),
        **_structure(reader, [one for one in every if "/S" in one and "/P" in one]),
        **_annotations(reader, every, signed=signed),
    }
    return [what for what, holds in checks.items() if not holds]


def _file(data: bytes, reader: PdfFileReader) -> dict[str, bool]:
    return {
        "version 1.7": data.startswith(b"%PDF-1.7"),
        "binary mark in the second line": all(byte > 127 for byte in data.split(b"\n")[1][1:5]),
        "ends with its end": data.rstrip(b"\n").endswith(b"%%EOF"),
        "has an id": len(reader.trailer_view["/ID"]) == 2,
        "is not encrypted": not reader.encrypted,
    }


def _catalogue(reader: PdfFileReader, language: str, attachments: int) -> dict[str, bool]:
    root, metadata = reader.root, reader.root["/Metadata"].data.decode()
    files = root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    intent = root["/OutputIntents"][0]
    return {
        "says PDF/A-3": "<pdfaid:part>3</pdfaid:part>" in metadata,
        "says level A": "<pdfaid:conformance>A</pdfaid:conformance>" in metadata,
        "says PDF/UA-1": "<pdfuaid:part>1</pdfuaid:part>" in metadata,
        "has a title": "<dc:title>" in metadata,
        "metadata is not filtered": "/Filter" not in reader.root["/Metadata"],
        "one output intent with a profile": len(root["/OutputIntents"]) == 1 and "/DestOutputProfile" in intent,
        "is tagged": bool(root["/MarkInfo"]["/Marked"]),
        "has its language": root["/Lang"] == language,
        "shows its title": bool(root["/ViewerPreferences"]["/DisplayDocTitle"]),
        "nothing active": not any(key in root for key in _ACTIVE),
        "attachments": len(files) == 2 * attachments,
        "attachments are related": len(root.get("/AF", [])) == attachments,
        "attachments are the source": all(one["/AFRelationship"] == "/Source" for one in _items(root.get("/AF", []))),
    }


def _fonts(fonts: list[Any]) -> dict[str, bool]:
    composite = [one for one in fonts if one["/Subtype"] == "/Type0"]
    described = [one["/DescendantFonts"][0]["/FontDescriptor"] for one in composite]
    return {
        "has fonts": bool(fonts),
        "every font is embedded": all({"/FontFile2", "/FontFile3"} & set(one) for one in described),
        "every font has its letters": all("/ToUnicode" in one for one in composite),
        "every font is of the house": all(
            any(name in one["/BaseFont"] for name in ("Inter", "JetBrainsMono", "NotoSans")) for one in composite
        ),
    }


def _structure(reader: PdfFileReader, elements: list[Any]) -> dict[str, bool]:
    tree = reader.root["/StructTreeRoot"]
    levels = [int(found[1]) for found in (_HEADING.match(str(one["/S"])) for one in elements) if found]
    tables = [one for one in elements if one["/S"] == "/TH"]
    return {
        "has a tree": "/ParentTree" in tree,
        "one chief heading at least": 1 in levels,
        "no level of heading is left out": set(levels) == set(range(1, max(levels, default=0) + 1)),
        "pictures have words": all(one.get("/Alt") for one in elements if one["/S"] == "/Figure"),
        "heads of tables have a scope": all("/A" in one for one in tables),
        "every page is in the tree": all("/StructParents" in page for page in _pages(reader.root["/Pages"])),
    }


def _annotations(reader: PdfFileReader, every: list[Any], *, signed: bool) -> dict[str, bool]:
    widgets = [one for one in every if one.get("/Subtype") == "/Widget"]
    forms = [one for one in every if one.get("/S") == "/Form"]
    pages = [page for page in _pages(reader.root["/Pages"]) if len(page.get("/Annots", []))]
    return {
        "no script": not any(one.get("/S") == "/JavaScript" for one in every),
        "one widget if it is sealed": len(widgets) == len(forms) == int(signed),
        "the widget stands in a form": all(one["/K"]["/Obj"] in widgets for one in forms),
        "the widget has words": all(one.get("/TU") for one in widgets),
        "the widget prints": all(int(one["/F"]) & 0b110 == 0b100 for one in widgets),
        "annotations follow the structure": all(page.get("/Tabs") == "/S" for page in pages),
    }


def _pages(node: Any) -> Iterator[Any]:
    if node["/Type"] == "/Page":
        yield node
    else:
        for kid in _items(node["/Kids"]):
            yield from _pages(kid)


def _items(array: Any) -> list[Any]:
    return [array[place] for place in range(len(array))]


def _objects(reader: PdfFileReader) -> Iterator[Any]:
    for number in range(1, int(reader.trailer_view["/Size"])):
        try:
            found = reader.get_object(Reference(number, 0, reader))
        except Exception:  # noqa: BLE001  free numbers raise in many ways
            continue
        if hasattr(found, "get"):
            yield found
