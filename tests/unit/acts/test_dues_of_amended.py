"""An amendment neither loses what the licence that it replaces owes, paid or not, nor asks for it a second time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.dues.near_dues import open_dues
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.read_earnings import read_earnings
from likeness.acts.dues.settle_due import settle_due, waive_due
from likeness.acts.licences.amend_licence import amend_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms import Fee
from likeness.licence.terms_read import terms_from
from likeness.paper.words import due_words
from likeness.values.money import Money
from tests.fakes.dues import shown
from tests.fakes.grants import PLAIN
from tests.fakes.licences import terms_document

FLAT, DATED = (Fee("flat", Money(18_000, "EUR"), days) for days in (None, 10))
OLD, NEW = (f"fee:2026-000{n}:once" for n in (1, 2))


@pytest.fixture
def amended(liora, clock):
    """Give a function that puts a consent with a fee in force, says something of it, and amends it by other fees."""

    def amend(first, *later, say=None):
        terms = replace(terms_from(terms_document(basis="consent", **PLAIN)), fee=first)
        number = liora.do(draft_licence, terms).value.number
        liora.do(sign_licence, number)
        if say is not None:
            liora.do(say, OLD)
        for place, fee in enumerate(later, 1):
            clock.forward(days=1)
            wider = replace(terms, fee=fee, media=("tv", "streaming", "theatrical", "print")[: 2 + place])
            number = liora.do(amend_licence, number, wider).value.number
        return liora

    return amend


def listed(office):
    return [(due.key, due.state, due.money.minor) for due in dues_here(office.desk)]


@pytest.mark.parametrize("fee", [FLAT, DATED])
@pytest.mark.parametrize("newer", [FLAT, DATED, Fee("none")])
@pytest.mark.parametrize(("say", "state"), [(None, "due"), (settle_due, "paid"), (waive_due, "waived")])
def test_the_fee_stays_what_it_was_under_its_number_and_is_not_asked_for_again(amended, fee, newer, say, state):
    office = amended(fee, newer, say=say)
    assert listed(office) == [(OLD, state, 18_000)]
    assert [due.key for due in dues_here(office.desk, licence="2026-0001")] == [OLD]
    earned = [one.total.minor for one in read_earnings(office.desk, open_dues(office.desk)).earned]
    assert earned == ([18_000] if state == "paid" else [])


@pytest.mark.parametrize("money", [Money(20_000, "EUR"), Money(18_000, "USD"), Money(1, "EUR")])
def test_another_fee_stands_beside_the_earlier_one_and_says_so(amended, money):
    other = replace(DATED, money=money)
    office = amended(FLAT, other, other)
    assert sorted(listed(office)) == [(OLD, "due", 18_000), (NEW, "due", money.minor)]
    [newer] = dues_here(office.desk, licence="2026-0002")
    assert newer.on == date(2026, 3, 13)
    assert due_words.about("en", newer) == "Fee, beside that of the licence it replaces"


def test_what_was_never_in_force_asked_for_nothing(liora, clock):
    contract = terms_from(terms_document(**PLAIN))
    first = liora.do(draft_licence, replace(contract, fee=FLAT)).value.number
    liora.do(sign_licence, first)
    consent = replace(contract, basis="consent", fee=FLAT)
    liora.do(amend_licence, first, consent)
    assert listed(liora) == [(NEW, "due", 18_000)]


def test_what_was_shown_before_the_amendment_is_a_re_run_after_it(liora, clock):
    """And a due that is asked for by its licence alone is the same as in the list of all."""
    terms = terms_from(terms_document(basis="consent", **PLAIN | {"residuals": [{"per": "re-run", "percent": "2.0"}]}))
    number = liora.do(draft_licence, replace(terms, fee=FLAT)).value.number
    liora.do(sign_licence, number)
    clock.forward(days=20)
    liora.do(log_use, shown("first", "2026-03-10"))
    newer = liora.do(amend_licence, number, replace(terms, fee=FLAT, media=(*terms.media, "print"))).value.number
    clock.forward(days=20)
    liora.do(log_use, shown("second", "2026-04-02"))
    again = (f"residual:{newer}:0.re-run.second", "due", 360)
    assert listed(liora) == [(OLD, "due", 18_000), again]
    assert [due.key for due in dues_here(liora.desk, licence=newer)] == [again[0]]
