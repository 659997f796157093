"""`likeness trust card|add|list|remove|status|take`; what is signed about keys is in `trust_words`."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.acts.checking.read_licence_file import read_licence_file
from likeness.acts.checking.take_in import Filed, take_in
from likeness.acts.keys.hand_out import hand_out
from likeness.acts.keys.read_contacts import contacts
from likeness.acts.keys.trust_book import confirm_card, import_status_list, make_status_list, own_card, remove_card
from likeness.cli.handing_out import free_place
from likeness.cli.rows import card_row, contact_row
from likeness.cli.session import Session, table
from likeness.cli.trust_key import KEY_COMMANDS
from likeness.cli.trust_page import page
from likeness.cli.trust_words import COMMANDS
from likeness.errors import LikenessError
from likeness.paper.names import moment
from likeness.seal.keys import PublicKey
from likeness.values.days import moment_text

_LARGEST = 8 * 1024 * 1024


@click.group("trust")
def command() -> None:
    """Key cards, words about keys, and status lists."""


for other in (*COMMANDS, *KEY_COMMANDS, page):
    command.add_command(other)


@command.command()
@click.option("--to", "file", type=click.Path(path_type=Path), callback=free_place,
              help="write your card: .pdf, .png, .txt or bytes")  # fmt: skip
@click.pass_obj
def card(session: Session, file: Path | None) -> None:
    """Show your own key card, or write it to a file to hand out."""
    office = session.office()
    if file is not None and file.suffix.lower() == ".pdf":
        from likeness.acts.keys.print_keys import save_card_page  # noqa: PLC0415  typst: only where a page is set

        office.do(save_card_page, file, session.language)
    elif file is not None:
        hand_out(own_card(office.desk), file)
    owner = office.owner
    key = PublicKey(owner.public_key)
    document = {
        "name": owner.name,
        "role": owner.role,
        "fingerprint": key.fingerprint,
        "digits": key.digits,
        "file": str(file) if file else None,
    }
    session.answer(document, f"{owner.name}\n{key.digits}" + (f"\n{file}" if file else ""))


@command.command()
@click.argument("file")
@click.pass_obj
def add(session: Session, file: str) -> None:
    """Confirm somebody's card: you got it from them in person, or you compared the digits."""
    data = session.given(file, _LARGEST)
    try:
        row = session.office().do(confirm_card, read_licence_file(data)).value
    except LikenessError as fault:
        raise fault.at(file=file) from None
    session.answer(card_row(row), session.say("trusted", name=row.name))


@command.command("list")
@click.pass_obj
def list_(session: Session) -> None:
    """List everybody whose key stands here, and how it is known."""
    from likeness.paper.words.contact_words import contact_words  # noqa: PLC0415  words are only needed for text

    found = contacts(session.office().desk)
    lines = [
        (
            one.name,
            one.role,
            contact_words(session.language, one.why, by=one.by, since=one.since, until=one.until),
            one.public.fingerprint,
        )
        for one in found
    ]
    session.answer({"cards": [contact_row(one) for one in found]}, table(lines) or session.say("no-cards"))


@command.command()
@click.argument("fingerprint")
@click.pass_obj
def remove(session: Session, fingerprint: str) -> None:
    """Trust a card no longer."""
    row = session.office().do(remove_card, fingerprint).value
    session.answer({**card_row(row), "trust": "unknown"}, session.say("trusted-no-longer", name=row.name))


@command.command()
@click.argument("file")
@click.option("--as", "as_name", help="the licensee's name, where your registry bears another")
@click.pass_obj
def take(session: Session, file: str, as_name: str | None) -> None:
    """Take in whatever somebody sent: licence, acceptance, notice, card, list, word about keys; - reads pasted text."""
    data = session.given(file, _LARGEST)
    try:
        filed = session.office().do(take_in, data, as_name, session.progress()).value
    except LikenessError as fault:
        raise fault.at(file=file) from None
    document = {"filed": [{"kind": one.kind, "about": one.about, "new": one.changed} for one in filed]}
    session.answer(document, "\n".join(_line(session.language, one) for one in filed))


def _line(language: str, one: Filed) -> str:
    from likeness.paper.wording import say  # noqa: PLC0415  see list_

    return say(language, "filed", one.told, about=one.about)


@command.command()
@click.option("--export", "to_file", type=click.Path(path_type=Path), callback=free_place,
              help="write your list: .png, .txt or bytes")  # fmt: skip
@click.option("--import", "from_file", help="read somebody's list; - reads pasted text")
@click.pass_obj
def status(session: Session, to_file: Path | None, from_file: str | None) -> None:
    """Sign and export your status list, or import somebody's."""
    if (to_file is None) == (from_file is None):
        raise click.UsageError("Say --export FILE or --import FILE.")
    office = session.office()
    file = from_file or str(to_file)
    if to_file is not None:
        made = office.do(make_status_list, to_file).value
    else:
        data = session.given(file, _LARGEST)
        try:
            made = office.do(import_status_list, read_licence_file(data)).value
        except LikenessError as fault:
            raise fault.at(file=file) from None
    says = made.says
    document = {
        "file": file,
        "sequence": says.sequence,
        "issued_at": moment_text(says.issued_at),
        "expires_at": moment_text(says.expires_at),
        "fingerprint": made.signer.fingerprint,
    }
    listed = moment(session.language, says.issued_at)
    session.answer(document, session.say("status-list", number=says.sequence, on=listed, file=file))
