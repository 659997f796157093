"""What the Uses screen shows, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from likeness.acts.uses.see_evidence import Sight
from likeness.paper.words.compare import Comparison

OPEN, SETTLED, ALL = "open", "settled", "all"  # which flags the list shows


@dataclass(frozen=True)
class Item:
    """One row of the list; a heading has words alone. `flag` is the code of where its flag stands, empty for none."""

    id: str
    title: str
    second: str = ""
    state: str = ""
    flag: str = ""


@dataclass(frozen=True)
class StepLine:
    """One step of a flag: its code, the day, and what was noted."""

    code: str
    day: str
    note: str = ""


@dataclass(frozen=True)
class EvidenceLine:
    """One file that shows a use; `state` says what is wrong with it after a check, empty where nothing is."""

    id: int
    name: str
    about: str
    print: str
    spoken: str
    state: str = ""


@dataclass(frozen=True)
class Remark:
    """What a rule says of a use, and where it stands."""

    text: str
    source: str


@dataclass(frozen=True)
class Detail:
    """The use in the pane."""

    id: str
    verdict: str
    title: str
    about: str
    banner: str
    licence: str
    rows: tuple[Comparison, ...]
    why: tuple[str, ...]
    remedies: tuple[str, ...]
    duties: tuple[str, ...]
    history: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()
    flag: str = ""
    steps: tuple[StepLine, ...] = ()
    amendments: tuple[str, ...] = ()
    keeps_evidence: bool = False
    evidence: tuple[EvidenceLine, ...] = ()
    by_hand: bool = False
    letters: tuple[str, ...] = ()
    hers: bool = True  # the performer's own registry: "You allowed", not "The licence allowed"


@dataclass(frozen=True)
class UsesState:
    """The whole screen."""

    items: tuple[Item, ...] = ()
    found: str = ""
    total: int = 0
    counts: tuple[tuple[str, int], ...] = ()
    chosen_verdicts: frozenset[str] = frozenset({"OUT_OF_SCOPE", "NEEDS_REVIEW"})
    flags: str = OPEN
    performer: str = ""  # whose uses are shown, by name; empty is everybody's
    several: bool = False  # uses of several performers may stand here
    words: str = ""
    more: bool = False
    reading: bool = False  # the items are those of before, until what is asked for is read
    stopped: bool = False  # nobody waited for that
    chosen: str = ""
    detail: Detail | None = None
    pictures: bool = False
    sights: Mapping[int, Sight] = field(default_factory=dict)  # what there is to be seen of the evidence, by number
    held: str = ""
    doing: str = ""
    progress: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class HeldPair:
    """A row that says something else than an earlier one, beside it; `rows` that differ come first."""

    id: int
    title: str
    about: str
    rows: tuple[Comparison, ...]
    earlier_there: bool
    others: bool = False  # whether more rows wait


@dataclass(frozen=True)
class ReportLine:
    """One imported report."""

    id: int
    name: str
    about: str
    counts: str
    spoken: str


@dataclass(frozen=True)
class Choices:
    """What the form to log a use offers: (code, words) each."""

    companies: tuple[tuple[str, str], ...]
    likenesses: tuple[tuple[str, str], ...]
    projects: tuple[tuple[str, str], ...]
