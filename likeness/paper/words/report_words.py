"""The words of an imported report: that no row of it is lost, and what is held; one and many in both languages."""

from __future__ import annotations

from likeness.paper.names import many
from likeness.paper.wording import say


def kept(language: str, *, rows: int, decided: int, rejected: int, duplicates: int) -> str:
    """Return what became of the rows: 3 rows: 1 decided, 1 not readable, 1 seen before."""
    counts = {"rows": rows, "decided": decided, "rejected": rejected, "duplicates": duplicates}
    return say(language, "report", "kept", **{name: many(language, "report", name, n) for name, n in counts.items()})


def conflicting(language: str, number: int, answered: int) -> list[str]:
    """Return that rows seen before say something else now: those that are held, and those that were answered."""
    counts = {"conflicting": number - answered, "answered": answered}
    return [many(language, "report", name, count) for name, count in counts.items() if count]
