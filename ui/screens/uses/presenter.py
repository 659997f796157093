"""Uses: find, read, compare with what was signed. What can be done stands in `flags`, `evidence`, `book` and `whose`.

- The list and the chosen use are read on the read lane; what was asked for before is let go.
- What changes elsewhere leaves the chosen use where it is, even where it no longer matches; a new filter does not.
Plain Python.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from likeness.acts.names import likenesses_apart
from likeness.media.glance import Glance
from likeness.scope.use import Use
from likeness.values.clock import Clock
from ui.kit.background.newest import Newest
from ui.kit.lists.asked import ROW, Asked, Left, with_row, word_of
from ui.kit.lists.chosen import beside
from ui.kit.undoing.undo import Inverse
from ui.kit.words import language
from ui.screens.uses.detail import detail_of
from ui.screens.uses.evidence import EvidenceShelf
from ui.screens.uses.flag_steps import FlagSteps
from ui.screens.uses.left import begun_with, left_of
from ui.screens.uses.listing import SHOWN, VERDICTS, Listed, listed
from ui.screens.uses.log_book import LogBook
from ui.screens.uses.running import Running
from ui.screens.uses.sights import Sights
from ui.screens.uses.state import ALL, OPEN, SETTLED, Choices, Detail, EvidenceLine, HeldPair, ReportLine, UsesState
from ui.screens.uses.whose import Whose

A_PAGE = 200


class Desk(Protocol):
    """What this screen needs of the office."""

    registry: Any
    clock: Clock
    desk: Any

    def do(self, act: Any, *args: Any, **kw: Any) -> Any: ...


class View(Protocol):
    """Whoever draws the screen."""

    def draw(self, state: UsesState) -> None: ...
    def tell(self, words: str) -> None: ...
    def done(self, words: str, inverse: Inverse) -> None: ...
    def drafted(self, number: str) -> None: ...
    def ask_held(self, pair: HeldPair) -> None: ...
    def list_reports(self, reports: tuple[ReportLine, ...]) -> None: ...
    def show_picture(self, line: EvidenceLine, picture: Glance) -> None: ...
    def offer(self, names: list[str]) -> None: ...
    def fail(self, why: Exception) -> None: ...


class UsesPresenter:
    """Keeps the state and draws it again after every change."""

    def __init__(self, desk: Desk, jobs: Any, view: View) -> None:
        self._desk, self._jobs, self._view = desk, jobs, view
        self._state = UsesState()

        def begin(kept: Asked) -> None:
            self._last = word_of(kept, ROW)
            self._state = replace(begun_with(self._state, kept), chosen=self._last)
            self._staying = False  # it may be shown no more by what is asked for

        self.left = Left(lambda: with_row(left_of(self._state), self._last), begin)
        self._last, self._staying = "", True  # the use that somebody chose last
        self._most = A_PAGE
        self._rows: dict[str, int] = {}
        self._doubts: dict[int, str] = {}
        self._listing, self._detailing = Newest(jobs, view), Newest(jobs, view)
        self._running = Running(jobs, view, self._show)
        self.flags = FlagSteps(desk, jobs, view, self._running, self._changed)
        self.evidence = EvidenceShelf(desk, jobs, view, self._running, self._changed)
        self.sights = Sights(desk, jobs, view, self._running, lambda sights: self._show(sights=sights), self._doubted)
        self.book = LogBook(desk, jobs, view, self._running)
        self.whose = Whose(desk, jobs, view, self._filter)

    def refresh(self) -> None:
        """Read everything again; the chosen use stays, if it is still there."""
        self._read(stay=True)

    def search(self, words: str) -> None:
        """Look for words in title, company and project."""
        self._filter(words=words.strip())

    def toggle(self, verdict: str) -> None:
        """Add a verdict to the filter, or take it away."""
        self._filter(chosen_verdicts=self._state.chosen_verdicts ^ {verdict})

    def show_flags(self, which: str) -> None:
        """Show flags that are open, that are settled, or all."""
        if which != self._state.flags:
            self._filter(flags=which)

    def show_all(self) -> None:
        """Show every use, whatever its verdict and its flag, and whosever it is."""
        self._filter(flags=ALL, chosen_verdicts=frozenset(), performer="", words="")

    def more(self) -> None:
        """Read another page at the end of the list."""
        if self._state.more:
            self._most = len(self._rows) + A_PAGE
            self._read(stay=True)

    def choose(self, use: str) -> None:
        """Show a use in the pane."""
        if use != self._state.chosen:
            self._doubts, self._last = {}, use
            self._state = replace(self._state, chosen=use)
        self._read_detail()

    def reveal(self, use: str) -> None:
        """Show a use asked for from elsewhere, among those of its kind."""
        row = self._desk.registry.uses.get(use)
        if row is None:
            return
        stands = self._desk.registry.flags.newest([row.row]).get(row.row)
        settled = stands is not None and stands.state in SHOWN[SETTLED]
        verdict = row.newest.verdict.value
        self._last, self._staying = use, True
        self._state = replace(
            self._state,
            chosen=use,
            performer="",
            words="",
            flags=SETTLED if settled else OPEN,
            chosen_verdicts=frozenset(VERDICTS[:2] if verdict in VERDICTS[:2] else {verdict}),
        )
        self._doubts, self._most = {}, A_PAGE
        self._read(stay=True)

    def choices(self) -> Choices:
        """Return what the form offers: the companies, likenesses and projects we know."""
        registry, now = self._desk.registry, self._desk.clock.now()
        rows = registry.licences.page(registry.licences.find(now), now)
        performers = {row.terms.performer.id for row in rows}
        companies = {one: name for one, name in registry.people.but_performers().items() if one not in performers}
        projects = {row.terms.project.id: row.terms.project.title for row in rows}
        return Choices(_sorted(companies), _sorted(likenesses_apart(registry)), _sorted(projects))

    def log(self, use: Use, user_name: str = "") -> None:
        """Record a use and judge it; `user_name` is the name of whoever used it."""
        self.flags.log(use, user_name, self._logged)

    def check_files(self) -> None:
        """Read the files of the chosen use again."""
        use = self._state.chosen

        def found(doubts: dict[int, str]) -> None:
            if use == self._state.chosen:
                self._doubts = doubts
                self.sights.forget()
                self._read_detail()

        self.evidence.check(use, found)

    def toggle_pictures(self) -> None:
        """Show the pictures among the evidence, or hide them; they hide again on lock."""
        wanted = not self._state.pictures
        self._show(pictures=wanted)
        self.sights.show(wanted=wanted, detail=self._state.detail)

    def _doubted(self, found: dict[int, str]) -> None:
        if not found.items() <= self._doubts.items():
            self._doubts = {**self._doubts, **found}
            self._read_detail()

    def cancel(self) -> None:
        """Stop what runs, else what is read; the items of before stay."""
        if self._state.doing:
            self._running.cancel()
        elif self._state.reading:
            self._listing.forget()
            self._show(reading=False, stopped=True)

    def _logged(self, use: str) -> None:
        flags = ALL if self._state.flags == SETTLED else self._state.flags
        self._doubts, self._most = {}, A_PAGE
        self._state = replace(self._state, chosen=use, performer="", chosen_verdicts=frozenset(), words="", flags=flags)
        self._last, self._staying = use, True
        self.refresh()

    def _changed(self, _use: str) -> None:
        self.refresh()

    def _filter(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._most = A_PAGE
        self._read(stay=False)

    def _read(self, *, stay: bool) -> None:
        self._show(reading=True, stopped=False)
        state, most, lang, as_left = self._state, self._most, language(), not self._staying
        self._listing.read(
            lambda: listed(self._desk, state, most, lang, as_left=as_left),
            lambda found: self._take(found, stay=stay),
            self._lost,
        )

    def _take(self, found: Listed, *, stay: bool) -> None:
        before, self._rows, self._most = list(self._rows), found.rows, found.most
        stay, self._staying = stay and self._staying, True
        chosen = self._state.chosen
        if chosen not in found.rows and not (stay and chosen and self._there(chosen)):
            chosen = beside(chosen, before if stay else [], list(found.rows)) or ""
            self._doubts = {}
        self._show(
            items=found.items,
            found=found.found,
            total=found.total,
            counts=found.counts,
            more=found.more,
            held=found.held,
            several=found.several,
            chosen=chosen,
            reading=False,
        )
        self._read_detail()

    def _lost(self, why: Exception) -> None:
        self._show(reading=False)
        self._view.fail(why)

    def _there(self, use: str) -> bool:
        row = self._desk.registry.uses.get(use)
        return row is not None and row.corrected_by is None

    def _read_detail(self) -> None:
        use, lang, doubts = self._state.chosen, language(), self._doubts
        if not use:
            self._detailing.forget()
            self._take_detail(None)
            return

        def work() -> Detail | None:
            uses = self._desk.registry.uses
            here = uses.page([self._rows[use]]) if use in self._rows else []
            row = here[0] if here and here[0].use.id == use else uses.get(use)
            return None if row is None or row.corrected_by else detail_of(self._desk, row, lang, doubts)

        self._detailing.read(work, self._take_detail, self._view.fail)

    def _take_detail(self, detail: Detail | None) -> None:
        self._show(detail=detail)
        self.sights.follow(detail)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)


def _sorted(named: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(named.items(), key=lambda pair: pair[1].casefold()))
