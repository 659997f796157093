"""A field of tokens with completion: territories, languages, purposes. Backspace takes the last one back.

Pressed while nothing is typed in it, it shows all that it offers; so does Down.

What was typed and names nothing stays in the field and is told; it is read on Enter, on leaving, and by `settle`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCompleter, QFrame, QLineEdit, QListView, QSizePolicy

from ui.kit.fields.offering import Offering
from ui.kit.fields.places import Offer
from ui.kit.look.focus import watch_focus
from ui.kit.look.paint import put_icon, rounded
from ui.kit.look.stylesheet import FIELD_HIGH
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font, hold
from ui.kit.parts.flow import Flow
from ui.kit.words import tr


class TokensField(QFrame):
    """Codes shown as tokens; `changed` when there are others, `picked` when what was typed was read."""

    changed, picked = Signal(), Signal()

    def __init__(self, offer: Offer, name: str) -> None:
        super().__init__()
        self.setProperty("field", "true")
        self._offer, self._words = offer, dict(offer.pairs)
        self._problem = ""
        self._codes: list[str] = []
        self._flow = Flow(self, gap=5)
        self._flow.setContentsMargins(5, 5, 5, 5)
        self._edit = QLineEdit()
        self._edit.setProperty("bare", "true")
        hold(self._edit, tall=20, least_wide=80)
        self._edit.setAccessibleName(name)
        names = QStringListModel([words for _code, words in offer.pairs], self)
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = _popup()
        completer.setPopup(self._popup)
        # Queued: Qt writes what was chosen into the field once more, after it has told us.
        completer.activated.connect(self.settle, Qt.ConnectionType.QueuedConnection)
        self._edit.setCompleter(completer)
        self._offering = Offering(self._edit)
        self._edit.editingFinished.connect(self._left)
        self._edit.installEventFilter(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._draw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; not by a proxy, for a frame with one is a stop of its own: Tab then never gets round."""
        self._edit.setFocus(event.reason())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a press beside the words for one on them."""
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)
        self._offering.show_all()

    def codes(self) -> tuple[str, ...]:
        """Return the codes in the field, in the order they were put."""
        return tuple(self._codes)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show these codes; the same ones again change nothing."""
        if list(codes) != self._codes:
            self._codes = list(codes)
            self._draw()

    def problem(self) -> str:
        """Return why what was typed last is not taken; empty where nothing is left over."""
        return self._problem

    def typed(self) -> str:
        """Return what stands there and is no token."""
        return self._edit.text().strip()

    def put_typed(self, text: str) -> None:
        """Put something there as if it had been typed."""
        self._edit.setText(text)
        self.settle()

    def settle(self) -> None:
        """Take what stands there as a token, if it names one."""
        text, before = self.typed(), self._problem
        code = self._offer.read(text) if text else ""
        self._problem = self._offer.problem(text) if text and not code else ""
        if code:
            self._edit.clear()
        if code and code not in self._codes:
            self._codes.append(code)
            self._draw()
            self.changed.emit()
        if before or self._problem:
            self.picked.emit()

    def _left(self) -> None:
        if not (self._popup.isVisible() and self._popup.currentIndex().isValid()):  # else that one is being chosen
            self.settle()

    def _remove(self, code: str) -> None:
        self._codes.remove(code)
        self._draw()
        self._edit.setFocus()
        self.changed.emit()

    def _draw(self) -> None:
        self._flow.removeWidget(self._edit)
        self._flow.clear()
        for code in self._codes:
            token = Token(self._words.get(code) or self._offer.named(code))
            token.clicked.connect(lambda _on=False, gone=code: self._remove(gone))
            token.setParent(self)
            self._flow.addWidget(token)
            token.show()
        self._flow.addWidget(self._edit)
        self._edit.setPlaceholderText("" if self._codes else tr("Choose or type"))
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return max(grown(FIELD_HIGH), self._flow.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(200, max(grown(FIELD_HIGH), self._flow.heightForWidth(self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, grown(FIELD_HIGH))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", "true" if event.type() is QEvent.Type.FocusIn else "false")
            self.style().unpolish(self)
            self.style().polish(self)
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self._edit.text()
            and self._codes
        ):
            self._remove(self._codes[-1])
            return True
        return super().eventFilter(watched, event)


def _popup() -> QListView:
    """Return the list that a completer makes for itself, with rows of one height: Qt would measure every name."""
    made = QListView()
    made.setUniformItemSizes(True)
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setSelectionMode(QListView.SelectionMode.SingleSelection)
    made.setProperty("popup", "true")
    return made


class Token(QAbstractButton):
    """One token; pressing it takes it away."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(tr("Remove {name}", name=text))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        watch_focus(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(font("small-medium")).horizontalAdvance(self.text()) + 32, grown(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), 4, tint("sunken"))
        painter.setPen(tint("text"))
        painter.setFont(font("small-medium"))
        painter.drawText(QRect(8, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        put_icon(painter, "x", QPointF(self.width() - 17, (self.height() - 12) / 2), 12, tint("text3"))
