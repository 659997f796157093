"""The navigation: who owns the registry, the screens that exist, whether it is open. 208 wide, a rail of 56.

From one to the other it slides; words stay until there is no room for them any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Property, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QMenu, QSizePolicy

from ui.kit.backup.backup_line import BackupLine
from ui.kit.keys import cap
from ui.kit.look.focus import watch_focus
from ui.kit.look.motion import RAIL as RAIL_MS
from ui.kit.look.motion import Motion
from ui.kit.look.paint import chosen, put_icon, rounded, soft
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font, label
from ui.kit.parts.buttons import ByEnter
from ui.kit.parts.cut import Cut
from ui.kit.parts.frames import boxed, column, row
from ui.kit.parts.marks import IconMark, Initials, KeyCap
from ui.kit.parts.panes import pane_here
from ui.kit.words import tr

WIDE, RAIL = 208, 56


@dataclass(frozen=True)
class Place:
    """A screen in the navigation."""

    key: str
    words: str
    icon: str
    keys: str


class Navigation(QFrame):
    """The list of screens; `went` tells which one was pressed, `helped` asks for Help, `backed` for the backup."""

    went = Signal(str)
    helped = Signal()
    backed = Signal()

    def __init__(self, places: Sequence[Place], at_foot: Sequence[Place], menu: QMenu) -> None:
        super().__init__()
        self.setProperty("ground", "window")
        self.setProperty("rule", "right")
        self.setAccessibleName(tr("Screens"))
        pane_here(self, at_chosen=True)
        self._who = Who(menu)
        self._lines = {place.key: Line(place) for place in (*places, *at_foot)}
        self._open = label(tr("Unlocked"), "foot", "text3")
        self._lock = boxed(row(IconMark("lock-open", 14), self._open, None,
                               KeyCap(cap("lock")), gap=8, margins=(20, 2, 20, 2)))  # fmt: skip
        self._column = column(boxed(column(self._who, margins=(8, 0, 8, 0))), 10, gap=1)
        for place in places:
            self._column.addWidget(self._lines[place.key])
        self._column.addStretch(1)
        self.backup = BackupLine()
        self.backup.age.clicked.connect(self.backed)
        self._column.addWidget(self.backup)
        self._column.addWidget(self._lock)
        self._column.addSpacing(10)
        for place in at_foot:
            self._column.addWidget(self._lines[place.key])
        for key, line in self._lines.items():
            line.clicked.connect(lambda _on=False, to=key: self.went.emit(to))
        self._help = Line(Place("help", tr("Help"), "circle-question-mark", cap("help")))
        self._help.setCheckable(False)  # it opens a dialog, and is no place to be
        self._help.clicked.connect(self.helped)
        self._column.addWidget(self._help)
        self.setLayout(self._column)
        self._narrow = False
        self._turning = Motion(self, "held")
        self._turning.finished.connect(self._settle)
        self._settle()

    def set_rail(self, *, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        turned, self._narrow = narrow != self._narrow, narrow
        if turned and self.isVisible():
            if not narrow:
                self._show_words(narrow=False)  # they come with the room for them, and stay as long as there is any
            self._turning.go(self.width(), self._wide(), RAIL_MS)
        elif not self._turning.under_way:
            self._settle()

    def _wide(self) -> int:
        return RAIL if self._narrow else grown(WIDE)

    def _settle(self) -> None:
        self.setFixedWidth(self._wide())
        self._show_words(narrow=self._narrow)

    held = Property(int, lambda self: self.width(), lambda self, wide: self.setFixedWidth(wide))

    def _show_words(self, *, narrow: bool) -> None:
        self._column.setContentsMargins(0, 12, 1, 10)
        self._lock.setVisible(not narrow)
        self._who.set_narrow(narrow=narrow)
        self.backup.set_narrow(narrow=narrow)
        for line in (*self._lines.values(), self._help):
            line.set_narrow(narrow=narrow)

    def show_owner(self, name: str, role: str) -> None:
        """Show whose registry it is."""
        self._who.show_owner(name, role)

    def show_place(self, key: str) -> None:
        """Mark the open screen; none, where it is not offered here."""
        for mine, line in self._lines.items():
            line.setAutoExclusive(False)  # one of them would stay marked
            line.setChecked(mine == key)
            line.setAutoExclusive(True)

    def show_count(self, key: str, count: int) -> None:
        """Show how many things wait on a screen."""
        self._lines[key].set_count(count)

    def show_lock(self, seconds: int) -> None:
        """Show in how many seconds it locks by itself; 0: not soon."""
        self._open.setText(tr("Locks in {n} s", n=seconds) if seconds else tr("Unlocked"))


class Line(ByEnter):
    """One screen."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._icon, self._count, self._narrow = place.icon, 0, False
        self.setText(place.words)
        self.setAccessibleName(place.words)
        self.setToolTip(f"{place.words}  {place.keys}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        watch_focus(self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.update()

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, grown(34))

    def nextCheckState(self) -> None:
        """Leave the mark to `show_place`: a press may lead elsewhere first."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        box = self.rect().adjusted(8 if self._narrow else 10, 0, -7 if self._narrow else -10, 0)
        if self.underMouse() and not on:
            rounded(painter, box, 6, tint("sunken"))
        if on:
            chosen(painter, box, 6)
            rounded(painter, QRect(-3, 8, 6, self.height() - 16), 2, tint("accent"))
        ink = tint("accent" if on else "text2")
        put_icon(
            painter,
            self._icon,
            QPointF((self.width() - 18) / 2 if self._narrow else 20, (self.height() - 18) / 2),
            18,
            ink,
        )
        if not self._narrow:
            painter.setPen(ink)
            painter.setFont(font("body-strong" if on else "body-medium"))
            painter.drawText(self.rect().adjusted(48, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        text, high = str(self._count), grown(15 if self._narrow else 18)
        wide = max(high, QFontMetrics(font("count")).horizontalAdvance(text) + (6 if self._narrow else 10))
        right = self.width() - (8 if self._narrow else 20)
        box = QRect(right - wide, 1 if self._narrow else (self.height() - high) // 2, wide, high)
        soft(painter, box, high / 2, "red")
        painter.setPen(tint("red"))
        painter.setFont(font("count", figures=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Who(QAbstractButton):
    """Initials, name and role; pressing opens the menu of wishes."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self._menu = menu
        self._name, self._role = Cut("", "body-strong"), label("", "foot", "text3")
        self._face = Initials()
        self._arrows = IconMark("chevrons-up-down", 14)
        self._words = boxed(column(self._name, self._role, gap=1))
        line = row(self._face, self._words, self._arrows, gap=10, margins=(8, 6, 8, 6))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        watch_focus(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def sizeHint(self) -> QSize:
        return QSize(40, grown(44))

    def set_narrow(self, *, narrow: bool) -> None:
        self._words.setVisible(not narrow)
        self._arrows.setVisible(not narrow)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(5 if narrow else 8, 6, 5 if narrow else 8, 6)

    def show_owner(self, name: str, role: str) -> None:
        self._name.setText(name)
        self._role.setText(role)
        self._face.set_name(name)
        self.setAccessibleName(tr("{name}, your wishes", name=name))
        self.setToolTip(f"<span>{escape(name)}</span>")  # rich, so that markup in a name is told, not drawn

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return):
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse():
            rounded(QPainter(self), self.rect(), 8, tint("sunken"))
