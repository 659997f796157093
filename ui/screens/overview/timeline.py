"""Licences over time: a bar for each licence, months above, today's line; arrow keys go from bar to bar.

Ctrl + and Ctrl - zoom, Ctrl 0 brings 18 months back, Enter opens the licence, T shows the same as a table (the view).
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme
from ui.kit.shortcuts import ALONE, bind
from ui.kit.words import tr
from ui.screens.overview.bars import HEAD_HIGH, LABELS, LANE_HIGH, bar_box, paint_bars, paint_frame, paint_labels
from ui.screens.overview.scale import ZOOMS, Scale, opening, scale_for
from ui.screens.overview.state import Bar, Lane

_USUAL = ZOOMS.index(18)


class Timeline(QAbstractScrollArea):
    """The drawn timeline; `opened` tells which licence was asked for."""

    opened = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Licences over time"))
        self.viewport().setAutoFillBackground(False)
        self._today, self._lanes, self._zoom = today, tuple[Lane, ...](), _USUAL
        self._scale = Scale(today.replace(day=1), 1, 1.0)
        self._at = (0, 0)  # the lane and the bar the keys stand on
        self._moved = False
        theme().changed.connect(self._measure)
        for code, by in (("zoom-in", 1), ("zoom-out", -1), ("zoom-all", 0)):
            bind(code, self, partial(self.zoom, by), ALONE)

    def show_lanes(self, lanes: tuple[Lane, ...], today: date) -> None:
        """Show these; the same ones again change nothing."""
        if (lanes, today) != (self._lanes, self._today):
            self._lanes, self._today, self._at = lanes, today, (0, 0)
            self._measure()

    def bar(self) -> Bar | None:
        """Return the bar the keys stand on."""
        lane, place = self._at
        return self._lanes[lane].bars[place] if lane < len(self._lanes) else None

    def zoom(self, by: int) -> None:
        """Show fewer months (1), more (-1), or 18 again (0), around the same middle."""
        place = _USUAL if by == 0 else min(max(self._zoom - by, 0), len(ZOOMS) - 1)
        across = self.horizontalScrollBar()
        middle = (across.value() + self._plot() / 2) / max(self._scale.month, 1)
        self._zoom = place
        self._measure()
        across.setValue(round(middle * self._scale.month - self._plot() / 2))

    def _plot(self) -> int:
        return max(self.viewport().width() - grown(LABELS), 1)

    def _measure(self) -> None:
        days = [day for lane in self._lanes for bar in lane.bars for day in (bar.first, bar.last) if day is not None]
        self._scale = scale_for(self._today, days, self._plot(), ZOOMS[self._zoom])
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(round(self._scale.width) - self._plot(), 0))
        across.setPageStep(self._plot())
        across.setSingleStep(round(self._scale.month))
        if not self._moved:
            across.setValue(round(opening(self._scale, self._today)))
        high = grown(HEAD_HIGH) + grown(LANE_HIGH) * len(self._lanes)
        down.setRange(0, max(high - self.viewport().height(), 0))
        down.setPageStep(self.viewport().height())
        down.setSingleStep(grown(LANE_HIGH))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._moved = self._moved or bool(dx and self.horizontalScrollBar().isSliderDown())
        self.viewport().update()

    def _offset(self) -> QPoint:
        return QPoint(
            grown(LABELS) - self.horizontalScrollBar().value(), grown(HEAD_HIGH) - self.verticalScrollBar().value()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self.viewport()), self.viewport().size()
        marked = self.bar() if self.hasFocus() else None
        paint_bars(painter, size, self._offset(), self._scale, self._lanes, self._today, marked)
        paint_labels(painter, size, self._offset().y(), self._lanes)
        paint_frame(painter, size, self._offset().x(), self._scale, self._today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        lane, place = self._at
        steps = {Qt.Key.Key_Left: (lane, place - 1), Qt.Key.Key_Right: (lane, place + 1),
                 Qt.Key.Key_Up: (lane - 1, place), Qt.Key.Key_Down: (lane + 1, place),
                 Qt.Key.Key_Home: (0, 0), Qt.Key.Key_End: (len(self._lanes) - 1, place)}  # fmt: skip
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (bar := self.bar()) is not None:
            self.opened.emit(bar.number)
        elif Qt.Key(key) in steps and not ctrl:
            self._step_to(*steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _step_to(self, lane: int, place: int) -> None:
        if not self._lanes:
            return
        lane = min(max(lane, 0), len(self._lanes) - 1)
        self._at = lane, min(max(place, 0), len(self._lanes[lane].bars) - 1)
        self._bring_into_view()
        bar = self.bar()
        if bar is not None:
            self.setAccessibleDescription(bar.spoken)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, bar.spoken))
        self.viewport().update()

    def _bring_into_view(self) -> None:
        bar, down, across = self.bar(), self.verticalScrollBar(), self.horizontalScrollBar()
        if bar is None:
            return
        top, page = grown(LANE_HIGH) * self._at[0], self.viewport().height() - grown(HEAD_HIGH)
        down.setValue(min(max(down.value(), top + grown(LANE_HIGH) - page), top))
        left, right = bar_box(self._scale, bar, 0)
        if right <= across.value() or left >= across.value() + self._plot():
            across.setValue(round(left - self._scale.month))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._bar_under(event.position())
        if found is not None:
            self._step_to(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self.bar()
        if self._bar_under(event.position()) is not None and bar is not None:
            self.opened.emit(bar.number)

    def _bar_under(self, at: QPointF) -> tuple[int, int] | None:
        offset = self._offset()
        lane = int((at.y() - offset.y()) // grown(LANE_HIGH))
        if not 0 <= lane < len(self._lanes) or at.y() < grown(HEAD_HIGH) or at.x() < grown(LABELS):
            return None
        for place, bar in enumerate(self._lanes[lane].bars):
            left, right = bar_box(self._scale, bar, offset.x())
            if left <= at.x() <= right:
                return lane, place
        return None
