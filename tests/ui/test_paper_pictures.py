"""Every page of a paper, drawn by PDFium, beside a stored picture; no text outside its margins or over another.

Five scripts, two languages side by side, the longest names, forty terms, a copy to be signed, the sheet for Acrobat.
"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from likeness.licence.bundle import read_bundle
from likeness.paper.qr.qr_image import QUIET, draw_qr
from likeness.paper.sealing.certificate import issue_certificate
from likeness.paper.setting.fonts import installed_packs
from likeness.paper.setting.pdf import CODE_MM, render_pdf
from likeness.paper.sheets.draft_sheet import draft_sheet, render_draft
from likeness.paper.sheets.licence_paper import Plan, licence_page, signature_copy
from likeness.paper.sheets.signer_sheet import signer_sheet
from tests.fakes.album import unlike_image
from tests.fakes.licences import LIORA, SIGNED_AT, a_licence, accepted, signed
from tests.fakes.sheets import a_sheet

PAPER = QSize(744, 1052)  # A4 at 90 dots an inch
LEFT, RIGHT, BOTTOM = 43, 552, 842  # points; the margins are 45 points
LONG = "Maria Esperança Conceição do Nascimento Vasconcelos e Albuquerque " * 2
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def _named(performer, company, title="Harbour Nine, season 2", **terms):
    return {
        "terms_performer": {"id": "liora", "name": performer, "born": None},
        "terms_grantor": {"name": performer, "capacity": "performer"},
        "terms_licensee": {"id": "tidewrack", "name": company},
        "terms_project": {"id": "harbour-nine-2", "title": title, "ids": ["eidr:10.5240/7791-8534-2C23-9030-8610-5"]},
    } | {f"terms_{name}": value for name, value in terms.items()}


def _paper(languages, **changes):
    bundle = read_bundle(accepted(signed(a_licence(**changes))))
    return licence_page(bundle, Plan(languages), draw_qr(bundle.data))


def _copy():
    bundle = read_bundle(accepted())
    return signature_copy(bundle, Plan(("en", "fr")), draw_qr(bundle.data))


def _forty():
    rows = tuple((f"Term number {n}", "What is agreed here, in some words. " * (1 + n % 4)) for n in range(1, 41))
    return render_pdf([a_sheet(terms=rows)], draw_qr(accepted()), accepted(), SIGNED_AT)


def _signer():
    certificate = issue_certificate(LIORA, "Liora Vantreight", SIGNED_AT)
    made_at = datetime(2026, 6, 1, tzinfo=UTC)
    return signer_sheet(("fr", "en"), "Liora Vantreight", LIORA.public, certificate.der, made_at)


PAPERS = {
    "english": lambda: _paper(("en",)),
    "french": lambda: _paper(("fr",)),
    "both": lambda: _paper(("fr", "en")),
    "arabic-hebrew": lambda: _paper(("fr",), **_named("ليلى بنت الحسن", "שידורי אביגיל בע״מ", "قمر على البحر")),
    "greek-cyrillic": lambda: _paper(("en",), **_named("Ἑλένη Παπαδοπούλου", "Їжак і Чайка", "Αστέρι Сузір’я")),
    "vietnamese-nordic": lambda: _paper(("fr",), **_named("Nguyễn Thị Ánh Tuyết", "Øyvind & Þórsdóttir hf.")),
    "longest-names": lambda: _paper(("fr", "en"), **_named(LONG.strip(), UNBROKEN, LONG.strip())),
    "an-agent-signs": lambda: _paper(
        ("en", "fr"),
        terms_grantor={"name": "Halden Roe", "capacity": "agent", "authority": "power of attorney of 3 March 2025"},
        terms_exclusive={"purposes": ["series"], "territory": {"include": ["EU"], "exclude": []}},
        terms_pass_on=["north-stage", "little-lamp"],
    ),
    "forty-terms": _forty,
    "copy": _copy,
    "signer": _signer,
}


def _document(data):
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready
    return document, buffer


def _drawn(document, page):
    """Return a page as it comes out of a printer: on white."""
    sheet = QImage(PAPER, QImage.Format.Format_RGB888)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(page, PAPER))
    painter.end()
    return sheet


@pytest.fixture(scope="module", params=list(PAPERS))
def paper(request, qapp):
    document, buffer = _document(PAPERS[request.param]())
    yield request.param, document
    document.close()
    buffer.close()


def test_every_page_looks_as_it_was_drawn(paper):
    name, document = paper
    pages = range(document.pageCount())
    wrong = [unlike_image(_drawn(document, page), f"paper-{name}-{page + 1}") for page in pages]
    assert [one for one in wrong if one] == []


def test_no_text_is_outside_its_margins_or_over_another(paper):
    _, document = paper
    for page in range(document.pageCount()):
        boxes = [part.boundingRect() for part in document.getAllText(page).bounds()]
        assert boxes
        assert min(box.left() for box in boxes) >= LEFT
        assert max(box.right() for box in boxes) <= RIGHT
        assert max(box.bottom() for box in boxes) <= BOTTOM - 20
        over = [(a, b) for place, a in enumerate(boxes) for b in boxes[:place] if _overlap(a, b)]
        assert over == []


@pytest.mark.parametrize("name", ["en", "fr", "longest-names"])
def test_a_draft_looks_as_it_was_drawn(qapp, name):
    names = _named(LONG.strip(), UNBROKEN, LONG.strip()) if name == "longest-names" else {}
    licence = a_licence(**names)
    sheet = draft_sheet("fr" if name == "fr" else "en", "2026-0042", licence.terms,
                        {"liora-voice-2025": "voice model"}, SIGNED_AT, "2026-0041")  # fmt: skip
    document, buffer = _document(render_draft(sheet, SIGNED_AT))
    pages = range(document.pageCount())
    wrong = [unlike_image(_drawn(document, page), f"paper-draft-{name}-{page + 1}") for page in pages]
    assert [one for one in wrong if one] == []
    document.close()
    buffer.close()


def _overlap(one, other):
    """Two boxes of text share more than the hair that ascenders and descenders may."""
    shared = one.intersected(other)
    return shared.width() > 1 and shared.height() > 0.35 * min(one.height(), other.height())


@pytest.mark.parametrize("names", [1, 12, 24])
def test_the_code_is_as_large_as_it_must_be(names):
    """36 mm at least where its version is 18 to 20 and never under 30, quiet zone not counted (UX section 8)."""
    terms = {"terms_description": "x" * 10 * names}
    code = draw_qr(accepted(signed(a_licence(**terms))))
    millimetres = CODE_MM * (code.side - 2 * QUIET) / code.side
    assert millimetres >= (36 if code.version >= 18 else 30)


@pytest.mark.skipif(not installed_packs(), reason="the font pack for Chinese, Japanese and Korean is not installed")
def test_names_of_the_pack_look_as_they_were_drawn(qapp):
    document, buffer = _document(_paper(("en",), **_named("山田 花子", "潮騒ピクチャーズ 김하늘", "港の九番")))
    assert not unlike_image(_drawn(document, 0), "paper-cjk-1")
    document.close()
    buffer.close()


def test_the_pictures_can_tell_pages_apart(qapp, monkeypatch):
    monkeypatch.delenv("LIKENESS_REDRAW", raising=False)
    document, buffer = _document(render_pdf([replace(a_sheet(), title="Another")], None, b"x", SIGNED_AT))
    assert unlike_image(_drawn(document, 0), "paper-english-1")
    document.close()
    buffer.close()
