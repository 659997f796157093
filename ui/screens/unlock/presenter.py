"""Unlock: try the passphrase off the GUI thread; stretching it takes about a tenth of a second on purpose.

Whoever forgot it types the twelve words and chooses a new one: both are done at once, or nothing is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from likeness.errors import LikenessError
from likeness.paper.wording import say
from ui.kit.fields.passphrase import renewal
from ui.kit.words import language, tr

WRONG = "wrong-passphrase"
_NOT_THESE = ("wrong-words", "no-words")


@dataclass(frozen=True)
class UnlockState:
    """The whole page; `forgotten` asks for the twelve words instead of the passphrase."""

    name: str = ""
    forgotten: bool = False
    busy: bool = False
    problem: str = ""


class View(Protocol):
    """Whoever draws the page."""

    def draw(self, state: UnlockState) -> None: ...
    def opened(self, office: Any) -> None: ...
    def fail(self, why: Exception) -> None: ...


class UnlockPresenter:
    """Tries passphrases until one opens; `open_with` takes a passphrase, or words and a new passphrase."""

    def __init__(self, open_with: Callable[..., Any], name: str, jobs: Any, view: View) -> None:
        self._open_with, self._jobs, self._view = open_with, jobs, view
        self._state = UnlockState(name=name)

    def start(self) -> None:
        """Draw the page."""
        self._view.draw(self._state)

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase."""
        if passphrase and not self._state.busy:
            self._open(passphrase)

    def forget(self, *, forgotten: bool) -> None:
        """Ask for the twelve words, or for the passphrase again."""
        self._show(forgotten=forgotten, problem="")

    def renew(self, text: str, passphrase: str, again: str) -> None:
        """Open with the words and let a new passphrase take the place of the forgotten one."""
        if self._state.busy:
            return
        words, problem = renewal(text, passphrase, again)
        if words is None:
            self._show(problem=problem)
        else:
            self._open(words, passphrase)

    def _open(self, *opener: Any) -> None:
        self._show(busy=True, problem="")
        self._jobs.submit("write", self._view, lambda _job: self._open_with(*opener), self._opened, self._failed)

    def _opened(self, office: Any) -> None:
        self._show(busy=False)
        self._view.opened(office)

    def _failed(self, why: Exception) -> None:
        code = why.code if isinstance(why, LikenessError) else ""
        if code == WRONG:
            self._show(busy=False, problem=tr("That is not the passphrase of this registry. Try again."))
        elif code in _NOT_THESE:
            self._show(busy=False, problem=say(language(), "error", code))
        else:
            self._show(busy=False)
            self._view.fail(why)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
