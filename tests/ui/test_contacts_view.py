"""The Contacts screen with real widgets: the one question, digits only when asked for, Undo, signing forms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton

from likeness.acts.keys.make_recovery import make_recovery
from tests.fakes.hands import gone
from tests.fakes.offices import PASSPHRASE, an_office
from tests.fakes.pdf_words import words_of_pdf
from tests.ui.test_window import nameless
from ui.kit.asking.card_question import CardQuestion
from ui.kit.pages.page_dialog import PageDialog
from ui.screens.contacts.asking import PaperForm, SigningForm
from ui.screens.contacts.own_card import OnceDialog, OwnCardDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def contacts(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.shell.go("contacts")
    return window.shell.page_of("contacts")


@pytest.fixture
def card(tmp_path, registry):
    """The file of an agent's card."""
    _office, _folder, clock = registry
    agent = an_office(tmp_path / "agent", "Halden Roe", "agent", clock)
    path = tmp_path / "halden.likeness"
    path.write_bytes(agent.registry.owner.get().card)
    agent.close()
    return path


def open_one(parent, kind=QDialog):
    return next((one for one in parent.findChildren(kind) if one.isVisible()), None)


def digits(parent):
    return [
        part.text()
        for part in parent.findChildren(QLabel)
        if part.isVisible() and len(part.text().split()) == 6 and part.text().replace(" ", "").isdigit()
    ]


@pytest.fixture
def met(contacts, qtbot, card):
    """The agent is a confirmed contact, chosen in the table."""
    contacts.take(card)
    qtbot.waitUntil(lambda: open_one(contacts, CardQuestion) is not None, timeout=20_000)
    open_one(contacts, CardQuestion).yes.click()
    qtbot.waitUntil(lambda: contacts._state.detail is not None and contacts._state.detail.trust == "confirmed",
                    timeout=20_000)  # fmt: skip
    return contacts


def test_one_plain_question_and_no_digits_unless_asked_for(contacts, qtbot, card):
    contacts.take(card)
    qtbot.waitUntil(lambda: open_one(contacts, CardQuestion) is not None, timeout=20_000)
    question = open_one(contacts, CardQuestion)
    assert question.windowTitle() == "Did you get this card from Halden Roe in person?"
    assert digits(question) == []
    question.call.click()
    assert len(digits(question)) == 1
    assert question.yes.text() == "The digits are the same"
    qtbot.keyClick(question, KEY.Key_Escape)
    qtbot.waitUntil(lambda: contacts._state.detail is not None and contacts._state.detail.trust == "unknown")
    assert contacts._model.id_at(contacts._table.currentIndex().row()) == contacts._state.detail.key
    assert contacts._pane._confirm.isVisible()


def test_a_confirmed_card_is_removed_and_undo_brings_it_back(window, met, qtbot):
    assert digits(met._pane) == []
    met._pane._remove.click()
    qtbot.waitUntil(lambda: dict(met._state.counts)["confirmed"] == 0, timeout=20_000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or met, KEY.Key_Z, CTRL)
    qtbot.waitUntil(lambda: dict(met._state.counts)["confirmed"] == 1, timeout=20_000)


