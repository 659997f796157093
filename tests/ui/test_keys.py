"""The keys of UX section 9 for the screens that exist, pressed as a person presses them."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from likeness.acts.licences.end_licence import suspend_licence
from likeness.errors import Broken
from ui.screens.first_run.view import FirstRunView
from ui.screens.unlock.view import UnlockView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window, qtbot, key, how=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, how)
    qtbot.wait(20)


def open_dialog(parent):
    return next((one for one in parent.findChildren(QDialog) if one.isVisible()), None)


@pytest.mark.parametrize(
    ("key", "place", "title"),
    [
        (KEY.Key_1, "overview", "Likeness, Overview"),
        (KEY.Key_2, "doubles", "Likeness, Likenesses"),
        (KEY.Key_3, "licences", "Likeness, Licences"),
        (KEY.Key_4, "uses", "Likeness, Uses"),
        (KEY.Key_5, "earnings", "Likeness, Earnings"),
        (KEY.Key_6, "verify", "Likeness, Verify"),
        (KEY.Key_7, "contacts", "Likeness, Contacts"),
        (KEY.Key_Comma, "settings", "Likeness, Settings"),
    ],
)
def test_a_number_goes_to_its_screen_and_the_title_says_so(active, qtbot, key, place, title):
    active.shell.go("verify" if place != "verify" else "uses")
    press(active, qtbot, key, CTRL)
    assert active.shell._here == place
    assert active.windowTitle() == title
    assert active.shell._stack.currentWidget() is active.shell.page_of(place)
    assert [key for key, line in active.shell._navigation._lines.items() if line.isChecked()] == [place]


@pytest.mark.parametrize("place", ["doubles", "licences", "uses", "earnings", "contacts"])
def test_find_puts_the_cursor_into_the_search_and_escape_empties_it(active, qtbot, place):
    active.shell.go(place)
    screen = active.shell.page_of(place)
    press(active, qtbot, KEY.Key_F, CTRL)
    assert screen._search.hasFocus()
    qtbot.keyClicks(screen._search, "low country")
    press(active, qtbot, KEY.Key_Escape)
    assert screen._search.text() == ""


@pytest.mark.parametrize(("key", "how", "place"), [(KEY.Key_U, CTRL, "uses"), (KEY.Key_N, CTRL | SHIFT, "doubles")])
def test_a_form_opens_by_key_and_escape_closes_it_without_a_trace(active, qtbot, key, how, place):
    counts = active.office.registry.uses.counts(), active.office.registry.doubles.titles()
    press(active, qtbot, key, how)
    form = open_dialog(active.shell.page_of(place))
    assert form is not None
    assert form.isModal()
    qtbot.keyClick(form, KEY.Key_Escape)
    assert open_dialog(active.shell.page_of(place)) is None
    assert (active.office.registry.uses.counts(), active.office.registry.doubles.titles()) == counts


def test_new_licence_narrow_navigation_and_lock(active, qtbot):
    wide = active.shell._navigation.width()
    press(active, qtbot, KEY.Key_B, CTRL)
    assert active.shell._navigation.width() < wide
    press(active, qtbot, KEY.Key_N, CTRL)
    assert active.shell._wizard is not None
    press(active, qtbot, KEY.Key_L, CTRL)
    assert isinstance(active.centralWidget(), UnlockView)
    assert active.office is None


@pytest.mark.parametrize("end", ["lock", "close"])
def test_no_screen_asks_a_registry_that_was_closed(active, qtbot, registry, end):
    """A search that was being typed, and an act whose bell had not rung yet, once opened it again."""
    active.shell.go("licences")
    active.shell.page_of("licences")._search.setText("harbour")
    registry[0].do(suspend_licence, "2026-0001")
    getattr(active, end)()
    qtbot.wait(150)  # longer than any screen waits; what a slot raises fails the test
    assert registry[0].registry._db.peewee.is_closed()
    with pytest.raises(Broken, match="closed"):
        _ = registry[0].owner


def test_n_walks_through_the_flagged_uses_and_stops_at_the_last(active, qtbot):
    active.shell.go("uses")
    uses = active.shell.page_of("uses")
    qtbot.waitUntil(lambda: uses._pane._shown is not None)
    seen = [uses._current()]
    for _ in range(3):
        press(active, qtbot, KEY.Key_N)
        seen.append(uses._current())
    assert len(dict.fromkeys(seen)) == 2
    assert seen[-1] == seen[-2]
    press(active, qtbot, KEY.Key_N, SHIFT)
    assert uses._current() == seen[0]
    qtbot.waitUntil(lambda: uses._pane._shown.id == seen[0])


def test_one_letter_keys_are_only_letters_in_a_field(active, qtbot):
    active.shell.go("uses")
    uses = active.shell.page_of("uses")
    qtbot.waitUntil(lambda: uses._pane._shown is not None)
    before = uses._pane._shown.id
    uses._search.setFocus()
    press(active, qtbot, KEY.Key_N)
    assert uses._search.text() == "n"
    assert uses._pane._shown.id == before


class Shown(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self):
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched, event):  # noqa: N802  Qt calls it
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_no_window_but_ours_is_ever_shown(active, qtbot):
    shown, app = Shown(), QApplication.instance()
    app.installEventFilter(shown)
    for place in ("overview", "doubles", "uses", "earnings", "verify", "contacts", "settings", "licences"):
        active.shell.go(place)
        qtbot.wait(30)
    active.shell.open_wizard("2026-0002")
    for step in range(7):
        active.shell._wizard.jump(step)
    first = FirstRunView(lambda **_: None, lambda *_, **__: None, active.jobs)
    qtbot.addWidget(first)
    app.removeEventFilter(shown)
    assert shown.names == []


def passphrases(root):
    return [
        field
        for field in root.findChildren(QLineEdit)
        if "passphrase" in field.accessibleName().lower() or field.accessibleName() == "The same again"
    ]


def test_every_passphrase_is_dots_until_its_own_button_shows_it(dressed, window, qtbot):
    window.shell.open_wizard("2026-0002")
    pages = [window.shell._wizard, UnlockView(lambda _: None, "Liora", window.jobs)]
    pages.append(FirstRunView(lambda **_: None, lambda *_, **__: None, window.jobs))
    qtbot.addWidget(pages[1])
    qtbot.addWidget(pages[2])
    assert [len(passphrases(page)) for page in pages] == [1, 3, 5]
    for page in pages:
        for field in passphrases(page):
            assert field.echoMode() is QLineEdit.EchoMode.Password
            field.setText("four words in a row")
            field.selectAll()
            field.copy()
            assert "four words" not in QApplication.clipboard().text()
            field._show.setChecked(True)
            assert field.echoMode() is QLineEdit.EchoMode.Normal
            field._show.setChecked(False)
            assert field.echoMode() is QLineEdit.EchoMode.Password
