"""Whose uses are listed, where there are several performers: everybody's, or those of one. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.kit.background.newest import Newest

MOST_OFFERED = 200  # names; who looks for another types a letter


class Whose:
    """`narrow` asks for the list again; the view is offered names."""

    def __init__(self, desk: Any, jobs: Any, view: Any, narrow: Callable[..., None]) -> None:
        self._desk, self._view, self._narrow = desk, view, narrow
        self._offers = Newest(jobs, view)

    def show(self, name: str) -> None:
        """Show the uses of one performer; those of everybody where there is no name."""
        self._narrow(performer=name)

    def offer(self, typed: str) -> None:
        """Offer the performers whose names have these letters."""
        names = self._desk.registry.performers.names
        self._offers.read(lambda: names(typed, MOST_OFFERED), self._view.offer, self._view.fail)
