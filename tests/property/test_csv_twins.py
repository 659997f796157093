"""The quick reader of CSV and the careful one say the same, whatever stands in the file and wherever it is cut."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from likeness.feeds import csv_blocks as pieces
from likeness.feeds.batches import batches
from likeness.feeds.csv_careful import careful_rows
from likeness.feeds.csv_marks import marks_of
from likeness.feeds.csv_quick import quick_rows
from likeness.feeds.report_file import ReportText, report_file
from likeness.feeds.sniff import sniff

HEADINGS = ("line_id", "user", "territory", "notes")
MARKS = ',;\t"\n\r |'
CELLS = st.one_of(
    st.sampled_from(
        ["", "a", "tidewrack", " FR ", "FR|DE", "FR||DE|", '"', '""', "none", "é", "\u00a0x", "\ufeff", "\x00"]
    ),
    st.text(alphabet=MARKS + "ab\u2003", max_size=6),
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=12)
DRESSED = st.tuples(ROWS, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())
RAW = st.lists(st.text(alphabet=MARKS + "abé", max_size=30), max_size=12)


def written(rows, delimiter, newline, bom, quoted):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=newline, quoting=1 if quoted else 0)  # all, or few
    writer.writerow(HEADINGS)
    writer.writerows(rows)
    return codecs.BOM_UTF8 * bom + text.getvalue().encode()


def told(path, *, quickly, piece):
    """All rows as (line, cells) and all faults, read in pieces of a size."""
    source = sniff(path)
    with pytest.MonkeyPatch.context() as patch, report_file(path, source.stamp) as file:
        if not quickly:
            patch.setattr(pieces, "quick_rows", lambda *_: None)
        blocks = list(pieces.csv_blocks(source, ReportText(file, source), piece=piece, least=16))
    rows = [
        (line, tuple(cell or None for cell in cells))
        for block in blocks
        for line, cells in zip(block.lines.tolist(), block.cells.rows(), strict=True)
    ]
    return [row for row in rows if any(row[1])], [fault for block in blocks for fault in block.faults]


def agree(path, data):
    path.write_bytes(data)
    careful = told(path, quickly=False, piece=1 << 20)
    for piece in (1 << 20, 64, 7):
        assert told(path, quickly=True, piece=piece) == careful
    assert told(path, quickly=False, piece=7) == careful


CALM = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@CALM
@given(dressed=DRESSED)
@example(dressed=([["a", "b", "c"], ["a", "b", "c", "d", "e"], ["1", "2", "3", "4"]], ",", "\n", False, False))
def test_what_a_writer_wrote(dressed, tmp_path):
    agree(tmp_path / "report.csv", written(*dressed))


@CALM
@given(lines=RAW, delimiter=st.sampled_from(",;"))
@example(lines=["a,b\n", 'c,"d', 'e",f', "g,h,i,j"], delimiter=",")
@example(lines=['a,b"c,d,e', 'f,"g\nh",i,j'], delimiter=",")
def test_what_nobody_should_write(lines, delimiter, tmp_path):
    agree(tmp_path / "report.csv", "\n".join([delimiter.join(HEADINGS), *lines]).encode())


@CALM
@given(odd=st.sets(st.integers(0, 99), max_size=4), piece=st.integers(200, 900))
@example(odd={5}, piece=300)
def test_a_few_short_rows_shift_no_line(odd, piece, tmp_path):
    rows = [f"r{number},tidewrack" if number in odd else f"r{number},tidewrack,FR,x" for number in range(100)]
    (tmp_path / "report.csv").write_text("\n".join([",".join(HEADINGS), *rows]))
    lines, faults = told(tmp_path / "report.csv", quickly=True, piece=piece)
    assert (lines, faults) == told(tmp_path / "report.csv", quickly=False, piece=1 << 20)
    assert sorted([line for line, _ in lines] + [fault.line for fault in faults]) == [*range(2, 102)]


@CALM
@given(dressed=DRESSED)
@example(dressed=([["\t"]], "\t", "\n", False, False))
@example(dressed=([["a||b"]], "|", "\n", False, False))
def test_a_tidy_block_needs_no_trimming(dressed, tmp_path):
    rows, delimiter, newline, _, quoted = dressed
    data = written([row[:4] + [""] * (4 - len(row)) for row in rows], delimiter, newline, False, quoted)
    block = quick_rows(marks_of(data, delimiter), 4, 1)
    if block is not None and block.tidy:
        cells = [cell for row in block.cells.rows() for cell in row if cell is not None]
        assert all(cell == cell.strip() != "" for cell in cells)
        assert all(part.strip() == part != "" for cell in cells if "|" in cell for part in cell.split("|"))


def test_a_long_report_is_read_quickly_around_its_bad_rows(tmp_path, monkeypatch):
    path, calls = tmp_path / "report.csv", []
    good = "".join(f"r{number},tidewrack,FR,x\n" for number in range(200_000))
    path.write_text("line_id,user,territory,notes\n" + good + "short,row\n" + 'x,"a" b,c,d\n' + "\n" + good)

    def counted(piece, *rest, **options):
        calls.append(len(piece))
        return careful_rows(piece, *rest, **options)

    monkeypatch.setattr(pieces, "careful_rows", counted)
    found = list(batches(sniff(path)))
    assert sum(batch.facts.height for batch in found) == 400_001
    (rejected,) = [row for batch in found for row in batch.rejected.rows()]
    assert rejected[:2] == (200_002, "field-count")
    lines = [line for batch in found for line in batch.facts["line"].to_list()]
    assert lines == [*range(2, 200_002), 200_003, *range(200_005, 400_005)]
    assert sum(calls) < 1_000_000 < path.stat().st_size
