"""A screen of the window: whoever gives it the focus gives it to the part it begins with.

Not by a focus proxy: with one Qt lets the order of tabs begin at that part, and what stands above it, the search field
and the main buttons, is never reached by Tab.
"""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

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
