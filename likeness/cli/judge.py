"""`likeness judge WORLD.json...`: judging without a registry (FORMAT section 5)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import click

from likeness.cli.session import Session
from likeness.cli.verdicts import EXITS, verdict_row
from likeness.feeds.report import Report, read_report
from likeness.licence.way_inside import Alone
from likeness.licence.world import World, world_from
from likeness.scope.judge import Finding, Verdict, worst
from likeness.values.text import shown


@click.command("judge")
@click.argument("files", metavar="WORLD.json...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--report", "report_file", type=click.Path(path_type=Path), help="a usage report to judge in the world")
@click.pass_obj
def command(session: Session, files: tuple[Path, ...], report_file: Path | None) -> int:
    """Judge the uses of worlds; the exit is that of the worst verdict."""
    if report_file is not None and len(files) > 1:
        raise click.UsageError("--report goes with one world.")
    worlds = [(path, session.read_json(path)) for path in files]
    many = len(files) > 1 or isinstance(worlds[0][1], list)
    read = [
        world_from(one, file=str(path))
        for path, document in worlds
        for one in (document if isinstance(document, list) else [document])
    ]
    report = None if report_file is None else read_report(report_file)
    if report is not None:
        read = [replace(world, uses=world.uses + report.uses) for world in read]
    judged = [(world, world.judge()) for world in read]
    answers = [_answer(session.language, world, found) for world, found in judged]
    if report is not None:
        answers = [answer | {"report": _report_row(report)} for answer in answers]
    lines = [_line(session.language, verdict) for answer in answers for verdict in answer["verdicts"]]
    session.answer(answers if many else answers[0], "\n".join(lines))
    return EXITS[worst(finding for _, found in judged for finding in found)]


def _report_row(report: Report) -> dict[str, Any]:
    return {
        "rows": report.rows,
        "decided": len(report.uses),
        "rejected": len(report.rejected),
        "duplicates": report.duplicates,
        "conflicting": report.conflicting,
        "encoding": report.encoding,
        "rejections": [{"line": one.line, "reason": one.reason, "field": one.field} for one in report.rejected],
    }


def _answer(language: str, world: World, found: list[Finding]) -> dict[str, Any]:
    titles = {one: terms.project.title for terms in world.terms.values() for one in (terms.project.id,)}
    names = {terms.licensee.id: terms.licensee.name for terms in world.terms.values()}
    beside = cache(lambda number: Alone(number, world.terms[number], world.events, world.doubles))
    verdicts = [
        verdict_row(language, use, finding, world.terms, {**titles, **names}, beside=beside)
        for use, finding in zip(world.uses, found, strict=True)
    ]
    counts = {verdict.value.lower(): sum(f.verdict is verdict for f in found) for verdict in _ORDER}
    return {"verdicts": verdicts, "counts": counts}


_ORDER = (Verdict.IN_SCOPE, Verdict.OUT_OF_SCOPE, Verdict.NEEDS_REVIEW)


def _line(language: str, verdict: dict[str, Any]) -> str:
    from likeness.paper.wording import say, word  # noqa: PLC0415  words are only needed for text

    found = word(language, "verdict", verdict["verdict"])
    lines = (say(language, "command", "headed", name=verdict["use"], text=found), *verdict["why"])
    return "\n    ".join(shown(line) for line in lines)
