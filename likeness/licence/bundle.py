"""The `.likeness` file: a licence and, once there is one, the company's acceptance, one after the other.

A file, the attachment of a PDF and a QR code hold the same bytes (DESIGN, decision 1): a CBOR sequence of one or two
signed statements, in this order, the second about the digest of the first.
"""

from __future__ import annotations

from dataclasses import dataclass

from likeness.errors import Tampered, Unreadable
from likeness.licence.codec_v1 import Licence
from likeness.licence.notices import Acceptance
from likeness.licence.statements import Signed, open_signed
from likeness.seal.canonical import split_sequence
from likeness.seal.cose import ES256, ESP256, KID_BYTES, protected_header

MOST_BYTES = 16_384


def _head(algorithm: int) -> bytes:
    """Return how every statement begins: tag 18, a list of four, and the protected header up to the key id."""
    protected = protected_header(bytes(KID_BYTES), algorithm)
    return bytes([0xD2, 0x84, 0x40 | len(protected)]) + protected[:-KID_BYTES]


_HEAD = _head(ESP256)
_HEALTH_PASS = _head(ES256)  # EU health passes begin one byte from ours; a file of one is foreign, not altered


@dataclass(frozen=True)
class Bundle:
    """A licence and its acceptance, both with a signature that holds."""

    licence: Signed[Licence]
    acceptance: Signed[Acceptance] | None

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.licence.data + (self.acceptance.data if self.acceptance else b"")


def read_bundle(data: bytes) -> Bundle:
    """Read a `.likeness` file; raise Unreadable (no bundle of ours) or Tampered (not what was signed)."""
    if len(data) > MOST_BYTES:
        raise Unreadable("too-large", most=MOST_BYTES)
    items = split_sequence(data)
    if len(items) > 2:
        raise Unreadable("bundle-shape")
    licence = open_signed(items[0], Licence)
    if len(items) == 1:
        return Bundle(licence, None)
    acceptance = open_signed(items[1], Acceptance)
    if acceptance.says.licence != licence.digest:
        raise Tampered("acceptance-of-another-licence")
    return Bundle(licence, acceptance)


def looks_like_ours(data: bytes) -> bool:
    """Tell whether bytes begin as ours do, all but one byte at most: altered ones are told from foreign ones."""
    head = data[: len(_HEAD)]
    near = len(head) == len(_HEAD) and sum(a != b for a, b in zip(head, _HEAD, strict=True)) <= 1
    return near and head != _HEALTH_PASS
