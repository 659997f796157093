"""The wizard by hand: what cannot be read stays where it was typed, is told, and is never signed over."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit

pytestmark = pytest.mark.qt_log_ignore("does not support")
USES, FEE, LIMITS, REVIEW = 3, 4, 5, 6


@pytest.fixture
def wizard(active):
    """The wizard on a draft that is filled in to its review."""
    active.shell.open_wizard("2026-0002")
    return active.shell._wizard


def terms(wizard):
    return wizard._presenter._state.terms


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("step", "name", "text"),
    [
        (USES, "_first", "the first of March"),
        (USES, "_last", "end of March 2027"),
        (USES, "_last", "31 feb 2027"),
        (LIMITS, "_shown", "two years"),
        (LIMITS, "_delete", "soon"),
        (FEE, "_again", "five"),
        (FEE, "_again", "nan"),
        (FEE, "_sum", "much"),
    ],
)
def test_what_cannot_be_read_stays_is_told_and_holds_the_step(wizard, qtbot, step, name, text):
    wizard.jump(step)
    before, field = terms(wizard), getattr(wizard._pages[step], name)
    type_into(qtbot, field, text)
    for onward in (lambda: click(qtbot, wizard._go), lambda: qtbot.keyClick(field, Qt.Key.Key_Return,
                   Qt.KeyboardModifier.ControlModifier), lambda: wizard.jump(REVIEW)):  # fmt: skip
        onward()
        assert (wizard._stack.currentIndex(), field.text(), terms(wizard)) == (step, text, before)
        assert field.hasFocus()
        assert field.accessibleDescription().startswith("Write a ")
    click(qtbot, wizard._back)
    wizard.jump(REVIEW)
    assert (wizard._stack.currentIndex(), field.text()) == (step, text)
    assert field.property("state") == "wrong"


def test_a_licence_has_a_first_day(wizard, qtbot):
    wizard.jump(USES)
    field = wizard._pages[USES]._first
    field.setFocus()
    field.clear()
    click(qtbot, wizard._go)
    assert wizard._stack.currentIndex() == USES
    assert field.accessibleDescription().startswith("Write a day")


def test_what_was_typed_last_counts_although_its_field_was_not_left(wizard, qtbot):
    wizard.jump(USES)
    field = wizard._pages[USES]._last
    type_into(qtbot, field, "1 dec 2028")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard._stack.currentIndex() == USES + 1
    assert terms(wizard).create.last == date(2028, 12, 1)


def test_a_warning_that_is_healed_writes_over_what_could_not_be_read(wizard, qtbot):
    wizard.jump(USES)
    field = wizard._pages[USES]._last
    field.setFocus()
    field.clear()
    wizard.jump(USES)
    type_into(qtbot, field, "some day")
    wizard._presenter.fix("no-end")
    assert terms(wizard).create.last is not None
    assert field.text().endswith(str(terms(wizard).create.last.year))
    click(qtbot, wizard._go)
    assert wizard._stack.currentIndex() == USES + 1


def inner(tokens):
    return tokens.findChild(QLineEdit)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [("_where", "Germany", "DE"), ("_tongues", "Somali", "so"), ("_purposes", "advertising", "advertising")],
)
def test_what_names_one_entry_is_taken_when_its_field_is_left(wizard, qtbot, name, text, code):
    wizard.jump(USES)
    field = getattr(wizard._pages[USES], name)
    before = field.codes()
    type_into(qtbot, inner(field), text)
    click(qtbot, wizard._go)
    assert (wizard._stack.currentIndex(), field.codes(), inner(field).text()) == (USES + 1, (*before, code), "")
    shown = {"_where": terms(wizard).territory.include, "_tongues": terms(wizard).languages}
    assert shown.get(name, terms(wizard).purposes) == field.codes()


@pytest.mark.parametrize("name", ["_where", "_tongues", "_purposes"])
def test_what_names_nothing_stays_is_told_and_holds_the_step(wizard, qtbot, name):
    wizard.jump(USES)
    field = getattr(wizard._pages[USES], name)
    before = field.codes()
    type_into(qtbot, inner(field), "Atlantis")
    qtbot.keyClick(inner(field), Qt.Key.Key_Return)
    assert (inner(field).text(), field.property("state")) == ("Atlantis", "wrong")
    click(qtbot, wizard._go)
    assert (wizard._stack.currentIndex(), field.codes(), inner(field).text()) == (USES, before, "Atlantis")
    inner(field).clear()
    click(qtbot, wizard._go)
    assert wizard._stack.currentIndex() == USES + 1


def test_what_is_chosen_from_the_list_leaves_nothing_behind(wizard, qtbot):
    wizard.jump(USES)
    field = wizard._pages[USES]._where
    type_into(qtbot, inner(field), "Portug")
    popup = inner(field).completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inner(field).text() == "")
    assert field.codes()[-1] == "PT"
    assert field.property("state") != "wrong"


@pytest.mark.parametrize(
    ("step", "name", "text"), [(USES, "_last", "30 jun"), (FEE, "_again", "2."), (FEE, "_sum", "12")]
)
def test_keeping_the_draft_takes_nothing_away_from_whoever_is_typing(wizard, qtbot, step, name, text):
    wizard.jump(step)
    field = getattr(wizard._pages[step], name)
    wizard._presenter.change(description="Another day of work.")
    type_into(qtbot, field, text)
    wizard._presenter.keep()
    assert wizard._presenter._state.saved
    assert field.text() == text


def test_a_number_that_is_being_typed_anew_is_not_put_back(wizard, qtbot):
    wizard.jump(USES)
    field = wizard._pages[USES]._lines_most
    type_into(qtbot, field, "5")
    field.lineEdit().clear()
    wizard._presenter.keep()
    assert wizard._presenter._state.saved
    assert field.lineEdit().text() == ""


def test_a_line_may_end_in_the_description_and_typing_goes_on_there(wizard, qtbot):
    wizard.jump(2)
    box = wizard._pages[2]._about
    box.setFocus()
    box.clear()
    qtbot.keyClicks(box, "New dialogue")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "for the pilot")
    assert terms(wizard).description == "New dialogue for the pilot"
    assert box.toPlainText() == "New dialogue\nfor the pilot"


def test_a_description_grows_no_longer_than_it_may_be(wizard, qtbot):
    wizard.jump(2)
    box = wizard._pages[2]._about
    box.setPlainText("b" * 400)
    box.moveCursor(QTextCursor.MoveOperation.Start)
    box.insertPlainText("aa")
    assert terms(wizard).description == box.toPlainText() == "b" * 400
    box.setPlainText("c" * 500)
    assert terms(wizard).description == box.toPlainText() == "c" * 400


def test_after_a_wrong_passphrase_the_next_one_can_be_typed_at_once(wizard, qtbot):
    wizard.jump(REVIEW)
    side = wizard._side
    for _once_more in range(2):
        qtbot.keyClicks(side._pass, "wrong")
        click(qtbot, side._go)
        qtbot.waitUntil(lambda: bool(side._problem.text()))
        assert (side._pass.text(), side._pass.hasFocus()) == ("", True)


def test_fields_side_by_side_stay_level_and_what_is_hidden_leaves_no_gap(wizard, qtbot):
    wizard.jump(FEE)
    fee = wizard._pages[FEE]
    below = lambda one, other: other.mapTo(fee, other.rect().topLeft()).y() - one.mapTo(fee, one.rect().topLeft()).y()
    apart = below(fee._due, fee._again)
    type_into(qtbot, fee._sum, "much")
    click(qtbot, wizard._go)
    qtbot.waitUntil(lambda: below(fee._sum, fee._due) > apart)  # what is said under the sum
    assert below(fee._sum, fee._currency) == 0
    fee._basis.choose("none")
    qtbot.waitUntil(lambda: below(fee._basis, fee._due) == apart)
