"""What a company sends: a usage report as JSON lines (FORMAT section 6), and a world to judge it without a registry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from likeness.licence.terms_write import terms_to
from likeness.values.keep import keep_file
from seeds.uses import all_uses
from seeds.world import World

REPORT = "tidewrack-2026-q3"  # its name in `seeds.uses`
FILE = "tidewrack-usage"


def write_report(world: World, folder: Path) -> Path:
    """Write Tidewrack's report on the third quarter: one use a line, with the company's own line ids."""
    lines = []
    for number, use in enumerate(report_uses(world), 1):
        row = {"line_id": f"TW-{number:03}"} | {key: value for key, value in use.items() if key != "id"}
        lines.append(json.dumps(row, ensure_ascii=False))
    path = folder / f"{FILE}.jsonl"
    keep_file(path, ("\n".join(lines) + "\n").encode())
    return path


def write_world(world: World, folder: Path) -> Path:
    """Write Liora's licences, what happened to them, and every use that came before or with the report."""
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
        "uses": report_uses(world),
    }
    path = folder / f"{FILE}-world.json"
    keep_file(path, json.dumps(document, indent=1, ensure_ascii=False).encode())
    return path


def report_uses(world: World) -> list[dict[str, Any]]:
    """Return the uses of the report, days moved, in the order of their lines."""
    return [world.calendar.moved(told.use) for told in all_uses() if told.source == REPORT]
