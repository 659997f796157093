"""Rows of reports once they are recorded: found, told apart, judged again when a licence changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.licences.end_licence import resume_licence, suspend_licence
from likeness.acts.licences.receive_licence import receive_licence
from likeness.acts.uses.import_report import undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.bulk.frame import told
from likeness.errors import Refused
from likeness.registry.use_pages import ROWS_OF_A_PAGE
from tests.fakes.licences import a_licence, signed
from tests.fakes.offices import an_office
from tests.fakes.reports import imported, verdicts, write_uses
from tests.fakes.uses import ALLOWED

FIRST = datetime(2026, 4, 1, tzinfo=UTC)


def the_number(office):
    return office.registry.licences.all(office.clock.now())[0].number


def test_the_rows_of_a_report_are_found_by_their_words(office, report):
    row = imported(office, report)
    assert office.registry.uses.words.behind()
    (found,) = office.registry.uses.find(words="l-4")
    assert (office.registry.uses.page([found])[0].use.id, office.registry.uses.words.behind()) == ("l-4", False)
    assert office.registry.uses.find(words="l-4") == [found]  # and laid in the index once
    office.do(undo_import, row.id)
    assert office.registry.uses.find(words="l-4") == []


def test_flagged_rows_of_several_pages_keep_their_own_facts(office, tmp_path):
    count = 2 * ROWS_OF_A_PAGE + 1
    start = datetime(2026, 4, 1, tzinfo=UTC)
    told_ = [
        replace(ALLOWED, id=f"u-{place}", territory=("US",), at=start + timedelta(seconds=place), quantity={"line": 1})
        for place in range(count)
    ]
    path = tmp_path / "many.csv"
    write_uses(path, told_)
    imported(office, path)
    uses = office.registry.uses
    newest_first = uses.page(uses.find(verdicts=["OUT_OF_SCOPE"], most=count))
    assert [row.use for row in reversed(newest_first)] == told_
    assert {row.newest.broken for row in newest_first} == {("territory",)}
    assert uses.get(f"u-{ROWS_OF_A_PAGE}").use == told_[ROWS_OF_A_PAGE]
    assert len(uses.find(words="US", most=count)) == count


def test_what_an_earlier_version_kept_of_a_flagged_row_is_read_as_before(office, report):
    """Up to 0009 each such row had its facts as text beside it, and its first verdict in the table of findings."""
    imported(office, report)
    uses, database = office.registry.uses, office.registry._db
    now = uses.get("l-4")
    block, place = database.one("SELECT block, place FROM use WHERE row = ?", (now.row,))
    facts = told(office.registry.reports.facts(block)[place])[0]
    with office.registry.transaction():
        database.run("UPDATE use SET facts = ? WHERE row = ?", (facts, now.row))
        uses.findings.put(now.row, now.newest, now.recorded_at, now.findings[0].cause)
        database.run("DELETE FROM use_page")
    assert uses.get("l-4") == now


def test_a_line_id_that_two_reports_use_is_told_apart_by_the_report(office, report):
    imported(office, report)
    second = imported(office, report, period="may")
    assert second.decided == 4
    assert office.registry.uses.get("l-4").report == 1
    assert office.registry.uses.get(f"l-4@{second.id}").report == second.id


def test_rows_in_scope_of_two_reports_are_told_apart_where_they_are_listed_together(office, report):
    """Companies number their rows from 1: a list that has two rows of one name shows one of them twice."""
    first, second = imported(office, report), imported(office, report, "may")
    uses = office.registry.uses
    found = uses.find(verdicts=["IN_SCOPE"])
    listed = {row.use.id: row for row in uses.page(found)}
    assert len(listed) == len(found) > first.in_scope
    for name, row in listed.items():
        assert uses.get(name).row == row.row
    assert {row.report for row in listed.values()} == {first.id, second.id}
    assert [row.use.id for row in uses.page([listed[f"l-1@{first.id}"].row])] == ["l-1"]


def test_a_line_id_that_looks_like_one_of_another_report_is_told_apart_too(office, report, tmp_path):
    imported(office, report)
    outside = replace(ALLOWED, territory=("US",))
    office.do(log_use, replace(outside, id="l-4@2@2"))
    write_uses(tmp_path / "mixed.csv", [replace(outside, id=name) for name in ("l-4", "l-4@2", "l-5")])
    assert imported(office, tmp_path / "mixed.csv", period="may").id == 2
    assert set(verdicts(office)) == {"l-1", "l-2", "l-3", "l-4", "l-4@2", "l-4@2@2", "l-4@2@2@2", "l-5"}
    assert check_registry(office.desk) == []


@pytest.mark.parametrize("few", [-1, 5_000])
def test_rows_of_two_reports_with_the_same_line_ids_are_judged_again(office, report, monkeypatch, few):
    """Each becomes a use of its own: one keeps its line id, the other one says whose report it is of."""
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", few)
    imported(office, report)
    imported(office, report, "may")
    assert len(office.registry.uses.find()) == 8
    office.do(suspend_licence, the_number(office), at=FIRST)
    found = verdicts(office)
    assert sorted(name.partition("@")[0] for name in found) == [f"l-{row}" for row in (1, 1, 2, 2, 3, 3, 4, 4)]
    assert len([name for name in found if "@" in name]) == 4
    assert set(found.values()) == {"OUT_OF_SCOPE"}
    assert (office.do(recheck_uses).value, check_registry(office.desk)) == (0, [])


@pytest.mark.parametrize("few", [-1, 5_000])
def test_uses_without_any_licence_are_judged_again(tmp_path, monkeypatch, few):
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", few)
    bare = an_office(tmp_path)
    bare.do(log_use, replace(ALLOWED, id="u-1"))
    write_uses(tmp_path / "report.csv", [replace(ALLOWED, id="u-2")])
    imported(bare, tmp_path / "report.csv")
    assert bare.do(recheck_uses).value == bare.do(recheck_uses, "u-1").value == bare.do(recheck_uses, "u-2").value == 0
    assert verdicts(bare) == {"u-1": "OUT_OF_SCOPE", "u-2": "OUT_OF_SCOPE"}
    bare.close()


@pytest.mark.parametrize("few", [-1, 5_000])
def test_a_row_that_falls_out_of_scope_later_is_found_by_its_words(office, tmp_path, monkeypatch, few):
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", few)
    write_uses(tmp_path / "report.csv", [replace(ALLOWED, id=name, at=FIRST) for name in ("tern", "plover")])
    imported(office, tmp_path / "report.csv")
    assert office.registry.uses.find(words="plover") == []  # in scope, it stands only in its block
    office.do(suspend_licence, the_number(office), at=FIRST)
    (found,) = office.registry.uses.page(office.registry.uses.find(words="plover"))
    assert (found.use.id, found.newest.broken) == ("plover", ("suspended",))
    assert [(one.finding.verdict.value, one.cause) for one in found.findings] == [
        ("IN_SCOPE", "imported"), ("OUT_OF_SCOPE", "suspended")]  # fmt: skip


def test_more_verdicts_than_are_added_at_once_are_all_added_or_none(office, tmp_path, monkeypatch):
    """Cancel, pressed after the first of them were written; what was read of them meanwhile is not remembered."""
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", -1)
    monkeypatch.setattr("likeness.acts.judging.rejudge_many._AT_ONCE", 4)
    uses = [replace(ALLOWED, id=f"u-{day}", at=FIRST + timedelta(days=day), quantity={"line": 1}) for day in range(12)]
    write_uses(tmp_path / "twelve.csv", uses)
    imported(office, tmp_path / "twelve.csv")
    number, told_ = the_number(office), []

    def stop():
        written = office.registry.uses.find(verdicts=["OUT_OF_SCOPE"])
        return len(office.registry.uses.page(written)) == 8

    with pytest.raises(Refused, match="cancelled"):
        office.do(suspend_licence, number, at=FIRST + timedelta(days=2), cancelled=stop)
    assert set(verdicts(office).values()) == {"IN_SCOPE"}
    office.do(suspend_licence, number, at=FIRST + timedelta(days=3), progress=lambda *steps: told_.append(steps))
    assert sorted(verdicts(office).items()) == sorted(
        (use.id, "OUT_OF_SCOPE" if place >= 3 else "IN_SCOPE") for place, use in enumerate(uses)
    )
    assert [done for done, _ in told_] == [6, 7, 9, 11, 12, 12]  # half is to read them
    assert {whole for _, whole in told_} == {12}
    office.do(resume_licence, number, at=FIRST + timedelta(days=6))
    assert list(verdicts(office).values()).count("OUT_OF_SCOPE") == 3
    assert (office.do(recheck_uses).value, check_registry(office.desk)) == (0, [])


@pytest.mark.parametrize("number", ['7"', "7\\", "Größe 7", '["7"]', "{} 7", "{number}"])
def test_a_licence_may_bear_any_number_that_somebody_else_gave_it(company, tmp_path, monkeypatch, number):
    monkeypatch.setattr("likeness.acts.judging.rejudge._FEW", -1)
    changes = {"basis": "consent", "limits": [{"unit": "line", "max": 10}], "longest_seconds": None, "delete_by": None}
    licence = signed(a_licence(number=number, **{f"terms_{name}": value for name, value in changes.items()}))
    with company.registry.transaction():
        receive_licence(company.desk, licence)
    uses = [replace(ALLOWED, id=f"u-{day}", at=FIRST + timedelta(days=day), quantity={"line": 6}) for day in range(2)]
    write_uses(tmp_path / "report.csv", [*uses, replace(uses[0], id="a-2", territory=("US",))])
    imported(company, tmp_path / "report.csv")
    found = {row.use.id: row.newest for row in company.registry.uses.walk()}
    assert {name: one.broken for name, one in found.items()} == {"a-2": ("territory",), "u-0": (), "u-1": ("limit",)}
    assert {one.licences for one in found.values()} == {(number,)}
    assert found["u-1"].by_licence == ((number, ("limit",), ()),)
    assert company.do(recheck_uses).value == 0
