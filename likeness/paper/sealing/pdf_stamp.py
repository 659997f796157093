"""A time stamp inside the seal (RFC 3161): what an authority signed about when the signature was there.

1. A token that comes from an authority is brought into one form before it is kept: one certificate, the authority's
   own; no lists, nothing unsigned, a low s. Its few facts decide every byte, so a reader compares as it does the seal.
2. A token is good if it is in that form, is about this very signature, and its authority's key signed it.
3. Who the authority is, is not judged here: there is no list of authorities in the house, and nothing is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import new, sha256
from typing import Any

from asn1crypto import cms, core, tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from likeness.errors import Unreadable
from likeness.values.text import shown

_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512(),
}  # fmt: skip
_FAULTS = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, StopIteration, UnsupportedAlgorithm,
    x509.InvalidVersion, x509.ExtensionNotFound, x509.DuplicateExtension, x509.UnsupportedGeneralNameType,
)  # fmt: skip
_SET = b"\x31"  # signed attributes are signed as a SET, whatever tag they stand under (RFC 5652 section 5.4)
_STAMPING = x509.oid.ExtendedKeyUsageOID.TIME_STAMPING


@dataclass(frozen=True)
class Stamp:
    """When an authority saw the signature, and the name in its certificate (who that is, is not judged)."""

    at: datetime
    authority: str


@dataclass(frozen=True)
class _Facts:
    """All that decides a token: what is said, the signed attributes, the certificate, the signature and its hash."""

    info: bytes
    attributes: bytes
    certificate: bytes
    signature: bytes
    digest: str


def stamp_request(signature: bytes, nonce: int) -> bytes:
    """Return what an authority is asked: a stamp over the SHA-256 of `signature`, with its certificate."""
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": sha256(signature).digest()}
    asked = {"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    return bytes(tsp.TimeStampReq(asked).dump())


def keep_stamp(answer: bytes, signature: bytes, nonce: int) -> bytes:
    """Return the token of an authority's answer in our form, checked; raise Unreadable ("stamp-...") otherwise."""
    try:
        told = tsp.TimeStampResp.load(answer, strict=True)
        if told["status"]["status"].native not in ("granted", "granted_with_mods"):
            raise Unreadable("stamp-refused")
        facts = _facts(told["time_stamp_token"])
        asked = tsp.TSTInfo.load(facts.info)["nonce"].native
        token = _write(_low(facts))
    except _FAULTS as why:
        raise Unreadable("stamp-shape") from why
    if asked != nonce:
        raise Unreadable("stamp-of-another")
    check_stamp(token, signature)
    return token


def check_stamp(token: bytes, signature: bytes) -> Stamp:
    """Return what a token in our form says about a signature (DER, as it stands in the seal), or raise Unreadable."""
    try:
        facts = _facts(cms.ContentInfo.load(token, strict=True))
        info = tsp.TSTInfo.load(facts.info, strict=True)
        imprint = info["message_imprint"]
        good = _write(_low(facts)) == token and _holds(facts)
        about = (imprint["hash_algorithm"]["algorithm"].native, imprint["hashed_message"].native)
        certificate = x509.load_der_x509_certificate(facts.certificate)
        names = certificate.subject.get_attributes_for_oid(x509.oid.NameOID.COMMON_NAME)
        stamp = Stamp(info["gen_time"].native, shown(str(names[0].value)) if names else "")
    except _FAULTS as why:
        raise Unreadable("stamp-shape") from why
    if not good:
        raise Unreadable("stamp-shape")
    if about != ("sha256", sha256(signature).digest()):
        raise Unreadable("stamp-of-another")
    return stamp


def _facts(token: Any) -> _Facts:
    signed = token["content"]
    signer = signed["signer_infos"][0]
    attributes = _SET + bytes(signer["signed_attrs"].dump())[1:]
    named = _named(signer["signed_attrs"])
    carried = [bytes(one.chosen.dump()) for one in signed["certificates"]]
    certificate = next(der for der in carried if named in _names_of(der))
    info = bytes(signed["encap_content_info"]["content"].parsed.dump())
    digest = signer["digest_algorithm"]["algorithm"].native
    return _Facts(info, attributes, certificate, signer["signature"].native, digest)


def _names_of(der: bytes) -> tuple[bytes, bytes]:
    """Return how signed attributes may name a certificate: by SHA-256 (RFC 5035), or by SHA-1 as RFC 2634 did."""
    return sha256(der).digest(), new("sha1", der, usedforsecurity=False).digest()


def _named(attributes: Any) -> bytes:
    """Return the fingerprint of the authority's certificate, as its signature covers it."""
    found = {one["type"].native: one["values"][0] for one in attributes}
    either = found.get("signing_certificate_v2") or found["signing_certificate"]
    return bytes(either["certs"][0]["cert_hash"].native)


def _holds(facts: _Facts) -> bool:
    """Tell whether the authority's key signed these attributes, they cover what is said, and it may stamp times."""
    certificate = x509.load_der_x509_certificate(facts.certificate)
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    algorithm = _HASHES[facts.digest]
    found = {one["type"].native: one["values"][0] for one in cms.CMSAttributes.load(facts.attributes, strict=True)}
    said = (found["content_type"].native, found["message_digest"].native)
    if _STAMPING not in usage or said != ("tst_info", new(facts.digest, facts.info).digest()):
        return False
    key = certificate.public_key()
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(facts.signature, facts.attributes, padding.PKCS1v15(), algorithm)
            return True
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(facts.signature, facts.attributes, ec.ECDSA(algorithm))
            return True
    except InvalidSignature:
        return False
    return False


def _low(facts: _Facts) -> _Facts:
    """Return the same with the smaller of the two values that s may have, where the key is of a curve."""
    key = x509.load_der_x509_certificate(facts.certificate).public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return facts
    r, s = decode_dss_signature(facts.signature)
    order = _ORDERS[key.curve.name]
    signature = encode_dss_signature(r, min(s, order - s))
    return _Facts(facts.info, facts.attributes, facts.certificate, signature, facts.digest)


# SEC 2 version 2, sections 2.4 to 2.6
_ORDERS = {
    "secp256r1": 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    "secp384r1": int("F" * 48 + "C7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973", 16),
    "secp521r1": int("1" + "F" * 65 + "A51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409", 16),
}


def _write(facts: _Facts) -> bytes:
    held = cms.Certificate.load(facts.certificate)
    curve = isinstance(x509.load_der_x509_certificate(facts.certificate).public_key(), ec.EllipticCurvePublicKey)
    signer = {
        "version": "v1",
        "sid": {"issuer_and_serial_number": {"issuer": held.issuer, "serial_number": held.serial_number}},
        "digest_algorithm": {"algorithm": facts.digest},
        "signed_attrs": cms.CMSAttributes.load(facts.attributes),
        "signature_algorithm": {"algorithm": f"{facts.digest}_{'ecdsa' if curve else 'rsa'}"},
        "signature": core.OctetString(facts.signature),
    }
    signed = {
        "version": "v3",
        "digest_algorithms": [{"algorithm": facts.digest}],
        "encap_content_info": {"content_type": "tst_info", "content": cms.ParsableOctetString(facts.info)},
        "certificates": [cms.CertificateChoices({"certificate": held})],
        "signer_infos": [cms.SignerInfo.load(cms.SignerInfo(signer).dump())],
    }
    whole = cms.SignedData.load(cms.SignedData(signed).dump())  # encoded on each level: see pdf_cms
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": whole}).dump())
