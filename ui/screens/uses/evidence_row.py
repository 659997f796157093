"""One file that shows a use: what it is, its size and day, its short fingerprint; its picture where one is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from likeness.acts.uses.see_evidence import Sight
from ui.kit.look.typeface import hold, label
from ui.kit.parts.buttons import Button
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import column, row
from ui.kit.parts.marks import IconMark
from ui.kit.words import tr
from ui.screens.uses.sights import sight_words
from ui.screens.uses.state import EvidenceLine
from ui.screens.uses.thumb import Thumb

LINE_HIGH = 46


class EvidenceRow(QFrame):
    """`removed` asks to take the file away, `larger` to see its picture; both tell the line."""

    removed = Signal(object)
    larger = Signal(object)

    def __init__(self, line: EvidenceLine) -> None:
        super().__init__()
        self.line = line
        self._thumb: Thumb | None = None
        self._told = ""
        self._mark = IconMark("triangle-alert", 16, "amber") if line.state else IconMark("file-text", 16)
        self._about = Cut("", "small", "text3", figures=True)
        print_ = label(line.print, "mono", "text2")
        away = Button("", "x", "quiet", small=True, name=tr("Remove {name}", name=line.name))
        away.clicked.connect(lambda: self.removed.emit(line))
        words = column(None, Cut(line.name, "body-medium"), self._about, None, gap=1)
        self._row = row(self._mark, words, IconMark("fingerprint", 14), print_, away, gap=10, margins=(0, 4, 0, 4))
        self._row.setStretchFactor(words, 1)
        self._row.setAlignment(self._mark, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self._row)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("rule", "bottom")
        hold(self, least_tall=LINE_HIGH)
        self.show_sight(None)

    def show_sight(self, sight: Sight | None) -> None:
        """Show the picture in place of the mark, or say why there is none; None: it is hidden."""
        seen = sight.picture if sight is not None else None
        if seen is None and self._thumb is not None:
            self._thumb.hide()  # at once: somebody may be looking over her shoulder
            self._row.removeWidget(self._thumb)
            self._thumb.deleteLater()
            self._thumb = None
        elif seen is not None and self._thumb is None:
            self._thumb = Thumb(self.line.name, seen)
            self._thumb.clicked.connect(lambda: self.larger.emit(self.line))
            self._row.insertWidget(0, self._thumb)
            self._row.setAlignment(self._thumb, Qt.AlignmentFlag.AlignVCenter)
        self._mark.setVisible(self._thumb is None)
        self._say(sight_words(self.line.state or (sight.state if sight is not None else "")))

    def has_focus(self) -> bool:
        """Whether the picture of this row has the focus."""
        return self._thumb is not None and self._thumb.hasFocus()

    def _say(self, words: str) -> None:
        about = " · ".join(part for part in (words, self.line.about) if part)
        self._about.setText(about)
        self._about.set_ink("amber" if words else "text3")
        self.setAccessibleName(f"{self.line.spoken} {words}.".removesuffix(" ."))
