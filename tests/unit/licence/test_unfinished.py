"""Terms on their way are held as they are, whole or not, and read back as they were."""

from dataclasses import replace
from datetime import date

import pytest

from likeness.licence.draft import new_terms
from likeness.licence.terms import Exclusivity, Fee, Grantor, Party, Performer, Residual, Territory
from likeness.licence.terms_read import terms_from
from likeness.licence.unfinished import terms_again, terms_held
from likeness.values.days import Span
from tests.fakes.licences import terms_document

WHOLE = terms_from(terms_document())
EMPTY = new_terms(Performer("x", ""), Grantor("", "agent"), date(2026, 3, 2), "UTC")


@pytest.mark.parametrize(
    "terms",
    [
        WHOLE,
        EMPTY,
        replace(WHOLE, licensee=Party("", " "), description="a\nb", fee=Fee("flat"), delete_by=None),
        replace(WHOLE, create=Span(date(2027, 1, 1), date(2026, 1, 1)), exploit=None),
        replace(WHOLE, pass_on=("tidewrack",), age=(20, 30), residuals=(Residual("re-run", percent="2.0"),)),
        replace(WHOLE, exclusive=Exclusivity(("series",), Territory(("FR",)))),
    ],
)
def test_what_is_held_is_read_back(terms):
    assert terms_again(terms_held(terms)) == terms


@pytest.mark.parametrize("held", [None, [], {}, {"performer": 5}])
def test_what_is_no_terms_is_none(held):
    assert terms_again(held) is None


@pytest.mark.parametrize(("name", "value"), [("create", {"first": "soon"}), ("media", "tv"), ("notice_days", "5")])
def test_what_another_version_held_is_none(name, value):
    assert terms_again({**terms_held(WHOLE), name: value}) is None
