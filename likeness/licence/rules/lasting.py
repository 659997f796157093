"""Conditions on how long a licence runs.

A window of n years from its first day ends at the latest on the day before the same day n years later (NO FAKES,
R60: ten years less a day). No end is longer than any number of years.
"""

from __future__ import annotations

from datetime import date, timedelta

from likeness.licence.rules.drafted import Drafted
from likeness.licence.terms import Terms
from likeness.values.days import Span, months_after


def endless(case: Drafted, wanted: bool) -> bool:
    """Making or showing has no last day."""
    return (case.terms.last_day is None) == wanted


def shown(case: Drafted, wanted: bool) -> bool:
    """There is a window for showing."""
    return (case.terms.exploit is not None) == wanted


def out_of_step(case: Drafted, wanted: str) -> bool:
    """Two ends contradict each other: one of OUT_OF_STEP, by which of them comes too early."""
    return OUT_OF_STEP[wanted](case.terms)


def making_longer_than_years(case: Drafted, years: int) -> bool:
    return _longer(case.terms.create, years)


def showing_longer_than_years(case: Drafted, years: int) -> bool:
    return case.terms.exploit is not None and _longer(case.terms.exploit, years)


def making_past_birthday(case: Drafted, age: int) -> bool:
    """Something may still be made on the performer's birthday of that age, or later; her day of birth is known."""
    born = case.terms.performer.born
    return born is not None and last_of_making(case.terms) >= birthday(born, age)


def birthday(born: date, age: int) -> date:
    """Return the birthday of an age; who is born on 29 February has it on 28 February in other years."""
    return date.max if born.year + age > date.max.year else months_after(born, 12 * age)


def _shown_before_made(terms: Terms) -> bool:
    """Showing ends before making begins."""
    return terms.exploit is not None and terms.exploit.last is not None and terms.exploit.last < terms.create.first


def _made_after_shown(terms: Terms) -> bool:
    """Showing ends while something may still be made; making without an end is told on its own."""
    ends = terms.exploit.last if terms.exploit else None
    return ends is not None and terms.create.last is not None and terms.create.first <= ends < terms.create.last


def _deleted_while_made(terms: Terms) -> bool:
    """Copies go before the last day of making. Showing may go on without them: what was made is there."""
    return terms.delete_by is not None and terms.create.last is not None and terms.delete_by < terms.create.last


OUT_OF_STEP = {
    "shown-before-made": _shown_before_made,
    "made-after-shown": _made_after_shown,
    "deleted-while-made": _deleted_while_made,
}


def last_of_making(terms: Terms) -> date:
    """Return the last day on which something may be made; the calendar's own where there is none."""
    return terms.create.last or date.max


def _longer(window: Span, years: int) -> bool:
    if window.last is None:
        return True
    if window.first.year + years > date.max.year:
        return False
    return window.last > months_after(window.first, 12 * years) - timedelta(days=1)
