"""A demo of any size: a guild with so many performers, licences and uses, in a folder of its own.

The uses come in as a company's reports do: a million rows at a time, read from a file, judged and recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from likeness.acts.uses.import_report import import_report
from likeness.errors import Refused
from likeness.office import Office
from likeness.seal.vault_lock import DEFAULT_COST, Cost
from likeness.values.chance import Chance
from likeness.values.clock import Clock
from seeds.crowd.build import build_crowd
from seeds.crowd.report import DAYS, write_report

REGISTRY = "crowd.registry"
_A_REPORT = 1_000_000
_FIRST = 28  # days ago: every licence of a crowd is open since then
Progress = Callable[[int, int], None]


def make_crowd_demo(
    folder: Path,
    *,
    performers: int,
    licences: int,
    uses: int,
    clock: Clock,
    chance: Chance,
    passphrase: str,
    cost: Cost = DEFAULT_COST,
    progress: Progress | None = None,
) -> Path:
    """Build the registry in `folder`, which holds none yet; returns its path."""
    path = folder / REGISTRY
    if path.exists():
        raise Refused("file-exists", file=str(path))
    folder.mkdir(parents=True, exist_ok=True)
    crowd = build_crowd(
        path,
        performers=performers,
        licences=licences,
        clock=clock,
        chance=chance,
        passphrase=passphrase,
        cost=cost,
        progress=progress,
    )
    office = Office.open(path, passphrase=passphrase, clock=clock, chance=chance)
    try:
        for number, first in enumerate(range(0, uses, _A_REPORT)):
            report = folder / "reports" / f"report-{number + 1}.csv"
            day = clock.now().date() - timedelta(days=max(_FIRST - DAYS * number, DAYS))
            write_report(report, crowd, min(_A_REPORT, uses - first), day, seed=number, first_line=first + 1)
            office.do(import_report, report, reporter="guild", period=f"part {number + 1}")
    finally:
        office.close()
    return path
