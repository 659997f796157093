"""What the Overview shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MOST_ROWS = 6


@dataclass(frozen=True)
class Row:
    """One thing that waits: its words, its one action, and where that leads."""

    kind: str
    icon: str
    hue: str
    first: str
    second: str
    action: str
    screen: str
    key: str

    @property
    def spoken(self) -> str:
        """Return the whole row as a sentence for screen readers."""
        return f"{self.first}. {self.second}. {self.action}."


@dataclass(frozen=True)
class Line:
    """A project's earnings: its name, the sum, and its share of the largest."""

    title: str
    amount: str
    share: float
    hue: str = "accent"


@dataclass(frozen=True)
class Income:
    """What came in this year in one currency."""

    total: str
    parts: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Bar:
    """A licence on the timeline: the days in which something may be made, and until when finished work is shown.

    `last` None is no end; `shown_until` None is nothing more than the bar, `shown_on` that showing has no end.
    """

    number: str
    look: str  # in-force, soon, offered, suspended, ended
    first: date
    last: date | None
    shown_until: date | None
    shown_on: bool
    words: str
    spoken: str
    cells: tuple[str, str, str, str, str, str, str]  # state, performer, project, company, made from, until, shown until

    @property
    def performer(self) -> str:
        """Return whose licence it is; empty where there is one performer alone."""
        return self.cells[1]


@dataclass(frozen=True)
class Lane:
    """All licences of one project for one company, and of one performer where there are several: `who` they are."""

    title: str
    who: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class OverviewState:
    """The whole screen; `read` is False until it was read once."""

    today: date
    day: str
    read: bool = False
    rows: tuple[Row, ...] = ()
    all_rows: bool = False
    year: int = 0
    incomes: tuple[Income, ...] = ()
    unknown: str = ""
    open: str = ""
    whole: bool = True
    lanes: tuple[Lane, ...] = ()
    more_licences: bool = False
    doing: str = ""

    @property
    def shown(self) -> tuple[Row, ...]:
        """Return the rows that are drawn."""
        return self.rows if self.all_rows else self.rows[:MOST_ROWS]
