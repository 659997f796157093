"""Tables for others: CSV and XLSX in which nothing is a formula (FORMAT section 7, "Names and ids").

- A text cell that begins with = + - @ tab or return gets a leading apostrophe; XLSX cells are text.
- Rows are written as they come, so that a table may be longer than memory. The file is whole or not there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from likeness.errors import Refused
from likeness.values.keep import keep_pieces

Row = Sequence[str]
MOST_XLSX = 1_048_576  # rows of a sheet, its headings included
_RISKY = ("=", "+", "-", "@", "\t", "\r")
_AT_ONCE = 1_000


def write_table(path: Path, headings: Row, rows: Iterable[Row], cancelled: Callable[[], bool] | None = None) -> None:
    """Write a table as CSV or, where the name ends so, as XLSX; raise Refused for other endings and too many rows."""
    ending = path.suffix.lower()
    if ending not in (".csv", ".xlsx"):
        raise Refused("unknown-table", file=str(path))
    asked = _until(rows, cancelled)
    keep_pieces(path, _csv(headings, asked) if ending == ".csv" else _xlsx(path, headings, asked))


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def _until(rows: Iterable[Row], cancelled: Callable[[], bool] | None) -> Iterator[Row]:
    for number, row in enumerate(rows):
        if cancelled is not None and number % _AT_ONCE == 0 and cancelled():
            raise Refused("cancelled")
        yield [harmless(cell) for cell in row]


def _csv(headings: Row, rows: Iterator[Row]) -> Iterator[bytes]:
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(headings)
    for number, row in enumerate(rows, 1):
        writer.writerow(row)
        if number % _AT_ONCE == 0:
            yield page.getvalue().encode()
            page.seek(0)
            page.truncate()
    yield page.getvalue().encode()


def _xlsx(path: Path, headings: Row, rows: Iterator[Row]) -> Iterator[bytes]:
    from openpyxl import Workbook  # noqa: PLC0415  only where a workbook is written
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  see above
    from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415  see above

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(list(headings))
    for number, row in enumerate(rows, 2):
        if number > MOST_XLSX:
            raise Refused("too-many-rows", file=str(path), most=MOST_XLSX - 1)
        cells = []
        for text in row:
            try:
                cell = WriteOnlyCell(sheet, text)
            except IllegalCharacterError:  # XML has no such characters
                cell = WriteOnlyCell(sheet, text.encode("unicode_escape").decode())
            cell.data_type, cell.number_format = "s", "@"
            cells.append(cell)
        sheet.append(cells)
    data = io.BytesIO()
    book.save(data)
    yield data.getvalue()
