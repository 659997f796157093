"""Checking files: does each still lie where it did, with the fingerprint it had?"""

from __future__ import annotations

from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.doubles.record_double import Cancelled, Progress
from likeness.errors import Refused, Unreadable
from likeness.media.fingerprint import fingerprint
from likeness.registry.doubles import CHANGED, MATCHES, MISSING, DoubleRow, FileRow
from likeness.values.outcome import Change, Outcome


def check_doubles(
    desk: Desk, double: str | None = None, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[list[DoubleRow]]:
    """Look at every file of one likeness, or of all; records and returns what was found."""
    now = desk.now()
    rows = _rows(desk, double)
    if double is not None and not rows:
        raise Refused("unknown-likeness", key=double)
    seen = [(row, file, _look(file, progress, cancelled)) for row in rows for file in row.files]
    with desk.registry.transaction():
        for row, file, state in seen:
            desk.registry.doubles.saw_file(row.id, file.path, state, now)
    return Outcome(_rows(desk, double), frozenset({Change.DOUBLES}))


def _rows(desk: Desk, double: str | None) -> list[DoubleRow]:
    doubles = desk.registry.doubles
    return doubles.all() if double is None else doubles.some([double])


def _look(file: FileRow, progress: Progress | None, cancelled: Cancelled | None) -> str:
    try:
        size, print_ = fingerprint(Path(file.path), progress, cancelled)
    except Unreadable:
        return MISSING
    return MATCHES if (size, print_) == (file.size, file.sha256) else CHANGED
