"""A usage report as uses (FORMAT section 6), for headings that are the keys of section 3. Nothing is stored here.

- A bad row is rejected with its line and reason, and stops nothing.
- Rows in = decided + rejected + duplicates; a repeat with other content is a duplicate that is counted as conflicting.
- A row without a `line_id` column is known by the hash of all its fields; an empty `line_id` is rejected.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from likeness.errors import Unreadable
from likeness.feeds.csv_rows import LONGEST_CELL, csv_rows
from likeness.feeds.text_of import text_of
from likeness.scope.use import Use, use_from
from likeness.values.codes import UNITS
from likeness.values.strict_json import read_json

LARGEST = 256 * 1024 * 1024
_LISTS = ("likeness", "medium", "territory", "language", "modification", "content")
_PLAIN = ("user", "project", "act", "purpose", "at", "made_at")
_KNOWN = frozenset(("line_id", *_LISTS, *_PLAIN, "age", *(f"quantity.{unit}" for unit in UNITS.codes)))
_NONE = "none"


@dataclass(frozen=True)
class Rejected:
    """A row that says nothing we can judge: its line, the reason, and the field."""

    line: int
    reason: str
    field: str | None = None


@dataclass(frozen=True)
class Report:
    """What a report holds; `uses` carry the line id as their id."""

    rows: int
    uses: tuple[Use, ...]
    rejected: tuple[Rejected, ...]
    duplicates: int
    conflicting: int
    encoding: str


def read_report(data: bytes, *, file: str | None = None) -> Report:
    """Read a CSV or JSON lines report, or raise Unreadable for one none of whose columns is known."""
    read = text_of(data)
    rows = _json_rows(read.text) if read.text.lstrip().startswith("{") else _csv_documents(read.text, file)
    seen: dict[str, Use] = {}
    rejected: list[Rejected] = []
    count = duplicates = conflicting = 0
    for line, document in rows:
        count += 1
        use = document if isinstance(document, Rejected) else _use(line, document)
        if isinstance(use, Rejected):
            rejected.append(use)
        elif use.id in seen:
            duplicates += 1
            conflicting += seen[use.id] != use
        else:
            seen[use.id] = use
    return Report(count, tuple(seen.values()), tuple(rejected), duplicates, conflicting, read.encoding)


def _csv_documents(text: str, file: str | None) -> Iterator[tuple[int, dict[str, Any] | Rejected]]:
    rows = csv_rows(text)
    _, heading = next(rows, (1, []))
    names = [name.strip() for name in heading]
    if not _KNOWN & set(names):
        raise Unreadable("no-known-column", file=file, line=1)
    if twice := next((name for name in names if name in _KNOWN and names.count(name) > 1), None):
        raise Unreadable("column-twice", file=file, line=1, key=twice)
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(names):
            yield line, Rejected(line, "field-count")
        else:
            yield line, {name: cell.strip() for name, cell in zip(names, cells, strict=True) if name in _KNOWN}


def _json_rows(text: str) -> Iterator[tuple[int, dict[str, Any] | Rejected]]:
    for line, row in enumerate(text.splitlines(), 1):
        if not row.strip():
            continue
        try:
            document = read_json(row)
        except Unreadable as fault:
            yield line, Rejected(line, fault.code, fault.key)
            continue
        yield line, document if isinstance(document, dict) else Rejected(line, "not-an-object")


def _use(line: int, row: dict[str, Any]) -> Use | Rejected:
    cells = dict(row)
    for name, cell in cells.items():
        if isinstance(cell, str) and (len(cell) > LONGEST_CELL or any(ord(c) < 32 and c not in "\t\r\n" for c in cell)):
            return Rejected(line, "forbidden-character", name)
    line_id = cells.pop("line_id", None)
    if "line_id" in row and not line_id:
        return Rejected(line, "key-missing", "line_id")
    try:
        use = use_from(_document(cells))
    except Unreadable as fault:
        return Rejected(line, fault.code, fault.key)
    return replace(use, id=str(line_id) if line_id else _hash(row))


def _document(cells: dict[str, Any]) -> dict[str, Any]:
    """Turn text cells into the values of a use; values of JSON lines are taken as they are."""
    found: dict[str, Any] = {}
    for name, cell in cells.items():
        if not isinstance(cell, str):
            found[name] = cell
        elif cell and name.startswith("quantity."):
            found.setdefault("quantity", {})[name.removeprefix("quantity.")] = _number(cell)
        elif cell and name == "age":
            found[name] = _number(cell)
        elif cell and name in _LISTS:
            found[name] = [] if cell == _NONE else [part.strip() for part in cell.split("|") if part.strip()]
        elif cell:
            found[name] = cell
    return found


def _number(cell: str) -> int | str:
    """Return a count; what is none stays text, and is refused with its key."""
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= 15 else cell


def _hash(row: dict[str, Any]) -> str:
    return sha256(json.dumps(row, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:16]
