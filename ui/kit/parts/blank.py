"""Pages without rows: first time, no match, something went wrong (UX section 7). One look, three hues."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import column, row
from ui.kit.parts.marks import Disc
from ui.kit.words import tr


class Blank(QWidget):
    """A soft disc, a title, a line, up to two buttons."""

    def __init__(self, icon: str, title: str, text: str, *buttons: Button, hue: str = "accent") -> None:
        super().__init__()
        heading, words = label(title, "pane"), label(text, "body", "text2", wrap=True)
        for part in (heading, words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        hold(words, wide=320)
        middle = column(None, row(None, Disc(icon, hue), None), 16, heading, 6, row(None, words, None), 16)
        if buttons:
            middle.addLayout(row(None, *buttons, None))
        middle.addStretch(1)
        self.setLayout(middle)
        self._title, self._words = heading, words
        self.set_words(title, text)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._words.setText(text)
        self.setAccessibleName(f"{title}. {text}")  # where it has no button, it is itself what has the focus


class NoMatch(Blank):
    """The page of a list that has rows, but none behind its filters; `cleared` asks for all of them."""

    cleared = Signal()

    def __init__(self) -> None:
        clear = Button(tr("Clear the filters"))
        super().__init__("search-x", tr("Nothing matches"), tr("Try another word, or clear the filters."), clear,
                         hue="grey")  # fmt: skip
        clear.clicked.connect(self.cleared)
