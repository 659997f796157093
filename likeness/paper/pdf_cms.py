"""The signature inside a sealed PDF: one CMS SignedData, in one form, that can be written again from its few facts.

PAdES baseline (ETSI EN 319 142-1): detached, SHA-256, signed attributes content-type, message-digest and
signing-certificate-v2, no unsigned ones. Certificate, document digest and signature decide every byte, so that a
reader compares instead of interpreting (notes on the PDF, section 3). The room for it is fixed, the rest zero.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from asn1crypto import cms, core, tsp

from likeness.errors import Unreadable
from likeness.paper.certificate import Certificate, read_certificate
from likeness.seal.keys import SigningKey, der_signature, raw_signature

ROOM_BYTES = 3_072  # of DER, before it is written as hexadecimal; the longest name of ours takes two thirds
_SHA256 = {"algorithm": "sha256"}


def sign_digest(digest: bytes, certificate: Certificate, key: SigningKey) -> bytes:
    """Return the CMS over a document's digest, in DER."""
    attributes = _attributes(digest, certificate).untag().dump()
    return _write(digest, certificate, key.sign(attributes))


def check_contents(contents: bytes, digest: bytes) -> Certificate:
    """Return whose signature stands in `contents` (all bytes between the angle brackets, decoded).

    Raises Unreadable unless they are, byte for byte, what we would write for this digest, and the signature holds.
    """
    certificate, signature = _read(contents)
    written = _write(digest, certificate, signature)
    if contents != written + bytes(ROOM_BYTES - len(written)):
        raise Unreadable("pdf-signature-shape")
    if not certificate.public.verifies(signature, _attributes(digest, certificate).untag().dump()):
        raise Unreadable("pdf-signature")
    return certificate


def _read(contents: bytes) -> tuple[Certificate, bytes]:
    if len(contents) != ROOM_BYTES:
        raise Unreadable("pdf-signature-shape")
    try:
        signed = cms.ContentInfo.load(contents)["content"]
        der = signed["certificates"][0].chosen.dump()
        signature = raw_signature(signed["signer_infos"][0]["signature"].native)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as why:
        raise Unreadable("pdf-signature-shape") from why
    if signature is None:
        raise Unreadable("pdf-signature-shape")
    return read_certificate(der), signature


def _attributes(digest: bytes, certificate: Certificate) -> Any:
    identity = {"certs": [{"cert_hash": sha256(certificate.der).digest()}]}
    return cms.CMSAttributes(
        [
            {"type": "content_type", "values": ["data"]},
            {"type": "message_digest", "values": [digest]},
            {"type": "signing_certificate_v2", "values": [tsp.SigningCertificateV2(identity)]},
        ]
    )


def _write(digest: bytes, certificate: Certificate, signature: bytes) -> bytes:
    parsed = cms.CertificateChoices({"certificate": cms.Certificate.load(certificate.der)})
    signer = {
        "version": "v1",
        "sid": {
            "issuer_and_serial_number": {
                "issuer": parsed.chosen.issuer,
                "serial_number": parsed.chosen.serial_number,
            }
        },
        "digest_algorithm": _SHA256,
        "signed_attrs": _attributes(digest, certificate),
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": core.OctetString(der_signature(signature)),
    }
    signed = {
        "version": "v1",
        "digest_algorithms": [_SHA256],
        "encap_content_info": {"content_type": "data"},
        "certificates": [parsed],
        "signer_infos": [signer],
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)}).dump())
