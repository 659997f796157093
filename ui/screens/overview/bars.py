"""How the timeline is painted: bars and the line of what is still shown, names at the left, months above, today."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath

from ui.kit.figures import MONTHS
from ui.kit.look.paint import elided, put_icon, rounded
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font
from ui.kit.words import language, tr
from ui.screens.overview.scale import Scale
from ui.screens.overview.state import Bar, Lane

LABELS, HEAD_HIGH, LANE_HIGH, BAR_HIGH = 212, 26, 40, 22
LEAST_WORDS = 60  # pixels below which a word cut short says nothing
# Look to ground, edge, ink and icon.
LOOKS = {
    "in-force": ("accent_soft", "accent_line", "accent", ""),
    "soon": ("amber_soft", "amber_solid", "amber", "calendar-clock"),
    "offered": ("surface", "blue_solid", "blue", "send"),
    "suspended": ("sunken", "grey_solid", "text2", "circle-pause"),
    "ended": ("grey_soft", "hairline", "grey", ""),
}
_A_DAY = timedelta(days=1)


def bar_box(scale: Scale, bar: Bar, left: int) -> tuple[float, float]:
    """Return where a bar begins and ends; the last day belongs to it."""
    end = scale.width if bar.last is None else scale.x(_after(bar.last))
    begin = scale.x(bar.first)
    return left + begin, left + max(end, begin + grown(BAR_HIGH))


def paint_bars(
    painter: QPainter,
    size: QSize,
    offset: QPoint,
    scale: Scale,
    lanes: tuple[Lane, ...],
    today: date,
    marked: Bar | None,
) -> None:
    """Paint quarters, bars, today's line over them, and the words over the line."""
    labels, head, lane_high = grown(LABELS), grown(HEAD_HIGH), grown(LANE_HIGH)
    painter.setClipRect(QRect(labels, head, size.width() - labels, size.height() - head))
    for day, x in scale.ticks():
        if day.month % 3 == 1:
            painter.fillRect(QRectF(offset.x() + x, head, 1, size.height()), tint("hairline"))
    placed = [
        (bar, QRectF(left, offset.y() + lane_high * number + grown(9), right - left, grown(BAR_HIGH)))
        for number, lane in enumerate(lanes)
        if -lane_high < offset.y() + lane_high * number < size.height()
        for bar in lane.bars
        for left, right in [bar_box(scale, bar, offset.x())]
    ]
    for bar, box in placed:
        _paint_shape(painter, bar, box, offset.x(), scale)
    painter.fillRect(QRectF(offset.x() + scale.x(today) - 0.75, head, 1.5, size.height()), tint("text"))
    for bar, box in placed:
        _paint_words(painter, bar, box)
        if bar is marked:
            rounded(painter, box.adjusted(-3, -3, 3, 3), 8, None, tint("accent"), 2.0)
    painter.setClipping(False)


def _paint_shape(painter: QPainter, bar: Bar, box: QRectF, left: int, scale: Scale) -> None:
    ground, edge, _ink, _icon = LOOKS[bar.look]
    if bar.shown_until is not None or bar.shown_on:
        until = scale.width if bar.shown_until is None else scale.x(_after(bar.shown_until))
        line = QRectF(box.right(), box.center().y() - 2, max(left + until - box.right(), 0), 4)
        painter.fillRect(line, tint("accent_line" if bar.look in ("in-force", "soon") else "grey_solid"))
    rounded(painter, box, 6, tint(ground), tint(edge), dash=bar.look == "offered")
    if bar.look == "suspended":
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        painter.fillPath(path, QBrush(_between("surface", "sunken"), Qt.BrushStyle.BDiagPattern))


def _between(first: str, second: str) -> QColor:
    """Return the colour of the stripes: readable words over them matter more than the stripes."""
    one, two = tint(first), tint(second)
    return QColor((one.red() + two.red()) // 2, (one.green() + two.green()) // 2, (one.blue() + two.blue()) // 2)


def _paint_words(painter: QPainter, bar: Bar, box: QRectF) -> None:
    """Write the words inside the part of the bar that is seen."""
    ground, _edge, ink, icon = LOOKS[bar.look]
    seen = box.toRect().adjusted(8, 0, -8, 0)
    seen.setLeft(max(seen.left(), grown(LABELS) + 8))
    if icon and seen.width() > 24:
        put_icon(painter, icon, QPointF(seen.x(), box.center().y() - 6), 12, tint(ink))
        seen.setLeft(seen.left() + 17)
    words = elided(bar.words, "label", max(seen.width(), 0))
    if words != bar.words and seen.width() < grown(LEAST_WORDS):
        return
    wide = QFontMetrics(font("label")).horizontalAdvance(words)
    painter.fillRect(QRectF(seen.x() - 3, box.y() + 2, min(wide + 6, seen.width() + 3), box.height() - 4), tint(ground))
    painter.setFont(font("label"))
    painter.setPen(tint(ink))
    painter.drawText(seen, Qt.AlignmentFlag.AlignVCenter, words)


def paint_labels(painter: QPainter, size: QSize, top: int, lanes: tuple[Lane, ...]) -> None:
    """Write project and who it is about at the left of each lane."""
    labels, head, lane_high = grown(LABELS), grown(HEAD_HIGH), grown(LANE_HIGH)
    painter.setClipRect(QRect(0, head, labels, size.height() - head))
    for number, lane in enumerate(lanes):
        y = top + lane_high * number
        if -lane_high < y < size.height():
            for text, role, ink, down, high in (
                (lane.title, "body-medium", "text", 4, 17),
                (lane.who, "small", "text3", 21, 16),
            ):
                painter.setFont(font(role))
                painter.setPen(tint(ink))
                line = QRect(0, y + grown(down), labels - 12, grown(high))
                painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided(text, role, line.width()))
    painter.setClipping(False)


def paint_frame(painter: QPainter, size: QSize, left: int, scale: Scale, today: date) -> None:
    """Write the months above, and today."""
    labels, head = grown(LABELS), grown(HEAD_HIGH)
    painter.setClipRect(QRect(labels, 0, size.width() - labels, head))
    year = QFontMetrics(font("count")).horizontalAdvance("2000 ")
    for day, x in scale.written(year):
        january = day.month == 1
        painter.setFont(font("count" if january else "foot"))
        painter.setPen(tint("text2" if january else "text3"))
        words = str(day.year) if january else MONTHS[language()][day.month - 1][0].upper()
        painter.drawText(QRectF(left + x, 0, max(scale.month, year), head), Qt.AlignmentFlag.AlignVCenter, words)
    words = tr("Today")
    wide = QFontMetrics(font("count")).horizontalAdvance(words) + 12
    middle = left + scale.x(today)
    slip = QRectF(middle - wide / 2, grown(4), wide, grown(18))
    rounded(painter, slip, 4, tint("text"))
    painter.fillRect(QRectF(middle - 0.75, grown(20), 1.5, head), tint("text"))
    painter.setFont(font("count"))
    painter.setPen(tint("surface"))
    painter.drawText(slip, Qt.AlignmentFlag.AlignCenter, words)
    painter.setClipping(False)


def _after(day: date) -> date:
    return day + _A_DAY if day < date.max else day
