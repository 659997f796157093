"""Two parts side by side with a hairline between them; where it lies follows a rule until the user moves it.

Then both keep their share of the width, whatever the window's; `share` is kept for the next time.
Where there is no room for both, in a small window with large text, the second stands below the first (UX section 2).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSplitter, QWidget

from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme
from ui.kit.parts.panes import bring_into_sight, by_tab, pane_here
from ui.kit.shortcuts import ALONE, WITHIN, bind

NARROW = 760  # pixels at the usual text size
_UPPER = 0.45  # of the height


class Split(QSplitter):
    """`left_wide(whole)` gives the width of the left part for that of both; less than `narrow` is no room for two."""

    def __init__(self, left: QWidget, right: QWidget, left_wide: Callable[[int], int], narrow: int = NARROW) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._right, self._left_wide, self._narrow, self._moved = right, left_wide, narrow, False
        self.share: float | None = None  # of the left part, where somebody has moved the line
        self.addWidget(pane_here(left))
        self.addWidget(pane_here(right))
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)
        theme().changed.connect(self._place)

    def left_of(self, whole: int) -> int:
        """Return how wide the left part is by the rule, of `whole` pixels for both."""
        return whole if whole < grown(self._narrow) else self._left_wide(whole)

    def enter_from(self, part: QWidget) -> None:
        """Let Enter go from a list in the left part to what the right one has to read or to press, and Esc back."""
        bind("go-in", part, self._go_in, ALONE)
        bind("go-out", self._right, lambda: part.setFocus(Qt.FocusReason.ShortcutFocusReason), WITHIN)

    def _go_in(self) -> None:
        first = next((one for one in by_tab(self._right) if not _is_icon(one)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_sight(first)

    def _keep(self) -> None:
        self._moved = True
        if self.orientation() is Qt.Orientation.Horizontal:
            self.share = self.sizes()[0] / max(self.width(), 1)

    def _place(self) -> None:
        narrow = self.width() < grown(self._narrow)
        if narrow != (self.orientation() is Qt.Orientation.Vertical):
            self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
            self._moved = False
        if narrow and not self._moved:
            upper = round(self.height() * _UPPER)
            self.setSizes([upper, max(self.height() - upper - 1, 1)])
        elif not narrow:
            left = self._left_wide(self.width()) if self.share is None else round(self.width() * self.share)
            self.setSizes([left, max(self.width() - left - 1, 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()


def _is_icon(part: QWidget) -> bool:
    """Tell a button without words: whoever presses Enter twice must not take something back, or open a menu."""
    return isinstance(part, QAbstractButton) and not part.text()


def right_pane(wide: int) -> Callable[[int], int]:
    """Return the rule for a pane of that width at the right; it grows with the text."""
    return lambda whole: whole - grown(wide) - 1
