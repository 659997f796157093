"""What a person says of a use: where its flag stands now, the amendment that allows it, that it was logged by mistake.

Each is one step that can be undone; drafting is none, for a draft can be thrown away. Plain Python.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from likeness.acts.licences.draft_amendment import draft_amendment
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.settle_flag import FlagChange, move_flag, put_back, settle_flag
from likeness.acts.uses.take_back_use import put_back_use, take_back_use
from likeness.paper.wording import word
from likeness.registry.flags import Step
from likeness.scope.use import Use
from ui.kit.lists.use_words import called
from ui.kit.undoing.undo import Going, Inverse
from ui.kit.words import language, tr
from ui.screens.uses.running import Running


class FlagSteps:
    """Does the acts on the write lane and hands over their inverses."""

    def __init__(self, desk: Any, jobs: Any, view: Any, running: Running, did: Callable[[str], None]) -> None:
        """`did(use)` is called after each, before the step is told; what may take long is `running`."""
        self._desk, self._jobs, self._view, self._running, self._did = desk, jobs, view, running, did

    def settle(self, use: str, answer: str, note: str) -> None:
        """Say what became of a use: allowed, paid, withdrawn or mistaken."""
        self._do(lambda: self._desk.do(settle_flag, use, answer, note.strip() or None).value, self._moved)

    def move(self, use: str, state: str) -> None:
        """Mark that a letter was sent, an invoice was, or that the flag is open again."""
        self._do(lambda: self._desk.do(move_flag, use, state).value, self._moved)

    def log(self, use: Use, user_name: str, then: Callable[[str], None]) -> None:
        """Record a use and judge it; `then(id)` runs before the step is told."""

        def logged(row: Any) -> None:
            then(row.use.id)
            self._view.done(tr("Use recorded"), self._taking_back(row.use.id))

        self._running.start(
            "write",
            tr("Judging the use"),
            lambda job: self._desk.do(log_use, use, job.say, job.cancelled, user_name=user_name or None).value,
            logged,
        )

    def take_back(self, use: str) -> None:
        """Let a use that was written down by hand count no more."""

        def done(inverse: Inverse) -> None:
            self._did(use)
            self._view.done(tr("{use} taken back", use=called(self._desk.registry, use, language())), inverse)

        self._running.start("write", tr("Taking it back"), self._taking_back(use), done)

    def amend(self, use: str, number: str) -> None:
        """Draft the amendment of a licence that allows a use, and open it."""
        self._do(
            lambda: self._desk.do(draft_amendment, use, number).value,
            lambda draft: self._view.drafted(draft.number),
        )

    def _moved(self, change: FlagChange) -> None:
        self._did(change.use)
        use = called(self._desk.registry, change.use, language())
        self._view.done(flag_words(use, change.after), self._inverse(change))

    def _inverse(self, change: FlagChange) -> Inverse:
        return lambda _going: self._inverse(self._desk.do(put_back, change).value)

    def _taking_back(self, use: str) -> Inverse:
        def take(going: Going) -> Inverse:
            self._desk.do(take_back_use, use, going.say, going.cancelled)
            return put

        def put(going: Going) -> Inverse:
            self._desk.do(put_back_use, use, going.say, going.cancelled)
            return take

        return take

    def _do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._jobs.submit("write", self._view, lambda _job: work(), then, self._view.fail)


def flag_words(use: str, step: Step) -> str:
    """Return what a step is called: "u-200: settled, paid"."""
    said = word(language(), "flag", step.code)
    return tr("{use}: {state}", use=use, state=said[:1].lower() + said[1:])
