"""Cells are written by strangers: line ids that look like ours, names of nobody, the first and the last day there is.

Whatever they say, and whatever is done with their rows: ids are unique, each use is found by its id, the verdicts are
those of the judge, and the log can be handed out.
"""

from __future__ import annotations

import csv
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from likeness.acts.check_registry import check_registry
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.uses.answer_held import KEEP, TAKE, answer_held
from likeness.acts.uses.export_log import export_log
from likeness.acts.uses.import_report import import_report, undo_import
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.acts.uses.restore_import import KeptImport, restore_import, set_aside
from likeness.acts.uses.settle_flag import settle_flag
from likeness.acts.uses.take_back_use import put_back_use, take_back_use
from likeness.errors import LikenessError
from tests.fakes.offices import an_office
from tests.fakes.uses import ALLOWED
from tests.property.test_registry_judges import LIMITS, grant, judged_at_once, newest

LINE_IDS = ["1", "2", "1@1", "1@2", "1@1@2", "2@2-2", "u-1", "@", "", "é", "e\u0301", "=1+1", "a|b", "１", "x" * 300]
LIKENESSES = ["liora-voice-2025", "other-voice", "liora-voice-2025|other-voice", "liora-voice-2025|", "|", "", "nobody"]
MOMENTS = ["2026-04-01", "2026-04-03T09:00:00Z", "", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59Z", "2026-04-31"]
NUMBERS = ["0", "1", "3", "7", "9007199254740992", "999999999999999", "-1", "1e3", "0.5", ""]
ROWS = st.fixed_dictionaries(
    {
        "line_id": st.sampled_from(LINE_IDS),
        "user": st.sampled_from(["tidewrack", "tidewrack", "", "nobody"]),
        "likeness": st.sampled_from(LIKENESSES),
        "project": st.sampled_from(["harbour-nine-2", "harbour-nine-2", "", "other"]),
        "act": st.sampled_from(["generate", "generate", "show", "train", ""]),
        "purpose": st.just("series"),
        "medium": st.sampled_from(["svod", "svod|print", "tv", ""]),
        "territory": st.sampled_from(["FR", "US", "EU", "FR|DE", ""]),
        "language": st.sampled_from(["fr", "en", ""]),
        "modification": st.just("new-dialogue"),
        "content": st.sampled_from(["none", "nudity", ""]),
        "at": st.sampled_from(MOMENTS),
        "quantity.line": st.sampled_from(NUMBERS),
        "quantity.second": st.sampled_from(NUMBERS),
    }
)
REPORTS = st.tuples(st.lists(ROWS, min_size=1, max_size=6), st.sampled_from(["april", "may"]), st.booleans())
STEPS = st.one_of(
    st.tuples(st.just("report"), REPORTS),
    st.tuples(st.just("log"), st.sampled_from(LINE_IDS)),
    st.tuples(st.sampled_from(["undo", "restore", KEEP, TAKE, "recheck", "flag", "back"]), st.integers(0, 5)),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEPS, min_size=1, max_size=7), limits=st.sampled_from(LIMITS), many=st.booleans())
def test_whatever_cells_say_the_registry_stays_sound(steps, limits, many):
    with (
        TemporaryDirectory() as folder,
        patch("likeness.acts.judging.rejudge._FEW", -1 if many else 5_000),
        patch("likeness.acts.judging.rejudge._MANY", 0 if many else 300),
    ):
        office, aside = an_office(Path(folder)), list[KeptImport]()
        office.do(record_double, NewDouble("other-voice", "voice-model", "Other voice", performer="liora"))
        grant(office, limits)
        for number, (step, told) in enumerate(steps):
            with suppress(LikenessError):  # refused, and told why
                do(office, Path(folder) / f"{number}.csv", step, told, aside)
            holds(office)
        assert check_registry(office.desk) == []
        assert export_log(office.desk, Path(folder) / "log.csv") == len(list(office.registry.uses.walk()))
        office.close()


def do(office, path, step, told, aside):
    registry = office.registry
    if step == "report":
        rows, period, named = told
        write(path, rows, without=() if named else ("line_id",))
        done = office.do(import_report, path, reporter="tidewrack", period=period).value
        assert done.rows == done.decided + done.rejected + done.duplicates
    elif step == "log":
        office.do(log_use, replace(ALLOWED, id=told))
    elif step == "undo":
        report = chosen(registry.reports.all(), told).id
        aside.append(set_aside(office.desk, report))
        office.do(undo_import, report)
    elif step == "restore" and aside:
        office.do(restore_import, aside.pop())
    elif step in (KEEP, TAKE):
        office.do(answer_held, chosen(registry.reports.held(), told).id, step)
    elif step == "recheck":
        assert office.do(recheck_uses).value == 0
    elif step == "flag":
        office.do(
            settle_flag, chosen(list(registry.uses.walk(["OUT_OF_SCOPE", "NEEDS_REVIEW"])), told).use.id, "mistaken"
        )
    elif step == "back":
        name = chosen(list(registry.uses.walk()), told).use.id
        office.do(take_back_use, name)
        office.do(put_back_use, name)


def chosen(listed, number):
    if not listed:
        raise LikenessError("nothing-there")
    return listed[number % len(listed)]


def write(path, rows, without):
    with path.open("w", encoding="utf-8", newline="") as file:
        headings = [name for name in rows[0] if name not in without]
        writer = csv.DictWriter(file, headings, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def holds(office):
    uses = list(office.registry.uses.walk())
    assert len({use.use.id for use in uses}) == len(uses)
    for use in uses:
        found = office.registry.uses.get(use.use.id)
        assert (found.row, found.use) == (use.row, use.use)
    assert newest(office.registry) == judged_at_once(office.registry)
