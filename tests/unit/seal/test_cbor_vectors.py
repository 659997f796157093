"""RFC 8949 appendix A: what our rules allow must come back byte for byte, the rest must be refused."""

import json

import cbor2
import pytest

from likeness.errors import Unreadable
from likeness.seal.canonical import decode, encode

pytestmark = pytest.mark.shared
_TAG = 6


def _allowed(value: object) -> bool:
    if isinstance(value, dict):
        return all(type(key) is int and key >= 0 for key in value) and all(map(_allowed, value.values()))
    if isinstance(value, list):
        return all(map(_allowed, value))
    return isinstance(value, (bool, str, bytes)) or (isinstance(value, int) and -(1 << 64) <= value < 1 << 64)


def test_appendix_a(shared):
    cases = json.loads(shared("vectors", "cbor", "appendix_a.json").read_text())
    kept = refused = 0
    for case in cases:
        data = bytes.fromhex(case["hex"])
        plain = data[0] >> 5 < _TAG or data in (b"\xf4", b"\xf5")
        if case["roundtrip"] and plain and _allowed(cbor2.loads(data)):
            assert encode(decode(data)) == data
            kept += 1
        else:
            with pytest.raises(Unreadable):
                decode(data)
            refused += 1
    assert (kept, refused) == (33, 49)
