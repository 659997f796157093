"""The pane of one use: the verdict, the comparison, why, and what would make it fine."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from ui.kit.badges import look, state_word
from ui.kit.buttons import Button
from ui.kit.frames import Pane, caps, empty, icon_row, row
from ui.kit.notes import Note
from ui.kit.round_frame import RoundFrame
from ui.kit.typeface import label
from ui.kit.words import tr
from ui.screens.uses.comparison import ComparisonTable
from ui.screens.uses.state import Detail

MOST_ABOUT = 440  # pixels; longer words wrap, so that the link stays beside them


class UsePane(Pane):
    """Shows a `Detail`; `licence` tells that its licence was asked for."""

    licence = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Details of the use"), margins=(24, 18, 24, 20))
        self._shown: Detail | None = None
        self.foot.hide()

    def show_detail(self, detail: Detail | None) -> None:
        """Draw a use; a hint where none is chosen."""
        if detail == self._shown and detail is not None:
            return
        self._shown = detail
        empty(self.inside)
        if detail is None:
            hint = label(tr("Choose a use to compare it with what was signed."), "body", "text3")
            hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.inside.addStretch(1)
            self.inside.addWidget(hint)
        else:
            self._head(detail)
            self._compared(detail)
            self._lists(detail)
        self.inside.addStretch(1)

    def _head(self, detail: Detail) -> None:
        self.inside.addWidget(label(detail.title, "section", wrap=True))
        self.inside.addSpacing(3)
        words = label(detail.about, "small", "text3", wrap=True)
        about = row(words, gap=6)
        if detail.licence:
            link = Button(tr("Licence {number}", number=detail.licence), look="link", small=True)
            link.clicked.connect(lambda: self.licence.emit(detail.licence))
            words.setMinimumWidth(min(words.fontMetrics().horizontalAdvance(detail.about) + 2, MOST_ABOUT))
            about.addWidget(link)
            about.addStretch(1)
        self.inside.addLayout(about)
        self.inside.addSpacing(8)
        icon, hue = look(detail.verdict)
        self.inside.addWidget(Note(hue, icon, state_word(detail.verdict), detail.banner))

    def _compared(self, detail: Detail) -> None:
        if not detail.rows:
            return
        self.inside.addSpacing(14)
        table = ComparisonTable()
        self.inside.addWidget(RoundFrame(table, "raised"))
        table.show_rows(detail.rows)

    def _lists(self, detail: Detail) -> None:
        out = detail.verdict == "OUT_OF_SCOPE"
        self._list(tr("Why"), "x" if out else "circle-question-mark", "red" if out else "amber", detail.why)
        self._list(tr("What would make it fine"), "pen-line", "accent", detail.remedies)
        self._list(tr("What they owe"), "check", "green", detail.duties)
        self._list(tr("Earlier verdicts, kept beside this one"), "history", "text3", detail.history)

    def _list(self, heading: str, icon: str, hue: str, lines: tuple[str, ...]) -> None:
        if not lines:
            return
        self.inside.addSpacing(18)
        self.inside.addWidget(caps(heading))
        self.inside.addSpacing(6)
        for line in lines:
            self.inside.addLayout(icon_row(icon, line, hue=hue))
            self.inside.addSpacing(6)
