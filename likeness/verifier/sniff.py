"""What kind of thing was handed over, by its first bytes and never by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from likeness.licence.bundle import looks_like_ours
from likeness.paper.qr.qr_payload import PREFIX, is_ours
from likeness.verifier.foreign import text_of

PDF, PICTURE, BUNDLE, ARCHIVE, TEXT, EMPTY = "pdf", "picture", "bundle", "archive", "text", "empty"
MOST_TEXT = 20_000
_LEADING = re.compile(r"^[\s\ufeff]+")  # the page for phones has the same: what a paste may bring before the code
_PDF = b"%PDF-"
_BEGINNINGS = (PREFIX, "HTTPS://")
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
_PDF_WITHIN = 1_024  # readers look this far for the head of a PDF
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")


def kind_of(data: bytes) -> str:
    """Return pdf, picture, bundle, archive, empty, or text: what is none of them may be a pasted code, or foreign."""
    if not data.strip():
        return EMPTY
    if looks_like_ours(data):
        return BUNDLE
    if data.startswith(_ARCHIVES):  # before PDFs: one that is only stored in an archive was not changed by anybody
        return ARCHIVE
    if _PDF in data[:_PDF_WITHIN]:
        return PDF
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or _is_bitmap(data):
        return PICTURE
    return TEXT


def _is_bitmap(data: bytes) -> bool:
    """Tell a BMP from a text that begins with its two letters: four bytes after its size are kept free."""
    return data[:2] == b"BM" and data[6:10] == bytes(4)


def pasted_codes(data: bytes) -> list[tuple[str, ...]]:
    """Return the codes of ours in a pasted text, each as the ways in which it may be meant.

    A code begins where the text or a line of it begins as ours do; a mail program may have broken it into lines. A
    blank is a character of base45, so it is taken away only where the text means nothing with it; in the same way, what
    follows an empty line may belong to the mail.
    """
    if len(data) > MOST_TEXT:
        return []
    text = text_of(data)
    if text is None:
        return []
    groups: list[list[str]] = []
    for line in _LEADING.sub("", text).splitlines():
        if not groups or line.lstrip(" \t").startswith(_BEGINNINGS):
            groups.append([])
        groups[-1].append(line)
    codes = (tuple(filter(is_ours, dict.fromkeys(_readings(group)))) for group in groups)
    return [readings for readings in codes if readings]


def _readings(lines: list[str]) -> Iterator[str]:
    """Yield the ways in which lines may be one code: all of them, then those before the first that is empty."""
    for some in (lines, list(takewhile(lambda line: line.strip(" \t"), lines))):
        joined = "".join(some).lstrip(" \t")
        yield from (joined, joined.rstrip(" \t"))
