"""What the letter dialog shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from likeness.paper.letters.letter_facts import Added


@dataclass(frozen=True)
class Start:
    """What the form begins with: proposals, and which fields this kind of letter has."""

    kind: str
    about: str
    added: Added
    today: date
    company: str
    asks_sum: bool
    currency: str  # of the sum, where the licence says one
    fields: frozenset[str]


@dataclass(frozen=True)
class LetterState:
    """The letter as it stands: the page, the same as text; or what is still missing, and the field that has it."""

    language: str = "en"
    pdf: bytes = b""
    text: str = ""
    problem: str = ""
    field: str = ""
    busy: bool = False

    @property
    def ready(self) -> bool:
        """Tell whether there is a page to be saved or printed."""
        return bool(self.pdf)
