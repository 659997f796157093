"""A certificate and an authority that are kept for all papers: used when set, and never for another key."""

from datetime import UTC, date, datetime
from io import BytesIO
from random import Random

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader

from likeness.acts.keys.change_key import change_key
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import export_licence
from likeness.acts.licences.kept_wishes import (
    Kept,
    choose_certificate,
    kept_authority,
    kept_chain,
    kept_wishes,
    name_authority,
    use_own_certificate,
)
from likeness.acts.licences.paper_wishes import Wishes, request_certificate, write_signer_sheet
from likeness.acts.licences.sign_licence import sign_licence
from likeness.errors import LikenessError, Unreadable
from likeness.licence.terms_read import terms_from
from likeness.paper.sealing.pdf_cms import LARGE_ROOM_BYTES, check_contents, sign_digest
from likeness.verifier.verify import verify
from tests.fakes.agency import AGENCY, as_bag, as_file, certified
from tests.fakes.licences import terms_document
from tests.fakes.meeting import refusal
from tests.fakes.papers import read_here
from tests.fakes.time_authority import answers, serving, stamper


@pytest.fixture
def number(liora):
    return liora.do(sign_licence, liora.do(draft_licence, terms_from(terms_document())).value.number).value.number


@pytest.fixture
def chain(liora, tmp_path):
    return certified(liora.do(request_certificate, tmp_path / "request.pem").value.read_bytes())


@pytest.fixture
def file(chain, tmp_path):
    path = tmp_path / "from the agency.pem"
    path.write_bytes(as_file(chain))
    return path


def exported(office, number, folder, *wishes):
    paths = office.do(export_licence, number, folder, "en", None, *wishes).value
    return next(path for path in paths if path.suffix == ".pdf").read_bytes()


def carried(data):
    """The certificates in the seal of a paper, in DER, the key's own first."""
    (signature,) = PdfFileReader(BytesIO(data)).embedded_regular_signatures
    return [signature.signer_cert.dump(), *(one.dump() for one in signature.other_embedded_certs)]


def step(data):
    report = verify(data, at=datetime(2026, 4, 1, tzinfo=UTC), read=read_here)
    return next(one.detail for one in report.steps if one.step == "paper")


def test_nothing_is_kept_at_first(liora):
    assert kept_wishes(liora.desk) == Kept()
    assert kept_wishes(liora.desk).own


def test_a_certificate_from_a_file_goes_with_every_paper_until_it_is_taken_away(liora, number, file, chain, tmp_path):
    before = carried(exported(liora, number, tmp_path / "before"))
    told = liora.do(choose_certificate, file).value.certificate
    assert (told.name, told.issuer, told.until) == ("Liora Vantreight", AGENCY, date(2028, 12, 5))
    data = exported(liora, number, tmp_path / "with")
    assert carried(data) == [one.public_bytes(Encoding.DER) for one in chain]
    assert step(data) == "paper-compared"
    liora.do(use_own_certificate)
    assert kept_wishes(liora.desk).own
    assert carried(exported(liora, number, tmp_path / "after")) == before


def test_a_locked_file_opens_with_its_passphrase_which_is_kept_nowhere(liora, chain, tmp_path):
    bag = tmp_path / "a.p12"
    bag.write_bytes(as_bag(chain, "quite secret"))
    for passphrase in (None, "wrong"):
        with pytest.raises(Unreadable, match="certificate-unreadable"):
            liora.do(choose_certificate, bag, passphrase)
    assert kept_wishes(liora.desk).own
    assert liora.do(choose_certificate, bag, "quite secret").value.fits
    rows = liora.registry.settings._db.rows("SELECT value FROM setting")
    assert not any("quite secret" in value or "PRIVATE" in value for (value,) in rows)


def test_a_spoiled_file_is_refused_with_the_reason_or_goes_with_papers_all_the_same(liora, chain, tmp_path):
    dice, told = Random(5), []
    for data in (as_file(chain), chain[0].public_bytes(Encoding.DER)):
        for _ in range(150):
            spoiled = bytearray(data)
            spoiled[dice.randrange(len(data))] = dice.randrange(256)
            (tmp_path / "spoiled").write_bytes(spoiled)
            try:
                kept = liora.do(choose_certificate, tmp_path / "spoiled").value.certificate
            except LikenessError as why:
                told.append(why.code)
                continue
            seal = sign_digest(bytes(32), kept_chain(liora.desk, kept.public), liora.desk.pen())
            assert check_contents(seal.ljust(LARGE_ROOM_BYTES, b"\0"), bytes(32)).public == kept.public
            told.append("kept")
    assert set(told) == {"kept", "certificate-unreadable", "certificate-of-another-key"}


