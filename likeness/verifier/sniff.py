"""What kind of thing was handed over, by its first bytes and never by its name."""

from __future__ import annotations

from likeness.licence.bundle import looks_like_ours
from likeness.paper.qr_payload import is_ours

PDF, PICTURE, BUNDLE, TEXT, FOREIGN, EMPTY = "pdf", "picture", "bundle", "text", "foreign", "empty"
MOST_TEXT = 20_000
_PDF = b"%PDF-"
_PDF_WITHIN = 1_024  # readers look this far for the head of a PDF
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")


def kind_of(data: bytes) -> str:
    """Return pdf, picture, bundle, text (one of our codes as text), foreign or empty."""
    if not data.strip():
        return EMPTY
    if looks_like_ours(data):
        return BUNDLE
    if _PDF in data[:_PDF_WITHIN]:
        return PDF
    if data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return PICTURE
    return TEXT if pasted_codes(data) else FOREIGN


def pasted_codes(data: bytes) -> list[str]:
    """Return how a pasted text may be meant as one of our codes: as it is without line ends, then without blanks.

    A blank is a character of base45, so it is taken away only where the text means nothing with it.
    """
    if len(data) > MOST_TEXT:
        return []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return []
    joined = "".join(text.splitlines()).lstrip(" \t")
    readings = dict.fromkeys([joined, joined.rstrip(" \t")])
    return [reading for reading in readings if is_ours(reading)]
