"""Places and languages typed into forms: taken when they name one, told when they name none, never dropped."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from likeness.scope.use import Use
from ui.kit.fields.tokens_field import TokensField
from ui.screens.report.answer_dialog import AnswerDialog
from ui.screens.uses.log_form import LogForm
from ui.screens.uses.state import Choices

pytestmark = pytest.mark.qt_log_ignore("does not support")


def type_into(qtbot, tokens, text):
    edit = tokens.findChild(QLineEdit)
    edit.clear()
    qtbot.keyClicks(edit, text)


def test_a_use_is_logged_with_the_place_and_the_language_that_stand_in_their_fields(around, qtbot):
    logged: list[Use] = []
    form = LogForm(around, Choices((), (), ()), date(2026, 4, 10), lambda use, _name: logged.append(use))
    form.open()
    type_into(qtbot, form._where, "Atlantis")
    type_into(qtbot, form._tongue, "yo-NG")
    form._save()
    assert (logged, form._where.property("state"), form._tongue.codes()) == ([], "wrong", ("yo-NG",))
    type_into(qtbot, form._where, "Germany")
    form._save()
    [use] = logged
    assert (use.territory, use.language) == (("DE",), ("yo-NG",))


def test_a_word_of_a_report_is_answered_with_what_stands_in_the_field(around, qtbot):
    answers: list[str] = []
    dialog = AnswerDialog(around, "territory", "Allem.", "", (), answers.append)
    dialog.open()
    type_into(qtbot, dialog.findChild(TokensField), "Germ")
    dialog._check()
    assert answers == []
    type_into(qtbot, dialog.findChild(TokensField), "germany")
    dialog._check()
    assert answers == ["DE"]


def test_enter_takes_what_was_typed_also_while_the_list_offers_it(around, qtbot):
    form = LogForm(around, Choices((), (), ()), date(2026, 4, 10), lambda _use, _name: None)
    form.open()
    places = form._where
    places.setFocus()
    qtbot.waitUntil(places.findChild(QLineEdit).hasFocus)
    for typed, taken in (("france", ("FR",)), ("belgium", ("FR", "BE"))):
        qtbot.keyClicks(places.findChild(QLineEdit), typed)
        assert places._popup.isVisible()
        qtbot.keyClick(places._popup, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda now=taken: places.codes() == now)
    qtbot.keyClicks(places.findChild(QLineEdit), "jap")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):  # the one that is marked
        qtbot.keyClick(places._popup, key)
    qtbot.waitUntil(lambda: places.codes() == ("FR", "BE", "JP"))
    form.reject()


def test_a_list_that_is_offered_shows_all_its_rows_where_there_is_room(around, qtbot):
    form = LogForm(around, Choices((), (), ()), date(2026, 4, 10), lambda _use, _name: None)
    form.open()
    type_into(qtbot, form._where, "guinea")
    bar = form._where._popup.verticalScrollBar()
    assert form._where._popup.model().rowCount() == 4
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    form.reject()
