"""Where quotes, line feeds, bars and white space stand in a piece of CSV, and what that says about its cells.

Everything is looked for a stretch at a time that the processor's cache holds: that is several times as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

FEED, RETURN, QUOTE, BAR = 10, 13, 34, 124
_INNER = (BAR, 9, 32)  # bar, tab, space
# Openings of the UTF-8 forms of white space beyond ASCII (U+0085, U+00A0, U+1680, U+2000 to 205F, U+3000).
_WIDE_BLANKS = (b"\xc2\x85", b"\xc2\xa0", b"\xe1\x9a\x80", b"\xe2\x80", b"\xe2\x81", b"\xe3\x80\x80")
_STRETCH = 256 * 1024


@dataclass(frozen=True)
class Marks:
    """A piece, its delimiter, its bytes as numbers, the places of its quotes, and whether it is known to be ASCII."""

    piece: bytes
    delimiter: int
    data: np.ndarray
    quotes: np.ndarray
    is_ascii: bool = False

    @property
    def quoted(self) -> bool:
        """Tell whether there is a quote."""
        return len(self.quotes) > 0

    @cached_property
    def returned(self) -> bool:
        """Tell whether there is a carriage return."""
        return b"\r" in self.piece

    def until(self, end: int) -> Marks:
        """Return the marks of the first bytes of the piece."""
        if end == len(self.piece):
            return self
        quotes = self.quotes[: int(np.searchsorted(self.quotes, end))]
        return Marks(self.piece[:end], self.delimiter, self.data[:end], quotes, self.is_ascii)

    @cached_property
    def feeds(self) -> np.ndarray:
        """The places of all line feeds, inside cells too."""
        return _places(self.data, FEED)

    @cached_property
    def inside(self) -> np.ndarray | None:
        """Which of the line feeds stand inside cells; None where there are no quotes, and none can."""
        return np.searchsorted(self.quotes, self.feeds) % 2 == 1 if self.quoted else None

    @cached_property
    def inner(self) -> np.ndarray:
        """The places of bars and of white space that ends no line: harmless in the midst of a cell."""
        found = [_places(self.data, mark) for mark in _INNER if mark != self.delimiter and mark in self.piece]
        return np.concatenate(found) if found else self.quotes[:0]


def marks_of(piece: bytes, delimiter: str, *, is_ascii: bool = False) -> Marks:
    """Return the marks of a piece that is not empty."""
    data = np.frombuffer(piece, np.uint8)
    quotes = _places(data, QUOTE) if QUOTE in piece else np.empty(0, np.int64)
    return Marks(piece, ord(delimiter), data, quotes, is_ascii)


def quotes_are_regular(marks: Marks) -> bool:
    """Tell whether every odd quote opens a cell and every even one closes it, or stands doubled within it."""
    opening, closing = marks.quotes[::2], marks.quotes[1::2]
    if len(opening) != len(closing):
        return False
    doubled = np.zeros(len(opening), bool)
    doubled[1:] = opening[1:] == closing[:-1] + 1
    before = marks.data[opening - 1]
    after = marks.data[(closing + 1) % len(marks.data)]
    opens = _is_one(before, marks.delimiter, FEED) | doubled | (opening == 0)
    closes = _is_one(after, marks.delimiter, FEED, RETURN, QUOTE) | (closing == len(marks.data) - 1)
    return bool(opens.all() and closes.all())


def is_tidy(marks: Marks) -> bool:
    """Tell whether no cell has white space around it, none is `""`, and no list of bars has an empty member."""
    if not (marks.is_ascii or marks.piece.isascii()) and any(blank in marks.piece for blank in _WIDE_BLANKS):
        return False
    edges = (marks.delimiter, FEED, RETURN, QUOTE, BAR)
    if len(marks.inner):
        if marks.inner.min() == 0 or marks.inner.max() == len(marks.data) - 1:
            return False
        if _is_one(marks.data[marks.inner - 1], *edges).any() or _is_one(marks.data[marks.inner + 1], *edges).any():
            return False
    if not marks.quoted:
        return True
    if marks.delimiter in _INNER:  # it was looked for between cells only, and may stand within some
        return False
    within = marks.data[marks.quotes[::2] + 1], marks.data[marks.quotes[1::2] - 1]
    return b'""' not in marks.piece and not any(_is_one(side, FEED, RETURN).any() for side in within)


def row_starts(marks: Marks) -> np.ndarray:
    """Return where each row begins, in a piece whose quotes are regular."""
    ends = marks.feeds if marks.inside is None else marks.feeds[~marks.inside]
    return np.concatenate(([0], ends[ends < len(marks.data) - 1] + 1))


def delimiters_by_row(marks: Marks, starts: np.ndarray) -> np.ndarray:
    """Return how many delimiters, outside quotes, each row has."""
    places = _places(marks.data, marks.delimiter)
    if marks.quoted:
        places = places[np.searchsorted(marks.quotes, places) % 2 == 0]
    before = np.searchsorted(places, starts)
    return np.diff(np.append(before, len(places)))


def _places(data: np.ndarray, mark: int) -> np.ndarray:
    starts = range(0, len(data), _STRETCH)
    return np.concatenate([np.flatnonzero(data[start : start + _STRETCH] == mark) + start for start in starts])


def _is_one(found: np.ndarray, *marks: int) -> np.ndarray:
    some = np.zeros(len(found), bool)
    for mark in marks:
        some |= found == mark
    return some
