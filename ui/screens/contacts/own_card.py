"""The owner's own card: the code to be scanned in person, and a file for those who are far away."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ui.kit.asking.dialogs import Dialog
from ui.kit.look.typeface import label
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import boxed, column, row
from ui.kit.words import tr
from ui.screens.contacts.state import OwnCard
from ui.screens.contacts.verbs import PAPER

_SIDE, _SIDE_SMALL, _LOW = 300, 240, 720  # of the code; smaller where the window is low


class OwnCardDialog(Dialog):
    """The card; `asked` tells save, again, page, change, own-lost, recovery, or paper (somebody's recovery key)."""

    asked = Signal(str)

    def __init__(self, parent: QWidget, card: OwnCard) -> None:
        text = tr("Show it to people you meet, or send them the file. It says: this key is mine. It holds no secret.")
        super().__init__(parent, tr("Your card"), text, 520)
        if card.svg:
            side = _SIDE if parent.window().height() >= _LOW else _SIDE_SMALL
            code = _Code(card.svg, tr("QR code of your card"), side)
            self.add(boxed(row(None, code, None)))
        name, role = label(card.name, "pane"), label(card.role, "small", "text3")
        for part in (name, role):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        who = column(name, role, gap=2)
        self.add(boxed(who))
        self._details(card.digits)
        change = Button(tr("Change my key…"), look="link", small=True)
        lost = Button(tr("My key may be stolen…"), look="link", small=True)
        recovery = Button(tr("Recovery key…"), look="link", small=True)
        self.add(boxed(row(None, change, lost, recovery, None, gap=18)))
        paper = Button(tr("Report a lost key with its recovery key…"), look="link", small=True)
        again = Button(tr("Save the notice of my new key…"), look="link", small=True)
        again.setVisible(card.changed)
        self.add(boxed(row(None, paper, again, None, gap=18)))
        page = self.answer(tr("Print…"))
        save = self.answer(tr("Save card…"), "main")
        close = self.answer(tr("Close"), stays="closes")
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        for button, what in (
            (save, "save"),
            (page, "page"),
            (change, "change"),
            (lost, "own-lost"),
            (recovery, "recovery"),
            (paper, PAPER),
            (again, "again"),
        ):
            button.clicked.connect(lambda _on=False, verb=what: self._ask(verb))

    def _details(self, words: str) -> None:
        show = Button(tr("Details"), "chevron-down", "link", small=True)
        show.setCheckable(True)
        digits = label(words, "mono")
        digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        digits.setAccessibleName(tr("Digits of the key"))
        digits.hide()
        show.toggled.connect(digits.setVisible)
        show.toggled.connect(lambda _on: self.fit())
        self.add(boxed(row(None, show, digits, None)))

    def _ask(self, verb: str) -> None:
        self.accept()
        self.asked.emit(verb)


class OnceDialog(Dialog):
    """Digits that are shown once, in groups, to be written on paper; `printed` asks for the sheet instead."""

    printed = Signal()

    def __init__(self, parent: QWidget, digits: str) -> None:
        text = tr("Write these digits on paper and put the paper away. They are kept nowhere and not shown again.")
        super().__init__(parent, tr("Your recovery key"), text, 520)
        shown = label(digits, "mono", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setAccessibleName(tr("Digits of the recovery key"))
        self.add(shown)
        self.answer(tr("Print…")).clicked.connect(self.printed)
        self.answer(tr("I have written them down"), "main", stays="closes")


class _Code(QWidget):
    """A code, black on white in both themes: readers want it so."""

    def __init__(self, svg: str, name: str, side: int) -> None:
        super().__init__()
        self.setFixedSize(side, side)
        self.setAccessibleName(name)
        self._drawing = QSvgRenderer(QByteArray(svg.encode()), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._drawing.render(QPainter(self), QRectF(self.rect()))
