"""A status list: what a signer says, on one day, of every licence she has signed, without naming any.

The packing is that of the Token Status List (draft-ietf-oauth-status-list, section 4): 2 bits an entry, the lowest
bits of a byte first, zlib. There are always 131,072 entries, so that the list does not tell how many licences there
are. The inflated size is known beforehand; anything else is refused before it is inflated further.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from likeness.errors import Unreadable
from likeness.licence.codec_v1 import STATUS_ENTRIES

VALID, WITHDRAWN, SUSPENDED, REPLACED = "valid", "withdrawn", "suspended", "replaced"
STATES = (VALID, WITHDRAWN, SUSPENDED, REPLACED)  # FROZEN: the place is the number
BITS = 2
LIST_BYTES = STATUS_ENTRIES * BITS // 8


@dataclass(frozen=True)
class StatusList:
    """One list: a `sequence` that only grows, when it was made and when it is past its date, and the packed entries."""

    sequence: int
    issued_at: datetime
    key: bytes
    expires_at: datetime
    packed: bytes

    @cached_property
    def entries(self) -> bytes:
        """The entries, inflated; raise Unreadable if they are not exactly one list."""
        return inflate(self.packed, LIST_BYTES)

    def state(self, index: int) -> str:
        """Return the state of the licence with that status index."""
        return STATES[entry(self.entries, index, BITS)]


def pack_states(states: Mapping[int, str]) -> bytes:
    """Pack the states of licences by status index; every index left out is valid."""
    entries = bytearray(LIST_BYTES)
    for index, state in states.items():
        if not 0 <= index < STATUS_ENTRIES:
            raise IndexError(index)
        entries[index // 4] |= STATES.index(state) << index % 4 * BITS
    return zlib.compress(bytes(entries), 9)


def inflate(packed: bytes, size: int) -> bytes:
    """Inflate a zlib stream that must give exactly `size` bytes and must be all there is."""
    reader = zlib.decompressobj()
    try:
        entries = reader.decompress(packed, size + 1)
    except zlib.error as why:
        raise Unreadable("status-list-packing") from why
    if len(entries) != size or not reader.eof or reader.unused_data or reader.unconsumed_tail:
        raise Unreadable("status-list-packing")
    return entries


def entry(entries: bytes, index: int, bits: int) -> int:
    """Return entry `index` of a list with 1, 2, 4 or 8 bits an entry."""
    place, shift = divmod(index * bits, 8)
    return entries[place] >> shift & (1 << bits) - 1
