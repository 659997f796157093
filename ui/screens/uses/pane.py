"""The pane of one use: the verdict, the comparison, what shows it, why, what would make it fine, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from likeness.acts.uses.see_evidence import Sight
from likeness.paper.letters.letter import INVOICE, NOTICE, TAKEDOWN
from likeness.registry.flags import GOING, INVOICED, LETTER_SENT, OPEN
from ui.kit.keys import cap
from ui.kit.look.badges import Badge, look, state_word
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import Pane, Scroll, caps, column, icon_row, row
from ui.kit.parts.notes import Note
from ui.kit.shortcuts import WITHIN, bind
from ui.kit.words import tr, tr_n
from ui.screens.uses.compared_part import ComparedPart
from ui.screens.uses.detail import doubt_words
from ui.screens.uses.evidence_part import EvidencePart
from ui.screens.uses.state import Detail

MOST_ABOUT = 440  # pixels; longer words wrap, so that the link stays beside them
SIDES = 24 + 24 + 12  # pixels that its margins and the bar that scrolls keep of the width of the pane
ABOUT_GAP = 6
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
    larger = Signal(object)
    pictures = Signal()
    write = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Details of the use"), margins=(24, 18, 24, 20))
        self._shown: Detail | None = None
        self._words, self._link = label(), Button()
        self._files: EvidencePart | None = None
        self._opened = ""  # the use of which all terms are shown
        self._letter = Button(tr("Write letter…"), "file-text", "main", keys=cap("write-letter"))
        self._invoice = Button(tr("Invoice…"), "receipt", keys=cap("write-invoice"))
        self._reopen = Button(tr("Open again"), "history")
        self._more = Button("", "ellipsis", name=tr("More for this use"))
        self._resolve = Button(tr("Resolve…"), keys=cap("resolve"))
        self._letter.clicked.connect(lambda: self.write.emit(NOTICE))
        self._invoice.clicked.connect(lambda: self.write.emit(INVOICE))
        self._reopen.clicked.connect(lambda: self.moved.emit(OPEN))
        self._resolve.clicked.connect(self.resolve)
        self._marks: dict[str, QAction] = {}
        self._more.setMenu(self._menu())
        theme().changed.connect(self._measure)
        bind("see-larger", self, self._see_larger, WITHIN)
        self.pin(self._letter, self._invoice, self._more, self._reopen, None, self._resolve)
        self.foot.hide()

    def _menu(self) -> QMenu:
        """Return what is done more rarely: another letter, and marks for what was sent without Likeness."""
        menu = QMenu(self)
        menu.addAction(tr("Request to take down…")).triggered.connect(lambda: self.write.emit(TAKEDOWN))
        menu.addSeparator()
        for state, words in (
            (LETTER_SENT, tr("Mark that you sent a letter")),
            (INVOICED, tr("Mark that you sent an invoice")),
            (OPEN, tr("Mark as open again")),
        ):
            self._marks[state] = menu.addAction(words)
            self._marks[state].triggered.connect(lambda _on=False, to=state: self.moved.emit(to))
        return menu

    def show_detail(self, detail: Detail | None) -> None:
        """Draw a use; a hint where none is chosen. What was scrolled to stays while the use is the same one."""
        if detail == self._shown and detail is not None:
            return
        scrolled = self.findChild(Scroll)
        same = detail is not None and self._shown is not None and detail.id == self._shown.id
        place = scrolled.verticalScrollBar().value() if scrolled is not None and same else 0
        self._shown, self._files = detail, None
        self.begin_anew(detail.id if detail is not None else "")
        self._buttons(detail)
        if detail is None:
            hint = label(tr("Choose a use to compare it with what was signed."), "body", "text3", wrap=True)
            hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.inside.addStretch(1)
            self.inside.addWidget(hint)
        else:
            self._head(detail)
            self._compared(detail)
            if detail.keeps_evidence:
                self._evidence(detail)
            self._lists(detail)
        self.inside.addStretch(1)
        if scrolled is not None:  # once the new content is laid out
            QTimer.singleShot(0, scrolled, lambda: scrolled.verticalScrollBar().setValue(place))

    def show_sights(self, sights: Mapping[int, Sight], *, wanted: bool) -> None:
        """Show what is to be seen of the evidence; without drawing the rest anew, so that the focus stays."""
        if self._files is not None:
            self._files.show_sights(sights, wanted=wanted)

    def _see_larger(self) -> None:
        line, here = self._files.focused() if self._files is not None else None, QApplication.focusWidget()
        if line is not None:
            self.larger.emit(line)
        elif isinstance(here, QAbstractButton):  # for every other button of the pane Enter is what it is elsewhere
            here.click()

    def _buttons(self, detail: Detail | None) -> None:
        flag = detail.flag if detail else ""
        self.foot.setVisible(bool(flag))
        self._reopen.setVisible(flag not in ("", *GOING))
        for button in (self._letter, self._invoice, self._more, self._resolve):
            button.setVisible(flag in GOING)
        for state, shown in ((LETTER_SENT, (OPEN,)), (INVOICED, (OPEN, LETTER_SENT)), (OPEN, (LETTER_SENT, INVOICED))):
            self._marks[state].setVisible(flag in shown)

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
        self._words = words = label(detail.about, "small", "text3", wrap=True)
        about = row(words, gap=ABOUT_GAP)
        if detail.licence:
            link = self._link = Button(tr("Licence {number}", number=detail.licence), look="link", small=True)
            link.clicked.connect(lambda: self.licence.emit(detail.licence))
            about.addWidget(link)
            about.addStretch(1)
            self._measure()
        self.inside.addLayout(about)

    def _measure(self) -> None:
        """Let the words about a use stand in one line beside the link, where they are not too long for that."""
        if self._shown is not None and self._shown.licence:
            needed = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 2
            room = self.width() - SIDES - self._link.sizeHint().width() - ABOUT_GAP
            self._words.setMinimumWidth(max(0, min(needed, grown(MOST_ABOUT), room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

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
        whole = self._opened == detail.id or not detail.keeps_evidence
        part = ComparedPart(detail.rows, whole=whole, hers=detail.hers)
        part.opened.connect(partial(setattr, self, "_opened", detail.id))
        self.inside.addWidget(part)

    def _lists(self, detail: Detail) -> None:
        out = detail.verdict == "OUT_OF_SCOPE"
        self._list(tr("Why"), "x" if out else "circle-question-mark", "red" if out else "amber", detail.why)
        self._list(tr("What would make it fine"), "pen-line", "accent", detail.remedies)
        self._list(tr("What they owe"), "check", "green", detail.duties)
        self._remarks(detail)
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
        part = self._files = EvidencePart(detail.evidence)
        part.added.connect(self.added)
        part.asked.connect(self.chosen_files)
        part.removed.connect(self.removed)
        part.checked.connect(self.checked)
        part.larger.connect(self.larger)
        part.pictures.connect(self.pictures)
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
