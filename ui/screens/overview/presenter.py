"""The Overview: what waits, what came in, licences over time; read in one go, off the window's thread. Plain Python."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from likeness.acts.dues.near_dues import open_dues
from likeness.acts.dues.read_earnings import read_earnings
from likeness.acts.read_attention import read_attention
from likeness.acts.whose import whose_licences
from likeness.registry.licence_row import STATES
from likeness.values.clock import Clock
from likeness.values.days import day_in
from ui.kit.background.newest import Newest
from ui.kit.figures import weekday_text
from ui.kit.words import language, tr
from ui.screens.overview.licences_over_time import lanes_of
from ui.screens.overview.reading import incomes_of, row_of, sums_text, unknown_words
from ui.screens.overview.state import OverviewState

MOST_LICENCES = 200  # newest first; a timeline of more than that is a table


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: OverviewState) -> None: ...
    def fail(self, why: Exception) -> None: ...


class OverviewPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._reading = Newest(jobs, view)
        self.state = OverviewState(*self._day())

    def _day(self) -> Any:
        today = day_in(self._desk.clock.now(), "UTC")
        return today, weekday_text(today, language())

    def refresh(self) -> None:
        """Read everything again: counts and limits, so that it takes as long as a screen on any registry."""
        today, day = self._day()
        self._show(today=today, day=day, doing=tr("Reading the registry"))
        lang = language()
        self._reading.read(lambda: self._read(lang), self._take, self._failed)

    def show_all(self) -> None:
        """Show every row that waits."""
        self._show(all_rows=True)

    def _read(self, lang: str) -> dict[str, Any]:
        desk = self._desk.desk
        now = desk.now()
        near = open_dues(desk)
        earnings = read_earnings(desk, near)
        licences = desk.registry.licences
        found = licences.find(now, states=[state for state in STATES if state != "draft"], most=MOST_LICENCES + 1)
        rows = licences.page(found[:MOST_LICENCES], now)
        named = {name for row in rows for name in row.terms.likenesses}
        kinds = {double.id: double.kind for double in desk.registry.doubles.recorded(named)}
        whose = whose_licences(desk.registry, (row.number for row in rows))
        return {
            "rows": tuple(row_of(matter, lang) for matter in read_attention(desk, near.dues)),
            "year": earnings.year,
            "incomes": incomes_of(earnings, lang),
            "unknown": unknown_words(earnings.unknown),
            "open": sums_text(earnings.open, lang),
            "whole": earnings.whole,
            "lanes": lanes_of(rows, kinds, whose, day_in(now, "UTC"), lang),
            "more_licences": len(found) > MOST_LICENCES,
        }

    def _take(self, read: dict[str, Any]) -> None:
        self._show(read=True, doing="", **read)

    def _failed(self, why: Exception) -> None:
        self._show(doing="")
        self._view.fail(why)

    def _show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self._view.draw(self.state)
