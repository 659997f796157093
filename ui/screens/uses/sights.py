"""Pictures among the evidence of the chosen use: hidden until they are wanted, then read one by one. Plain Python.

- Nothing is read while they are hidden, and what was read is forgotten when they are hidden again.
- What is found missing or changed on the way is told as if the files had been checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from likeness.acts.uses.add_evidence import CHANGED, MISSING
from likeness.acts.uses.see_evidence import NO_PICTURE, THUMB, TOO_LARGE, VIEW, Sight, see_evidence
from ui.kit.words import tr
from ui.screens.uses.running import Running
from ui.screens.uses.state import Detail, EvidenceLine

DOUBTFUL = (MISSING, CHANGED)


class Sights:
    """Reads small pictures while `shown`; `found` gets all of them after each, `doubted` what is not as it was."""

    def __init__(self, desk: Any, jobs: Any, view: Any, running: Running, found: Callable[[Mapping[int, Sight]], None],
                 doubted: Callable[[dict[int, str]], None]) -> None:  # fmt: skip
        self._desk, self._jobs, self._view, self._running = desk, jobs, view, running
        self._found, self._doubted = found, doubted
        self.shown = False
        self._use = ""
        self._files: tuple[int, ...] = ()
        self._sights: dict[int, Sight] = {}
        self._job: Any = None
        self._reading = self._asked = False

    def show(self, *, wanted: bool, detail: Detail | None) -> None:
        """Show or hide pictures."""
        self.shown = self._asked = wanted
        self.forget()
        self.follow(detail)

    def follow(self, detail: Detail | None) -> None:
        """Read what shows this use, as far as it was not read."""
        use = detail.id if detail is not None else ""
        if use != self._use:
            self.forget()
            self._use = use
        self._files = tuple(one.id for one in detail.evidence) if detail is not None else ()
        if self.shown and not self._reading:
            self._next()

    def forget(self) -> None:
        """Let go of every picture."""
        if self._reading:
            self._job.cancel()
            self._reading = False
        if self._sights:
            self._sights = {}
            self._found({})

    def enlarge(self, line: EvidenceLine) -> None:
        """Read one picture larger and hand it to the view."""
        use = self._use

        def done(sight: Sight) -> None:
            if not self.shown or use != self._use:
                return
            if sight.picture is not None:
                self._view.show_picture(line, sight.picture)
            else:
                self._take(line.id, sight)

        desk = self._desk.desk
        work = lambda _job: see_evidence(desk, use, line.id, VIEW)
        self._running.start("read", tr("Reading the picture"), work, done)

    def _next(self) -> None:
        waiting = next((one for one in self._files if one not in self._sights), None)
        if waiting is None:
            self._tell_none()
            return
        use, desk = self._use, self._desk.desk

        def done(sight: Sight) -> None:
            self._reading = False
            self._take(waiting, sight)
            if not self._reading:
                self._next()

        def failed(why: Exception) -> None:
            self._reading = False
            self._view.fail(why)

        self._reading = True
        self._job = self._jobs.submit(
            "read", self._view, lambda _job: see_evidence(desk, use, waiting, THUMB), done, failed
        )

    def _take(self, number: int, sight: Sight) -> None:
        self._sights = {**self._sights, number: sight}
        self._found(self._sights)
        if sight.state in DOUBTFUL:
            self._doubted({number: sight.state})

    def _tell_none(self) -> None:
        """Say so where pictures were asked for and there is none."""
        if self._asked and self._files and all(self._sights[one].state == NO_PICTURE for one in self._files):
            self._view.tell(tr("None of these files is a picture"))
        self._asked = False


def sight_words(state: str) -> str:
    """Return what stands in a row in place of a picture; empty where nothing is to be said."""
    return {
        "": "",
        NO_PICTURE: "",
        MISSING: tr("Not where it was"),
        CHANGED: tr("Changed since it was added"),
        TOO_LARGE: tr("Too large to be shown"),
    }.get(state, tr("Cannot be shown as a picture"))
