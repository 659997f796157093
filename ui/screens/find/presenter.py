"""Quick find: what is typed is looked for on the read lane; what can be done is looked through at once. Plain Python.

- Every key stroke asks anew and forgets what was asked before: an older answer is never shown.
- What a change made old is read again the next time; what takes long to read is not waited for.
- Enter before the answer is there opens the first row of the answer, never a row of an older one.
- Nothing is done here: a row leads to a thing on its own screen, or names a deed that the shell knows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

from ui.kit.background.newest import Newest
from ui.kit.fields.matching import holds, nearest, words_in
from ui.kit.words import language, tr
from ui.screens.find.names import Known, read_here, read_people
from ui.screens.find.reading import read_things
from ui.screens.find.recent import Opened, recent_rows
from ui.screens.find.state import DO, DOUBLES, LICENCES, MOST_DONE, PEOPLE, FindState, Offer, Row, Target


class View(Protocol):
    """Whoever draws it."""

    def draw(self, state: FindState) -> None: ...
    def lead(self, target: Target) -> None: ...
    def fail(self, why: Exception) -> None: ...


class FindPresenter:
    """Keeps the state and draws it again after every answer."""

    def __init__(self, office: Any, jobs: Any, view: View, offered: frozenset[str], offers: tuple[Offer, ...],
                 known: Known | None = None, recent: tuple[Opened, ...] = ()) -> None:  # fmt: skip
        """`offered` are the screens of this owner, `offers` what can be done now, `known` names read before.

        `recent` is what was opened last.
        """
        self._office, self._jobs, self._view = office, jobs, view
        self._offered, self._offers = offered, offers
        self._state = FindState()
        self._known, self._recent = known or Known(), recent
        self._before = tuple(map(_row, offers))  # the rows before a word is typed
        self._asked = ""  # the words that were typed last; the state holds those of the last answer
        self._finding = Newest(jobs, view)
        self._reading = Newest(jobs, view)  # what was opened last
        self._wanted = False  # Enter was pressed before the answer came

    def refresh(self) -> None:
        """Show what can be done, and read what was opened last and the names of the registry."""
        self._show(words="", rows=self._before, nearest="")
        office, offered, lang = self._office, self._offered, language()
        self._read_recent()
        if not self._known.here:
            self._read(lambda: read_here(office, offered), self._known.take_here)
        if not self._known.there and PEOPLE in offered:
            self._read(lambda: read_people(office, lang), self._known.take_people)

    def _read(self, read: Callable[[], Any], take: Callable[[Any], None]) -> None:
        def done(found: Any) -> None:
            take(found)
            self._read_recent()
            if words_in(self._asked):
                self._ask()  # names count, too

        self._jobs.submit("read", self._view, lambda _job: read(), done, self._view.fail)

    def _read_recent(self) -> None:
        if not self._recent:
            return
        office, recent, offered, known, lang = self._office, self._recent, self._offered, self._known, language()

        def done(rows: tuple[Row, ...]) -> None:
            self._before = (*rows, *map(_row, self._offers))
            if not words_in(self._asked):
                self._show(rows=self._before)

        # One that was begun before knows fewer names, and may come home after this one.
        self._reading.read(lambda: recent_rows(office, recent, offered, known, lang), done, self._view.fail)

    def search(self, words: str) -> None:
        """Look for the words; without any, show what was opened last and what can be done."""
        words = " ".join(words.split())
        if words == self._asked:
            return
        self._asked, self._wanted = words, False
        self._finding.forget()
        if not words_in(words):
            self._show(words=words, rows=self._before, nearest="")
        else:
            self._ask()

    def _ask(self) -> None:
        words, lang, known = self._asked, language(), self._known

        def read() -> FindState:
            things = read_things(self._office, self._offered, known, words, lang)
            rows = (*things, *self._deeds(words_in(words), things))
            said = (*known.words, *(offer.words for offer in self._offers)) if not rows else ()
            return FindState(words, rows, nearest(words, said))

        self._finding.read(read, self._take, self._view.fail)

    def _take(self, found: FindState) -> None:
        if found.words != self._asked:
            return
        self._state = found
        self._view.draw(found)
        if self._wanted and found.rows:
            self._view.lead(found.rows[0].target)
        self._wanted = False

    def _deeds(self, typed: tuple[str, ...], rows: tuple[Row, ...]) -> list[Row]:
        """Return what can be done and bears the words: those that begin with them first, a few of each group."""
        found = [one for one in self._offers if holds(f"{one.words} {one.about}", typed)]
        found.sort(key=lambda one: not words_in(one.words)[0].startswith(typed[0]))
        deeds = [_row(one) for one in found]
        double = next((row for row in rows if row.group == DOUBLES and row.target.key), None)
        if double is not None and LICENCES in self._offered:
            target = Target(key=double.target.key, code="licence-for")
            deeds.insert(0, Row(DO, "plus", tr("New licence for {likeness}", likeness=double.words), "", target))
        groups = dict.fromkeys(offer.group for offer in self._offers)
        return [row for group in groups for row in [one for one in deeds if one.group == group][:MOST_DONE]]

    def enter(self, row: Row | None) -> None:
        """Open the chosen row, or the first of an answer that is still on its way."""
        if self._asked != self._state.words:
            self._wanted = True
        elif row is not None:
            self._view.lead(row.target)

    def _show(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._view.draw(self._state)


def _row(offer: Offer) -> Row:
    return Row(
        offer.group, offer.icon, offer.words, offer.about or offer.beside, Target(code=offer.code), keys=offer.keys
    )
