"""The menu under the owner's name: look, language, what is shown, and the lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from ui.doings import LISTED
from ui.kit.look.theme import Scheme, system_contrast, theme
from ui.kit.wishes import CONTRAST, LANGUAGE, LESS, LOOK, MORE, MOTION, USUAL
from ui.kit.words import language, tr
from ui.screen_list import only_checks


def wish_menu(window: Any) -> QMenu:
    """Return the menu of a window, whose `wish`, `only_check` and `lock` it calls."""
    menu = QMenu(window)
    menu.setToolTipsVisible(True)
    looks = {Scheme.SYSTEM: tr("Follow the system"), Scheme.LIGHT: tr("Light"), Scheme.DARK: tr("Dark")}
    entries = _group(
        menu,
        tr("Look"),
        [
            (words, scheme is theme().scheme, partial(window.wish, LOOK, scheme.value))
            for scheme, words in looks.items()
        ],
    )
    contrast = QAction(tr("More contrast"), menu, checkable=True)
    contrast.triggered.connect(lambda on: window.wish(CONTRAST, MORE if on else USUAL))
    menu.addAction(contrast)
    still = QAction(tr("Less motion"), menu, checkable=True)
    still.triggered.connect(lambda on: window.wish(MOTION, LESS if on else USUAL))
    menu.addAction(still)
    _LookInUse(menu, dict(zip(looks, entries, strict=True)), contrast, still)
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


class _LookInUse(QObject):
    """Marks the entries of the look that is in use, however it was chosen: here, in Settings, or by the system."""

    def __init__(self, menu: QMenu, looks: dict[Scheme, QAction], contrast: QAction, still: QAction) -> None:
        super().__init__(menu)
        self._looks, self._contrast, self._still = looks, contrast, still
        theme().changed.connect(self._mark)
        self._mark()

    def _mark(self) -> None:
        self._looks[theme().scheme].setChecked(True)
        self._contrast.setChecked(theme().tokens.strong)
        self._still.setChecked(theme().less_motion)
        self._contrast.setEnabled(not system_contrast())  # it cannot be less than that


def _group(menu: QMenu, about: str, choices: list[tuple[str, bool, Callable[[], None]]]) -> list[QAction]:
    group = QActionGroup(menu)
    for words, on, slot in choices:
        action = QAction(words, menu, checkable=True)
        action.setChecked(on)
        action.setStatusTip(about)  # Ctrl K says it beside the words
        action.triggered.connect(lambda _on=False, do=slot: do())
        group.addAction(action)
        menu.addAction(action)
    return group.actions()


def _only_checking(menu: QMenu, window: Any) -> QAction:
    action = QAction(tr("I only check licences"), menu, checkable=True)
    action.setToolTip(tr("Shows Verify, Contacts and Settings alone. Nothing is lost, and you can turn it off."))
    action.setChecked(window.office is not None and only_checks(window.office))
    action.toggled.connect(window.only_check)
    return action
