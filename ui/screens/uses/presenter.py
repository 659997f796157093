"""Uses: find, read, compare with what was signed, log one by hand. Plain Python."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from likeness.acts.log_use import log_use
from likeness.licence.terms import Terms
from likeness.scope.use import Use
from likeness.values.clock import Clock
from likeness.values.days import day_in
from ui.kit.words import language, tr
from ui.screens.uses.reading import detail_of, items_of, words_for
from ui.screens.uses.state import Choices, UsesState

VERDICTS = ("OUT_OF_SCOPE", "NEEDS_REVIEW", "IN_SCOPE")


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: UsesState) -> None: ...
    def logged(self, use: str, words: str) -> None: ...
    def fail(self, why: Exception) -> None: ...


class UsesPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = UsesState()
        self._chosen = ""
        self._terms: dict[str, Terms | None] = {}

    def refresh(self) -> None:
        """Read everything again."""
        self._terms = {}
        table, state = self._desk.registry.uses, self._state
        counts = table.counts()
        found = table.find(verdicts=sorted(state.chosen_verdicts), words=state.words)
        today = day_in(self._desk.clock.now(), "UTC")
        titles = words_for(self._desk.registry)
        items = items_of(table.page(found), titles, self._terms_of, today, language())
        self._show(
            items=tuple(items),
            found=len(found),
            total=sum(counts.values()),
            counts=tuple((code, counts.get(code, 0)) for code in VERDICTS),
            detail=self._detail(),
        )

    def search(self, words: str) -> None:
        """Look for words in title, company and project."""
        self._state = replace(self._state, words=words.strip())
        self.refresh()

    def toggle(self, verdict: str) -> None:
        """Add a verdict to the filter, or take it away."""
        self._state = replace(self._state, chosen_verdicts=self._state.chosen_verdicts ^ {verdict})
        self.refresh()

    def choose(self, use: str) -> None:
        """Show a use in the pane."""
        self._chosen = use
        self._show(detail=self._detail())

    def choices(self) -> Choices:
        """Return what the form offers: the companies, likenesses and projects we know."""
        registry, now = self._desk.registry, self._desk.clock.now()
        rows = registry.licences.page(registry.licences.find(now), now)
        companies = {row.terms.licensee.id: row.terms.licensee.name for row in rows}
        projects = {row.terms.project.id: row.terms.project.title for row in rows}
        return Choices(_sorted(companies), _sorted(registry.doubles.titles()), _sorted(projects))

    def log(self, use: Use) -> None:
        """Record a use and judge it."""
        self._jobs.submit(
            "write",
            self._view,
            lambda _job: self._desk.do(log_use, use).value,
            lambda row: self._logged(row.use.id),
            self._view.fail,
        )

    def _logged(self, use: str) -> None:
        self._chosen = use
        self._state = replace(self._state, chosen_verdicts=frozenset(), words="")
        self.refresh()
        self._view.logged(use, tr("Use recorded"))

    def _terms_of(self, number: str) -> Terms | None:
        if number not in self._terms:
            row = self._desk.registry.licences.get(number, self._desk.clock.now())
            self._terms[number] = None if row is None else row.terms
        return self._terms[number]

    def _detail(self) -> Any:
        row = self._desk.registry.uses.get(self._chosen) if self._chosen else None
        if row is None:
            return None
        return detail_of(row, words_for(self._desk.registry), self._terms_of, language())

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)


def _sorted(named: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(named.items(), key=lambda pair: pair[1].casefold()))
