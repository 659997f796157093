"""Unlock: try the passphrase off the GUI thread; stretching it takes about a tenth of a second on purpose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from likeness.errors import LikenessError
from ui.kit.words import tr

WRONG = "wrong-passphrase"


@dataclass(frozen=True)
class UnlockState:
    """The whole page."""

    name: str = ""
    busy: bool = False
    problem: str = ""


class View(Protocol):
    """Whoever draws the page."""

    def draw(self, state: UnlockState) -> None: ...
    def opened(self, office: Any) -> None: ...
    def fail(self, why: Exception) -> None: ...


class UnlockPresenter:
    """Tries passphrases until one opens."""

    def __init__(self, open_with: Callable[[str], Any], name: str, jobs: Any, view: View) -> None:
        self._open_with, self._jobs, self._view = open_with, jobs, view
        self._state = UnlockState(name=name)

    def start(self) -> None:
        """Draw the page."""
        self._view.draw(self._state)

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase."""
        if not passphrase or self._state.busy:
            return
        self._show(busy=True, problem="")
        self._jobs.submit("write", self._view, lambda _job: self._open_with(passphrase), self._opened, self._failed)

    def _opened(self, office: Any) -> None:
        self._show(busy=False)
        self._view.opened(office)

    def _failed(self, why: Exception) -> None:
        if isinstance(why, LikenessError) and why.code == WRONG:
            self._show(busy=False, problem=tr("That is not the passphrase of this registry. Try again."))
        else:
            self._show(busy=False)
            self._view.fail(why)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
