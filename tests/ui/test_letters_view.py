"""Letters in the window: from a use and from a due, by key; the page beside the form; saved, printed, copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit

from tests.fakes.hands import gone
from tests.fakes.pdf_words import words_of_pdf
from tests.ui.test_window import nameless
from ui.kit.pages.printing import print_on
from ui.kit.parts.ticks import Option
from ui.screens.letters.view import LetterDialog
from ui.screens.licences.all_button import AllButton

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
FEE = "fee:2026-0001:once"


@pytest.fixture
def uses(window, qtbot):
    window.activateWindow()
    window.shell.go("uses")
    page = window.shell.page_of("uses")
    qtbot.waitUntil(lambda: page._state.detail is not None)
    page._feed.setFocus()
    return page


def dialog_of(window, qtbot):
    def there():
        return [one for one in window.findChildren(LetterDialog) if one.isVisible() and one._form is not None]

    qtbot.waitUntil(lambda: bool(there()), timeout=10_000)
    return there()[-1]


def flag(window, use):
    steps = window.office.registry.flags.steps(window.office.registry.uses.get(use).row)
    return steps[-1].state if steps else "open"


def test_l_writes_a_letter_that_is_drawn_saved_and_undone(window, uses, qtbot, tmp_path, monkeypatch):
    use, file = uses._state.detail.id, tmp_path / "notice.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    qtbot.keyClick(uses._feed, Qt.Key.Key_L)
    dialog = dialog_of(window, qtbot)
    qtbot.waitUntil(lambda: dialog._pages.count() == 1, timeout=10_000)
    assert not window.grab().isNull(), "the window still paints while the dialog is open"
    assert list(nameless(dialog)) == []
    dialog._form._contact.setText("liora@example.org")
    qtbot.waitUntil(lambda: "liora@example.org" in dialog._state.text, timeout=10_000)
    qtbot.mouseClick(dialog._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog._state.text
    qtbot.mouseClick(dialog._save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(file.exists, timeout=10_000)
    qtbot.waitUntil(lambda: flag(window, use) == "letter-sent")
    assert "liora@example.org" in words_of_pdf(file.read_bytes())
    qtbot.waitUntil(lambda: not [one for one in window.findChildren(LetterDialog) if one.isVisible()])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: flag(window, use) == "open")


def test_b_invoices_a_due_and_the_due_remembers_its_number(window, qtbot, tmp_path, monkeypatch):
    window.activateWindow()
    window.shell.go("earnings")
    page, file = window.shell.page_of("earnings"), tmp_path / "invoice"
    qtbot.waitUntil(lambda: page._state.detail is not None and page._state.detail.key == FEE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page._table.setFocus()
    qtbot.keyClick(page._table, Qt.Key.Key_L)
    qtbot.keyClick(page._table, Qt.Key.Key_B)
    dialog = dialog_of(window, qtbot)
    qtbot.waitUntil(lambda: dialog._state.ready, timeout=10_000)
    qtbot.mouseClick(dialog._save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "invoice.pdf").exists, timeout=10_000)
    qtbot.waitUntil(lambda: any("INV-2026-0001" in value for _, _, value in page._state.detail.facts), timeout=10_000)


def test_a_takedown_says_what_is_missing_after_the_first_key_only(window, uses, qtbot):
    uses._pane.write.emit("takedown")
    dialog = dialog_of(window, qtbot)
    qtbot.waitUntil(lambda: dialog._state.field == "to-name" and not dialog._state.busy)
    field = dialog._form._labelled["to-name"]
    assert field.control.property("state") != "wrong"
    assert not dialog._save.isEnabled()
    dialog._form._where.setPlainText("clipshare.example/v/19")
    qtbot.waitUntil(lambda: field.control.property("state") == "wrong", timeout=5_000)
    dialog._form._to_name.setText("Clipshare")
    dialog._form._contact.setText("liora@example.org")
    qtbot.waitUntil(lambda: dialog._state.ready, timeout=10_000)
    assert dialog._save.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(("name", "text"), [("by", "soon"), ("sum", "seven thousand")])
def test_a_day_or_a_sum_that_cannot_be_read_is_never_written_over(window, uses, qtbot, monkeypatch, name, text):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked where to save it"))
    uses._pane.write.emit("invoice")
    dialog = dialog_of(window, qtbot)
    qtbot.waitUntil(dialog._form._sum.isVisible)
    dialog._form._sum.setText("700")
    qtbot.waitUntil(lambda: dialog._state.ready, timeout=10_000)
    field = dialog._form._labelled[name].control
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (dialog._state.ready, field.property("state")) == (False, "wrong")
    assert field.accessibleDescription().startswith("Write a ")
    dialog.reject()


def test_what_is_printed_is_what_is_shown(window, uses, qtbot, tmp_path):
    qtbot.keyClick(uses._feed, Qt.Key.Key_L)
    dialog = dialog_of(window, qtbot)
    qtbot.waitUntil(lambda: dialog._state.ready, timeout=10_000)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_on(printer, dialog, window.jobs, dialog._state.pdf, dialog._said, dialog.fail)
    qtbot.waitUntil(
        lambda: "printer" in window.shell._toast.accessibleName() + "".join(_labels(window)), timeout=20_000
    )
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 10_000, "a page that is not empty"
    dialog.reject()


def _labels(window):
    from PySide6.QtWidgets import QLabel

    return [one.text() for one in window.shell._toast.findChildren(QLabel)]


def test_all_licences_of_a_year_are_saved_from_the_menu(window, qtbot, tmp_path, monkeypatch):
    window.shell.go("licences")
    page = window.shell.page_of("licences")
    button = page.findChild(AllButton)
    button._fill()
    assert [one.text() for one in button._menu.actions()] == ["Save all licences of 2026…", "Save every licence…"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    button._menu.actions()[0].trigger()
    qtbot.waitUntil((tmp_path / "out" / "2026-0001.pdf").exists, timeout=20_000)
    qtbot.waitUntil(lambda: page._state.doing == "", timeout=20_000)
    assert button.isEnabled()


def test_a_licence_asks_for_deletion_from_its_menu(window, qtbot):
    window.shell.go("licences")
    page = window.shell.page_of("licences")
    page.show_licence("2026-0001")
    qtbot.waitUntil(lambda: page._state.detail is not None and page._state.detail.number == "2026-0001")
    page._pane._actions["deletion"].trigger()
    dialog = dialog_of(window, qtbot)
    qtbot.waitUntil(lambda: dialog._state.ready, timeout=10_000)
    assert "Request to delete all copies" in dialog._state.text
    dialog.reject()


def test_a_letter_that_was_closed_leaves_nothing_behind(window, uses, qtbot):
    def apart():
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QLineEdit | QPlainTextEdit | Option)]

    before = len(apart())
    qtbot.keyClick(uses._feed, Qt.Key.Key_L)
    dialog = dialog_of(window, qtbot)
    qtbot.waitUntil(lambda: dialog._pages.count() == 1, timeout=10_000)
    assert len(apart()) == before
    dialog.reject()
    qtbot.waitUntil(lambda: gone(dialog))


def test_a_letter_begins_at_its_first_field(window, uses, qtbot):
    qtbot.keyClick(uses._feed, Qt.Key.Key_L)
    dialog = dialog_of(window, qtbot)
    assert dialog.focusWidget() is dialog._form._to
    dialog.reject()
