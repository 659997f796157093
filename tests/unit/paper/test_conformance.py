"""PDF/A-3a and PDF/UA-1 hold on every paper of the house, before it is sealed and after."""

import shutil
import subprocess
from datetime import UTC, datetime

import pytest

from likeness.licence.bundle import read_bundle
from likeness.paper.certificate import issue_certificate
from likeness.paper.licence_paper import Plan, signature_copy
from likeness.paper.signer_sheet import signer_sheet
from tests.fakes.conformance import faults
from tests.fakes.licences import LIORA, SIGNED_AT, accepted
from tests.fakes.papers import a_paper, code, read_here

MADE_AT = datetime(2026, 6, 1, tzinfo=UTC)


def _unsealed(languages):
    data = a_paper(LIORA, languages)
    return data[: read_here("pdf", data).paper.page_bytes]


def _copy():
    return signature_copy(read_bundle(accepted()), Plan(("en", "fr")), code())


def _signer():
    return signer_sheet(("fr", "en"), "Liora Vantreight", issue_certificate(LIORA, "L", SIGNED_AT), MADE_AT)


PAPERS = {
    "sealed": (a_paper, "en", 1, True),
    "sealed, two languages": (lambda: a_paper(LIORA, ("fr", "en")), "fr", 1, True),
    "not sealed yet": (lambda: _unsealed(("en",)), "en", 1, False),
    "not sealed yet, two languages": (lambda: _unsealed(("fr", "en")), "fr", 1, False),
    "a copy to be signed": (_copy, "en", 0, False),
    "how to trust the signer": (_signer, "fr", 0, False),
}


@pytest.mark.parametrize(("made", "language", "attachments", "signed"), PAPERS.values(), ids=PAPERS)
def test_our_own_check_finds_no_fault(made, language, attachments, signed):
    assert faults(made(), language=language, attachments=attachments, signed=signed) == []


def test_our_own_check_can_find_faults():
    wrong = a_paper().replace(b"<pdfuaid:part>1", b"<pdfuaid:part>2")
    assert faults(wrong, language="fr", attachments=0, signed=False) == [
        "says PDF/UA-1", "has its language", "attachments", "attachments are related", "one widget if it is sealed",
    ]  # fmt: skip


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="veraPDF is not installed")
@pytest.mark.parametrize("flavour", ["3a", "ua1"])
@pytest.mark.parametrize("made", [one[0] for one in PAPERS.values()], ids=PAPERS)
def test_verapdf_finds_no_fault(tmp_path, made, flavour):
    path = tmp_path / "a.pdf"
    path.write_bytes(made())
    said = subprocess.run(
        ["verapdf", "-f", flavour, "--format", "text", str(path)], capture_output=True, text=True, check=False
    )
    assert said.stdout.startswith("PASS"), said.stdout


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("made", [one[0] for one in PAPERS.values()], ids=PAPERS)
def test_qpdf_finds_no_fault(tmp_path, made):
    path = tmp_path / "a.pdf"
    path.write_bytes(made())
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("pdfdetach") is None, reason="pdfdetach is not installed")
def test_the_attachment_comes_out_with_another_program(tmp_path):
    path, out = tmp_path / "a.pdf", tmp_path / "a.likeness"
    path.write_bytes(a_paper())
    subprocess.run(["pdfdetach", "-save", "1", "-o", str(out), str(path)], check=True, capture_output=True)
    assert out.read_bytes() == accepted()


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig is not installed")
@pytest.mark.parametrize("languages", [("en",), ("fr", "en")], ids="+".join)
def test_poppler_says_that_the_signature_is_valid_and_covers_everything(tmp_path, languages):
    path = tmp_path / "a.pdf"
    path.write_bytes(a_paper(LIORA, languages))
    said = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid") == 1
    assert "Total document signed" in said


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_the_words_come_out_in_order_with_another_program(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(a_paper())
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    wanted = ["In plain words", "They may", "They may not", "Terms", "Clauses", "Signatures"]
    places = [said.index(f"{heading}\n") for heading in wanted]
    assert places == sorted(places)
    assert said.count("Licence 2026-0041 · ") >= 2  # its number and id on every page
