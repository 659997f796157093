"""cose-wg/Examples and the tokens of the status list draft: the mathematics agrees, the shape is refused."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode

import cbor2
import pytest

from likeness.errors import Unreadable
from likeness.licence.statements import open_any
from likeness.licence.status_list import entry, inflate
from likeness.seal.cose import ES256, read_sign1, to_be_signed
from likeness.seal.keys import ORDER, PublicKey
from tests.vectors.conftest import REFUSED

pytestmark = pytest.mark.shared
FOLDERS = {"ecdsa": "ecdsa-examples", "A_": "CWT", "sign": "sign1-tests"}
ES256_ONES = ("ecdsa-sig-01", "A_3")  # COSE_Sign1 on P-256 with SHA-256: what we could verify, were it shaped as ours
TOKENS = REFUSED["token-status-list"]


def case_of(shared, name):
    folder = next(folder for head, folder in FOLDERS.items() if name.startswith(head))
    return json.loads(shared("vectors", "cose", folder, f"{name}.json").read_text())


def compressed(x, y):
    return PublicKey(bytes([2 + y[-1] % 2]) + x)


def unpadded(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def low(signature):
    s = int.from_bytes(signature[32:], "big")
    return signature[:32] + min(s, ORDER - s).to_bytes(32, "big")


@pytest.mark.parametrize("name", REFUSED["cose"])
def test_each_is_refused_for_its_reason(shared, name):
    with pytest.raises(Unreadable) as fault:
        read_sign1(bytes.fromhex(case_of(shared, name)["output"]["cbor"]), algorithm=ES256)
    assert fault.value.code == REFUSED["cose"][name]["code"]
    assert REFUSED["cose"][name]["why"]


def test_every_file_is_looked_at(shared):
    """22 files: 16 pass as stated and are refused here on purpose, 6 must fail and do."""
    names = {path.stem for path in shared("vectors", "cose").rglob("*.json")}
    assert len(names) == 22
    assert {name for name in names if "fail" not in name} == set(REFUSED["cose"])
    for name in names:
        data = bytes.fromhex(case_of(shared, name)["output"]["cbor"])
        for algorithm in (ES256, -9):
            with pytest.raises(Unreadable):
                read_sign1(data, algorithm=algorithm)
        with pytest.raises(Unreadable):
            open_any(data)


@pytest.mark.parametrize("name", ES256_ONES)
def test_what_is_signed_and_verified_agrees(shared, name):
    case = case_of(shared, name)
    protected, _, payload, signature = cbor2.loads(bytes.fromhex(case["output"]["cbor"])).value
    signed = to_be_signed(protected, b"", payload)
    assert signed.hex() == case["intermediates"]["ToBeSign_hex"].lower()
    key = case["input"]["sign0"]["key"]
    axes = [bytes.fromhex(key[f"{axis}_hex"]) if f"{axis}_hex" in key else unpadded(key[axis]) for axis in "xy"]
    public = compressed(*axes)
    assert public.verifies(low(signature), signed)
    assert not public.verifies(low(signature), signed + b"\x00")


@pytest.mark.parametrize("name", TOKENS)
def test_tokens_of_the_status_list_draft(shared, name):
    document = json.loads(shared("vectors", "token-status-list", "vectors.json").read_text())["tokens"]
    public = compressed(unpadded(document["key"]["x"]), unpadded(document["key"]["y"]))
    if name.endswith("jwt"):
        data = document[name].encode()
        head, body, signature = document[name].split(".")
        message, signed, protected = unpadded(signature), f"{head}.{body}".encode(), b""
    else:
        data = bytes.fromhex(document[f"{name}_hex"])
        protected, _, payload, message = cbor2.loads(data).value
        signed = to_be_signed(protected, b"", payload)
    assert public.verifies(low(message), signed)
    with pytest.raises(Unreadable) as fault:
        read_sign1(data, algorithm=ES256)
    assert fault.value.code == TOKENS[name]["code"]
    with pytest.raises(Unreadable):
        open_any(data)
    assert protected == b"" or cbor2.loads(protected)[1] == ES256


def test_every_entry_of_every_list(shared):
    """All entries, 2^20 of them in the largest list; and that of the signed token, inside its envelope."""
    document = json.loads(shared("vectors", "token-status-list", "vectors.json").read_text())
    counted = 0
    for case in document["lists"]:
        entries = inflate(cbor2.loads(bytes.fromhex(case["cbor_hex"]))["lst"], case["size"] * case["bits"] // 8)
        expected = dict(case["entries"])
        found = {n: state for n in range(case["size"]) if (state := entry(entries, n, case["bits"]))}
        assert found == {n: state for n, state in expected.items() if state}
        counted += case["size"]
    assert counted > 2**20
    _, _, payload, _ = cbor2.loads(bytes.fromhex(document["tokens"]["status_list_cwt_hex"])).value
    assert inflate(cbor2.loads(payload)[65533]["lst"], 2)
