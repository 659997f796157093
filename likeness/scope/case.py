"""What one reading looks at, and what it says: a licence beside a use, and each term kept, broken or missing a fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from likeness.scope.cells import NEWEST_TABLE
from likeness.scope.event import History
from likeness.scope.grant import Double, Grant
from likeness.scope.use import Use
from likeness.values.codes import MAKING, SHOW
from likeness.values.days import day_in


class State(Enum):
    """What a term says of a use."""

    KEPT = "kept"
    BROKEN = "broken"
    MISSING = "missing"


KEPT, BROKEN, MISSING = State.KEPT, State.BROKEN, State.MISSING


@dataclass(frozen=True)
class Case:
    """Everything one reading looks at: a licence with its history, a use, and where a likeness comes from."""

    grant: Grant
    history: History
    use: Use
    doubles: dict[str, Double]

    @property
    def making(self) -> bool:
        """Whether the use states a known making act."""
        return self.use.act in MAKING

    @property
    def showing(self) -> bool:
        """Whether the use shows finished work."""
        return self.use.act == SHOW

    @property
    def day(self) -> date:
        """The day of the use in the licence's zone; the newest table where it has none."""
        return NEWEST_TABLE if self.use.at is None else day_in(self.use.at, self.grant.zone)


@dataclass(frozen=True)
class Reading:
    """The terms that are broken and those that miss a fact."""

    broken: frozenset[str]
    missing: frozenset[str]

    @property
    def kept(self) -> bool:
        """Whether nothing is broken or missing."""
        return not self.broken and not self.missing

    def plus(self, term: str, state: State) -> Reading:
        """Return this reading with one more term."""
        return Reading(
            self.broken | {term} if state is BROKEN else self.broken,
            self.missing | {term} if state is MISSING else self.missing,
        )


def kept_if(answer: bool) -> State:
    """Return kept for yes and broken for no."""
    return KEPT if answer else BROKEN


def worst(states: Iterable[State]) -> State:
    """Return broken if one is broken, else missing if one is, else kept."""
    found = set(states)
    return BROKEN if BROKEN in found else MISSING if MISSING in found else KEPT


def gather(states: Iterable[tuple[str, State]]) -> Reading:
    """Return the reading of several terms."""
    found = list(states)
    return Reading(
        frozenset(term for term, state in found if state is BROKEN),
        frozenset(term for term, state in found if state is MISSING),
    )
