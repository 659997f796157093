"""The line of the backup at the foot of the navigation: its age, or that one is being made, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.kit.backup.backup_age import BackupFoot
from ui.kit.look.focus import watch_focus
from ui.kit.look.paint import put_icon
from ui.kit.look.text_size import grown
from ui.kit.look.theme import tint
from ui.kit.look.typeface import font
from ui.kit.parts.buttons import Button, ByEnter
from ui.kit.words import tr

_HIGH, _SECOND = 22, 16  # of the age, and of a second line below it


class BackupLine(QWidget):
    """The age; beside it, or below it in the rail, a cross while a backup is on its way: `stopped` when pressed."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.age = BackupAge()
        self.stop = Button("", "x", "quiet", small=True, name=tr("Cancel the backup"))
        self.stop.clicked.connect(self.stopped)
        self.stop.hide()
        self._foot = BackupFoot("", old=False)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self.age, 1)
        self._line.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(below if narrow else beside)
        self._line.setContentsMargins(0, 0, 0 if narrow else 8, 0)
        self.age.set_narrow(narrow=narrow)

    def show_foot(self, foot: BackupFoot) -> None:
        """Show how old the backup is, once none is being made."""
        self._foot = foot
        if self.stop.isHidden():
            self.age.show_age(foot)

    def show_going(self, *, going: bool) -> None:
        """Show that one is being made, or that none is any more."""
        if not going and self.stop.hasFocus():
            self.age.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stop.setVisible(going)
        self.age.show_age(BackupFoot(tr("Backing up…"), old=False) if going else self._foot)


class BackupAge(ByEnter):
    """The age of the backup in words, amber when it is old; in the rail an icon alone. A press leads to Settings."""

    def __init__(self) -> None:
        super().__init__()
        self._hue, self._where, self._narrow = "text3", "", False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        watch_focus(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def show_age(self, foot: BackupFoot) -> None:
        self._hue, self._where = "amber" if foot.old else "text3", foot.where
        self.setText(foot.words)
        whole = f"{foot.words}. {foot.told}" if foot.told else foot.words
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, grown(_HIGH + (_SECOND if self._where and not self._narrow else 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), tint(self._hue)
        place = QPointF((self.width() - 14) / 2, (self.height() - 14) / 2)
        if self._narrow:
            put_icon(painter, "database-backup", place, 14, ink)
            return
        first, second = grown(_HIGH), grown(_SECOND)
        put_icon(painter, "database-backup", QPointF(20, (first - 14) / 2), 14, ink)
        painter.setPen(ink)
        painter.setFont(font("foot"))
        box = QRect(42, 0, self.width() - 54, first)
        for words in filter(None, (self.text(), self._where)):
            cut = QFontMetrics(font("foot")).elidedText(words, Qt.TextElideMode.ElideMiddle, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)
            box = QRect(42, first - grown(3), box.width(), second)
