"""The rows of a JSON lines report as text cells: one object a line, its keys the columns (FORMAT section 6).

- A line that is no sound JSON, or no object, is a refused row with the reason; it stops nothing.
- What stands inside `quantity` is a column of its own: `quantity.line`. Keys without a column are left out.
- A list is joined with `|`; an empty one is `none`; null and "" are missing. What no cell can say (an object, a list
  of lists, true) refuses the row, unless it stands where nothing is read.
- A line of more than 16 MB is a refused row, too ("line-too-long").
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from likeness.errors import Unreadable
from likeness.feeds.block import Block, Fault, block_of
from likeness.feeds.report_file import ReportText
from likeness.feeds.source import Source
from likeness.feeds.targets import NONE, QUANTITY, SEPARATOR
from likeness.values.strict_json import read_json

PIECE = 4 * 1024 * 1024
_QUANTITY = QUANTITY.rstrip(".")
_TOLD = 1_024  # bytes of a line that is refused


def json_blocks(source: Source, text: ReportText, left_out: Collection[int] = ()) -> Iterator[Block]:
    """Yield the rows of a report of JSON lines, about 4 MB of it at a time; nobody reads the columns `left_out`."""
    line, places, unread = 1, {name: index for index, name in enumerate(source.columns)}, frozenset(left_out)
    while data := text.read_lines(PIECE):
        raws = data.removesuffix(b"\n").split(b"\n")
        too_long = raws.pop() if not data.endswith(b"\n") and text.skip_line() else None
        rows, lines, faults = _rows(raws, line, places, unread)
        line += len(raws)
        if too_long is not None:
            faults.append(Fault.of(line, "line-too-long", None, too_long[:_TOLD].decode("utf-8", errors="replace")))
            line += 1
        yield block_of(rows, lines, len(places), faults)


def _rows(
    raws: list[bytes], first: int, places: dict[str, int], unread: Collection[int]
) -> tuple[list[list[str | None]], list[int], list[Fault]]:
    """Return the rows of lines from the `first` on, on which line each stands, and those that are refused."""
    rows: list[list[str | None]] = []
    lines: list[int] = []
    faults: list[Fault] = []
    for line, raw in enumerate(raws, first):
        if raw.strip():
            row = _row(raw, line, places, unread)
            if isinstance(row, Fault):
                faults.append(row)
            else:
                rows.append(row)
                lines.append(line)
    return rows, lines, faults


def flat(document: dict[str, object]) -> Iterator[tuple[str, object]]:
    """Yield the keys of a row with their values, those inside `quantity` by their full names."""
    for key, value in document.items():
        if key == _QUANTITY and isinstance(value, dict):
            yield from ((f"{QUANTITY}{unit}", count) for unit, count in value.items())
        else:
            yield key, value


def cell_of(value: object) -> str | None:
    """Return a JSON value as a text cell; raise Unreadable ("not-text") for one that says nothing a cell can say."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        members = [cell_of(item) for item in value if not isinstance(item, list)]
        if len(members) == len(value):
            return SEPARATOR.join(member for member in members if member) or NONE
    elif isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise Unreadable("not-text")


def _row(raw: bytes, line: int, places: dict[str, int], unread: Collection[int]) -> list[str | None] | Fault:
    try:
        document = read_json(raw)
    except Unreadable as fault:
        return Fault.of(line, fault.code, fault.key, raw.decode("utf-8", errors="replace"))
    if not isinstance(document, dict):
        return Fault.of(line, "not-an-object", None, raw.decode("utf-8", errors="replace"))
    cells: list[str | None] = [None] * len(places)
    for key, value in flat(document):
        if (place := places.get(key)) is not None:
            try:
                cells[place] = cell_of(value)
            except Unreadable as fault:
                told = json.dumps(value, ensure_ascii=False)
                if place not in unread:
                    return Fault.of(line, fault.code, key, told)
                cells[place] = told
    return cells
