"""The sheet as it will lie in the drawer: the words numbered on white paper, or bars in their place.

Always light, as paper is. It is painted: nothing of it can be copied to the clipboard.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from likeness.paper.wording import say
from likeness.seal.twelve_words import COUNT
from ui.kit.look.icons import art
from ui.kit.look.paint import rounded
from ui.kit.look.text_size import grown, measured
from ui.kit.look.typeface import font
from ui.kit.words import language, tr
from ui.screens.words.state import WordsState

WIDE, TALL, EDGE, COLUMNS, GAP, WORD_SIZE = 384, 528, 30, 3, 12, 15
PAPER, INK, SOFT, LINE, RULE = "#FFFFFF", "#1C1A18", "#6B665F", "#C9C4BB", "#8D8880"
ACCENT, COVER, ASKED = "#4842B4", "#E4E0D9", "#CBC8F2"


class SheetView(QWidget):
    """The paper; `show_state` covers and uncovers the words."""

    def __init__(self) -> None:
        super().__init__()
        self._state = WordsState()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Your twelve words"))

    def sizeHint(self) -> QSize:
        return QSize(grown(WIDE), grown(TALL))

    def show_state(self, state: WordsState) -> None:
        """Draw the words, or cover them."""
        self._state = state
        spoken = ", ".join(f"{place} {word}" for place, word in enumerate(state.words, 1))
        self.setAccessibleDescription(spoken or tr("The words are covered."))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), 4, QColor(PAPER), QColor(LINE))
        wide = self.width() - 2 * EDGE
        painter.drawPixmap(EDGE, 26, art("mark", 24, 18, QColor(ACCENT), self.devicePixelRatioF()))
        self._line(painter, 26, 18, "Likeness", "label", ACCENT, EDGE + 31)
        top = self._line(painter, 56, 26, tr("Your twelve words"), "section", INK)
        top = self._line(painter, top, 20, f"{self._state.name} · {self._state.made}", "small", SOFT) + 14
        top = self._words(painter, top, wide) + 18
        top = self._line(painter, top, 18, say(language(), "word-sheet", "uses"), "label", INK) + 2
        for code in ("forgot", "lost"):
            top = self._wrapped(painter, top, wide, say(language(), "word-sheet", code)) + 5
        for place, code in enumerate(("backups-at", "kept-at"), 1):
            low = self.height() - 6 - 44 * place + 10
            painter.fillRect(EDGE, low, wide, 1, QColor(RULE))
            self._line(painter, low + 2, 16, say(language(), "word-sheet", code), "foot", SOFT)

    def _words(self, painter: QPainter, top: int, wide: int) -> int:
        across, high = (wide - (COLUMNS - 1) * GAP) // COLUMNS, grown(32)
        asked = [one.place for one in self._state.asked]
        for place in range(1, COUNT + 1):
            line, column = divmod(place - 1, COLUMNS)
            box = QRect(EDGE + column * (across + GAP), top + line * high, across, high)
            self._place(painter, box, place, asked=place in asked)
        return top + high * (COUNT // COLUMNS)

    def _place(self, painter: QPainter, box: QRect, place: int, *, asked: bool) -> None:
        low = box.bottom() - 3
        painter.fillRect(box.left(), low, box.width(), 1, QColor(LINE))
        inner = box.adjusted(0, 0, 0, -3)
        painter.setPen(QColor(SOFT))
        painter.setFont(font("foot"))
        number = grown(14)
        painter.drawText(inner.adjusted(0, 0, number - inner.width(), 0), _RIGHT, str(place))
        inner = inner.adjusted(number + 6, 0, 0, 0)
        if self._state.words:
            painter.setPen(QColor(INK))
            painter.setFont(_copied())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self._state.words[place - 1])
        else:
            bar = QRect(inner.left(), inner.center().y() - 4, min(60, inner.width()), 10)
            rounded(painter, bar, 5, QColor(ASKED if asked else COVER))

    def _line(self, painter: QPainter, top: int, high: int, text: str, role: str, ink: str, left: int = EDGE) -> int:
        tall = max(high, QFontMetrics(font(role)).height())
        painter.setPen(QColor(ink))
        painter.setFont(font(role))
        box = QRect(left, top, self.width() - left - EDGE, tall)
        said = QFontMetrics(font(role)).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, said)
        return top + tall

    def _wrapped(self, painter: QPainter, top: int, wide: int, text: str) -> int:
        painter.setPen(QColor(INK))
        painter.setFont(font("foot"))
        room = QRect(EDGE, top, wide, 400)
        return painter.drawText(room, Qt.TextFlag.TextWordWrap, text).bottom() + 1


@measured(1)
def _copied() -> QFont:
    """Return the letters of the words: larger than codes elsewhere, for they are copied by hand."""
    made = QFont(font("mono"))
    made.setPixelSize(grown(WORD_SIZE))
    return made


_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
