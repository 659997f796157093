"""`likeness use import|undo|recheck`: whole reports, and what was found of their rows."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from likeness.acts.judging.planned_report import Group
from likeness.acts.judging.report_plan import plan_report
from likeness.acts.uses.import_report import record_plan, report_of, undo_import
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.cli.session import Session
from likeness.cli.whole_number import WholeNumber
from likeness.errors import Refused
from likeness.feeds.mapping import Mapping, mapping_from
from likeness.feeds.source import UTF8
from likeness.paper.names import count, joined, many
from likeness.paper.wording import say, word
from likeness.paper.words.complaint import sentence
from likeness.paper.words.report_words import conflicting, kept
from likeness.registry.reports import ReportRow
from likeness.values.strict_json import LARGEST_INT

_MAP = (
    "a JSON file (likeness-map/1) with columns, dates, aliases, constants, sheet and heading_row: how it is to be read"
)
_MOST_GROUPS = 12
_MOST_FAULTS, _FAULTS_TOLD = 1_000, 5  # of what may be a million; --rejected writes all


@click.command("import")
@click.argument("report", type=click.Path(path_type=Path))
@click.option("--map", "map_file", type=click.Path(path_type=Path), help=_MAP)
@click.option("--dry-run", is_flag=True, help="judge it and record nothing")
@click.option("--reporter", help="who sends it; with --period, the same report again is known")
@click.option("--period", help="for which period")
@click.option("--rejected", type=click.Path(path_type=Path), help="write the rows that cannot be read to this CSV file")
@click.pass_obj
def import_(
    session: Session,
    report: Path,
    map_file: Path | None,
    *,
    dry_run: bool,
    reporter: str | None,
    period: str | None,
    rejected: Path | None,
) -> None:
    """Judge a usage report and record it; exits 0 also where rows are rejected or flagged."""
    _keep_apart(rejected, report, map_file)
    mapping = Mapping() if map_file is None else mapping_from(session.read_json(map_file), file=str(map_file))
    desk = session.office().desk
    plan = plan_report(
        desk,
        report,
        mapping,
        reporter=reporter,
        period=period,
        keep=not dry_run,
        progress=lambda done, whole, _: session.progress()(done, whole),
        again=session.progress(),
    )
    if rejected is not None:  # first: where the place takes no file, nothing is recorded
        from likeness.acts.uses.export_log import export_rejected  # noqa: PLC0415  only where it is asked for

        export_rejected(plan.rejected, rejected)
    row = report_of(plan) if dry_run else session.office().do(record_plan, plan, session.progress()).value
    faults = plan.faults(_MOST_FAULTS)
    if plan.alike:
        session.advise("sheets-alike", sheets=joined(session.language, list(plan.alike)))
    if (reporter is None) != (period is None):
        session.advise("reporter-and-period")
    told = _told(session.language, row, plan.groups(), plan.answered)
    told += [sentence(fault.error(str(report)), session.language) for fault in faults[:_FAULTS_TOLD]]
    told += _then(session.language, row, rejected, held=row.conflicting > plan.answered)
    listed = [asdict(fault) for fault in faults]
    session.answer({**_report_row(row, plan.groups()), "rejections": listed}, "\n".join(told))
    if not dry_run:
        desk.registry.uses.words.catch_up()  # after the answer: nobody waits for it


@click.command("undo")
@click.argument("report", type=WholeNumber(0, LARGEST_INT))
@click.pass_obj
def undo(session: Session, report: int) -> None:
    """Take back an import as a whole; REPORT is its number."""
    row = session.office().do(undo_import, report, session.progress()).value
    session.answer(_report_row(row, []), say(session.language, "report", "undone", file=row.file))


@click.command("recheck")
@click.argument("name", required=False)
@click.pass_obj
def recheck(session: Session, name: str | None) -> None:
    """Judge one use, or all, again by what is known now; a verdict that changes is added beside the old one."""
    changed = session.office().do(recheck_uses, name, session.progress()).value
    told = many(session.language, "report", "rechecked", changed)
    session.answer({"changed": changed}, told)


def _keep_apart(rejected: Path | None, *read: Path | None) -> None:
    """Refuse to write the rejected rows over what is read."""
    if rejected is not None and os.path.realpath(rejected) in map(os.path.realpath, filter(None, read)):
        raise Refused("file-exists", file=str(rejected))


def _then(language: str, row: ReportRow, rejected: Path | None, *, held: bool) -> list[str]:
    """Return where to find what is not told here, and with which words to go on."""
    lines = []
    if rejected is not None:
        lines.append(say(language, "report", "rejected-written", file=rejected))
    elif row.rejected > _FAULTS_TOLD:
        lines.append(many(language, "report", "rejected-more", row.rejected - _FAULTS_TOLD))
    if held:
        lines.append(say(language, "report", "held"))
    if row.id:
        lines.append(say(language, "report", "number", report=row.id))
    return lines


def _report_row(row: ReportRow, groups: list[Group]) -> dict[str, Any]:
    counts = {"in_scope": row.in_scope, "out_of_scope": row.out_of_scope, "needs_review": row.needs_review}
    return {
        "report": row.id or None,
        "rows": row.rows,
        "decided": row.decided,
        "rejected": row.rejected,
        "duplicates": row.duplicates,
        "conflicting": row.conflicting,
        "counts": counts,
        "encoding": row.encoding,
        "groups": [
            {"verdict": g.verdict, "broken": list(g.broken), "missing": list(g.missing), "rows": g.rows} for g in groups
        ],
    }


def _told(language: str, row: ReportRow, groups: list[Group], answered: int) -> list[str]:
    """Return the answer first, then that no row is lost, then the reasons; `answered` rows are held no longer."""
    inside = many(language, "report", "inside", row.in_scope)
    outside, review = count(language, row.out_of_scope), count(language, row.needs_review)
    lines = [
        say(language, "report", "counts", inside=inside, outside=outside, review=review),
        kept(language, rows=row.rows, decided=row.decided, rejected=row.rejected, duplicates=row.duplicates),
    ]
    lines += conflicting(language, row.conflicting, answered)
    for group in [group for group in groups if group.broken or group.missing][:_MOST_GROUPS]:
        facts = joined(language, [word(language, "fact", term) for term in (*group.broken, *group.missing)])
        code = "group-out" if group.broken else "group-review"
        lines.append("  " + say(language, "report", code, n=count(language, group.rows), terms=facts))
    if row.encoding != UTF8:
        lines.append(say(language, "report", "encoding", encoding=row.encoding))
    return lines
