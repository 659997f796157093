"""By what a table is sorted: its headings, asked with a click, and a button with a menu that says the same in words.

The screen's presenter keeps the order (`likeness.values.order`); here it is only asked for and shown. Quick find offers
the entries of the menu, so that nobody needs a mouse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from likeness.values.order import Order
from ui.kit.lists.rows import Rows
from ui.kit.lists.table import Table
from ui.kit.parts.buttons import Button
from ui.kit.words import tr


class Sorting(Button):
    """The button; `ask(code)` is told which column is wanted. The widths of the columns are chosen there, too.

    `itself` are the words for the order that the list has by itself, where that is none of a column.
    """

    def __init__(self, table: Table, model: Rows[Any], ask: Callable[[str], None], itself: str = "") -> None:
        super().__init__("", "chevrons-up-down", "quiet", small=True, name=tr("Sort by"))
        self._heading, self._model, self._codes = table.heading, model, table.codes
        menu = QMenu(self)
        self._entries: dict[str, QAction] = {"": menu.addAction(itself)} if itself else {}
        self._entries |= {
            code: menu.addAction(tr("Sort by: {column}", column=name))
            for code, name in zip(self._codes, model.names, strict=True)
        }
        for code, entry in self._entries.items():
            entry.setCheckable(True)
            entry.triggered.connect(lambda _on=False, mine=code: ask(mine))
        menu.addSeparator()
        menu.addAction(tr("Columns as wide as their words")).triggered.connect(table.fit_all)
        menu.addAction(tr("Columns in their usual widths")).triggered.connect(table.usual_widths)
        self.setMenu(menu)
        self._heading.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._heading.customContextMenuRequested.connect(lambda at: menu.popup(self._heading.mapToGlobal(at)))
        self._heading.setSectionsClickable(True)
        self._heading.sectionClicked.connect(lambda section: ask(self._codes[section]))

    def offer(self, code: str, *, there: bool) -> None:
        """Offer to sort by a column, or not: it may have nothing to say."""
        self._entries[code].setVisible(there)

    def show_order(self, order: Order) -> None:
        """Show by what the rows are sorted: in the menu, at the heading, and to whoever hears it."""
        section = self._codes.index(order.column) if order.column in self._codes else -1
        for code, entry in self._entries.items():
            entry.setChecked(code == order.column)
        self._heading.show_order(section, falling=order.falling)
        self._model.show_order(section, falling=order.falling)
