"""Acts that may judge very many uses again say how far they are; stopped, it is as if nobody had asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.judging.report_plan import plan_report
from likeness.acts.uses.answer_held import answer_held
from likeness.acts.uses.import_report import record_plan, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.restore_import import restore_import, set_aside
from likeness.acts.uses.take_back_use import put_back_use, take_back_use
from likeness.errors import Refused
from tests.fakes.reports import imported, verdicts, write_uses
from tests.fakes.uses import ALLOWED

FIRST = datetime(2026, 4, 1, tzinfo=UTC)
LATE = replace(ALLOWED, id="late", at=FIRST - timedelta(days=1), quantity={"line": 10})


def a_use(day, lines):
    return replace(ALLOWED, id=f"u-{day}", at=FIRST + timedelta(days=day), quantity={"line": lines})


@pytest.fixture
def full(office, tmp_path, monkeypatch):
    """Give an office whose licence is full after twelve rows: what comes before them changes what was found of them."""
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", -1)
    write_uses(tmp_path / "twelve.csv", [a_use(day, 3) for day in range(12)])
    imported(office, tmp_path / "twelve.csv", period="april")
    return office


def log(office, _folder):
    return partial(log_use, use=LATE)


def take_back(office, _folder):
    office.do(log_use, LATE)
    return partial(take_back_use, name="late")


def put_back(office, _folder):
    office.do(log_use, LATE)
    office.do(take_back_use, "late")
    return partial(put_back_use, name="late")


def answer(office, folder):
    write_uses(folder / "twelve.csv", [a_use(1, 30)])
    imported(office, folder / "twelve.csv", period="april")
    return partial(answer_held, held=office.registry.reports.held()[0].id, answer="take")


def undo(office, _folder):
    office.do(log_use, LATE)
    return partial(undo_import, report=1)


def restore(office, _folder):
    kept = set_aside(office.desk, 1)
    office.do(undo_import, 1)
    return partial(restore_import, kept=kept)


def record(office, folder):
    write_uses(folder / "late.csv", [LATE])
    return partial(record_plan, plan=plan_report(office.desk, folder / "late.csv", reporter="x", period="y", keep=True))


@pytest.mark.parametrize("prepared", [log, take_back, put_back, answer, undo, restore, record])
def test_a_long_act_tells_how_far_it_is_and_leaves_no_trace_when_it_is_stopped(full, tmp_path, prepared):
    act, far = prepared(full, tmp_path), list[tuple[int, int]]()
    before, leaves = verdicts(full), full.registry.journal.size()
    with pytest.raises(Refused, match="cancelled"):
        full.do(act, cancelled=lambda: True)
    assert (verdicts(full), full.registry.journal.size()) == (before, leaves)
    full.do(act, progress=lambda done, whole: far.append((done, whole)))
    assert verdicts(full) != before
    assert far
    assert all(0 <= done <= whole for done, whole in far)
    assert far[-1][0] == far[-1][1]
    assert check_registry(full.desk) == []


def test_a_late_report_tells_how_far_the_earlier_uses_are_and_can_be_stopped_there(full, tmp_path):
    write_uses(tmp_path / "late.csv", [LATE])
    again, rows = list[tuple[int, int]](), list[int]()
    plan = plan_report(full.desk, tmp_path / "late.csv", again=lambda *far: again.append(far))
    assert (again, [len(one.rows) for one in plan.earlier]) == ([(12, 12)], [2])

    def after_the_file():
        return bool(rows)

    with pytest.raises(Refused, match="cancelled"):
        plan_report(
            full.desk, tmp_path / "late.csv", progress=lambda *far: rows.append(far[2]), cancelled=after_the_file
        )
