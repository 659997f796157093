"""Where the focus goes as a flow moves on: to what its step begins with, once that is there and can be pressed.

Left to Qt, it would go from what was drawn anew or went grey to whatever comes next: to Cancel, or out of the flow. It
is moved only where it was inside, and never taken from elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Beginning(QObject):
    """Looks before a `flow` is drawn (`look`) and after it (`follow`); `first` gives what the step begins with."""

    def __init__(self, flow: QWidget, pages: QWidget, first: Callable[[], QWidget]) -> None:
        """`pages` is the part of the flow that is drawn anew."""
        super().__init__(flow)
        self._flow, self._pages, self._first = flow, pages, first
        self._here = self._on_page = self._owing = False
        self._soon = QTimer(self, singleShot=True, interval=0)  # what was just drawn is to be seen only then
        self._soon.timeout.connect(self.begin)

    def look(self) -> None:
        """Look where the focus is, before something is drawn."""
        self._here, self._on_page = _has_focus(self._flow), _has_focus(self._pages)

    def follow(self, *, another: bool) -> None:
        """Move the focus if it was lost meanwhile, or if this is `another` step."""
        lost = (self._on_page and not _has_focus(self._pages)) or (self._here and not _has_focus(self._flow))
        self._owing = self._owing or lost or (self._here and another)
        if self._owing and self._flow.isVisible():
            self._soon.start()

    def begin(self) -> None:
        """Give the focus to what the step begins with; while that is grey, it is owed."""
        first = self._first()
        self._owing = not first.isEnabled()
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_focus(part: QWidget) -> bool:
    """Tell whether the focus is in a part; a window that is not active has none, and keeps it here for later."""
    focused = QApplication.focusWidget()
    return focused is None or part.isAncestorOf(focused)
