"""The menu bar (UX section 2): what Ctrl K offers, in menus. It has no height until it has the focus.

- It has no verbs of its own: an entry is one of `ui.doings`, done by its code as Ctrl K does it.
- Keys are written beside the words, behind a tab. As shortcuts of the entries they would be bound twice: none acts.
- It is never hidden, only without height. While it is visible, Qt itself knows when Alt alone is meant, gives the bar
  the focus and gives it back. A filter of our own would see every event of the program, and Alt Left, Alt Tab, Alt and
  the mouse each ask for a case.
- On macOS it is the bar of the system, always there; Quit, About and Settings go where that system has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.doing import always
from ui.doings import Doings
from ui.kit.words import tr
from ui.screens.find.state import DO, GO, Offer, Target

_LINE, _SCREENS, _HERE = "", "screens", "here"
# What stands in each menu, in order; what is not offered to this owner is left out.
LAYOUT = {
    "file": ("new-licence", "add-double", "log-use", "import-report", _LINE, "open-paper", "take-in", "add-card",
             "own-card", _LINE, "back-up", "stop-backup", _LINE, "lock", "quit"),
    "edit": ("undo", "redo", _LINE, "find"),
    "view": ("text-larger", "text-smaller", "text-usual", _LINE, "rail", _LINE),
    "go": ("back", _LINE, _SCREENS, _LINE, "next-pane", "last-pane"),
    "help": ("help", _LINE, "about"),
}  # fmt: skip
_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "go-settings": QAction.MenuRole.PreferencesRole,
}


class MenuBar(QMenuBar):
    """The bar of a window, which lives as long; `follow` says what it offers."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._always = always(lambda: window)
        self._doings: Doings | None = None
        self._menus: dict[str, QMenu] = {}
        self._kept = {code: self._with_role(code) for code in _ROLES}  # the system wants them to last
        window.windowTitleChanged.connect(self._name_all)
        self.follow(None)
        self._fold()

    def follow(self, doings: Doings | None) -> None:
        """Offer what can be done in an open registry; without one, what can always be done."""
        self._doings = doings
        self.clear()
        for menu in self._menus.values():
            menu.deleteLater()  # later: one of its entries may be what led here
        self.setAccessibleName(tr("Menus"))
        self._menus = {name: self.addMenu(title) for name, title in self._titles().items()}
        for name, menu in self._menus.items():
            menu.aboutToShow.connect(partial(self._fill, name))
            if name != _HERE:
                self._fill(name)  # the bar of a system looks for roles before anything is opened
        self._name_all()

    def _titles(self) -> dict[str, str]:
        if self._doings is None:
            return {"file": tr("File"), "help": tr("Help")}
        return {"file": tr("File"), "edit": tr("Edit"), "view": tr("View"), "go": tr("Go"),
                _HERE: self._doings.screen_name, "help": tr("Help")}  # fmt: skip

    def _name_all(self) -> None:
        """Give each menu its title with a letter; that of the open screen gets one that the others leave."""
        taken: set[str] = set()
        for name, title in sorted(self._titles().items(), key=lambda one: one[0] == _HERE):
            self._menus[name].setTitle(lettered(title, taken))

    def _fill(self, name: str) -> None:
        menu = self._menus[name]
        for action in menu.actions():  # not by `clear`: it would end those of others, too
            menu.removeAction(action)
            if action.parent() is menu:
                action.deleteLater()
        grey = self._doings.cannot() if self._doings is not None else set()
        for one in self._entries(name):
            if one is None:
                menu.addSeparator()
                continue
            action = self._kept.get(one.code) or QAction(menu)
            action.setText(_words(one))
            action.setEnabled(one.code not in grey)
            if one.code not in _ROLES:
                action.setMenuRole(QAction.MenuRole.NoRole)  # on macOS words alone would move it elsewhere
                action.triggered.connect(partial(self._do, one.code))
            menu.addAction(action)
        if name == "view" and self._doings is not None:
            menu.addActions(self._doings.wishes)

    def _entries(self, name: str) -> Iterable[Offer | None]:
        """Return what stands in a menu now; None is a line."""
        if self._doings is None:
            return [Offer(DO, code, one.words, one.icon) for code, one in self._always.items() if code in LAYOUT[name]]
        if name == _HERE:
            return self._doings.on_screen()
        known = self._doings.entries()
        screens = [code for code, one in known.items() if one.group == GO]
        codes = [one for code in LAYOUT[name] for one in (screens if code == _SCREENS else [code])]
        return [known.get(code) for code in codes if code in known or code == _LINE]

    def _with_role(self, code: str) -> QAction:
        action = QAction(self)
        action.setMenuRole(_ROLES[code])
        action.triggered.connect(partial(self._do, code))
        return action

    def _do(self, code: str) -> None:
        if self._doings is not None:
            self._doings.lead(Target(code=code))
        else:
            self._always[code].do()

    def _fold(self) -> None:
        if not self.isNativeMenuBar():
            self.setFixedHeight(0)

    def _fold_unless_used(self) -> None:
        if not self.hasFocus():
            self._fold()

    def _unfold(self) -> None:
        if not self.isNativeMenuBar():
            self.setFixedHeight(self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow before Alt and a letter open a menu: under an open one the bar cannot grow any more."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and not self.height():
            letters = {_letter_of(menu.title()) for menu in self._menus.values()}
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in letters:
                self._unfold()
                QTimer.singleShot(0, self, self._fold_unless_used)
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._name_all()
        self._unfold()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._fold()


def _words(one: Offer) -> str:
    """Return the words of an entry and its key; a name may hold an &, which would be taken for a letter to press."""
    words = one.words.replace("&", "&&")
    return f"{words}\t{one.keys}" if one.keys else words


def lettered(title: str, taken: set[str]) -> str:
    """Mark the first plain letter of a title that is not taken yet as the one that opens it, and take it."""
    for at, letter in enumerate(title.casefold()):
        if "a" <= letter <= "z" and letter not in taken:
            taken.add(letter)
            return f"{title[:at]}&{title[at:]}"
    return title


def _letter_of(title: str) -> int:
    """Return the key that opens a menu with this title, 0 where none does."""
    letter = title.partition("&")[2][:1]
    return ord(letter.upper()) if letter else 0
