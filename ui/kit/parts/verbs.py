"""What can be pressed on a screen: the buttons that stand for its verbs, and the entries of their menus.

Quick find offers them, and presses the very button or entry: what is greyed there is not offered here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.parts.buttons import Button

_HOLDS, _CODE = "verbs", "code"
Q = TypeVar("Q", bound=QObject)


class Verb(NamedTuple):
    """Words as they stand there and on the button they stand behind; the code of `ui.kit.keys` that does the same."""

    words: str
    about: str
    code: str
    press: Callable[[], object]


def verbs_here(place: QWidget) -> None:
    """Say that the buttons in a frame are verbs of the screen: its header, the foot of its pane."""
    place.setProperty(_HOLDS, True)


def same_as(thing: Q, code: str) -> Q:
    """Say that a button, or an entry of a menu, does what a key does, whatever its words."""
    thing.setProperty(_CODE, code)
    return thing


def verbs(screen: QWidget) -> Iterator[Verb]:
    """Yield what can be pressed now, in the order of the screen."""
    for button in screen.findChildren(Button):
        if not (button.isVisible() and button.isEnabled()):
            continue
        menu: QMenu | None = button.menu()
        if menu is not None:
            yield from _entries(menu, button.text())
        elif button.text() and _stands_among_verbs(button, screen):
            yield Verb(button.text(), "", str(button.property(_CODE) or ""), button.click)


def _entries(menu: QMenu, about: str) -> Iterator[Verb]:
    menu.aboutToShow.emit()  # some are filled only then
    for entry in menu.actions():
        if entry.isVisible() and entry.isEnabled() and not entry.isSeparator():
            yield Verb(entry.text(), about, str(entry.property(_CODE) or ""), entry.trigger)


def _stands_among_verbs(button: Button, screen: QWidget) -> bool:
    holder: QWidget | None = button.parentWidget()
    while holder is not None and holder is not screen:
        if holder.property(_HOLDS):
            return True
        holder = holder.parentWidget()
    return False
