"""Importing reports: no row is lost, the same again, conflicts answered, taken back, bad rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.judging.report_plan import plan_report
from likeness.acts.uses.answer_held import KEEP, TAKE, answer_held
from likeness.acts.uses.import_report import import_report, record_plan, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.errors import Refused
from likeness.scope.limits import Overrun
from tests.fakes.reports import imported, verdicts, write_uses
from tests.fakes.uses import ALLOWED


def test_no_row_is_lost(office, report):
    row = imported(office, report)
    assert (row.rows, row.decided, row.rejected, row.duplicates) == (4, 4, 0, 0)
    assert verdicts(office) == {"l-1": "IN_SCOPE", "l-2": "IN_SCOPE", "l-3": "IN_SCOPE", "l-4": "OUT_OF_SCOPE"}
    assert office.registry.uses.counts() == {"IN_SCOPE": 3, "OUT_OF_SCOPE": 1, "NEEDS_REVIEW": 0}
    assert check_registry(office.desk) == []


def test_a_dry_run_records_nothing(office, report):
    before = office.registry.journal.size()
    plan = plan_report(office.desk, report, reporter="tidewrack", period="april")
    assert plan.counts() == {"IN_SCOPE": 3, "OUT_OF_SCOPE": 1, "NEEDS_REVIEW": 0}
    assert (office.registry.journal.size(), verdicts(office)) == (before, {})


@pytest.mark.parametrize(("lines", "outside"), [((10,), 0), ((11,), 1), ((5, 5), 0), ((6, 5), 1), ((11, 1), 2)])
def test_a_dry_run_reckons_with_what_was_used_before(office, report, tmp_path, lines, outside):
    """Thirty lines of forty are used, and what comes after the row that goes too far is outside as well."""
    imported(office, report)
    days = [datetime(2026, 4, 5 + place, tzinfo=UTC) for place in range(len(lines))]
    uses = [replace(ALLOWED, id=f"m-{at.day}", at=at, quantity={"line": n}) for at, n in zip(days, lines, strict=True)]
    write_uses(tmp_path / "one.csv", uses[:1])
    write_uses(tmp_path / "rest.csv", uses[1:])
    planned = [counted(office, tmp_path / "one.csv")]
    if uses[1:]:
        planned.append(counted(office, tmp_path / "rest.csv"))
    assert sum(planned) == outside


def counted(office, path):
    """Return how many rows of a report a dry run finds outside, and import it with the same result."""
    planned = plan_report(office.desk, path, reporter="tidewrack", period=path.stem).counts()["OUT_OF_SCOPE"]
    assert imported(office, path, path.stem).out_of_scope == planned
    return planned


def test_the_same_report_again_changes_nothing(office, report):
    imported(office, report)
    size, before = office.registry.journal.size(), verdicts(office)
    row = imported(office, report)
    assert (row.decided, row.duplicates, row.conflicting) == (0, 4, 0)
    assert (office.registry.journal.size(), verdicts(office)) == (size, before)


def test_a_row_that_contradicts_an_earlier_one_is_held_until_it_is_answered(office, report, tmp_path):
    imported(office, report)
    other = tmp_path / "other.csv"
    new = replace(ALLOWED, id="l-2", at=datetime(2026, 4, 2, tzinfo=UTC), quantity={"line": 25})
    write_uses(other, [new, replace(new, id="l-5", at=datetime(2026, 4, 9, tzinfo=UTC), quantity={"line": 10})])
    row = imported(office, other)
    assert (row.rows, row.decided, row.duplicates, row.conflicting) == (2, 1, 1, 1)
    (held,) = office.registry.reports.held()
    assert (held.line_id, held.use.quantity) == ("l-2", {"line": 25})
    office.do(answer_held, held.id, TAKE)
    assert office.registry.reports.held() == []
    assert office.registry.uses.get("l-2").corrected_by == f"l-2@{row.id}-{held.line}"
    # 10 + 25 fit; the 10 of the third day would be 45, and close the limit for the ninth
    found = verdicts(office)
    assert (found[f"l-2@{row.id}-{held.line}"], found["l-3"], found["l-5"]) == (
        "IN_SCOPE",
        "OUT_OF_SCOPE",
        "OUT_OF_SCOPE",
    )
    assert "l-2" not in found


def test_keeping_the_earlier_row_changes_no_verdict(office, report, tmp_path):
    imported(office, report)
    before = verdicts(office)
    other = tmp_path / "other.csv"
    write_uses(other, [replace(ALLOWED, id="l-1", quantity={"line": 1})])
    imported(office, other)
    office.do(answer_held, office.registry.reports.held()[0].id, KEEP)
    assert (office.registry.reports.held(), verdicts(office)) == ([], before)


def test_taking_an_import_back_frees_its_line_ids(office, report):
    first = imported(office, report)
    size = office.registry.journal.size()
    office.do(undo_import, first.id)
    assert (verdicts(office), office.registry.tallies.frame().rows()) == ({}, [])
    assert office.registry.journal.size() == size + 1
    assert imported(office, report).decided == 4
    with pytest.raises(Refused, match="unknown-report"):
        office.do(undo_import, first.id)


def test_what_was_read_of_a_report_that_was_taken_back_is_not_shown_for_another(office, report, tmp_path):
    first = imported(office, report)
    assert len(verdicts(office)) == 4
    office.do(undo_import, first.id)
    other = tmp_path / "other.csv"
    write_uses(other, [replace(ALLOWED, id=f"o-{place}", quantity={"line": 1}) for place in range(9)])
    imported(office, other)
    assert verdicts(office) == {f"o-{place}": "IN_SCOPE" for place in range(9)}


def test_a_row_that_passes_a_limit_says_by_how_much(office, tmp_path):
    path = tmp_path / "long.csv"
    days = range(1, 7)
    write_uses(path, [replace(ALLOWED, id=f"l-{day}", at=datetime(2026, 4, day, tzinfo=UTC), quantity={"line": 15})
                      for day in days])  # fmt: skip
    imported(office, path)
    found = [office.registry.uses.get(f"l-{day}").newest.overruns for day in days]
    assert found == [(), (), (Overrun("line", 40, 30, 15),), *[(Overrun("line", 40, 30, 15),)] * 3]


def test_bad_rows_are_counted_and_stop_nothing(office, report):
    with report.open("a", encoding="utf-8") as file:
        file.writelines(f"x-{number}," + "," * 21 + "\n" for number in range(3))
        file.write("too,short\n")
    plan = plan_report(office.desk, report)
    assert (plan.rows, plan.decided, plan.rejections) == (8, 7, 1)


def test_a_cancelled_import_leaves_no_trace(office, report):
    size = office.registry.journal.size()
    with pytest.raises(Refused, match="cancelled"):
        office.do(import_report, report, cancelled=lambda: True)
    assert (office.registry.journal.size(), office.registry.reports.all()) == (size, [])


@pytest.mark.parametrize(("few", "many"), [(-1, 0), (-1, 300), (5_000, 300)])
def test_taking_back_that_is_cancelled_takes_nothing_back(office, report, monkeypatch, few, many):
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", few)
    monkeypatch.setattr("likeness.acts.judging.rejudge._MANY", many)
    row = imported(office, report)
    before, told = verdicts(office), []
    with pytest.raises(Refused, match="cancelled"):
        office.do(undo_import, row.id, cancelled=lambda: True)
    assert (verdicts(office), office.registry.reports.get(row.id).undone_at) == (before, None)
    office.do(undo_import, row.id, lambda done, whole: told.append((done, whole)))
    assert (verdicts(office), all(done == whole for done, whole in told[-1:])) == ({}, True)


@pytest.fixture
def plan_it(office, report):
    """Give a function that judges the report, to be recorded later."""
    return lambda: plan_report(office.desk, report, reporter="tidewrack", period="april", keep=True)


def test_what_was_judged_before_another_act_is_not_recorded(office, plan_it):
    """It would put its sums in the place of what was used meanwhile, and judge by a licence that may have ended."""
    plan = plan_it()
    office.do(log_use, replace(ALLOWED, id="m-1", at=datetime(2026, 3, 30, tzinfo=UTC), quantity={"line": 35}))
    with pytest.raises(Refused, match="report-overtaken"):
        office.do(record_plan, plan)
    assert (verdicts(office), office.registry.reports.all()) == ({"m-1": "IN_SCOPE"}, [])
    office.do(record_plan, plan_it())
    assert [verdicts(office)[f"l-{day}"] for day in (1, 2, 3)] == ["OUT_OF_SCOPE"] * 3
    assert check_registry(office.desk) == []


def test_the_same_report_judged_twice_is_recorded_once(office, plan_it):
    first, second = plan_it(), plan_it()
    office.do(record_plan, first)
    with pytest.raises(Refused, match="report-overtaken"):
        office.do(record_plan, second)
    assert len(verdicts(office)) == 4
    assert plan_it().duplicates == 4
