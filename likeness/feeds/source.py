"""What is known about a report before it is read: its form, its headings and where they stand.

A Source is a picture of the file at one moment; `stamp` is how a later reading sees that the file is another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CSV, JSON_LINES, XLSX = "csv", "jsonl", "xlsx"
UTF8, CP1252 = "utf-8", "cp1252"


@dataclass(frozen=True)
class Stamp:
    """How a file is told from a later state of itself: its length in bytes and the time of its last change."""

    size: int
    changed_ns: int


@dataclass(frozen=True)
class Source:
    """A report as it lies there.

    `encoding` is that of the beginning: a file that is plain ASCII for long and then is not UTF-8 says so in its
    batches. `heading_row` is the line (XLSX: the row) of the headings, from 1; JSON lines have none (0). `columns` are
    the headings, trimmed; for JSON lines the keys of the first lines, those inside `quantity` as `quantity.line`.
    `sheets` are the names of an XLSX's sheets, hidden ones too, `sheet` the one that is read, and `alike` those with
    the same headings, which are not read.
    """

    path: Path
    stamp: Stamp
    kind: str
    gzipped: bool = False
    encoding: str = UTF8
    delimiter: str = ","
    quoted: bool = False
    bare_returns: bool = False
    heading_row: int = 0
    columns: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    sheet: str | None = None
    alike: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name

    @property
    def size(self) -> int:
        """The file's length in bytes, as it lies on the disk."""
        return self.stamp.size
