"""Sentences with emphasis: runs of (text, mark) drawn with a fixed line height, selectable, never HTML.

Marks: "" plain, "fact" semibold, "new" accent ground (just changed), "risk" amber underline. Text goes in as plain
text run by run, so that nothing a company wrote can become markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

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

    def set_text(self, text: str) -> None:
        """Show one plain run."""
        self.set_runs(((text, ""),))

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show these runs; the same runs again change nothing."""
        if tuple(runs) != self._runs:
            self._runs = tuple(runs)
            self._draw()

    def _draw(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # whatever letters a name has
        block.setLineHeight(grown(self._line), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(block)
        for text, mark in self._runs:
            cursor.insertText(text, self._format(mark))
        self.setTextCursor(QTextCursor(self.document()))  # whoever comes by key reads from the beginning
        self._fit()

    def _format(self, mark: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setFont(font(self._role))
        made.setForeground(tint(self._hue))
        if mark == "fact":
            made.setFontWeight(SEMIBOLD)
        elif mark == "new":
            made.setBackground(tint("accent_soft"))
            made.setFontUnderline(theme().tokens.strong)  # the ground is no other there
        elif mark == "risk":
            made.setFontUnderline(True)
            made.setUnderlineColor(tint("amber_solid"))
        return made

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
