"""A report's bytes, read in whole lines: plain or gzip, and never silently of two states of the file.

- A file that grows, shrinks or vanishes while it is read is refused ("file-changed"): half a report is no report.
- What is read ends with a line feed, or with the end of the file; only of a line of more than 16 MB a part is read.
- Text comes out as UTF-8 without a byte-order mark, whatever it is on the disk.
"""

from __future__ import annotations

import codecs
import gzip
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from likeness.errors import Unreadable
from likeness.feeds.source import CP1252, UTF8, Source, Stamp
from likeness.values.keep import unlike_file

PIECE = 8 * 1024 * 1024
LONGEST_LINE = 16 * 1024 * 1024
_GZIP = b"\x1f\x8b"


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file, or raise Unreadable.

    ("no-such-file", "not-a-file", "no-ordinary-file", "file-unreadable").
    """
    try:
        seen = path.stat()
    except FileNotFoundError as why:
        raise Unreadable("no-such-file", file=str(path)) from why
    except (OSError, ValueError) as why:
        raise Unreadable("file-unreadable", file=str(path)) from why
    if not stat.S_ISREG(seen.st_mode):
        raise unlike_file(path, seen.st_mode)
    return Stamp(seen.st_size, seen.st_mtime_ns)


class ReportFile:
    """An open report; `done` counts the bytes of the file on the disk that were used."""

    def __init__(self, path: Path, stamp: Stamp, raw: IO[bytes]) -> None:
        self._path = path
        self._stamp = stamp
        self._raw = raw
        self.gzipped = raw.read(2) == _GZIP
        raw.seek(0)
        self._bytes = cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if self.gzipped else raw

    @property
    def done(self) -> int:
        """Bytes of the file on the disk used so far."""
        return self._raw.tell()

    def read_lines(self, size: int = PIECE) -> bytes:
        """Return about `size` bytes that end with a line feed or with the file; b"" at the end."""
        try:
            data = self._lines_in_place(size) if self._bytes is self._raw else self._lines_unpacked(size)
        except (EOFError, gzip.BadGzipFile, zlib.error) as why:
            self.refuse_changes()
            raise Unreadable("gzip-damaged", file=str(self._path)) from why
        except OSError as why:
            raise Unreadable("file-unreadable", file=str(self._path)) from why
        self.refuse_changes()
        if not data and not self.gzipped and self.done != self._stamp.size:
            raise Unreadable("file-changed", file=str(self._path))
        return data

    def skip_line(self) -> bool:
        """Go past what is left of a line that was read in part, without keeping it; tell whether anything was."""
        left = False
        try:
            while data := self._bytes.readline(PIECE):
                left = True
                if data.endswith(b"\n"):
                    break
        except (EOFError, gzip.BadGzipFile, zlib.error) as why:
            raise Unreadable("gzip-damaged", file=str(self._path)) from why
        except OSError as why:
            raise Unreadable("file-unreadable", file=str(self._path)) from why
        self.refuse_changes()
        return left

    def refuse_changes(self) -> None:
        """Raise Unreadable ("file-changed") if the file is no longer the one that was opened."""
        try:
            unchanged = stamp_of(self._path) == self._stamp
        except Unreadable as why:
            raise Unreadable("file-changed", file=str(self._path)) from why
        if not unchanged:
            raise Unreadable("file-changed", file=str(self._path))

    def rewind(self, place: int) -> None:
        """Go back to a place that `place` told."""
        self._bytes.seek(place)

    @property
    def place(self) -> int:
        """The place in the unpacked bytes."""
        return self._bytes.tell()

    def _lines_in_place(self, size: int) -> bytes:
        """Look for the end of the last line first: joining two pieces would copy all of it."""
        start = self._raw.tell()
        self._raw.seek(start + size)
        self._raw.readline(LONGEST_LINE)
        length = self._raw.tell() - start
        self._raw.seek(start)
        return self._raw.read(length)

    def _lines_unpacked(self, size: int) -> bytes:
        data = self._bytes.read(size)
        return data + self._bytes.readline(LONGEST_LINE) if data else data


@contextmanager
def report_file(path: Path, stamp: Stamp) -> Iterator[ReportFile]:
    """Open a report that must still bear its stamp."""
    try:
        raw = path.open("rb")
    except FileNotFoundError as why:
        raise Unreadable("no-such-file", file=str(path)) from why
    except OSError as why:
        raise Unreadable("file-unreadable", file=str(path)) from why
    with raw:
        file = ReportFile(path, stamp, raw)
        file.refuse_changes()
        yield file


class ReportText:
    """The lines of a report as UTF-8 bytes.

    The encoding is settled at the first byte that is not ASCII, by looking at all that follows: a file in which any
    byte is not UTF-8 is read as cp1252 from its first to its last line (FORMAT section 6, "with notice").
    """

    def __init__(self, file: ReportFile, source: Source) -> None:
        self._file = file
        self._settled = source.encoding == CP1252
        self._bare_returns = source.bare_returns
        self._begun = False
        self.encoding = source.encoding
        self.is_ascii = True  # all that was read so far

    def read_lines(self, size: int = PIECE) -> bytes:
        """Return about `size` bytes of UTF-8 that end with a line feed or with the file; b"" at the end."""
        data = self._file.read_lines(size)
        if not self._begun:
            self._begun = True
            data = data.removeprefix(codecs.BOM_UTF8)
        if not data.isascii():
            self.is_ascii = False
            if not self._settled:
                self._settle(data)
            if self.encoding == CP1252:
                data = data.decode("cp1252", errors="replace").encode()
        return data.replace(b"\r", b"\n") if self._bare_returns else data

    def skip_line(self) -> bool:
        """Go past what is left of a line that was read in part; tell whether anything was."""
        return self._file.skip_line()

    def _settle(self, data: bytes) -> None:
        back = self._file.place
        self.encoding = encoding_of(data, self._file)
        self._file.rewind(back)
        self._settled = True


def encoding_of(data: bytes, file: ReportFile) -> str:
    """Return the encoding of `data` and all that follows it in the file: UTF-8, or cp1252 if a byte is not."""
    reader = codecs.getincrementaldecoder("utf-8")()
    try:
        while data:
            if not data.isascii() or reader.getstate()[0]:
                reader.decode(data)
            data = file.read_lines()
        reader.decode(b"", final=True)
    except UnicodeDecodeError:
        return CP1252
    return UTF8
