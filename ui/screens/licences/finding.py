"""Which licences the list shows, and in which order: the newest at once, all else off the window's thread. No Qt.

What is asked for anew overtakes what is still being looked for; the rows of before are shown until then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from likeness.acts.dues.near_dues import owing_by_use
from likeness.registry.find_licences import NEWEST
from ui.kit.background.newest import Newest
from ui.screens.licences.across import Kinds
from ui.screens.licences.state import LicencesState

MOST_OFFERED = 200  # of what a licence can be narrowed by: who has more types a letter of it
Ids = tuple[int, ...]
Offers = list[tuple[str, str]]


class Finding:
    """Asks the registry, for `view`."""

    def __init__(self, desk: Any, jobs: Any, view: Any, kinds: Kinds) -> None:
        self._desk, self._view, self._kinds = desk, view, kinds
        self._rows, self._counts, self._offers = (Newest(jobs, view) for _ in range(3))

    def find(self, state: LicencesState, take: Callable[[Ids], None], fail: Callable[[Exception], None]) -> None:
        """Find the rows of what is asked for."""
        self._rows.forget()
        if state.narrowed or state.order != NEWEST:
            self._rows.read(lambda: self._found(state), take, fail)
        else:
            take(self._found(state))

    def _found(self, state: LicencesState) -> Ids:
        narrow, sorted_by_kind = state.narrow, state.order.column == "likeness"
        return tuple(
            self._desk.registry.licences.find(
                self._desk.clock.now(),
                states=sorted(state.chosen_states),
                words=state.words,
                narrow=narrow,
                by_use=owing_by_use(self._desk.desk) if narrow.owing else (),
                order=state.order,
                called=self._kinds.called() if sorted_by_kind else {},
            )
        )

    def stop(self) -> None:
        """Let end what is still being looked for."""
        self._rows.forget()

    def count(self, take: Callable[[dict[str, int], bool], None]) -> None:
        """Count the licences in each state, which looks at all, and see whether there are several performers."""
        registry, now = self._desk.registry, self._desk.clock.now()
        counted = lambda: (registry.licences.counts(now), registry.performers.several())
        self._counts.read(counted, lambda found: take(*found), self._view.fail)

    def offer(self, code: str, typed: str, take: Callable[[Offers], None]) -> None:
        """Read what occurs in the licences and has these letters, by name."""
        licences = self._desk.registry.licences
        self._offers.read(lambda: licences.occurring(code, typed, MOST_OFFERED), take, self._view.fail)
