"""Papers of a licence: in two languages, to be signed elsewhere, with a time stamp, and by whom they can be sealed."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader

from likeness.acts.check_registry import check_registry
from likeness.acts.checking.take_in import take_in
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.keys.export_page import name_host
from likeness.acts.keys.give_word import Scope, delegate
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.accept_outside import accept_outside, outside_papers, take_back_outside
from likeness.acts.licences.draft_licence import draft_licence, the_licence
from likeness.acts.licences.export_licence import bundle_of, export_copy, export_licence, sealed_by_others
from likeness.acts.licences.paper_wishes import Wishes, first_day, request_certificate, write_signer_sheet
from likeness.acts.licences.receive_licence import receive_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.rules.read_caveats import caveats_here
from likeness.errors import Refused
from likeness.licence.terms_read import terms_from
from likeness.paper.setting.fonts import packs
from likeness.seal.keys import PublicKey
from likeness.values.money import Money
from likeness.verifier.verify import verify
from tests.fakes.grants import grant
from tests.fakes.licences import a_licence, signed, terms_document
from tests.fakes.meeting import key_of, meet, refusal
from tests.fakes.papers import read_here
from tests.fakes.time_authority import answers, serving, stamper

AGENT = {"name": "Halden Roe Talent", "capacity": "agent", "authority": "power of attorney of 3 March 2025"}


def _pdf(paths):
    return next(path for path in paths if path.suffix == ".pdf").read_bytes()


def _step(data, step="paper"):
    report = verify(data, at=datetime(2026, 4, 1, tzinfo=UTC), read=read_here)
    return report.answer, next(one.detail for one in report.steps if one.step == step)


def test_both_sides_seal_the_same_licence_and_both_papers_are_compared(liora, company, tmp_path):
    number = grant(liora, company)
    theirs = next(row.number for row in company.registry.licences.all(company.clock.now()))
    for office, name, wishes in ((liora, number, Wishes(both=True)), (company, theirs, Wishes())):
        data = _pdf(office.do(export_licence, name, tmp_path / office.owner.name, "fr", None, wishes).value)
        assert _step(data) == ("unknown-signer", "paper-compared")


def test_letters_that_no_page_can_show_are_told_while_there_is_time(liora, tmp_path):
    def told(title):
        found = caveats_here(liora.desk, terms_from(terms_document(project={"id": "p", "title": title})))
        return {one.rule: one.value for one in found if "letters" in one.rule}

    assert told("Harbour Nine") == told("Le café d’Łódź, 2ᵉ saison") == {}
    assert told("สวัสดี \U0001f600") == {"no-letters": "ส ว ั ด ี \U0001f600"}
    terms = terms_from(terms_document(project={"id": "p", "title": "Harbour \U0001f600"}))
    number = liora.do(sign_licence, liora.do(draft_licence, terms).value.number).value.number
    with pytest.raises(Refused, match="no-glyph"):
        liora.do(export_licence, number, tmp_path)


@pytest.mark.parametrize(("missing", "told"), [(packs()[0], {"letters-to-add": "港"}), (None, {})])
def test_letters_of_a_font_file_that_is_not_here_are_told_with_where_to_add_it(liora, monkeypatch, missing, told):
    monkeypatch.setattr("likeness.paper.setting.glyphs.lacks_pack", lambda _letter: missing)
    terms = terms_from(terms_document(project={"id": "p", "title": "港"}))
    found = caveats_here(liora.desk, terms)
    assert {one.rule: one.value for one in found if "letters" in one.rule} == told


@pytest.mark.parametrize("number", ["../../evil", "/evil", "a/b", "..", "CON"])
def test_a_number_of_somebody_else_names_no_place_outside_the_folder(company, tmp_path, number):
    """It once did: whoever exported a licence that she was sent wrote files wherever its number said."""
    with company.registry.transaction():
        receive_licence(company.desk, signed(a_licence(number=number)))
    before, folder = {*tmp_path.rglob("*")}, tmp_path / "a" / "b" / "out"
    folder.mkdir(parents=True)
    written = company.do(export_licence, number, folder).value
    written.append(company.do(export_copy, number, folder).value)
    assert {path.parent for path in written} == {folder}
    assert {*tmp_path.rglob("*")} - before - {*folder.parents, folder} == set(written)


def test_a_paper_whose_code_has_an_address_is_compared_too(liora, tmp_path):
    terms = terms_from(terms_document(zone="America/Los_Angeles"))
    row = liora.do(sign_licence, liora.do(draft_licence, terms).value.number).value
    plain = _pdf(liora.do(export_licence, row.number, tmp_path / "plain").value)
    liora.do(name_host, "example.org")
    data = _pdf(liora.do(export_licence, row.number, tmp_path / "host").value)
    assert data != plain
    assert _step(data)[1] == _step(plain)[1] == "paper-compared"


def test_all_papers_of_a_key_carry_one_certificate(liora, tmp_path, clock):
    found = []
    for day in range(2):
        clock.forward(days=day)
        row = liora.do(sign_licence, liora.do(draft_licence, terms_from(terms_document())).value.number).value
        data = _pdf(liora.do(export_licence, row.number, tmp_path / str(day)).value)
        (signature,) = PdfFileReader(BytesIO(data)).embedded_regular_signatures
        found.append(signature.signer_cert.dump())
    assert found[0] == found[1]
    born = first_day(liora.desk, PublicKey(liora.owner.public_key))
    assert x509.load_der_x509_certificate(found[0]).not_valid_before_utc == born


def test_a_time_stamp_is_asked_for_only_where_an_authority_is_named(liora, tmp_path):
    row = liora.do(sign_licence, liora.do(draft_licence, terms_from(terms_document())).value.number).value
    with serving(answers(stamper())) as address:
        wishes = Wishes(authority=address)
        data = _pdf(liora.do(export_licence, row.number, tmp_path / "a", "en", None, wishes).value)
    assert _step(data)[1] == "paper-compared-stamped"
    assert refusal(liora, export_licence, row.number, tmp_path / "b", "en", None, wishes) == "authority-silent"
    assert not (tmp_path / "b").exists()


def test_an_agent_seals_what_she_signed_and_the_performer_is_told_why_she_cannot(liora, agency, tmp_path):
    agency.do(record_double, NewDouble("liora-voice-2025", "voice-model", "Voice", performer="liora"))
    meet(liora, agency)
    wide, until = Scope(("*",), ("*",), ("*",), Money(2_000_000, "EUR")), datetime(2027, 1, 1, tzinfo=UTC)
    agency.do(take_in, liora.do(delegate, key_of(agency), wide, until).value.data)
    terms = terms_from(terms_document(grantor=AGENT))
    row = agency.do(sign_licence, agency.do(draft_licence, terms).value.number).value
    data = _pdf(agency.do(export_licence, row.number, tmp_path / "agency").value)
    assert _step(data) == ("unknown-signer", "paper-compared")
    assert not sealed_by_others(agency.desk, row.number)
    liora.do(take_in, bundle_of(agency.desk, row).data)
    assert sealed_by_others(liora.desk, row.number)
    paths = liora.do(export_licence, row.number, tmp_path / "liora").value
    assert {path.suffix for path in paths} == {".likeness", ".png", ".tlog-proof"}
    copy = liora.do(export_copy, row.number, tmp_path / "copy").value
    assert copy.exists()


def test_a_copy_to_be_signed_is_not_sealed_carries_nothing_and_is_no_licence(liora, tmp_path):
    row = liora.do(sign_licence, liora.do(draft_licence, terms_from(terms_document())).value.number).value
    path = liora.do(export_copy, row.number, tmp_path, "fr").value
    data = path.read_bytes()
    assert path.name == f"{row.number}-to-sign.pdf"
    reader = PdfFileReader(BytesIO(data), strict=True)
    assert "/AcroForm" not in reader.root
    assert "/AF" not in reader.root
    assert _step(data, "read") == ("other", "signature-copy")
    assert _step(data + b"signed by another tool", "read") == ("other", "signature-copy")
    assert liora.do(export_copy, row.number, tmp_path / "again", "fr").value.read_bytes() == data


def test_a_copy_signed_elsewhere_is_evidence_and_changes_nothing(liora, tmp_path):
    row = liora.do(sign_licence, liora.do(draft_licence, terms_from(terms_document())).value.number).value
    signed = tmp_path / "signed by them.pdf"
    signed.write_bytes(b"%PDF-1.7 signed somewhere")
    paper = liora.do(accept_outside, row.number, signed, "came by post").value
    assert [one.name for one in outside_papers(liora.desk, row.number)] == ["signed by them.pdf"]
    after = the_licence(liora.desk, row.number)
    assert (after.state, after.accepted) == ("offered", False)
    assert refusal(liora, accept_outside, row.number, signed) == "evidence-known"
    assert check_registry(liora.desk) == []
    liora.do(take_back_outside, row.number, paper.id)
    assert outside_papers(liora.desk, row.number) == []
    assert refusal(liora, take_back_outside, row.number, paper.id) == "unknown-evidence"
    draft = liora.do(draft_licence, terms_from(terms_document())).value.number
    assert refusal(liora, accept_outside, draft, signed) == "not-signed"
    tags = [leaf.tag for leaf in liora.registry.journal.leaves()]
    assert tags.count("accepted-outside") == tags.count("accepted-outside-removed") == 1


def test_what_others_need_to_trust_the_key(liora, tmp_path):
    request = liora.do(request_certificate, tmp_path / "key.pem").value.read_bytes()
    asked = x509.load_pem_x509_csr(request)
    assert asked.is_signature_valid
    assert asked.subject.rfc4514_string() == "CN=Liora Vantreight"
    sheet = liora.do(write_signer_sheet, tmp_path / "trust.pdf", "fr", both=True).value
    assert sheet.read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_company_accepts_what_it_got_as_a_file_though_its_paper_has_two_languages(liora, company, tmp_path, language):
    row = liora.do(sign_licence, liora.do(draft_licence, terms_from(terms_document())).value.number).value
    wishes = Wishes(both=True)
    paths = liora.do(export_licence, row.number, tmp_path, language, None, wishes).value
    data = next(path for path in paths if path.suffix == ".likeness").read_bytes()
    assert company.do(accept_licence, data).value.state == "in-force"