def test_a_wrong_passphrase_keeps_the_form_and_a_right_one_signs(met, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "estate.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    met._asked("estate")
    form = open_one(met, SigningForm)
    form._yes.click()
    assert form._problem.text() == "Type your passphrase to sign."
    form._pass.setText("wrong")
    form._yes.click()
    qtbot.waitUntil(lambda: form._problem.text() == "That is not your passphrase.", timeout=20_000)
    assert form.isVisible()
    form._pass.setText(PASSPHRASE)
    form._yes.click()
    qtbot.waitUntil(lambda: gone(form), timeout=20_000)
    qtbot.waitUntil(path.exists, timeout=20_000)
    assert path.read_text().startswith("LIK1:")
    qtbot.waitUntil(lambda: bool(met._state.detail.given), timeout=20_000)


@pytest.mark.parametrize("verb", ["delegate", "estate", "hand-over", "lost-paper"])
def test_each_form_has_plain_words_names_and_room(met, qtbot, verb):
    met._asked(verb)
    form = open_one(met, SigningForm)
    qtbot.wait(30)
    assert "Halden Roe" in form.windowTitle()
    for part in form.findChildren(QLabel):
        if part.isVisible() and part.text():
            assert part.height() >= part.heightForWidth(part.width()) or not part.wordWrap(), part.text()
    assert form._pass.height() >= 28
    assert form._pass.accessibleName() == "Your passphrase"
    assert list(nameless(form)) == []
    form.reject()


def test_ones_own_card_is_shown_with_its_code(contacts, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "mine.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    contacts._own.click()
    qtbot.waitUntil(lambda: open_one(contacts, OwnCardDialog) is not None, timeout=20_000)
    dialog = open_one(contacts, OwnCardDialog)
    assert digits(dialog) == []
    dialog._ask("save")
    qtbot.waitUntil(path.exists, timeout=20_000)


def test_pasting_nothing_is_told(contacts, qtbot):
    QApplication.clipboard().clear()
    with qtbot.waitSignal(contacts.said):
        contacts.ways.paste()


def test_the_card_and_a_recovery_key_can_be_printed(contacts, qtbot, tmp_path, monkeypatch):
    contacts._own.click()
    qtbot.waitUntil(lambda: open_one(contacts, OwnCardDialog) is not None, timeout=20_000)
    open_one(contacts, OwnCardDialog)._ask("page")
    qtbot.waitUntil(lambda: open_one(contacts, PageDialog) is not None, timeout=20_000)
    dialog = open_one(contacts, PageDialog)
    qtbot.waitUntil(lambda: dialog._pages.count() == 1, timeout=20_000)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "card"), ""))
    dialog._save()
    qtbot.waitUntil((tmp_path / "card.pdf").exists, timeout=20_000)
    dialog.reject()
    made = contacts.window().office.do(make_recovery).value
    contacts.show_once(made.text)
    open_one(contacts, OnceDialog).printed.emit()
    qtbot.waitUntil(lambda: open_one(contacts, PageDialog) is not None, timeout=20_000)
    sheet = open_one(contacts, PageDialog)
    assert made.text[:5] in words_of_pdf(sheet._data)
    assert not [one for one in sheet.findChildren(QPushButton) if one.text().startswith("Save")]
    sheet.reject()


def test_somebody_without_a_card_is_asked_for_it(contacts, qtbot, monkeypatch):
    """The adviser of the licence stands in the list, and the one button adds a card."""
    qtbot.waitUntil(lambda: contacts._state.detail is not None, timeout=20_000)
    detail = contacts._state.detail
    assert (detail.name, detail.trust, detail.can) == ("Halden Roe Talent", "no-card", {"add"})
    assert contacts._pane._add.isVisible()
    assert not contacts._pane._confirm.isVisible()
    asked: list[str] = []

    def choose(_parent, words, *_more):
        asked.append(words)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    contacts._pane._add.click()
    assert asked == ["Choose a card, or what else was sent to you"]


def test_a_mistyped_recovery_key_keeps_the_form(met, qtbot):
    met._own_asked("paper")
    form = open_one(met, PaperForm)
    form._digits.setPlainText("12345 67890")
    form._pass.setText(PASSPHRASE)
    form._yes.click()
    qtbot.waitUntil(lambda: "eighty digits" in form._problem.text(), timeout=20_000)
    assert form.isVisible()
    form.reject()


def test_enter_in_the_passphrase_signs_and_in_any_other_field_goes_on(met, qtbot, tmp_path, monkeypatch):
    """It once pressed Cancel, and the form went away as if it had been signed."""
    path = tmp_path / "leave.likeness"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    met.window().activateWindow()
    met._asked("delegate")
    form = open_one(met, SigningForm)
    qtbot.waitUntil(form.isActiveWindow)
    form._sum.setFocus()
    qtbot.keyClicks(form._sum, "5000")
    qtbot.keyClick(form._sum, KEY.Key_Return)
    assert form.isVisible()
    assert not form._sum.hasFocus()
    form._pass.setFocus()
    qtbot.keyClicks(form._pass, PASSPHRASE)
    form._pass._show.click()  # to be read, and still a passphrase
    qtbot.keyClick(form._pass, KEY.Key_Return)
    qtbot.waitUntil(path.exists, timeout=20_000)


def test_enter_presses_the_button_that_has_the_focus(met, qtbot):
    for name, stays in (("_yes", True), ("_cancel", False)):
        met._asked("estate")
        form = open_one(met, SigningForm)
        qtbot.waitUntil(form.isActiveWindow)
        button = (
            form._yes if name == "_yes" else next(b for b in form.findChildren(QPushButton) if b.text() == "Cancel")
        )
        button.setFocus()
        qtbot.keyClick(button, KEY.Key_Return)
        assert (not gone(form) and form.isVisible()) is stays
        if stays:
            assert form._problem.text() == "Type your passphrase to sign."
            form.reject()
