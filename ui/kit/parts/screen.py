"""A screen of the window: whoever gives it the focus gives it to the part it begins with.

- Not by a focus proxy: with one Qt lets the order of tabs begin at that part, and what stands above it, the search
  field and the main buttons, is never reached by Tab.
- Where what has the focus goes or becomes grey, a verb of the pane after it was done, Qt gives it to whatever comes
  next in the window. A screen with a list gives it to its list: there one goes on.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.kit.parts.panes import pane_here


class Screen(QWidget):
    """A widget that hands the focus on."""

    def __init__(self) -> None:
        super().__init__()
        pane_here(self)
        self._begin: QWidget | None = None

    def begin_with(self, part: QWidget) -> None:
        """Say which part gets the focus."""
        self._begin = part

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._begin is not None:
            self._begin.setFocus(event.reason())

    def focusNextPrevChild(self, forth: bool, /) -> bool:
        begin, gone = self._begin, QApplication.focusWidget()
        lost = gone is not None and not (gone.isVisible() and gone.isEnabled())
        if lost and isinstance(begin, QAbstractItemView) and begin is not gone and begin.isVisible():
            begin.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().focusNextPrevChild(forth)
