"""Two small real offices and the clock they share: Liora's, and that of a company."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED


@pytest.fixture
def clock():
    return FixedClock("2026-03-02T09:00:00+00:00")


@pytest.fixture
def liora(tmp_path, clock):
    office = an_office(tmp_path, clock=clock)
    yield office
    office.close()


@pytest.fixture
def company(tmp_path, clock):
    office = an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    yield office
    office.close()


@pytest.fixture
def agency(tmp_path, clock):
    office = an_office(tmp_path, "Halden Roe Talent", "agent", clock)
    yield office
    office.close()


@pytest.fixture
def office(tmp_path):
    """Liora's, with a consent to forty lines."""
    made = an_office(tmp_path)
    terms = terms_document(basis="consent", limits=[{"unit": "line", "max": 40}], longest_seconds=None)
    number = made.do(draft_licence, terms_from(terms)).value.number
    made.do(sign_licence, number)
    yield made
    made.close()


@pytest.fixture
def report(tmp_path):
    """Three rows of ten lines, `l-1` to `l-3`, and `l-4`, which is out of scope."""
    uses = [
        replace(ALLOWED, id=f"l-{day}", at=datetime(2026, 4, day, tzinfo=UTC), quantity={"line": 10})
        for day in (1, 2, 3)
    ]
    path = tmp_path / "report.csv"
    write_uses(path, [*uses, replace(uses[0], id="l-4", territory=("US",))])
    return path
