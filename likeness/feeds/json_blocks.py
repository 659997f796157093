"""The rows of a JSON lines report as text cells: one object a line, its keys the columns (FORMAT section 6).

- A line that is no sound JSON, or no object, is a refused row with the reason; it stops nothing.
- What stands inside `quantity` is a column of its own: `quantity.line`. Keys without a column are left out.
- A list is joined with `|`; an empty one is `none`; null and "" are missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from likeness.errors import Unreadable
from likeness.feeds.block import Block, Fault, block_of
from likeness.feeds.report_file import ReportText
from likeness.feeds.source import Source
from likeness.feeds.targets import NONE, QUANTITY, SEPARATOR
from likeness.values.strict_json import read_json

PIECE = 4 * 1024 * 1024
_QUANTITY = QUANTITY.rstrip(".")


def json_blocks(source: Source, text: ReportText) -> Iterator[Block]:
    """Yield the rows of a report of JSON lines, about 4 MB of it at a time."""
    line, places = 1, {name: index for index, name in enumerate(source.columns)}
    while data := text.read_lines(PIECE):
        rows: list[list[str | None]] = []
        lines: list[int] = []
        faults: list[Fault] = []
        for raw in data.removesuffix(b"\n").split(b"\n"):
            if raw.strip():
                row = _row(raw, line, places)
                if isinstance(row, Fault):
                    faults.append(row)
                else:
                    rows.append(row)
                    lines.append(line)
            line += 1
        yield block_of(rows, lines, len(places), faults)


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


def _row(raw: bytes, line: int, places: dict[str, int]) -> list[str | None] | Fault:
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
                return Fault.of(line, fault.code, key, str(value))
    return cells
