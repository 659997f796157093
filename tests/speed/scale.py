"""The budgets at full size: 1,000,000 rows on 1,000,000 licences of 160,000 performers, and ten times as many rows.

``python3 run.py bench scale`` measures each pair of things in turn. Nothing is asserted; a line says whether it holds.
"""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any

from tests.speed.crowd import (
    CHEAP,
    PASSPHRASE,
    ROWS,
    a_crowd,
    a_report,
    add,
    an_office,
    build,
    copied,
    days_of,
    in_a_process,
    peak,
)

_ROUNDS = 5
Work = Callable[[], object]


def in_turn(works: dict[str, Work], rounds: int = _ROUNDS) -> dict[str, list[float]]:
    """Return the seconds of each, run one after the other in every round, after one warming round."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if number:
                times[name].append(time.perf_counter() - start)
    return times


def told(what: str, ours: list[float], against: str, theirs: list[float], most: float) -> None:
    """Print the median ratio of two series that were run in turn, with its spread and the machine's load."""
    ratios = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    ratio = median(ours) / median(theirs)
    mark = "holds" if ratio <= most else "TOO SLOW"
    load = os.getloadavg()[0]
    print(
        f"{what:44} {median(ours):8.2f} s   {against:34} {median(theirs):7.2f} s   {ratio:5.2f} x "
        f"({ratios[0]:.2f} to {ratios[-1]:.2f}), at most {most:g}   {mark}   load {load:.1f}",
        flush=True,
    )


def judged(home: Path) -> None:
    """Compare a dry run with merely reading the file."""
    import polars as pl

    from likeness.acts.judging.report_plan import plan_report

    report, office = a_report(home, ROWS, days_of(1)), an_office(home)
    times = in_turn(
        {
            "read": lambda: pl.read_csv(report),
            "judged": lambda: plan_report(office.desk, report, reporter="guild", period="one"),
        }
    )
    counts = plan_report(office.desk, report, reporter="guild", period="one").counts()
    office.close()
    told(f"{ROWS:,} rows judged, nothing recorded", times["judged"], "polars.read_csv", times["read"], 3)
    print(f"   {counts}")


def recorded(home: Path) -> None:
    """Compare recording a report with csv and executemany of the same rows: whole, and what is left after a dry run."""
    reports = [a_report(home, ROWS, days_of(1 + turn), first_line=1 + turn * ROWS) for turn in range(4)]
    with TemporaryDirectory(dir=home) as folder:
        place, plain = copied(home, Path(folder)), Path(folder) / "plain.db"
        office = an_office(place)
        after_check: list[float] = []
        ways: dict[str, Callable[[Path], object]] = {
            "ours": lambda report: after_check.append(judge_and_record(office, report)),
            "csv + executemany, bare table": lambda report: executemany(report, plain),
            "the same into our table of uses": lambda report: as_uses(report, Path(folder)),
        }
        times: dict[str, list[float]] = {name: [] for name in ways}
        for turn, report in enumerate(reports):
            for name, way in ways.items():
                start = time.perf_counter()
                way(report)
                if turn:
                    times[name].append(time.perf_counter() - start)
            plain.unlink()
        start = time.perf_counter()
        office.registry.uses.words.catch_up()
        words = (time.perf_counter() - start) / len(reports)
        office.close()
    ours = times.pop("ours")
    for name, theirs in times.items():
        told(f"{ROWS:,} rows judged and recorded", ours, name, theirs, 0.4)
        told("   of that, recording what was judged", after_check[1:], name, theirs, 0.4)
    print(
        f"   not counted: the words to search of each report, laid in the index afterwards, {words:.2f} s", flush=True
    )


def judge_and_record(office: Any, report: Path) -> float:
    """Judge a report and record it, as the window does; return the seconds that recording alone took."""
    from likeness.acts.judging.report_plan import plan_report
    from likeness.acts.uses.import_report import record_plan

    plan = plan_report(office.desk, report, reporter="guild", period=report.stem, keep=True)
    start = time.perf_counter()
    office.do(record_plan, plan)
    return time.perf_counter() - start


def executemany(report: Path, path: Path) -> None:
    """Put the rows of a report into a plain table, as a script would."""
    with sqlite3.connect(path) as database, report.open(newline="") as file:
        rows = csv.reader(file)
        heading = next(rows)
        columns = ", ".join(f'"{name}"' for name in heading)
        database.execute(f"CREATE TABLE row ({columns})")
        database.executemany(f"INSERT INTO row VALUES ({', '.join('?' * len(heading))})", rows)
    database.close()


def as_uses(report: Path, folder: Path) -> None:
    """Put the rows of a report into an empty registry as uses, unjudged: what recording would be without blocks."""
    from likeness.office import Office
    from likeness.values.chance import SystemChance
    from likeness.values.clock import SystemClock

    path = folder / f"{report.stem}.registry"
    office = Office.create(path, name="Rows", role="company", passphrase=PASSPHRASE, clock=SystemClock(),
                           chance=SystemChance(), cost=CHEAP)  # fmt: skip
    with office.registry.transaction(), report.open(newline="") as file:
        office.registry._db.many(
            "INSERT INTO use (id, facts, user, project, recorded_at, verdict) VALUES (?, ?, ?, ?, 0, 'IN_SCOPE')",
            ((row["line_id"], json.dumps(row), row["user"], row["project"]) for row in csv.DictReader(file)),
        )
    office.close()
    path.unlink()


