"""Text that we keep or sign.

- NFC, no control or direction characters, no lone surrogates (FORMAT section 7, "Names and ids").
- An id is letters, digits and hyphens.
- `shown` makes any text harmless to look at; it is for text that comes from others and is never signed.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from likeness.errors import Unreadable

_ID = re.compile(r"[A-Za-z0-9-]{1,80}")
_ROW = re.compile(r"[0-9]{1,18}")  # whatever has more is no 64-bit number
# Control characters (Cc), halves of surrogate pairs (Cs), characters that turn the direction of writing.
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# What nobody sees and what ends a line for some programs: kept, for names may hold it, and escaped where it is shown.
_UNSEEN = re.compile(_FORBIDDEN.pattern[:-1] + "\u061c\u200b\u200e\u200f\u2028\u2029\ufeff]")
_STEM = re.compile(r"\w([\w .-]*\w)?")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)  # names that Windows keeps for itself
LONGEST_TEXT = 4_000


def clean_text(value: object, key: str, *, most: int = LONGEST_TEXT, empty: bool = False) -> str:
    """Return `value` as NFC text of at most `most` characters, or raise Unreadable at `key`."""
    if not isinstance(value, str):
        raise Unreadable("not-text", key=key)
    if _FORBIDDEN.search(value):
        raise Unreadable("forbidden-character", key=key)
    text = value if value.isascii() else unicodedata.normalize("NFC", value)
    if not empty and not text.strip():
        raise Unreadable("empty-text", key=key)
    if len(text) > most:
        raise Unreadable("text-too-long", key=key, most=most, length=len(text))
    return text


def clean_id(value: object, key: str) -> str:
    """Return `value` if it is an id (letters, digits, hyphens), or raise Unreadable at `key`."""
    if not isinstance(value, str) or not is_id(value):
        raise Unreadable("bad-id", key=key, value=shown(str(value))[:80])
    return value


def is_id(value: str) -> bool:
    """Tell whether `value` is made of letters, digits and hyphens."""
    return _ID.fullmatch(value) is not None


def slug(name: str, otherwise: str = "x") -> str:
    """Return an id made from a name: plain small letters, digits and hyphens; `otherwise` if none is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or otherwise


def file_stem(number: str) -> str:
    """Return what the files of a licence are called: its number, where that is a name on every system.

    A number may be a stranger's text: lead out of the folder, or name a device. Such a one is written in plain letters,
    with 8 digits of its print, so that no two are called the same.
    """
    name = number.replace("@", "-")
    if _STEM.fullmatch(name) and not _DEVICE.fullmatch(name):
        return name
    return f"{slug(number, 'licence')}-{sha256(number.encode()).hexdigest()[:8]}"


def row_number(text: str) -> int | None:
    """Return the number of a row that `text` is, or None: plain digits, no more than a row's number can have."""
    return int(text) if _ROW.fullmatch(text) else None


def shown(value: str) -> str:
    """Return `value` with control, direction and unseen characters and surrogates escaped, safe on any screen."""
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", value)
