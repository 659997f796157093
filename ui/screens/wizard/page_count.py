"""How many pages the full terms are: counted from the page of the draft, set off the window's thread. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from likeness.acts.desk import Desk
from likeness.acts.licences.print_draft import count_pages
from likeness.errors import LikenessError
from likeness.licence.terms import Terms
from ui.kit.background.newest import Newest
from ui.kit.words import language

_Asked = tuple[str, Terms]


class PageCount:
    """Of a draft as it is kept; `then` is called without anything once its pages were counted."""

    def __init__(self, desk: Desk, jobs: Any, view: Any, then: Callable[[], None]) -> None:
        self._desk, self._reading, self._then, self._view = desk, Newest(jobs, view), then, view
        self._asked: _Asked | None = None  # of which draft, kept with which terms
        self._found = 0

    def count(self, number: str, terms: Terms) -> None:
        """Count the pages of a draft that is kept with these terms, unless that was asked for already."""
        if (asked := (number, terms)) == self._asked:
            return
        self._asked, self._found = asked, 0
        lang = language()
        self._reading.read(lambda: count_pages(self._desk, number, lang), self._take, self._not_set)

    def of(self, number: str, terms: Terms) -> int:
        """Return how many pages a draft with these terms has; 0 where that is not known."""
        return self._found if (number, terms) == self._asked else 0

    def _take(self, pages: int) -> None:
        self._found = pages
        self._then()

    def _not_set(self, why: Exception) -> None:
        """Say nothing where the page cannot be set: why not is told to whoever asks for it."""
        if not isinstance(why, LikenessError):
            self._view.fail(why)
