"""Sentences with emphasis: runs of (text, mark) drawn with a fixed line height, selectable, never HTML.

Marks: "" plain, "fact" semibold, "new" the same on an accent ground (just changed), "risk" amber underline. Text goes
in as plain text run by run, so that nothing a company wrote can become markup. The accent ground fades; where nothing
is to move it stays until the words are drawn again.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Property, QEasingCurve, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from ui.kit.look.motion import NEW_WORDS, Motion, lasting
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme, tint
from ui.kit.look.typeface import SEMIBOLD, font, set_font

Run = tuple[str, str]
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Prose(QTextBrowser):
    """A paragraph as high as its words need."""

    def __init__(self, role: str = "lead", line: int = 21, hue: str = "text", name: str = "",
                 parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._role, self._line, self._hue = role, line, hue
        self._runs: tuple[Run, ...] = ()
        self._ends: list[int] = []  # of each run, as Qt counts
        self._lit: list[int] = []  # which runs have an accent ground that fades
        self._glow = 0.0
        self._fading = Motion(self, "glow")
        self._fading.setEasingCurve(QEasingCurve.Type.InQuad)
        self.setFrameShape(QFrame.Shape.NoFrame)
        set_font(self, role)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._draw)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is in the text to whoever came by key; to others it would look like a field to type in."""
        self.setCursorWidth(1 if event.reason() in _BY_KEY else 0)
        super().focusInEvent(event)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show these runs; the same runs again change nothing."""
        if tuple(runs) == self._runs:
            return
        fresh, self._runs = _texts(runs) != _texts(self._runs), tuple(runs)
        self._draw()
        if fresh:  # else they are the same words, kept meanwhile
            self._lit = [place for place, (_text, mark) in enumerate(runs) if mark == "new"]
            self._fading.go(1.0 if self._lit else 0.0, 0.0, NEW_WORDS if self._lit else 0)

    def _draw(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # whatever letters a name has
        block.setLineHeight(grown(self._line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(block)
        self._ends = []
        for text, mark in self._runs:
            cursor.insertText(text, self._format(mark))
            self._ends.append(cursor.position())
        self.setTextCursor(QTextCursor(self.document()))  # whoever comes by key reads from the beginning
        self._fit()

    def _format(self, mark: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(font(self._role))
        made.setForeground(tint(self._hue))
        if mark in ("fact", "new"):
            made.setFontWeight(SEMIBOLD)
        if mark == "new" and not lasting(NEW_WORDS):
            _light(made, 1.0)
        elif mark == "risk":
            made.setFontUnderline(True)
            made.setUnderlineColor(tint("amber_solid"))
        return made

    def _read_glow(self) -> float:
        return self._glow

    def _write_glow(self, glow: float) -> None:
        self._glow = glow
        self.setExtraSelections([self._lighted(place) for place in self._lit] if glow else [])

    glow = Property(float, _read_glow, _write_glow)

    def _lighted(self, place: int) -> QTextEdit.ExtraSelection:
        lit = QTextEdit.ExtraSelection()
        lit.cursor = QTextCursor(self.document())
        lit.cursor.setPosition(self._ends[place - 1] if place else 0)
        lit.cursor.setPosition(self._ends[place], QTextCursor.MoveMode.KeepAnchor)
        _light(lit.format, self._glow)
        return lit

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(grown(self._line), round(self.document().size().height())))

    def heightForWidth(self, width: int) -> int:
        copy = self.document().clone()
        copy.setTextWidth(width)
        return max(grown(self._line), round(copy.size().height()))

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, grown(self._line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _texts(runs: Sequence[Run]) -> list[str]:
    return [text for text, _mark in runs]


def _light(made: QTextCharFormat, glow: float) -> None:
    ground = QColor(tint("accent_soft"))
    ground.setAlphaF(glow)
    made.setBackground(ground)
    made.setFontUnderline(theme().tokens.strong)  # the ground is no other there
