"""Residuals under a licence that replaces another: what was shown before stays shown, what is owed is owed once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from likeness.licence.dues.due import Contract, Judged
from likeness.licence.dues.owed import owed_under
from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Bench
from tests.fakes.dues import FAR, NUMBER, QUIET, lines, made, shown
from tests.fakes.licences import terms_document

OLD, SINCE, CHANGED = "2026-0040", "2026-03-02T09:00:00Z", "2026-03-15T09:00:00Z"
RE_RUN = {"per": "re-run", "percent": "2.0"}


def judged(number, terms, uses):
    found = Bench([grant_of(number, terms, signed=True, accepted=True)]).judge(uses)
    return [Judged(use, one) for use, one in zip(uses, found, strict=True)]


def owed_by_both(old, new, residual=RE_RUN, newer=None, until=FAR, **changes):
    """Return what the older and the newer licence owe in residuals, each for its own showings."""
    free = QUIET | {"fee": {"basis": "flat", "minor": 1_800_000, "currency": "EUR"}} | changes
    terms = [terms_from(terms_document(**(free | {"residuals": [one]}))) for one in (residual, newer or residual)]
    since, changed = map(datetime.fromisoformat, (SINCE, CHANGED))
    earlier = Contract(OLD, terms[0], since, replaced_at=changed)
    before = judged(OLD, terms[0], old)
    contract = Contract(NUMBER, terms[1], changed, earlier=earlier)
    both = owed_under(earlier, before, until), owed_under(contract, judged(NUMBER, terms[1], new), until, before)
    return [lines(due for due in dues if due.kind == "residual") for dues in both]


def test_what_was_shown_before_the_amendment_is_shown_again_after_it():
    assert owed_by_both([shown("a", "2026-03-10")], [shown("b", "2026-03-20")]) == [
        [],
        [("0.re-run.b", "None", 36_000)],
    ]


def test_another_medium_is_shown_for_the_first_time():
    assert owed_by_both([shown("a", "2026-03-10")], [shown("b", "2026-03-20", medium="svod")]) == [[], []]


def test_what_was_made_was_not_shown():
    assert owed_by_both([made("a", "2026-03-10")], [shown("b", "2026-03-20")]) == [[], []]


def test_each_re_run_is_owed_under_the_licence_it_rests_on():
    old = [shown("a", "2026-03-10"), shown("b", "2026-03-11")]
    assert owed_by_both(old, [shown("c", "2026-03-20"), shown("d", "2026-03-21")]) == [
        [("0.re-run.b", "None", 36_000)],
        [("0.re-run.c", "None", 36_000), ("0.re-run.d", "None", 36_000)],
    ]


def test_a_showing_that_rests_on_both_is_no_re_run_of_itself():
    both = shown("a", "2026-03-10")
    assert owed_by_both([both], [both]) == [[], []]


@pytest.mark.parametrize(("per", "about"), [("title", "once"), ("month", "2026-03"), ("year", "2026")])
def test_a_title_and_a_period_are_owed_once(per, about):
    residual = {"per": per, "minor": 500, "currency": "EUR"}
    older, newer = owed_by_both([shown("a", "2026-03-10")], [shown("b", "2026-03-20")], residual)
    assert [key.split(".")[-1] for key, _on, _sum in older] == [about]
    assert newer == []


def test_a_period_that_begins_after_the_amendment_is_owed_under_the_newer():
    residual = {"per": "month", "minor": 500, "currency": "EUR"}
    _older, newer = owed_by_both([shown("a", "2026-03-10")], [shown("b", "2026-04-20")], residual)
    assert [key for key, _on, _sum in newer] == ["0.month.2026-04"]


@pytest.mark.parametrize("newer", [{"minor": 600, "currency": "EUR"}, {"minor": 500, "currency": "USD"}])
@pytest.mark.parametrize("per", ["title", "month"])
def test_another_sum_stands_beside_the_earlier_one(per, newer):
    residual = {"per": per, "minor": 500, "currency": "EUR"}
    found = owed_by_both([shown("a", "2026-03-10")], [shown("b", "2026-03-20")], residual, {"per": per} | newer)
    assert [len(dues) for dues in found] == [1, 1]


def test_of_two_residuals_of_one_kind_each_is_looked_for_by_its_sum():
    terms = [
        terms_from(
            terms_document(**QUIET | {"residuals": [{"per": "title", "minor": m, "currency": "EUR"} for m in of]})
        )
        for of in ((400, 500), (500,))
    ]
    since, changed = map(datetime.fromisoformat, (SINCE, CHANGED))
    earlier = Contract(OLD, terms[0], since, replaced_at=changed)
    before = judged(OLD, terms[0], [shown("a", "2026-03-10")])
    after = judged(NUMBER, terms[1], [shown("b", "2026-03-20")])
    found = owed_under(Contract(NUMBER, terms[1], changed, earlier=earlier), after, FAR, before)
    assert [due.key for due in found if due.kind == "residual"] == []


def test_a_sum_that_nobody_knows_is_the_same_only_where_the_share_is():
    fee = {"basis": "revenue-share", "percent": "5.0"}
    terms = {"per": "year", "percent": "2.0"}
    uses = [shown("a", "2026-03-10")], [shown("b", "2026-03-20")]
    assert [len(dues) for dues in owed_by_both(*uses, terms, fee=fee)] == [1, 0]
    assert [len(dues) for dues in owed_by_both(*uses, terms, terms | {"percent": "3.0"}, fee=fee)] == [1, 1]


def test_showings_count_by_their_day_and_none_after_the_last_day_that_counts():
    old, new = [shown("a", "2026-03-10")], [shown("b", "2026-03-05"), shown("c", "2026-03-12")]
    assert [[key for key, *_ in dues] for dues in owed_by_both(old, new)] == [[], ["0.re-run.c"]]
    assert owed_by_both(old, new, until=date(2026, 3, 11)) == [[], []]


@pytest.mark.parametrize("opens", ["2026-03-01", "2026-08-01"])
@pytest.mark.parametrize("changed", ["2026-03-31T12:00:00Z", "2026-04-01T12:00:00Z", "2026-05-15T12:00:00Z"])
def test_each_period_is_reported_once_whenever_the_amendment_came_and_whenever_its_windows_open(opens, changed):
    agreed = QUIET | {"fee": {"basis": "none"}, "reporting": {"every": "month", "due_days": 40}}
    since, at = datetime.fromisoformat(SINCE), datetime.fromisoformat(changed)
    earlier = Contract(OLD, terms_from(terms_document(**agreed)), since, replaced_at=at)
    windows = {"create": {"from": opens, "to": "2026-12-31"}, "exploit": None}
    newer = Contract(NUMBER, terms_from(terms_document(**agreed, **windows)), at, earlier=earlier)
    until = date(2026, 7, 31)
    periods = [due.period for one in (earlier, newer) for due in owed_under(one, [], until)]
    assert periods == ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07"]


def test_three_versions_remember_the_first():
    terms = terms_from(terms_document(**(QUIET | {"residuals": [RE_RUN]})))
    first = Contract("2026-0039", terms, datetime.fromisoformat(SINCE))
    second = replace(first, number=OLD, earlier=first)
    third = replace(first, number=NUMBER, earlier=second)
    before = judged("2026-0039", terms, [shown("a", "2026-03-10")])
    found = owed_under(third, judged(NUMBER, terms, [shown("b", "2026-03-20")]), FAR, before)
    assert [due.key for due in found if due.kind == "residual"] == [f"residual:{NUMBER}:0.re-run.b"]
