"""Licences: find them, read one, take in what others sent. Plain Python.

What came from others is taken in and read before it is accepted. What is signed stands in `changing`, what is written
in `exporting`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.checking.take_in import Filed
from likeness.errors import Refused
from likeness.paper.wording import say
from likeness.registry.find_licences import EVERY, LIKENESS
from likeness.registry.licence_row import STATES, LicenceRow
from likeness.values.clock import Clock
from ui.kit.handed.given import Given, take_given
from ui.kit.lists.asked import ROW, Asked, Left, with_row, word_of
from ui.kit.lists.chosen import beside
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language, tr
from ui.screens.licences.across import Kinds
from ui.screens.licences.changing import Changing
from ui.screens.licences.exporting import Exporting
from ui.screens.licences.finding import Finding
from ui.screens.licences.narrowing import narrowed
from ui.screens.licences.reading import cells_of, detail_of
from ui.screens.licences.slow import Slow
from ui.screens.licences.state import Cells, LicencesState, Usage
from ui.screens.licences.views import Views, asked_by, begun_with, left_of, view_of


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...
    def confirm(self, passphrase: str) -> bool: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: LicencesState) -> None: ...
    def tell(self, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...
    def exported(self, paths: list[Path]) -> None: ...
    def not_all(self, failed: list[str]) -> None: ...
    def done(self, words: str, inverse: Inverse) -> None: ...
    def draft(self, number: str) -> None: ...
    def ask_name(self, given: Given, name: str, owner: str) -> None: ...
    def answered(self) -> None: ...
    def unsigned(self, words: str) -> None: ...
    def show_licence(self, number: str) -> None: ...
    def offer(self, offers: list[tuple[str, str]]) -> None: ...


class LicencesPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = LicencesState()

        def begin(kept: Asked) -> None:
            self._state = begun_with(self._state, kept)
            self._chosen = self._last = word_of(kept, ROW)
            self._staying = False  # it may be shown no more by what is asked for

        self.left = Left(lambda: with_row(left_of(self._state), self._last), begin)
        self._chosen = self._last = ""  # the one that is shown, and the one that somebody chose last
        self._kinds = Kinds(desk.registry)
        self._job: Any = None
        self._finding = Finding(desk, jobs, view, self._kinds)
        self._staying = True
        self._slow = Slow(desk, jobs, view, lambda other: self._show(other=other), self._take_usage)
        self.views = Views(desk, jobs, view, lambda: view_of(self._state), lambda one: self._ask(**asked_by(one)))
        self.papers = Exporting(desk, view, self._run)
        self.changing = Changing(desk, view, self._run)

    def refresh(self) -> None:
        """Read everything again: after a change, or when the screen opens; the chosen licence stays."""
        self._finding.count(self._counted)
        self._read(stay=True)

    def _read(self, *, stay: bool) -> None:
        """Find what is asked for; a `stay`ing row is shown in the pane also where the list has it no more."""
        self._staying = self._staying and stay
        self._state = replace(self._state, finding=True, stopped=False)
        self._finding.find(self._state, self._take, self._lost)
        if self._state.finding:
            self._show()

    def _take(self, ids: tuple[int, ...]) -> None:
        state, stay, self._staying = self._state, self._staying, True
        here = self._row_of(self._chosen)
        if here not in ids and not (stay and here is not None):
            here = beside(here, state.ids if stay else (), ids)
            self._chosen = self._number_of(here) or self._chosen
        self._show(
            turn=state.turn + 1,
            ids=ids,
            finding=False,
            chosen=here,
            detail=self._detail() if ids else None,  # no licence is shown that the list does not show
        )
        if ids:
            self._slow.read(self._chosen)

    def _lost(self, why: Exception) -> None:
        self._show(finding=False)
        self._view.fail(why)

    def _counted(self, counts: dict[str, int], several: bool) -> None:
        if several != self._state.several:  # rows that name their performer, or no more, are read again
            self._state = replace(self._state, several=several, turn=self._state.turn + 1)
            self._state = replace(self._state, detail=self._state.detail and self._detail())
        self._show(
            total=sum(counts.values()),
            counts=tuple((code, counts.get(code, 0)) for code in STATES if counts.get(code)),
        )

    def search(self, words: str) -> None:
        """Look for words in project, company, likeness and terms."""
        self._ask(words=words.strip())

    def toggle_state(self, code: str) -> None:
        """Add a state to the filter, or take it away."""
        self._ask(chosen_states=self._state.chosen_states ^ {code})

    def narrow(self, code: str, value: str, name: str = "") -> None:
        """Set a filter, or take it away with an empty value; `name` is what a likeness is called."""
        likeness = name if code == LIKENESS else self._state.likeness
        self._ask(narrow=narrowed(self._state.narrow, code, value), likeness=likeness)

    def offer(self, code: str, typed: str) -> None:
        """Offer the companies, likenesses or projects that occur and have these letters."""
        self._finding.offer(code, typed, self._view.offer)

    def sort(self, column: str) -> None:
        """Sort by a column; by the one it is sorted by already, turned round. The chosen licence stays chosen."""
        self._state = replace(self._state, order=self._state.order.by(column))
        self._read(stay=True)

    def clear(self) -> None:
        """Show everything again."""
        self._ask(chosen_states=frozenset(), words="", narrow=EVERY, likeness="")

    def _ask(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._read(stay=False)

    def reveal(self, number: str) -> None:
        """Show a licence asked for from elsewhere, among all of them."""
        if self._row_of(number) is not None:
            self._chosen = self._last = number
        self.clear()

    def page(self, ids: Sequence[int]) -> list[Cells]:
        """Return the cells of those rows, in that order."""
        now = self._desk.clock.now()
        rows = self._desk.registry.licences.page(ids, now)
        kinds = self._kinds.of(rows)
        return [cells_of(row, kinds, now, language(), several=self._state.several) for row in rows]

    def choose(self, row: int | None) -> None:
        """Show the licence of a row in the pane."""
        self._chosen = self._last = self._number_of(row)
        self._show(chosen=row, detail=self._detail())
        self._slow.read(self._chosen)

    def _take_usage(self, usage: Usage) -> None:
        detail = self._state.detail
        if detail is not None and detail.number == usage.number:
            self._show(detail=replace(detail, used=usage.used, beyond=usage.beyond))

    def _number_of(self, row: int | None) -> str:
        rows = [] if row is None else self._desk.registry.licences.page([row], self._desk.clock.now())
        return rows[0].number if rows else ""

    def _row_of(self, number: str) -> int | None:
        found: LicenceRow | None = self._desk.registry.licences.get(number, self._desk.clock.now()) if number else None
        return None if found is None else found.row

    def cancel(self) -> None:
        """Stop writing, nothing is left half written; else stop looking, the rows of before stay."""
        if self._state.finding and not self._state.doing:
            self._finding.stop()
            self._show(finding=False, stopped=True)
            return
        if self._job is not None:
            self._job.cancel()
        self._show(doing="")

    def take(self, given: Given, as_name: str | None = None) -> None:
        """Take in what somebody sent: an offer, an acceptance, a notice; as a file, a picture or pasted text.

        An offer for another name than the owner's asks whether that is the owner too; `as_name` says that it is.
        """

        def failed(why: Exception) -> None:
            if as_name is None and isinstance(why, Refused) and why.code == "not-the-licensee":
                self._view.ask_name(given, str(why.params["name"]), self._desk.registry.owner.get().name)
            else:
                self._view.fail(why)

        work = lambda job: take_given(self._desk, given, as_name, job)
        self._run(tr("Reading the file"), "write", work, self._taken, failed, can_stop=True)

    def _taken(self, filed: tuple[Filed, ...]) -> None:
        news = [one for one in filed if one.changed] or list(filed)
        last = news[-1]
        self._view.tell(say(language(), "filed", last.told, about=last.about))
        offers = [one.about for one in filed if one.kind == "licence"]
        if offers:
            self._view.show_licence(offers[-1])

    def _detail(self) -> Any:
        now = self._desk.clock.now()
        row = self._desk.registry.licences.get(self._chosen, now) if self._chosen else None
        if row is None:
            return None
        kinds, several, before = self._kinds.of([row]), self._state.several, self._state.detail
        detail = detail_of(self._desk.registry, row, kinds, now, language(), several=several)
        if before is not None and before.number == detail.number:  # until it is read anew
            detail = replace(detail, used=before.used, beyond=before.beyond)
        return detail

    def _run(self, what: str, lane: str, work: Any, then: Any, fail: Any = None, *, can_stop: bool = False) -> None:
        def done(value: Any) -> None:
            self._show(doing="")
            self.refresh()
            then(value)

        def failed(why: Exception) -> None:
            self._show(doing="")
            (fail or self._view.fail)(why)

        self._show(doing=what, can_stop=can_stop, progress=(0, 0))
        said = lambda at, whole: self._show(progress=(at, whole))
        self._job = self._jobs.submit(lane, self._view, work, done, failed, said)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)
