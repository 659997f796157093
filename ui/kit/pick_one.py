"""One of many, from a list that is narrowed by typing: Enter takes the row that is marked, Up and Down move it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.kit.dialogs import Dialog
from ui.kit.typeface import hold, label
from ui.kit.words import tr

WIDE, HIGH, SEARCH_MS = 420, 260, 60
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_CODE = int(Qt.ItemDataRole.UserRole)


class PickOne(Dialog):
    """`typed` asks for what has these letters, `picked` tells the code and the words of the one that was chosen."""

    typed = Signal(str)
    picked = Signal(str, str)

    def __init__(self, parent: QWidget, title: str, verb: str) -> None:
        super().__init__(parent, title, wide=WIDE)
        self._field, self._list = QLineEdit(), QListWidget()
        self._field.setPlaceholderText(tr("Type a few letters"))
        self._field.setAccessibleName(title)
        self._field.installEventFilter(self)
        self._list.setAccessibleName(title)
        self._list.setProperty("popup", "true")
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hold(self._list, tall=HIGH)
        self._none = label(tr("Nothing matches"), "small", "text3")
        for part in (self._field, self._list, self._none):
            self.add(part)
        self._none.hide()
        self._later = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._later.timeout.connect(lambda: self.typed.emit(self._field.text()))
        self._field.textEdited.connect(lambda _text: self._later.start())
        self._list.itemActivated.connect(self._pick)
        self._list.itemClicked.connect(self._pick)
        self.answer(tr("Cancel"), stays="closes")
        self._take = self.answer(verb, "main")
        self._take.setDefault(True)
        self._take.clicked.connect(self._pick)
        self._field.setFocus()

    def show_offers(self, offers: Sequence[tuple[str, str]]) -> None:
        """Offer these, the first of them marked."""
        self._list.clear()
        for code, words in offers:
            item = QListWidgetItem(words, self._list)
            item.setData(_CODE, code)
        self._list.setCurrentRow(0)
        self._none.setVisible(not offers and bool(self._field.text()))
        self._take.setEnabled(bool(offers))

    def _pick(self, *_row: object) -> None:
        if self._list.count() and self.isVisible():
            item = self._list.currentItem()
            self.accept()
            self.picked.emit(str(item.data(_CODE)), item.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)
