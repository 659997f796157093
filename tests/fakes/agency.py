"""An agency that certifies keys: the certificate of a key and the agency's own, and the files they come in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

SINCE = datetime(2024, 1, 1, tzinfo=UTC)
AGENCY = "Halden Roe Talent"


def certified(request: bytes, *, days: int = 1_800, size: int = 0) -> tuple[x509.Certificate, x509.Certificate]:
    """Return what an agency issues on a request (PEM), for so many days since 2024, and its own certificate.

    `size` makes both larger by so many bytes of something that only the agency understands.
    """
    asked, key = x509.load_pem_x509_csr(request), ec.generate_private_key(ec.SECP256R1())
    agency = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, AGENCY)])

    def issued(subject: x509.Name, public: object, serial: int) -> x509.Certificate:
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(agency).serial_number(serial)
        made = made.public_key(public).not_valid_before(SINCE).not_valid_after(SINCE + timedelta(days))  # type: ignore[arg-type]
        if size:
            own = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), bytes(size))
            made = made.add_extension(own, critical=False)
        return made.sign(key, hashes.SHA256())

    return issued(asked.subject, asked.public_key(), 5), issued(agency, key.public_key(), 1)


def as_file(chain: tuple[x509.Certificate, ...]) -> bytes:
    """Return certificates as PEM."""
    return b"".join(one.public_bytes(Encoding.PEM) for one in chain)


def as_bag(chain: tuple[x509.Certificate, ...], passphrase: str) -> bytes:
    """Return certificates as a PKCS#12 file without a key, locked."""
    lock = BestAvailableEncryption(passphrase.encode())  # the kind of lock that such files come with
    return pkcs12.serialize_key_and_certificates(b"x", None, chain[0], list(chain[1:]), lock)
