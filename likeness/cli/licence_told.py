"""What became of a licence, in the reader's words: drafted, signed, in force."""

from __future__ import annotations

from likeness.paper.wording import say, word
from likeness.registry.licence_row import LicenceRow


def told(language: str, code: str, row: LicenceRow, **fill: str) -> str:
    """Return the sentence of a code about a licence and the state it is in."""
    state = word(language, "state", row.state).lower()
    return say(language, "licence-told", code, number=row.number, state=state, **fill)
