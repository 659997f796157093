"""The crowd that budgets are measured on: 160,000 performers and their 1,000,000 licences, and reports of its uses.

It is built once (in LIKENESS_CROWD, or a folder of its own that is removed again) with what its building costs.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from likeness.seal.vault_lock import Cost

PERFORMERS, LICENCES, ROWS = 160_000, 1_000_000, 1_000_000
PASSPHRASE = "a crowd for measuring"
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
GB, KIB = 10**9, 1024


@contextmanager
def a_crowd() -> Iterator[Path]:
    """Yield the folder of the crowd's registry, built if it is not there."""
    kept = os.environ.get("LIKENESS_CROWD")
    with TemporaryDirectory() as folder:
        home = Path(kept) if kept else Path(folder)
        home.mkdir(parents=True, exist_ok=True)
        if not (home / "crowd.registry").exists():
            start = time.perf_counter()
            in_a_process("build", str(home))
            size = (home / "crowd.registry").stat().st_size / GB
            minutes, memory = (time.perf_counter() - start) / 60, memory_of_children()
            print(f"crowd of {PERFORMERS:,} performers, {LICENCES:,} licences: {minutes:.1f} min (at most 10), "
                  f"{size:.2f} GB on disk (at most 4), {memory:.2f} GB in memory", flush=True)  # fmt: skip
        yield home


def build(home: Path) -> None:
    from likeness.values.chance import SystemChance
    from likeness.values.clock import SystemClock
    from seeds.crowd.build import build_crowd

    beside = home / "building.registry"
    for left in home.glob("building*"):
        left.unlink()
    build_crowd(beside, performers=PERFORMERS, licences=LICENCES, clock=SystemClock(), chance=SystemChance(),
                passphrase=PASSPHRASE, cost=CHEAP)  # fmt: skip
    (home / "building.registry.vault").rename(home / "crowd.registry.vault")
    beside.rename(home / "crowd.registry")


def an_office(home: Path):
    from likeness.office import Office
    from likeness.values.chance import SystemChance
    from likeness.values.clock import SystemClock

    path = home / "crowd.registry"
    return Office.open(path, passphrase=PASSPHRASE, clock=SystemClock(), chance=SystemChance())


def copied(home: Path, folder: Path) -> Path:
    """Copy the crowd, so that what is recorded does not stay; the copy is on the disk before anything is measured."""
    for name in ("crowd.registry", "crowd.registry.vault"):
        shutil.copy(home / name, folder / name)
    os.sync()
    return folder


def a_report(home: Path, rows: int, first_day: date, first_line: int = 1) -> Path:
    """Return a report of the crowd, written if it is not there."""
    from seeds.crowd.grants import make_crowd
    from seeds.crowd.report import write_report

    path = home / f"report-{rows}-{first_day}-{first_line}.csv"
    if not path.exists():
        built = datetime.fromtimestamp((home / "crowd.registry").stat().st_mtime, UTC).date()
        crowd = make_crowd(PERFORMERS, LICENCES, built)
        write_report(path, crowd, rows, first_day, seed=first_line, first_line=first_line)
    return path


def days_of(number: int) -> date:
    """Return the first day of the n-th report: each has two days, and every licence of the crowd is open in all."""
    return datetime.now(UTC).date() - timedelta(days=28 - 2 * number)


def add(office, report: Path, period: str) -> None:
    from likeness.acts.uses.import_report import import_report

    office.do(import_report, report, reporter="guild", period=period)


def in_a_process(*words: str) -> str:
    """Run a step of this file in a process of its own, so that its memory is its own."""
    told = [sys.executable, "-m", "tests.speed.scale", *words]
    return subprocess.run(told, check=True, capture_output=True, text=True).stdout


def memory_of_children() -> float:
    """Return the most memory that one finished process of ours held, in GB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * KIB / GB


def peak() -> float:
    """Return the most memory this process held so far, in GB; what its parent held before counts only elsewhere."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB / GB
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) * KIB / GB
