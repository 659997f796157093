"""Uses and reports taken back: what they had used is free again, what hung on them is judged again, and put back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.uses.add_evidence import (
    add_evidence,
)
from likeness.acts.uses.answer_held import KEEP, TAKE, answer_held, earlier_of
from likeness.acts.uses.import_report import import_report, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.acts.uses.restore_import import restore_import, set_aside
from likeness.acts.uses.settle_flag import settle_flag
from likeness.acts.uses.take_back_use import put_back_use, take_back_use
from likeness.errors import Refused
from tests.fakes.flags import row_of, verdict, with_a_trailer
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED


@pytest.fixture
def office(liora):
    return with_a_trailer(liora)


def test_a_use_taken_back_counts_no_more_and_frees_what_it_had_used(office):
    office.do(log_use, replace(ALLOWED, id="first", quantity={"line": 30}))
    office.do(log_use, replace(ALLOWED, id="second", quantity={"line": 20}, at=datetime(2026, 4, 5, tzinfo=UTC)))
    assert verdict(office, "second") == "OUT_OF_SCOPE"
    size, before = office.registry.journal.size(), office.registry.uses.counts()
    office.do(take_back_use, "first")
    assert (verdict(office, "second"), office.registry.uses.get("first").corrected_by) == ("IN_SCOPE", "taken-back")
    assert sum(office.registry.uses.counts().values()) == sum(before.values()) - 1
    assert "first" not in [row.use.id for row in office.registry.uses.walk()]
    with pytest.raises(Refused, match="unknown-use"):
        office.do(take_back_use, "first")
    office.do(put_back_use, "first")
    assert (verdict(office, "second"), office.registry.uses.counts()) == ("OUT_OF_SCOPE", before)
    assert [one.cause for one in office.registry.uses.get("second").findings[-2:]] == ["taken-back", "put-back"]
    with pytest.raises(Refused, match="unknown-use"):
        office.do(put_back_use, "first")
    assert office.registry.journal.size() == size + 2
    assert check_registry(office.desk) == []
    assert office.do(recheck_uses).value == 0


@pytest.fixture
def report(tmp_path):
    """Four rows: three of ten lines each, and one shown where nobody may."""
    lines = [
        replace(ALLOWED, id=f"l-{day}", at=datetime(2026, 4, day, tzinfo=UTC), quantity={"line": 10})
        for day in (1, 2, 3)
    ]
    path = tmp_path / "report.csv"
    write_uses(path, [*lines, replace(lines[0], id="l-4", territory=("US",))])
    return path


def imported(office, path):
    return office.do(import_report, path, reporter="tidewrack", period="april").value


def test_a_row_of_a_report_is_not_taken_back_alone(office, report):
    imported(office, report)
    for name in ("l-1", "l-4"):
        with pytest.raises(Refused, match="not-by-hand"):
            office.do(take_back_use, name)


def test_a_held_row_answered_twice_corrects_the_correction(office, report, tmp_path):
    imported(office, report)
    later = tmp_path / "later.csv"
    new = replace(ALLOWED, id="l-4", at=datetime(2026, 4, 1, tzinfo=UTC), quantity={"line": 11})
    write_uses(later, [new])
    second = imported(office, later)
    write_uses(later, [replace(new, quantity={"line": 12})])
    imported(office, later)
    assert office.registry.reports.held_by() == [("tidewrack", 2)]
    first_held, second_held = office.registry.reports.held()
    assert earlier_of(office.desk, first_held).use.id == "l-4"
    office.do(answer_held, first_held.id, TAKE)
    assert earlier_of(office.desk, second_held).use.id == f"l-4@{second.id}-{first_held.line}"
    office.do(answer_held, second_held.id, TAKE)
    counted = {row.use.id: row.use.quantity for row in office.registry.uses.walk() if row.use.id.startswith("l-4")}
    assert list(counted.values()) == [{"line": 12}]
    with pytest.raises(Refused, match="unknown-held"):
        office.do(answer_held, second_held.id, KEEP)


def test_a_held_row_whose_earlier_one_was_taken_back_can_still_be_taken(office, report, tmp_path):
    first = imported(office, report)
    later = tmp_path / "later.csv"
    write_uses(later, [replace(ALLOWED, id="l-4", quantity={"line": 11})])
    imported(office, later)
    office.do(undo_import, first.id)
    (held,) = office.registry.reports.held()
    assert earlier_of(office.desk, held) is None
    office.do(answer_held, held.id, TAKE)
    assert [row.use.quantity for row in office.registry.uses.walk() if row.use.id != "trailer"] == [{"line": 11}]


def test_an_import_taken_back_and_put_back_is_as_it_was(office, report, tmp_path):
    first = imported(office, report)
    proof = tmp_path / "proof.png"
    proof.write_bytes(b"proof")
    office.do(settle_flag, "l-4", "paid", "by transfer")
    office.do(add_evidence, "l-4", proof)
    later = tmp_path / "later.csv"
    write_uses(later, [replace(ALLOWED, id="l-2", at=datetime(2026, 4, 2, tzinfo=UTC), quantity={"line": 12})])
    imported(office, later)
    office.do(answer_held, office.registry.reports.held()[0].id, TAKE)
    report.unlink()  # the file itself is not needed
    verdicts = {row.use.id: row.newest.verdict.value for row in office.registry.uses.walk()}
    counts, evidence = office.registry.uses.counts(), office.registry.flags.evidence(row_of(office, "l-4"))
    kept = set_aside(office.desk, first.id)
    office.do(undo_import, first.id)
    assert office.registry.uses.get("l-4") is None
    with pytest.raises(Refused, match="unknown-report"):
        set_aside(office.desk, first.id)
    again = office.do(restore_import, kept).value
    assert (again.id, replace(again, id=first.id, imported_at=first.imported_at)) == (3, first)
    assert {row.use.id: row.newest.verdict.value for row in office.registry.uses.walk()} == verdicts
    assert office.registry.uses.counts() == counts
    assert office.registry.uses.get("l-2").corrected_by is not None
    (step,) = office.registry.flags.steps(row_of(office, "l-4"))
    assert (step.code, step.note) == ("settled-paid", "by transfer")
    found = office.registry.flags.evidence(row_of(office, "l-4"))
    assert [replace(one, id=0) for one in found] == [replace(one, id=0) for one in evidence]
    assert office.do(recheck_uses).value == 0
    assert check_registry(office.desk) == []


def test_a_report_is_not_put_back_beside_the_same_rows(office, report):
    first = imported(office, report)
    kept = set_aside(office.desk, first.id)
    office.do(undo_import, first.id)
    imported(office, report)
    before = office.registry.journal.size(), office.registry.uses.counts()
    with pytest.raises(Refused, match="import-in-the-way"):
        office.do(restore_import, kept)
    assert (office.registry.journal.size(), office.registry.uses.counts()) == before
