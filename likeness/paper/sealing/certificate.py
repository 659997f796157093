"""The certificate in a sealed PDF: self-issued, and nothing but the signer's key in the form that PDF readers want.

There is one certificate for each key, name and day: the same bytes each time. A PDF reader calls its issuer unknown;
what counts is whether the key is that of the licence (notes on the PDF, section 2). asn1crypto comes with pyHanko;
this module is imported only where a PDF is sealed or read.

RFC 5280 version 3: subject = issuer = CN, P-256 key, ecdsa-with-SHA256; not a CA; may sign; no end
(99991231235959Z, section 4.1.2.5); serial = the first 16 bytes of a hash of key, name and day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from asn1crypto import keys, x509

from likeness.errors import Unreadable
from likeness.seal.keys import PublicKey, SigningKey, der_signature, raw_signature

LONGEST_NAME = 64  # ub-common-name (RFC 5280 appendix A.1)
_NO_END = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
_ALGORITHM = {"algorithm": "sha256_ecdsa"}


@dataclass(frozen=True)
class Certificate:
    """Whose key it is said to be, since when, and the signature over that (64 bytes)."""

    public: PublicKey
    name: str
    from_at: datetime
    signature: bytes

    @property
    def der(self) -> bytes:
        """The certificate's one encoding."""
        whole = {
            "tbs_certificate": _to_be_signed(self.public, self.name, self.from_at),
            "signature_algorithm": _ALGORITHM,
            "signature_value": der_signature(self.signature),
        }
        return bytes(x509.Certificate(whole).dump())


def issue_certificate(key: SigningKey, name: str, from_at: datetime) -> Certificate:
    """Issue the certificate of `key` for its own holder; a long name is cut to 64 characters."""
    day = from_at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    short = name[:LONGEST_NAME]
    return Certificate(key.public, short, day, key.sign(_to_be_signed(key.public, short, day).dump()))


def read_certificate(der: bytes) -> Certificate:
    """Read a certificate of ours; anything that would not be written the same way raises Unreadable."""
    try:
        parsed = x509.Certificate.load(der, strict=True)
        point = parsed.public_key["public_key"].native
        signature = raw_signature(parsed["signature_value"].native)
        public = PublicKey(bytes([2 + point[-1] % 2]) + point[1:33])
        found = Certificate(public, parsed.subject.native["common_name"], parsed.not_valid_before, signature or b"")
        same = signature is not None and found.der == der
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as why:
        raise Unreadable("certificate-shape") from why
    if not same or not public.verifies(found.signature, _to_be_signed(public, found.name, found.from_at).dump()):
        raise Unreadable("certificate-shape")
    return found


def public_key_of(der: bytes) -> PublicKey:
    """Return the P-256 key in anybody's certificate, or raise Unreadable; who issued it is not asked."""
    try:
        parsed = x509.Certificate.load(der, strict=True).public_key
        point = parsed["public_key"].native
        named = (parsed["algorithm"]["algorithm"].native, parsed["algorithm"]["parameters"].native)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as why:
        raise Unreadable("certificate-shape") from why
    if named != ("ec", "secp256r1") or len(point) != 65:
        raise Unreadable("certificate-shape")
    return PublicKey(bytes([2 + point[-1] % 2]) + point[1:33])


def _to_be_signed(public: PublicKey, name: str, from_at: datetime) -> Any:
    subject = x509.Name.build({"common_name": name})
    seed = sha256(public.encoded + name.encode() + from_at.isoformat().encode()).digest()
    return x509.TbsCertificate(
        {
            "version": "v3",
            "serial_number": int.from_bytes(b"\x01" + seed[:15], "big"),
            "signature": _ALGORITHM,
            "issuer": subject,
            "validity": {"not_before": x509.Time({_time_form(from_at): from_at}), "not_after": _general(_NO_END)},
            "subject": subject,
            "subject_public_key_info": keys.PublicKeyInfo.load(public.der()),
            "extensions": [
                {"extn_id": "basic_constraints", "critical": True, "extn_value": {"ca": False}},
                {"extn_id": "key_usage", "critical": True, "extn_value": {"digital_signature", "non_repudiation"}},
                {"extn_id": "key_identifier", "critical": False, "extn_value": public.full_thumbprint[:20]},
            ],
        }
    )


def _time_form(moment: datetime) -> str:
    """RFC 5280 section 4.1.2.5: two-digit years until 2049."""
    return "utc_time" if moment.year < 2050 else "general_time"


def _general(moment: datetime) -> Any:
    return x509.Time({"general_time": moment})
