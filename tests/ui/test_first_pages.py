"""The two pages before a registry is open: making one and unlocking one, with real keys and a real disk."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from likeness.acts.backups.back_up import ENDING, back_up
from likeness.errors import Broken
from likeness.office import Office
from likeness.values.clock import SystemClock
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.offices import PASSPHRASE, QUICK, an_office
from tests.fakes.seeded_chance import SeededChance
from ui.app import Window
from ui.kit.look.theme import Scheme, theme
from ui.kit.look.typeface import font
from ui.kit.words import choose_language, language
from ui.screens.first_run.backup_view import FirstBackupView
from ui.screens.first_run.role_card import BESIDE, HIGH, LINE, WRAP, RoleCard
from ui.screens.first_run.view import FirstRunView
from ui.screens.unlock.view import UnlockView
from ui.screens.words.view import WordsView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "liora.registry"


@pytest.fixture
def opened(dressed, qtbot, path, monkeypatch):
    """Give a function that opens the window on the path; its locks are quick."""
    theme().choose(Scheme.LIGHT)
    choose_language("en")
    windows = []
    create = Office.create
    monkeypatch.setattr(Office, "create", lambda *given, **named: create(*given, **{"cost": QUICK, **named}))

    def start(at=path):
        window = Window(at, clock=FixedClock(), chance=SeededChance("window"))
        qtbot.addWidget(window)
        windows.append(window)
        window.begin()
        window.show()
        return window

    yield start
    for window in windows:
        window.close()
    choose_language("en")


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def names(root):
    kinds = [*root.findChildren(QAbstractButton), *root.findChildren(QLineEdit)]
    return [one.accessibleName() for one in kinds if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]


def test_first_run_makes_a_registry_and_goes_in(opened, qtbot, path):
    window = opened()
    page = window.centralWidget()
    assert isinstance(page, FirstRunView)
    assert all(names(page))
    click(qtbot, page._go)
    qtbot.keyClicks(page._name, "Liora Vantreight")
    qtbot.keyClick(page._name, Qt.Key.Key_Return)
    qtbot.keyClicks(page._pass, "four words in a row")
    qtbot.keyClicks(page._again, "four words in a roe")
    click(qtbot, page._go)
    assert page._problem.text() == "The two are not the same."
    assert not path.exists()
    page._again.clear()
    qtbot.keyClicks(page._again, "four words in a row")
    qtbot.keyClick(page._again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), WordsView), timeout=10_000)
    window.centralWidget().left.emit()
    assert isinstance(window.centralWidget(), FirstBackupView)
    window.centralWidget().done.emit()
    assert window.shell is not None
    assert (window.office.owner.name, window.office.owner.role) == ("Liora Vantreight", "performer")
    window.close()
    again = Office.open(path, passphrase="four words in a row", clock=SystemClock(), chance=SeededChance())
    assert again.owner.name == "Liora Vantreight"
    again.close()
    with pytest.raises(Broken, match="wrong-passphrase"):
        Office.open(path, passphrase="four words in a roe", clock=SystemClock(), chance=SeededChance())


def test_first_run_changes_its_language_and_keeps_what_was_typed(opened, qtbot):
    window = opened()
    page = window.centralWidget()
    click(qtbot, page._roles["agent"])
    click(qtbot, page._go)
    qtbot.keyClicks(page._name, "Halden Roe")
    page._presenter.speak("fr")
    assert language() == "fr"
    assert page._name.text() == "Halden Roe"
    assert page._steps.place == 1
    assert page._roles["agent"].isChecked()
    assert page._go.text() == "Continuer"
    assert all(names(page))
    click(qtbot, page._back)
    assert page._steps.place == 0


def test_a_folder_that_takes_no_file_is_told_and_leaves_nothing(opened, qtbot, path):
    window = opened()
    page = window.centralWidget()
    path.write_bytes(b"somebody else's")  # came to be while the page was open
    page._presenter.go_on("", "", "")
    page._presenter.go_on("Liora Vantreight", "", "")
    with qtbot.waitSignal(page.failed, timeout=10_000) as told:
        page._presenter.go_on("", "four words in a row", "four words in a row")
    assert told.args[0].code == "file-exists"
    assert path.read_bytes() == b"somebody else's"
    assert window.shell is None
    assert page._go.isEnabled()


def test_a_wrong_passphrase_is_told_in_words_and_the_page_stays(opened, qtbot, path):
    an_office(path.parent).close()
    window = opened()
    page = window.centralWidget()
    assert isinstance(page, UnlockView)
    assert all(names(page))
    qtbot.keyClicks(page._field, "not the passphrase")
    qtbot.keyClick(page._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page._problem.text()))
    assert page._problem.text() == "That is not the passphrase of this registry. Try again."
    assert page._problem.isVisible()
    assert window.centralWidget() is page
    assert window.office is None
    assert page._field.text() == ""
    assert page._field.isEnabled()
    qtbot.keyClicks(page._field, PASSPHRASE)
    click(qtbot, page._button)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell._navigation._who._name.text() == "Liora Vantreight"


def test_a_registry_without_its_locks_is_told_in_a_dialog(opened, qtbot, path):
    an_office(path.parent).close()
    path.with_name(path.name + ".vault").unlink()
    window = opened()
    page = window.centralWidget()
    with qtbot.waitSignal(page.failed) as told:
        page._presenter.unlock(PASSPHRASE)
    assert told.args[0].code == "vault-missing"
    assert window.centralWidget() is page
    assert page._button.isEnabled()


def test_a_registry_that_may_not_be_looked_for_is_not_taken_for_a_first_start(opened, qtbot, path):
    window = opened(path.with_name("x" * 300))  # a name that the system refuses, as it refuses a closed folder
    page = window.centralWidget()
    with qtbot.waitSignal(page.failed) as told:
        page._presenter.unlock(PASSPHRASE)
    assert told.args[0].code == "cannot-open"


def test_somebody_with_a_backup_goes_in_with_all_of_it(opened, qtbot, path, tmp_path, monkeypatch):
    liora = an_office(tmp_path / "old computer")
    file = liora.do(back_up, tmp_path / f"liora{ENDING}").value.file
    liora.close()
    window = opened()
    page = window.centralWidget()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    click(qtbot, page.have)
    assert not page.have.isVisible()
    page._old.setText("another passphrase")
    qtbot.keyClick(page._old, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page._problem.text()))
    page._old.setText(PASSPHRASE)
    qtbot.keyClick(page._old, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.office.owner.name == "Liora Vantreight"
    assert path.exists()


@pytest.mark.parametrize("tongue", ["English", "Français"])
def test_a_line_about_a_role_wraps_where_there_is_no_room_for_it(opened, qtbot, tongue):
    window = opened()
    window.resize(1024, 640)
    page = window.centralWidget()
    click(qtbot, next(one for one in page.findChildren(QAbstractButton) if one.text() == tongue))
    qtbot.wait(20)
    cards = [one for one in page.findChildren(RoleCard) if one.isVisible()]
    assert len(cards) == 3
    for card in cards:
        needed = QFontMetrics(font("small")).boundingRect(QRect(0, 0, card.width() - BESIDE, 999), WRAP, card._line)
        assert needed.width() <= card.width() - BESIDE
        assert needed.height() <= card.height() - HIGH + LINE
