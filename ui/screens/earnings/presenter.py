"""Earnings: every due, found and read; paid, waived, opened again, each a step that can be undone. Plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from likeness.acts.dues.export_dates import export_dates
from likeness.acts.dues.export_dues import export_dues
from likeness.acts.dues.near_dues import NearDues, all_dues
from likeness.acts.dues.said_of_dues import DueChange
from likeness.acts.dues.settle_due import put_back, reopen_due, settle_due, waive_due
from likeness.acts.dues.uses_of_due import uses_of_due
from likeness.acts.whose import whose_dues
from likeness.licence.dues.due import Due
from likeness.values.clock import Clock
from likeness.values.days import day_in
from likeness.values.money import Money
from ui.kit.background.newest import Newest
from ui.kit.lists.asked import ROW, Asked, Left, with_row, word_of
from ui.kit.lists.chosen import beside
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language, tr, tr_n
from ui.screens.earnings.left import begun_with, left_of
from ui.screens.earnings.reading import (
    STATES,
    cells_of,
    detail_of,
    detail_of_likeness,
    group_of,
    in_order_of,
    is_shown,
    open_sums,
    said_words,
)
from ui.screens.earnings.state import OPEN, About, Cells, Detail, EarningsState


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: EarningsState) -> None: ...
    def tell(self, words: str) -> None: ...
    def done(self, words: str, inverse: Inverse) -> None: ...
    def fail(self, why: Exception) -> None: ...


class EarningsPresenter:
    """Keeps the dues and the state, and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = EarningsState()

        def begin(kept: Asked) -> None:
            self._state = begun_with(self._state, kept)
            self._chosen = self._last = word_of(kept, ROW)
            self._staying = False  # it may be shown no more by what is asked for

        self.left = Left(lambda: with_row(left_of(self._state), self._last), begin)
        self._dues: dict[str, Due] = {}
        self._abouts: dict[str, About] = {}
        self._chosen = self._last = ""  # the one that is shown, and the one that somebody chose last
        self._staying = True
        self._listing, self._detailing = Newest(jobs, view), Newest(jobs, view)

    def refresh(self) -> None:
        """Read every due again, off the window's thread: they are computed from the licences and their uses."""
        self._show(doing=tr("Adding up what is owed"), stopped=False)
        self._listing.read(self._read, self._take, self._failed)

    def stop(self) -> None:
        """Let the reading end; the rows of before stay."""
        self._listing.forget()
        self._show(doing="", stopped=True)

    def _read(self) -> tuple[NearDues, dict[str, About]]:
        read, now = all_dues(self._desk.desk), self._desk.clock.now()
        numbers = dict.fromkeys(due.licence for due in read.dues)
        rows = (self._desk.registry.licences.get(number, now) for number in numbers)
        titles = {row.number: row.terms.project.title for row in rows if row is not None}
        whose = whose_dues(self._desk.registry, read.dues)
        return read, {due.key: About(titles.get(due.licence, due.licence), whose.get(due.key, "")) for due in read.dues}

    def _take(self, told: tuple[NearDues, dict[str, About]]) -> None:
        read, self._abouts = told
        self._dues = {due.key: due for due in read.dues}
        companies = tuple(sorted({due.company for due in read.dues if due.company}))
        performers = tuple(sorted({about.performer for about in self._abouts.values() if about.performer}))
        self._state = replace(
            self._state,
            doing="",
            companies=companies,
            company=self._state.company if self._state.company in companies else "",
            performers=performers,
            performer=self._state.performer if self._state.performer in performers else "",
            whole=read.whole,
        )
        stay, self._staying = self._staying, True
        self._filter(stay=stay)

    def search(self, words: str) -> None:
        """Look for words in what, performer, company, project and licence."""
        self._filter(words=words.strip())

    def toggle_state(self, group: str) -> None:
        """Add a state to the filter, or take it away."""
        self._filter(chosen_states=self._state.chosen_states ^ {group})

    def narrow(self, *, kind: str, performer: str, company: str) -> None:
        """Show one kind, performer and company; empty is all of them."""
        self._filter(kind=kind, performer=performer, company=company)

    def sort(self, column: str) -> None:
        """Sort by a column; by the one it is sorted by already, turned round. The chosen row stays chosen."""
        self._filter(stay=True, order=self._state.order.by(column))

    def clear(self, states: frozenset[str] = OPEN) -> None:
        """Show these states of every kind and company."""
        self._filter(chosen_states=states, kind="", performer="", company="", words="")

    def reveal(self, key: str) -> None:
        """Show a due asked for from elsewhere, with everything of its state around it."""
        self._chosen, self._staying = key, True
        due = self._dues.get(key)
        self.clear(OPEN if due is None or due.said is None else frozenset({group_of(due)}))
        self.choose(key)  # one that is not read yet is shown once it is

    def _filter(self, *, stay: bool = False, **changes: Any) -> None:
        before = self._state.keys if stay else ()
        self._state = replace(self._state, **changes)
        abouts, state = self._abouts, self._state
        shown = (due for due in self._dues.values() if is_shown(due, state, abouts[due.key], language()))
        found = in_order_of(state.order, shown, abouts)
        counts = Counter(group_of(due) for due in self._dues.values())
        keys = tuple(due.key for due in found)
        stays = stay and self._chosen in self._dues  # what was just settled can be opened again
        if self._chosen not in keys and not stays:
            self._chosen = beside(self._chosen, before, keys) or self._chosen
        self._show(
            turn=self._state.turn + 1,
            keys=keys,
            total=len(self._dues),
            counts=tuple((group, counts[group]) for group in STATES),
            sums=open_sums(found, language()),
        )
        # Nothing is shown that no filter lets through.
        self._read_detail(self._dues.get(self._chosen) if keys or stays else None)

    def page(self, keys: Sequence[str]) -> list[Cells]:
        """Return the cells of those dues, in that order."""
        dues = (self._dues[key] for key in keys)
        return [cells_of(due, self._abouts[due.key], language()) for due in dues]

    def choose(self, key: str) -> None:
        """Show a due in the pane, with the uses it was counted from."""
        self._chosen = self._last = key
        self._read_detail(self._dues.get(key))

    def _read_detail(self, due: Due | None) -> None:
        lang = language()
        if due is None:
            self._detailing.forget()
            self._show(detail=None)
            return
        about = self._abouts[due.key]

        def read() -> Detail | None:
            now = self._desk.clock.now()
            if due.likeness is not None:
                return detail_of_likeness(due, about, day_in(now, "UTC"), lang)
            row = self._desk.registry.licences.get(due.licence, now)
            uses = uses_of_due(self._desk.desk, due)
            asked = self._desk.registry.letters.invoices_of([due.key]).get(due.key)
            number = asked.number if asked and asked.number else ""
            return None if row is None else detail_of(due, about, row, uses, day_in(now, row.terms.zone), lang, number)

        self._detailing.read(read, lambda detail: self._show(detail=detail), self._failed)

    def settle(self, key: str, on: date | None, money: Money | None, note: str) -> None:
        """Say that a due was paid, received or done; a sum only where it is another one than is known."""
        due = self._dues.get(key)  # it may be gone while its form is open: then the act says so
        other = None if due is not None and money == due.money else money
        self._act(said_words(key.partition(":")[0]), settle_due, key, on=on, money=other, note=note or None)

    def waive(self, key: str) -> None:
        """Let a due go."""
        self._act(tr("Let go, not asked for"), waive_due, key)

    def reopen(self, key: str) -> None:
        """Take back what was said of a due."""
        self._act(tr("Open again"), reopen_due, key)

    def _act(self, words: str, act: Callable[..., Any], key: str, **said: Any) -> None:
        def acted(change: DueChange) -> None:
            self.refresh()
            self._view.done(words, self._inverse(change))

        work = lambda _job: self._desk.do(act, key, **said).value
        self._jobs.submit("write", self._view, work, acted, self._view.fail)

    def _inverse(self, change: DueChange) -> Inverse:
        return lambda _going: self._inverse(self._desk.do(put_back, change).value)

    def save_dates(self, path: Path) -> None:
        """Write all dates as a calendar file."""
        lang = language()
        self._save(lambda: self._desk.do(export_dates, path, lang).value, path)

    def save_table(self, path: Path) -> None:
        """Write the rows shown as CSV."""
        dues, lang = [self._dues[key] for key in self._state.keys], language()
        self._save(lambda: self._desk.do(export_dues, path, dues, lang).value, path)

    def _save(self, work: Callable[[], int], path: Path) -> None:
        def saved(count: int) -> None:
            self._view.tell(tr_n("{n} line saved in {file}", "{n} lines saved in {file}", n=count, file=path.name))

        self._jobs.submit("read", self._view, lambda _job: work(), saved, self._view.fail)

    def _failed(self, why: Exception) -> None:
        self._show(doing="")
        self._view.fail(why)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, chosen=self._chosen, **changes)
        self._view.draw(self._state)
