"""Licences: find, read, export, suspend, resume, withdraw, accept. Plain Python; the view is anything with `draw`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.accept_licence import accept_licence
from likeness.acts.end_licence import resume_licence, suspend_licence, withdraw_licence
from likeness.acts.export_licence import export_licence
from likeness.acts.read_licence_file import read_licence_file
from likeness.registry.licences import STATES, LicenceRow
from likeness.values.clock import Clock
from likeness.values.keep import read_file
from ui.kit.words import language, tr
from ui.screens.licences.reading import cells_of, detail_of
from ui.screens.licences.state import Cells, LicencesState

LARGEST = 64 * 1024 * 1024  # bytes
CHANGING = {"suspend": suspend_licence, "resume": resume_licence, "withdraw": withdraw_licence}


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: LicencesState) -> None: ...
    def tell(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...
    def exported(self, paths: list[Path]) -> None: ...


class LicencesPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = LicencesState()
        self._chosen = ""
        self._job: Any = None

    def refresh(self) -> None:
        """Read everything again: after a change, or when the screen opens."""
        now = self._desk.clock.now()
        table = self._desk.registry.licences
        counts = table.counts(now)
        state = self._state
        ids = table.find(now, states=sorted(state.chosen_states), words=state.words)
        self._show(
            ids=tuple(ids),
            total=sum(counts.values()),
            counts=tuple((code, counts.get(code, 0)) for code in STATES if counts.get(code)),
            detail=self._detail(),
        )

    def search(self, words: str) -> None:
        """Look for words in project, company, likeness and terms."""
        self._state = replace(self._state, words=words.strip())
        self.refresh()

    def toggle_state(self, code: str) -> None:
        """Add a state to the filter, or take it away."""
        self._state = replace(self._state, chosen_states=self._state.chosen_states ^ {code})
        self.refresh()

    def clear(self) -> None:
        """Show everything again."""
        self._state = replace(self._state, chosen_states=frozenset(), words="")
        self.refresh()

    def page(self, ids: Sequence[int]) -> list[Cells]:
        """Return the cells of those rows, in that order."""
        now = self._desk.clock.now()
        kinds = {double.id: double.kind for double in self._desk.registry.doubles.all()}
        return [cells_of(row, kinds, now, language()) for row in self._desk.registry.licences.page(ids, now)]

    def choose(self, row: int | None) -> None:
        """Show the licence of a row in the pane."""
        rows = [] if row is None else self._desk.registry.licences.page([row], self._desk.clock.now())
        self._chosen = rows[0].number if rows else ""
        self._show(detail=self._detail())

    def row_of(self, number: str) -> int | None:
        """Return the row of a licence, to be shown from elsewhere."""
        found: LicenceRow | None = self._desk.registry.licences.get(number, self._desk.clock.now())
        return None if found is None else found.row

    def export(self, folder: Path) -> None:
        """Write the PDF, the code and the licence file into a folder."""
        number, lang = self._chosen, language()
        self._run(
            tr("Writing the PDF"),
            "read",
            lambda job: self._desk.do(export_licence, number, folder, lang, job.cancelled).value,
            self._view.exported,
            can_stop=True,
        )

    def cancel(self) -> None:
        """Stop writing; nothing is left half written."""
        if self._job is not None:
            self._job.cancel()
        self._show(doing="")

    def change(self, what: str, reason: str) -> None:
        """Suspend, resume or withdraw the chosen licence."""
        number = self._chosen
        said = {"suspend": tr("Licence suspended"), "resume": tr("Licence in force again"),
                "withdraw": tr("Licence withdrawn")}[what]  # fmt: skip
        self._run(
            tr("Signing"),
            "write",
            lambda _job: self._desk.do(CHANGING[what], number, reason=reason or None),
            lambda _done: self._view.tell(said),
        )

    def accept(self, path: Path) -> None:
        """Take in a licence or an acceptance that a company sent back."""
        self._run(
            tr("Reading the file"),
            "write",
            lambda _job: self._desk.do(accept_licence, read_licence_file(read_file(path, LARGEST))).value,
            lambda row: self._view.tell(tr("Licence {number} recorded", number=row.number)),
        )

    def _detail(self) -> Any:
        now = self._desk.clock.now()
        row = self._desk.registry.licences.get(self._chosen, now) if self._chosen else None
        return None if row is None else detail_of(self._desk.registry, row, language())

    def _run(self, what: str, lane: str, work: Any, then: Any, *, can_stop: bool = False) -> None:
        def done(value: Any) -> None:
            self._show(doing="")
            self.refresh()
            then(value)

        def failed(why: Exception) -> None:
            self._show(doing="")
            self._view.fail(why)

        self._show(doing=what, can_stop=can_stop)
        self._job = self._jobs.submit(lane, self._view, work, done, failed)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
