"""The only door to Qt's shortcuts: a code of `ui.kit.keys` is bound to what it does.

Whoever wants to know which keys a screen has asks the screen itself (`bound`): what is listed there is what is bound,
and `press` does it by the very slot that the key calls. Where a key stands for two things at once (Ctrl + makes the
text larger, and brings the timeline closer while that has the focus), the one that is bound to the focus acts; in a
pane Esc stops a voice and goes back to the list at once.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.keys import keys_of

EVERYWHERE = Qt.ShortcutContext.WindowShortcut  # while what it is bound on is shown, wherever the focus is
WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut  # while the focus is in what it is bound on
ALONE = Qt.ShortcutContext.WidgetShortcut  # one-letter keys: only while the list itself has the focus


class Bound(QShortcut):
    """A key that is bound; `code` says what it does."""

    def __init__(self, code: str, keys: str, where: QObject, slot: Callable[[], object]) -> None:
        super().__init__(QKeySequence(keys), where)
        self.code = code
        self.activated.connect(slot)
        self.activatedAmbiguously.connect(self._leave_to_nearest)

    def _leave_to_nearest(self) -> None:
        """Where this key does several things here, let the one act that is bound to the focus alone, else all."""
        here = self.parent()
        around = here.window().findChildren(Bound) if isinstance(here, QWidget) else []
        these = [one for one in around if one.key() == self.key() and one.reaches()]
        nearest = [one for one in these if one.context() is ALONE]
        for one in nearest or these:
            one.activated.emit()

    def reaches(self) -> bool:
        """Tell whether this key acts where the focus is."""
        where = self.parent()
        if not isinstance(where, QWidget) or not where.isVisible():
            return False
        within = self.context() is WITHIN and any(one.hasFocus() for one in where.findChildren(QWidget))
        return self.context() is EVERYWHERE or within or where.hasFocus()


def bind(code: str, where: QWidget, slot: Callable[[], object], reach: Qt.ShortcutContext = EVERYWHERE) -> None:
    """Bind every key of a code that acts to a slot, as far as `reach` goes from `where`; without one, `press` can."""
    for keys in keys_of(code) or ("",):
        Bound(code, keys, where, slot).setContext(reach)


def bound(root: QWidget, *, below: bool = True) -> list[str]:
    """Return the codes bound on a widget and, unless told otherwise, on what is in it; in the order of binding."""
    deep = Qt.FindChildOption.FindChildrenRecursively if below else Qt.FindChildOption.FindDirectChildrenOnly
    return list(dict.fromkeys(one.code for one in root.findChildren(Bound, options=deep)))


def press(root: QWidget, code: str) -> None:
    """Do what the key of a code does on a widget or in it; nothing where it is not bound."""
    for one in root.findChildren(Bound):
        if one.code == code:
            one.activated.emit()
            return
