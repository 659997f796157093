"""One plain question before a key card is trusted; its digits are shown only to those who ask for them.

A card that came in person needs no comparing: the meeting is the proof. For a card that came another way there is the
call: six groups of five digits, read out on a number one knows.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.look.typeface import label
from ui.kit.parts.frames import boxed, column
from ui.kit.words import tr


class CardQuestion(Dialog):
    """Asks about the card of `name`; `then` runs if the answer is yes."""

    def __init__(self, parent: QWidget | None, name: str, role: str, digits: str, then: Callable[[], None]) -> None:
        super().__init__(parent, tr("Did you get this card from {name} in person?", name=name),
                         tr("If yes, everything signed with it counts as signed by {name} ({role}).",
                            name=name, role=role), 520)  # fmt: skip
        self._compared = False
        shown = label(digits, "mono")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(tr("Digits of the key"))
        how = label(tr("Call {name} on a number you know, and let the digits of the card be read to you.", name=name),
                    "small", "text2", wrap=True)  # fmt: skip
        self._digits = boxed(column(how, 8, shown))
        self._digits.hide()
        self.add(self._digits)
        self.call = self.answer(tr("No, I will call instead"))
        self.call.clicked.connect(self._compare)
        self.keep_button()
        self.yes = self.answer(tr("Yes, in person"), "main")
        self.yes.setAutoDefault(False)
        self.yes.clicked.connect(self.accept)
        self.accepted.connect(then)

    def _compare(self) -> None:
        self._digits.show()
        self.call.hide()
        self.yes.set_look(tr("The digits are the same"))
        self.fit()
