"""A time stamp authority on this machine: RFC 3161 over HTTP, with pyHanko's stamper behind it, or one on a curve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

from asn1crypto import cms, keys, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

STAMPED_AT = datetime(2026, 2, 24, 15, 9, tzinfo=UTC)


def authority_certificate(key: Any, name: str = "An Authority", *, stamping: bool | None = True) -> x509.Certificate:
    """Return a certificate that may stamp times, or may not, or (None) does not say what it may."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = ExtendedKeyUsageOID.TIME_STAMPING if stamping else ExtendedKeyUsageOID.CLIENT_AUTH
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(77)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2040, 1, 1, tzinfo=UTC))
    )
    if stamping is not None:
        made = made.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
    return made.sign(key, hashes.SHA256())


class CurveStamper(DummyTimeStamper):
    """Signs as pyHanko's stamper does, but with a key on a curve, a SHA-256 name of its certificate and a high s."""

    def _sign_tst_info(self, tst_info_data: bytes, md_algorithm: str, dt: datetime) -> tuple[bytes, cms.CMSAttributes]:
        named = {"certs": [{"cert_hash": sha256(self.tsa_cert.dump()).digest()}]}
        attributes = cms.CMSAttributes(
            [
                {"type": "content_type", "values": ["tst_info"]},
                {"type": "message_digest", "values": [sha256(tst_info_data).digest()]},
                {"type": "signing_certificate_v2", "values": [tsp.SigningCertificateV2(named)]},
            ]
        )
        key: Any = serialization.load_der_private_key(self.tsa_key.dump(), None)
        return key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256())), attributes


def stamper(*, curve: bool = False, stamping: bool | None = True) -> DummyTimeStamper:
    """Return an authority that always says the same time."""
    key: Any = ec.generate_private_key(ec.SECP384R1()) if curve else rsa.generate_private_key(65537, 2048)
    held = asn1_x509.Certificate.load(
        authority_certificate(key, stamping=stamping).public_bytes(serialization.Encoding.DER)
    )
    secret = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    kind = CurveStamper if curve else DummyTimeStamper
    return kind(held, keys.PrivateKeyInfo.load(secret), fixed_dt=STAMPED_AT)


def answers(with_: DummyTimeStamper) -> Callable[[bytes], bytes]:
    """Return what answers a request."""
    return lambda asked: bytes(with_.request_tsa_response(tsp.TimeStampReq.load(asked)).dump())


@contextmanager
def serving(answer: Callable[[bytes], bytes]) -> Iterator[str]:
    """Serve on this machine; gives the address."""

    class Handler(_Quiet):
        def do_POST(self) -> None:
            told = answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        def do_GET(self) -> None:
            self.do_POST()

    with _served(Handler) as address:
        yield address


@contextmanager
def sending_on(to: str, status: int) -> Iterator[str]:
    """Serve somebody who sends whoever asks to another address; gives the first one."""

    class Handler(_Quiet):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Location", to)
            self.send_header("Content-Length", "0")
            self.end_headers()

    with _served(Handler) as address:
        yield address


class _Quiet(BaseHTTPRequestHandler):
    def log_message(self, *_said: object) -> None:
        """Say nothing."""


@contextmanager
def _served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
