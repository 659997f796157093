"""The door to a workbook: it is measured before the reader unpacks it.

- The reader lays a sheet out from its first cell to its last. A workbook of two cells, one in each corner, would take
  half a terabyte and the whole program with it; so a sheet that spans more than 32 million cells is refused.
- A workbook that unpacks to more than 4 GB is refused.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.errors import Unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_UNPACKED = 4 * 1024**3
MOST_CELLS = 32_000_000
_WORKBOOK = "xl/workbook.xml"
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,4})(\d{0,8})")
_AT_ONCE = 4 * 1024 * 1024
_LONGEST_PLACE = 64


def is_workbook(path: Path) -> bool:
    """Tell whether a file is an XLSX."""
    try:
        with zipfile.ZipFile(path) as packed:
            return _WORKBOOK in packed.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError):
        return False


def open_workbook(path: Path) -> CalamineWorkbook:
    """Open a workbook that was measured, or raise Unreadable ("not-a-report", "too-large", "sheet-too-wide")."""
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415  a command must start fast

    _measure(path)
    try:
        return CalamineWorkbook.from_path(path)
    except (CalamineError, OSError) as why:
        raise Unreadable("not-a-report", file=str(path)) from why


def open_sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    """Open a sheet by its name, or raise Unreadable ("no-such-sheet", "not-a-report")."""
    from python_calamine import CalamineError, WorksheetNotFound  # noqa: PLC0415  a command must start fast

    try:
        return book.get_sheet_by_name(name)
    except WorksheetNotFound as why:
        raise Unreadable("no-such-sheet", file=book.path, key="sheet", value=name) from why
    except CalamineError as why:
        raise Unreadable("not-a-report", file=book.path) from why


def _measure(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Unreadable("too-large", file=str(path), most=MOST_UNPACKED)
            spans = [_cells_spanned(packed, part) for part in parts]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError) as why:
        raise Unreadable("not-a-report", file=str(path)) from why
    if max(spans, default=0) > MOST_CELLS:
        raise Unreadable("sheet-too-wide", file=str(path), most=MOST_CELLS)


def _cells_spanned(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """Return how many cells lie between the first cell of a sheet and the furthest place that its text names."""
    columns: set[bytes] = set()
    furthest, tail = 0, b""
    with packed.open(part) as text:
        while data := text.read(_AT_ONCE):
            found = _PLACE.findall(tail + data)
            tail = data[-_LONGEST_PLACE:]
            columns.update(letters for letters, _ in found)
            furthest = max(furthest, max((int(digits or 0) for _, digits in found), default=0))
    return furthest * max((_column(letters) for letters in columns), default=0)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
