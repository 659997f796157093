"""What an amendment changes, term by term, in words: the licence as it stands beside the licence as it would be."""

from __future__ import annotations

from dataclasses import dataclass

from likeness.licence.terms import Terms
from likeness.paper.sheets.licence_sheet import rows_of
from likeness.paper.wording import say
from likeness.paper.words.parts import Titles


@dataclass(frozen=True)
class Amended:
    """One term that changes: its name, what is agreed today, and what would be."""

    label: str
    before: str
    after: str


def changes(language: str, old: Terms, new: Terms, titles: Titles) -> list[Amended]:
    """Return the terms that differ, in the order of the terms table; what was not said, or is not any more, says so."""
    nothing = say(language, "cell", "unsaid")
    before, after = dict(rows_of(language, old, titles)), dict(rows_of(language, new, titles))
    labels = list(dict.fromkeys((*before, *after)))
    return [
        Amended(label, before.get(label, nothing), after.get(label, nothing))
        for label in labels
        if before.get(label) != after.get(label)
    ]
