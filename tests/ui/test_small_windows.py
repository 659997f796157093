"""The smallest window, in French, with the longest names: nothing clipped, no dialog higher than the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from likeness.acts.keys.trust_book import confirm_card, own_card
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms import Party
from likeness.licence.terms_read import terms_from
from tests.fakes.hands import dialog
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from ui.kit.look.reading_order import LEFT_TO_RIGHT, in_our_order
from ui.kit.look.typeface import label
from ui.kit.parts.frames import FootLine
from ui.kit.parts.prose import Prose
from ui.screens.contacts.own_card import OwnCardDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = "The Extraordinarily Long-Named International Motion Picture Distribution Company"
ARABIC = "\u0634\u0631\u0643\u0629 \u0627\u0644\u0623\u0641\u0642 \u0627\u0644\u0623\u0632\u0631\u0642"


@pytest.fixture
def small(window, registry, tmp_path):
    """The window at 1024 x 640 in French; a long-named and an Arabic company have been granted a long-titled film."""
    office, _folder, clock = registry
    terms = terms_from(terms_document())
    for number, name in enumerate((LONG, ARABIC)):
        (tmp_path / str(number)).mkdir()
        other = an_office(tmp_path / str(number), name, "company", clock)
        office.do(confirm_card, own_card(other.desk))
        other.close()
        for_them = replace(terms, licensee=Party(f"c{number}", name), project=replace(terms.project, title=name * 2))
        office.do(sign_licence, office.do(draft_licence, for_them).value.number)
    window.resize(1024, 640)
    window.wish("language", "fr")
    return window


def row_of(view, name):
    return next(at for at in range(view._model.rowCount()) if view._model.row(at).name == name)


@pytest.mark.parametrize("name", [LONG, ARABIC])
def test_the_pane_of_a_contact_wraps_whatever_stands_in_it(small, qtbot, name):
    small.shell.go("contacts")
    view = small.shell.page_of("contacts")
    qtbot.waitUntil(lambda: view._model.rowCount() >= 3, timeout=20_000)
    view._table.selectRow(row_of(view, name))
    qtbot.waitUntil(lambda: view._state.detail is not None and view._state.detail.name == name, timeout=20_000)
    QApplication.processEvents()
    inside = view._pane.inside.parentWidget()
    assert inside.width() <= view._pane.width()
    for part in view._pane.findChildren(QLabel):
        if part.isVisible() and part.text():
            assert part.mapTo(view._pane, QPoint(part.width(), 0)).x() <= view._pane.width(), part.text()


def test_a_search_that_finds_nobody_shows_nobody(small, qtbot):
    small.shell.go("contacts")
    view = small.shell.page_of("contacts")
    qtbot.waitUntil(lambda: view._state.detail is not None, timeout=20_000)
    view._search.setText("personne de ce nom")
    qtbot.waitUntil(lambda: view._state.keys == (), timeout=20_000)
    assert view._state.detail is None
    view._search.clear()
    qtbot.waitUntil(lambda: view._state.detail is not None, timeout=20_000)


def test_ones_own_card_and_a_letter_fit(small, qtbot):
    small.shell.go("contacts")
    view = small.shell.page_of("contacts")
    view._own.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in view.findChildren(OwnCardDialog)), timeout=20_000)
    card = next(one for one in view.findChildren(OwnCardDialog) if one.isVisible())
    assert card.height() <= 640
    card.reject()
    small.shell.go("uses")
    uses = small.shell.page_of("uses")
    qtbot.waitUntil(lambda: uses._state.detail is not None, timeout=20_000)
    uses._pane._letter.click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in small.findChildren(QDialog)), timeout=20_000)
    letter = dialog(small)
    assert letter.height() <= 640
    letter.reject()


def test_the_count_of_a_list_is_never_cut_hints_go_before(dressed, qtbot):
    foot = FootLine(("N", "suivant"), ("L", "lettre"), ("R", "r\u00e9gler"))
    qtbot.addWidget(foot)
    foot.count.setText("1 234 567 usages sur 1 234 567")
    foot.resize(344, 34)
    foot.show()
    QApplication.processEvents()
    assert foot.count.width() >= foot.count.sizeHint().width()
    assert [hint.isVisible() for hint in foot._hints][-1] is False
    foot.resize(900, 34)
    QApplication.processEvents()
    assert all(hint.isVisible() for hint in foot._hints)


def test_a_name_in_arabic_letters_turns_no_sentence_round(dressed, qtbot):
    said = f"{ARABIC} may use your voice from 1 March 2026"
    assert in_our_order(said) == LEFT_TO_RIGHT + said
    assert in_our_order("1 March 2026") == "1 March 2026"
    assert in_our_order(f"Licence of {ARABIC}") == f"Licence of {ARABIC}"
    assert in_our_order("") == ""
    assert label(said).text() == LEFT_TO_RIGHT + said
    prose = Prose()
    qtbot.addWidget(prose)
    prose.set_runs(((said, ""),))
    block = prose.document().firstBlock()
    assert block.textDirection() == prose.layoutDirection().LeftToRight
    assert block.text() == said  # what is copied is what was written
