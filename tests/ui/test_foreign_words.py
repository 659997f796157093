"""Words that other people wrote stand on the screen as they were written: never as markup, never as a picture."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Rich
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QLabel, QTextEdit, QWidget

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import export_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms import Party, Project
from likeness.licence.terms_read import terms_from
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from tests.fakes.uses import ALLOWED
from ui.app import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TITLE, COMPANY = "<b>x</b><img src=a>", "<i>Acme</i> & Sons"
PROMO = replace(ALLOWED, user="acme", purpose="promo", territory=("US",), at=date(2026, 3, 9))


@pytest.fixture
def hostile(dressed, qtbot, tmp_path):
    """The window on a registry with a signed licence, a draft and a use that carry markup; the licence's file too."""
    clock = FixedClock("2026-03-10T09:00:00+00:00")
    liora = an_office(tmp_path, clock=clock)
    plain = terms_from(terms_document())
    terms = replace(
        plain, project=Project("harbour-nine-2", TITLE), licensee=Party("acme", COMPANY), description=TITLE * 2
    )
    number = liora.do(draft_licence, terms).value.number
    liora.do(sign_licence, number)
    paths = liora.do(export_licence, number, tmp_path / "sent", "en").value
    liora.do(draft_licence, terms)
    liora.do(log_use, PROMO)
    window = Window(tmp_path / "liora.registry", clock=clock)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.enter(liora)
    window.show()
    yield window, next(path for path in paths if path.suffix == ".likeness")
    window.close()


def settle(window, qtbot):
    for _ in range(3):
        qtbot.wait(60)
        window.jobs.rest()
    qtbot.wait(30)


def tip_of(widget):
    """Return a tooltip as Qt shows it: what looks like markup is taken as markup."""
    tip, paper = widget.toolTip(), QTextDocument()
    paper.setHtml(tip) if Rich.mightBeRichText(tip) else paper.setPlainText(tip)
    return paper


def written(root):
    """Return all labels and paragraphs below a widget that show foreign words, checked to be plain."""
    labels = [label for label in root.findChildren(QLabel) if "<b>x</b>" in label.text() or "<i>" in label.text()]
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    papers = [text for text in root.findChildren(QTextEdit) if "<b>x</b>" in text.toPlainText()]
    for text in papers:
        assert "<img" not in text.toHtml(), "markup was taken at its word"
    for widget in root.findChildren(QWidget):
        assert "<img" not in tip_of(widget).toHtml(), widget.toolTip()
    return labels + papers


def rows_of(model):
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_a_licence_shows_its_markup_as_it_was_typed(hostile, qtbot):
    window, _file = hostile
    window.shell.go("licences")
    licences = window.shell.page_of("licences")
    licences.show_licence("2026-0001")
    settle(window, qtbot)
    detail = licences._state.detail
    assert (detail.title, detail.number) == (TITLE, "2026-0001")
    assert TITLE in "".join(text for text, _mark in detail.plain)
    assert len(written(licences)) >= 3, "title, company, plain words"
    assert all(TITLE in said and COMPANY in said for said in rows_of(licences._model))
    licences._asked("withdraw")
    asked = next(one for one in licences.findChildren(QDialog) if one.isVisible())
    assert len(written(asked)) >= 2, "the question and what it means"


def test_a_use_shows_them_in_list_pane_and_comparison(hostile, qtbot):
    window, _file = hostile
    window.shell.go("uses")
    uses = window.shell.page_of("uses")
    settle(window, qtbot)
    detail = uses._pane._shown
    assert TITLE in detail.about
    assert COMPANY in detail.about
    assert written(uses)
    assert any(TITLE in str(said) for said in rows_of(uses._model))
    uses.open_form()
    form = next(one for one in uses.findChildren(QDialog) if one.isVisible())
    form._company.setText(COMPANY)
    form._company.settle()
    assert form._company.value() == ("acme", COMPANY)
    assert form._company.completer().model().stringList().count(COMPANY) == 1
    written(form)


def test_a_file_that_is_checked_shows_them(hostile, qtbot):
    window, file = hostile
    window.shell.go("verify")
    verify = window.shell.page_of("verify")
    verify.check_paths((file,))
    qtbot.waitUntil(lambda: verify._state.shown is not None, timeout=30_000)
    settle(window, qtbot)
    assert written(verify)


def test_the_wizard_shows_them_on_every_page(hostile, qtbot):
    window, _file = hostile
    window.shell.open_wizard("2026-0002")
    wizard = window.shell._wizard
    found = 0
    for step in range(7):
        wizard.jump(step)
        settle(window, qtbot)
        found += len(written(wizard))
    assert found >= 7


def test_the_tip_of_the_owner_is_the_name(hostile):
    window, _file = hostile
    navigation = window.shell._navigation
    for name in (TITLE, "O'Neill & Sons", "Liora Vantreight", "&lt;b&gt;"):
        navigation.show_owner(name, "Performer")
        tip = tip_of(navigation._who)
        assert "<img" not in tip.toHtml()
        assert tip.toPlainText() == name
