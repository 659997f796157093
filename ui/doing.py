"""Something that can be done, as it stands in the table of doings; and what can be done whatever page is open."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ui.kit.asking.dialogs import tell
from ui.kit.words import tr


class Doing(NamedTuple):
    """The screen it needs, if any, its icon, what it calls; words if it has no key."""

    place: str
    icon: str
    do: Callable[[], object]
    words: str = ""


def always(window: Callable[[], QWidget]) -> dict[str, Doing]:
    """Return what can be done in the first run and while the registry is locked, too; `window` gives the window."""
    return {
        "about": Doing("", "info", lambda: _about(window()), tr("About Likeness")),
        "quit": Doing("", "x", lambda: window().close(), tr("Quit Likeness")),
    }


def _about(window: QWidget) -> None:
    words = tr("Version {version}. Free software under the Apache Licence 2.0. Nothing leaves this computer until you"
               " send it.", version=version("likeness"))  # fmt: skip
    tell(window, tr("About Likeness"), words)
