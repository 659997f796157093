"""Deterministic CBOR: one value has one sequence of bytes, and every other sequence is refused.

1. Whole numbers of 64 bits, bytes, text, lists, true and false, and maps whose keys are whole numbers from 0.
   No floats, no tags, no null, no undefined: what is absent is left out.
2. Definite lengths, shortest heads, keys in order and only once (RFC 8949 section 4.2.1).
3. Nothing before, nothing after, no nesting beyond `DEEPEST`, no item beyond `MOST_BYTES`.

cbor2 reads with its own strict flags and is told to refuse every tag; what it read is walked for rule 1 and must
encode to the same bytes again, which holds the rest of rule 2.
"""

from __future__ import annotations

from typing import Any

import cbor2

from likeness.errors import Unreadable

Value = int | bytes | str | bool | list["Value"] | dict[int, "Value"]

MOST_BYTES = 65_536
MOST_ITEMS = 4
DEEPEST = 8
COSE_SIGN1 = 0xD2  # the head of tag 18 (RFC 9052 section 2): the one tag, and only in front of a whole item

_UINT, _NINT, _BYTES, _TEXT, _ARRAY, _MAP, _TAG = range(7)
_LONGEST_HEAD = {24: 1, 25: 2, 26: 4, 27: 8}  # additional information -> bytes of the argument
_FALSE, _TRUE = 0xF4, 0xF5


def _refuse_tag(*_: object) -> object:
    raise ValueError


# cbor2 would turn known tags into dates, regular expressions, references; none is let near its decoder.
_STRICT: dict[str, Any] = {
    "allow_duplicate_keys": False,
    "allow_indefinite": False,
    "max_depth": DEEPEST + 1,
    "tag_hook": _refuse_tag,
    "semantic_decoders": dict.fromkeys([*range(300), 43_000, 55_799], _refuse_tag),
}


def encode(value: Value) -> bytes:
    """Return the one encoding of `value`; a value outside rule 1 is a bug (TypeError)."""
    fault, in_order = _look_at(value, MOST_BYTES)
    if fault is not None:
        raise TypeError(fault)
    # cbor2 orders keys by length first (RFC 7049); for whole numbers from 0 that is the order of RFC 8949 too. It takes
    # four times as long when it orders, and what it writes without is the same where the keys are in order already.
    return cbor2.dumps(value, canonical=not in_order)


def decode(data: bytes) -> Value:
    """Return the value that `data` encodes, or raise Unreadable (`cbor-...`) at the first broken rule."""
    if len(data) > MOST_BYTES:
        raise Unreadable("cbor-too-large", most=MOST_BYTES)
    try:
        value: Value = cbor2.loads(data, **_STRICT)
    except (cbor2.CBORDecodeError, ValueError) as why:
        raise Unreadable("cbor-syntax") from why
    fault, in_order = _look_at(value, len(data))
    if fault is not None:
        raise Unreadable(fault)
    if not in_order or cbor2.dumps(value) != data:
        raise Unreadable("cbor-not-canonical")
    return value


def split_sequence(data: bytes) -> list[bytes]:
    """Cut a CBOR sequence (RFC 8742) of one to `MOST_ITEMS` items, each perhaps a tagged COSE_Sign1."""
    if not 0 < len(data) <= MOST_BYTES:
        raise Unreadable("cbor-too-large" if data else "cbor-cut-short", most=MOST_BYTES)
    items: list[bytes] = []
    start = 0
    while start < len(data):
        if len(items) == MOST_ITEMS:
            raise Unreadable("cbor-too-many-items", most=MOST_ITEMS)
        end = item_end(data, start + 1 if data[start] == COSE_SIGN1 else start)
        items.append(data[start:end])
        start = end
    return items


def item_end(data: bytes, start: int, depth: int = DEEPEST) -> int:
    """Walk the item that begins at `start` by its heads alone and return where it ends."""
    major, argument, end = _head(data, start)
    if major in (_BYTES, _TEXT):
        end += argument
        if end > len(data):
            raise Unreadable("cbor-cut-short")
        return end
    if major in (_ARRAY, _MAP):
        if depth == 0:
            raise Unreadable("cbor-too-deep", most=DEEPEST)
        walk = _array_end if major == _ARRAY else _map_end
        return walk(data, argument, end, depth - 1)
    return end


def byte_string(data: bytes, start: int) -> tuple[bytes, int]:
    """Return the bytes of the byte string that begins at `start`, and where it ends."""
    major, length, begin = _head(data, start)
    end = begin + length
    if major != _BYTES:
        raise Unreadable("cbor-forbidden-type")
    if end > len(data):
        raise Unreadable("cbor-cut-short")
    return data[begin:end], end


def _array_end(data: bytes, count: int, end: int, depth: int) -> int:
    for _ in range(count):
        end = item_end(data, end, depth)
    return end


def _map_end(data: bytes, count: int, end: int, depth: int) -> int:
    before = -1
    for _ in range(count):
        major, key, end = _head(data, end)
        if major != _UINT:
            raise Unreadable("cbor-bad-key")
        if key <= before:
            raise Unreadable("cbor-duplicate-key" if key == before else "cbor-key-order", key=str(before))
        before = key
        end = item_end(data, end, depth)
    return end


def _head(data: bytes, start: int) -> tuple[int, int, int]:
    """Return the major type, the argument, and where the head ends."""
    if start >= len(data):
        raise Unreadable("cbor-cut-short")
    major, extra = data[start] >> 5, data[start] & 31
    if major >= _TAG:
        if data[start] in (_FALSE, _TRUE):
            return major, 0, start + 1
        raise Unreadable("cbor-forbidden-type")
    if extra < 24:
        return major, extra, start + 1
    width = _LONGEST_HEAD.get(extra)
    if width is None:
        raise Unreadable("cbor-indefinite-length")
    end = start + 1 + width
    if end > len(data):
        raise Unreadable("cbor-cut-short")
    argument = int.from_bytes(data[start + 1 : end], "big")
    if argument < 24 or (width > 1 and argument < 1 << 4 * width):
        raise Unreadable("cbor-not-shortest")
    return major, argument, end


def _look_at(value: object, most_items: int) -> tuple[str | None, bool]:
    """Name the first thing rule 1 forbids, and tell whether the keys of every map are in order.

    A value of n bytes has no more than n items, whatever it claims.
    """
    found: list[Any] = [value]
    in_order = True
    for item in found:  # it grows while it is walked: each container adds what it holds
        kind = type(item)
        if kind is bytes or kind is str or kind is bool:
            continue
        if kind is int:
            if not -(1 << 64) <= item < 1 << 64:
                return "cbor-forbidden-type", in_order
            continue
        if kind is dict:
            before = -1
            for key in item:
                if type(key) is not int or not 0 <= key < 1 << 32:
                    return "cbor-bad-key", in_order
                in_order = in_order and key > before
                before = key
            found += item.values()
        elif kind is list:
            found += item
        else:
            return "cbor-forbidden-type", in_order
        if len(found) > most_items:
            return "cbor-too-large", in_order
    return None, in_order
