"""Corrections go with the report they came with, come back with it, and never count beside what they correct."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.uses.answer_held import TAKE, answer_held
from likeness.acts.uses.import_report import import_report, undo_import
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.acts.uses.restore_import import restore_import, set_aside
from likeness.acts.uses.settle_flag import settle_flag
from likeness.errors import Refused
from likeness.registry.migrate import migrations
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED


def lines(name, count, day=1):
    return replace(ALLOWED, id=name, at=datetime(2026, 4, day, tzinfo=UTC), quantity={"line": count})


@pytest.fixture
def told(office, tmp_path):
    """Give a function that imports rows of Tidewrack's for April, and takes whatever contradicts earlier ones."""

    def tell(*uses, take=True):
        path = tmp_path / "report.csv"
        write_uses(path, uses)
        row = office.do(import_report, path, reporter="tidewrack", period="april").value
        for held in office.registry.reports.held(row.id) if take else ():
            office.do(answer_held, held.id, TAKE)
        return row

    return tell


def counting(office):
    return {row.use.id: (row.use.quantity["line"], row.newest.verdict.value) for row in office.registry.uses.walk()}


def everything(office):
    """What is told of every use that counts, the limits' sums, and what is corrected by what."""
    uses = sorted((row.use.id, row.use, row.newest) for row in office.registry.uses.walk())
    return uses, office.registry.tallies.frame().rows(), office.registry.uses.corrections()


def taken_back(office, report):
    kept = set_aside(office.desk, report.id)
    office.do(undo_import, report.id)
    return kept


def sound(office):
    return check_registry(office.desk) == [] and office.do(recheck_uses).value == 0


def test_a_report_taken_back_takes_its_corrections_with_it_and_brings_them_back(office, told):
    told(lines("a", 30), lines("b", 5, 2), lines("c", 5, 3))
    second = told(lines("a", 39), lines("d", 1, 4))
    before = everything(office)
    assert counting(office)["a@2-2"] == (39, "IN_SCOPE")
    assert counting(office)["b"] == (5, "OUT_OF_SCOPE")
    office.do(settle_flag, "b", "paid")
    kept = taken_back(office, second)
    assert counting(office) == {"a": (30, "IN_SCOPE"), "b": (5, "IN_SCOPE"), "c": (5, "IN_SCOPE")}
    assert sound(office)
    again = office.do(restore_import, kept).value
    assert everything(office) == before
    assert sound(office)
    taken_back(office, again)
    assert counting(office)["a"] == (30, "IN_SCOPE")
    assert "a@2-2" not in counting(office)


@pytest.mark.parametrize("gone", [(2,), (3,), (2, 3), (3, 2), (2, 1), (1, 2), (1, 3, 2), (1,), (3, 1, 2)])
def test_of_a_row_that_was_corrected_twice_one_version_counts_and_all_come_back(office, told, gone):
    for count in (10, 11, 12):
        told(lines("a", count))
    before, kept = everything(office), {}
    for report in gone:
        kept[report] = taken_back(office, office.registry.reports.get(report))
        there = [count for number, count in ((1, 10), (2, 11), (3, 12)) if number not in kept]
        assert [count for count, _verdict in counting(office).values()] == there[-1:]
    for report in reversed(gone):
        office.do(restore_import, kept[report])
    assert everything(office) == before
    assert sound(office)


def test_they_come_back_in_whatever_order_they_are_put_back(office, told):
    reports = [told(lines("a", count)) for count in (10, 11)]
    kept = [taken_back(office, report) for report in reports]
    for one in kept:  # the first one first, though it was taken back first, too
        office.do(restore_import, one)
    assert counting(office) == {"a@2-2": (11, "IN_SCOPE")}
    assert sound(office)


def test_a_row_told_again_while_its_correction_counts_is_held_and_not_counted_beside_it(office, told):
    first = told(lines("a", 10))
    told(lines("a", 11))
    office.do(undo_import, first.id)
    again = told(lines("a", 10), lines("b", 1, 2), take=False)
    assert (again.decided, again.conflicting) == (1, 1)
    assert counting(office) == {"a@2-2": (11, "IN_SCOPE"), "b": (1, "IN_SCOPE")}
    office.do(answer_held, office.registry.reports.held()[0].id, TAKE)
    assert counting(office) == {"a@3-2": (10, "IN_SCOPE"), "b": (1, "IN_SCOPE")}
    same = told(lines("a", 10))
    assert (same.decided, same.duplicates, same.conflicting) == (0, 1, 0)


def test_what_was_taken_meanwhile_is_in_the_way_of_the_row_it_contradicts(office, told):
    first = told(lines("a", 10))
    told(lines("a", 11), take=False)
    kept = taken_back(office, first)
    office.do(answer_held, office.registry.reports.held()[0].id, TAKE)
    with pytest.raises(Refused, match="import-in-the-way"):
        office.do(restore_import, kept)
    assert counting(office) == {"a@2-2": (11, "IN_SCOPE")}


def test_corrections_of_an_earlier_version_are_known_by_their_ids(office, told):
    told(lines("a", 10), lines("a@2-2", 1, 2))
    second = told(lines("a", 11))
    [text] = [text for number, text in migrations() if number == 12]
    known = office.registry.corrections.of(second.id)
    with office.registry.transaction():
        office.registry._db.run("DROP TABLE correction")
        office.registry._db.script(text)
    assert office.registry.corrections.of(second.id) == known
    assert [one.name for one in known] == ["a@2-2@"]
