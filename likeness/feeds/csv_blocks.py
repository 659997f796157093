"""The rows of a CSV report, block by block: quickly where it is regular, carefully where it is not.

- Memory is bounded by a piece of the file (16 MB), whatever the file's length. Of a row longer than 16 MB the first
  line is refused ("line-too-long") and reading goes on with the next one.
- After a stretch that is not regular the stretches grow again: one bad row costs its neighbourhood, not the file.
- Lines are counted by their line feeds, as an editor does.
"""

from __future__ import annotations

from collections.abc import Iterator

from likeness.feeds.block import Block, Fault, block_of
from likeness.feeds.csv_careful import careful_rows
from likeness.feeds.csv_marks import marks_of
from likeness.feeds.csv_quick import quick_rows, whole_rows
from likeness.feeds.report_file import LONGEST_LINE, PIECE, ReportText
from likeness.feeds.source import Source

LEAST = 256 * 1024  # bytes read carefully at a time
_STEP = 4
_TOLD = 1_024  # bytes of a line that is refused


class _Waiting:
    """Bytes that were read from the file and are no rows yet; `line` is where the next row begins."""

    def __init__(self, text: ReportText, piece: int) -> None:
        self._text = text
        self._piece = piece
        self._data = b""
        self._at = 0
        self.line = 1
        self.ended = False

    @property
    def is_ascii(self) -> bool:
        """Whether all that was read so far is ASCII."""
        return self._text.is_ascii

    def __len__(self) -> int:
        return len(self._data) - self._at

    def fill(self) -> None:
        """Read another piece behind what is waiting."""
        more = self._text.read_lines(self._piece)
        self.ended = not more
        self._data = self._data[self._at :] + more if len(self) else more
        self._at = 0

    def lines(self, size: int) -> bytes:
        """Return about `size` of the waiting bytes, to the end of a line."""
        if size >= len(self):
            return self._data[self._at :]
        end = self._data.find(b"\n", self._at + size)
        return self._data[self._at : end + 1 if end >= 0 else None]

    def is_all(self, piece: bytes) -> bool:
        """Tell whether nothing comes after these bytes."""
        return self.ended and len(piece) == len(self)

    def whole_lines(self) -> bytes:
        """Return the waiting bytes to the end of the last line that is whole."""
        return self._data[self._at : self._data.rfind(b"\n", self._at) + 1]

    def take(self, used: int, lines: int) -> None:
        self._at += used
        self.line += lines

    def skip_line(self) -> bytes:
        """Go past a line, however long it is, without keeping it; return how it begins."""
        begins = self._data[self._at : self._at + _TOLD]
        while (end := self._data.find(b"\n", self._at)) < 0 and not self.ended:
            self._at = len(self._data)
            self.fill()
        self.take((end + 1 if end >= 0 else len(self._data)) - self._at, 1)
        return begins


def csv_blocks(source: Source, text: ReportText, *, piece: int = PIECE, least: int = LEAST) -> Iterator[Block]:
    """Yield the rows below the headings, about `piece` bytes of them at a time."""
    waiting, stretch = _Waiting(text, piece), piece
    _skip_headings(source, waiting)
    while len(waiting) or not waiting.ended:
        if not len(waiting):
            waiting.fill()
            continue
        block = _quickly(source, waiting, stretch)
        if block is not None:
            stretch = min(stretch * _STEP, piece)
            yield block
        elif min(stretch, len(waiting)) > least:
            stretch = max(min(stretch, len(waiting)) // _STEP, least)
        else:
            yield _carefully(source, waiting, least)


def _quickly(source: Source, waiting: _Waiting, stretch: int) -> Block | None:
    piece = waiting.lines(stretch)
    marks = marks_of(piece, source.delimiter, is_ascii=waiting.is_ascii)
    whole = whole_rows(marks, last=waiting.is_all(piece))
    if not whole:
        return None
    rows = marks.until(whole)
    block = quick_rows(rows, len(source.columns), waiting.line)
    if block is not None:
        waiting.take(whole, rows.piece.count(b"\n") if rows.quoted or block.faults else block.cells.height)
    return block


def _carefully(source: Source, waiting: _Waiting, least: int) -> Block:
    enough = least
    while True:
        piece = waiting.lines(enough)
        last = waiting.is_all(piece)
        found = careful_rows(piece, source.delimiter, len(source.columns), waiting.line, enough=least, last=last)
        if found.used and (last or piece.endswith(b"\n")):
            waiting.take(found.used, found.line - waiting.line)
            return found.block
        if len(piece) == len(waiting):
            if len(waiting) > LONGEST_LINE:
                return _too_long(source, waiting)
            waiting.fill()
        enough *= _STEP


def _too_long(source: Source, waiting: _Waiting) -> Block:
    """Return the rows that are whole, if there are any; else refuse the line that begins a row of more than 16 MB."""
    whole, width = waiting.whole_lines(), len(source.columns)
    found = careful_rows(whole, source.delimiter, width, waiting.line, enough=len(whole), last=False)
    if found.used:
        waiting.take(found.used, found.line - waiting.line)
        return found.block
    line = waiting.line
    begins = waiting.skip_line().decode("utf-8", errors="replace")
    return block_of([], [], width, [Fault.of(line, "line-too-long", None, begins)])


def _skip_headings(source: Source, waiting: _Waiting) -> None:
    """Go to the row below the headings, which the careful reader finds: a heading may hold line ends too."""
    while waiting.line <= source.heading_row:
        while len(waiting) < LEAST and not waiting.ended:
            waiting.fill()
        if not len(waiting):
            return
        piece = waiting.lines(LEAST)
        row = careful_rows(piece, source.delimiter, len(source.columns), waiting.line, enough=1, last=True)
        waiting.take(row.used, row.line - waiting.line)
