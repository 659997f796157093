"""Two small real offices and the clock they share: Liora's, and that of a company."""

import pytest

from tests.fakes.fixed_clock import FixedClock
from tests.fakes.offices import an_office


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
