"""What the wizard shows, as one frozen value. The flow is data; the window only draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from likeness.acts.licences.unfinished import Typed
from likeness.licence.draft import FLOW
from likeness.licence.terms import Project, Terms
from likeness.paper.words.compare import Comparison
from likeness.paper.words.usual_words import Told
from ui.kit.words import tr

STEPS = FLOW
Run = tuple[str, str]  # a text and its mark (ui.kit.parts.prose)
Line = tuple[str, tuple[Run, ...]]  # a heading of the review, and what it says
Pair = tuple[str, str]
Problem = tuple[str, str]  # a field, and what is wrong with it


class Unread(NamedTuple):
    """A field of the open step, what was typed into it, and why that cannot be read."""

    field: str
    text: str
    why: str


def step_words() -> tuple[str, ...]:
    """Return the names of the steps."""
    return (
        tr("Who"),
        tr("Likeness"),
        tr("Project"),
        tr("Allowed uses"),
        tr("Fee"),
        tr("Limits"),
        tr("Review and sign"),
    )


@dataclass(frozen=True)
class Warn:
    """One warning: how grave, its words, and the words of its fix button, if one change heals it."""

    rule: str
    grave: bool
    title: str
    text: str
    fix: str


@dataclass(frozen=True)
class Usual:
    """The heading of the comparison, what it is made with, and the remarks by the heading of their line."""

    heading: str = ""
    basis: str = ""
    remarks: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class WizardState:
    """The whole flow."""

    terms: Terms
    step: int = 0
    reached: int = 0
    number: str = ""
    about: str = ""
    saved: str = ""
    plain: tuple[Run, ...] = ()
    warnings: tuple[Warn, ...] = ()
    healed: tuple[str, ...] = ()  # the titles of warnings that were open before
    review: tuple[Line, ...] = ()
    pages: int = 0  # of the full terms as a PDF; 0 is not counted yet
    usual: Usual = Usual()  # how the lines of the review compare with what the performer usually grants
    replaces: str = ""  # the number of the licence that this one amends
    changes: tuple[Comparison, ...] = ()  # what it changes of that one
    problems: tuple[Problem, ...] = ()
    went_on: bool = False  # with what was left before it was whole
    typed: tuple[Typed, ...] = ()  # what stood in its fields then and could not be read
    companies: tuple[Pair, ...] = ()
    projects: tuple[Project, ...] = ()  # those of earlier licences
    doubles: tuple[Pair, ...] = ()  # id, and what it is in words
    signer: str = ""
    busy: str = ""
    progress: tuple[int, int] = (0, 0)  # of the uses that are judged again by what is signed
    sign_problem: str = ""
    accept_word: str = ""  # the sentence to type while a grave warning is open
