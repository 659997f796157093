"""The strict rule for a sealed PDF (DESIGN decision 7): one changed byte, and it is not the paper that was signed.

1. Limits: at most 8 MB, 50 pages, two revisions (the page, the seal), one attachment.
2. Shape: one signature field, ours, certifying; no encryption, script, action, layer, other field or annotation.
3. Coverage: the signed bytes are the whole file but the signature itself, and that is exactly what we write there.
4. Signature: the CMS, rebuilt from its few facts, equals the file byte for byte, and its key signed these bytes.
5. Attachment: exactly one, related as Source, from the page's own revision; its bytes are the licence. Page text is
   never read.
6. The seal made again: what follows the page is, but for the signature's own bytes, what sealing adds to that page.

Whoever passes knows only that one key sealed exactly this file; that it is the licence's key, and that the page is the
one that belongs to the licence, is asked by the caller. pyHanko is imported here, so this module is imported only
where a PDF is at hand, in the limited child.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import parse_pdf_date
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from likeness.errors import Tampered, Unreadable
from likeness.paper.sealing.pdf_cms import FIELD, LARGE_ROOM_BYTES, ROOM_BYTES, Seal, check_contents
from likeness.verifier.paper import Paper

MOST_BYTES = 8 * 1024 * 1024
MOST_PAGES = 50
_REVISIONS = 2
_FORBIDDEN_IN_ROOT = ("/OpenAction", "/AA", "/OCProperties", "/Collection", "/URI", "/Extensions", "/DSS")
_CONTENTS_CHARACTERS = {2 * room + 2: room for room in (ROOM_BYTES, LARGE_ROOM_BYTES)}
_END = b"%%EOF\n"
# What pyHanko lets through for files that were spoiled on purpose.
FOREIGN_FAULTS = (
    PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, NotImplementedError, OverflowError,
    RecursionError, AssertionError, MemoryError, OSError, ArithmeticError,
)  # fmt: skip


@dataclass(frozen=True)
class SealedPdf:
    """What a PDF of ours holds: the attached `.likeness` bytes, and the 33-byte key that sealed the whole file."""

    attachment: bytes
    key: bytes
    paper: Paper


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
        seal = _check_coverage(data, signature)
        return _sealed(data, reader, signature, seal)
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


def _check_coverage(data: bytes, signature: Any) -> Seal:
    """Return whose key signed every byte of the file but the signature's own."""
    start, before, after, rest = (int(number) for number in signature["/ByteRange"])
    _hold(start == 0 and 0 < before < after and after + rest == len(data), "pdf-coverage")
    _hold(after - before in _CONTENTS_CHARACTERS, "pdf-coverage")
    written = data[before:after]
    contents = bytes.fromhex(written[1:-1].decode("ascii"))
    _hold(written == b"<" + contents.hex().upper().encode() + b">", "pdf-signature-shape")
    digest = sha256(data[:before] + data[after:]).digest()
    return check_contents(contents, digest)


def _sealed(data: bytes, reader: PdfFileReader, signature: Any, seal: Seal) -> SealedPdf:
    page_bytes, sealed_at = _page_bytes(data, reader), parse_pdf_date(str(signature["/M"]))
    start, after = (int(number) for number in list(signature["/ByteRange"])[1:3])
    keywords = str(reader.trailer_view["/Info"].get("/Keywords", "")).split(", ")
    paper = Paper(
        page_bytes=page_bytes,
        keywords=tuple(keywords),
        sealed_at=sealed_at,
        stamped_at=seal.stamp.at if seal.stamp else None,
        authority=seal.stamp.authority if seal.stamp else "",
        seal_remade=_remade(data[:page_bytes], sealed_at, reader, _CONTENTS_CHARACTERS[after - start])
        == data[:start] + b"<" + b"0" * (after - start - 2) + b">" + data[after:],
    )
    return SealedPdf(_attachment(reader), seal.public.encoded, paper)


def _page_bytes(data: bytes, reader: PdfFileReader) -> int:
    """Return where the page ends: the end of the file that the seal's own table of objects points back to."""
    end = data.find(_END, int(reader.trailer_view["/Prev"]))
    _hold(end > 0, "pdf-revisions")
    return end + len(_END) - 1


def _remade(page: bytes, at: datetime, reader: PdfFileReader, room: int) -> bytes | None:
    """Return the file as sealing would leave it before it signs; None where this program cannot seal such a page."""
    from likeness.paper.sealing.pdf_seal import unsigned_seal  # noqa: PLC0415  it brings the half of pyHanko that signs

    try:
        return unsigned_seal(page, at, str(reader.root["/AcroForm"]["/Fields"][0]["/TU"]), room)
    except FOREIGN_FAULTS:
        return None


def _attachment(reader: PdfFileReader) -> bytes:
    """Return the attachment's bytes; nothing of it may have been laid over by the revision that holds the seal."""
    files = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
    related = reader.root["/AF"]
    _hold(len(related) == 1 and related[0] == files[1], "pdf-attachments")
    _hold(files[1]["/AFRelationship"] == "/Source", "pdf-attachments")
    data = bytes(files[1]["/EF"]["/F"].data)
    first = reader.get_historical_root(0)["/Names"]["/EmbeddedFiles"]["/Names"]
    _hold(len(first) == 2 and bytes(first[1]["/EF"]["/F"].data) == data, "pdf-attachments")
    return data


def _hold(rule: object, code: str) -> None:
    if not rule:
        raise Tampered(code)
