"""The pane of one due: its sum, why it is owed, the uses it was counted from, and what can be said of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from ui.kit.keys import with_key
from ui.kit.look.badges import Badge
from ui.kit.look.typeface import hold, label, set_role
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Pane, caps, column, icon_row, row
from ui.kit.parts.marks import IconMark
from ui.kit.parts.verbs import same_as
from ui.kit.words import tr, tr_n
from ui.screens.earnings.reading import letter_words, settled_words
from ui.screens.earnings.state import Detail


class DuePane(Pane):
    """Shows a `Detail`; `asked` tells settle, waive or reopen, `write` which letter, `licence` shows it."""

    asked = Signal(str)
    write = Signal(str)
    licence = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Details of what is owed"))
        self._shown: Detail | None = None
        self._settle = same_as(Button(tr("Paid"), "check", "main"), "settle")
        self._waive = Button(tr("Let it go"))
        self._reopen = Button(tr("Open again"), "history")
        self._write = Button(tr("Write…"), "file-text")
        self._menu = QMenu(self)
        self._write.setMenu(self._menu)
        for button, word in ((self._settle, "settle"), (self._waive, "waive"), (self._reopen, "reopen")):
            button.clicked.connect(lambda _on=False, what=word: self.asked.emit(what))
        self.pin(self._settle, self._reopen, self._write, None, self._waive)
        self.foot.hide()

    def show_detail(self, detail: Detail | None) -> None:
        """Draw a due; a hint where none is chosen."""
        if detail == self._shown and detail is not None:
            return
        self._shown = detail
        self.begin_anew(detail.key if detail is not None else "")
        self.foot.setVisible(detail is not None)
        if detail is None:
            hint = label(tr("Choose a line to see why it is owed."), "body", "text3")
            hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.inside.addStretch(1)
            self.inside.addWidget(hint)
        else:
            self._buttons(detail)
            self._head(detail)
            self._why(detail)
        self.inside.addStretch(1)

    def _buttons(self, detail: Detail) -> None:
        words = settled_words(detail.kind)
        self._settle.set_look(words + "…")
        self._settle.setToolTip(with_key(words, "settle"))
        self._settle.setVisible(not detail.said)
        self._waive.setVisible(not detail.said)
        self._reopen.setVisible(detail.said)
        self._menu.clear()
        for kind in detail.letters:
            action = self._menu.addAction(letter_words(kind))
            action.triggered.connect(lambda _on=False, what=kind: self.write.emit(what))
        self._write.setVisible(bool(detail.letters))

    def _head(self, detail: Detail) -> None:
        links = [Button(tr("Licence {number}", number=number), look="link", small=True)
                 for number in (detail.licence,) if number]  # fmt: skip
        for link in links:
            link.clicked.connect(lambda: self.licence.emit(detail.licence))
        self.inside.addLayout(row(Badge(detail.state), *links, None))
        self.inside.addSpacing(10)
        self.inside.addWidget(label(detail.title, "pane", wrap=True))
        self.inside.addSpacing(2)
        if detail.about:
            self.inside.addWidget(label(detail.about, "small", "text3", wrap=True))
        if detail.amount:
            self.inside.addSpacing(12)
            amount = label(detail.amount, "figure" if detail.sum_typed else "section", wrap=True)
            if detail.sum_typed:
                set_role(amount, "figure", figures=True)
            self.inside.addWidget(amount)
        self.inside.addSpacing(14)
        for icon, heading, value in detail.facts:
            self._fact(icon, heading, value)

    def _fact(self, icon: str, heading: str, value: str) -> None:
        name = label(heading, "small", "text3")
        hold(name, wide=92)
        line = row(gap=8)
        line.addLayout(column(1, IconMark(icon, 15), None))
        line.addLayout(column(name, None))
        line.addWidget(label(value, "body", wrap=True), 1)
        self.inside.addLayout(line)
        self.inside.addSpacing(5)

    def _why(self, detail: Detail) -> None:
        self._section(tr("Why it is owed"))
        self.inside.addLayout(icon_row("file-signature", detail.clause))
        if not detail.uses:
            return
        self._section(tr("Counted from"))
        for line in detail.uses:
            self.inside.addLayout(icon_row("list-checks", line))
            self.inside.addSpacing(5)
        if detail.more_uses:
            more = tr_n("and {n} more use", "and {n} more uses", n=detail.more_uses)
            self.inside.addWidget(label(more, "small", "text3"))

    def _section(self, words: str) -> None:
        self.inside.addSpacing(14)
        self.inside.addWidget(caps(words))
        self.inside.addSpacing(6)