def test_a_certificate_that_no_seal_can_hold_is_not_kept(liora, number, tmp_path):
    request = liora.do(request_certificate, tmp_path / "request.pem").value.read_bytes()
    for size, refused in ((14_900, ""), (15_500, "seal-too-large")):
        (tmp_path / "large.pem").write_bytes(as_file(certified(request, size=size)[:1]))
        if refused:
            assert refusal(liora, choose_certificate, tmp_path / "large.pem") == refused
        else:
            liora.do(choose_certificate, tmp_path / "large.pem")
    assert step(exported(liora, number, tmp_path / "fits")) == "paper-compared"
    with serving(answers(stamper())) as address:
        liora.do(name_authority, address)
        assert refusal(liora, export_licence, number, tmp_path / "both") == "seal-too-large"
    assert not (tmp_path / "both").exists()


def test_a_certificate_of_somebody_elses_key_is_refused(liora, company, tmp_path):
    theirs = certified(company.do(request_certificate, tmp_path / "request.pem").value.read_bytes())
    (tmp_path / "theirs.pem").write_bytes(as_file(theirs))
    assert refusal(liora, choose_certificate, tmp_path / "theirs.pem") == "certificate-of-another-key"


def test_one_that_ran_out_refuses_the_export_and_one_of_a_former_key_stays_behind(liora, number, tmp_path, clock):
    request = liora.do(request_certificate, tmp_path / "request.pem").value.read_bytes()
    (tmp_path / "short.pem").write_bytes(as_file(certified(request, days=800)))
    assert liora.do(choose_certificate, tmp_path / "short.pem").value.ends_soon
    clock.forward(days=60)
    assert refusal(liora, export_licence, number, tmp_path / "out") == "certificate-out-of-date"
    assert not (tmp_path / "out").exists()
    liora.do(change_key)
    kept = kept_wishes(liora.desk)
    assert (kept.fits, kept.own, kept.certificate.issuer) == (False, True, AGENCY)
    newer = liora.do(sign_licence, liora.do(draft_licence, terms_from(terms_document())).value.number).value.number
    assert len(carried(exported(liora, newer, tmp_path / "new"))) == 1


def test_a_file_for_this_very_paper_goes_before_what_is_kept(liora, number, file, chain, tmp_path):
    liora.do(choose_certificate, file)
    (tmp_path / "alone.pem").write_bytes(as_file(chain[:1]))
    data = exported(liora, number, tmp_path / "out", Wishes(certificate=tmp_path / "alone.pem"))
    assert carried(data) == [chain[0].public_bytes(Encoding.DER)]


def test_the_sheet_for_acrobat_shows_the_digits_of_the_certificate_that_papers_carry(liora, file, tmp_path):
    own = liora.do(write_signer_sheet, tmp_path / "own.pdf").value.read_bytes()
    liora.do(choose_certificate, file)
    agencys = liora.do(write_signer_sheet, tmp_path / "agency.pdf").value.read_bytes()
    liora.do(use_own_certificate)
    assert own != agencys
    assert liora.do(write_signer_sheet, tmp_path / "again.pdf").value.read_bytes() == own


def test_an_authority_is_asked_at_every_export_once_it_is_named(liora, number, tmp_path):
    with serving(answers(stamper())) as address:
        assert liora.do(name_authority, f" {address} ").value == kept_authority(liora.desk) == address
        assert step(exported(liora, number, tmp_path / "a")) == "paper-compared-stamped"
    assert refusal(liora, export_licence, number, tmp_path / "b") == "authority-silent"
    assert not (tmp_path / "b").exists()
    liora.do(name_authority, None)
    assert kept_authority(liora.desk) == ""
    assert step(exported(liora, number, tmp_path / "c")) == "paper-compared"


@pytest.mark.parametrize("wrong", ["example.org", "ftp://example.org/", "http://", "https://[", "https://a b.org"])
def test_what_is_no_address_is_refused_and_the_one_before_stays(liora, wrong):
    liora.do(name_authority, "https://example.org/tsa")
    assert refusal(liora, name_authority, wrong) == "authority-address"
    assert kept_authority(liora.desk) == "https://example.org/tsa"
