"""The menu in the search field: save what the list shows under a name, show a saved view, delete the one shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from likeness.errors import LikenessError
from likeness.values.text import clean_text
from ui.kit.asking.dialogs import Dialog
from ui.kit.fields.fields import Labelled, SearchField
from ui.kit.parts.buttons import Button
from ui.kit.words import tr
from ui.screens.licences.views import LONGEST, SavedView, Views

WIDE = 420


class ViewsButton(Button):
    """Opens the menu; the words of a view stand in the search field, too."""

    def __init__(self, field: SearchField, views: Views) -> None:
        super().__init__("", "chevron-down", "quiet", small=True, name=tr("Saved views"))
        self._field, self._views = field, views
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self._fill()

    def _fill(self) -> None:
        menu, here, views = self.menu(), self._views.here(), self._views.all()
        menu.clear()
        shown = [one for one in views if _same(one, here)]
        save = menu.addAction(tr("Save this view…"))
        save.setEnabled(not here.plain and not shown)
        save.triggered.connect(lambda: NameForm(self.window(), self._views).open())
        if views:
            menu.addSeparator()
        for view in views:
            entry = menu.addAction(_plain(view.name))
            entry.setCheckable(True)
            entry.setChecked(view in shown)
            entry.triggered.connect(lambda _on=False, mine=view: self._show(mine))
        if shown:
            menu.addSeparator()
        for view in shown:
            gone = menu.addAction(_plain(tr("Delete the view “{name}”", name=view.name)))
            gone.triggered.connect(lambda _on=False, mine=view.name: self._views.remove(mine))

    def _show(self, view: SavedView) -> None:
        self._views.use(view)
        self._field.setText(view.words)


class NameForm(Dialog):
    """Asks what a view is to be called."""

    def __init__(self, parent: QWidget, views: Views) -> None:
        text = tr("Words, filters and order are kept under this name, in the menu of the search field.")
        super().__init__(parent, tr("What is this view called?"), text, WIDE)
        self._views, self._name = views, QLineEdit()
        self._name.setMaxLength(LONGEST)
        self.add(Labelled(tr("Name"), self._name))
        self.answer(tr("Cancel"), stays="closes")
        save = self.answer(tr("Save view"), "main")
        save.setDefault(True)
        save.clicked.connect(self._save)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        try:
            name = clean_text(self._name.text().strip(), "name", most=LONGEST)
        except LikenessError:
            self.complain(tr("Give it a name of ordinary letters."))
            self._name.setFocus()
            return
        self.accept()
        self._views.save(name)


def _same(one: SavedView, other: SavedView) -> bool:
    return (set(one.states), one.words, one.narrow, one.order) == (
        set(other.states), other.words, other.narrow, other.order)  # fmt: skip


def _plain(words: str) -> str:
    """Return words of an entry as they stand there: a lone & would underline what follows it."""
    return words.replace("&", "&&")
