"""The order of the terms is that of FORMAT 4.3, for listing and for weighing."""

from __future__ import annotations

from likeness.scope.terms_order import ORDER, gravity, in_order
from tests.differential import plain_terms


def test_the_order_is_that_of_the_text():
    assert tuple(plain_terms.ORDER) == ORDER


def test_terms_are_listed_once_and_in_order():
    assert in_order(["source", "date", "user", "date"]) == ("user", "date", "source")
    assert in_order([]) == ()


def test_earlier_terms_weigh_more_than_all_later_ones_together():
    assert gravity([]) == 0
    for place, term in enumerate(ORDER):
        assert gravity([term]) > gravity(ORDER[place + 1 :])
    assert gravity(["limit", "limit"]) == gravity(["limit"])
