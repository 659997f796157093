import shutil
import subprocess
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from asn1crypto import cms
from cryptography import x509

from likeness.errors import Unreadable
from likeness.paper.sealing.certificate import issue_certificate, read_certificate
from likeness.paper.sealing.pdf_cms import ROOM_BYTES, Seal, check_contents, sign_digest
from likeness.verifier.pdf_rules import read_sealed_pdf
from tests.fakes.licences import LIORA, SIGNED_AT, STRANGER, accepted
from tests.fakes.papers import page, sealed

DIGEST = sha256(b"a document").digest()
CERTIFICATE = issue_certificate(LIORA, "Liora Vantreight", SIGNED_AT)
CHAIN = (CERTIFICATE.der,)
CONTENTS = sign_digest(DIGEST, CHAIN, LIORA).ljust(ROOM_BYTES, b"\0")


def test_an_independent_library_reads_the_certificate():
    parsed = x509.load_der_x509_certificate(CERTIFICATE.der)
    parsed.verify_directly_issued_by(parsed)
    assert parsed.subject == parsed.issuer
    assert parsed.subject.rfc4514_string() == "CN=Liora Vantreight"
    assert parsed.not_valid_before_utc == datetime(2026, 2, 24, tzinfo=UTC)
    assert parsed.not_valid_after_utc.year == 9999
    assert read_certificate(CERTIFICATE.der) == CERTIFICATE


def test_a_long_name_is_cut_and_still_reads():
    long = issue_certificate(LIORA, "\u5c71" * 200, SIGNED_AT)
    assert long.name == "\u5c71" * 64
    assert read_certificate(long.der) == long
    assert len(sign_digest(DIGEST, (long.der,), LIORA)) <= ROOM_BYTES


def test_every_changed_bit_of_a_certificate_is_refused():
    der = CERTIFICATE.der
    for place in range(len(der)):
        for bit in (1, 0x20, 0x80):
            with pytest.raises(Unreadable):
                read_certificate(der[:place] + bytes([der[place] ^ bit]) + der[place + 1 :])


def test_the_signature_is_about_this_document_alone():
    assert check_contents(CONTENTS, DIGEST) == Seal(LIORA.public, CHAIN)
    with pytest.raises(Unreadable):
        check_contents(CONTENTS, sha256(b"another").digest())
    with pytest.raises(Unreadable):
        check_contents(sign_digest(DIGEST, CHAIN, STRANGER).ljust(ROOM_BYTES, b"\0"), DIGEST)


def test_every_changed_byte_of_the_contents_is_refused():
    for place in range(ROOM_BYTES):
        spoiled = CONTENTS[:place] + bytes([CONTENTS[place] ^ 1 << place % 8]) + CONTENTS[place + 1 :]
        with pytest.raises(Unreadable):
            check_contents(spoiled, DIGEST)


def test_an_independent_reading_of_the_cms():
    signed = cms.ContentInfo.load(CONTENTS)["content"]
    signer = signed["signer_infos"][0]
    attributes = {attribute["type"].native for attribute in signer["signed_attrs"]}
    assert attributes == {"content_type", "message_digest", "signing_certificate_v2"}
    certificate = x509.load_der_x509_certificate(CERTIFICATE.der)
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    public = certificate.public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    public.verify(signer["signature"].native, signer["signed_attrs"].untag().dump(), ec.ECDSA(hashes.SHA256()))


def test_the_page_stands_unchanged_in_front():
    assert sealed().startswith(page() + b"\n")
    assert read_sealed_pdf(sealed()).attachment == accepted()
    assert read_sealed_pdf(sealed()).key == LIORA.public.encoded


def test_pyhanko_finds_a_certifying_signature_over_the_whole_file():
    from io import BytesIO

    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.fields import MDPPerm
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    (signature,) = PdfFileReader(BytesIO(sealed()), strict=True).embedded_regular_signatures
    signature.compute_integrity_info()
    assert signature.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert signature.docmdp_level is MDPPerm.NO_CHANGES
    assert signature.compute_digest() == _digest(signature)


def _digest(signature):
    attributes = signature.signer_info["signed_attrs"]
    return next(a["values"][0].native for a in attributes if a["type"].native == "message_digest")


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig is not installed")
def test_pdfsig_agrees(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(sealed())
    said = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid") == 1
    assert "Total document signed" in said


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_no_fault(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(sealed())
    assert subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not installed")
def test_the_printed_code_reads(tmp_path):
    from likeness.paper.qr.qr_payload import qr_text
    from likeness.paper.qr.qr_read import read_codes

    (tmp_path / "a.pdf").write_bytes(sealed())
    subprocess.run(
        ["pdftoppm", "-r", "300", "-png", "-f", "1", "-l", "1", str(tmp_path / "a.pdf"), str(tmp_path / "p")],
        check=True,
    )
    (picture,) = tmp_path.glob("p*.png")
    assert read_codes(picture.read_bytes()) == [qr_text(accepted())]
