"""The panes of a window and the way by key from one to the next: navigation, header, list, detail, pinned buttons.

- A part says that it is a pane (`pane_here`). A screen is one, too: to it belongs what stands in none of its parts.
- Their order is that in which they are laid out, and Tab's is the same (`InOrder`): by itself it would be that in which
  things were made, and a pane is filled anew with each thing that is chosen.
- A pane in which nothing can have the focus now is passed over.
- A pane gives the focus back to what had it last; one that leads elsewhere begins where one is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QScrollArea, QSplitter, QWidget

_PANE, _LAST, _CHOSEN = "pane", "last", "chosen"
W = TypeVar("W", bound=QWidget)


def pane_here(part: W, *, at_chosen: bool = False) -> W:
    """Say that a part of the window is a pane, which may always begin at the one of its buttons that is chosen."""
    part.setProperty(_PANE, _CHOSEN if at_chosen else _LAST)
    return part


class InOrder(QWidget):
    """A widget in which Tab goes as everything is laid out, however late it was made.

    Not asked of `nextInFocusChain`: each answer would belong to the widget that was asked, and die with it.
    """

    def focusNextPrevChild(self, forth: bool, /) -> bool:
        for one, after in pairwise([one for one in as_laid_out(self) if _by_tab(one)]):
            QWidget.setTabOrder(one, after)
        moved = super().focusNextPrevChild(forth)
        bring_into_sight(QApplication.focusWidget())
        return moved


def by_tab(holder: QWidget) -> Iterator[QWidget]:
    """Yield what Tab reaches now in a widget, in the order of its layouts."""
    yield from (one for one in as_laid_out(holder) if one.isEnabled() and _by_tab(one))


def next_pane(root: QWidget, by: int) -> None:
    """Put the focus into the pane after (1) or before (-1) the one that has it, round and round."""
    panes: dict[QWidget, list[QWidget]] = {}
    for one in by_tab(root):
        panes.setdefault(_pane_of(one, root), []).append(one)
    focused, order = QApplication.focusWidget(), list(panes)
    if not order:
        return
    here = _pane_of(focused, root) if focused is not None and root.isAncestorOf(focused) else None
    at = order.index(here) + by if here in order else 0
    pane = order[at % len(order)]
    begin = _begin(pane, panes[pane])
    begin.setFocus(Qt.FocusReason.ShortcutFocusReason)
    bring_into_sight(begin)


def bring_into_sight(one: QWidget | None) -> None:
    """Scroll to what was given the focus; Qt does so only for Tab, and where it came from the same scroll area."""
    holder = one.parentWidget() if one is not None else None
    while one is not None and holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(one)
        holder = holder.parentWidget()


def as_laid_out(holder: QWidget) -> Iterator[QWidget]:
    """Yield what is shown in a widget, in the order of its layouts; what lies over them comes last."""
    for part in _parts(holder):
        if part.isVisible() and not part.isWindow():
            yield part
            yield from as_laid_out(part)


def _parts(holder: QWidget) -> list[QWidget]:
    inside: list[QWidget | None] = []
    if isinstance(holder, QScrollArea):
        inside = [holder.widget()]
    elif isinstance(holder, QSplitter):
        inside = [holder.widget(at) for at in range(holder.count())]
    if inside:
        return [one for one in inside if one is not None]
    over = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    laid = list(_laid(holder.layout(), over))
    return [*laid, *(one for one in over if one not in laid)]


def _laid(layout: QLayout | None, among: list[QWidget]) -> Iterator[QWidget]:
    """Yield those that stand in a layout, in its order; not by its items, which would be kept as long as it is."""
    if layout is None:
        return
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in among]
    placed += [(layout.indexOf(one), one) for one in inner]
    for _at, one in sorted((pair for pair in placed if pair[0] >= 0), key=itemgetter(0)):
        if isinstance(one, QLayout):
            yield from _laid(one, among)
        else:
            yield one


def _by_tab(one: QWidget) -> bool:
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None


def _pane_of(one: QWidget, root: QWidget) -> QWidget:
    holder: QWidget | None = one
    while holder is not None and holder is not root:
        if holder.property(_PANE):
            return holder
        holder = holder.parentWidget()
    return root


def _begin(pane: QWidget, inside: list[QWidget]) -> QWidget:
    if pane.property(_PANE) == _CHOSEN:
        return next((one for one in inside if isinstance(one, QAbstractButton) and one.isChecked()), inside[0])
    last = pane.focusWidget()
    return last if last in inside else inside[0]
