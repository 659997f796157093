"""First run: language and role, name, passphrase; then the registry is made. Nothing is written before that.

Or somebody has a backup: then its file and the passphrase of the day it was made bring everything back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from likeness.errors import LikenessError
from likeness.paper.complaint import sentence
from likeness.values.text import clean_text
from ui.kit.words import choose_language, language, tr

STEPS = ("role", "name", "passphrase", "backup")
LONG_ENOUGH, FAIR = 16, 12


@dataclass(frozen=True)
class FirstRunState:
    """The whole flow."""

    step: str = "role"
    language: str = "en"
    role: str = "performer"
    name: str = ""
    problem: str = ""
    busy: bool = False
    file: Path | None = None


def strength(passphrase: str) -> tuple[float, str]:
    """Return how far a passphrase has come (0 to 1) and the words for it."""
    length = len(passphrase)
    if length == 0:
        return 0.0, tr("Four words in a row are easy to keep.")
    if length < FAIR:
        return length / LONG_ENOUGH, tr("Too short")
    if length < LONG_ENOUGH:
        return length / LONG_ENOUGH, tr("Nearly long enough")
    return 1.0, tr("Long enough")


class View(Protocol):
    """Whoever draws the flow."""

    def draw(self, state: FirstRunState) -> None: ...
    def made(self, office: Any) -> None: ...
    def fail(self, why: Exception) -> None: ...
    def respoken(self) -> None: ...
    def step(self, done: int, whole: int) -> None: ...


class FirstRunPresenter:
    """Walks through the steps."""

    def __init__(self, make: Callable[..., Any], bring_back: Callable[..., Any], jobs: Any, view: View) -> None:
        self._make, self._bring_back, self._jobs, self._view = make, bring_back, jobs, view
        self._job: Any = None
        self._state = FirstRunState(language=language())

    def start(self) -> None:
        """Draw the first step."""
        self._view.draw(self._state)

    def speak(self, code: str) -> None:
        """Change the language at once."""
        choose_language(code)
        self._state = replace(self._state, language=code, problem="")
        self._view.respoken()
        self.start()

    def choose_role(self, role: str) -> None:
        """Choose who will use the registry."""
        self._show(role=role)

    def back(self) -> None:
        """Go one step back; a backup that is being brought back is stopped, and leaves nothing."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        at = 0 if self._state.step == "backup" else max(STEPS.index(self._state.step) - 1, 0)
        self._show(step=STEPS[at], problem="", busy=False)

    def choose_backup(self, file: Path) -> None:
        """Take a backup instead of making a new registry."""
        self._show(step="backup", file=file, problem="")

    def go_on(self, name: str, passphrase: str, again: str) -> None:
        """Check this step and go on; the last one makes the registry."""
        if self._state.step == "role":
            self._show(step="name", problem="")
        elif self._state.step == "name":
            self._name(name)
        elif self._state.step == "backup":
            self._restore(passphrase)
        else:
            self._passphrase(passphrase, again)

    def _name(self, name: str) -> None:
        try:
            clean = clean_text(name.strip(), "name", most=200)
        except LikenessError:
            self._show(name=name, problem=tr("Write the name that stands on your licences."))
        else:
            self._show(name=clean, step="passphrase", problem="")

    def _passphrase(self, passphrase: str, again: str) -> None:
        if len(passphrase) < FAIR:
            self._show(problem=tr("Use at least 12 characters. Four words are a good start."))
        elif passphrase != again:
            self._show(problem=tr("The two are not the same."))
        else:
            self._show(busy=True, problem="")
            name, role = self._state.name, self._state.role
            self._jobs.submit(
                "write",
                self._view,
                lambda _job: self._make(name=name, role=role, passphrase=passphrase),
                self._view.made,
                self._failed,
            )

    def _restore(self, passphrase: str) -> None:
        self._show(busy=True, problem="")
        file = self._state.file

        def work(job: Any) -> Any:
            return self._bring_back(file, passphrase, progress=job.say, cancelled=job.cancelled)

        self._job = self._jobs.submit("write", self._view, work, self._view.made, self._not_back, self._view.step)

    def _not_back(self, why: Exception) -> None:
        self._job = None
        if isinstance(why, LikenessError) and why.code == "wrong-passphrase":
            self._show(busy=False, problem=tr("It was made with another passphrase. Try again."))
        elif isinstance(why, LikenessError):
            self._show(busy=False, problem=sentence(why, language()))
        else:
            self._failed(why)

    def _failed(self, why: Exception) -> None:
        self._show(busy=False)
        self._view.fail(why)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
