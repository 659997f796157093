"""By how much a limit was passed is told and billed as it is now, after whatever came late or was taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.acts.dues.read_dues import dues_here
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.import_report import import_report, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.acts.uses.take_back_use import take_back_use
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Finding, Verdict
from likeness.scope.limits import Overrun
from tests.fakes.licences import terms_document
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED


def lines(name, month, count):
    return replace(ALLOWED, id=name, at=datetime(2026, month, 1, tzinfo=UTC), quantity={"line": count})


def written(folder, name, *uses):
    path = folder / f"{name}.csv"
    write_uses(path, uses)
    return path


def so_far(office, name):
    return [over.so_far for over in office.registry.uses.get(name).newest.overruns]


def over(office):
    return {due.use: due.count for due in dues_here(office.desk) if due.kind == "overage"}


@pytest.fixture(params=["use by use", "by columns"])
def either_way(monkeypatch, request):
    if request.param == "by columns":
        monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", -1)
        monkeypatch.setattr("likeness.acts.judging.rejudge._MANY", 0)


@pytest.fixture
def passed(office, tmp_path, either_way):
    """Thirty lines of forty in May, and fifteen more in June."""
    office.do(import_report, written(tmp_path, "first", lines("may", 5, 30), lines("june", 6, 15)))
    assert (so_far(office, "june"), over(office)) == ([30], {"june": 5})
    return office


def test_a_late_report_that_was_counted_raises_what_is_owed_for_what_came_after_it(passed, tmp_path):
    late = passed.do(import_report, written(tmp_path, "late", lines("april", 4, 8))).value
    assert (so_far(passed, "june"), over(passed)) == ([38], {"june": 13})
    assert [one.cause for one in passed.registry.uses.get("june").findings] == ["imported", "late-row"]
    assert passed.do(recheck_uses).value == 0
    passed.do(undo_import, late.id)
    assert (so_far(passed, "june"), over(passed)) == ([30], {"june": 5})
    assert passed.do(recheck_uses).value == 0


def test_a_late_use_written_down_by_hand_does_so_too(passed):
    passed.do(log_use, lines("april", 4, 8))
    assert (so_far(passed, "june"), over(passed)) == ([38], {"june": 13})
    assert passed.do(recheck_uses).value == 0
    passed.do(take_back_use, "april")
    assert (so_far(passed, "june"), over(passed)) == ([30], {"june": 5})


def test_judging_again_mends_what_an_earlier_version_left_as_it_was(passed):
    row = passed.registry.uses.get("june")
    stale = replace(row.newest, overruns=(Overrun("line", 40, 28, 15),))
    with passed.registry.transaction():
        passed.registry.uses.add_finding(row.row, stale, row.recorded_at, "stale")
    assert (passed.do(recheck_uses).value, so_far(passed, "june")) == (1, [30])


def test_judging_again_tells_which_licence_lacked_what(passed):
    row = passed.registry.uses.get("may")
    [number] = row.newest.licences
    wrong = Finding("may", Verdict.IN_SCOPE, licences=(number,), by_licence=((number, (), ("content",)),))
    with passed.registry.transaction():
        passed.registry.uses.add_finding(row.row, wrong, row.recorded_at, "stale")
    assert (passed.do(recheck_uses, "may").value, passed.registry.uses.get("may").newest) == (1, row.newest)


def test_which_of_two_limits_was_passed_is_kept_and_learnt_where_an_earlier_version_did_not_say(
    liora, tmp_path, either_way
):
    limits = [{"unit": "line", "max": 10, "per": per} for per in ("month", "year")]
    terms = terms_document(basis="consent", limits=limits, longest_seconds=None)
    liora.do(sign_licence, liora.do(draft_licence, terms_from(terms)).value.number)
    liora.do(import_report, written(tmp_path, "first", lines("april", 4, 8), lines("may", 5, 5)))
    kept = liora.registry.uses.get("may")
    assert kept.newest.overruns == (Overrun("line", 10, 8, 5, place=1),)
    assert (over(liora), liora.do(recheck_uses).value) == ({"may": 3}, 0)
    earlier = replace(kept.newest, overruns=(Overrun("line", 10, 8, 5),))
    with liora.registry.transaction():
        liora.registry.uses.add_finding(kept.row, earlier, kept.recorded_at, "stale")
    assert liora.registry.uses.get("may").newest.overruns == earlier.overruns
    assert (liora.do(recheck_uses).value, liora.registry.uses.get("may").newest) == (1, kept.newest)
