"""The banner over the list while rows are held that say something else than earlier ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import row
from ui.kit.parts.marks import IconMark
from ui.kit.words import tr

HIGH = 40


class HeldBanner(QFrame):
    """`asked` when somebody wants to see them."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        hold(self, least_tall=HIGH)
        self.setProperty("ground", "amber_soft")
        self._words = label("", "body-medium", "amber", wrap=True)
        button = Button(tr("See them"), look="link", small=True)
        button.clicked.connect(self.asked)
        line = row(IconMark("triangle-alert", 16, "amber"), self._words, button, gap=10, margins=(24, 6, 24, 6))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def say(self, words: str) -> None:
        """Say what is held; nothing is no banner."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
