"""A draft whose making is moved: what stood in step with it moves too, what was set apart stays."""

from dataclasses import replace
from datetime import date

import pytest

from likeness.licence.draft import deleted_after, moved, new_terms
from likeness.licence.terms import Grantor, Performer
from likeness.values.days import Span

FRESH = new_terms(Performer("liora", "Liora"), Grantor("Liora", "performer"), date(2026, 11, 20), "UTC")
LATER = Span(date(2028, 1, 1), date(2030, 12, 31))


def test_what_nobody_set_apart_moves_with_the_making():
    terms = moved(FRESH, LATER)
    assert (terms.create, terms.exploit, terms.delete_by) == (LATER, LATER, date(2031, 1, 30))
    assert moved(terms, FRESH.create) == FRESH


def test_what_was_set_apart_stays():
    apart = replace(FRESH, exploit=Span(FRESH.create.first, date(2035, 1, 1)), delete_by=date(2029, 1, 1))
    terms = moved(apart, LATER)
    assert terms.exploit == Span(LATER.first, date(2035, 1, 1))
    assert terms.delete_by == date(2029, 1, 1)
    assert moved(replace(FRESH, exploit=None), LATER).exploit is None


def test_without_an_end_nothing_of_it_has_one_and_it_comes_back_with_one():
    endless = moved(FRESH, Span(LATER.first, None))
    assert (endless.exploit, endless.delete_by) == (Span(LATER.first, None), None)
    assert moved(endless, LATER) == moved(FRESH, LATER)


@pytest.mark.parametrize("last", [date(9999, 12, 1), date.max])
def test_there_is_a_last_day(last):
    assert deleted_after(last) == date.max
