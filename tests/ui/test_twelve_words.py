"""The twelve words in the window, with real keys and a real disk: made, checked, forgotten, made anew; and as drawn."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from likeness.acts.backups.back_up import ENDING, back_up
from likeness.acts.locks.make_words import keep_words
from likeness.seal.twelve_words import draw_words, read_words
from tests.fakes.album import unlike
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.hands import button, dialog
from tests.fakes.offices import PASSPHRASE, QUICK, an_office
from tests.fakes.pdf_words import words_of_pdf
from tests.fakes.seeded_chance import SeededChance
from ui.app import Window
from ui.kit.look.theme import Scheme, theme
from ui.kit.words import choose_language
from ui.pictures import settle
from ui.screens.first_run.backup_view import FirstBackupView
from ui.screens.unlock.view import UnlockView
from ui.screens.words import view as words_view
from ui.screens.words.view import WordsView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NEW = "four new words in a row"
DRAWN = draw_words(SeededChance("drawn"))
LOOKS = (("light", "en"), ("dark", "en"), ("light", "fr"))


@pytest.fixture
def opened(dressed, qtbot):
    """Give a function that shows the window on a path, in English and light."""
    windows = []

    def start(path, look="light", tongue="en"):
        theme().choose(Scheme(look))
        choose_language(tongue)
        window = Window(path, clock=FixedClock(), chance=SeededChance("window"))
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(1280, 800)
        window.begin()
        window.show()
        return window

    yield start
    for window in windows:
        window.close()
    theme().choose(Scheme.LIGHT)
    choose_language("en")


@pytest.fixture
def path(tmp_path):
    """Liora's registry on disk, with twelve words."""
    office = an_office(tmp_path)
    office.do(keep_words, DRAWN, QUICK)
    office.close()
    return office.registry.path


def copied(page):
    """Type the two words that are asked for, from a paper copy."""
    words = page.sheet._state.words
    page._go_on()
    assert page.sheet._state.words == ()
    for field, asked in zip(page.fields, page._presenter._state.asked, strict=True):
        field.setText(words[asked.place - 1])
    return words


def entered(window, qtbot):
    """Open the registry, and go to the words in Settings."""
    window.enter(window.open_office(PASSPHRASE))
    window.shell.show_thing("settings", "words")
    settle(window)
    return window.shell.page_of("settings").words


def asked_for_new(window, qtbot, part, passphrase=PASSPHRASE):
    part.make.click()
    form = dialog(part)
    form._pass.setText(passphrase)
    button(form, "Show me the words").click()
    return form


def test_first_run_shows_covers_asks_and_goes_in(opened, qtbot, tmp_path):
    window = opened(tmp_path / "new.registry")
    window.activateWindow()
    page = window.centralWidget()
    page._presenter.go_on("", "", "")
    page._presenter.go_on("Liora Vantreight", "", "")
    page._presenter.go_on("", NEW, NEW)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), WordsView), timeout=20_000)
    page = window.centralWidget()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page._next)
    assert page.sheet.accessibleDescription().startswith("1 ")
    words = copied(page)
    assert page.sheet.accessibleDescription() == "The words are covered."
    assert page._next.isEnabled()
    qtbot.keyClick(page.fields[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), FirstBackupView), timeout=20_000)
    button(window, "Remind me later").click()
    assert window.shell.here == "overview"
    assert window.office.desk.vault.has_words
    window.lock()
    locked = window.centralWidget()
    assert isinstance(locked, UnlockView)
    locked.forgot.click()
    locked.forgotten.words.setPlainText(" ".join(words))
    for field in (locked.forgotten.new.first, locked.forgotten.new.again):
        qtbot.keyClicks(field, NEW + "er")
    locked.open.click()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
    assert window.office.confirm(NEW + "er")


def test_later_leads_in_and_the_overview_says_what_is_missing(opened, qtbot, tmp_path):
    window = opened(tmp_path / "new.registry")
    page = window.centralWidget()
    for given in (("", "", ""), ("Liora Vantreight", "", ""), ("", NEW, NEW)):
        page._presenter.go_on(*given)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), WordsView), timeout=20_000)
    for page in (WordsView, FirstBackupView):
        assert isinstance(window.centralWidget(), page)
        button(window, "Remind me later").click()
    settle(window)
    overview = window.shell.page_of("overview")
    assert [row.kind for row in overview._presenter.state.rows] == ["backup", "words"]
    window.shell.show_thing("settings", "words")
    settle(window)
    settings = window.shell.page_of("settings")
    assert settings._sections["words"].visibleRegion().boundingRect().height() > 0, "it is scrolled to"


