"""What goes with every PDF, as the Settings screen decides it: without a window."""

from hashlib import sha256

import pytest

from likeness.acts.licences.kept_wishes import kept_authority, kept_wishes
from likeness.acts.licences.paper_wishes import request_certificate
from likeness.paper.setting import fonts
from tests.fakes.agency import AGENCY, as_bag, as_file, certified
from tests.fakes.film import filmed
from tests.fakes.offices import an_office
from ui.kit.trouble import words_of
from ui.kit.words import choose_language
from ui.screens.settings import papering
from ui.screens.settings.presenter import SettingsPresenter

pytestmark = pytest.mark.usefixtures("no_letters")


@pytest.fixture
def settings(office):
    presenter, film = filmed(SettingsPresenter, office)
    return presenter.paper, film, office


@pytest.fixture
def chain(office, tmp_path):
    return certified(office.do(request_certificate, tmp_path / "request.pem").value.read_bytes())


def test_at_first_nothing_is_kept_nobody_is_asked_and_it_says_so(settings):
    _paper, film, _office = settings
    paper = film.last.paper
    assert (paper.own, paper.authority, paper.letters_here, paper.certificate_print) == (True, "", False, "")
    assert paper.certificate.startswith("Your PDFs carry the certificate that Likeness makes")
    assert paper.authority_words == "Nobody is asked. PDFs state the time of your computer."
    assert paper.letters.startswith("Not installed. Get the file NotoSansCJK-Regular.ttc")
    assert paper.letters_print.replace(" ", "").replace("\n", "") == fonts.packs()[0].sha256


def test_a_certificate_is_taken_out_of_a_file_and_given_up(settings, chain, tmp_path):
    paper, film, office = settings
    (tmp_path / "agency.pem").write_bytes(as_file(chain))
    paper.choose(tmp_path / "agency.pem")
    shown = film.last.paper
    assert f"issued by {AGENCY}, valid until 5 December 2028" in shown.certificate
    assert len(shown.certificate_print.split()) == 16
    assert not shown.own
    paper.own()
    assert film.last.paper.own
    assert kept_wishes(office.desk).own
    assert film.told[-1] == "PDFs carry your own certificate"


def test_a_certificate_that_is_nearly_over_says_so(settings, office, tmp_path):
    paper, film, _office = settings
    request = office.do(request_certificate, tmp_path / "r.pem").value.read_bytes()
    for days, soon in ((800, True), (1_800, False)):  # since 2024: until March 2026, which is now, and December 2028
        (tmp_path / "a.pem").write_bytes(as_file(certified(request, days=days)))
        paper.choose(tmp_path / "a.pem")
        assert film.last.paper.ends_soon == soon
        assert ("Ask for a new one" in film.last.paper.certificate) == soon


def test_a_locked_file_asks_for_its_passphrase_and_a_wrong_one_is_said_under_it(settings, chain, tmp_path):
    paper, film, office = settings
    (tmp_path / "agency.P12").write_bytes(as_bag(chain, "quite secret"))
    paper.choose(tmp_path / "agency.P12")
    assert film.told == [("ask_passphrase", "agency.P12")]
    assert kept_wishes(office.desk).own
    paper.unlock("wrong")
    assert film.told[-1][:2] == ("paper_wrong", "passphrase")
    assert "its passphrase is wrong" in film.told[-1][2]
    paper.unlock("quite secret")
    assert film.told[-2:] == [("ask_passphrase", ""), "PDFs now carry the certificate in agency.P12"]
    assert not film.last.paper.own
    assert not film.failures


def test_a_file_that_is_no_certificate_or_of_another_key_is_told_and_changes_nothing(
    settings, company_request, tmp_path
):
    paper, film, office = settings
    (tmp_path / "a.pem").write_bytes(b"nothing")
    (tmp_path / "theirs.pem").write_bytes(as_file(certified(company_request)))
    for name in ("a.pem", "theirs.pem", "not there.pem"):
        paper.choose(tmp_path / name)
    assert [why.code for why in film.failures] == [
        "certificate-unreadable", "certificate-of-another-key", "no-such-file",
    ]  # fmt: skip
    assert all(words_of(why) for why in film.failures)
    assert kept_wishes(office.desk).own


@pytest.fixture
def company_request(tmp_path, clock):
    company = an_office(tmp_path / "theirs", "Tidewrack Pictures Ltd", "company", clock)
    request = company.do(request_certificate, tmp_path / "theirs.csr").value.read_bytes()
    company.close()
    return request


def test_an_authority_is_named_said_wrong_under_its_field_and_given_up(settings):
    paper, film, office = settings
    paper.ask_authority("  https://tsa.example.org/rfc3161 ")
    assert film.last.paper.authority == kept_authority(office.desk) == "https://tsa.example.org/rfc3161"
    assert "fingerprint of the signature to https://tsa.example.org/rfc3161" in film.last.paper.authority_words
    paper.ask_authority("nowhere")
    assert film.told[-1][:2] == ("paper_wrong", "authority")
    assert film.told[-1][2].startswith("nowhere is not the address of a time stamp authority.")
    assert kept_authority(office.desk)
    paper.ask_authority(" ")
    assert (kept_authority(office.desk), film.told[-1]) == ("", "Nobody is asked for the time")


def test_letters_are_added_from_the_one_file_that_is_known(settings, tmp_path, monkeypatch):
    paper, film, _office = settings
    (tmp_path / "some.ttc").write_bytes(b"no font")
    paper.add_letters(tmp_path / "some.ttc")
    assert [why.code for why in film.failures] == ["unknown-font"]
    assert film.told[-1] == ("working", "")
    (pack,) = fonts.packs()
    small = fonts.Pack(pack.id, pack.file, sha256(b"letters").hexdigest(), 7, "", "", ())
    for where in (fonts, papering):
        monkeypatch.setattr(where, "packs", lambda: (small,))
    (tmp_path / "right.ttc").write_bytes(b"letters")
    paper.add_letters(tmp_path / "right.ttc")
    assert film.last.paper.letters_here
    assert film.last.paper.letters == "NotoSansCJK-Regular.ttc is installed, whole and unchanged."


def test_the_request_and_the_sheet_are_written(settings, tmp_path):
    paper, film, _office = settings
    paper.save_request(tmp_path / "a.pem")
    assert (tmp_path / "a.pem").read_bytes().startswith(b"-----BEGIN CERTIFICATE REQUEST-----")
    paper.save_sheet(tmp_path / "one.pdf", both=False)
    paper.save_sheet(tmp_path / "two.pdf", both=True)
    assert (tmp_path / "one.pdf").read_bytes() != (tmp_path / "two.pdf").read_bytes()
    assert film.told[-1] == "Sheet saved in two.pdf"
    (tmp_path / "taken").write_text("a file")
    paper.save_sheet(tmp_path / "taken" / "a.pdf", both=False)
    assert words_of(film.failures[0])
    assert film.told[-1] == ("working", "")


def test_it_speaks_french(settings):
    paper, film, _office = settings
    choose_language("fr")
    paper.read()
    assert film.last.paper.certificate.startswith("Vos PDF portent le certificat")
    assert film.last.paper.letters.startswith("Non installé.")
