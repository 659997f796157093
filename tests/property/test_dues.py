"""Properties of what is owed: exact sums, no mixing of currencies, stable keys, order by day, and calm repetition."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from likeness.licence.dues.due import REST, Contract, Judged, Said, rounded, with_state
from likeness.licence.dues.overage import beyond_limits
from likeness.licence.dues.owed import owed_under
from likeness.licence.dues.periods import period_of, periods_of
from likeness.licence.dues.spoken import spoken
from likeness.licence.dues.uses_under import in_turn
from likeness.licence.grants import grant_of
from likeness.licence.terms import Fee, LimitTerm, Reporting, Residual
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Bench
from likeness.values.days import Span
from likeness.values.money import Money
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

BASE = terms_from(terms_document(longest_seconds=None))
FIRST = date(2026, 1, 1)
SINCE = datetime(2026, 1, 1, 12, tzinfo=UTC)
UNTIL = date(2027, 6, 30)

days = st.integers(0, 500).map(lambda n: FIRST + timedelta(days=n))
sums = st.builds(Money, st.integers(1, 10**12), st.sampled_from(["EUR", "JPY", "KWD"]))
percents = st.decimals("0.0001", "100", places=4).map(str)
fees = st.one_of(
    st.just(Fee("none")),
    st.builds(Fee, st.just("revenue-share"), st.one_of(st.none(), sums), st.integers(0, 90), percents),
    st.builds(Fee, st.sampled_from(["flat", "per-use", "per-day"]), sums, st.one_of(st.none(), st.integers(0, 90))),
    st.builds(Fee, st.just("per-unit"), sums, st.integers(0, 90), st.none(), st.sampled_from(["line", "second"])),
)
pers = st.sampled_from(["re-run", "unit", "title", "month", "quarter", "year", "receipts"])
residuals = st.lists(
    st.one_of(st.builds(Residual, pers, percents), st.builds(Residual, pers, st.none(), sums)), max_size=3
)
limits = st.lists(
    st.builds(LimitTerm, st.sampled_from(["line", "second"]), st.integers(1, 30), st.sampled_from([None, "show"]),
              st.sampled_from([None, "month"])),
    max_size=2, unique_by=lambda limit: (limit.unit, limit.on),
)  # fmt: skip
reportings = st.one_of(
    st.none(),
    st.builds(Reporting, st.sampled_from(["month", "quarter", "half-year", "year"]), st.integers(0, 60)),
)
terms = st.builds(
    lambda fee, more, most, report: replace(
        BASE, fee=fee, residuals=tuple(more), limits=tuple(most), reporting=report, create=Span(FIRST, None),
        exploit=Span(FIRST, None),
    ),
    fees, residuals, limits, reportings,
)  # fmt: skip
uses = st.lists(
    st.builds(
        lambda name, day, act, medium, lines, seconds, copies: replace(
            ALLOWED, id=f"u-{name:03}", at=day, act=act, medium=(medium,), modification=(),
            quantity={"line": lines, "second": seconds, "copy": copies},
        ),
        st.integers(0, 999), days, st.sampled_from(["generate", "show"]), st.sampled_from(["svod", "free-tv"]),
        st.integers(0, 20), st.integers(0, 20), st.integers(0, 5),
    ),
    max_size=12, unique_by=lambda use: use.id,
)  # fmt: skip
some = settings(max_examples=150, deadline=None)


def judged(agreed, done):
    found = Bench([grant_of("n", agreed, signed=True, accepted=True)]).judge(done)
    return [Judged(use, one) for use, one in zip(done, found, strict=True)]


def owed(agreed, done, until=UNTIL):
    return owed_under(Contract("n", agreed, SINCE), judged(agreed, done), until)


@some
@given(terms, uses, st.randoms(use_true_random=False))
def test_the_same_facts_give_the_same_dues_in_whatever_order_they_come(agreed, done, dice):
    before = owed(agreed, done)
    known = judged(agreed, done)
    dice.shuffle(known)
    assert owed_under(Contract("n", agreed, SINCE), known, UNTIL) == before


@some
@given(terms, uses)
def test_keys_are_unique_and_dues_stand_in_the_order_of_their_days(agreed, done):
    found = owed(agreed, done)
    assert len({due.key for due in found}) == len(found)
    assert [due.on or date.max for due in found] == sorted(due.on or date.max for due in found)


@some
@given(terms, uses)
def test_every_sum_is_in_the_currency_of_the_term_it_comes_from(agreed, done):
    agreed_sums = {agreed.fee.money.currency} if agreed.fee.money else set()
    for due in owed(agreed, done):
        if due.money is not None:
            assert isinstance(due.money.minor, int)
            mine = {r.money.currency for r in agreed.residuals if r.money} if due.kind == "residual" else set()
            assert due.money.currency in agreed_sums | mine
            assert due.kind in ("fee", "residual", "overage")


@some
@given(terms, uses)
def test_a_fee_by_the_unit_is_the_price_times_all_units_used_whether_within_the_limit_or_over_it(agreed, done):
    if agreed.fee.basis == "per-unit":
        unit, known = agreed.fee.unit or "", judged(agreed, done)
        used = [one.use for one in known if one.finding.verdict.value == "IN_SCOPE"]
        used += [
            one.use for one in beyond_limits(Contract("n", agreed, SINCE), in_turn(known)) if one.limit.unit == unit
        ]
        due = [
            one.money for one in owed(agreed, done) if one.kind == "fee" or (one.kind, one.what) == ("overage", unit)
        ]
        assert agreed.fee.money is not None
        assert sum(money.minor for money in due if money) == agreed.fee.money.minor * sum(
            use.quantity[unit] for use in used
        )


@some
@given(terms, uses)
def test_an_overage_is_never_more_than_what_was_used_and_costs_its_exact_price(agreed, done):
    by_id = {use.id: use for use in done}
    most = {limit.unit: {one.most for one in agreed.limits if one.unit == limit.unit} for limit in agreed.limits}
    for due in owed(agreed, done):
        if due.kind == "overage":
            assert due.use is not None
            assert due.count is not None
            assert 0 < due.count <= by_id[due.use].quantity[due.what]
            if agreed.fee.basis == "flat" and due.money is not None and agreed.fee.money is not None:
                exact = [Fraction(agreed.fee.money.minor * due.count, limit) for limit in most[due.what]]
                assert any(abs(due.money.minor - price) <= Fraction(1, 2) for price in exact)


@some
@given(terms, uses, days)
def test_more_time_only_adds(agreed, done, until):
    keys = {due.key for due in owed(agreed, done, until)}
    assert keys <= {due.key for due in owed(agreed, done, max(until, UNTIL))}


@some
@given(terms, uses, days, st.booleans())
def test_what_is_said_of_a_due_changes_its_state_and_nothing_else(agreed, done, today, waived):
    for due in owed(agreed, done):
        quiet = with_state(due, None, today)
        assert quiet.state == ("overdue" if due.on is not None and due.on < today else "due")
        told = with_state(quiet, Said(waived=waived, on=today), today)
        assert replace(told, state=quiet.state, said=None) == quiet
        assert with_state(told, Said(waived=waived, on=today), today) == told


@some
@given(terms, uses, uses, st.data())
def test_what_was_said_is_never_lost_and_what_is_owed_is_what_came_and_what_is_due(agreed, done, done_later, data):
    contract, before = Contract("n", agreed, SINCE), {due.key: due for due in owed(agreed, done)}
    spoken_of = data.draw(st.sets(st.sampled_from(sorted(before)))) if before else set()
    said = {key: data.draw(words_of(before[key])) for key in spoken_of}
    now = owed(agreed, done_later)
    found = spoken(contract, now, said, UNTIL)
    assert {due.key: due.said for due in found if due.said is not None} == said
    assert len({due.key for due in found}) == len(found)
    if agreed.fee.basis != "per-unit":  # fee and overage of one use share what came; see below
        for due in now:
            told = [said[key] for key in (*due.before, due.key) if key in said]
            still = [one.money for one in found if one.said is None and one.key.removesuffix(f":{REST}") == due.key]
            assert [one.minor for one in still if one] == what_is_left(due, told)


def words_of(due):
    """Paid in full, in another sum, or let go; nobody enters a sum where none is owed."""
    said = st.builds(Said, st.booleans(), st.just(FIRST), owed=st.just(due.money))
    if due.money is None:
        return said
    came = st.integers(0, 2 * due.money.minor).map(lambda minor: Money(minor, due.money.currency))
    return said | st.builds(Said, st.just(value=False), st.just(FIRST), money=came, owed=st.just(due.money))


def what_is_left(due, told):
    """Return the sum that is still to come, in a list; nothing where it is not known, or all of it came."""
    if due.money is None:
        return []
    if any(one.owed is None for one in told):
        return []
    left = due.money.minor - sum((one.money or one.owed).minor for one in told)
    return [left] if left > 0 else []


@some
@given(uses, uses, st.data())
def test_what_is_paid_by_the_unit_is_asked_for_once_whether_as_fee_or_as_overage(done, done_later, data):
    fee = Fee("per-unit", Money(100, "EUR"), 10, None, "line")
    most = LimitTerm("line", data.draw(st.integers(1, 30)))
    agreed = replace(BASE, fee=fee, residuals=(), reporting=None, limits=(most,),
                     create=Span(FIRST, None), exploit=Span(FIRST, None), delete_by=None)  # fmt: skip
    first = {due.key: due for due in owed(agreed, done)}
    said = {key: Said(waived=False, on=FIRST, owed=due.money) for key, due in first.items()}
    both = [*done, *(use for use in done_later if use.id not in {one.id for one in done})]
    now = owed(agreed, both)
    found = spoken(Contract("n", agreed, SINCE), now, said, UNTIL)
    for use in done:  # late rows may have taken it over the limit, and its lines are the same lines
        still = [due for due in found if due.said is None]
        assert asked_for(use, still) == max(asked_for(use, now) - asked_for(use, first.values()), 0)


def asked_for(use, dues):
    return sum(due.money.minor for due in dues if due.use == use.id)


@some
@given(st.fractions(0, 10**15, max_denominator=1000))
def test_rounding_is_to_the_nearest_and_halves_go_to_the_even(amount):
    minor = rounded(amount, "EUR").minor
    assert abs(minor - amount) <= Fraction(1, 2)
    if abs(minor - amount) == Fraction(1, 2):
        assert minor % 2 == 0


@some
@given(days, st.integers(0, 900), st.sampled_from(["month", "quarter", "half-year", "year"]))
def test_periods_cover_a_window_without_gap_or_overlap(first, length, every):
    last = first + timedelta(days=length)
    found = list(periods_of(first, last, every, date.max))
    assert found[0].first <= first <= found[0].last
    assert found[-1].first <= last <= found[-1].last
    assert all(b.first == a.last + timedelta(days=1) for a, b in pairwise(found))
    assert all(period_of(period.last, every) == period for period in found)
    assert len({period.label for period in found}) == len(found)
