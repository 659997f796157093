"""How each list was left: the widths of its columns, its order, its filters, its row. Kept in its owner's registry.

A screen with such a list has a `Left` (`ui.kit.lists.asked`): it says what the list is asked to show, and asks for it
again. A row is kept where somebody chose it; one that is gone, or shown no more, gives way to the first.
Words that were looked for are not kept. What nobody can read is nothing: it is only a convenience.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtWidgets import QWidget

from likeness.errors import LikenessError
from ui.kit.lists.asked import Left
from ui.kit.lists.table import Table

SETTING = "lists"
_WIDTHS, _ASKED = "widths", "asked"
_LEAST, _MOST = 20, 2000  # pixels of a column


class ListsKept:
    """What was kept, by screen; `keep` writes it down, where something is not as it was begun with."""

    def __init__(self, settings: Any) -> None:
        self._settings = settings
        self._kept = _read(settings.get(SETTING))
        self._begun: dict[str, dict[str, Any]] = {}

    def put_back(self, key: str, screen: QWidget) -> None:
        """Let a screen that was just made, and has read nothing yet, show its list as it was left."""
        kept = self._kept.get(key, {})
        for table in screen.findChildren(Table):
            table.wished = _widths(kept.get(_WIDTHS))
            table.lay()
        asked = kept.get(_ASKED)
        if isinstance(asked, dict) and (left := _left(screen)) is not None:
            left.again(asked)
        self._begun[key] = _now(screen)

    def keep(self, screens: Mapping[str, QWidget]) -> None:
        """Write down how the lists are now; a screen that was not opened keeps what it had."""
        now = {key: _now(screen) for key, screen in screens.items()}
        changed = {key: left for key, left in now.items() if left != self._begun.get(key)}
        if changed:
            with suppress(LikenessError):  # a registry that cannot be written any more must still lock
                self._settings.put(SETTING, json.dumps(self._kept | changed))
                self._kept |= changed


def _now(screen: QWidget) -> dict[str, Any]:
    """Return how the list of a screen is now, as it is written down."""
    left = _left(screen)
    widths = {code: wide for table in screen.findChildren(Table) for code, wide in table.wished.items()}
    kept = {_WIDTHS: widths, _ASKED: left.asked() if left is not None else {}}
    return {name: said for name, said in kept.items() if said}


def _left(screen: QWidget) -> Left | None:
    return getattr(screen, "left", None)


def _widths(kept: object) -> dict[str, int]:
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {code: wide for code, wide in pairs if type(wide) is int and _LEAST <= wide <= _MOST}


def _read(text: str) -> dict[str, dict[str, Any]]:
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {key: left for key, left in pairs if isinstance(left, dict)}
