"""The review before a signature: every line beside what she usually grants, and nothing cut in a small window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from likeness.acts.licences.asleep import asleep_until, keep_asleep
from likeness.acts.licences.print_draft import draft_page
from likeness.licence.terms import Grantor
from likeness.paper.setting.marks import DRAFT_TEMPLATE
from tests.fakes.fits import cut_words
from tests.ui.test_text_size import entered
from ui.kit.look.typeface import SEMIBOLD
from ui.kit.pages.page_dialog import PageDialog
from ui.kit.pages.pdf_pages import pages_of
from ui.kit.parts.prose import Prose
from ui.pictures import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
REVIEW = 6


@pytest.fixture
def review(demo_window):
    """The review of the draft of the demo; give the language, the text size and the size of the window."""

    def opened(tongue="en", percent=100, size=(1280, 800)):
        demo_window.resize(*size)
        window = entered(demo_window, percent, tongue)
        window.shell.open_wizard("2026-0007")
        window.shell.front.jump(REVIEW)
        settle(window)
        return window.shell.front

    return opened


def words_of(page, heading):
    return next(one for one in page.findChildren(Prose) if one.accessibleName() == heading and one.isVisible())


def label_of(page, text):
    return next(one for one in page.findChildren(QLabel) if one.text() == text and one.isVisible())


def test_each_line_stands_beside_what_she_usually_grants(review):
    page = review()._pages[REVIEW]
    heading = label_of(page, "Compared with your usual")
    assert heading.toolTip() == "With 4 signed licences that are or were in force."
    first, lasts = label_of(page, "First time: train a model"), label_of(page, "First time: no end date")
    assert (first.property("tint"), label_of(page, "The same in 1 of 4 licences").property("tint")) == (
        "amber",
        "text3",
    )
    assert first.mapTo(page, QPoint()).x() == lasts.mapTo(page, QPoint()).x() == heading.mapTo(page, QPoint()).x()
    words = words_of(page, "Lasts")
    assert words.accessibleDescription() == lasts.text()
    assert lasts.mapTo(page, QPoint()).x() > words.mapTo(page, QPoint(words.width(), 0)).x()


def test_in_a_small_window_it_stands_below_its_line(review):
    page = review(size=(1024, 640))._pages[REVIEW]
    words, lasts = words_of(page, "Lasts"), label_of(page, "First time: no end date")
    assert lasts.mapTo(page, QPoint()).x() == words.mapTo(page, QPoint()).x()
    assert lasts.mapTo(page, QPoint()).y() >= words.mapTo(page, QPoint(0, words.height())).y()


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize(("percent", "size"), [(100, (1024, 640)), (150, (1024, 640)), (150, (1280, 800))])
def test_nothing_of_the_review_is_cut(review, tongue, percent, size):
    assert cut_words(review(tongue, percent, size)) == []


def test_another_window_moves_it_and_nothing_is_cut_on_the_way(review, demo_window):
    wizard = review()
    for size in ((1024, 640), (1180, 700), (1280, 800)):
        demo_window.resize(*size)
        settle(demo_window)
        assert cut_words(wizard) == []
    assert label_of(wizard, "First time: no end date").width() < 200


@pytest.mark.parametrize("accepted", [True, False])
def test_without_an_earlier_licence_there_is_no_column(window, accepted):
    if not accepted:
        window.office.registry.licences.mark(1, accepted_at=None)
    drafts = window.office.registry.licences.all_own(window.office.clock.now())
    window.shell.open_wizard(next(row.number for row in drafts if row.state == "draft"))
    window.shell.front.jump(REVIEW)
    settle(window)
    shown = [one.text() for one in window.shell.front.findChildren(QLabel) if one.isVisible()]
    assert ("Compared with your usual" in shown) is accepted


def test_a_draft_slept_on_opens_from_the_overview(review, demo_window, qtbot):
    wizard = review()
    wizard._side._wait.click()
    shell = demo_window.shell
    assert shell._wizard is None
    desk = demo_window.office.desk
    assert asleep_until(desk, "2026-0007") > desk.now()
    keep_asleep(desk, "2026-0007", desk.now())  # the night has passed; a clock that is put on would lock the window
    shell.go("overview")
    overview = shell.page_of("overview")
    overview.refresh()
    qtbot.waitUntil(lambda: any(row.screen == "draft" for row in overview._presenter.state.rows), timeout=20_000)
    row = next(row for row in overview._presenter.state.rows if row.screen == "draft")
    overview._list.went.emit(row)
    assert shell.front._presenter._state.number == row.key == "2026-0007"


def test_a_draft_is_saved_for_the_agent_and_the_wizard_stays(review, demo_window, qtbot, tmp_path, monkeypatch):
    wizard, asked = review(), []

    def nothing_chosen(_parent, _title, name, _kinds):
        asked.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", nothing_chosen)
    wizard._side._show.click()
    assert (asked, list(tmp_path.glob("*.pdf"))) == (["draft 2026-0007.pdf"], [])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "for Halden"), ""))
    wizard._side._show.click()
    qtbot.waitUntil((tmp_path / "for Halden.pdf").exists, timeout=20_000)
    assert demo_window.shell.front is wizard


def test_an_agent_sends_it_to_the_performer(review):
    wizard = review()
    wizard._presenter.change(grantor=Grantor("Halden Roe Talent", "agent", "letter of 2025"))
    assert wizard._side._show.text() == "Send to the performer first"


@pytest.mark.parametrize(("tongue", "percent"), [("en", 100), ("fr", 150)])
def test_the_full_terms_are_read_as_a_page(review, qtbot, tongue, percent):
    wizard = review(tongue, percent, (1024, 640))
    wizard._pages[REVIEW]._stops[-1].click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in wizard.findChildren(PageDialog)), timeout=20_000)
    shown = next(one for one in wizard.findChildren(PageDialog) if one.isVisible())
    assert DRAFT_TEMPLATE.encode() in shown._data
    assert cut_words(shown) == []
    assert shown.height() <= 640
    shown.reject()


@pytest.mark.parametrize(
    ("tongue", "said"), [("en", "The full terms are 2 pages."), ("fr", "Les conditions complètes font 2 pages.")]
)
def test_how_many_pages_the_full_terms_are_stands_before_what_opens_them(review, demo_window, tongue, said):
    page = review(tongue)._pages[REVIEW]
    told, link = label_of(page, said), page._stops[-1]
    assert told.mapTo(page, QPoint()).x() < link.mapTo(page, QPoint()).x()
    assert link.accessibleDescription() == said
    assert len(pages_of(draft_page(demo_window.office.desk, "2026-0007", tongue), 100)) == 2


def test_what_stands_out_is_read_with_the_same_words(review):
    wizard = review()
    words = words_of(wizard._pages[REVIEW], "You get")
    assert QAccessible.queryAccessibleInterface(words).text(QAccessible.Text.Value) == "€7,000 once"
    assert words.document().begin().begin().fragment().charFormat().fontWeight() == SEMIBOLD
    assert "They pay you €7,000 once." in wizard._read.text_to_read


def test_reading_by_key_begins_with_the_first_line_and_stays_where_it_is(review, demo_window, qtbot):
    wizard = review()
    demo_window.activateWindow()
    qtbot.waitUntil(demo_window.isActiveWindow)
    page = wizard._pages[REVIEW]
    assert QApplication.focusWidget() is words_of(page, "They may")
    assert page.title.visibleRegion().boundingRect().height() == page.title.height()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is words_of(page, "With")
    wizard._presenter.fix("no-count")
    assert QApplication.focusWidget() is words_of(page, "With")
    for _line in page._stops[2:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page._stops[-1]
