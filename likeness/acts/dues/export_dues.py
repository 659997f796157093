"""What is owed as a table for other programs: days as ISO dates, sums as plain numbers with their currency beside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.whose import performers_of_dues
from likeness.licence.dues.due import Due
from likeness.paper.tables import write_table
from likeness.paper.wording import word
from likeness.paper.words import due_words
from likeness.values.outcome import Outcome

_COLUMNS = ("due-on", "state", "what", "performer", "company", "licence", "sum", "currency", "said-on", "note", "key")


def export_dues(desk: Desk, path: Path, dues: Sequence[Due], language: str = "en") -> Outcome[int]:
    """Write these dues as CSV or XLSX, in their order; returns how many."""
    heading = [word(language, "due-column", column) for column in _COLUMNS]
    whose = performers_of_dues(desk.registry, dues)
    write_table(path, heading, (_row(due, whose[due.key], language) for due in dues))
    return Outcome(len(dues))


def _row(due: Due, performer: str, language: str) -> list[str]:
    said = due.said
    return [
        due.on.isoformat() if due.on else "",
        due_words.state(language, due),
        due_words.about(language, due),
        performer,
        due.company,
        due.licence,
        f"{due.money.amount():f}" if due.money else "",
        due.money.currency if due.money else "",
        said.on.isoformat() if said else "",
        (said.note or "") if said else "",
        due.key,
    ]
