"""Certificates of somebody who vouches for a signing key, from a file: PEM, DER or PKCS#12.

1. The seal is made with the licence's own key, always (FORMAT section 7): a certificate only says whose key that is. A
   file whose certificate is about another key is refused; the secret key in a PKCS#12 file is never used.
2. What comes back is the chain, the key's own certificate first, each next one the issuer of the one before.
"""

from __future__ import annotations

from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12
from cryptography.x509.oid import NameOID

from likeness.errors import LikenessError, Refused, Unreadable
from likeness.paper.certificate import LONGEST_NAME, public_key_of
from likeness.paper.pdf_cms import MOST_CERTIFICATES
from likeness.seal.keys import PublicKey, SigningKey

MOST_BYTES = 65_536


def read_chain(data: bytes, key: PublicKey, at: datetime, passphrase: str | None = None) -> tuple[bytes, ...]:
    """Return the chain of `key` in a file, in DER; raise Unreadable or Refused ("certificate-...")."""
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
    return tuple(one.public_bytes(Encoding.DER) for one in chain)


def certificate_request(key: SigningKey, name: str) -> bytes:
    """Return the request (PKCS#10, PEM) with which an agency or authority issues a certificate for a key."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:LONGEST_NAME])])
    asked = x509.CertificateSigningRequestBuilder().subject_name(subject).sign(key.private, hashes.SHA256())
    return asked.public_bytes(Encoding.PEM)


def _certificates(data: bytes, passphrase: str | None) -> list[x509.Certificate]:
    try:
        if b"-----BEGIN" in data:
            return x509.load_pem_x509_certificates(data)
        try:
            return [x509.load_der_x509_certificate(data)]
        except ValueError:
            bag = pkcs12.load_pkcs12(data, passphrase.encode() if passphrase else None)
            first = [bag.cert] if bag.cert else []
            return [one.certificate for one in (*first, *bag.additional_certs)]
    except (ValueError, TypeError, UnicodeError) as why:
        raise Unreadable("certificate-unreadable") from why


def _is_of(certificate: x509.Certificate, key: PublicKey) -> bool:
    try:
        return public_key_of(certificate.public_bytes(Encoding.DER)) == key
    except LikenessError:
        return False
