"""First run: language and role, name, passphrase; then the registry is made. Nothing is written before that.

Or somebody has a backup: then its file and the passphrase of the day it was made bring everything back; or its file,
the twelve words of that day and a new passphrase.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from likeness.errors import LikenessError
from likeness.paper.wording import say
from likeness.values.text import clean_text
from ui.kit.fields.passphrase import refusal, renewal
from ui.kit.trouble import told
from ui.kit.words import choose_language, language, tr

STEPS = ("role", "name", "passphrase", "backup", "words")
_BEFORE = {"name": "role", "passphrase": "name", "backup": "role", "words": "backup"}
_NOT_THESE = ("wrong-words", "no-words")


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


class View(Protocol):
    """Whoever draws the flow."""

    def draw(self, state: FirstRunState) -> None: ...
    def made(self, office: Any) -> None: ...
    def brought_back(self, office: Any) -> None: ...
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
        self._show(step=_BEFORE.get(self._state.step, STEPS[0]), problem="", busy=False)

    def choose_backup(self, file: Path) -> None:
        """Take a backup instead of making a new registry."""
        self._show(step="backup", file=file, problem="")

    def use_words(self) -> None:
        """Bring the backup back with its twelve words instead of its passphrase."""
        self._show(step="words", problem="")

    def go_on(self, name: str, passphrase: str, again: str, words: str = "") -> None:
        """Check this step and go on; the last one makes the registry."""
        if self._state.step == "role":
            self._show(step="name", problem="")
        elif self._state.step == "name":
            self._name(name)
        elif self._state.step == "backup":
            self._restore(passphrase)
        elif self._state.step == "words":
            self._restore_by_words(words, passphrase, again)
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
        if problem := refusal(passphrase, again):
            self._show(problem=problem)
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

    def _restore_by_words(self, text: str, passphrase: str, again: str) -> None:
        words, problem = renewal(text, passphrase, again)
        if words is None:
            self._show(problem=problem)
        else:
            self._restore(words, passphrase)

    def _restore(self, *opener: Any) -> None:
        """Bring it back with its passphrase, or with its words and a new passphrase."""
        self._show(busy=True, problem="")
        file, view = self._state.file, self._view

        def work(job: Any) -> Any:
            return self._bring_back(file, *opener, progress=job.say, cancelled=job.cancelled)

        self._job = self._jobs.submit("write", view, work, view.brought_back, self._not_back, view.step)

    def _not_back(self, why: Exception) -> None:
        self._job = None
        if isinstance(why, LikenessError) and why.code == "wrong-passphrase":
            self._show(busy=False, problem=tr("It was made with another passphrase. Try again."))
        elif isinstance(why, LikenessError) and why.code in _NOT_THESE:
            self._show(busy=False, problem=say(language(), "error", why.code))
        elif isinstance(why, LikenessError):
            self._show(busy=False, problem=told(why))
        else:
            self._failed(why)

    def _failed(self, why: Exception) -> None:
        self._show(busy=False)
        self._view.fail(why)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
