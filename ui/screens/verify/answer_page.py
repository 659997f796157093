"""The answer of a check: banner, numbered steps, what may be relied on and what not, what was agreed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Button
from ui.kit.frames import Scroll, boxed, caps, column, empty, icon_row, row
from ui.kit.marks import Hairline, IconMark
from ui.kit.notes import Note
from ui.kit.typeface import label
from ui.kit.words import tr
from ui.screens.verify.state import LOOKS, Answer

STEP_LOOKS = {
    "passed": ("circle-check", "green"),
    "failed": ("circle-x", "red"),
    "not-reached": ("circle-dashed", "text3"),
}


class AnswerPage(QWidget):
    """Shows an `Answer`; `again` asks for another file, `card` for a key card to confirm."""

    again = Signal()
    card = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(margins=(24, 20, 24, 20))
        inside = QWidget()
        inside.setLayout(self._lines)
        self.setLayout(column(Scroll(inside)))

    def show_answer(self, shown: Answer, file: str) -> None:
        """Draw an answer."""
        empty(self._lines)
        icon, hue = LOOKS[shown.answer]
        self._lines.addWidget(Note(hue, icon, shown.title, shown.reason, size="section"))
        self._lines.addSpacing(12)
        self._steps(shown)
        self._both_lists(shown)
        if shown.agreed:
            self._agreed(shown)
        other = Button(tr("Check another"), "folder-open")
        other.clicked.connect(self.again)
        buttons = row(other, gap=8)
        if shown.can_confirm:
            card = Button(tr("Add the signer’s card…"), "user-round-check", "main")
            card.clicked.connect(self.card)
            buttons.insertWidget(0, card)
        buttons.addWidget(label(file, "small", "text3"))
        buttons.addStretch(1)
        self._lines.addSpacing(18)
        self._lines.addLayout(buttons)
        self._lines.addStretch(1)

    def _steps(self, shown: Answer) -> None:
        for place, (result, words) in enumerate(shown.steps):
            icon, hue = STEP_LOOKS[result]
            if place:
                self._lines.addWidget(Hairline())
            reached = result != "not-reached"
            line = icon_row(icon, words, hue=hue, size=17, role="body-medium" if reached else "body",
                            ink="text" if reached else "text3")  # fmt: skip
            line.setContentsMargins(0, 6, 0, 6)
            self._lines.addLayout(line)

    def _both_lists(self, shown: Answer) -> None:
        left = column(caps(tr("You may rely on")), 6)
        for words in shown.rely or (tr("Nothing in it."),):
            left.addLayout(
                icon_row("check" if shown.rely else "x", words, hue="green" if shown.rely else "red", pen=2.5)
            )
            left.addSpacing(6)
        left.addStretch(1)
        right = column(caps(tr("This does not tell you")), 6)
        for words in shown.not_told:
            right.addLayout(icon_row("minus", words, ink="text2"))
            right.addSpacing(6)
        right.addStretch(1)
        both = row(boxed(left), boxed(right), gap=28)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self._lines.addSpacing(16)
        self._lines.addLayout(both)

    def _agreed(self, shown: Answer) -> None:
        self._lines.addSpacing(14)
        self._lines.addWidget(caps(tr("What was agreed")))
        self._lines.addSpacing(6)
        for heading, text in shown.agreed:
            name = label(heading, "body", "text3")
            name.setFixedWidth(112)
            line = row(gap=12)
            line.addLayout(column(name, None))
            line.addWidget(label(text, "body", wrap=True), 1)
            self._lines.addLayout(line)
            self._lines.addSpacing(5)


def before_line(icon: str, hue: str, title: str, signer: str, words: str) -> QWidget:
    """Return one line of "Checked before"."""
    first, second, third = label(title, "body-medium"), label(signer, "body", "text2"), label(words, "body-medium", hue)
    first.setFixedWidth(220)
    second.setFixedWidth(210)
    line = boxed(row(IconMark(icon, 18, hue), first, second, third, None, gap=12), rule="bottom")
    line.setFixedHeight(42)
    return line
