"""Conditions on who grants: a minor, an estate, somebody with a paper; and on the death of the performer."""

from __future__ import annotations

from datetime import date

from likeness.licence.rules.drafted import Drafted
from likeness.licence.rules.lasting import birthday, last_of_making


def younger_than(case: Drafted, age: int) -> bool:
    """The performer has not reached that age on the day of the signature; her day of birth is known."""
    born = case.terms.performer.born
    return born is not None and case.day < birthday(born, age)


def grantor(case: Drafted, capacities: list[str]) -> bool:
    return case.terms.grantor.capacity in capacities


def authority(case: Drafted, wanted: bool) -> bool:
    """A paper that allows the grantor to sign is named."""
    return (case.terms.grantor.authority is not None) == wanted


def dead_at_most_years(case: Drafted, years: int) -> bool:
    """The performer died, and on the day of the signature no more than so many years have gone by."""
    return died_within(case.died_on, years, case.day)


def death_known(case: Drafted, wanted: bool) -> bool:
    """It is recorded when the performer died."""
    return (case.died_on is not None) == wanted


def making_past_death_by_years(case: Drafted, years: int) -> bool:
    """Something may still be made after that anniversary of the performer's death."""
    return case.died_on is not None and not died_within(case.died_on, years, last_of_making(case.terms))


def died_within(died_on: date | None, years: int, day: date) -> bool:
    """Tell whether a death lies at most so many years before a day; the anniversary itself is still within."""
    return died_on is not None and day <= birthday(died_on, years)
