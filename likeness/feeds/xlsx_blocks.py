"""The rows of a sheet as text cells: values as the workbook keeps them, hidden and merged cells too.

- A formula gives the value that was worked out when the file was saved; without one it is an empty cell.
- A number that is whole is written whole. A real date needs no form: it is written in the form its column is read in;
  its hour, which has no zone, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from likeness.feeds.block import Block, block_of
from likeness.feeds.source import Source
from likeness.feeds.workbook import open_sheet, open_workbook

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

ROWS = 100_000


def xlsx_blocks(source: Source, forms: Mapping[int, str]) -> Iterator[Block]:
    """Yield the rows below the headings; `forms` are the date forms of columns by their index."""
    width = len(source.columns)
    sheet = open_sheet(open_workbook(source.path), source.sheet or "")
    rows = enumerate(sheet_rows(sheet, forms), 1)
    below = ((line, row[:width] + [None] * (width - len(row))) for line, row in rows if line > source.heading_row)
    while some := list(islice(below, ROWS)):
        yield block_of([row for _, row in some], [line for line, _ in some], width, [])


def sheet_rows(sheet: CalamineSheet, forms: Mapping[int, str]) -> Iterator[list[str | None]]:
    """Yield every row of a sheet from its first, as text cells."""
    left_out = sheet.start[1] if sheet.start else 0
    for row in sheet.iter_rows():
        cells: list[str | None] = [None] * left_out
        yield cells + [_cell(value, forms.get(index)) for index, value in enumerate(row, left_out)]


def _cell(value: object, form: str | None) -> str | None:
    """Return a value of a workbook as a text cell."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return day.isoformat() if form is None else day.strftime(form)
    return str(value)
