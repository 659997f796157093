"""Public COSE_Sign1 examples (cose-wg/Examples): the same bytes are signed, the same signatures hold.

They all carry the key id outside the protected header, and some are untagged or hide the algorithm: our one strict
shape refuses every one of them, and each refusal is listed with its reason.
"""

import json
from base64 import urlsafe_b64decode

import cbor2
import pytest

from likeness.errors import Unreadable
from likeness.seal.cose import ES256, read_sign1, to_be_signed
from likeness.seal.keys import ORDER, PublicKey
from tests.vectors.conftest import REFUSED as REFUSED_ON_PURPOSE

pytestmark = pytest.mark.shared

PASSING = ("sign-pass-01", "sign-pass-02", "sign-pass-03")  # refused on purpose: the list is tests/vectors/refused.toml
REFUSED = {name: REFUSED_ON_PURPOSE["cose"][name]["code"] for name in PASSING} | {
    "sign-fail-01": "envelope-not-tagged",  # another tag
    "sign-fail-02": "envelope-unprotected-header",
    "sign-fail-03": "envelope-unprotected-header",
    "sign-fail-04": "envelope-unprotected-header",
    "sign-fail-06": "envelope-unprotected-header",
    "sign-fail-07": "envelope-unprotected-header",
}


def _case(shared, name):
    return json.loads(shared("vectors", "cose", "sign1-tests", f"{name}.json").read_text())


def _key(case) -> PublicKey:
    parts = case["input"]["sign0"]["key"]
    x, y = (urlsafe_b64decode(parts[axis] + "==") for axis in "xy")
    return PublicKey(bytes([2 + y[-1] % 2]) + x)


def _low(signature: bytes) -> bytes:
    s = int.from_bytes(signature[32:], "big")
    return signature[:32] + min(s, ORDER - s).to_bytes(32, "big")


@pytest.mark.parametrize("name", PASSING)
def test_what_is_signed_and_verified_agrees(shared, name):
    case = _case(shared, name)
    message = cbor2.loads(bytes.fromhex(case["output"]["cbor"]))
    protected, _, payload, signature = getattr(message, "value", message)
    external = bytes.fromhex(case["input"]["sign0"].get("external", ""))
    signed = to_be_signed(b"" if protected == b"\xa0" else protected, external, payload)
    assert signed.hex() == case["intermediates"]["ToBeSign_hex"].lower()
    assert _key(case).verifies(_low(signature), signed)


@pytest.mark.parametrize("name", ["sign-fail-02", "sign-fail-03", "sign-fail-04", "sign-fail-06", "sign-fail-07"])
def test_what_was_spoiled_does_not_verify(shared, name):
    case = _case(shared, name)
    message = cbor2.loads(bytes.fromhex(case["output"]["cbor"]))
    protected, _, payload, signature = message.value
    signed = to_be_signed(protected, bytes.fromhex(case["input"]["sign0"].get("external", "")), payload)
    assert protected != cbor2.dumps({1: ES256}) or not _key(case).verifies(_low(signature), signed)


@pytest.mark.parametrize("name", REFUSED)
def test_the_strict_shape_refuses_them_all(shared, name):
    case = _case(shared, name)
    with pytest.raises(Unreadable) as fault:
        read_sign1(bytes.fromhex(case["output"]["cbor"]), algorithm=ES256)
    assert fault.value.code == REFUSED[name]
