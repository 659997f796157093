"""C2SP/wycheproof, ECDSA on P-256 with SHA-256, through our own layer."""

import json

import pytest

from likeness.errors import Unreadable
from likeness.seal.keys import ORDER, PublicKey, raw_signature

pytestmark = pytest.mark.shared


def _groups(shared, name):
    for group in json.loads(shared("vectors", "wycheproof", name).read_text())["testGroups"]:
        point = bytes.fromhex(group["publicKey"]["uncompressed"])
        yield PublicKey(bytes([2 + point[-1] % 2]) + point[1:33]), group["tests"]


def _lowered(signature: bytes) -> tuple[bytes, bool]:
    """Turn a high s into the low one; tell whether it was high."""
    s = int.from_bytes(signature[32:], "big")
    if len(signature) == 64 and ORDER // 2 < s < ORDER:
        return signature[:32] + (ORDER - s).to_bytes(32, "big"), True
    return signature, False


def test_64_byte_signatures(shared):
    count = high = 0
    for key, tests in _groups(shared, "ecdsa_secp256r1_sha256_p1363_test.json"):
        for case in tests:
            message, signature = bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"])
            low, was_high = _lowered(signature)
            assert key.verifies(low, message) == (case["result"] == "valid"), case["tcId"]
            assert not was_high or not key.verifies(signature, message), "a high s is a second form of a signature"
            count, high = count + 1, high + was_high
    assert count == 262
    assert high > 0


def test_der_signatures(shared):
    count = 0
    for key, tests in _groups(shared, "ecdsa_secp256r1_sha256_test.json"):
        for case in tests:
            raw = raw_signature(bytes.fromhex(case["sig"]))
            good = raw is not None and key.verifies(_lowered(raw)[0], bytes.fromhex(case["msg"]))
            assert good == (case["result"] == "valid"), case["tcId"]
            count += 1
    assert count == 484


def test_hostile_points(shared):
    """Raw points of the key import set: only 33-byte compressed ones are keys, and never an invalid one."""
    document = json.loads(shared("vectors", "wycheproof", "ecdh_secp256r1_ecpoint_test.json").read_text())
    taken = refused = 0
    for case in (case for group in document["testGroups"] for case in group["tests"]):
        try:
            PublicKey(bytes.fromhex(case["public"]))
        except Unreadable:
            refused += 1
        else:
            assert case["result"] != "invalid", case["tcId"]
            taken += 1
    assert taken + refused == 355
    assert taken > 0
