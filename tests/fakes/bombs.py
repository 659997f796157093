"""PDFs made to cost time or memory, not to be believed: they unpack to gigabytes, nest without end, go in circles.

All are within the largest size that is read. Some are bare files, some our own paper with a later revision, some sealed
with a key of the attacker's own over a licence of his own: those get furthest into the reader.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pyhanko.pdf_utils import generic as untyped_objects

from likeness.paper.sealing import pdf_cms
from likeness.verifier.pdf_rules import MOST_BYTES
from tests.fakes.attacks import _updated, dictionary, name, sealed_with
from tests.fakes.papers import a_paper, page

generic: Any = untyped_objects
_GIB = 1 << 30
_PIECE = bytes(1 << 20)
_NAMES = b"/Names<</EmbeddedFiles<</Names[(a.likeness)4 0 R]>>>>"


@lru_cache(maxsize=4)
def packed_zeros(size: int, layers: int = 1) -> bytes:
    """Return so many zero bytes (whole mebibytes), deflated once or more often.

    One piece is deflated, to a block that stands for itself, and repeated: gigabytes would take half a minute.
    """
    deflate, count = zlib.compressobj(9, zlib.DEFLATED, -15), size // len(_PIECE)
    piece = deflate.compress(_PIECE) + deflate.flush(zlib.Z_FULL_FLUSH)
    adler = (count * len(_PIECE) % 65_521 << 16 | 1).to_bytes(4, "big")  # RFC 1950: the sum of zeros
    made = b"\x78\xda" + piece * count + b"\x03\x00" + adler
    for _ in range(layers - 1):
        made = zlib.compress(made, 9)
    return made


def _filled(data: bytes) -> bytes:
    assert len(data) <= MOST_BYTES
    return data


def _bare(*objects: bytes, root: bytes = b"1 0 R") -> bytes:
    """Return a PDF of these objects (numbered from 1) with a plain table."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root %b>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, root, len(out))
    return _filled(out + table + trailer)


def _stream(data: bytes, more: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (more, len(data), data)


def _table_stream(data: bytes, more: bytes) -> bytes:
    head = b"%PDF-1.7\n"
    whole = _stream(data, b"/Type/XRef/Size 9/W[1 2 1]/Root 2 0 R" + more)
    return _filled(head + b"1 0 obj\n" + whole + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head))


def _in_object_stream(data: bytes, more: bytes) -> bytes:
    """Return a PDF whose root lies in a stream of objects, which is a bomb."""
    head = b"%PDF-1.7\n"
    held = b"3 0 obj\n" + _stream(data, b"/Type/ObjStm/N 1/First 4" + more) + b"\nendobj\n"
    table_at = len(head) + len(held)
    rows = b"\0\0\0\0" + b"\1" + table_at.to_bytes(4, "big")[-2:] + b"\0" + b"\2\0\3\0" + b"\1\0\x09\0"
    table = b"1 0 obj\n" + _stream(rows, b"/Type/XRef/Size 4/W[1 2 1]/Root 2 0 R") + b"\nendobj\n"
    return _filled(head + held + table + b"startxref\n%d\n%%%%EOF\n" % table_at)


def _many_revisions() -> bytes:
    out, before = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n", 0
    pieces, size = [out], len(out)
    while size < MOST_BYTES - 200:
        prev = b"/Prev %d" % before if before else b""
        piece = b"xref\n0 0\ntrailer\n<</Size 2/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (prev, size)
        before, size = size, size + len(piece)
        pieces.append(piece)
    return _filled(b"".join(pieces))


def _circle() -> bytes:
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    return head + b"xref\n0 0\ntrailer\n<</Size 2/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(head),
        len(head),
    )


def _long_table() -> bytes:
    count = (MOST_BYTES - 400) // 20
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    rows = b"0000000009 00000 n \n" * count
    table = b"xref\n0 %d\n%btrailer\n<</Size %d/Root 1 0 R>>\n" % (count, rows, count)
    return _filled(head + table + b"startxref\n%d\n%%%%EOF\n" % len(head))


def _flate(layers: int = 1) -> bytes:
    return b"/Filter[" + b"/FlateDecode" * layers + b"]"


