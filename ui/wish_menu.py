"""The menu under the owner's name: look, language, what is shown, and the lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from ui.doings import LISTED
from ui.kit.theme import Scheme, theme
from ui.kit.wishes import LANGUAGE, LOOK
from ui.kit.words import language, tr
from ui.screen_list import only_checks


def wish_menu(window: Any) -> QMenu:
    """Return the menu of a window, whose `wish`, `only_check` and `lock` it calls."""
    menu = QMenu(window)
    menu.setToolTipsVisible(True)
    looks = ((Scheme.SYSTEM, tr("Follow the system")), (Scheme.LIGHT, tr("Light")), (Scheme.DARK, tr("Dark")))
    _group(
        menu,
        tr("Look"),
        [(words, scheme is theme().scheme, partial(window.wish, LOOK, scheme.value)) for scheme, words in looks],
    )
    menu.addSeparator()
    tongues = (("en", "English"), ("fr", "Français"))
    _group(
        menu,
        tr("Language"),
        [(words, code == language(), partial(window.wish, LANGUAGE, code)) for code, words in tongues],
    )
    menu.addSeparator()
    menu.addAction(_only_checking(menu, window))
    menu.addSeparator()
    lock = menu.addAction(tr("Lock now"))
    lock.setData(LISTED)
    lock.triggered.connect(window.lock)
    return menu


def _group(menu: QMenu, about: str, choices: list[tuple[str, bool, Callable[[], None]]]) -> None:
    group = QActionGroup(menu)
    for words, on, slot in choices:
        action = QAction(words, menu, checkable=True)
        action.setChecked(on)
        action.setStatusTip(about)  # Ctrl K says it beside the words
        action.triggered.connect(lambda _on=False, do=slot: do())
        group.addAction(action)
        menu.addAction(action)


def _only_checking(menu: QMenu, window: Any) -> QAction:
    action = QAction(tr("I only check licences"), menu, checkable=True)
    action.setToolTip(tr("Shows Verify, Contacts and Settings alone. Nothing is lost, and you can turn it off."))
    action.setChecked(window.office is not None and only_checks(window.office))
    action.toggled.connect(window.only_check)
    return action
