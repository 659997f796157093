"""`likeness licence export|accept-outside|outside`: a licence on paper, and papers that were signed elsewhere."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from likeness.acts.licences.accept_outside import accept_outside, outside_papers, take_back_outside
from likeness.acts.licences.export_licence import export_copy, export_licence, sealed_by_others
from likeness.acts.licences.kept_wishes import kept_authority
from likeness.acts.licences.paper_wishes import Wishes
from likeness.cli.handing_out import free_folder
from likeness.cli.licence_many import export_all
from likeness.cli.session import Session, table
from likeness.cli.whole_number import WholeNumber
from likeness.registry.outside import OutsidePaper
from likeness.values.days import moment_text
from likeness.values.strict_json import LARGEST_INT

_PASSPHRASE = "LIKENESS_CERTIFICATE_PASSPHRASE"  # noqa: S105  the name of a variable


@click.command()
@click.argument("number", required=False)
@click.option("--all", "every", is_flag=True, help="every signed licence, instead of one")
@click.option("--year", type=WholeNumber(1, 9999), help="with --all: those numbered in this year")
@click.option("--to", "folder", required=True, metavar="FOLDER", type=click.Path(path_type=Path),
              callback=free_folder, help="where to write them")  # fmt: skip
@click.option("--both", is_flag=True, help="English and French side by side, the language of --lang first")
@click.option("--for-signature", is_flag=True, help="a copy that the company signs with its own tool; not sealed")
@click.option(
    "--certificate", type=click.Path(path_type=Path), help="PEM, DER or PKCS#12 with a certificate of the key"
)
@click.option("--time-stamp", "authority", metavar="URL", help="ask this authority (RFC 3161) for a time stamp")
@click.option("--no-time-stamp", "unstamped", is_flag=True, help="ask nobody, whatever is kept for all papers")
@click.pass_obj
def export(
    session: Session,
    number: str | None,
    folder: Path,
    *,
    every: bool,
    year: int | None,
    both: bool,
    for_signature: bool,
    certificate: Path | None,
    authority: str | None,
    unstamped: bool,
) -> int:
    """Write NUMBER.pdf, .png, .likeness and .tlog-proof into a folder; with --all those of every signed licence."""
    if every == (number is not None) or (year is not None and not every) or (every and for_signature):
        raise click.UsageError("Say NUMBER, or --all, perhaps with --year.")
    if unstamped and authority is not None:
        raise click.UsageError("Say --time-stamp or --no-time-stamp.")
    office = session.office()
    wishes = Wishes(both, certificate, os.environ.get(_PASSPHRASE), "" if unstamped else authority)
    if wishes.authority is None and not for_signature and (kept := kept_authority(office.desk)):
        session.advise("authority-asked", address=kept)
    if number is None:
        return export_all(session, folder, year, wishes)
    if for_signature:
        path = office.do(export_copy, number, folder, session.language, both=both).value
        session.answer({"files": [str(path)]}, str(path))
        return 0
    paths = office.do(export_licence, number, folder, session.language, None, wishes).value
    document: dict[str, Any] = {"files": [str(path) for path in paths]}
    if sealed_by_others(office.desk, number):
        session.advise("sealed-by-others", number=number)
        document["without_pdf"] = "sealed-by-others"
    session.answer(document, "\n".join(str(path) for path in paths))
    return 0


@click.command("accept-outside")
@click.argument("number")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--note", help="what it is, in your words")
@click.pass_obj
def outside_add(session: Session, number: str, file: Path, note: str | None) -> None:
    """Record a copy that the company signed with its own tool: evidence, not an acceptance."""
    paper = session.office().do(accept_outside, number, file, note).value
    session.answer({"number": number, **outside_row(paper)}, outside_words(session.language, paper))


@click.command("outside")
@click.argument("number")
@click.option("--take-back", type=WholeNumber(0, LARGEST_INT), metavar="ID", help="a copy recorded by mistake")
@click.pass_obj
def outside_list(session: Session, number: str, take_back: int | None) -> None:
    """List the copies of a licence that were signed outside Likeness."""
    office = session.office()
    if take_back is not None:
        office.do(take_back_outside, number, take_back)
    papers = outside_papers(office.desk, number)
    lines = [(str(one.id), one.name, one.sha256.hex()[:16], moment_text(one.added_at)) for one in papers]
    session.answer({"number": number, "outside": [outside_row(one) for one in papers]}, table(lines) if lines else "")


def outside_row(paper: OutsidePaper) -> dict[str, Any]:
    """Return a signed copy as JSON values."""
    return {
        "id": paper.id,
        "file": paper.path,
        "name": paper.name,
        "sha256": paper.sha256.hex(),
        "note": paper.note,
        "added_at": moment_text(paper.added_at),
        "checked": False,
    }


def outside_words(language: str, paper: OutsidePaper) -> str:
    """Return the line that stands with a licence for a copy that was signed elsewhere."""
    from likeness.paper.words.outside_words import outside_line  # noqa: PLC0415  words are only needed for text

    return outside_line(language, paper.name, paper.sha256, paper.added_at)