def one_use(home: Path) -> None:
    """Measure one use judged in the registry, in a process that nothing was measured in before."""
    a_report(home, 20_000, days_of(1))
    print(in_a_process("uses", str(home)), end="", flush=True)


def uses(home: Path) -> None:
    """Measure one use, and one of a performer with thousands of licences for one company.

    A use that states no project is read beside all of them: told apart, for two probes cannot answer it.
    """
    from likeness.acts.judging.rejudge import judge_here
    from likeness.bulk.frame import use_of
    from likeness.feeds.batches import batches
    from likeness.feeds.sniff import sniff

    office = an_office(home)
    facts = next(batches(sniff(a_report(home, 20_000, days_of(1)))))
    uses = [use_of(row) for row in facts.facts.to_dicts()]
    of_two = [use for use in uses if use.user == "company-0000" and use.likeness == ("p000000-voice",)]
    hot, adrift = [use for use in of_two if use.project], [replace(use, project=None) for use in of_two[:10]]
    other = [use for use in uses if use.likeness != ("p000000-voice",)]
    p99 = {}
    for name, some in (("one use", other[:5_000]), ("5,000 licences", hot), ("the same without a project", adrift)):
        times = []
        for use in some:
            start = time.perf_counter()
            judge_here(office.desk, use)
            times.append((time.perf_counter() - start) * 1_000)
        p99[name] = quantiles(times, n=100)[98]
        print(f"{name}: {len(some)} judged, median {median(times):.2f} ms, p99 {p99[name]:.2f} ms")
    office.close()
    ratio, load = p99["5,000 licences"] / p99["one use"], os.getloadavg()[0]
    print(f"one use p99 at most 1 ms: {'holds' if p99['one use'] <= 1 else 'TOO SLOW'}; "
          f"5,000 licences of one company on one performer: {ratio:.2f} x, at most 3; load {load:.1f}")  # fmt: skip


def dry_run(home: Path, rows: str) -> None:
    """Judge a report of so many rows in this process, and print the seconds and the memory that were added."""
    from likeness.acts.judging.report_plan import plan_report

    report, office = a_report(home, int(rows), days_of(1)), an_office(home)
    before = peak()
    start = time.perf_counter()
    plan = plan_report(office.desk, report, reporter="guild", period="one")
    print(time.perf_counter() - start, peak() - before, plan.rows)
    office.close()


def ten_times(home: Path) -> None:
    """Compare 10,000,000 rows with 1,000,000, each in a process of its own."""
    a_report(home, ROWS, days_of(1))
    a_report(home, 10 * ROWS, days_of(1))
    small, large = [], []
    for _ in range(3):
        small.append([float(part) for part in in_a_process("dry_run", str(home), str(ROWS)).split()])
        large.append([float(part) for part in in_a_process("dry_run", str(home), str(10 * ROWS)).split()])
    told("10,000,000 rows judged", [one[0] for one in large], "1,000,000 rows judged", [one[0] for one in small], 15)
    added = [median(one[1] for one in some) for some in (small, large)]
    print(f"   memory added: {added[0]:.2f} GB (at most 1) and {added[1]:.2f} GB (at most 2)", flush=True)


def new_rows(home: Path) -> None:
    """Compare 10,000 new rows on 10,000,000 with the same on 1,000,000."""
    with TemporaryDirectory(dir=home) as few, TemporaryDirectory(dir=home) as many:
        places = {1: copied(home, Path(few)), 10: copied(home, Path(many))}
        for reports, place in places.items():
            fill(home, place, reports)
        fresh = [a_report(home, 10_000, days_of(11), first_line=1 + 10_000 * turn) for turn in range(_ROUNDS + 1)]
        offices = {reports: an_office(place) for reports, place in places.items()}
        times: dict[int, list[float]] = {1: [], 10: []}
        for turn, report in enumerate(fresh):
            for reports, office in offices.items():
                start = time.perf_counter()
                add(office, report, f"new-{turn}")
                if turn:
                    times[reports].append(time.perf_counter() - start)
        told("10,000 new rows on 10,000,000", times[10], "10,000 new rows on 1,000,000", times[1], 2)
        late_rows(home, offices)
        for office in offices.values():
            office.close()


def late_rows(home: Path, offices: dict[int, Any]) -> None:
    """Tell what rows cost that come before everything: what they may change is read and heard again."""
    from likeness.acts.judging.report_plan import plan_report

    report, seconds = a_report(home, 10_000, days_of(1), first_line=90_000_001), dict[int, float]()
    for reports, office in offices.items():
        start = time.perf_counter()
        plan_report(office.desk, report, reporter="guild", period="late")
        seconds[reports] = time.perf_counter() - start
    print(f"   10,000 rows that come before all others, once: {seconds[10]:.1f} s on 10,000,000, "
          f"{seconds[1]:.1f} s on 1,000,000", flush=True)  # fmt: skip


def fill(home: Path, place: Path, reports: int) -> None:
    office = an_office(place)
    for number in range(reports):
        add(office, a_report(home, ROWS, days_of(1 + number), first_line=1 + number * ROWS), f"part-{number}")
    office.close()


STEPS = {step.__name__: step for step in (judged, recorded, one_use, ten_times, new_rows)}


def main(words: list[str]) -> None:
    alone: dict[str, Callable[..., object]] = {"build": build, "uses": uses, "dry_run": dry_run}
    if words and words[0] in alone:
        alone[words[0]](Path(words[1]), *words[2:])
        return
    with a_crowd() as home:
        for name in words or STEPS:
            STEPS[name](home)


if __name__ == "__main__":
    main(sys.argv[1:])
