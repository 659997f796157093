"""Quick find in the window: typed as a person types, by key and by mouse; it leads where things live."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPlainTextEdit

from likeness.acts.doubles.record_double import NewDouble, record_double
from ui.kit.look.scrim import Scrim
from ui.kit.shortcuts import Bound
from ui.kit.words import language
from ui.screens.find.state import DO, Row, Target
from ui.screens.find.view import FindDialog
from ui.screens.unlock.view import UnlockView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
KEY, CTRL, LEFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def quick(active, qtbot):
    """Give a function that presses Ctrl K and returns the dialog, its field ready."""

    def opened():
        qtbot.waitUntil(active.isActiveWindow)
        qtbot.wait(20)
        qtbot.keyClick(QApplication.focusWidget() or active, KEY.Key_K, CTRL)
        dialog = the_dialog(active)
        qtbot.waitUntil(dialog._field.hasFocus)
        return dialog

    return opened


def the_dialog(window):
    (found,) = [one for one in window.findChildren(FindDialog) if one.isVisible()]
    return found


def find(qtbot, dialog, words):
    """Type, and wait for the answer to just these words."""
    qtbot.keyClicks(dialog._field, words)
    qtbot.waitUntil(lambda: dialog._state.words == words)
    qtbot.waitUntil(lambda: dialog._presenter._known.here and dialog._presenter._known.there)
    qtbot.wait(50)
    return [row.words for row in dialog._state.rows]


def gone(window):
    return not [one for one in window.findChildren(FindDialog) if one.isVisible()]


def test_a_licence_is_opened_with_keys_alone(active, quick, qtbot):
    active.shell.go("uses")
    dialog = quick()
    assert find(qtbot, dialog, "low country")[0] == "The Low Country"
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    qtbot.waitUntil(lambda: gone(active))
    assert active.shell.here == "licences"
    licences = active.shell.page_of("licences")
    qtbot.waitUntil(lambda: licences._state.detail is not None and licences._state.detail.number == "2026-0002")


def test_up_and_down_go_round_over_headings_and_enter_opens_a_use(active, quick, qtbot):
    dialog = quick()
    find(qtbot, dialog, "harbour")
    walked = []
    for _ in range(len(dialog._state.rows) + 1):
        walked.append(dialog._current())
        qtbot.keyClick(dialog._field, KEY.Key_Down)
    assert walked == [*dialog._state.rows, dialog._state.rows[0]]
    qtbot.keyClick(dialog._field, KEY.Key_Up)
    qtbot.keyClick(dialog._field, KEY.Key_Up)
    assert dialog._current() == dialog._state.rows[-1]
    use = next(row for row in dialog._state.rows if row.group == "uses")
    while dialog._current() != use:
        qtbot.keyClick(dialog._field, KEY.Key_Down)
    assert dialog._field.accessibleDescription().startswith("Uses. ")
    qtbot.keyClick(dialog._field, KEY.Key_Enter)
    qtbot.waitUntil(lambda: active.shell.here == "uses")
    uses = active.shell.page_of("uses")
    qtbot.waitUntil(lambda: uses._state.detail is not None and uses._state.detail.id == use.target.key)


def test_a_contact_is_opened_where_contacts_live(active, quick, qtbot):
    dialog = quick()
    find(qtbot, dialog, "tidewrack")
    row = next(row for row in dialog._state.rows if row.group == "contacts")
    dialog.lead(row.target)
    contacts = active.shell.page_of("contacts")
    qtbot.waitUntil(lambda: contacts._state.detail is not None and contacts._state.detail.name == row.words)
    assert active.shell.here == "contacts"


def test_all_that_match_are_shown_by_the_search_of_the_screen(active, quick, qtbot):
    for place in ("licences", "doubles", "uses", "contacts"):
        quick().lead(Target(place, words="tidewrack"))
        screen = active.shell.page_of(place)
        assert active.shell.here == place
        assert screen._search.text() == "tidewrack"
        qtbot.waitUntil(lambda at=screen: getattr(at, "_state", None) is None or at._state.words == "tidewrack")
    uses = active.shell.page_of("uses")
    assert uses._state.flags == "all"


def test_escape_and_a_press_beside_it_close_it_and_the_focus_comes_back(active, quick, qtbot):
    before = active.shell.page_of("licences")._table
    before.setFocus()
    dialog = quick()
    qtbot.keyClick(dialog._field, KEY.Key_Escape)
    qtbot.waitUntil(lambda: gone(active))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)
    qtbot.waitUntil(lambda: active.findChildren(Scrim) == [])
    quick()
    (scrim,) = active.findChildren(Scrim)
    qtbot.mouseClick(scrim, LEFT)
    qtbot.waitUntil(lambda: gone(active) and active.findChildren(Scrim) == [])
    dialog = quick()
    qtbot.keyClick(dialog._field, KEY.Key_K, CTRL)
    qtbot.waitUntil(lambda: gone(active))


def test_it_opens_from_a_field_too_and_the_field_keeps_its_words(active, quick, qtbot):
    search = active.shell.page_of("licences")._search
    search.setFocus()
    search.setText("harbour")
    search.setCursorPosition(0)  # some systems delete to the end of a line with this key
    dialog = quick()
    qtbot.keyClick(dialog._field, KEY.Key_Escape)
    qtbot.waitUntil(lambda: gone(active))
    active.shell.open_wizard("2026-0002")
    box = next(one for one in active.shell.front.findChildren(QPlainTextEdit))
    for step in range(7):
        if not box.isVisible():
            active.shell.front.jump(step)
    box.setFocus()
    before = box.toPlainText()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    dialog = quick()
    dialog.reject()
    assert (search.text(), box.toPlainText()) == ("harbour", before)


def test_a_mouse_opens_it_and_presses_a_row(active, qtbot):
    active.shell.go("overview")
    qtbot.mouseClick(active.shell.page_of("overview")._find, LEFT)
    dialog = the_dialog(active)
    find(qtbot, dialog, "earnings")
    place = next(at for at in range(dialog._model.rowCount()) if dialog._model.row(at))
    box = dialog._list.visualRect(dialog._model.index(place, 0))
    qtbot.mouseClick(dialog._list.viewport(), LEFT, pos=box.center())
    qtbot.waitUntil(lambda: active.shell.here == "earnings")
    head = dialog._model.index(0, 0)
    assert dialog._model.flags(head) == Qt.ItemFlag.NoItemFlags


@pytest.mark.parametrize(("words", "place"), [("log a use", "uses"), ("add likeness", "doubles")])
def test_an_action_is_the_screens_own(active, quick, qtbot, words, place):
    dialog = quick()
    find(qtbot, dialog, words)
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    page = active.shell.page_of(place)
    (form,) = [one for one in page.findChildren(QDialog) if one.isVisible()]
    assert active.shell.here == place
    form.reject()


def test_what_the_open_screen_can_do_is_done_by_its_own_key(active, quick, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    licences = active.shell.page_of("licences")
    licences.show_licence("2026-0001")
    dialog = quick()
    assert "Save PDF and QR…" in find(qtbot, dialog, "save pdf")
    pressed = []
    for key in licences.findChildren(Bound):
        key.activated.connect(lambda code=key.code: pressed.append(code))
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    assert pressed == ["export"]


def test_a_wish_of_the_menu_is_the_menus_own(active, quick, qtbot):
    dialog = quick()
    assert find(qtbot, dialog, "francais") == ["Français"]
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    assert language() == "fr"
    assert active.office.registry.settings.get("language") == "fr"


def test_lock_from_quick_find_leaves_nothing_open(active, quick, qtbot):
    dialog = quick()
    find(qtbot, dialog, "lock")
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    assert isinstance(active.centralWidget(), UnlockView)
    qtbot.waitUntil(lambda: active.findChildren(FindDialog) == [] and active.findChildren(Scrim) == [])


def test_what_came_in_meanwhile_is_found(active, quick, qtbot):
    dialog = quick()
    assert find(qtbot, dialog, "zebra") == []
    dialog.reject()
    active.office.do(record_double, NewDouble("zebra-voice", "voice-model", "Zebra voice"))
    qtbot.waitUntil(lambda: not active.shell.doings.known.here)
    dialog = quick()
    assert find(qtbot, dialog, "zebra")[0] == "Zebra voice"
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    doubles = active.shell.page_of("doubles")
    qtbot.waitUntil(lambda: doubles._gallery.currentIndex().isValid())
    assert doubles._model.card(doubles._gallery.currentIndex().row()).id == "zebra-voice"


def test_what_cannot_be_done_now_is_not_offered(active, qtbot):
    def codes():
        return {offer.code for offer in active.shell.doings.offers()}

    assert not {"undo", "redo", "find"} & codes()
    active._undo.push("Marked as paid", lambda: None)
    assert "undo" in codes()
    active.shell.open_wizard("2026-0002")
    assert not {"new-licence", "log-use", "import-report", "open-paper"} & codes()
    assert {"here-go-on", "lock", "go-uses"} <= codes()


def test_whoever_only_checks_is_offered_checking_alone(active, quick, qtbot):
    active.office.registry.settings.put("only-checks", "1")
    active.enter(active.office)
    active.activateWindow()
    codes = {offer.code for offer in active.shell.doings.offers()}
    assert {"open-paper", "add-card", "own-card", "go-verify", "go-contacts", "go-settings"} <= codes
    assert not {"new-licence", "log-use", "add-double", "take-in", "go-licences", "go-uses", "go-earnings"} & codes
    dialog = quick()
    assert find(qtbot, dialog, "harbour") == []
    assert dialog._stack.currentWidget() is dialog._blank


def test_the_window_goes_on_while_the_registry_is_slow(active, quick, qtbot):
    """Both readers of the read lane are held up: typing, painting and Esc go on, and Enter waits for the answer."""
    dialog = quick()
    qtbot.waitUntil(lambda: dialog._presenter._known.here and dialog._presenter._known.there)
    hold, begun, ticks = threading.Event(), threading.Semaphore(0), []

    def wait(_job):
        begun.release()
        return hold.wait(20)

    for _ in range(2):
        active.jobs.submit("read", active, wait, lambda _answer: None, active._complain)
    for _ in range(2):
        assert begun.acquire(timeout=20)
    timer = QTimer(active, interval=5)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    shown = dialog._state.rows
    qtbot.keyClicks(dialog._field, "low cou")
    qtbot.waitUntil(lambda: len(ticks) >= 5)
    assert dialog._field.text() == "low cou"
    assert dialog._state.rows == shown
    qtbot.keyClick(dialog._field, KEY.Key_Return)
    assert dialog.isVisible()
    timer.stop()
    hold.set()
    qtbot.waitUntil(lambda: gone(active))
    qtbot.waitUntil(lambda: (d := active.shell.page_of("licences")._state.detail) is not None
                    and d.number == "2026-0002")  # fmt: skip


def test_a_name_with_signs_is_text_and_never_markup(active, quick, qtbot):
    dialog = quick()
    rows = (Row(DO, "plus", "<b>Bold</b> & <img src=x>", "\u0634\u0631\u0643\u0629 bold", Target(code="lock")),)
    dialog._model.show(rows)
    index = dialog._model.index(1, 0)
    assert index.data() == "<b>Bold</b> & <img src=x>"
    dialog._list.marks.typed = ("bold",)
    assert not dialog.grab().isNull()


def test_everything_in_it_has_a_name(active, quick, qtbot):
    dialog = quick()
    assert dialog.windowTitle() == "Find or do anything"
    assert dialog._field.accessibleName() == "Find or do anything"
    assert dialog._list.accessibleName() == "What was found"
    find(qtbot, dialog, "low country")
    spoken = [dialog._model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)
              for at in range(dialog._model.rowCount())]  # fmt: skip
    assert spoken[0] == "Licences"
    assert spoken[1].startswith("Licences. The Low Country. Tidewrack Pictures Ltd")
    assert spoken[1].endswith("Draft")
