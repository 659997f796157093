"""The list of quick find: headings; rows with icon, words, second words, a badge or a key; matches are marked."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.fields.matching import spans
from ui.kit.lists.rows import ROW
from ui.kit.look.badges import badge_high, badge_width, paint_badge
from ui.kit.look.looks import state_word
from ui.kit.look.paint import chosen, elided, put_icon, rounded
from ui.kit.look.reading_order import in_our_order
from ui.kit.look.text_size import grown, measured
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font
from ui.kit.words import tr
from ui.screens.find.state import DO, DOUBLES, GO, HERE, LICENCES, PEOPLE, RECENT, USES, Row

HIGH, HEAD_HIGH, EDGE, ICON, GAP = 40, 34, 6, 16, 12
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


def group_words(group: str) -> str:
    """Return the heading of a group."""
    return {
        LICENCES: tr("Licences"),
        DOUBLES: tr("Likenesses"),
        USES: tr("Uses"),
        PEOPLE: tr("People"),
        RECENT: tr("Opened last"),
        DO: tr("Do something"),
        HERE: tr("On this screen"),
        GO: tr("Go to"),
    }[group]


class FoundModel(QAbstractListModel):
    """Rows under the headings of their groups; a heading is a string and cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Row | str] = []

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = []
        before = ""
        for row in rows:
            if row.group != before:
                self._lines.append(group_words(row.group))
                before = row.group
            self._lines.append(row)
        self.endResetModel()

    def row(self, place: int) -> Row | None:
        """Return the row in a place, None for a heading or where there is none."""
        line = self._lines[place] if 0 <= place < len(self._lines) else None
        return line if isinstance(line, Row) else None

    def place_of(self, row: Row | None) -> int:
        """Return where a row stands; the first row of all where it is gone."""
        return self._lines.index(row) if row in self._lines else self.next_place(-1, 1)

    def next_place(self, place: int, by: int) -> int:
        """Return the next place with a row, round the ends; -1 where there are no rows."""
        places = [at for at, line in enumerate(self._lines) if isinstance(line, Row)]
        if not places:
            return -1
        if place not in places:
            return places[0] if by > 0 else places[-1]
        return places[(places.index(place) + by) % len(places)]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.row(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == ROW:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words if isinstance(line, Row) else line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(line) if isinstance(line, Row) else line
        return None


def spoken(row: Row) -> str:
    """Say a row for whoever does not see it: its kind, its words, where it stands, its key."""
    said = (group_words(row.group), row.words, row.second, state_word(row.state) if row.state else "", row.keys)
    return ". ".join(part for part in said if part)


class FoundDelegate(QStyledItemDelegate):
    """Paints a heading or a row; `typed` are the folded words that were looked for."""

    typed: tuple[str, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = isinstance(index.data(ROW), Row)
        return QSize(200, grown(HIGH if row else HEAD_HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, box = index.data(ROW), QRect(option.rect)
        if not isinstance(line, Row):
            painter.setFont(font("small-medium"))
            painter.setPen(tint("text2"))
            painter.drawText(box.adjusted(EDGE + GAP, 4, -EDGE, 0), Qt.AlignmentFlag.AlignVCenter, str(line or ""))
            return
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            chosen(painter, box.adjusted(EDGE, 0, -EDGE, 0), 6)
        inside = box.adjusted(EDGE + GAP, 0, -EDGE - GAP, 0)
        hue = "accent" if on else "text3"
        put_icon(painter, line.icon, QPointF(inside.x(), inside.center().y() - ICON // 2 + 1), ICON, tint(hue))
        inside.setLeft(inside.left() + ICON + GAP)
        inside.setRight(self._paint_right(painter, inside, line) - GAP)
        wide = self._paint_marked(painter, inside, line.words, "body-medium", "text")
        inside.setLeft(inside.left() + wide + GAP)
        if line.second:
            self._paint_marked(painter, inside, line.second, "body", "text2" if on else "text3")

    def _paint_right(self, painter: QPainter, box: QRect, row: Row) -> int:
        """Paint the badge or the key cap at the right end; return where it begins."""
        if row.state:
            word = state_word(row.state)
            left = box.right() - badge_width(word)
            paint_badge(painter, QPointF(left, box.y() + (box.height() - badge_high()) // 2), row.state, word)
            return left
        if row.keys:
            cap = QRect(0, 0, advance(row.keys, "foot-medium") + 11, max(grown(16), line_high("foot-medium")))
            cap.moveCenter(box.center())
            cap.moveRight(box.right())
            rounded(painter, cap, 4, tint("sunken"))
            painter.setPen(tint("text3"))
            painter.setFont(font("foot-medium"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, row.keys)
            return cap.left()
        return box.right()

    def _paint_marked(self, painter: QPainter, box: QRect, text: str, role: str, ink: str) -> int:
        """Paint words, what was typed in the accent; return how wide they are."""
        said = elided(in_our_order(text), role, max(box.width(), 0))
        painter.setFont(font(role))
        at, left = 0, box.left()
        pieces = [(start, end) for start, end in spans(said, self.typed)] if said.isascii() or _reads_on(said) else []
        for start, end in (*pieces, (len(said), len(said))):
            for piece, hue in ((said[at:start], ink), (said[start:end], "accent")):
                if piece:
                    painter.setPen(tint(hue))
                    painter.drawText(box.adjusted(left - box.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, piece)
                    left += advance(piece, role)
            at = end
        return left - box.left()


def _reads_on(text: str) -> bool:
    """Tell whether every letter runs from left to right: others change their shape or place when words are cut."""
    return all(ord(sign) < 0x590 or 0x1E00 <= ord(sign) < 0xFB1D for sign in text)


@measured(4096)
def advance(text: str, role: str) -> int:
    """Return how wide words are, cached."""
    return QFontMetrics(font(role)).horizontalAdvance(text)


@measured(16)
def line_high(role: str) -> int:
    """Return how high a line of a role is, cached."""
    return QFontMetrics(font(role)).height()


class FoundList(QListView):
    """The view; the field keeps the focus, so that typing goes on while rows are chosen."""

    def __init__(self, model: FoundModel) -> None:
        super().__init__()
        self.setModel(model)
        self.marks = FoundDelegate(self)
        self.setItemDelegate(self.marks)
        self.setAccessibleName(tr("What was found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def high(self) -> int:
        """Return how high all rows are together."""
        model = self.model()
        return sum(self.sizeHintForRow(place) for place in range(model.rowCount()))
