"""Every class of attack on a sealed PDF, made from our own file: all refused, and no honest file is."""

import random
from io import BytesIO

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from likeness.errors import LikenessError
from likeness.licence.bundle import read_bundle
from likeness.paper.sealing.pdf_seal import seal_pdf
from likeness.paper.setting.pdf import render_pdf
from likeness.paper.sheets.licence_paper import Plan, made_again
from likeness.verifier import pdf_rules
from likeness.verifier.verify import verify
from tests.fakes.attacks import ATTACKS, POISONS, sealed_with
from tests.fakes.licences import ACCEPTED_AT, LIORA, TIDEWRACK, accepted
from tests.fakes.papers import a_paper, code, read_here
from tests.fakes.sheets import a_sheet


def _report(data):
    return verify(data, at=ACCEPTED_AT, read=read_here)


def _paper_step(data):
    return next(step.detail for step in _report(data).steps if step.step == "paper")


@pytest.mark.parametrize("key", [LIORA, TIDEWRACK], ids=["performer", "company"])
@pytest.mark.parametrize("languages", [("en",), ("fr",), ("fr", "en")], ids="+".join)
def test_honest_papers_are_accepted_and_their_page_is_compared(key, languages):
    assert _report(a_paper(key, languages)).answer == "unknown-signer"
    assert _paper_step(a_paper(key, languages)) == "paper-compared"


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_every_attack_is_refused(attack):
    spoiled = attack(a_paper())
    assert spoiled != a_paper()
    report = _report(spoiled)
    assert report.answer == "altered"
    assert report.licence is None


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_every_attack_is_refused_on_a_paper_in_two_languages(attack):
    assert _report(attack(a_paper(TIDEWRACK, ("fr", "en")))).answer == "altered"


def _page_with_keywords_of(sheet):
    """A page that says it was made as ours was, and is another one: what only a holder of the key can seal."""
    keywords = read_here("pdf", a_paper()).paper.keywords
    return render_pdf([sheet], code(), accepted(), ACCEPTED_AT, keywords)


def test_a_page_that_lies_is_found_though_its_seal_is_good():
    """Shadow content that waits: it is there when the file is sealed, by the signer herself."""
    lie = _page_with_keywords_of(a_sheet(only="Anything is allowed."))
    report = _report(seal_pdf(lie, LIORA, "Liora Vantreight", ACCEPTED_AT, "x"))
    assert report.answer == "altered"
    assert [step.detail for step in report.steps if step.result == "failed"] == ["page-otherwise"]


def _own_page() -> bytes:
    page = made_again(read_bundle(accepted()), read_here("pdf", a_paper()).paper.keywords)
    assert page is not None
    return page


@pytest.mark.parametrize("poison", POISONS.values(), ids=POISONS)
def test_what_is_slipped_into_the_seal_is_found(poison):
    page = _own_page()
    assert a_paper().startswith(page + b"\n")
    assert _report(sealed_with(page, poison)).answer == "altered"


def test_a_seal_of_another_time_is_found():
    page = _own_page()
    later = ACCEPTED_AT.replace(year=2027)
    assert _report(seal_pdf(page, LIORA, "Liora Vantreight", later, "x")).answer == "altered"


def test_a_page_made_with_something_else_is_not_compared_and_says_so():
    keywords = ["likeness-template-1", "typst-9", *Plan(("en",)).keywords]
    page = render_pdf([a_sheet()], code(), accepted(), ACCEPTED_AT, keywords)
    other = seal_pdf(page, LIORA, "Liora Vantreight", ACCEPTED_AT, "x")
    assert _report(other).answer == "unknown-signer"
    assert _paper_step(other) == "paper"


@pytest.mark.parametrize("part", range(8))
def test_two_thousand_flips_and_cuts_are_never_accepted(part):
    data, dice = a_paper(), random.Random(part)
    for turn in range(250):
        place = dice.randrange(len(data))
        flip = data[:place] + bytes([data[place] ^ 1 << dice.randrange(8)]) + data[place + 1 :]
        spoiled = data[:place] if turn % 5 == 0 else flip
        assert _report(spoiled).answer in ("altered", "unreadable", "other"), (part, turn, place)


def test_no_character_of_the_signature_can_be_another():
    """Each of the 6,144 characters and both brackets: a digit to its neighbour, a letter to its small form."""
    data = a_paper()
    reader = PdfFileReader(BytesIO(data), strict=True)
    signature = reader.root["/AcroForm"]["/Fields"][0]["/V"]
    before, after = (int(number) for number in list(signature["/ByteRange"])[1:3])
    assert pdf_rules._check_coverage(data, signature).public == LIORA.public
    for place in range(before, after):
        byte = data[place] ^ (0x20 if data[place : place + 1].isalpha() else 1)
        spoiled = data[:place] + bytes([byte]) + data[place + 1 :]
        with pytest.raises((LikenessError, *pdf_rules.FOREIGN_FAULTS)):
            pdf_rules._check_coverage(spoiled, signature)
