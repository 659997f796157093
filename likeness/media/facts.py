"""What is known of a file once it has been read: its fingerprint always, what it holds if we can read inside.

- `kind` is a guess at the kind of likeness (FORMAT section 1), from the content, never from the name; a person decides.
- `facts` holds numbers and short texts only. Nothing that identifies a body or a voice is ever derived or kept.
- `inside` says how far reading went: "read", "fingerprint-only" (a kind we do not read), "damaged" or "too-large".
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

from likeness.errors import Unreadable
from likeness.values.text import shown

Fact = int | float | str | list[str] | list[float]

READ, FINGERPRINT_ONLY, DAMAGED, TOO_LARGE = "read", "fingerprint-only", "damaged", "too-large"
PICTURE, PEAKS = "picture", "peaks"

# What libraries that parse foreign bytes are known to raise; a bug of ours is not hidden among our own types.
FOREIGN = (
    ValueError,  # also json, unicode and numpy
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,  # also recursion, "not implemented" and libsndfile
    OSError,
    EOFError,
    MemoryError,
    SyntaxError,  # Pillow's word for a broken picture
    ImportError,  # a compression whose library is not installed
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class Inside:
    """What one family of files tells: a guess at the kind, facts, and a small preview."""

    kind: str | None
    facts: dict[str, Fact]
    preview: bytes | None = None
    preview_kind: str | None = None
    inside: str = READ


@dataclass(frozen=True)
class MediaFacts:
    """A file as it was found.

    `sha256` is 32 bytes. `preview` is a PNG of at most 320 x 320 pixels (`preview_kind` "picture") or 2 x 480 signed
    bytes, lowest and highest of each stretch of sound in turn ("peaks").
    """

    kind: str | None
    format: str
    size: int
    sha256: bytes
    facts: dict[str, Fact] = field(default_factory=dict)
    preview: bytes | None = None
    preview_kind: str | None = None
    inside: str = FINGERPRINT_ONLY


def damaged(detail: str) -> Unreadable:
    """The fault of a file that is not whole; `detail` is for logs, people read the sentence of the code."""
    return Unreadable(DAMAGED, detail=detail)


def too_large(detail: str) -> Unreadable:
    """The fault of a file that claims more than we are willing to unpack."""
    return Unreadable(TOO_LARGE, detail=detail)


def plain(text: object, most: int = 120) -> str:
    """Text out of a file, harmless to show and not longer than `most` characters."""
    return shown(str(text))[:most]
