"""Certificates of somebody who vouches for a signing key, from a file: PEM, DER or PKCS#12.

1. The seal is made with the licence's own key, always (FORMAT section 7): a certificate only says whose key that is. A
   file whose certificate is about another key is refused; the secret key in a PKCS#12 file is never used.
2. What comes back is the chain, the key's own certificate first, each next one the issuer of the one before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509.oid import NameOID

from likeness.errors import LikenessError, Refused, Unreadable
from likeness.paper.sealing.certificate import LONGEST_NAME, public_key_of
from likeness.paper.sealing.pdf_cms import LARGE_ROOM_BYTES, MOST_CERTIFICATES
from likeness.seal.keys import PublicKey, SigningKey
from likeness.values.text import shown

MOST_BYTES = 65_536
_BESIDE = 1_024  # what a seal holds besides its certificates: two thirds of it, without a time stamp


@dataclass(frozen=True)
class Told:
    """What a certificate says: whose key, of whom, who says so, until when; `der` are its bytes. All unchecked."""

    public: PublicKey
    name: str
    issuer: str
    until: date
    der: bytes

    @property
    def sha256(self) -> str:
        """The fingerprint of the certificate, in hex."""
        return sha256(self.der).hexdigest()


def read_chain(data: bytes, key: PublicKey, at: datetime, passphrase: str | None = None) -> tuple[bytes, ...]:
    """Return the chain of `key` in a file, in DER; raise Unreadable or Refused ("certificate-...", "seal-...")."""
    found = _certificates(data, passphrase)
    own = next((one for one in found if _is_of(one, key)), None)
    if own is None:
        raise Refused("certificate-of-another-key", value=key.digits)
    if not own.not_valid_before_utc <= at <= own.not_valid_after_utc:
        raise Refused("certificate-out-of-date", value=own.not_valid_after_utc.date().isoformat())
    chain = [own]
    while len(chain) < MOST_CERTIFICATES:
        issuer = next((one for one in found if one not in chain and one.subject == chain[-1].issuer), None)
        if issuer is None:
            break
        chain.append(issuer)
    ders = tuple(one.public_bytes(Encoding.DER) for one in chain)
    if sum(map(len, ders)) > LARGE_ROOM_BYTES - _BESIDE:
        raise Refused("seal-too-large")
    return ders


def told_of(pem: bytes) -> Told:
    """Return what the first certificate of a chain says (`as_pem`); raise Unreadable where there is none."""
    found = _certificates(pem, None)
    if not found:
        raise Unreadable("certificate-unreadable")
    own, der = found[0], found[0].public_bytes(Encoding.DER)
    until = own.not_valid_after_utc.date()
    return Told(public_key_of(der), _common_name(own.subject), _common_name(own.issuer), until, der)


def as_pem(chain: tuple[bytes, ...]) -> str:
    """Return a chain in DER as text to keep."""
    return "".join(x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM).decode() for der in chain)


def certificate_request(key: SigningKey, name: str) -> bytes:
    """Return the request (PKCS#10, PEM) with which an agency or authority issues a certificate for a key."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:LONGEST_NAME])])
    asked = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key.private, hashes.SHA256())
    return asked.public_bytes(Encoding.PEM)


def _certificates(data: bytes, passphrase: str | None) -> list[x509.Certificate]:
    try:
        found = _loaded(data, passphrase)
        for one in found:  # what is used of them is read only when it is asked for: here, so that it fails here
            _ = one.version, one.subject, one.issuer, one.not_valid_before_utc, one.not_valid_after_utc
    except (ValueError, TypeError, UnicodeError, x509.InvalidVersion) as why:
        raise Unreadable("certificate-unreadable") from why
    return found


def _loaded(data: bytes, passphrase: str | None) -> list[x509.Certificate]:
    if b"-----BEGIN" in data:
        return x509.load_pem_x509_certificates(data)
    try:
        return [x509.load_der_x509_certificate(data)]
    except ValueError:
        bag = pkcs12.load_pkcs12(data, passphrase.encode() if passphrase else None)
        first = [bag.cert] if bag.cert else []
        return [one.certificate for one in (*first, *bag.additional_certs)]


def _common_name(name: x509.Name) -> str:
    """Return the name a person knows, safe to look at; the whole of it where it has no common name."""
    known = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return shown(str(known[0].value) if known else name.rfc4514_string())


def _is_of(certificate: x509.Certificate, key: PublicKey) -> bool:
    try:
        return public_key_of(certificate.public_bytes(Encoding.DER)) == key
    except LikenessError:
        return False
