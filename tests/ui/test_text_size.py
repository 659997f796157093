"""Text size: every word is whole at 130 % in French, another size is followed live, and it is remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from likeness.acts.licences.draft_licence import the_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.paper.letters.letter import INVOICE, NOTICE
from likeness.paper.qr.qr_payload import qr_text
from seeds.demo import PASSPHRASE
from tests.fakes.album import pixels, unlike
from tests.fakes.fits import cut_words
from tests.ui.test_report_view import a_report
from ui.kit.look.text_size import PERCENTS, choose_text_size, grown, measured, next_size, text_size
from ui.kit.look.theme import theme
from ui.kit.look.typeface import font, label
from ui.pictures import settle
from ui.screens.report.view import ReportView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SCREENS = ("overview", "doubles", "licences", "uses", "earnings", "verify", "contacts", "settings")
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def entered(window, percent, tongue="en"):
    office = window.open_office(PASSPHRASE)
    for name, value in (("theme", "light"), ("language", tongue), ("text-size", str(percent))):
        office.registry.settings.put(name, value)
    window.enter(office)
    window.show()
    return window


@pytest.fixture
def large(demo_window):
    """The demo at 130 % in French."""
    return entered(demo_window, 130, "fr")


def told(window, name, part=None):
    """Return what is cut, once everything is drawn."""
    settle(window)
    return [f"{name}: {one}" for one in cut_words(part or window)]


def asked(window, name, opens):
    """Return what is cut in the dialog that `opens` opens, and whether it is larger than the window."""
    opens()
    settle(window)
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    wrong = told(window, name, dialog)
    if dialog.height() > window.height() or dialog.width() > window.width():
        wrong.append(f"{name}: larger than the window")
    dialog.reject()
    return wrong


def test_no_screen_cuts_a_word(large, qtbot):
    wrong = []
    for name in SCREENS:
        large.shell.go(name)
        wrong += told(large, name)
        if name in ("uses", "settings"):
            wrong += filter(None, [unlike(large, f"{name}-130-light-fr")])
    verify = large.shell.screen_now("verify")
    verify._presenter.check_text(
        qr_text(bundle_of(large.office.desk, the_licence(large.office.desk, "2025-0002")).data)
    )
    settle(large)
    verify._plan._form._place.choose("US")
    verify._plan._ask()
    wrong += told(large, "answer")
    assert not wrong, "\n".join(wrong)


def test_no_dialog_cuts_a_word(large, qtbot):
    shell, wrong = large.shell, []
    for name in ("uses", "doubles", "earnings", "licences", "contacts"):
        shell.go(name)
        settle(large)
    uses, doubles, earnings, licences, contacts = (shell.page_of(one) for one in (
        "uses", "doubles", "earnings", "licences", "contacts"))  # fmt: skip
    licences.show_licence("2026-0002")
    settle(large)
    for name, opens in (
        ("log", uses.open_form),
        ("resolve", uses._resolve),
        ("reports", uses._presenter.book.see_reports),
        ("notice", lambda: uses._write(NOTICE)),
        ("invoice", lambda: uses._write(INVOICE)),
        ("double", doubles.open_form),
        ("settle", lambda: earnings._asked("settle")),
        ("suspend", lambda: licences._asked("suspend")),
        ("withdraw", lambda: licences._asked("withdraw")),
        ("card", contacts._own.click),
        ("find", shell.doings.find),
        ("help", shell.doings.help),
    ):
        wrong += asked(large, name, opens)
    assert not wrong, "\n".join(wrong)


def test_no_step_of_the_wizard_and_no_page_of_the_import_cuts_a_word(large, qtbot, tmp_path):
    wrong = []
    large.shell.open_import()
    report = large.findChild(ReportView)
    wrong += told(large, "file")
    report.take_file(a_report(tmp_path))
    wrong += told(large, "sender")
    report._presenter.choose_reporter("Tidewrack Pictures Ltd")
    report.show_columns()
    wrong += told(large, "columns")
    report._presenter.say_for_all("user", "tidewrack")
    report._presenter.choose("TX date", "at %d/%m/%Y")
    settle(large)
    report._go_on()
    wrong += told(large, "result")
    report.leave()
    drafts = large.office.registry.licences.all_own(large.office.clock.now())
    large.shell.open_wizard(next(row.number for row in drafts if row.state == "draft"))
    for step in range(7):
        large.shell.front.jump(step)
        wrong += told(large, f"step {step}")
    assert not wrong, "\n".join(wrong)


def test_the_search_for_cut_words_finds_them(dressed, qtbot):
    """The walk above would find nothing if it could not see: a label, a button and a hint too long for their place."""
    for made in (label("far too long for its place"), QLineEdit()):
        qtbot.addWidget(made)
        holder = label("")
        qtbot.addWidget(holder)
        holder.resize(400, 60)
        made.setParent(holder)
        if isinstance(made, QLineEdit):
            made.setPlaceholderText("far too long for its place")
        made.setGeometry(0, 0, 60, 40)
        holder.show()
        assert len(cut_words(holder)) == 1
        made.setGeometry(0, 0, 390, 40)
        assert cut_words(holder) == []


def drawn(window):
    """Return the pictures of all screens."""
    pictures = {}
    for name in SCREENS:
        window.shell.go(name)
        settle(window)
        pictures[name] = pixels(window.grab().toImage())
    return pictures


def test_another_size_is_followed_by_everything_that_is_open(demo_window, qtbot):
    """What was built at 100 % and made larger looks as what was built at 130 %: no font, height or measure is left."""
    built = drawn(entered(demo_window, 130, "fr"))
    demo_window.wish("text-size", "100")
    demo_window.enter(demo_window.office)
    usual = drawn(demo_window)
    demo_window.wish("text-size", "130")
    for name, picture in drawn(demo_window).items():
        assert (picture == built[name]).all(), name
    demo_window.wish("text-size", "100")
    for name, picture in drawn(demo_window).items():
        assert (picture == usual[name]).all(), name


def test_keys_make_it_larger_and_smaller_and_nothing_that_was_typed_is_lost(active, qtbot):
    active.shell.open_wizard("2026-0002")
    wizard = active.shell.front
    wizard.jump(2)
    box = wizard.findChild(QPlainTextEdit)
    box.setFocus()
    box.setPlainText("Half a sen")
    qtbot.keyClick(box, Qt.Key.Key_Plus, CTRL)
    assert (text_size(), active.office.registry.settings.get("text-size")) == (115, "115")
    for _ in PERCENTS:
        qtbot.keyClick(box, Qt.Key.Key_Plus, CTRL)
    assert text_size() == PERCENTS[-1]
    qtbot.keyClick(box, Qt.Key.Key_Minus, CTRL)
    assert text_size() == 130
    assert active.shell.front is wizard
    assert (box.toPlainText(), box.hasFocus()) == ("Half a sen", True)
    assert box.font().pixelSize() == 17
    qtbot.keyClick(box, Qt.Key.Key_0, CTRL)
    assert text_size() == 100


def test_in_the_timeline_the_same_keys_are_its_zoom(active, qtbot):
    active.shell.go("overview")
    overview = active.shell.page_of("overview")
    qtbot.waitUntil(lambda: bool(overview._timeline._lanes))
    timeline = overview._timeline
    month = timeline._scale.month
    timeline.setFocus()
    qtbot.keyClick(timeline, Qt.Key.Key_Plus, CTRL)
    assert timeline._scale.month > month
    assert text_size() == 100
    qtbot.keyClick(timeline, Qt.Key.Key_0, CTRL)
    assert (timeline._scale.month, text_size()) == (month, 100)
    overview._list.setFocus()
    qtbot.keyClick(overview._list, Qt.Key.Key_Plus, CTRL)
    assert (timeline._scale.month == month, text_size()) == (False, 115)  # as wide as the larger text leaves it


def test_settings_show_the_size_however_it_was_chosen(active, qtbot):
    active.shell.go("settings")
    sizes = active.shell.page_of("settings").text.sizes
    qtbot.mouseClick(sizes._parts["150"], Qt.MouseButton.LeftButton)
    assert (text_size(), active.office.registry.settings.get("text-size")) == (150, "150")
    qtbot.keyClick(active, Qt.Key.Key_Minus, CTRL)
    assert sizes._parts["130"].isChecked()
    active.enter(active.office, "settings")
    assert active.shell.page_of("settings").text.sizes._parts["130"].isChecked()


def test_the_look_is_shown_however_it_was_chosen(active, qtbot):
    active.shell.go("settings")
    looks = active.shell.page_of("settings").look.choice
    active.wish("theme", "dark")
    assert looks._parts["dark"].isChecked()


def test_the_system_font_is_used_where_it_is_wished_and_codes_keep_theirs(active, qtbot):
    active.shell.go("settings")
    part = active.shell.page_of("settings").text
    qtbot.mouseClick(part.system, Qt.MouseButton.LeftButton)
    assert theme().system_font
    assert active.office.registry.settings.get("letters") == "system"
    assert font("body").family() == QApplication.font().family() == part.tongue.font().family()
    assert font("mono").family() == "JetBrains Mono"
    qtbot.mouseClick(part.system, Qt.MouseButton.LeftButton)
    assert font("body").family() == "Inter"


def test_what_was_measured_is_forgotten_when_the_size_changes():
    asked_for = []

    @measured(8)
    def measure(text):
        asked_for.append(text)
        return grown(10)

    assert (measure("a"), measure("a"), asked_for) == (10, 10, ["a"])
    choose_text_size(150)
    assert (measure("a"), asked_for) == (15, ["a", "a"])
    assert (next_size(1), next_size(-1), next_size(0)) == (150, 130, 100)
    choose_text_size(117)  # none that is offered
    assert (text_size(), next_size(-1)) == (100, 90)
