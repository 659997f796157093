"""The letters that were written, newest first."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.dues.read_dues import the_due
from likeness.errors import Refused
from likeness.registry.letters import LetterRow


def letters_written(desk: Desk, subject: str | None = None) -> list[LetterRow]:
    """Return every letter, or those about one use, due or licence."""
    return desk.registry.letters.all() if subject is None else desk.registry.letters.about(subject)


def letters_about(desk: Desk, subject: str) -> list[LetterRow]:
    """Return the letters about a use, due or licence, of what was taken back since, too.

    Raises Refused ("unknown-subject") where there is nothing of that name.
    """
    found, registry = desk.registry.letters.about(subject), desk.registry
    if found or registry.licences.get(subject, desk.now()) is not None or registry.uses.get(subject) is not None:
        return found
    try:
        the_due(desk, subject)
    except Refused:
        raise Refused("unknown-subject", key=subject) from None
    return found


def the_letter(desk: Desk, letter: int) -> tuple[LetterRow, str]:
    """Return a letter and its words, though its file may be gone; raise Refused ("unknown-letter")."""
    row = desk.registry.letters.get(letter)
    if row is None:
        raise Refused("unknown-letter", key=str(letter))
    return row, desk.registry.letters.words(letter)
