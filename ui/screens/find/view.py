"""Quick find: a frameless dialog over a shade; a field, what is found below it, the keys at its foot (picture 14).

The field keeps the focus: Up, Down and Enter move and open in the list, Esc closes; a press beside it closes too.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QStackedWidget, QWidget

from ui.kit.fields.matching import words_in
from ui.kit.look.paint import elided, rounded
from ui.kit.look.scrim import Scrim
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import hold, label, set_font
from ui.kit.parts.blank import Blank
from ui.kit.parts.buttons import Button
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.marks import IconMark, KeyCap
from ui.kit.shortcuts import bind
from ui.kit.words import tr, tr_n
from ui.screens.find.listing import FoundList, FoundModel, spoken
from ui.screens.find.names import Known
from ui.screens.find.presenter import FindPresenter
from ui.screens.find.recent import Opened
from ui.screens.find.state import FindState, Offer, Row, Target

WIDE, TOP, LEAST_BELOW, FIELD_HIGH, FOOT_HIGH, BLANK_HIGH, RADIUS = 620, 80, 24, 52, 38, 210, 12
LONGEST = 400  # of what was typed, where it is said again
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FindDialog(QDialog):
    """Opens over a window; `chosen` tells where a row leads, once the dialog is gone."""

    chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, over: QWidget, office: Any, jobs: Any, offered: frozenset[str], offers: tuple[Offer, ...],
                 known: Known | None = None, recent: tuple[Opened, ...] = ()) -> None:  # fmt: skip
        super().__init__(over, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(tr("Find or do anything"))
        self._over = over
        self._state = FindState()
        self._moved = False  # a row was chosen by hand, and stays chosen when more rows come
        self._presenter = FindPresenter(office, jobs, self, offered, offers, known, recent)
        self._build()
        self._scrim = Scrim(over)
        self._scrim.pressed.connect(self.reject)
        self._scrim.resized.connect(self._fit)
        self.finished.connect(self._go_away)
        self._presenter.refresh()

    def _build(self) -> None:
        self._field = QLineEdit()
        self._field.setProperty("bare", "true")
        set_font(self._field, "find")
        self._field.setPlaceholderText(tr("Find or do anything"))
        self._field.setAccessibleName(tr("Find or do anything"))
        self._field.textChanged.connect(self._presenter.search)
        self._field.installEventFilter(self)
        head = boxed(row(IconMark("search", 18), self._field, KeyCap("Esc"), gap=12, margins=(18, 0, 18, 0)),
                     rule="bottom")  # fmt: skip
        hold(head, least_tall=FIELD_HIGH)
        self._model = FoundModel(self)
        self._list = FoundList(self._model)
        self._list.clicked.connect(self._pressed)
        self._list.entered.connect(self._hover)
        self._near = Button("", look="link")
        self._near.clicked.connect(lambda: self._field.setText(self._state.nearest))
        self._blank = Blank("search-x", tr("Nothing matches"), tr("Try another word."), self._near, hue="grey")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._blank)
        keys = row(KeyCap("↑ ↓"), label(tr("move"), "small", "text3"), 10, KeyCap("Enter"),
                   label(tr("open"), "small", "text3"), None, margins=(18, 0, 18, 0))  # fmt: skip
        foot = boxed(keys, rule="top")
        hold(foot, least_tall=FOOT_HIGH)
        inside: QFrame = boxed(column(head, self._stack, foot))
        self.setLayout(column(inside, margins=(1, 1, 1, 1)))
        self._head, self._foot = head, foot
        bind("find", self, self.reject)

    def draw(self, state: FindState) -> None:
        """Draw the rows; the first one is chosen, and how many there are is said."""
        self._moved = self._moved and state.words == self._state.words
        stays = self._current() if self._moved else None
        self._state = state
        self._list.marks.typed = words_in(state.words)
        self._model.show(state.rows)
        self._choose(self._model.place_of(stays))
        if not state.rows:
            said = elided(state.words, "pane", LONGEST)
            self._blank.set_words(tr("Nothing matches “{words}”", words=said), tr("Try another word."))
            self._near.setVisible(bool(state.nearest))
            if state.nearest:
                self._near.set_look(tr("Look for “{words}”", words=state.nearest))
        self._stack.setCurrentIndex(0 if state.rows else 1)
        self._fit()
        if state.words:
            said = tr_n("{n} thing found", "{n} things found", n=len(state.rows))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))

    def begin(self) -> None:
        """Show the dialog, the cursor in its field."""
        self.show()
        self._fit()
        self.activateWindow()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _go_away(self) -> None:
        """Let the shade go, and give the window its focus back: it returns to what had it."""
        self._scrim.deleteLater()
        self._over.activateWindow()

    def lead(self, target: Target) -> None:
        """Close, and say where to go."""
        self.accept()
        self.chosen.emit(target)

    def fail(self, why: Exception) -> None:
        """Hand over what went wrong."""
        self.failed.emit(why)

    def _fit(self) -> None:
        """Be as high as the rows need, and no higher than the window has room for."""
        around = self._over.window()
        wide = min(grown(WIDE), around.width() - 2 * LEAST_BELOW)
        shown = self._list.high() + 12 if self._state.rows else grown(BLANK_HIGH)
        room = around.height() - TOP - LEAST_BELOW
        fixed = sum(max(part.minimumHeight(), part.sizeHint().height()) for part in (self._head, self._foot))
        high = min(shown + fixed + 2, room)
        self.setFixedSize(wide, high)
        self.move(around.mapToGlobal(QPoint((around.width() - wide) // 2, TOP)))

    def _choose(self, place: int) -> None:
        self._list.setCurrentIndex(self._model.index(place, 0))
        found = self._model.row(place)
        self._field.setAccessibleDescription(spoken(found) if found else "")
        if place == self._model.next_place(-1, 1):
            self._list.scrollToTop()  # its heading, too

    def _hover(self, index: QModelIndex) -> None:
        self._moved = True
        self._list.setCurrentIndex(index)

    def _current(self) -> Row | None:
        return self._model.row(self._list.currentIndex().row())

    def _pressed(self, index: QModelIndex) -> None:
        found = self._model.row(index.row())
        if found is not None:
            self.lead(found.target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list from the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self._moved = True
                self._choose(self._model.next_place(self._list.currentIndex().row(), _MOVES[key]))
                said = self._field.accessibleDescription()
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._state.nearest:
                    self._field.setText(self._state.nearest)
                else:
                    self._presenter.enter(self._current())
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(QPainter(self), self.rect(), RADIUS, tint("surface"), tint("hairline"))
