"""How much of each limit is used, in the months and years in which the judge counts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from likeness.acts.uses.import_report import import_report
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.read_usage import usage_of
from tests.fakes.grants import PLAIN, grant
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED

LIMITS = [{"unit": "line", "max": 50, "per": "month"}, {"unit": "line", "max": 90, "per": "year"},
          {"unit": "line", "max": 900}, {"unit": "copy", "max": 9, "on": "show"}]  # fmt: skip
# In Paris the first two are of April, the third is of May.
USES = [
    replace(ALLOWED, id="a", at=date(2026, 4, 30), quantity={"line": 20}),
    replace(ALLOWED, id="b", at=datetime(2026, 4, 30, 21, 59, tzinfo=UTC), quantity={"line": 20}),
    replace(ALLOWED, id="c", at=datetime(2026, 4, 30, 22, 0, tzinfo=UTC), quantity={"line": 25}),
]


@pytest.mark.parametrize("reported", [True, False])
def test_months_and_years_are_those_of_the_licence_whoever_told_the_use(liora, company, tmp_path, reported):
    number = grant(liora, company, **PLAIN | {"limits": LIMITS})
    if reported:
        write_uses(tmp_path / "report.csv", USES)
        liora.do(import_report, tmp_path / "report.csv")
    else:
        for use in USES:
            liora.do(log_use, use)
    told = usage_of(liora.registry, liora.registry.licences.get(number, liora.clock.now()))
    assert [(one.per, one.on, one.used) for one in told] == [
        ("month", None, 40), ("year", None, 65), (None, None, 65), (None, "show", 0),
    ]  # fmt: skip
    counted = {row.total for row in liora.registry.tallies.of({1})}
    assert counted == {40, 25, 65}
