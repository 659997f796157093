"""What a company sends: a usage report as CSV (FORMAT section 6), and a world to judge it in without a registry."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

from likeness.licence.terms_write import terms_to
from likeness.values.keep import keep_file
from seeds.uses import all_uses
from seeds.world import World

REPORT = "tidewrack-2026-q3"  # its name in `seeds.uses`
FILE = "tidewrack-usage"
COLUMNS = (
    "line_id", "user", "likeness", "project", "act", "purpose", "medium", "territory", "language", "modification",
    "content", "at", "made_at", "quantity.line", "quantity.second",
)  # fmt: skip


def write_report(world: World, folder: Path) -> Path:
    """Write Tidewrack's report as CSV with the headings of the formats page and the company's own line ids."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for number, use in enumerate(report_uses(world), 1):
        facts = use | {"line_id": f"TW-{number:03}"}
        facts |= {f"quantity.{unit}": count for unit, count in use.get("quantity", {}).items()}
        rows.writerow([_cell(facts.get(column)) for column in COLUMNS])
    path = folder / f"{FILE}.csv"
    keep_file(path, text.getvalue().encode())
    return path


def _cell(value: Any) -> str:
    """A cell of section 6: empty is a missing fact, `none` an empty list, members stand between bars."""
    if isinstance(value, list):
        return "|".join(value) if value else "none"
    return "" if value is None else str(value)


def write_world(world: World, folder: Path) -> Path:
    """Write Liora's licences and what happened to them, for `likeness judge` to hold the report against."""
    registry, now = world.liora.registry, world.calendar.now()
    document = {
        "format": "likeness-world/1",
        "likenesses": [
            {
                "id": double.id,
                "performer": double.performer,
                "kind": double.kind,
                "derived_from": list(double.derived_from),
                "delete_by": double.delete_by.isoformat() if double.delete_by else None,
            }
            for double in registry.doubles.all()
        ],
        "licences": [
            {"number": row.number, "signed": row.signed, "accepted": row.accepted, "terms": terms_to(row.terms)}
            for row in registry.licences.all_own(now)
        ],
        "events": [
            {key: value for key, value in found.items() if value is not None}
            for found in (
                {"event": event.event, "at": event.at.isoformat(), "licence": event.licence, "by": event.by}
                for event in registry.happenings.all()
            )
        ],
        "uses": [],
    }
    path = folder / f"{FILE}-world.json"
    keep_file(path, json.dumps(document, indent=1, ensure_ascii=False).encode())
    return path


def report_uses(world: World) -> list[dict[str, Any]]:
    """Return the uses of the report, days moved, in the order of their lines."""
    return [world.calendar.moved(told.use) for told in all_uses() if told.source == REPORT]
