"""The Uses screen by hand and by key: flags settled and undone, evidence dropped, an amendment opened in the wizard."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel

from likeness.acts.uses.import_report import import_report
from likeness.acts.uses.log_use import log_use
from likeness.office import Office
from tests.fakes.hands import at_rest, gone
from tests.fakes.offices import PASSPHRASE
from tests.fakes.reports import write_uses
from tests.fakes.seeded_chance import SeededChance
from tests.fakes.uses import ALLOWED
from tests.ui.conftest import TRAILER
from ui.kit.background.jobs import Jobs
from ui.kit.handed.drop_zone import DropZone
from ui.kit.lists.comparison import ComparisonTable
from ui.kit.parts.buttons import Button
from ui.screens.uses.compared_part import MOST_ROWS, ComparedPart
from ui.screens.uses.held_form import HeldForm
from ui.screens.uses.reports_form import ReportsForm
from ui.screens.uses.resolve_form import ResolveForm
from ui.screens.uses.view import UsesView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEY = Qt.Key


@pytest.fixture
def uses(window, qtbot):
    """The screen with the first open flag chosen and the list in focus."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.shell.go("uses")
    screen = window.shell.page_of("uses")
    qtbot.waitUntil(lambda: screen._state.detail is not None)
    return screen


def press(qtbot, window, key, how=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, how)


def open_one(qtbot, screen, kind):
    """Wait until a dialog of a kind is the active window; return it."""

    def there():
        return next(
            (one for one in screen.findChildren(QDialog) if one.isActiveWindow() and isinstance(one, kind)), None
        )

    qtbot.waitUntil(lambda: there() is not None)
    return there()


def button(qtbot, root, words):
    """Wait until a button with these words is to be seen; return it."""

    def there():
        found = (one for one in root.findChildren(Button) if one.isVisible() and one.accessibleName() == words)
        return next(found, None)

    qtbot.waitUntil(lambda: there() is not None)
    return there()


def flag(window, use):
    row = window.office.registry.uses.get(use).row
    step = window.office.registry.flags.newest([row]).get(row)
    return step.code if step else "open"


def test_a_flag_is_settled_and_taken_back_without_a_mouse(window, qtbot, uses):
    use = uses._state.detail.id
    press(qtbot, window, KEY.Key_R)
    form = open_one(qtbot, uses, ResolveForm)
    assert not form._yes.isEnabled()
    assert QApplication.focusWidget() is form._radios["allowed"]
    press(qtbot, window, KEY.Key_Down)
    press(qtbot, window, KEY.Key_Space)
    assert form.chosen() == "paid"
    form._note.setFocus()
    qtbot.keyClicks(form._note, "by transfer")
    press(qtbot, window, KEY.Key_Return)
    qtbot.waitUntil(lambda: flag(window, use) == "settled-paid")
    qtbot.waitUntil(lambda: use not in [item.id for item in uses._state.items])
    assert window.shell._toast._words.text() == f"{use}: settled, paid"
    assert window.shell._toast._undo.isVisible()
    assert window.focusWidget() is uses._feed
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: flag(window, use) == "open")
    qtbot.waitUntil(lambda: use in [item.id for item in uses._state.items])


def test_escape_leaves_the_flag_as_it_was(window, qtbot, uses):
    use = uses._state.detail.id
    press(qtbot, window, KEY.Key_R)
    form = open_one(qtbot, uses, ResolveForm)
    press(qtbot, window, KEY.Key_Escape)
    assert gone(form) or not form.isVisible()
    assert flag(window, use) == "open"
    assert window.focusWidget() is uses._feed  # the keys go on where they were


