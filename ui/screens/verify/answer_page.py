"""The answer of a check: banner, numbered steps, what may be relied on and what not, the terms in plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.kit.keys import with_key
from ui.kit.look.badges import look
from ui.kit.look.typeface import hold, label, set_role
from ui.kit.parts.buttons import Button
from ui.kit.parts.cut import Cut
from ui.kit.parts.flow import flow
from ui.kit.parts.frames import Scroll, boxed, caps, column, empty, icon_row, row
from ui.kit.parts.marks import Hairline, IconMark
from ui.kit.parts.notes import Note
from ui.kit.parts.prose import Prose
from ui.kit.words import tr
from ui.screens.verify.state import Answer

STEP_LOOKS = {
    "passed": ("circle-check", "green"),
    "failed": ("circle-x", "red"),
    "not-reached": ("circle-dashed", "text3"),
}
_TERM_WIDE, _FILE_WIDE = 136, 240


class AnswerPage(QWidget):
    """Shows an `Answer`; its buttons ask for another check, a record of this one, the signer's card or status list."""

    again = Signal()
    saved = Signal()
    card = Signal()
    listed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(margins=(24, 20, 24, 20))
        inside = QWidget()
        inside.setLayout(self._lines)
        self._scroll = Scroll(inside)
        self.setLayout(column(self._scroll))
        self.first = Button()  # whatever stands first among the buttons: it has the focus

    def show_answer(self, shown: Answer, file: str, *, several: bool) -> None:
        """Draw an answer; `several` offers the way back to the list."""
        empty(self._lines)
        icon, hue = look(shown.answer)
        self._lines.addWidget(Note(hue, icon, shown.title, shown.reason, size="section"))
        self._lines.addSpacing(10)
        self._buttons(shown, file, several=several)
        self._lines.addSpacing(10)
        self._steps(shown)
        self._both_lists(shown)
        if shown.plain:
            self._agreed(shown)
        if shown.digits:
            self._details(shown)
        self._lines.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _buttons(self, shown: Answer, file: str, *, several: bool) -> None:
        keep = Button(tr("Save this check…"), "download")
        keep.setToolTip(tr("A dated record of what was checked and found, as a PDF"))
        keep.clicked.connect(self.saved)
        back = Button(tr("Back to the list") if several else tr("Check another"), look="link")
        back.setToolTip(with_key(back.text(), "check-another"))
        back.clicked.connect(self.again)
        self.first = keep
        asks: list[QWidget] = [keep, back]
        if shown.signer or shown.other_statement:
            words = tr("Take it in…") if shown.other_statement else tr("Add the signer’s card…")
            card = Button(words, "user-round-check", "main")
            card.clicked.connect(self.card)
            asks.insert(0, card)
            self.first = card
        elif shown.answer == "status-old":
            newer = Button(tr("Take in a newer list…"), "import", "main")
            newer.clicked.connect(self.listed)
            asks.insert(0, newer)
            self.first = newer
        name = Cut(file, "small", "text3")
        hold(name, most_wide=_FILE_WIDE)
        line = row(gap=8)
        line.addLayout(flow(*asks), 1)
        line.addWidget(name)
        self._lines.addLayout(line)

    def _steps(self, shown: Answer) -> None:
        for number, (result, words) in enumerate(shown.steps, 1):
            icon, hue = STEP_LOOKS[result]
            if number > 1:
                self._lines.addWidget(Hairline())
            reached = result != "not-reached"
            count = label(str(number), "small", "text3")
            set_role(count, "small", "text3", figures=True)
            hold(count, wide=18)
            text = label(words, "body-medium" if reached else "body", "text" if reached else "text3", wrap=True)
            line = row(count, IconMark(icon, 17, hue), gap=8, margins=(0, 6, 0, 6))
            line.addWidget(text, 1)
            self._lines.addLayout(line)

    def _both_lists(self, shown: Answer) -> None:
        mark, hue = ("check", "green") if shown.sure else ("x", "red")
        left = _list(tr("You may rely on"), shown.rely, mark, hue, "text", 2.5)
        right = _list(tr("This does not tell you"), shown.not_told, "minus", "text3", "text2", 0.0)
        both = row(left, right, gap=28)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self._lines.addSpacing(16)
        self._lines.addLayout(both)

    def _agreed(self, shown: Answer) -> None:
        self._heading(tr("What was agreed"))
        words = Prose(name=tr("What was agreed"))
        words.set_runs(shown.plain)
        self._lines.addWidget(words)
        both = row(
            _list(tr("They may"), shown.may, "check", "text3", "text", 0.0),
            _list(tr("They may not"), shown.may_not, "ban", "red", "text", 0.0),
            gap=28,
        )
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self._lines.addSpacing(14)
        self._lines.addLayout(both)
        self._heading(tr("Term by term"))
        for heading, text in shown.terms:
            self._fact(heading, text)

    def _details(self, shown: Answer) -> None:
        show = Button(tr("Details"), "chevron-down", "link", small=True)
        show.setCheckable(True)
        digits = label(shown.digits, "mono")
        digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        digits.setAccessibleName(tr("Digits of the key"))
        about = label(tr("Key of the signer"), "body", "text3")
        hold(about, wide=_TERM_WIDE)
        line = boxed(row(about, digits, None, gap=12, margins=(0, 6, 0, 0)))
        line.hide()
        show.toggled.connect(line.setVisible)
        self._lines.addSpacing(10)
        self._lines.addLayout(row(show, None))
        self._lines.addWidget(line)

    def _heading(self, words: str) -> None:
        self._lines.addSpacing(16)
        self._lines.addWidget(caps(words))
        self._lines.addSpacing(6)

    def _fact(self, heading: str, text: str) -> None:
        name: QLabel = label(heading, "body", "text3", wrap=True)
        hold(name, wide=_TERM_WIDE)
        line = row(gap=12)
        line.addLayout(column(name, None))
        line.addWidget(label(text, "body", wrap=True), 1)
        self._lines.addLayout(line)
        self._lines.addSpacing(5)


def _list(heading: str, lines: tuple[str, ...], icon: str, hue: str, ink: str, pen: float) -> QWidget:
    made = column(caps(heading), 6)
    for words in lines:
        made.addLayout(icon_row(icon, words, hue=hue, ink=ink, pen=pen))
        made.addSpacing(6)
    made.addStretch(1)
    return boxed(made)
