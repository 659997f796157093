"""What the Earnings screen shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from likeness.values.order import Order

OPEN = frozenset({"due", "overdue"})
COLUMNS = ("state", "what", "performer", "company", "project", "on", "amount")
BY_DAY = Order("on")


@dataclass(frozen=True)
class About:
    """What a due is about: the title of its project, and the performer where there are several."""

    project: str = ""
    performer: str = ""


@dataclass(frozen=True)
class Cells:
    """One row of the table, ready to be painted; `late` is how to draw its day."""

    key: str
    state: str
    what: str
    performer: str
    company: str
    project: str
    on: str
    amount: str
    late: bool


@dataclass(frozen=True)
class Detail:
    """The due in the pane: what it is, why it is owed, and what can be said of it."""

    key: str
    kind: str
    state: str
    title: str
    about: str
    amount: str
    licence: str
    facts: tuple[tuple[str, str, str], ...]  # icon, label, value
    clause: str
    uses: tuple[str, ...]
    more_uses: int
    said: bool
    pays: bool
    sum_typed: str  # the sum as somebody would type it, empty where nobody knows it
    currency: str  # empty where it may be any
    today: date
    letters: tuple[str, ...] = ()  # kinds that fit, the one of the key first


@dataclass(frozen=True)
class EarningsState:
    """The whole screen; the filters are codes, empty for everything."""

    turn: int = 0  # counts how often the rows were read or filtered
    keys: tuple[str, ...] = ()
    total: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    companies: tuple[str, ...] = ()
    performers: tuple[str, ...] = ()  # empty where there is one alone
    chosen_states: frozenset[str] = OPEN
    kind: str = ""
    company: str = ""
    performer: str = ""
    words: str = ""
    order: Order = BY_DAY
    sums: str = ""  # what is open among the rows shown, a sum for each currency
    chosen: str = ""  # the row that is meant, before its detail has come
    detail: Detail | None = None
    doing: str = ""
    stopped: bool = False  # nobody waited for the reading; the rows are those of before
    whole: bool = True  # else only the newest licences were looked at

    @property
    def filtered(self) -> bool:
        """Tell whether rows may be hidden by a filter."""
        return bool(self.words or self.kind or self.company or self.performer or self.chosen_states)
