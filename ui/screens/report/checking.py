"""The two long pieces of work of an import, for a lane: to check a report, and to record what was checked. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from likeness.acts.judging.planned_report import Plan
from likeness.acts.judging.report_plan import plan_report
from likeness.acts.uses.import_report import OVERTAKEN, record_plan
from likeness.errors import Refused
from likeness.feeds.mapping import Mapping
from ui.screens.report.pace import Pace

_WHOLE = 1000


def checked(desk: Any, path: Path, mapping: Mapping, source: tuple[str, str], pace: Pace, job: Any) -> Plan:
    """Judge all rows; `source` is who sent the report and for which period. Nothing is recorded."""
    reporter, period = source
    return plan_report(
        desk, path, mapping, reporter=reporter or None, period=period or None, keep=True, cancelled=job.cancelled,
        progress=lambda done, whole, rows: job.say(pace.note(done, whole, rows), _WHOLE),
        again=lambda done, whole: job.say(pace.note_again(done, whole), _WHOLE),
    )  # fmt: skip


def recorded(office: Any, plan: Plan, job: Any) -> Any:
    """Record what was checked, all of it in one transaction; None where something else was recorded since."""
    try:
        return office.do(record_plan, plan, job.say, job.cancelled).value
    except Refused as why:
        if why.code != OVERTAKEN:
            raise
        return None
