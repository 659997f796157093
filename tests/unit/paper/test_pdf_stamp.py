"""Certificates of others and time stamps in the seal: asked for, brought into one form, and held to every byte."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from random import Random

import pytest
from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader

from likeness.errors import LikenessError, Refused, Unreadable
from likeness.paper.sealing.certificate_file import certificate_request, read_chain
from likeness.paper.sealing.pdf_cms import LARGE_ROOM_BYTES
from likeness.paper.sealing.pdf_seal import Extras
from likeness.paper.sealing.pdf_stamp import Stamp, check_stamp, keep_stamp, stamp_request
from likeness.paper.sealing.time_authority import ask_for_stamp
from likeness.verifier import pdf_rules
from likeness.verifier.verify import verify
from tests.fakes.licences import ACCEPTED_AT, LIORA, STRANGER
from tests.fakes.papers import a_paper, read_here
from tests.fakes.time_authority import STAMPED_AT, answers, sending_on, serving, stamper

SIGNATURE, NONCE = b"a signature", 4_711
RSA, CURVE = stamper(), stamper(curve=True)
TODAY = datetime(2026, 6, 1, tzinfo=UTC)


def _token(of):
    return keep_stamp(answers(of)(stamp_request(SIGNATURE, NONCE)), SIGNATURE, NONCE)


@pytest.fixture(scope="module")
def authority_key():
    return ec.generate_private_key(ec.SECP256R1())


@pytest.fixture(scope="module")
def chain(authority_key):
    """A certificate of Liora's key from an agency, and the agency's own."""
    agency = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Halden Roe Talent")])

    def issued(subject, key, serial):
        made = x509.CertificateBuilder().subject_name(subject).issuer_name(agency).public_key(key).serial_number(serial)
        made = made.not_valid_before(TODAY - timedelta(900)).not_valid_after(TODAY + timedelta(900))
        return made.sign(authority_key, hashes.SHA256())

    request = x509.load_pem_x509_csr(certificate_request(LIORA, "Liora Vantreight"))
    assert request.is_signature_valid
    return issued(request.subject, request.public_key(), 5), issued(agency, authority_key.public_key(), 1)


@pytest.mark.parametrize("of", [RSA, CURVE], ids=["rsa", "curve"])
def test_a_stamp_says_when_and_by_whom(of):
    assert check_stamp(_token(of), SIGNATURE) == Stamp(STAMPED_AT, "An Authority")


@pytest.mark.parametrize("of", [RSA, CURVE], ids=["rsa", "curve"])
def test_no_byte_of_a_stamp_can_be_another(of):
    token = _token(of)
    for place in range(len(token)):
        spoiled = token[:place] + bytes([token[place] ^ 1 << place % 8]) + token[place + 1 :]
        with pytest.raises(Unreadable):
            check_stamp(spoiled, SIGNATURE)


def test_a_stamp_is_about_one_signature_and_one_request():
    with pytest.raises(Unreadable, match="stamp-of-another"):
        check_stamp(_token(RSA), b"another signature")
    with pytest.raises(Unreadable, match="stamp-of-another"):
        keep_stamp(answers(RSA)(stamp_request(SIGNATURE, NONCE)), SIGNATURE, NONCE + 1)
    with pytest.raises(Unreadable, match="stamp-of-another"):
        keep_stamp(answers(RSA)(stamp_request(b"another", NONCE)), SIGNATURE, NONCE)


@pytest.mark.parametrize("curve", [True, False])
def test_whoever_may_not_stamp_times_does_not(curve):
    with pytest.raises(Unreadable, match="stamp-shape"):
        _token(stamper(curve=curve, stamping=False))


def test_an_authority_that_refuses_or_talks_nonsense():
    refused = tsp.PKIStatusInfo({"status": "rejection"}).dump()
    whole = b"\x30" + bytes([len(refused)]) + refused
    for answer in (whole, b"", b"\x30\x00", b"<html>", b"\x30\x84\xff\xff\xff\xff"):
        with pytest.raises(Unreadable, match="stamp-"):
            keep_stamp(answer, SIGNATURE, NONCE)


@pytest.mark.parametrize("of", [RSA, CURVE], ids=["rsa", "curve"])
def test_a_spoiled_answer_is_refused_with_the_reason(of):
    dice, good, told = Random(3), answers(of)(stamp_request(SIGNATURE, NONCE)), set()
    for _ in range(1_000):
        spoiled = bytearray(good)
        spoiled[dice.randrange(len(good))] = dice.choice((0, 0x30, 0x80, 0xFF, dice.randrange(256)))
        try:
            check_stamp(keep_stamp(bytes(spoiled), SIGNATURE, NONCE), SIGNATURE)
        except LikenessError as why:
            told.add(why.code)
    assert {"stamp-shape"} <= told <= {"stamp-shape", "stamp-of-another", "stamp-refused"}


def test_an_authority_whose_certificate_does_not_say_what_it_is_for_is_refused():
    with pytest.raises(Unreadable, match="stamp-shape"):
        _token(stamper(stamping=None))


def test_it_is_asked_over_http_and_only_there():
    with serving(answers(CURVE)) as address:
        assert check_stamp(ask_for_stamp(address, SIGNATURE, NONCE), SIGNATURE).at == STAMPED_AT
    with pytest.raises(Refused, match="authority-silent"):
        ask_for_stamp(address, SIGNATURE, NONCE)
    for wrong in ("file:///etc/passwd", "example.org", "ftp://example.org/", "http://", ""):
        with pytest.raises(Refused, match="authority-address"):
            ask_for_stamp(wrong, SIGNATURE, NONCE)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nobody_is_asked_whom_she_did_not_name(status):
    asked = []

    def answer(request):
        asked.append(request)
        return b""

    silent = pytest.raises(Refused, match="authority-silent")
    with serving(answer) as other, sending_on(other, status) as named, silent:
        ask_for_stamp(named, SIGNATURE, NONCE)
    assert asked == []


def _stamped(of, chain=()):
    def stamp(signature):
        return keep_stamp(answers(of)(stamp_request(signature, NONCE)), signature, NONCE)

    return a_paper(LIORA, ("en",), Extras(chain, stamp))


def _step(data):
    report = verify(data, at=ACCEPTED_AT, read=read_here)
    assert report.answer == "unknown-signer"
    return next(step for step in report.steps if step.step == "paper")


def test_a_stamped_paper_says_where_its_time_comes_from():
    step = _step(_stamped(RSA))
    assert step.detail == "paper-compared-stamped"
    assert "An Authority stamped the seal on 24 February 2026" in step.words("en")
    assert "n’a pas été vérifié" in step.words("fr")


def test_a_paper_may_carry_the_certificate_of_an_agency(chain):
    ders = tuple(one.public_bytes(serialization.Encoding.DER) for one in chain)
    for data in (
        a_paper(LIORA, ("en",), Extras(ders)),
        a_paper(LIORA, ("en",), Extras(ders[:1])),
        _stamped(CURVE, ders),
    ):
        assert _step(data).detail.startswith("paper-compared")


def test_the_certificate_of_another_key_seals_nothing(chain):
    own = a_paper(LIORA, ("en",), Extras((chain[1].public_bytes(serialization.Encoding.DER),)))
    assert verify(own, at=ACCEPTED_AT, read=read_here).answer == "altered"


PARTS = 4


@pytest.fixture(scope="module")
def large(chain):
    """A paper with a stamp and certificates, its signature dictionary, and where its /Contents stands in the file."""
    data = _stamped(CURVE, tuple(one.public_bytes(serialization.Encoding.DER) for one in chain))
    signature = PdfFileReader(BytesIO(data), strict=True).root["/AcroForm"]["/Fields"][0]["/V"]
    before, after = (int(number) for number in list(signature["/ByteRange"])[1:3])
    assert pdf_rules._check_coverage(data, signature).stamp == Stamp(STAMPED_AT, "An Authority")
    return data, signature, before, after


@pytest.mark.parametrize("part", range(PARTS))
def test_no_byte_of_a_large_seal_can_be_another(large, part):
    """Every byte of /Contents, the zeros after the signature too: one bit of one of its two digits, both by turns."""
    data, signature, before, after = large
    tried = 0
    for byte in range(part, (after - before - 2) // 2, PARTS):
        place = before + 1 + 2 * byte + byte // PARTS % 2
        digit = b"%X" % (int(data[place : place + 1], 16) ^ 1 << byte // PARTS // 2 % 4)
        with pytest.raises(LikenessError):
            pdf_rules._check_coverage(data[:place] + digit + data[place + 1 :], signature)
        tried += 1
    assert tried * PARTS == LARGE_ROOM_BYTES


def test_the_brackets_of_a_large_seal_and_its_small_letters_are_held(large):
    data, signature, before, after = large
    letters = [place for place in range(before, after) if data[place : place + 1].isalpha()]
    for place in [before, after - 1, *letters[:: len(letters) // 200]]:
        spoiled = data[:place] + bytes([data[place] ^ 0x20]) + data[place + 1 :]
        with pytest.raises((LikenessError, *pdf_rules.FOREIGN_FAULTS)):
            pdf_rules._check_coverage(spoiled, signature)


def test_chains_come_from_pem_der_and_pkcs12(chain, authority_key):
    pem = b"".join(one.public_bytes(serialization.Encoding.PEM) for one in reversed(chain))
    ders = tuple(one.public_bytes(serialization.Encoding.DER) for one in chain)
    lock = serialization.BestAvailableEncryption(b"secret")
    bag = pkcs12.serialize_key_and_certificates(b"x", None, chain[0], [chain[1]], lock)
    assert read_chain(pem, LIORA.public, TODAY) == ders
    assert read_chain(ders[0], LIORA.public, TODAY) == ders[:1]
    assert read_chain(bag, LIORA.public, TODAY, "secret") == ders
    with pytest.raises(Unreadable, match="certificate-unreadable"):
        read_chain(bag, LIORA.public, TODAY, "wrong")
    with pytest.raises(Unreadable, match="certificate-unreadable"):
        read_chain(b"nothing", LIORA.public, TODAY)
    with pytest.raises(Refused, match="certificate-of-another-key"):
        read_chain(pem, STRANGER.public, TODAY)
    with pytest.raises(Refused, match="certificate-out-of-date"):
        read_chain(pem, LIORA.public, TODAY + timedelta(2000))


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig is not installed")
def test_poppler_takes_a_stamped_seal_with_an_agencys_certificate(tmp_path, chain):
    path = tmp_path / "a.pdf"
    path.write_bytes(_stamped(RSA, tuple(one.public_bytes(serialization.Encoding.DER) for one in chain)))
    said = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid") == 1
    assert "Total document signed" in said


def test_the_stamp_stands_where_other_programs_look_for_it():
    (signature,) = PdfFileReader(BytesIO(_stamped(RSA)), strict=True).embedded_regular_signatures
    unsigned = {one["type"].native: one["values"][0] for one in signature.signer_info["unsigned_attrs"]}
    info = unsigned["signature_time_stamp_token"]["content"]["encap_content_info"]["content"].parsed
    imprint = info["message_imprint"]["hashed_message"].native
    assert imprint == sha256(signature.signer_info["signature"].native).digest()
    assert info["gen_time"].native == STAMPED_AT
