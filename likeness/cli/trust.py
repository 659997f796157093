"""`likeness trust card|add|list|remove|status`."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.acts.trust_book import confirm_card, import_status_list, make_status_list, own_card, remove_card
from likeness.cli.rows import card_row
from likeness.cli.session import Session, table
from likeness.errors import LikenessError
from likeness.seal.keys import PublicKey
from likeness.values.days import moment_text
from likeness.values.keep import keep_file, read_file

_LARGEST = 65_536


@click.group("trust")
def command() -> None:
    """Key cards and status lists."""


@command.command()
@click.option("--to", "file", type=click.Path(path_type=Path), help="write your card to a file")
@click.pass_obj
def card(session: Session, file: Path | None) -> None:
    """Show your own key card, or write it to a file to hand out."""
    office = session.office()
    if file is not None:
        keep_file(file, own_card(office.desk))
    key = PublicKey(office.owner.public_key)
    document = {
        "name": office.owner.name,
        "role": office.owner.role,
        "fingerprint": key.fingerprint,
        "digits": key.digits,
        "file": str(file) if file else None,
    }
    session.answer(document, f"{office.owner.name}\n{key.digits}" + (f"\n{file}" if file else ""))


@command.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def add(session: Session, file: Path) -> None:
    """Confirm somebody's card: you met them, or you compared the digits."""
    data = read_file(file, _LARGEST)
    try:
        row = session.office().do(confirm_card, data).value
    except LikenessError as fault:
        raise fault.at(file=str(file)) from None
    session.answer(card_row(row), f"You now trust {row.name}: {PublicKey(row.public_key).digits}")


@command.command("list")
@click.pass_obj
def list_(session: Session) -> None:
    """List the cards you trust."""
    cards = session.office().registry.trust.cards()
    lines = [(one.name, one.role, PublicKey(one.public_key).digits) for one in cards]
    session.answer({"cards": [card_row(one) for one in cards]}, table(lines))


@command.command()
@click.argument("fingerprint")
@click.pass_obj
def remove(session: Session, fingerprint: str) -> None:
    """Trust a card no longer."""
    row = session.office().do(remove_card, fingerprint).value
    session.answer({**card_row(row), "trust": "unknown"}, f"You no longer trust {row.name}.")


@command.command()
@click.option("--export", "to_file", type=click.Path(path_type=Path))
@click.option("--import", "from_file", type=click.Path(path_type=Path))
@click.pass_obj
def status(session: Session, to_file: Path | None, from_file: Path | None) -> None:
    """Sign and export your status list, or import somebody's."""
    if (to_file is None) == (from_file is None):
        raise click.UsageError("say --export FILE or --import FILE")
    office = session.office()
    if to_file is not None:
        made = office.do(make_status_list).value
        keep_file(to_file, made.data)
        file = to_file
    else:
        file = from_file or Path()
        try:
            made = office.do(import_status_list, read_file(file, _LARGEST)).value
        except LikenessError as fault:
            raise fault.at(file=str(file)) from None
    says = made.says
    document = {
        "file": str(file),
        "sequence": says.sequence,
        "issued_at": moment_text(says.issued_at),
        "expires_at": moment_text(says.expires_at),
        "fingerprint": made.signer.fingerprint,
    }
    session.answer(document, f"List {says.sequence} of {moment_text(says.issued_at)}: {file}")
