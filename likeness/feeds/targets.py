"""What a column of a report can mean: the keys of a use and the line's own id (FORMAT section 6)."""

from __future__ import annotations

from likeness.values.codes import UNITS

LINE_ID = "line_id"
PLAIN = ("user", "project", "act", "purpose")
LISTS = ("likeness", "medium", "territory", "language")  # here `none` is an empty list: a missing fact
TAGS = ("modification", "content")  # here `none` says that there is none
WORDS = (*LISTS[:1], *PLAIN, *LISTS[1:], *TAGS)  # what value aliases may stand for
DATES = ("at", "made_at")
AGE = "age"
QUANTITY = "quantity."
COUNTS = (AGE, *(f"{QUANTITY}{unit}" for unit in UNITS.codes))
TARGETS = (LINE_ID, *WORDS, AGE, *DATES, *COUNTS[1:])
SEPARATOR = "|"
NONE = "none"


def target_of(heading: str, headings: tuple[str, ...]) -> str | None:
    """Return what a heading means by its name alone; `id` stands for `line_id` where there is no such column."""
    if heading == "id" and LINE_ID not in headings:
        return LINE_ID
    return heading if heading in TARGETS else None
