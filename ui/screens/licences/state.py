"""What the Licences screen shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from likeness.paper.words.compare import Comparison
from likeness.registry.find_licences import EVERY, NEWEST, Narrow
from likeness.values.order import Order
from ui.screens.licences.narrowing import Filter, filters_of

Run = tuple[str, str]  # words and mark: "", "fact", "risk"


@dataclass(frozen=True)
class Cells:
    """One row of the table, ready to be painted."""

    state: str
    number: str
    performer: str  # empty where all licences are about the same one
    project: str
    company: str
    likeness: str
    ends: str
    fee: str
    soon: bool


@dataclass(frozen=True)
class Used:
    """How much of a limit is used: "31 of 40 lines" and the share."""

    words: str
    share: float


@dataclass(frozen=True)
class Usage:
    """What is used of a licence, and how many uses go beyond it (empty where none does)."""

    number: str
    used: tuple[Used, ...]
    beyond: str


@dataclass(frozen=True)
class Detail:
    """The licence in the pane."""

    number: str
    state: str
    own: bool
    title: str
    about: str
    plain: tuple[Run, ...]
    may_not: tuple[str, ...]
    facts: tuple[tuple[str, str, str], ...]  # icon, label, value
    company: str
    likeness: str
    performer: str
    ending: tuple[str, ...]  # what withdrawing it would mean: when it ends, and what becomes of works made before
    notice: bool = False  # a signed notice is there to be handed out
    replaces: str = ""  # the number of the licence that this one amends, where that one is here
    bears: str = ""  # the owner's name, where the licence is for another one
    changes: tuple[Comparison, ...] = ()  # what it changes of that one, term by term
    used: tuple[Used, ...] = ()  # read after the rest, as `Usage`
    beyond: str = ""

    def but_usage(self) -> Detail:
        """Return it without what is used of it."""
        return replace(self, used=(), beyond="")


@dataclass(frozen=True)
class Other:
    """Whose key stands on the other side of a licence: how it is known here (`self`, `unknown`...), in a sentence."""

    number: str
    trust: str
    words: str
    speaks: bool = False  # the owner speaks for this licence, though it was signed elsewhere


@dataclass(frozen=True)
class LicencesState:
    """The whole screen."""

    turn: int = 0  # counts how often the rows were read
    ids: tuple[int, ...] = ()
    total: int = 0
    several: bool = False  # licences of several performers stand here: each says whose it is
    counts: tuple[tuple[str, int], ...] = ()
    chosen_states: frozenset[str] = frozenset()
    words: str = ""
    narrow: Narrow = EVERY
    likeness: str = ""  # what the likeness is called that it is narrowed to
    order: Order = NEWEST
    finding: bool = False  # the rows are those of before, until what is asked for is found
    stopped: bool = False  # nobody waited for that
    chosen: int | None = None  # the row that is meant
    detail: Detail | None = None
    other: Other | None = None  # of the licence in the pane, once it is read
    doing: str = ""  # what runs at the moment
    can_stop: bool = False
    progress: tuple[int, int] = (0, 0)

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The filters in force, in words."""
        return filters_of(self.narrow, self.likeness)

    @property
    def narrowed(self) -> bool:
        """Tell whether licences are left out by more than words."""
        return bool(self.chosen_states) or self.narrow != EVERY

    @property
    def filtered(self) -> bool:
        """Tell whether licences are left out."""
        return bool(self.words) or self.narrowed
