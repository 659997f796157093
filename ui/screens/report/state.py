"""What the import of a usage report shows, as one frozen value. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

FILE, COLUMNS, CHECK, RESULT = range(4)
# How a column stands: its icon and hue; the words come with the column.
STANDINGS = {
    "matched": ("circle-check", "green"),
    "guess": ("circle-question-mark", "accent"),
    "ask": ("triangle-alert", "amber"),
    "out": ("minus", "text3"),
}


@dataclass(frozen=True)
class Facts:
    """The chosen file: what it is, what was noticed, who may have sent it."""

    name: str
    about: str
    notice: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""


@dataclass(frozen=True)
class ColumnLine:
    """A column of the report, and what it may mean; `code` is one of `offered` (code, words)."""

    name: str
    samples: str
    code: str
    offered: tuple[tuple[str, str], ...]
    standing: str
    words: str
    fixed: bool = False


@dataclass(frozen=True)
class ConstantLine:
    """Something that no column says and that may be the same in every row."""

    target: str
    words: str
    code: str
    offered: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PreviewLine:
    """One of the first rows as it will be read; `verdict` as a code."""

    verdict: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Progress:
    """How far the check is: a share from 0 to 1, rows so far, rows a second, seconds left (None: not known yet).

    `again`: how many of the uses that were recorded before are judged again with it, and of how many; None before that.
    """

    share: float = 0.0
    rows: int = 0
    pace: int = 0
    left: int | None = None
    again: tuple[int, int] | None = None


@dataclass(frozen=True)
class GroupLine:
    """Rows with one reason; a question names what is asked: (target, word), else it is empty."""

    verdict: str
    title: str
    second: str
    count: str
    question: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Result:
    """What the check found; `recorded` is the number of the import once it was recorded."""

    title: str
    tiles: tuple[tuple[str, str, str], ...]
    groups: tuple[GroupLine, ...]
    kept: str
    unread: str
    rows: int
    flagged: int
    recorded: int = 0
    seconds: str = ""


@dataclass(frozen=True)
class ReportState:
    """The whole flow."""

    step: int = FILE
    busy: str = ""
    far: tuple[int, int] = (0, 0)  # of what is busy: done, and in all
    facts: Facts | None = None
    reporters: tuple[str, ...] = ()
    reporter: str = ""
    periods: tuple[tuple[str, str], ...] = ()
    period: str = ""
    columns: tuple[ColumnLine, ...] = ()
    constants: tuple[ConstantLine, ...] = ()
    preview_heads: tuple[str, ...] = ()
    preview: tuple[PreviewLine, ...] = ()
    problem: str = ""
    where: str = ""
    progress: Progress = Progress()
    result: Result | None = None
