"""PDF/A-3a and PDF/UA-1 hold on every page the house prints, in each language, before it is sealed and after."""

import shutil
import subprocess

import pytest

from likeness.paper.letters.letter import KINDS
from tests.fakes.conformance import faults
from tests.fakes.every_page import an_office_with_everything, every_page
from tests.fakes.licences import accepted
from tests.fakes.papers import a_paper
from tests.fakes.shared import CHECKOUT

PAGES = every_page()
SEALED = [name for name, page in PAGES.items() if page.sealed]


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = an_office_with_everything(tmp_path_factory.mktemp("office"))
    yield made
    made.close()


@pytest.fixture
def file(office, tmp_path):
    """Write a page of that name, for another program to look at."""

    def write(name):
        path = tmp_path / "a.pdf"
        path.write_bytes(PAGES[name].made(office))
        return str(path)

    return write


@pytest.mark.parametrize("name", PAGES)
def test_our_own_check_finds_no_fault(office, name):
    page = PAGES[name]
    data = page.made(office)
    assert page.mark.encode() in data
    assert faults(data, language=page.language, attachments=page.attachments, signed=page.sealed) == []


def test_every_template_and_every_kind_of_letter_is_among_them():
    """A page of a new kind is checked too, or this fails."""
    templates = {path.stem for path in (CHECKOUT / "resources" / "templates").glob("*.typ")} - {"frame"}
    assert templates == {page.mark.split("-")[1].replace("template", "licence") for page in PAGES.values()} - {"copy"}
    for language in ("en", "fr"):
        assert {f"{kind}, {language}" for kind in KINDS} <= set(PAGES)


def test_our_own_check_can_find_faults():
    wrong = a_paper().replace(b"<pdfuaid:part>1", b"<pdfuaid:part>2")
    assert faults(wrong, language="fr", attachments=0, signed=False) == [
        "says PDF/UA-1", "has its language", "attachments", "attachments are related", "one widget if it is sealed",
    ]  # fmt: skip


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="veraPDF is not installed")
@pytest.mark.parametrize("flavour", ["3a", "ua1"])
@pytest.mark.parametrize("name", PAGES)
def test_verapdf_finds_no_fault(file, name, flavour):
    asked = ["verapdf", "-f", flavour, "--format", "text", file(name)]
    said = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert said.stdout.startswith("PASS"), said.stdout


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("name", PAGES)
def test_qpdf_finds_no_fault(file, name):
    done = subprocess.run(["qpdf", "--check", file(name)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("pdfdetach") is None, reason="pdfdetach is not installed")
def test_the_attachment_comes_out_with_another_program(tmp_path):
    path, out = tmp_path / "a.pdf", tmp_path / "a.likeness"
    path.write_bytes(a_paper())
    subprocess.run(["pdfdetach", "-save", "1", "-o", str(out), str(path)], check=True, capture_output=True)
    assert out.read_bytes() == accepted()


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig is not installed")
@pytest.mark.parametrize("name", SEALED)
def test_poppler_says_that_the_signature_is_valid_and_covers_everything(file, name):
    said = subprocess.run(["pdfsig", "-nocert", file(name)], capture_output=True, text=True, check=True).stdout
    assert said.count("Signature is Valid") == 1
    assert "Total document signed" in said


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig is not installed")
@pytest.mark.parametrize("name", [name for name in PAGES if name not in SEALED])
def test_poppler_finds_no_signature_where_there_is_none(file, name):
    said = subprocess.run(["pdfsig", "-nocert", file(name)], capture_output=True, text=True, check=False)
    assert "does not contain any signatures" in said.stdout + said.stderr


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_the_words_come_out_in_order_with_another_program(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(a_paper())
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    wanted = ["In plain words", "They may", "They may not", "Terms", "Clauses", "Signatures"]
    places = [said.index(f"{heading}\n") for heading in wanted]
    assert places == sorted(places)
    assert said.count("Licence 2026-0041 · ") >= 2  # its number and id on every page
