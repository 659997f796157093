"""The evidence of a use: each file with its size, day and short fingerprint; a place to drop the first ones."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.kit.buttons import Button
from ui.kit.drop_zone import DropZone
from ui.kit.frames import boxed, column, row
from ui.kit.marks import IconMark
from ui.kit.typeface import hold, label, set_role
from ui.kit.words import tr
from ui.screens.uses.state import EvidenceLine

LINE_HIGH = 46


class EvidencePart(QWidget):
    """`added` tells dropped paths, `asked` that files are to be chosen, `removed` the number of a file."""

    added = Signal(tuple)
    asked = Signal()
    removed = Signal(int)
    checked = Signal()

    def __init__(self, files: tuple[EvidenceLine, ...]) -> None:
        super().__init__()
        add = Button(tr("Add files…"), "plus", small=True)
        add.clicked.connect(self.asked)
        self.setLayout(self._listed(files, add) if files else column(self._zone(add)))

    def _listed(self, files: tuple[EvidenceLine, ...], add: Button) -> QVBoxLayout:
        """The files, and what can be done; more may still be dropped anywhere on the screen."""
        check = Button(tr("Check files"), "fingerprint", small=True)
        check.clicked.connect(self.checked)
        return column(*(self._line(one) for one in files), 8, row(add, check, None))

    def _zone(self, add: Button) -> DropZone:
        zone = DropZone(
            tr("Drop files here that show the use"),
            tr("They stay where they are. Only a fingerprint is kept."),
            small=True,
        )
        zone.add(add)
        zone.dropped.connect(self.added)
        return zone

    def _line(self, one: EvidenceLine) -> QFrame:
        name, about = label(one.name, "body-medium"), label(one.about, "small", "text3")
        print_ = label(one.print, "mono", "text2")
        set_role(about, "small", "text3", figures=True)
        away = Button("", "x", "quiet", small=True, name=tr("Remove {name}", name=one.name))
        away.clicked.connect(lambda: self.removed.emit(one.id))
        mark = IconMark("triangle-alert", 16, "amber") if one.state else IconMark("file-text", 16)
        words = column(name, about, gap=1)
        line = row(mark, words, None, IconMark("fingerprint", 14), print_, away, gap=10)
        line.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
        made = boxed(line, rule="bottom")
        hold(made, least_tall=LINE_HIGH)
        made.setAccessibleName(one.spoken)
        return made
