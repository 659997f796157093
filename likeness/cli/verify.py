"""`likeness verify FILE...`: checking licences, offline, with or without a registry."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from likeness.cli.session import Session
from likeness.cli.verdicts import verdict_row
from likeness.errors import Broken, LikenessError, Unreadable
from likeness.scope.use import Use, use_from
from likeness.values.days import parse_instant
from likeness.values.keep import read_file

if TYPE_CHECKING:
    from likeness.verifier.report import Report
    from likeness.verifier.roots import Roots

LARGEST = 64 * 1024 * 1024
_WORST_FIRST = (4, 1, 3, 0)


@click.command("verify")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--use", "use_file", type=click.Path(path_type=Path), help="a planned use to judge against the licence")
@click.option("--at", help="the instant to ask about; now if left out")
@click.pass_obj
def command(session: Session, files: tuple[str, ...], use_file: Path | None, at: str | None) -> int:
    """Check a licence: PDF, picture of the code, .likeness file, or - for pasted text."""
    when = parse_instant(at, "at") if at else session.clock.now()
    use = use_from(session.read_json(use_file), file=str(use_file)) if use_file else None
    roots = _roots(session)
    checked = [_check(session, name, roots, when, use) for name in files]
    documents = [document for _, document, _ in checked]
    many = {"files": [{"file": name, **document} for name, document in zip(files, documents, strict=True)]}
    session.answer(many if len(files) > 1 else documents[0], "\n\n".join(text for _, _, text in checked))
    return next(code for code in _WORST_FIRST if code in {code for code, _, _ in checked})


def _check(
    session: Session, name: str, roots: Roots, when: datetime, use: Use | None
) -> tuple[int, dict[str, Any], str]:
    """Verify one file; one that cannot be read is an answer too, so that it never stops another."""
    from likeness.verifier.report import unreadable  # noqa: PLC0415  the verifier: only when something is verified
    from likeness.verifier.verify import verify  # noqa: PLC0415

    try:
        data = _data(name)
    except LikenessError as fault:
        report = unreadable(fault.code)
    else:
        report = verify(data, roots, at=when, use=use)
    planned = _planned(session, report, use)
    document = report.to_json(session.language, planned)
    return report.exit, document, _text(session.language, name, report, document)


def _data(name: str) -> bytes:
    if name != "-":
        return read_file(Path(name), LARGEST)
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable("too-large", file=name, most=LARGEST)
    return data


def _planned(session: Session, report: Report, use: Use | None) -> dict[str, Any] | None:
    if use is None or report.planned is None or report.licence is None:
        return None
    licence = report.licence
    titles = {
        licence.terms.project.id: licence.terms.project.title,
        licence.terms.licensee.id: licence.terms.licensee.name,
    }
    return verdict_row(session.language, use, report.planned, {licence.number: licence.terms}, titles)


def _text(language: str, name: str, report: Report, document: dict[str, Any]) -> str:
    from likeness.verifier.answer_words import answer_lines  # noqa: PLC0415  see _check

    answer, advice = answer_lines(language, report)
    lines = [f"{name}: {answer}", advice]
    lines += [f"  {s['result']:<7} {s['detail']}" for s in document["steps"] if s["result"] != "not-reached"]
    planned = document.get("planned_use")
    if planned:
        lines += [f"  {planned['verdict']}", *(f"    {line}" for line in (*planned["why"], *planned["remedies"]))]
    return "\n".join(lines)


def _roots(session: Session) -> Roots:
    """Use the registry only if it opens without asking anybody; else nobody is trusted yet."""
    from likeness.verifier.roots import NOBODY  # noqa: PLC0415  see _check

    if not session.can_open_silently():
        return NOBODY
    from likeness.acts.gather_roots import gather_roots  # noqa: PLC0415  peewee: only with a registry

    try:
        return gather_roots(session.office().desk)
    except Broken:
        if session.names_a_registry:
            raise
        return NOBODY
