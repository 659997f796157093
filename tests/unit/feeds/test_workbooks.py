"""Workbooks: values as they were kept, and no workbook that takes the program down."""

from __future__ import annotations

import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from likeness.errors import Unreadable
from likeness.feeds import workbook
from likeness.feeds.batches import batches
from likeness.feeds.mapping import Mapping
from likeness.feeds.sniff import sniff
from tests.fakes.reports import read_all, workbook_of

ROWS: list[list[object]] = [
    ["Usage of July"], [], [None, "line_id", "user", "at", "quantity.line", "age"],
    [None, "1", "tidewrack", date(2026, 7, 4), 3, 30],
    [None, "2", "tidewrack", datetime(2026, 7, 4, 18, 30), "3", None],  # noqa: DTZ001  a workbook knows no zones
    [None, 3, "tidewrack", "2026-07-04T18:30:00Z", 3.5, None], [], [None, "Total", None, None, "=SUM(E4:E6)", None],
]  # fmt: skip


def test_values_rows_and_what_is_refused(tmp_path):
    source = sniff(workbook_of(tmp_path, ROWS))
    assert (source.kind, source.heading_row, source.sheet) == ("xlsx", 3, "Usage")
    facts, rejected = read_all(source.path)
    assert [(one["line"], one["line_id"], one["quantity.line"]) for one in facts] == [
        (4, "1", 3),
        (5, "2", 3),
        (8, "Total", None),
    ]
    assert [one["at_day"] for one in facts] == [True, True, None]
    assert rejected == [(6, "not-a-whole-number", "quantity.line", "3.5")]


def test_real_dates_need_no_form(tmp_path):
    path = workbook_of(tmp_path, [["user", "at"], ["u", date(2026, 7, 4)], ["u", "05/07/2026"], ["u", "2026-07-06"]])
    facts, rejected = read_all(path, Mapping(dates={"at": "%d/%m/%Y"}))
    assert [one["at"].day for one in facts] == [4, 5]
    assert rejected == [(4, "other-date-form", "at", "2026-07-06")]


def test_the_sheet_is_the_visible_one_with_most_in_it_or_the_one_that_is_named(tmp_path):
    path = workbook_of(tmp_path, [["user", "act"], *[["u", "show"]] * 3], title="Usage")
    book = openpyxl.load_workbook(path)
    book.create_sheet("Cover", 0).append(["Tidewrack"])
    hidden = book.create_sheet("Lookup")
    hidden.sheet_state = "hidden"
    for _ in range(9):
        hidden.append(["user", "v"])
    book.save(path)
    assert (sniff(path).sheet, sniff(path).sheets) == ("Usage", ("Cover", "Usage", "Lookup"))
    assert len(read_all(path, Mapping(sheet="Lookup"))[0]) == 8
    with pytest.raises(Unreadable) as told:
        list(batches(sniff(path), Mapping(sheet="Absent")))
    assert (told.value.code, told.value.params["value"], told.value.file) == ("no-such-sheet", "Absent", str(path))


def test_a_workbook_of_two_far_cells_is_refused_and_kills_nobody(tmp_path):
    path = workbook_of(tmp_path, [["user"]])
    book = openpyxl.load_workbook(path)
    book.active["XFD1048576"] = "far"
    book.save(path)
    with pytest.raises(Unreadable, match="sheet-too-wide"):
        sniff(path)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1000)
    with pytest.raises(Unreadable, match="too-large"):
        sniff(workbook_of(tmp_path, [["user"], ["u"]]))


def test_a_damaged_workbook(tmp_path):
    path = workbook_of(tmp_path, [["user"], ["u"]])
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["xl/worksheets/sheet1.xml"] = b"<worksheet><sheetData><row r="
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    with pytest.raises(Unreadable, match=r"not-a-report|report-empty"):
        list(batches(sniff(path)))
