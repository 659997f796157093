"""The section about the owner: her name and role, and the digits of her key, with the way to her card."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from likeness.paper.wording import word
from likeness.seal.keys import PublicKey
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import column, row
from ui.kit.parts.marks import IconMark
from ui.kit.words import language, tr


class YouPart(QWidget):
    """What stands on the card; `card_asked` wants to see it."""

    card_asked = Signal()

    def __init__(self, office: Any) -> None:
        super().__init__()
        self._office = office
        self.name, self.role = Cut("", "body-medium"), label("", "body", "text2")
        self.digits = label("", "mono")
        self.digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.digits.setAccessibleName(tr("Digits of the key"))
        self.card = Button(tr("My card"), "qr-code", small=True)
        self.card.clicked.connect(self.card_asked)
        about = tr("The digits of your key. Whoever has your card can read theirs to you on the phone: the same"
                   " digits, the same key.")  # fmt: skip
        who = row(IconMark("user-round"), self.name, self.role, None, self.card, gap=8)
        self.setLayout(column(who, 8, row(IconMark("fingerprint"), self.digits, None), 4,
                              label(about, "small", "text2", wrap=True)))  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Read again: the key may be another one."""
        owner = self._office.owner
        self.name.setText(owner.name)
        self.role.setText(word(language(), "role", owner.role))
        self.digits.setText(PublicKey(owner.public_key).digits)
