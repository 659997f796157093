"""After one's own key was reported lost: what was signed with it since, to be checked and signed again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Scroll, boxed, column, row
from ui.kit.words import tr
from ui.screens.contacts.state import Pairs

_LINE, _MOST_HIGH = 34, 240


class DoubtfulDialog(Dialog):
    """Lists licences; `licence` asks to see one of them."""

    licence = Signal(str)

    def __init__(self, parent: QWidget, licences: Pairs) -> None:
        text = tr("These were signed with the lost key after that day. Check each with the company. What is yours, sign"
                  " again with your new key; of what is not, tell them that you did not sign it.")  # fmt: skip
        super().__init__(parent, tr("Check what was signed since"), text, 540)
        lines = column(gap=2)
        for number, words in licences:
            link = Button(number, look="link", small=True, name=tr("Licence {number}", number=number))
            link.clicked.connect(lambda _on=False, to=number: self._see(to))
            lines.addLayout(row(link, label(words, "body", "text2"), None, gap=10))
        lines.addStretch(1)
        listed = Scroll(boxed(lines))
        hold(listed, tall=min(_LINE * len(licences) + 8, _MOST_HIGH))
        self.add(listed)
        self.answer(tr("Close"), "main", stays="closes")

    def _see(self, number: str) -> None:
        self.accept()
        self.licence.emit(number)
