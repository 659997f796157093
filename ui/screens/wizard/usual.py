"""What the performer usually grants: read off the window's thread once the review is open, compared as it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from likeness.acts.desk import Desk
from likeness.acts.licences import read_usual
from likeness.licence.terms import Terms
from likeness.licence.usual.compared import compared
from likeness.paper.words.usual_words import Among, remark
from ui.kit.background.newest import Newest
from ui.kit.words import tr, tr_n
from ui.screens.wizard.review_words import headings
from ui.screens.wizard.state import Usual

_Whose = tuple[str, tuple[str, ...]]


class UsualTerms:
    """Of the performer of a draft; `then` is called without anything once they were read."""

    def __init__(self, desk: Desk, jobs: Any, view: Any, then: Callable[[], None]) -> None:
        self._desk, self._reading, self._then, self._view = desk, Newest(jobs, view), then, view
        self._asked: _Whose | None = None  # whose were asked for last
        self._found = read_usual.Usual()

    def read(self, terms: Terms) -> None:
        """Ask for what the performer of these terms usually grants, unless it was asked for already."""
        if (whose := _whose(terms)) == self._asked:
            return
        self._asked, self._found = whose, read_usual.Usual()
        self._reading.read(lambda: read_usual.read_usual(self._desk, *whose), self._take, self._view.fail)

    def _take(self, found: read_usual.Usual) -> None:
        self._found = found
        self._then()

    def beside(self, terms: Terms, named: dict[str, str], lang: str) -> Usual:
        """Return the remarks by the heading of their line; nothing where nothing was read, or there is nothing."""
        earlier = self._found.terms
        if not earlier or _whose(terms) != self._asked:
            return Usual()
        among, lines = Among(len(earlier), self._found.whole, named), headings()
        remarks = {
            lines[line]: tuple(remark(lang, one, among) for one in found)
            for line, found in compared(terms, earlier).items()
        }
        return Usual(_heading(terms), _basis(len(earlier), whole=among.whole), remarks)


def _whose(terms: Terms) -> _Whose:
    return terms.performer.id, terms.likenesses


def _heading(terms: Terms) -> str:
    if terms.grantor.capacity == "performer":
        return tr("Compared with your usual")
    return tr("Compared with what {name} usually grants", name=terms.performer.name)


def _basis(count: int, *, whole: bool) -> str:
    """Return which licences it is compared with."""
    if not whole:
        return tr("With the newest {n} signed licences that are or were in force.", n=count)
    return tr_n("With {n} signed licence that is or was in force.",
                "With {n} signed licences that are or were in force.", n=count)  # fmt: skip
