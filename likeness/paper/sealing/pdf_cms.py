"""The signature inside a sealed PDF: one CMS SignedData, in one form, that can be written again from its few facts.

PAdES baseline (ETSI EN 319 142-1): detached, SHA-256, signed attributes content-type, message-digest and
signing-certificate-v2 over every certificate that is carried. Unsigned there is nothing (B-B) or one time stamp (B-T).
Certificates, document digest, signature and stamp decide every byte, so that a reader compares instead of interpreting
(notes on the PDF, section 3). The room for it is fixed, the rest zero.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from asn1crypto import cms, core, tsp, x509
from asn1crypto.parser import emit, parse, peek

from likeness.errors import Unreadable
from likeness.paper.sealing.certificate import public_key_of, read_certificate
from likeness.paper.sealing.pdf_stamp import Stamp, check_stamp
from likeness.seal.keys import PublicKey, SigningKey, der_signature, raw_signature

FIELD = "likeness-seal"  # the one signature field, and how a broken file of ours is still known
ROOM_BYTES = 3_072  # of DER, before it is written as hexadecimal; the longest name of ours takes two thirds
LARGE_ROOM_BYTES = 16_384  # with certificates of others or a time stamp
MOST_CERTIFICATES = 4
_SHA256 = {"algorithm": "sha256"}
_UNIVERSAL, _CONTEXT, _CONSTRUCTED, _SEQUENCE, _SET = 0, 2, 1, 16, 17  # X.690
_FAULTS = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


@dataclass(frozen=True)
class Seal:
    """Whose key signed, the certificates that came with it (DER, the key's own first), and the time stamp."""

    public: PublicKey
    chain: tuple[bytes, ...]
    stamp: Stamp | None = None


def sign_digest(
    digest: bytes, chain: tuple[bytes, ...], key: SigningKey, stamp: Callable[[bytes], bytes] | None = None
) -> bytes:
    """Return the CMS over a document's digest, in DER; `stamp` gives the token over the signature it is handed."""
    signature = key.sign(_attributes(digest, chain).untag().dump())
    token = stamp(der_signature(signature)) if stamp else None
    return _write(digest, chain, signature, token)


def check_contents(contents: bytes, digest: bytes) -> Seal:
    """Return whose signature stands in `contents` (all bytes between the angle brackets, decoded).

    Raises Unreadable unless they are, byte for byte, what we would write for this digest, and the signature holds.
    """
    chain, signature, token = _read(contents)
    plain = len(contents) == ROOM_BYTES
    public = read_certificate(chain[0]).public if plain else public_key_of(chain[0])
    written = _write(digest, chain, signature, token)
    if contents != written + bytes(len(contents) - len(written)) or (plain and (len(chain) > 1 or token)):
        raise Unreadable("pdf-signature-shape")
    if not public.verifies(signature, _attributes(digest, chain).untag().dump()):
        raise Unreadable("pdf-signature")
    return Seal(public, chain, check_stamp(token, der_signature(signature)) if token else None)


def _read(contents: bytes) -> tuple[tuple[bytes, ...], bytes, bytes | None]:
    """Return the certificates in the order in which they are signed, the raw signature, and the time stamp's token."""
    if len(contents) not in (ROOM_BYTES, LARGE_ROOM_BYTES):
        raise Unreadable("pdf-signature-shape")
    try:
        if any(contents[peek(contents) :]):  # the room that is left: said at once, before anything is interpreted
            raise Unreadable("pdf-signature-shape")
        signed = cms.ContentInfo.load(contents)["content"]
        signer = signed["signer_infos"][0]
        carried = {sha256(der).digest(): der for der in (one.chosen.dump() for one in signed["certificates"])}
        named = next(one for one in signer["signed_attrs"] if one["type"].native == "signing_certificate_v2")
        chain = tuple(carried[one["cert_hash"].native] for one in named["values"][0]["certs"])
        signature = raw_signature(signer["signature"].native)
        unsigned = signer["unsigned_attrs"]
        token = None if isinstance(unsigned, core.Void) else bytes(unsigned[0]["values"][0].dump())
    except (*_FAULTS, StopIteration) as why:
        raise Unreadable("pdf-signature-shape") from why
    if signature is None or not 0 < len(chain) <= MOST_CERTIFICATES:
        raise Unreadable("pdf-signature-shape")
    return chain, signature, token


def _attributes(digest: bytes, chain: tuple[bytes, ...]) -> Any:
    identity = {"certs": [{"cert_hash": sha256(der).digest()} for der in chain]}
    return cms.CMSAttributes(
        [
            {"type": "content_type", "values": ["data"]},
            {"type": "message_digest", "values": [digest]},
            {"type": "signing_certificate_v2", "values": [tsp.SigningCertificateV2(identity)]},
        ]
    )


def _write(digest: bytes, chain: tuple[bytes, ...], signature: bytes, token: bytes | None) -> bytes:
    try:
        own = x509.Certificate.load(chain[0])
        issuer = {"issuer": own.issuer, "serial_number": own.serial_number}
        certificates = [cms.CertificateChoices({"certificate": cms.Certificate.load(der)}) for der in chain]
        signer: dict[str, Any] = {
            "version": "v1",
            "sid": {"issuer_and_serial_number": issuer},
            "digest_algorithm": _SHA256,
            "signed_attrs": _attributes(digest, chain),
            "signature_algorithm": {"algorithm": "sha256_ecdsa"},
            "signature": core.OctetString(der_signature(signature)),
        }
        signed = {
            "version": "v1",
            "digest_algorithms": [_SHA256],
            "encap_content_info": {"content_type": "data"},
            "certificates": certificates,
            "signer_infos": [cms.SignerInfo.load(_with_stamp(cms.SignerInfo(signer).dump(), token))],
        }
        return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)}).dump())
    except _FAULTS as why:
        raise Unreadable("pdf-signature-shape") from why


def _with_stamp(signer: bytes, token: bytes | None) -> bytes:
    """Return a SignerInfo with a token among its unsigned attributes (RFC 5652 section 5.3).

    Its bytes are put together here: asn1crypto encodes the many levels of a token anew on each level, for seconds.
    """
    if token is None:
        return signer
    kind = cms.CMSAttributeType("signature_time_stamp_token").dump()
    attribute = emit(_UNIVERSAL, _CONSTRUCTED, _SEQUENCE, kind + emit(_UNIVERSAL, _CONSTRUCTED, _SET, token))
    unsigned = emit(_CONTEXT, _CONSTRUCTED, 1, attribute)
    return bytes(emit(_UNIVERSAL, _CONSTRUCTED, _SEQUENCE, parse(signer, strict=True)[4] + unsigned))