def test_the_buttons_follow_the_flag_and_n_passes_what_is_no_longer_open(window, qtbot, uses):
    first, pane = uses._state.detail.id, uses._pane
    assert [one.isVisible() for one in (pane._letter, pane._invoice, pane._reopen, pane._resolve)] == [
        True, True, False, True,
    ]  # fmt: skip
    assert [mark for mark, action in pane._marks.items() if action.isVisible()] == ["letter-sent", "invoiced"]
    pane._marks["letter-sent"].trigger()
    qtbot.waitUntil(lambda: uses._state.detail.flag == "letter-sent")
    assert [mark for mark, action in pane._marks.items() if action.isVisible()] == ["invoiced", "open"]
    assert uses._state.detail.id == first
    uses._feed.setFocus()
    press(qtbot, window, KEY.Key_N)
    qtbot.waitUntil(lambda: uses._state.detail.id != first)
    press(qtbot, window, KEY.Key_N, Qt.KeyboardModifier.ShiftModifier)
    qtbot.wait(50)
    assert uses._state.detail.id != first  # the first one is waiting for the company
    pane._resolve.click()
    open_one(qtbot, uses, ResolveForm).reject()


def test_what_is_allowed_after_all_opens_its_amendment_in_the_wizard(window, qtbot, uses):
    trailer = next(item.id for item in uses._state.items if item.state == "OUT_OF_SCOPE")
    uses.show_one(trailer)
    uses._presenter.flags.settle(trailer, "allowed", "")
    qtbot.waitUntil(lambda: bool(uses._state.detail and uses._state.detail.amendments))
    button(qtbot, uses._pane, "Draft the amendment").click()
    qtbot.waitUntil(lambda: window.shell._wizard is not None)
    draft = window.shell._wizard._presenter._state
    row = window.office.registry.licences.get(draft.number, window.office.clock.now())
    assert (row.replaces, row.state) == ("2026-0001", "draft")
    assert "promo" in draft.terms.purposes


def test_a_dropped_file_is_fingerprinted_and_can_be_removed(window, qtbot, uses, tmp_path):
    file = tmp_path / "still.png"
    file.write_bytes(b"still")
    zone = uses._pane.findChild(DropZone)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier)  # fmt: skip
    zone.dropEvent(drop)
    qtbot.waitUntil(lambda: bool(uses._state.detail.evidence))
    (one,) = uses._state.detail.evidence
    assert (one.name, Path(file).exists()) == ("still.png", True)
    away = button(qtbot, uses._pane, "Remove still.png")
    assert any(part.accessibleName() == one.spoken for part in uses._pane.findChildren(QFrame))
    away.click()
    qtbot.waitUntil(lambda: not uses._state.detail.evidence)


def test_rows_that_contradict_are_answered_one_by_one(window, qtbot, uses, tmp_path):
    path = tmp_path / "april.csv"
    row = replace(ALLOWED, id="l-1", at=datetime(2026, 4, 1, tzinfo=UTC))
    for count in (1, 2):
        write_uses(path, [replace(row, quantity={"line": count, "second": 1})])
        window.office.do(import_report, path, reporter="tidewrack", period="april")
    qtbot.waitUntil(uses._held.isVisible)
    button(qtbot, uses._held, "See them").click()
    form = open_one(qtbot, uses, HeldForm)
    assert QApplication.focusWidget().accessibleName() == "Later"  # there is no undo: the safe button has the focus
    button(qtbot, form, "The new one is right").click()
    qtbot.waitUntil(lambda: not uses._held.isVisible())
    assert window.office.registry.uses.get("l-1").corrected_by is not None


def test_a_report_is_taken_back_from_its_list_and_put_back_by_undo(window, qtbot, uses, tmp_path):
    path = tmp_path / "april.csv"
    write_uses(path, [replace(ALLOWED, id="l-1", at=datetime(2026, 4, 1, tzinfo=UTC))])
    window.office.do(import_report, path, reporter="tidewrack", period="april")
    uses._presenter.book.see_reports()
    button(qtbot, open_one(qtbot, uses, ReportsForm), "Take back april.csv").click()
    qtbot.waitUntil(lambda: window.office.registry.reports.all() == [])
    qtbot.waitUntil(window.shell._toast._undo.isVisible)
    window.shell._toast._undo.click()
    qtbot.waitUntil(lambda: len(window.office.registry.reports.all()) == 1)


