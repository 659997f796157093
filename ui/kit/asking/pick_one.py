"""One of many, from a list that is narrowed by typing: Enter takes the row that is marked, Up and Down move it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.fields import SEARCH_MS
from ui.kit.look.typeface import hold, label
from ui.kit.words import tr

WIDE, HIGH = 420, 260
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class Typing(QLineEdit):
    """The field; `stepped` tells by how many rows the mark is to move."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class PickOne(Dialog):
    """`typed` asks for what has these letters, `picked` tells the code and the words of the one that was chosen."""

    typed = Signal(str)
    picked = Signal(str, str)

    def __init__(self, parent: QWidget, title: str, verb: str) -> None:
        super().__init__(parent, title, wide=WIDE)
        self._offers: tuple[tuple[str, str], ...] = ()
        self._field, self._list, self._model = Typing(), QListView(), QStringListModel(self)
        self._field.setPlaceholderText(tr("Type a few letters"))
        self._field.setAccessibleName(title)
        self._field.stepped.connect(self._step)
        self._list.setModel(self._model)
        self._list.setAccessibleName(title)
        self._list.setProperty("popup", "true")
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hold(self._list, tall=HIGH)
        self._none = label(tr("Nothing matches"), "small", "text3")
        for part in (self._field, self._list, self._none):
            self.add(part)
        self._none.hide()
        self._later = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._later.timeout.connect(lambda: self.typed.emit(self._field.text()))
        self._field.textEdited.connect(lambda _text: self._later.start())
        self._list.activated.connect(lambda _index: self._pick())
        self._list.clicked.connect(lambda _index: self._pick())
        self.answer(tr("Cancel"), stays="closes")
        self._take = self.answer(verb, "main")
        self._take.setDefault(True)
        self._take.clicked.connect(self._pick)
        self._field.setFocus()

    def show_offers(self, offers: Sequence[tuple[str, str]]) -> None:
        """Offer these, the first of them marked."""
        self._offers = tuple(offers)
        self._model.setStringList([words for _code, words in offers])
        self._mark(0)
        self._none.setVisible(not offers and bool(self._field.text()))
        self._take.setEnabled(bool(offers))

    def _step(self, rows: int) -> None:
        self._mark(max(0, min(self._list.currentIndex().row() + rows, len(self._offers) - 1)))

    def _mark(self, row: int) -> None:
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(self._model.index(row), chosen)

    def _pick(self) -> None:
        row = self._list.currentIndex().row()
        if row >= 0 and self.isVisible():
            self.accept()
            self.picked.emit(*self._offers[row])
