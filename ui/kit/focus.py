"""The one focus ring: 2 px of accent, 2 px outside, only when focus came by key (UX section 6)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QStyle, QWidget

from ui.kit.paint import rounded
from ui.kit.theme import tint

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QFocusFrame):
    """Follows the focused button."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and isinstance(watched, QAbstractButton):
            gained = event.type() is QEvent.Type.FocusIn and event.reason() in _BY_KEY
            if gained:
                self.setWidget(watched)
            elif event.type() is QEvent.Type.FocusOut and self.widget() is watched:
                self.setWidget(None)  # type: ignore[arg-type]  # Qt takes None for "no widget"
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        widget: QWidget | None = self.widget()
        if widget is None:
            return
        out = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameVMargin)
        box = QRect(self.rect()).adjusted(max(0, out - 4), max(0, out - 4), -max(0, out - 4), -max(0, out - 4))
        rounded(QPainter(self), box, 9, None, tint("accent"), 2.0)
