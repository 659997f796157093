"""The strict rule for a sealed PDF (DESIGN decision 7): one changed byte, and it is not the paper that was signed.

1. Limits: at most 8 MB, 50 pages, two revisions (the page, the seal), one attachment.
2. Shape: one signature field, ours, certifying; no encryption, script, action, layer, other field or annotation.
3. Coverage: the signed bytes are the whole file but the signature itself, and that is exactly what we write there.
4. Signature: the CMS, rebuilt from its few facts, equals the file byte for byte, and its key signed these bytes.
5. Attachment: exactly one, related as Source; its bytes are the licence. Page text is never read.

Whoever passes knows only that one key sealed exactly this file; that it is the licence's key is asked by the caller.
pyHanko (624 ms) is imported here, so this module is imported only where a PDF is at hand, in the limited child.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from likeness.errors import Tampered, Unreadable
from likeness.paper.pdf_cms import ROOM_BYTES, check_contents
from likeness.paper.pdf_seal import FIELD

MOST_BYTES = 8 * 1024 * 1024
MOST_PAGES = 50
_REVISIONS = 2
_FORBIDDEN_IN_ROOT = ("/OpenAction", "/AA", "/OCProperties", "/Collection", "/URI", "/Extensions", "/DSS")
_CONTENTS_CHARACTERS = 2 * ROOM_BYTES + 2
# What pyHanko lets through for files that were spoiled on purpose.
FOREIGN_FAULTS = (
    PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, NotImplementedError, OverflowError,
    RecursionError, AssertionError, MemoryError, OSError,
)  # fmt: skip


@dataclass(frozen=True)
class SealedPdf:
    """The attached `.likeness` bytes, and the 33-byte key that sealed the whole file."""

    attachment: bytes
    key: bytes


def read_sealed_pdf(data: bytes) -> SealedPdf:
    """Read a PDF of ours; raise Unreadable (no PDF, not ours) or Tampered (ours, and not as it was sealed)."""
    if len(data) > MOST_BYTES:
        raise Unreadable("pdf-too-large", most=MOST_BYTES)
    try:
        reader = PdfFileReader(BytesIO(data), strict=True)
        names = _attachment_names(reader)
    except FOREIGN_FAULTS as why:
        raise Unreadable("pdf-damaged") from why
    if not any(name.endswith(".likeness") for name in names):
        raise Unreadable("pdf-not-ours")
    try:
        _check_limits(reader, names)
        signature = _check_shape(reader)
        key = _check_coverage(data, signature)
        return SealedPdf(_attachment(reader), key)
    except FOREIGN_FAULTS as why:
        raise Tampered("pdf-damaged") from why
    except Unreadable as why:
        raise Tampered(why.code) from why


def _attachment_names(reader: PdfFileReader) -> list[str]:
    names = reader.root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", [])
    return [str(name) for name in _items(names)[::2]]


def _items(array: Any) -> list[Any]:
    """Return the members themselves; walking a pyHanko array would give references to them."""
    return [array[place] for place in range(len(array))]


def _check_limits(reader: PdfFileReader, names: list[str]) -> None:
    _hold(reader.xrefs.total_revisions == _REVISIONS, "pdf-revisions")
    _hold(int(reader.root["/Pages"]["/Count"]) <= MOST_PAGES, "pdf-pages")
    _hold(len(names) == 1, "pdf-attachments")


def _check_shape(reader: PdfFileReader) -> Any:
    """Return the signature dictionary."""
    root = reader.root
    _hold(not reader.encrypted, "pdf-encrypted")
    _hold(not any(key in root for key in _FORBIDDEN_IN_ROOT), "pdf-active-content")
    _hold(set(root["/Names"]) == {"/EmbeddedFiles"}, "pdf-active-content")
    form = root["/AcroForm"]
    _hold("/XFA" not in form and len(form["/Fields"]) == 1, "pdf-fields")
    field = form["/Fields"][0]
    _hold((field["/FT"], field["/T"]) == ("/Sig", FIELD), "pdf-fields")
    _hold("/Kids" not in field and "/AA" not in field and "/A" not in field, "pdf-fields")
    _hold(list(field["/Rect"]) == [0, 0, 0, 0], "pdf-fields")
    annotations = [each for page in _pages(root["/Pages"]) for each in _items(page.get("/Annots", []))]
    _hold(len(annotations) == 1 and annotations[0] == field, "pdf-annotations")
    signature = field["/V"]
    _hold(root["/Perms"]["/DocMDP"] == signature and set(root["/Perms"]) == {"/DocMDP"}, "pdf-certification")
    _hold(signature["/SubFilter"] == "/ETSI.CAdES.detached", "pdf-certification")
    _hold(len(signature["/Reference"]) == 1, "pdf-certification")
    reference = signature["/Reference"][0]
    _hold(reference["/TransformMethod"] == "/DocMDP", "pdf-certification")
    _hold(reference["/TransformParams"]["/P"] == 1, "pdf-certification")
    return signature


def _pages(node: Any, depth: int = 8) -> list[Any]:
    _hold(depth > 0, "pdf-pages")
    if node["/Type"] == "/Page":
        _hold("/AA" not in node, "pdf-active-content")
        return [node]
    found = [page for kid in _items(node["/Kids"]) for page in _pages(kid, depth - 1)]
    _hold(len(found) <= MOST_PAGES, "pdf-pages")
    return found


def _check_coverage(data: bytes, signature: Any) -> bytes:
    """Return the key that signed every byte of the file but the signature's own."""
    start, before, after, rest = (int(number) for number in signature["/ByteRange"])
    _hold(start == 0 and 0 < before < after and after + rest == len(data), "pdf-coverage")
    _hold(after - before == _CONTENTS_CHARACTERS, "pdf-coverage")
    written = data[before:after]
    contents = bytes.fromhex(written[1:-1].decode("ascii"))
    _hold(written == b"<" + contents.hex().upper().encode() + b">", "pdf-signature-shape")
    digest = sha256(data[:before] + data[after:]).digest()
    return check_contents(contents, digest).public.encoded


def _attachment(reader: PdfFileReader) -> bytes:
    files = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    related = reader.root["/AF"]
    _hold(len(related) == 1 and related[0] == files[1], "pdf-attachments")
    _hold(files[1]["/AFRelationship"] == "/Source", "pdf-attachments")
    return bytes(files[1]["/EF"]["/F"].data)


def _hold(rule: object, code: str) -> None:
    if not rule:
        raise Tampered(code)
