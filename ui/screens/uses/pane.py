"""The pane of one use: the verdict, the comparison, why, what would make it fine, what shows it, what became of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from likeness.paper.letter import INVOICE, NOTICE, TAKEDOWN
from likeness.registry.flags import GOING, INVOICED, LETTER_SENT, OPEN
from ui.kit.badges import Badge, look, state_word
from ui.kit.buttons import Button
from ui.kit.frames import Pane, Scroll, caps, column, empty, icon_row, row
from ui.kit.notes import Note
from ui.kit.round_frame import RoundFrame
from ui.kit.typeface import label
from ui.kit.words import tr, tr_n
from ui.screens.uses.comparison import ComparisonTable
from ui.screens.uses.detail import doubt_words
from ui.screens.uses.evidence_part import EvidencePart
from ui.screens.uses.state import Detail

MOST_ABOUT = 440  # pixels; longer words wrap, so that the link stays beside them
UNDER_ICON = 24  # where the second line of a row with an icon begins


class UsePane(Pane):
    """Shows a `Detail`; its signals tell what was asked for."""

    licence = Signal(str)
    moved = Signal(str)
    resolve = Signal()
    amend = Signal(str)
    take_back = Signal()
    added = Signal(tuple)
    chosen_files = Signal()
    removed = Signal(int)
    checked = Signal()
    write = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Details of the use"), margins=(24, 18, 24, 20))
        self._shown: Detail | None = None
        self._letter = Button(tr("Letter sent"), "send")
        self._letter.setToolTip(tr("Mark that you sent a letter"))
        self._invoice = Button(tr("Invoiced"), "receipt")
        self._invoice.setToolTip(tr("Mark that you sent an invoice"))
        self._reopen = Button(tr("Open again"), "history")
        self._write = Button(tr("Write…"), "file-text")
        self._write.setMenu(self._letters())
        self._resolve = Button(tr("Resolve…"), look="main", keys="R")
        for button, state in ((self._letter, LETTER_SENT), (self._invoice, INVOICED), (self._reopen, OPEN)):
            button.clicked.connect(lambda _on=False, to=state: self.moved.emit(to))
        self._resolve.clicked.connect(self.resolve)
        self.pin(self._letter, self._invoice, self._reopen, None, self._write, self._resolve)
        self.foot.hide()

    def _letters(self) -> QMenu:
        menu = QMenu(self)
        for kind, words, keys in ((NOTICE, tr("Letter to the company…"), "L"), (INVOICE, tr("Invoice…"), "B"),
                                  (TAKEDOWN, tr("Request to take down…"), "")):  # fmt: skip
            action = menu.addAction(f"{words}  {keys}".rstrip())
            action.triggered.connect(lambda _on=False, what=kind: self.write.emit(what))
        return menu

    def show_detail(self, detail: Detail | None) -> None:
        """Draw a use; a hint where none is chosen. What was scrolled to stays while the use is the same one."""
        if detail == self._shown and detail is not None:
            return
        scrolled = self.findChild(Scroll)
        same = detail is not None and self._shown is not None and detail.id == self._shown.id
        place = scrolled.verticalScrollBar().value() if scrolled is not None and same else 0
        self._shown = detail
        empty(self.inside)
        self._buttons(detail)
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
        if scrolled is not None:  # once the new content is laid out
            QTimer.singleShot(0, scrolled, lambda: scrolled.verticalScrollBar().setValue(place))

    def _buttons(self, detail: Detail | None) -> None:
        flag = detail.flag if detail else ""
        self.foot.setVisible(bool(flag))
        self._letter.setVisible(flag == OPEN)
        self._invoice.setVisible(flag in (OPEN, LETTER_SENT))
        self._reopen.setVisible(flag not in ("", OPEN))
        self._write.setVisible(flag in GOING)
        self._resolve.setVisible(flag in GOING)

    def _head(self, detail: Detail) -> None:
        line = row(gap=10)
        line.addWidget(label(detail.title, "section", wrap=True), 1)
        if detail.flag:
            line.addWidget(Badge(detail.flag), 0, Qt.AlignmentFlag.AlignTop)
        if detail.by_hand:
            back = Button("", "undo-2", "quiet", small=True, name=tr("Take this use back"))
            back.clicked.connect(self.take_back)
            line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        self.inside.addLayout(line)
        self.inside.addSpacing(3)
        self._about(detail)
        self.inside.addSpacing(8)
        if doubts := [doubt_words(one.name, one.state) for one in detail.evidence if one.state]:
            title = tr_n("{n} file is not as it was", "{n} files are not as they were", n=len(doubts))
            self.inside.addWidget(Note("amber", "triangle-alert", title, " ".join(doubts), size="body-strong"))
            self.inside.addSpacing(8)
        icon, hue = look(detail.verdict)
        self.inside.addWidget(Note(hue, icon, state_word(detail.verdict), detail.banner))
        for number in detail.amendments:
            self.inside.addSpacing(8)
            self._amendment(number)

    def _about(self, detail: Detail) -> None:
        words = label(detail.about, "small", "text3", wrap=True)
        about = row(words, gap=6)
        if detail.licence:
            link = Button(tr("Licence {number}", number=detail.licence), look="link", small=True)
            link.clicked.connect(lambda: self.licence.emit(detail.licence))
            words.setMinimumWidth(min(words.fontMetrics().horizontalAdvance(detail.about) + 2, MOST_ABOUT))
            about.addWidget(link)
            about.addStretch(1)
        self.inside.addLayout(about)

    def _amendment(self, number: str) -> None:
        button = Button(tr("Draft the amendment"), "pen-line", small=True)
        button.clicked.connect(lambda: self.amend.emit(number))
        title = tr("You allow it after all")
        text = tr("Licence {number} does not say so yet. An amendment, signed by both, would.", number=number)
        self.inside.addWidget(Note("blue", "file-signature", title, text, button, size="body-strong"))

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
        self._remarks(detail)
        if detail.keeps_evidence:
            self._evidence(detail)
        self._steps(detail)
        self._list(tr("Letters written"), "file-text", "text3", detail.letters)
        self._list(tr("Earlier verdicts, kept beside this one"), "history", "text3", detail.history)

    def _remarks(self, detail: Detail) -> None:
        self._heading(tr("Also to know"), shown=bool(detail.remarks))
        for remark in detail.remarks:
            self.inside.addLayout(icon_row("info", remark.text))
            source = label(remark.source, "small", "text3", wrap=True)
            self.inside.addLayout(column(source, margins=(UNDER_ICON, 2, 0, 8)))

    def _evidence(self, detail: Detail) -> None:
        self._heading(tr("Evidence"))
        part = EvidencePart(detail.evidence)
        part.added.connect(self.added)
        part.asked.connect(self.chosen_files)
        part.removed.connect(self.removed)
        part.checked.connect(self.checked)
        self.inside.addWidget(part)

    def _steps(self, detail: Detail) -> None:
        self._heading(tr("What became of it"), shown=bool(detail.steps))
        for step in detail.steps:
            icon, hue = look(step.code)
            said = tr("{day}: {what}", day=step.day, what=state_word(step.code))
            self.inside.addLayout(icon_row(icon, said, hue=hue))
            if step.note:
                note = label(step.note, "small", "text3", wrap=True)
                self.inside.addLayout(column(note, margins=(UNDER_ICON, 0, 0, 0)))
            self.inside.addSpacing(6)

    def _list(self, heading: str, icon: str, hue: str, lines: tuple[str, ...]) -> None:
        self._heading(heading, shown=bool(lines))
        for line in lines:
            self.inside.addLayout(icon_row(icon, line, hue=hue))
            self.inside.addSpacing(6)

    def _heading(self, words: str, *, shown: bool = True) -> None:
        if shown:
            self.inside.addSpacing(18)
            self.inside.addWidget(caps(words))
            self.inside.addSpacing(6)
