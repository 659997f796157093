"""C2SP/wycheproof: hostile public keys in every encoding, sealing with AES-GCM, key derivation with HKDF."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
    load_pem_public_key,
)

from likeness.errors import Broken, Unreadable
from likeness.seal.keys import PublicKey
from likeness.seal.vault import Vault
from tests.fakes.seeded_chance import SeededChance
from tests.vectors.test_cose import unpadded

pytestmark = pytest.mark.shared


def cases_of(shared, name):
    document = json.loads(shared("vectors", "wycheproof", f"{name}_test.json").read_text())
    return [(group, case) for group in document["testGroups"] for case in group["tests"]]


def from_jwk(jwk):
    point = b"\x04" + unpadded(jwk["x"]).rjust(32, b"\0") + unpadded(jwk["y"]).rjust(32, b"\0")
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)


LOADERS = {
    "ecdh_secp256r1": lambda text: load_der_public_key(bytes.fromhex(text)),
    "ecdh_secp256r1_pem": lambda text: load_pem_public_key(text.encode()),
    "ecdh_secp256r1_webcrypto": from_jwk,
}
COUNTS = {"ecdh_secp256r1": 612, "ecdh_secp256r1_pem": 612, "ecdh_secp256r1_webcrypto": 353}


def raw_bytes(public):
    if isinstance(public, dict):
        return json.dumps(public).encode()
    return public.encode() if public.startswith("-----") else bytes.fromhex(public)


def our_key(load, public):
    """Return the key as ours, or None where the library or our own rule refuses it."""
    try:
        found = load(public)
        if not isinstance(found, ec.EllipticCurvePublicKey) or not isinstance(found.curve, ec.SECP256R1):
            return None
        return PublicKey(found.public_bytes(Encoding.X962, PublicFormat.CompressedPoint))
    except (ValueError, KeyError, UnsupportedAlgorithm, Unreadable):
        return None


@pytest.mark.parametrize("name", LOADERS)
def test_keys_in_other_encodings(shared, name):
    """None is a key as it stands; a valid one becomes ours once its point is taken out, an invalid one never does."""
    seen: Counter[object] = Counter()
    for _, case in cases_of(shared, name):
        with pytest.raises(Unreadable, match="bad-public-key"):
            PublicKey(raw_bytes(case["public"]))
        key = our_key(LOADERS[name], case["public"])
        seen[case["result"], key is not None] += 1
        assert case["result"] == "acceptable" or (key is not None) == (case["result"] == "valid"), case["tcId"]
    assert sum(seen.values()) == COUNTS[name]


def test_raw_points(shared):
    """A point of 33 bytes is a key if it is one; an uncompressed one never is, until it is compressed."""
    taken: Counter[str] = Counter()
    for _, case in cases_of(shared, "ecdh_secp256r1_ecpoint"):
        data = bytes.fromhex(case["public"])
        try:
            PublicKey(data)
        except Unreadable:
            taken["refused"] += 1
        else:
            assert len(data) == 33
            assert case["result"] != "invalid"
            taken["as it stands"] += 1
        if len(data) == 65 and data[0] == 4:
            load = lambda raw: ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
            assert (our_key(load, data) is not None) == (case["result"] == "valid"), case["tcId"]
            taken["uncompressed"] += 1
    assert taken["refused"] + taken["as it stands"] == 355
    assert taken["uncompressed"] > 300


class OpenVault(Vault):
    """A vault whose drawn key is the case's."""

    def __init__(self, key: bytes) -> None:
        super().__init__(bytes(16), [], SeededChance("vectors"))
        self.key = key

    def _draw(self, label: str) -> bytes:
        return self.key


def as_label(aad):
    try:
        return aad.decode("utf-8")
    except UnicodeDecodeError:
        return None


def test_aes_gcm_through_the_vault(shared):
    """Every case the vault can be handed: its own nonce length, a label that is text. The others cannot be put in."""
    seen: Counter[object] = Counter()
    for group, case in cases_of(shared, "aes_gcm"):
        key, iv, aad, ct, tag = (bytes.fromhex(case[part]) for part in ("key", "iv", "aad", "ct", "tag"))
        label = as_label(aad)
        if label is None:
            seen["label is no text"] += 1
            continue
        ours = group["ivSize"] == 96 and group["tagSize"] == 128
        try:
            opened = OpenVault(key).unwrap(label, iv + ct + tag)
        except Broken:
            assert case["result"] == "invalid" or not ours, case["tcId"]
            seen["refused"] += 1
        else:
            assert case["result"] == "valid", case["tcId"]
            assert opened == bytes.fromhex(case["msg"])
            seen["opened"] += 1
    assert sum(seen.values()) == 316
    assert seen["opened"] > 50


def test_hkdf(shared):
    """The library's HKDF with SHA-256, from which the vault draws its keys, on every case."""
    count = 0
    for _, case in cases_of(shared, "hkdf_sha256"):
        ikm, salt, info = (bytes.fromhex(case[part]) for part in ("ikm", "salt", "info"))
        try:
            found = HKDF(algorithm=SHA256(), length=case["size"], salt=salt, info=info).derive(ikm).hex()
        except ValueError:
            found = None
        assert (found == case["okm"] and found is not None) == (case["result"] == "valid"), case["tcId"]
        count += 1
    assert count == 86


def test_the_vault_draws_as_hkdf_says():
    """The vault's own call: 32 bytes, no salt, its label in the info (RFC 5869 section 2.2: no salt is zeros)."""
    vault = Vault(bytes(range(16)), [], SeededChance("vectors"))
    info = b"likeness/vault/1/db"
    expected = HKDF(algorithm=SHA256(), length=32, salt=bytes(32), info=info).derive(bytes(range(16)))
    assert vault.database_key() == expected
