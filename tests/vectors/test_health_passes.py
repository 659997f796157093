"""Sixty health passes of other people, layer by layer: read as their authors state, and never taken for a licence."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import load_der_x509_certificate

from likeness.errors import Unreadable
from likeness.paper.qr.qr_payload import base45_decode, base45_encode, is_ours
from likeness.seal.canonical import decode
from likeness.seal.cose import ES256, read_sign1, to_be_signed
from likeness.seal.keys import PublicKey
from likeness.verifier.verify import verify
from tests.fakes.papers import read_here
from tests.vectors.test_cose import low

pytestmark = pytest.mark.shared
AT = datetime(2026, 6, 1, tzinfo=UTC)
LARGEST = 100_000


@pytest.fixture
def passes(shared):
    root = shared("vectors", "dgc")
    index = json.loads((root / "index.json").read_text("utf-8"))
    return {row["file"]: json.loads((root / row["file"]).read_text("utf-8")) for row in index}


def inflated(data):
    return zlib.decompressobj().decompress(data, LARGEST) if data[:1] == b"\x78" else data


def test_none_is_a_licence(passes):
    answers: Counter[str] = Counter()
    for one in passes.values():
        text = one["PREFIX"].encode()
        answers[verify(text, at=AT, read=read_here).answer] += 1
        if "2DCODE" in one:
            answers[verify(b64decode(one["2DCODE"]), at=AT, read=read_here).answer] += 1
        for part in ("COSE", "CBOR", "COMPRESSED"):
            if part in one:
                answers[verify(bytes.fromhex(one[part]), at=AT, read=read_here).answer] += 1
    assert set(answers) <= {"other", "unreadable"}
    assert answers["unreadable"] <= 2  # the picture that is spoiled on purpose
    assert len(passes) == 60


def test_base45_as_stated(passes):
    seen: Counter[object] = Counter()
    for name, one in passes.items():
        expected = one["EXPECTEDRESULTS"].get("EXPECTEDB45DECODE")
        if "BASE45" not in one or expected is None:
            continue
        try:
            data = base45_decode(one["BASE45"])
        except Unreadable:
            data = None
        assert (data is not None) == expected, name
        if data is not None:
            assert base45_encode(data) == one["BASE45"]
            packed = one["EXPECTEDRESULTS"].get("EXPECTEDCOMPRESSION") is not False
            assert not packed or data.hex() == one.get("COMPRESSED", data.hex()).lower()
        seen[expected] += 1
    assert seen == {True: 47, False: 1}
    assert not any(is_ours(one["PREFIX"]) for one in passes.values())


def has_our_shape(data):
    try:
        return bool(read_sign1(data, algorithm=ES256))
    except Unreadable:
        return False


def test_signatures_as_stated(passes):
    """Those on P-256: our signed bytes and our key, against their certificate; every envelope refused as ours."""
    seen: Counter[object] = Counter()
    for name, one in passes.items():
        if "COSE" not in one:
            continue
        data = bytes.fromhex(one["COSE"])
        for reading in (read_sign1, decode):
            with pytest.raises(Unreadable):
                reading(data)
        message = cbor2.loads(data)
        while isinstance(message, cbor2.CBORTag):  # one of them nests two tags
            message = message.value
        if not isinstance(message, (list, tuple)):
            seen["not asked"] += 1
            continue
        protected, unprotected, payload, signature = message
        head = dict(cbor2.loads(protected) if protected else {}) | dict(unprotected)
        expected = one["EXPECTEDRESULTS"].get("EXPECTEDVERIFY")
        certificate = one["TESTCTX"].get("CERTIFICATE")
        if expected is None or certificate is None or head.get(1) != ES256 or len(signature) != 64:
            seen["not asked"] += 1
            continue
        public = load_der_x509_certificate(b64decode(certificate)).public_key()
        assert isinstance(public, ec.EllipticCurvePublicKey)
        ours = PublicKey(public.public_bytes(Encoding.X962, PublicFormat.CompressedPoint))
        holds = ours.verifies(low(signature), to_be_signed(protected, b"", payload))
        named = head.get(4) == sha256(b64decode(certificate)).digest()[:8]  # a key id that names another key fails
        assert (holds and named) == expected, name
        seen[expected] += 1
        seen["of our shape but for the algorithm"] += has_our_shape(data)
    assert seen[True] > 25
    assert seen.pop("of our shape but for the algorithm") > 20
    assert sum(seen.values()) == 55
