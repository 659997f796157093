"""Lines that are too long, and what is nested in a line of JSON: one refused row each, or none."""

from __future__ import annotations

import gzip

import pytest

from likeness.errors import Unreadable
from likeness.feeds import blocks, csv_blocks, json_blocks, report_file
from likeness.feeds.batches import batches
from likeness.feeds.block import Fault
from likeness.feeds.blocks import beginning
from likeness.feeds.sniff import sniff
from likeness.paper.words.complaint import sentence
from tests.fakes.reports import read_all, report_of


@pytest.mark.parametrize("ended", [True, False], ids=["ended", "end of the file"])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_a_line_of_json_that_is_too_long_is_one_row(tmp_path, monkeypatch, packed, ended):
    """It was read in pieces before, each a row of its own, and the lines after it had other numbers."""
    monkeypatch.setattr(json_blocks, "PIECE", 64)
    monkeypatch.setattr(report_file, "LONGEST_LINE", 64)
    long = '{"line_id": "b", "project": "' + "p" * 500 + '"}'
    rows = ['{"line_id": "a"}', long, '{"line_id": "c"}', "", long] + ['{"line_id": "d"}'] * ended
    path = tmp_path / "report.jsonl"
    data = "\n".join(rows).encode()
    path.write_bytes(gzip.compress(data) if packed else data)
    facts, rejected = read_all(path)
    assert [(fact["line"], fact["line_id"]) for fact in facts] == [(1, "a"), (3, "c"), (6, "d")][: 2 + ended]
    assert [one[:2] for one in rejected] == [(2, "line-too-long"), (5, "line-too-long")]


def test_what_is_nested_where_nobody_reads_tells_rows_apart_and_refuses_none(tmp_path):
    path = tmp_path / "report.jsonl"
    path.write_text('{"user": "u", "more": {"x": 1}}\n{"user": "u", "more": [[2]]}\n{"user": {"x": 1}}\n', "utf-8")
    facts, rejected = read_all(path)
    assert [fact["rest"] for fact in facts] == ['{"x": 1}', "[[2]]"]
    assert rejected == [(3, "not-text", "user", '{"x": 1}')]
    assert next(cells for _, cells in beginning(sniff(path))) == ("u", '{"x": 1}')


@pytest.mark.parametrize("careful", [False, True], ids=["regular", "a quote before it"])
def test_a_line_of_csv_that_is_too_long_is_one_row(tmp_path, monkeypatch, careful):
    """It refused the whole report before."""
    monkeypatch.setattr(csv_blocks, "LONGEST_LINE", 20_000)
    monkeypatch.setattr(csv_blocks, "LEAST", 64)
    monkeypatch.setattr(report_file, "LONGEST_LINE", 64)
    rows = ['a,"u" x' if careful else "a,u", "b," + "u" * 50_000, "c,u", "d," + "u," * 20_000, "e,u"]
    path = report_of(tmp_path, *rows, headings=("line_id", "user"))
    read = batches_of_pieces(path, monkeypatch)
    assert [fact for fact, *_ in read.facts.select("line_id").iter_rows()] == ["a", "c", "e"]
    assert read.rejected["line"].to_list() == [3, 5]
    assert set(read.rejected["reason"].to_list()) == {"line-too-long"}


def batches_of_pieces(path, monkeypatch):
    """Read a report in small pieces, as a large one is."""
    whole = csv_blocks.csv_blocks
    monkeypatch.setattr(blocks, "csv_blocks", lambda source, text, piece: whole(source, text, piece=512, least=64))
    (batch,) = batches(sniff(path))
    return batch


def test_a_file_of_one_long_line_is_not_called_empty(tmp_path):
    path = tmp_path / "report.csv"
    path.write_text("x" * 200_000, "utf-8")
    with pytest.raises(Unreadable) as told:
        sniff(path)
    assert (told.value.code, told.value.line) == ("csv-cell-too-long", 1)


@pytest.mark.parametrize("text", ['[{"id": "a"},\n{"id": "b"}]', "[\n  {\n", "[]"])
def test_a_list_of_json_is_told_from_json_lines(tmp_path, text):
    path = tmp_path / "report.json"
    path.write_text(text, "utf-8")
    with pytest.raises(Unreadable, match="json-list"):
        sniff(path)


def test_a_heading_in_brackets_is_a_heading(tmp_path):
    path = tmp_path / "report.csv"
    path.write_text("[user],[likeness]\nu,x\n", "utf-8")
    assert sniff(path).columns == ("[user]", "[likeness]")


def test_what_is_told_of_a_line_has_no_gap(tmp_path):
    """A refused row keeps no column: the sentence named one that was not there."""
    path = tmp_path / "report.jsonl"
    path.write_text('{"user": "u"}\n{oops\n', "utf-8")
    (batch,) = batches(sniff(path))
    assert batch.rejected["reason"].to_list() == ["json-syntax"]
    assert sentence(Fault(*batch.rejected.row(0)).error()) == "line 2: This line is not sound JSON."
