"""`likeness double add|list|show|check|find|died`."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.acts.doubles.check_doubles import check_doubles
from likeness.acts.doubles.find_files import find_files
from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.happened.note_death import note_death
from likeness.cli.rows import double_row
from likeness.cli.session import Session, table
from likeness.errors import Refused
from likeness.paper.names import day, many, moment
from likeness.paper.sizes import size
from likeness.paper.wording import say, word
from likeness.registry.doubles import MATCHES, DoubleRow, FileRow
from likeness.values.days import moment_text, parse_day, parse_instant


@click.group("double")
def command() -> None:
    """Record likenesses and voice models, and check their files."""


@command.command()
@click.option("--id", "name", required=True, help="letters, digits and hyphens")
@click.option("--kind", required=True, help="what it is: voice-recording, face-scan...")
@click.option("--title", required=True, help="what you call it")
@click.option("--performer", help="her id")
@click.option(
    "--file", "files", multiple=True, type=click.Path(path_type=Path), help="one of its files; may be repeated"
)
@click.option("--derived-from", multiple=True, help="the id of what it was made from; may be repeated")
@click.option("--captured-on", metavar="DAY", help="when it was captured")
@click.option("--reason", help="why it was captured")
@click.option("--delete-by", metavar="DAY", help="the last day on which it may be kept")
@click.pass_obj
def add(
    session: Session,
    name: str,
    kind: str,
    title: str,
    performer: str | None,
    files: tuple[Path, ...],
    derived_from: tuple[str, ...],
    captured_on: str | None,
    reason: str | None,
    delete_by: str | None,
) -> None:
    """Record a likeness; its files stay where they are."""
    new = NewDouble(
        id=name,
        kind=kind,
        title=title,
        performer=performer,
        paths=files,
        derived_from=derived_from,
        captured_on=parse_day(captured_on, "captured-on") if captured_on else None,
        reason=reason,
        delete_by=parse_day(delete_by, "delete-by") if delete_by else None,
    )
    row = session.office().do(record_double, new).value
    session.answer(double_row(row), session.say("double-recorded", id=row.id, files=_files(session, row)))


@command.command("list")
@click.pass_obj
def list_(session: Session) -> None:
    """List every likeness."""
    rows = session.office().registry.doubles.all()
    lines = [(row.id, word(session.language, "kind", row.kind), row.performer_name, row.title, _files(session, row))
             for row in rows]  # fmt: skip
    session.answer({"doubles": [double_row(row) for row in rows]}, table(lines) or session.say("no-likenesses"))


@command.command()
@click.argument("name")
@click.pass_obj
def show(session: Session, name: str) -> None:
    """Show one likeness with its files."""
    row = session.office().registry.doubles.get(name)
    if row is None:
        raise Refused("unknown-likeness", key=name)
    lang = session.language
    facts = {
        "id": row.id,
        "kind": word(lang, "kind", row.kind),
        "title": row.title,
        "performer": row.performer_name,
        "derived": ", ".join(row.derived_from),
        "captured": day(lang, row.captured_on) if row.captured_on else "",
        "reason": row.reason or "",
        "delete-by": day(lang, row.delete_by) if row.delete_by else "",
    }
    lines = [(session.say(f"info-{name}"), text) for name, text in facts.items() if text]
    files = [(one.name, size(lang, one.size), _state(lang, one), one.sha256.hex()[:16]) for one in row.files]
    session.answer(double_row(row), table(lines) + ("\n" + table(files) if files else ""))


@command.command()
@click.argument("name", required=False)
@click.pass_obj
def check(session: Session, name: str | None) -> int:
    """Find files that are missing or changed."""
    rows = session.office().do(check_doubles, name).value
    files = [(row.id, file) for row in rows for file in row.files]
    wrong = [(name, file.path, _state(session.language, file)) for name, file in files if file.state != MATCHES]
    text = table(wrong) if wrong else many(session.language, "command", "files-match", len(files))
    session.answer({"doubles": [double_row(row) for row in rows]}, text)
    return 1 if wrong else 0


@command.command()
@click.argument("name")
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_obj
def find(session: Session, name: str, folders: tuple[Path, ...]) -> int:
    """Look below folders for files that are missing or changed, and note where they lie now."""
    office, lang = session.office(), session.language
    (row,) = office.do(check_doubles, name).value
    were = [file.state for file in row.files]
    if were.count(MATCHES) == len(were):
        session.answer(double_row(row), say(lang, "double", "none-lost", id=name))
        return 0
    found = len(office.do(find_files, name, folders, session.progress()).value)
    row = office.registry.doubles.get(name) or row
    lost = [file for file, state in zip(row.files, were, strict=True) if state != MATCHES]
    lines = [(file.name, say(lang, "double", "found") if file.state == MATCHES else _state(lang, file), file.path)
             for file in lost]  # fmt: skip
    told = say(lang, "double", "one-found" if found == 1 else "many-found", id=name, n=found, left=len(lost) - found)
    session.answer(double_row(row), f"{table(lines)}\n{told}")
    return 1 if found < len(lost) else 0


@command.command()
@click.argument("performer")
@click.option("--at", required=True, help="when they died, 1955-09-30T17:45:00-07:00")
@click.pass_obj
def died(session: Session, performer: str, at: str) -> None:
    """Write down that a performer (an id) has died; what it touches is judged again."""
    event = session.office().do(note_death, performer, parse_instant(at, "at"), session.progress()).value
    name = session.office().registry.people.name(performer) or performer
    told = say(session.language, "death", "noted", name=name, on=moment(session.language, event.at))
    session.answer({"performer": performer, "died": moment_text(event.at)}, told)


def _files(session: Session, row: DoubleRow) -> str:
    return many(session.language, "command", "files", len(row.files))


def _state(language: str, file: FileRow) -> str:
    return say(language, "double", file.state)
