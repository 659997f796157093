"""A place to drop files on: dashes, accent while something hovers; Enter opens the file dialog instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.kit.look.paint import rounded
from ui.kit.look.theme import tint
from ui.kit.look.typeface import hold, label
from ui.kit.parts.flow import Flow
from ui.kit.parts.frames import column, row
from ui.kit.parts.marks import Disc


class DropZone(QFrame):
    """Tells the dropped files as paths."""

    dropped = Signal(tuple)

    def __init__(self, title: str, text: str, icon: str = "", *, small: bool = False) -> None:
        super().__init__()
        self._over, self._small = False, small
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        self._title = label(title, "body-strong" if small else "section", wrap=True)
        self._text = label(text, "small" if small else "body", "text3", wrap=True)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = Flow(gap=10, centred=True)
        lines = column(None, margins=(12, 0, 12, 0))
        if icon:
            lines.addLayout(row(None, Disc(icon, size=64, icon_size=30), None))
            lines.addSpacing(16)
        lines.addWidget(self._title)
        lines.addSpacing(4)
        lines.addWidget(self._text)
        lines.addSpacing(10 if small else 20)
        lines.addLayout(row(None, self._buttons, None))
        lines.addStretch(1)
        self.setLayout(lines)
        if small:
            hold(self, least_tall=124)
        else:
            self.setMinimumHeight(300)  # at every text size: there is room for its words

    def add(self, *buttons: QWidget) -> None:
        """Add buttons below the words."""
        for button in buttons:
            self._buttons.addWidget(button)

    def set_words(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.acceptProposedAction()
            self._hover(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(over=False)
        event.acceptProposedAction()
        self.dropped.emit(paths_of(event.mimeData()))

    def _hover(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = tint("accent") if self._over else tint("border")
        ground = tint("accent_soft") if self._over else tint("raised")
        rounded(
            QPainter(self), self.rect(), 10 if self._small else 14, ground, edge, 2.0 if self._over else 1.2, dash=True
        )


def paths_of(data: QMimeData | None) -> tuple[Path, ...]:
    """Return the local files that are dragged or pasted; an empty clipboard has no data at all."""
    if data is None:
        return ()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