def test_a_word_that_is_not_the_one_keeps_the_page_shut(opened, qtbot, path):
    window = opened(path)
    part = entered(window, qtbot)
    asked_for_new(window, qtbot, part)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), WordsView), timeout=20_000)
    page = window.centralWidget()
    copied(page)
    page.fields[0].setText("copper")
    page.fields[0].editingFinished.emit()
    assert not page._next.isEnabled()
    assert "of your copy" in page._labelled[0]._words.text()
    button(window, "Cancel").click()
    assert window.shell.here == "settings"
    window.open_office(DRAWN).close()  # the earlier words count still


def test_new_words_are_made_in_settings_after_the_passphrase(opened, qtbot, path):
    window = opened(path)
    part = entered(window, qtbot)
    assert part.said.text() == "Made on 2 March 2026"
    form = asked_for_new(window, qtbot, part, "another passphrase")
    qtbot.waitUntil(lambda: form._problem.text() != "", timeout=20_000)
    assert form._problem.text() == "That is not your passphrase."
    form._pass.setText(PASSPHRASE)
    button(form, "Show me the words").click()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), WordsView), timeout=20_000)
    words = copied(window.centralWidget())
    button(window, "Finish").click()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
    assert window.shell.here == "settings"
    window.open_office(read_words(" ".join(words))).close()


def test_what_is_printed_are_the_words_and_there_is_no_file(opened, qtbot, path, monkeypatch):
    window = opened(path)
    asked_for_new(window, qtbot, entered(window, qtbot))
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), WordsView), timeout=20_000)
    page, sent = window.centralWidget(), []
    monkeypatch.setattr(words_view, "ask_printer", lambda _parent, _jobs, data, _said, _failed: sent.append(data))
    words = page.sheet._state.words
    page.print.click()
    qtbot.waitUntil(lambda: bool(sent), timeout=20_000)
    assert all(word in words_of_pdf(sent[0]) for word in words)
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name, f"{path.name}.vault"]
    assert QApplication.clipboard().text() == ""


def test_a_backup_comes_back_by_its_words(opened, qtbot, tmp_path, monkeypatch):
    liora = an_office(tmp_path / "old computer")
    liora.do(keep_words, DRAWN, QUICK)
    file = liora.do(back_up, tmp_path / f"liora{ENDING}").value.file
    liora.close()
    window = opened(tmp_path / "new.registry")
    page = window.centralWidget()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    page.have.click()
    page.by_words.click()
    page.forgotten.words.setPlainText("one two")
    page._go.click()
    assert page._problem.text().startswith("These are 2 words")
    page.forgotten.words.setPlainText(" ".join(word[:4] for word in DRAWN.written("en")))
    for field in (page.forgotten.new.first, page.forgotten.new.again):
        field.setText(NEW)
    qtbot.keyClick(page.forgotten.new.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
    assert window.office.owner.name == "Liora Vantreight"
    assert window.office.confirm(NEW)


@pytest.mark.parametrize(("look", "tongue"), LOOKS)
def test_the_pages_look_as_they_were_drawn(opened, qtbot, tmp_path, look, tongue):
    office = an_office(tmp_path)
    for name, value in (("theme", look), ("language", tongue)):
        office.registry.settings.put(name, value)
    window = opened(office.registry.path, look, tongue)
    window._show_words(office, first=True)
    page, name = window.centralWidget(), f"{look}-{tongue}"
    settle(window)
    wrong = [unlike(window, f"words-show-{name}")]
    copied(page)
    page.fields[1].setText("copper")
    page._presenter.left(1, "copper")
    wrong.append(_still(window, f"words-check-{name}"))
    page.left.emit()
    window.lock()
    window.centralWidget().forgot.click()
    wrong.append(_still(window, f"words-forgotten-{name}"))
    assert not any(wrong), "\n".join(filter(None, wrong))


def _still(window, name):
    """Compare without a cursor that blinks."""
    settle(window)
    if window.focusWidget() is not None:
        window.focusWidget().clearFocus()
    QApplication.processEvents()
    return unlike(window, name)


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_nothing_is_cut_in_a_small_window(opened, qtbot, tmp_path, tongue):
    office = an_office(tmp_path)
    office.registry.settings.put("language", tongue)
    window = opened(office.registry.path, tongue=tongue)
    window.resize(1024, 640)
    window._show_words(office, first=True)
    page = window.centralWidget()
    copied(page)
    settle(window)
    for part in (page._next, *page.fields, page.print, page.sheet):
        shown = part.visibleRegion().boundingRect()
        assert shown.size() == part.size(), part
