"""`likeness licence draft|warnings|sign|list|show|export|accept|withdraw|suspend|resume|owed|dates`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from likeness.acts.accept_licence import accept_licence
from likeness.acts.draft_licence import draft_licence, the_licence
from likeness.acts.end_licence import resume_licence, suspend_licence, withdraw_licence
from likeness.acts.export_licence import export_licence
from likeness.acts.read_caveats import caveats_here
from likeness.acts.read_licence_file import read_licence_file
from likeness.acts.sign_licence import sign_licence
from likeness.cli.owed import dates, owed
from likeness.cli.rows import licence_full, licence_row
from likeness.cli.rule_rows import caveat_row
from likeness.cli.session import Session, table
from likeness.errors import LikenessError
from likeness.licence.terms import Terms
from likeness.licence.terms_read import terms_from
from likeness.registry.licences import STATES, LicenceRow
from likeness.values.days import parse_instant
from likeness.values.keep import read_file

_LARGEST = 8 * 1024 * 1024


@click.group("licence")
def command() -> None:
    """Draft, sign, export, accept and withdraw licences."""


for other in (owed, dates):
    command.add_command(other)


@command.command()
@click.argument("terms", type=click.Path(path_type=Path))
@click.pass_obj
def draft(session: Session, terms: Path) -> None:
    """Record a draft under the next number, and warn."""
    wanted = _terms(session, terms)
    office = session.office()
    warnings = [caveat_row(caveat, session.language) for caveat in caveats_here(office.desk, wanted)]
    row = office.do(draft_licence, wanted).value
    lines = [f"Draft {row.number} recorded.", *(f"{one['level']}: {one['text']}" for one in warnings)]
    session.answer({**licence_row(row), "warnings": warnings}, "\n".join(lines))


@command.command()
@click.argument("terms", type=click.Path(path_type=Path))
@click.pass_obj
def warnings(session: Session, terms: Path) -> None:
    """Say what a signer should know about terms, without recording anything."""
    wanted = _terms(session, terms)
    found = [caveat_row(caveat, session.language) for caveat in caveats_here(session.office().desk, wanted)]
    text = "\n".join(f"{one['level']}: {one['text']} ({one['source']})" for one in found)
    session.answer({"warnings": found}, text or "No warnings.")


@command.command()
@click.argument("number")
@click.option("--accept", "accepts", help="the words that accept what stands against signing")
@click.pass_obj
def sign(session: Session, number: str, accepts: str | None) -> None:
    """Sign a draft with your key."""
    row = session.office().do(sign_licence, number, accepts).value
    session.answer(licence_full(session.office().registry, row), f"{number} is signed. It is now {row.state}.")


@command.command("list")
@click.option("--state", type=click.Choice(STATES))
@click.option("--search", default="", help="words to look for")
@click.pass_obj
def list_(session: Session, state: str | None, search: str) -> None:
    """List licences, by number."""
    office = session.office()
    now = office.clock.now()
    found = office.registry.licences.find(now, states=(state,) if state else (), words=search, most=1_000_000)
    rows = sorted(office.registry.licences.page(found, now), key=lambda row: row.number)
    lines = [(row.number, row.state, row.terms.project.title, row.terms.licensee.name) for row in rows]
    session.answer({"licences": [licence_row(row) for row in rows]}, table(lines))


@command.command()
@click.argument("number")
@click.pass_obj
def show(session: Session, number: str) -> None:
    """Show a licence: plain words, then its terms."""
    from likeness.paper.licence_sheet import rows_of  # noqa: PLC0415  words are only needed for text
    from likeness.paper.summary import summary  # noqa: PLC0415

    office = session.office()
    row = the_licence(office.desk, number)
    titles = office.registry.doubles.titles()
    plain = "".join(r.text for r in summary(session.language, row.terms, titles, to_performer=row.own))
    text = f"{row.number}  {row.state}\n{plain}\n\n{table(rows_of(session.language, row.terms, titles))}"
    session.answer(licence_full(office.registry, row), text)


@command.command()
@click.argument("number")
@click.option("--to", "folder", required=True, type=click.Path(path_type=Path))
@click.pass_obj
def export(session: Session, number: str, folder: Path) -> None:
    """Write NUMBER.pdf, .png, .likeness and .tlog-proof into a folder."""
    paths = session.office().do(export_licence, number, folder, session.language).value
    session.answer({"files": [str(path) for path in paths]}, "\n".join(str(path) for path in paths))


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--as", "as_name", help="the licensee's name, where your registry bears another")
@click.pass_obj
def accept(session: Session, file: Path, as_name: str | None) -> None:
    """Accept a licence as the company, or record the acceptance that came back."""
    try:
        row = session.office().do(accept_licence, read_licence_file(read_file(file, _LARGEST)), as_name).value
    except LikenessError as fault:
        raise fault.at(file=str(file)) from None
    session.answer(licence_full(session.office().registry, row), f"{row.number} is now {row.state}.")


def _ending(session: Session, row: LicenceRow) -> None:
    session.answer(licence_full(session.office().registry, row), f"{row.number} is now {row.state}.")


def _instant(text: str | None) -> datetime | None:
    return None if text is None else parse_instant(text, "at")


@command.command()
@click.argument("number")
@click.option("--reason")
@click.option("--at", help="when you said so; now if left out")
@click.pass_obj
def withdraw(session: Session, number: str, reason: str | None, at: str | None) -> None:
    """Withdraw a licence for good."""
    _ending(session, session.office().do(withdraw_licence, number, reason, _instant(at)).value)


@command.command()
@click.argument("number")
@click.option("--reason")
@click.option("--at")
@click.pass_obj
def suspend(session: Session, number: str, reason: str | None, at: str | None) -> None:
    """Suspend a licence."""
    _ending(session, session.office().do(suspend_licence, number, reason, _instant(at)).value)


@command.command()
@click.argument("number")
@click.option("--reason")
@click.option("--at")
@click.pass_obj
def resume(session: Session, number: str, reason: str | None, at: str | None) -> None:
    """Resume a suspended licence."""
    _ending(session, session.office().do(resume_licence, number, reason, _instant(at)).value)


def _terms(session: Session, path: Path) -> Terms:
    return terms_from(session.read_json(path), file=str(path))
