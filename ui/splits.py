"""Where the line between list and detail lies on each screen: kept in the registry when it is put down, as shares."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtWidgets import QWidget

from likeness.errors import LikenessError
from ui.kit.parts.split import Split

SETTING = "splits"
_LEAST, _MOST = 0.1, 0.9


class Splits:
    """What was kept, by screen; `keep` writes it down, where somebody has moved a line."""

    def __init__(self, settings: Any) -> None:
        self._settings = settings
        self._shares = _read(settings.get(SETTING))

    def put_back(self, key: str, screen: QWidget) -> None:
        """Put the line of a screen that was just made where it was left."""
        for split in screen.findChildren(Split):
            split.share = self._shares.get(key)

    def keep(self, screens: Mapping[str, QWidget]) -> None:
        """Write down where the lines are now; a screen that was not opened keeps what it had."""
        lies = {key: split.share for key, screen in screens.items() for split in screen.findChildren(Split)}
        now = self._shares | {key: round(share, 4) for key, share in lies.items() if share is not None}
        if now != self._shares:
            with suppress(LikenessError):  # a registry that cannot be written any more must still lock
                self._settings.put(SETTING, json.dumps(now))
                self._shares = now


def _read(text: str) -> dict[str, float]:
    """Return what was kept; what nobody can read is nothing: it is only a convenience."""
    try:
        kept = json.loads(text or "{}")
    except ValueError:
        return {}
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {key: share for key, share in pairs if isinstance(share, float) and _LEAST <= share <= _MOST}
