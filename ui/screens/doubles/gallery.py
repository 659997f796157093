"""The gallery: cards with a contour, kind, title and two lines; real faces are never drawn here."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.lists.rows import ROW
from ui.kit.lists.table import SHARES, WORD_BAR
from ui.kit.look.icons import art
from ui.kit.look.paint import elided, put_icon, rounded
from ui.kit.look.text_size import grown
from ui.kit.look.theme import theme, tint
from ui.kit.look.typeface import font
from ui.kit.words import tr
from ui.screens.doubles.state import Card, Line
from ui.screens.doubles.wave import paint_wave

LEAST, GAP, ART_HIGH, WORDS_HIGH, LINE_HIGH, MARGIN = 204, 16, 206, 101, 21, 24
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class GalleryModel(QAbstractListModel):
    """The cards."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    def show(self, cards: tuple[Card, ...]) -> None:
        """Show these; the same ones again change nothing."""
        if cards != self._cards:
            self.beginResetModel()
            self._cards = cards
            self.endResetModel()

    @property
    def whose(self) -> bool:
        """Whether the cards say whose likeness each is."""
        return any(card.performer for card in self._cards)

    def card(self, place: int) -> Card | None:
        return self._cards[place] if 0 <= place < len(self._cards) else None

    def place_of(self, wanted: str) -> int:
        return next((at for at, card in enumerate(self._cards) if card.id == wanted), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        card = self.card(index.row())
        if card is None:
            return None
        said = {int(Qt.ItemDataRole.DisplayRole): card.title, int(Qt.ItemDataRole.AccessibleTextRole): card.spoken}
        return card if role == ROW else said.get(role)


class CardDelegate(QStyledItemDelegate):
    """Paints a card into its grid cell, with half of the gap on each side."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize(grown(LEAST), ART_HIGH + grown(WORDS_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card | None = index.data(ROW)
        if card is None:
            return
        cell: QRect = option.rect
        box = cell.adjusted(GAP // 2, GAP // 2, -(GAP // 2), -(GAP // 2))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        top = QRect(box.x(), box.y(), box.width(), ART_HIGH)
        self._paint_art(painter, box, top, card)
        painter.restore()
        self._paint_words(painter, box.adjusted(13, ART_HIGH + grown(10), -12, 0), card)
        if chosen:
            rounded(painter, box.adjusted(-1, -1, 1, 1), 11, None, tint("accent"), 2.0)
        else:
            rounded(painter, box, 10, None, tint("hairline"))

    def _paint_art(self, painter: QPainter, box: QRect, top: QRect, card: Card) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(box), 10, 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, tint("surface"))
        painter.setClipPath(shape)
        painter.fillRect(top, tint("raised"))
        painter.fillRect(top.x(), top.bottom(), top.width(), 1, tint("hairline"))
        if card.peaks:
            paint_wave(painter, top.adjusted(15, 28, -15, -28), card.peaks)
            return
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(top.x() + (top.width() - 206) // 2, top.y(), art(card.art, 206, 206, tint("accent"), ratio))

    def _paint_words(self, painter: QPainter, box: QRect, card: Card) -> None:
        high = grown(18)
        put_icon(painter, card.icon, QPointF(box.x(), box.y() + (high - 14) // 2), 14, tint("accent"))
        painter.setFont(font("small-medium"))
        painter.setPen(tint("accent"))
        line = QRect(box.x() + 20, box.y(), box.width() - 20, high)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, elided(card.kind, "small-medium", line.width()))
        painter.setFont(font("body-strong"))
        painter.setPen(tint("text"))
        title = QRect(box.x(), box.y() + high, box.width(), grown(20))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, elided(card.title, "body-strong", title.width()))
        whose = [("user-round", "text3", card.performer)] if card.performer else []
        for number, (icon, hue, words) in enumerate((*whose, card.holders, card.files)):
            line = QRect(box.x(), box.y() + grown(40 + LINE_HIGH * number), box.width(), high)
            self._paint_line(painter, line, (icon, hue, words))

    def _paint_line(self, painter: QPainter, box: QRect, line: Line) -> None:
        icon, hue, words = line
        role = "small" if hue == "text3" else "small-medium"
        put_icon(painter, icon, QPointF(box.x(), box.y() + (box.height() - 14) // 2), 14, tint(hue))
        painter.setFont(font(role, figures=True))
        painter.setPen(tint(hue))
        painter.drawText(
            box.adjusted(20, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, elided(words, role, box.width() - 20)
        )


class Gallery(QListView):
    """Cards in as many columns as fit: three at 1280, four from 1500."""

    def __init__(self, model: GalleryModel) -> None:
        super().__init__()
        self._cards = model
        self.setModel(model)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(tr("Likenesses"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        model.modelReset.connect(self._fit)
        theme().changed.connect(self._fit)

    def bars(self, number: int) -> tuple[QRect, Iterator[QRect]]:
        """Return no box, a card has no line below it, and where picture and words of one that is not read will be."""
        cell = self.gridSize()
        down, across = divmod(number, max(1, self.viewport().width() // cell.width()))
        card = QRect(QPoint(across * cell.width(), down * cell.height()), cell).adjusted(8, 8, -8, -8)
        room, share = card.width() - 25, SHARES[number % len(SHARES)]
        words = ((10, 0.4), (34, share), (58, share * 0.7))
        return QRect(), iter((
            QRect(card.x(), card.y(), card.width(), ART_HIGH),
            *(QRect(card.x() + 13, card.y() + ART_HIGH + grown(at), round(room * wide), grown(WORD_BAR))
              for at, wide in words),
        ))  # fmt: skip

    def reset(self) -> None:
        """Have no card chosen: left to itself, Qt would quietly take the first one once the gallery gets the focus."""
        super().reset()
        self.setCurrentIndex(QModelIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        side = MARGIN - GAP // 2
        self.setViewportMargins(side, GAP // 2, 0, 0)
        room = self.width() - 2 * side
        columns = max(1, room // (grown(LEAST) + GAP))
        words = WORDS_HIGH + (LINE_HIGH if self._cards.whose else 0)
        self.setGridSize(QSize(room // columns, ART_HIGH + grown(words) + 3 + GAP))
