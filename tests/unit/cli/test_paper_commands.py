"""The commands about papers, as a person types them: both languages, copies to be signed, letters, trust in Acrobat."""

import json

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.cli.main import main
from likeness.licence.terms_read import terms_from
from tests.fakes.agency import AGENCY, as_bag, certified
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE, an_office
from tests.fakes.time_authority import answers, serving, stamper

NUMBER = "2026-0001"


@pytest.fixture
def asks(tmp_path, monkeypatch, capsys):
    """Liora's registry with one offered licence, and her command line: exit, JSON, what was said beside."""
    office = an_office(tmp_path, clock=FixedClock("2026-03-02T09:00:00+00:00"))
    office.do(sign_licence, office.do(draft_licence, terms_from(terms_document())).value.number)
    office.close()
    monkeypatch.setenv("LIKENESS_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*words):
        code = main([*map(str, words), "--json", "--registry", str(tmp_path / "liora.registry")])
        said = capsys.readouterr()
        return code, json.loads(said.out), said.err

    return run


def test_a_paper_in_both_languages_is_valid_and_compared(asks, tmp_path):
    code, told, beside = asks("licence", "export", NUMBER, "--to", tmp_path / "out", "--both", "--lang", "fr")
    assert (code, len(told["files"]), beside) == (0, 4, "")
    assert "without_pdf" not in told
    code, report, _ = asks("verify", tmp_path / "out" / f"{NUMBER}.pdf")
    assert (code, report["answer"]) == (3, "not-accepted")
    assert "its page is the one that Likeness makes" in report["steps"][2]["detail"]


def test_a_copy_goes_out_and_comes_back_as_evidence(asks, tmp_path):
    code, told, _ = asks("licence", "export", NUMBER, "--to", tmp_path, "--for-signature", "--both")
    assert (code, told["files"]) == (0, [str(tmp_path / f"{NUMBER}-to-sign.pdf")])
    code, report, _ = asks("verify", told["files"][0])
    assert (code, report["answer"]) == (4, "other")
    code, kept, _ = asks("licence", "accept-outside", NUMBER, told["files"][0], "--note", "by post")
    assert (code, kept["note"], kept["checked"]) == (0, "by post", False)
    _, shown, _ = asks("licence", "show", NUMBER)
    assert (shown["state"], shown["accepted_at"], shown["outside"]) == ("offered", None, [
        {key: value for key, value in kept.items() if key != "number"},
    ])  # fmt: skip
    code, refused, _ = asks("licence", "accept-outside", NUMBER, told["files"][0])
    assert (code, refused["error"]["code"]) == (4, "evidence-known")
    _, left, _ = asks("licence", "outside", NUMBER, "--take-back", kept["id"])
    assert left == {"number": NUMBER, "outside": []}


def test_a_time_stamp_from_an_authority_that_is_named(asks, tmp_path):
    with serving(answers(stamper())) as address:
        asks("licence", "export", NUMBER, "--to", tmp_path, "--time-stamp", address)
    _, report, _ = asks("verify", tmp_path / f"{NUMBER}.pdf")
    assert "An Authority stamped the seal on 24 February 2026" in report["steps"][2]["detail"]
    code, refused, _ = asks("licence", "export", NUMBER, "--to", tmp_path, "--time-stamp", "nowhere")
    assert (code, refused["error"]["code"]) == (4, "authority-address")


def test_letters_that_are_not_here(asks, tmp_path):
    code, told, _ = asks("registry", "fonts")
    assert (code, [one["installed"] for one in told["packs"]]) == (0, [False])
    (tmp_path / "some.ttc").write_bytes(b"no font")
    code, refused, _ = asks("registry", "fonts", tmp_path / "some.ttc")
    assert (code, refused["error"]["code"]) == (4, "unknown-font")
    assert "NotoSansCJK-Regular.ttc" in refused["error"]["message"]


def test_what_others_need_to_trust_the_seal(asks, tmp_path):
    assert asks("registry", "acrobat", "--to", tmp_path / "a.pdf", "--both")[0] == 0
    assert asks("registry", "certificate", "--request", tmp_path / "a.pem")[0] == 0
    code, refused, _ = asks("licence", "export", NUMBER, "--to", tmp_path / "out", "--certificate", tmp_path / "a.pdf")
    assert (code, refused["error"]["code"]) == (4, "certificate-unreadable")
    assert not (tmp_path / "out").exists()


def test_a_certificate_and_an_authority_are_kept_for_every_export(asks, tmp_path, monkeypatch):
    assert asks("registry", "certificate") == (0, {"certificate": None}, "")
    asks("registry", "certificate", "--request", tmp_path / "a.pem")
    (tmp_path / "a.p12").write_bytes(as_bag(certified((tmp_path / "a.pem").read_bytes()), "quite secret"))
    code, refused, _ = asks("registry", "certificate", "--use", tmp_path / "a.p12")
    assert (code, refused["error"]["code"]) == (4, "certificate-unreadable")
    monkeypatch.setenv("LIKENESS_CERTIFICATE_PASSPHRASE", "quite secret")
    code, told, _ = asks("registry", "certificate", "--use", tmp_path / "a.p12")
    assert (code, told["certificate"]["issuer"], told["certificate"]["used"]) == (0, AGENCY, True)
    assert asks("registry", "certificate", "--own")[1] == {"certificate": None}
    assert asks("registry", "time-stamp") == (0, {"authority": None}, "")
    with serving(answers(stamper())) as address:
        assert asks("registry", "time-stamp", address)[1] == {"authority": address}
        assert asks("licence", "export", NUMBER, "--to", tmp_path)[2].startswith(address)
    _, report, _ = asks("verify", tmp_path / f"{NUMBER}.pdf")
    assert "An Authority stamped the seal" in report["steps"][2]["detail"]
    _, _, said = asks("licence", "export", NUMBER, "--to", tmp_path, "--no-time-stamp")  # nobody serves any more
    assert said == ""
    assert "stamped" not in asks("verify", tmp_path / f"{NUMBER}.pdf")[1]["steps"][2]["detail"]
    assert asks("registry", "time-stamp", "nowhere")[1]["error"]["code"] == "authority-address"
    assert asks("registry", "time-stamp", "--off")[1] == {"authority": None}
    assert asks("registry", "certificate", "--own", "--request", tmp_path / "b.pem")[0] == 2
