"""`likeness letter write|text|list|show|undo`: letters and invoices from what stands in the registry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from likeness.cli.handing_out import free_place
from likeness.cli.session import Session, table
from likeness.cli.whole_number import WholeNumber
from likeness.values.strict_json import LARGEST_INT

if TYPE_CHECKING:
    from likeness.paper.letters.letter_facts import Added
    from likeness.registry.letters import LetterRow

_KINDS = ("notice", "invoice", "reminder", "deletion", "confirmation", "withdrawal", "takedown")
_LINES = {"address": "your address", "to_address": "the address it goes to", "pay": "how to pay you (invoice)",
          "where": "where the content is (takedown)"}  # fmt: skip


@click.group("letter")
def command() -> None:
    """Write letters and invoices about uses, dues and licences."""


def _asks(function: Any) -> Any:
    """Add the options for what nobody but the person knows; what is left out is as it was said last."""
    lines = [
        click.option(f"--{name.replace('_', '-')}", name, multiple=True, metavar="LINE",
                     help=f"{words}; a line each time")
        for name, words in reversed(_LINES.items())
    ]  # fmt: skip
    for option in (
        *lines,
        click.option("--contact", help="your e-mail address or telephone number"),
        click.option("--to-name", help="whom it goes to, where that is not the company"),
        click.option("--by", "by", metavar="DAY", help="last day to answer or pay; 14 days from now if left out"),
        click.option("--minor", type=WholeNumber(0, LARGEST_INT), help="a sum nobody knows yet, in minor units"),
        click.option("--currency", metavar="CODE", help="with --minor: its currency"),
        click.option("--intimate", is_flag=True, help="takedown: the content is intimate, and nobody consented"),
        click.option("--note", default="", help="a sentence of your own"),
    ):
        function = option(function)
    return click.argument("kind", type=click.Choice(_KINDS))(click.argument("subject")(function))


@command.command()
@click.option("--to", "file", required=True, metavar="FILE", type=click.Path(path_type=Path),
              callback=free_place, help="a .pdf, or a .txt to paste")  # fmt: skip
@click.option("--no-mark", is_flag=True, help="leave the flag of the use where it is")
@_asks
@click.pass_obj
def write(session: Session, /, kind: str, subject: str, file: Path, *, no_mark: bool, **given: Any) -> None:
    """Write a letter about SUBJECT (a use, the key of a due, or the number of a licence) and keep that it was written.

    A use is marked as "letter sent" or "invoiced"; an invoice gets the next number of the year.
    """
    from likeness.acts.letters.write_letter import write_letter  # noqa: PLC0415  words and names only here

    office = session.office()
    added = _added(session, kind, subject, given)
    made = office.do(write_letter, kind, subject, file, session.language, added, mark=not no_mark).value
    document = letter_row(made.letter) | {"flag": made.flag.after.state if made.flag else None}
    session.answer(document, _say(session, "written", kind, file=file))


@command.command()
@_asks
@click.pass_obj
def text(session: Session, /, kind: str, subject: str, **given: Any) -> None:
    """Show a letter as text; nothing is recorded, and an invoice only shows the number it would get."""
    from likeness.acts.letters.draft_letter import draft_letter  # noqa: PLC0415  see write
    from likeness.paper.letters.letter_text import letter_text  # noqa: PLC0415

    added = _added(session, kind, subject, given)
    told = letter_text(draft_letter(session.office().desk, kind, subject, session.language, added))
    session.answer({"kind": kind, "subject": subject, "text": told}, told.rstrip("\n"))


@command.command("list")
@click.option("--about", metavar="SUBJECT", help="only letters about this use, due or licence")
@click.pass_obj
def list_(session: Session, about: str | None) -> None:
    """List the letters that were written, newest first."""
    from likeness.acts.letters.letters_written import letters_about, letters_written  # noqa: PLC0415  see write
    from likeness.paper.wording import say  # noqa: PLC0415

    desk = session.office().desk
    rows = letters_written(desk) if about is None else letters_about(desk, about)
    lines = [
        (str(row.id), row.on.isoformat(), say(session.language, "letter-kind", row.kind), row.number or "",
         row.subject, row.company, row.file)
        for row in rows if not row.taken_back
    ]  # fmt: skip
    told = table(lines) if lines else say(session.language, "letter", "none")
    session.answer({"letters": [letter_row(row) for row in rows]}, told)


@command.command()
@click.argument("letter", type=WholeNumber(0, LARGEST_INT))
@click.pass_obj
def show(session: Session, letter: int) -> None:
    """Show what a LETTER said, by its place in the list, though its file may be gone."""
    from likeness.acts.letters.letters_written import the_letter  # noqa: PLC0415  see write

    row, words = the_letter(session.office().desk, letter)
    session.answer(letter_row(row) | {"text": words}, words.rstrip("\n"))


@command.command()
@click.argument("letter", type=WholeNumber(0, LARGEST_INT))
@click.pass_obj
def undo(session: Session, letter: int) -> None:
    """Take the mark of a LETTER back, by its place in the list; the file stays, an invoice's number stays given."""
    from likeness.acts.letters.write_letter import take_back  # noqa: PLC0415  see write

    made = session.office().do(take_back, letter).value
    row = replace(made.letter, taken_back=True)
    session.answer(letter_row(row), _say(session, "taken-back", row.kind))


def letter_row(row: LetterRow) -> dict[str, Any]:
    """Return a letter as JSON values."""
    return {
        "id": row.id,
        "kind": row.kind,
        "subject": row.subject,
        "to": row.company,
        "language": row.language,
        "number": row.number,
        "sums": [{"minor": one.minor, "currency": one.currency} for one in row.sums],
        "dues": list(row.dues),
        "on": row.on.isoformat(),
        "file": row.file,
        "sha256": row.sha256.hex(),
        "taken_back": row.taken_back,
    }


def _added(session: Session, kind: str, subject: str, given: dict[str, Any]) -> Added:
    """Return what was given, and for the rest what was said last."""
    from likeness.acts.letters.draft_letter import proposed  # noqa: PLC0415  see write
    from likeness.values.days import parse_day  # noqa: PLC0415
    from likeness.values.money import Money, digits  # noqa: PLC0415

    minor, currency = given.pop("minor"), given.pop("currency")
    if (minor is None) != (currency is None):
        raise click.UsageError("--minor and --currency go together.")
    if currency is not None:
        digits(currency)
        given["money"] = Money(minor, currency)
    if given["by"] is not None:
        given["by"] = parse_day(given["by"], "by")
    _, added = proposed(session.office().desk, kind, subject)
    return replace(added, **{name: value for name, value in given.items() if value})


def _say(session: Session, code: str, kind: str, **fill: object) -> str:
    from likeness.paper.wording import say  # noqa: PLC0415  see write

    return say(session.language, "letter", code, kind=say(session.language, "letter-kind", kind), **fill)
