"""What the Verify screen shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from ui.kit.look.looks import ANSWER_LOOKS as LOOKS

__all__ = ["LOOKS", "Answer", "Before", "Form", "Item", "Planned", "Run", "VerifyState"]

Run = tuple[str, str]  # words and mark: "", "fact", "risk"
Pairs = tuple[tuple[str, str], ...]  # code and words


@dataclass(frozen=True)
class Answer:
    """One check in full."""

    answer: str
    title: str
    reason: str
    steps: tuple[tuple[str, str], ...]  # result and sentence, in their order
    rely: tuple[str, ...]
    sure: bool  # whether `rely` names anything
    not_told: tuple[str, ...]
    plain: tuple[Run, ...] = ()
    may: tuple[str, ...] = ()
    may_not: tuple[str, ...] = ()
    terms: Pairs = ()  # term and what is agreed
    signer: str = ""  # the name as signed, where nobody here knows the key
    digits: str = ""  # the key's six groups of five digits, shown only when asked for
    can_plan: bool = False
    other_statement: bool = False  # one of ours, but no licence: a card, a list, a notice


@dataclass(frozen=True)
class Item:
    """One line of several checks: where it came from, and its answer."""

    answer: str
    file: str
    title: str
    signer: str
    words: str


@dataclass(frozen=True)
class Before:
    """A line of "Checked before", kept in this registry; `path` is empty for what was pasted or shown to a camera."""

    answer: str
    title: str
    signer: str
    words: str
    on: str
    path: str


@dataclass(frozen=True)
class Form:
    """What may be asked about a planned use of the licence that is shown: what it grants stands first."""

    likenesses: Pairs
    acts: Pairs
    changes: Pairs
    purposes: Pairs
    media: Pairs
    contents: Pairs  # what the licence rules out
    units: Pairs  # the units it limits, with their names
    ages: bool  # the licence says how old she may look
    project: str


@dataclass(frozen=True)
class Planned:
    """The verdict on a planned use."""

    verdict: str
    title: str
    why: tuple[str, ...]
    open: tuple[str, ...]  # the terms about which nothing was decided yet
    remedies: tuple[str, ...]
    duties: tuple[str, ...]


@dataclass(frozen=True)
class VerifyState:
    """The whole screen: nothing checked, several checks in a list, or one of them (`at`) in full."""

    items: tuple[Item, ...] = ()
    at: int | None = None
    shown: Answer | None = None
    form: Form | None = None
    planned: Planned | None = None
    before: tuple[Before, ...] = ()
    doing: str = ""

    @property
    def several(self) -> bool:
        """Tell whether there is a list to go back to."""
        return len(self.items) > 1
