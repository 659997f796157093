"""A strike is recorded: what is made while it lasts is out of scope under licences that say so, and only there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.happened.record_strike import Strike, begin_strike, end_strike, strikes
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.uses.log_use import log_use
from likeness.errors import Refused
from likeness.paper.words.reasons import why
from tests.fakes.licences import a_licence, signed
from tests.fakes.offices import an_office
from tests.fakes.uses import ALLOWED

BEGAN, ENDED = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(params=[5_000, -1], ids=["use by use", "by columns"])
def struck(request, tmp_path, clock, monkeypatch):
    """Give a company's office with one use before, one in and one after a strike that is not recorded yet."""
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", request.param)

    def made(**terms):
        company = an_office(tmp_path / "company", "Tidewrack Pictures Ltd", "company", clock)
        company.do(accept_licence, signed(a_licence(**terms)).data)
        for day in (date(2026, 4, 30), date(2026, 5, 20), date(2026, 6, 2)):
            company.do(log_use, replace(ALLOWED, id=f"u-{day:%m}", at=day, quantity={"line": 1, "second": 1}))
        return company

    return made


def found(office):
    return {row.use.id: row.newest.verdict.value for row in (office.registry.uses.get(f"u-0{m}") for m in (4, 5, 6))}


def test_what_is_made_in_a_strike_is_out_of_scope_once_it_is_recorded(struck):
    office = struck(terms_strike_clause=True)
    assert set(found(office).values()) == {"IN_SCOPE"}
    office.do(begin_strike, BEGAN)
    assert found(office) == {"u-04": "IN_SCOPE", "u-05": "OUT_OF_SCOPE", "u-06": "OUT_OF_SCOPE"}
    assert strikes(office.registry) == [Strike(BEGAN, None)]
    office.do(end_strike, ENDED)
    assert found(office) == {"u-04": "IN_SCOPE", "u-05": "OUT_OF_SCOPE", "u-06": "IN_SCOPE"}
    row = office.registry.uses.get("u-05")
    assert [one.cause for one in row.findings] == ["logged", "strike-began"]
    terms = office.registry.licences.all(office.clock.now())[0].terms
    assert why("en", row.use, row.newest, {row.newest.licences[0]: terms}) == [
        "The licence was suspended at that time, or there was a strike, in which nothing may be made."
    ]
    assert check_registry(office.desk) == []


def test_a_strike_touches_no_licence_that_does_not_say_so(struck):
    office = struck(terms_strike_clause=False)
    office.do(begin_strike, BEGAN)
    assert set(found(office).values()) == {"IN_SCOPE"}
    assert check_registry(office.desk) == []


def test_a_strike_that_never_was_is_over_the_instant_it_began(struck):
    office = struck(terms_strike_clause=True)
    office.do(begin_strike, BEGAN)
    office.do(end_strike, BEGAN)
    assert set(found(office).values()) == {"IN_SCOPE"}


def test_a_licence_that_is_taken_in_later_knows_the_strike(tmp_path, clock):
    office = an_office(tmp_path / "company", "Tidewrack Pictures Ltd", "company", clock)
    office.do(begin_strike, BEGAN)
    office.do(accept_licence, signed(a_licence(terms_strike_clause=True)).data)
    use = replace(ALLOWED, id="u", at=date(2026, 5, 20))
    assert office.do(log_use, use).value.newest.broken == ("suspended",)


def test_strikes_are_recorded_one_after_the_other_and_a_stopped_one_leaves_nothing(struck):
    office = struck(terms_strike_clause=True)
    with pytest.raises(Refused, match="no-strike"):
        office.do(end_strike, ENDED)
    office.do(begin_strike, BEGAN)
    with pytest.raises(Refused, match="strike-on"):
        office.do(begin_strike, ENDED)
    with pytest.raises(Refused, match="strike-too-early"):
        office.do(end_strike, BEGAN - timedelta(seconds=1))
    office.do(end_strike, ENDED)
    with pytest.raises(Refused, match="strike-too-early"):
        office.do(begin_strike, ENDED - timedelta(seconds=1))
    assert strikes(office.registry) == [Strike(BEGAN, ENDED)]


def test_a_strike_that_is_stopped_while_uses_are_judged_again_was_never_recorded(tmp_path, clock, monkeypatch):
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", -1)
    office = an_office(tmp_path / "company", "Tidewrack Pictures Ltd", "company", clock)
    office.do(accept_licence, signed(a_licence(terms_strike_clause=True)).data)
    office.do(log_use, replace(ALLOWED, id="u", at=date(2026, 5, 20)))
    leaves = office.registry.journal.size()
    with pytest.raises(Refused, match="cancelled"):
        office.do(begin_strike, BEGAN, cancelled=lambda: True)
    assert (strikes(office.registry), office.registry.journal.size()) == ([], leaves)
    assert office.registry.uses.get("u").newest.verdict.value == "IN_SCOPE"
