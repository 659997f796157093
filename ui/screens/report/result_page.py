"""Last page of the import: how many uses are fine, which are not and why, and what one answer would settle."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.kit.look.badges import look, state_word
from ui.kit.look.typeface import hold, label, set_role
from ui.kit.parts.buttons import Button
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import Scroll, boxed, caps, column, empty, row
from ui.kit.parts.marks import Hairline, IconMark
from ui.kit.parts.round_frame import RoundFrame
from ui.kit.words import tr
from ui.screens.report.state import GroupLine, ReportState, Result

_HIGH = 44
_TITLE = 380  # pixels at every text size: larger words wrap


class ResultPage(QWidget):
    """`asked` tells the (target, word) to be answered; `saved` asks for the file of unread rows."""

    asked = Signal(str, str)
    saved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "section")
        self._tiles = row(gap=12)
        self._head = caps(tr("Grouped by reason"))
        inside = QFrame()
        self._groups = QVBoxLayout(inside)
        self._groups.setContentsMargins(1, 1, 1, 1)
        self._groups.setSpacing(0)
        self._frame = RoundFrame(inside, "surface")
        self._unread, self._kept = label("", "small", "text3"), label("", "small", "text3", wrap=True)
        self._save = Button(tr("Save them as a file"), look="link", small=True)
        self._save.clicked.connect(self.saved)
        self._missing = boxed(row(IconMark("file-text", 15), self._unread, self._save, None))
        page = QWidget()
        page.setLayout(column(self._title, 14, self._tiles, 22, self._head, 10, self._frame, 14, self._missing, 8,
                              self._kept, None, margins=(24, 20, 24, 20)))  # fmt: skip
        self.setLayout(column(Scroll(page)))
        self._shown: Result | None = None
        self.question: Button | None = None  # the first that can be answered

    def draw(self, state: ReportState) -> None:
        """Draw the state."""
        result = state.result
        if result is None or result == self._shown:
            return
        self._shown = result
        self._title.setText(result.title)
        empty(self._tiles)
        told = any(words for _, _, words in result.tiles)
        for code, number, words in result.tiles:
            self._tiles.addWidget(_tile(code, number, words if told else None), 1)
        self._head.setVisible(bool(result.groups))
        self._frame.setVisible(bool(result.groups))
        self._show_groups(result.groups, asking=not result.recorded)
        self._missing.setVisible(bool(result.unread))
        self._unread.setText(result.unread)
        self._save.setVisible(not result.recorded)
        self._kept.setText(result.kept)

    def _show_groups(self, groups: Sequence[GroupLine], *, asking: bool) -> None:
        empty(self._groups)
        self.question = None
        for place, group in enumerate(groups):
            if place:
                self._groups.addWidget(Hairline())
            self._groups.addWidget(self._group(group, asking=asking))

    def _group(self, group: GroupLine, *, asking: bool) -> QFrame:
        icon, hue = look(group.verdict)
        title, second = label(group.title, "body-medium", wrap=True), Cut(group.second, "body", "text3")
        title.setMinimumWidth(_TITLE)
        count = label("", "body", "text2")
        set_role(count, "body", "text2", figures=True)
        count.setText(group.count)
        line = row(IconMark(icon, 17, hue), title, second, count, gap=10, margins=(16, 0, 14, 0))
        line.setStretchFactor(second if group.second else title, 1)
        if group.question[0] and asking:
            button = Button(tr("Answer once"), small=True)
            button.setAccessibleDescription(group.title)
            self.question = self.question or button
            button.clicked.connect(lambda _on=False, asked=group.question: self.asked.emit(*asked))
            line.addSpacing(14)
            line.addWidget(button)
        made = boxed(line)
        hold(made, least_tall=_HIGH)
        made.setAccessibleName(f"{state_word(group.verdict)}. {group.title}. {group.count}")
        return made


def _tile(code: str, number: str, words: str | None) -> QFrame:
    """Return a figure under its verdict; `words` None: no tile of the row has a line below."""
    icon, hue = look(code) if code != "UNREAD" else ("circle-minus", "text2")
    heading = state_word(code) if code != "UNREAD" else tr("Not read")
    figure = label("", "hero")
    set_role(figure, "hero", figures=True)
    figure.setText(number)
    lines = column(row(IconMark(icon, 15, hue), label(heading, "label", hue), None, gap=7), 2, figure,
                   margins=(16, 12, 16, 12))  # fmt: skip
    if words is not None:
        lines.addWidget(label(words, "small", "text3", wrap=True))
    lines.addStretch(1)
    tile = boxed(lines)
    tile.setAccessibleName(f"{heading}, {number}")
    return RoundFrame(tile, "surface")
