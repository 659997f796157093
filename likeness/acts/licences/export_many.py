"""Exporting many licences: all that are signed, or those of a year; each as `export_licence` writes it.

- One that cannot be exported is told with its reason and stops no other; Cancel keeps what was written whole.
- The log is hashed and its checkpoint signed once for all, so that the last licence costs what the first did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from likeness.acts.desk import Desk
from likeness.acts.licences.export_licence import export_licence, log_now
from likeness.acts.licences.paper_wishes import PLAIN, Wishes
from likeness.errors import LikenessError
from likeness.registry.licence_row import STATES
from likeness.values.outcome import Outcome

_AT_ONCE = 500
_EVERY = 10_000_000


@dataclass(frozen=True)
class Exported:
    """The files written, by the order of the numbers; what failed and why; whether somebody pressed Cancel."""

    files: tuple[Path, ...]
    licences: int
    failed: tuple[tuple[str, LikenessError], ...]
    cancelled: bool = False


def export_many(
    desk: Desk,
    folder: Path,
    language: str = "en",
    *,
    year: int | None = None,
    wishes: Wishes = PLAIN,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Outcome[Exported]:
    """Write the files of every signed licence, or of those numbered in `year`, into a folder."""
    files: list[Path] = []
    failed: list[tuple[str, LikenessError]] = []
    numbers = sorted(_signed(desk, year))
    log = log_now(desk) if numbers else None
    for done, number in enumerate(numbers):
        if cancelled is not None and cancelled():
            return Outcome(Exported(tuple(files), done - len(failed), tuple(failed), cancelled=True))
        if progress is not None:
            progress(done, len(numbers))
        try:
            files += export_licence(desk, number, folder, language, None, wishes, log).value
        except LikenessError as fault:
            failed.append((number, fault))
    if progress is not None:
        progress(len(numbers), len(numbers))
    return Outcome(Exported(tuple(files), len(numbers) - len(failed), tuple(failed)))


def years_of(desk: Desk) -> list[int]:
    """Return the years in which licences were numbered, the newest first."""
    return desk.registry.licences.years()


def _signed(desk: Desk, year: int | None) -> Iterator[str]:
    """Yield the numbers of the signed licences, read a page at a time."""
    now, licences = desk.now(), desk.registry.licences
    rows = licences.find(now, states=STATES[1:], most=_EVERY)
    for start in range(0, len(rows), _AT_ONCE):
        for row in licences.page(rows[start : start + _AT_ONCE], now):
            if year is None or row.number.startswith(f"{year:04}-"):
                yield row.number