BARE: dict[str, Callable[[], bytes]] = {
    "a table that unpacks to 1 GiB": lambda: _table_stream(packed_zeros(_GIB), _flate()),
    "a table packed twice, of 4 GiB": lambda: _table_stream(packed_zeros(4 * _GIB, 2), _flate(2)),
    "a table with a predictor of 1 GB columns": lambda: _table_stream(
        packed_zeros(64 << 20), _flate() + b"/DecodeParms<</Predictor 15/Columns 1000000000>>"
    ),
    "objects that unpack to 60 MiB": lambda: _in_object_stream(packed_zeros(60 << 20), _flate()),
    "objects packed twice, of 4 GiB": lambda: _in_object_stream(packed_zeros(4 * _GIB, 2), _flate(2)),
    "a hundred thousand revisions": _many_revisions,
    "a revision before itself": _circle,
    "a table of 400,000 objects": _long_table,
    "arrays in arrays": lambda: _bare(
        b"<</Type/Catalog" + _NAMES + b"/A" + b"[" * 4_000_000 + b"]" * 4_000_000 + b">>"
    ),
    "dictionaries in dictionaries": lambda: _bare(b"<</Type/Catalog/A" + b"<</A" * 1_500_000 + b">>"),
    "brackets in a text": lambda: _bare(b"<</Type/Catalog/A(" + b"(" * 8_000_000 + b")>>"),
    "a text without an end": lambda: _bare(b"<</Type/Catalog/A(" + b"\\(" * 4_000_000 + b">>"),
    "a million names": lambda: _bare(
        b"<</Type/Catalog/Names<</EmbeddedFiles<</Names[" + b"(a)2 0 R " * 900_000 + b"]>>>>>>", b"<<>>"
    ),
    "a million references to one another": lambda: _bare(
        b"<</Type/Catalog" + _NAMES + b"/Pages 2 0 R>>", b"2 0 R", b"3 0 R", b"4 0 R"
    ),
    "pages within themselves": lambda: _bare(
        b"<</Type/Catalog" + _NAMES + b"/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"
    ),
    "8 MiB of zeros": lambda: b"%PDF-1.7\n" + bytes(MOST_BYTES - 9),
    "8 MiB of beginnings": lambda: (b"%PDF-1.7\n" * MOST_BYTES)[:MOST_BYTES],
    "8 MiB of ends": lambda: b"%PDF-1.7\n" + b"%%EOF\n" * ((MOST_BYTES - 9) // 6),
    "8 MiB of startxref": lambda: b"%PDF-1.7\n" + b"startxref\n9\n%%EOF\n" * ((MOST_BYTES - 9) // 18),
    "8 MiB of blanks before the end": lambda: b"%PDF-1.7\n" + b" " * (MOST_BYTES - 60) + b"\nstartxref\n9\n%%EOF\n",
    "one byte more than is read": lambda: b"%PDF-1.7\n" + bytes(MOST_BYTES),
}


def _packed_attachment(size: int, layers: int) -> Callable[[Any], None]:
    def change(writer: Any) -> None:
        files = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
        filters = generic.ArrayObject([name("/FlateDecode")] * layers)
        bomb = generic.StreamObject(encoded_data=packed_zeros(size, layers))
        bomb[name("/Filter")] = filters
        files[1]["/EF"][name("/F")] = writer.add_object(bomb)
        writer.update_container(files[1]["/EF"])

    return change


def _annotations(count: int) -> Callable[[Any], None]:
    def change(writer: Any) -> None:
        first = writer.find_page_for_modification(0)[0].get_object()
        note = writer.add_object(dictionary(Type=name("/Annot")))
        first["/Annots"].extend([note] * count)
        writer.update_container(first["/Annots"])

    return change


def _kids(count: int) -> Callable[[Any], None]:
    def change(writer: Any) -> None:
        pages = writer.root["/Pages"]
        pages["/Kids"].extend([pages["/Kids"].raw_get(0)] * count)
        writer.update_container(pages)

    return change


def _tree(wide: int, deep: int) -> Callable[[Any], None]:
    """Let each node of the pages name the next one so many times: `wide` to the power of `deep` pages."""

    def change(writer: Any) -> None:
        pages = writer.root["/Pages"]
        node = pages["/Kids"].raw_get(0)
        for _ in range(deep):
            made = dictionary(Type=name("/Pages"), Count=generic.NumberObject(1))
            made[name("/Kids")] = generic.ArrayObject([node] * wide)
            node = writer.add_object(made)
        pages[name("/Kids")] = generic.ArrayObject([node])
        pages[name("/Count")] = generic.NumberObject(1)
        writer.update_container(pages)

    return change


def _deep_contents(data: bytes) -> bytes:
    """Return the paper with a signature of sequences within sequences, of the right size."""
    start = data.rindex(b"/Contents <") + len(b"/Contents <")
    nested = b""
    while len(nested) < pdf_cms.ROOM_BYTES - 8:
        nested = b"\x30" + _length(len(nested)) + nested
    written = nested.hex().upper().encode().ljust(2 * pdf_cms.ROOM_BYTES, b"0")[: 2 * pdf_cms.ROOM_BYTES]
    return data[:start] + written + data[start + len(written) :]


def _length(size: int) -> bytes:
    if size < 128:
        return bytes([size])
    digits = size.to_bytes(2, "big").lstrip(b"\0")
    return bytes([0x80 | len(digits)]) + digits


OURS: dict[str, Callable[[], bytes]] = {
    "an attachment of 4 GiB, later": lambda: _updated(_packed_attachment(4 * _GIB, 2))(a_paper()),
    "an attachment of 4 GiB, sealed": lambda: sealed_with(page(), _packed_attachment(4 * _GIB, 2)),
    "an attachment of 1 GiB, sealed": lambda: sealed_with(page(), _packed_attachment(_GIB, 1)),
    "500,000 annotations, sealed": lambda: sealed_with(page(), _annotations(500_000)),
    "500,000 pages that are one, sealed": lambda: sealed_with(page(), _kids(500_000)),
    "pages to the power of seven, sealed": lambda: sealed_with(page(), _tree(40, 7)),
    "a signature of sequences in sequences": lambda: _deep_contents(a_paper()),
}
BOMBS: dict[str, Callable[[], bytes]] = BARE | OURS
