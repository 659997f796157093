"""`likeness verify FILE...`: checking licences, offline, with or without a registry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from likeness.cli.session import Session
from likeness.cli.verdicts import verdict_row
from likeness.cli.verify_files import files_of, has_folder, why_nothing
from likeness.errors import Broken, LikenessError, Unreadable
from likeness.scope.use import Use, use_from
from likeness.seal.checkpoint import MOST_CHARACTERS
from likeness.seal.proof import LogProof, read_proof
from likeness.values.days import parse_instant
from likeness.values.keep import read_file

if TYPE_CHECKING:
    from likeness.licence.terms import Terms
    from likeness.paper.words.voice import Voice
    from likeness.verifier.report import Report
    from likeness.verifier.roots import Roots

LARGEST = 64 * 1024 * 1024


@click.command("verify")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--use", "use_file", type=click.Path(path_type=Path), help="a planned use to judge against the licence")
@click.option("--at", help="the instant to ask about; now if left out")
@click.option(
    "--proof", "proofs", multiple=True, type=click.Path(path_type=Path), help="a .tlog-proof that came with it"
)
@click.pass_obj
def command(
    session: Session, files: tuple[str, ...], use_file: Path | None, at: str | None, proofs: tuple[Path, ...]
) -> int:
    """Check a licence: PDF, picture of the code, .likeness file, a folder of them, or - for pasted text."""
    from likeness.verifier.report import worst_exit  # noqa: PLC0415  the verifier: only when something is verified

    when = parse_instant(at, "at") if at else session.clock.now()
    use = use_from(session.read_json(use_file), file=str(use_file)) if use_file else None
    roots = replace(_roots(session), proofs=tuple(_proof(path) for path in proofs))
    names, progress = files_of(files), session.progress()
    checked: list[Checked] = []
    for name in names:
        checked.append(_check(session, name, roots, when, use))
        if len(names) > 1:
            progress(len(checked), len(names))
    _tell(session, checked, many=len(names) > 1 or has_folder(files))
    return worst_exit(one.worst.exit for one in checked)


@dataclass(frozen=True)
class Checked:
    """One file: its name, the report that its exit follows, its document and its text."""

    name: str
    worst: Report
    document: dict[str, Any]
    text: str


def _tell(session: Session, checked: list[Checked], *, many: bool) -> None:
    from likeness.cli.verify_told import told_many  # noqa: PLC0415  see _check

    if not many:
        session.answer(checked[0].document, checked[0].text)
        return
    texts = [one.text for one in checked]
    if len(checked) > 1:
        texts.append(told_many(session.language, [(one.name, one.worst.answer) for one in checked]))
    session.answer({"files": [{"file": one.name, **one.document} for one in checked]}, "\n\n".join(texts))


def _proof(path: Path) -> LogProof:
    data = read_file(path, MOST_CHARACTERS)
    try:
        return read_proof(data.decode("utf-8"))
    except UnicodeError as why:
        raise Unreadable("not-utf8", file=str(path)) from why
    except LikenessError as fault:
        raise fault.at(file=str(path)) from None


def _check(session: Session, name: str, roots: Roots, when: datetime, use: Use | None) -> Checked:
    """Verify one file; one that cannot be read is an answer too, so that it never stops another."""
    from likeness.cli.verify_told import told_one  # noqa: PLC0415  words: only when something is verified
    from likeness.verifier.report import WORST_FIRST, unreadable  # noqa: PLC0415  see command
    from likeness.verifier.verify import first_of, verify_each  # noqa: PLC0415

    try:
        data = session.given(name, LARGEST)
    except LikenessError as fault:
        reason = why_nothing(name) if fault.code == "not-a-file" else fault.code
        each: tuple[Report, ...] = (unreadable(reason),)
    else:
        each = verify_each(data, roots, at=when, use=use)
    report = first_of(each)
    document = report.to_json(session.language, _planned(session, report, use))
    ours = [one for one in each if one.answer != "other"]
    if len(ours) < 2:
        return Checked(name, report, document, told_one(session.language, name, report, document))
    # Several licences in one picture: none of them may hide behind another one's answer.
    codes = [one.to_json(session.language, _planned(session, one, use)) for one in ours]
    names = [f"{name} ({number})" for number in range(1, len(ours) + 1)]
    texts = (told_one(session.language, *one) for one in zip(names, ours, codes, strict=True))
    worst = min(ours, key=lambda one: WORST_FIRST.index(one.exit))
    return Checked(name, worst, {**document, "codes": codes}, "\n\n".join(texts))


def _planned(session: Session, report: Report, use: Use | None) -> dict[str, Any] | None:
    if use is None or report.planned is None or report.licence is None:
        return None
    licence = report.licence
    titles = {
        licence.terms.project.id: licence.terms.project.title,
        licence.terms.licensee.id: licence.terms.licensee.name,
    }
    terms = {licence.number: licence.terms}
    return verdict_row(session.language, use, report.planned, terms, titles, voice=_voice(session, licence.terms))


def _voice(session: Session, terms: Terms) -> Voice:
    """Return to whom a planned use is told: the performer in her own registry, else whoever reads the licence."""
    from likeness.paper.words.voice import Voice, voice_for  # noqa: PLC0415  words: only where a use is judged

    owner = session.owner_if_open()
    return Voice.READER if owner is None else voice_for(owner.role, owner.name, terms.performer.name)


def _roots(session: Session) -> Roots:
    """Use the registry only if it opens without asking anybody; else nobody is trusted yet."""
    from likeness.verifier.roots import NOBODY  # noqa: PLC0415  see _check

    if not session.can_open_silently():
        return NOBODY
    from likeness.acts.keys.gather_roots import gather_roots  # noqa: PLC0415  peewee: only with a registry

    try:
        return gather_roots(session.office().desk)
    except Broken:
        if session.names_a_registry:
            raise
        return NOBODY