def test_every_control_of_the_dialogs_has_a_name(window, qtbot, uses):
    uses._resolve()
    form = open_one(qtbot, uses, ResolveForm)
    takes = [one for one in form.findChildren(Button) if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert all(one.accessibleName() for one in [*takes, *form._radios.values(), form._note])
    assert all(radio.accessibleDescription() for radio in form._radios.values())
    form.reject()


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_what_shows_it_and_what_comes_next_are_seen_without_scrolling(window, qtbot, uses, tongue):
    """At 1280 x 800, under the longest comparison there is (UX section 8)."""
    window.wish("language", tongue)
    uses = window.shell.page_of("uses")
    qtbot.waitUntil(lambda: uses._state.detail is not None and uses._state.detail.rows != (), timeout=20_000)
    qtbot.wait(50)
    pane, whole = uses._pane, window.rect()
    box = pane.findChild(DropZone)
    for part in (box, pane._letter, pane._invoice, pane._more, pane._resolve):
        assert part.isVisible()
        assert part.width() >= part.sizeHint().width()
        assert whole.contains(QRect(part.mapTo(window, QPoint()), part.size())), part.accessibleName()
    assert box.mapTo(pane, QPoint(0, box.height())).y() <= pane.foot.y()


def test_kept_terms_are_named_in_one_line_until_all_are_wanted(window, qtbot, uses):
    uses._next_open(1)
    qtbot.waitUntil(lambda: "promo" in uses._state.detail.title.casefold())
    qtbot.wait(50)
    rows = uses._state.detail.rows
    broken = [one for one in rows if one.state != "kept"]
    assert len(rows) > MOST_ROWS >= len(broken)
    (part,) = uses._pane.findChildren(ComparedPart)
    assert part.table.model().rowCount() == len(broken)
    said = next(one.text() for one in part.findChildren(QLabel) if one.isVisible())
    assert all(one.label in said for one in rows if one.state == "kept")
    assert said.startswith(f"{len(rows) - len(broken)} terms were kept: ")
    button(qtbot, part, "Show all terms").click()
    assert part.table.model().rowCount() == len(rows)
    assert not [one for one in part.findChildren(QLabel) if one.isVisible()]
    uses._presenter.flags.move(uses._state.chosen, "letter-sent")  # it is drawn anew, and stays open
    qtbot.waitUntil(lambda: uses._state.detail.flag == "letter-sent")
    qtbot.wait(50)
    assert uses._pane.findChildren(ComparedPart)[-1].table.model().rowCount() == len(rows)


def test_a_company_is_told_what_the_licence_allowed_not_what_it_allowed(dressed, qtbot, registry):
    """The same use, logged where the company keeps its books."""
    _liora, folder, clock = registry
    company = Office.open(folder / "tidewrack.registry", passphrase=PASSPHRASE, clock=clock, chance=SeededChance("it"))
    company.do(log_use, TRAILER)
    jobs = Jobs()
    view = UsesView(company, jobs)
    qtbot.addWidget(view)
    view.show()
    view.refresh()
    qtbot.waitUntil(lambda: view._state.detail is not None, timeout=20_000)
    (table,) = view._pane.findChildren(ComparisonTable)
    model = table.model()
    assert [model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for at in (1, 2)] == [
        "The licence allowed", "What was used",
    ]  # fmt: skip
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    seen = [one.text() for one in view.findChildren(QLabel)]
    assert not [words for words in (spoken, *seen) if "ou allowed" in words or "your likeness" in words]
    at_rest(view, jobs)
    company.close()


def test_a_list_that_is_come_back_to_leaves_what_was_settled_in_the_pane(uses, window, qtbot):
    first = uses._state.chosen
    uses._presenter.flags.settle(first, "mistaken", "")
    qtbot.waitUntil(lambda: first not in {item.id for item in uses._state.items} and not window.jobs.busy)
    assert uses._state.items, "others stay open"
    uses._search.setFocus()
    uses._feed.setFocus()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert (uses._state.chosen, uses._state.detail.id) == (first, first)
    press(qtbot, window, KEY.Key_Down)
    qtbot.waitUntil(lambda: uses._state.chosen not in ("", first))
