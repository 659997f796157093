"""The letters that were written, newest first."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.errors import Refused
from likeness.registry.letters import LetterRow


def letters_written(desk: Desk, subject: str | None = None) -> list[LetterRow]:
    """Return every letter, or those about one use, due or licence."""
    return desk.registry.letters.all() if subject is None else desk.registry.letters.about(subject)


def the_letter(desk: Desk, letter: int) -> tuple[LetterRow, str]:
    """Return a letter and its words, though its file may be gone; raise Refused ("unknown-letter")."""
    row = desk.registry.letters.get(letter)
    if row is None:
        raise Refused("unknown-letter", key=str(letter))
    return row, desk.registry.letters.words(letter)
