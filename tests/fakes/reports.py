"""Reports written for a test, and all that is read from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl

from likeness.acts.uses.import_report import import_report
from likeness.feeds.batches import batches
from likeness.feeds.known_names import Known
from likeness.feeds.mapping import Mapping
from likeness.feeds.sniff import sniff
from likeness.scope.use import Use, use_to
from likeness.values.codes import UNITS

HEADINGS = ("line_id", "user", "likeness", "territory", "content", "at", "quantity.line")
KNOWN = Known(
    user={"Tidewrack Pictures Ltd": "tidewrack", "Kestrelle Audio": "kestrelle", "Cap Vert Radio": "capvert"},
    project={
        "Harbour Nine, season 2": "harbour-nine-2",
        "Station 12": "station-12",
        "Le Bac de nuit": "night-ferry",
        "Répliques pilotes, Cap Vert": "pilot-lines-cap-vert",
        "Longue division": "long-division",
        "The Low Country": "low-country",
        "Tern Island": "tern-island",
    },
    likeness={"Voix parlée 2025": "liora-voice-2025", "Voix chantée": "liora-singing-2025"},
)


def report_of(folder: Path, *rows: str, headings: tuple[str, ...] = HEADINGS, name: str = "report.csv") -> Path:
    """Write a CSV of lines as they stand."""
    path = folder / name
    path.write_text("\n".join([",".join(headings), *rows, ""]), "utf-8")
    return path


def workbook_of(folder: Path, rows: Sequence[Sequence[object]], *, title: str = "Usage") -> Path:
    """Write a workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    path = folder / "report.xlsx"
    book.save(path)
    return path


def read_all(path: Path, mapping: Mapping | None = None) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
    """All facts as dictionaries and all refused rows as tuples."""
    found = list(batches(sniff(path), mapping))
    facts = pl.concat([batch.facts for batch in found]).to_dicts() if found else []
    return facts, [row for batch in found for row in batch.rejected.rows()]


def write_uses(path: Path, uses: Sequence[Use]) -> None:
    """Write uses as a CSV whose headings are the keys of FORMAT section 3."""
    rows = []
    for use in uses:
        facts = {name: value for name, value in use_to(use).items() if name not in ("id", "quantity")}
        cells = {name: "|".join(value) or "none" if isinstance(value, list) else value for name, value in facts.items()}
        counts = {f"quantity.{unit}": use.quantity.get(unit) for unit in UNITS.codes}
        rows.append({"line_id": use.id, **cells, **counts})
    pl.DataFrame(rows, infer_schema_length=None).write_csv(path)


def verdicts(office):
    """Return the newest verdict of every use by its id."""
    return {row.use.id: row.newest.verdict.value for row in office.registry.uses.walk()}


def imported(office, path, period="april"):
    """Import a report of Tidewrack's."""
    return office.do(import_report, path, reporter="tidewrack", period=period).value
