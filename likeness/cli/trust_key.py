"""`likeness trust rotate|recovery`: the owner's own key, followed by a new one or guarded by one on paper."""

from __future__ import annotations

from pathlib import Path

import click

from likeness.acts.keys.change_key import change_key
from likeness.acts.keys.make_recovery import make_recovery
from likeness.acts.keys.read_lost import signed_since
from likeness.cli.handing_out import free_place, hand_signed, to_option
from likeness.cli.session import EXIT_BROKEN, Session
from likeness.errors import LikenessError
from likeness.seal.keys import PublicKey
from likeness.values.days import parse_instant

_TO = to_option("where to write it: .png, .txt or bytes", required=True)


@click.command()
@click.option("--lost-since", help="the old key is lost since this instant: what it signs later does not count")
@click.option("--reason", help="why, in your own words")
@_TO
@click.pass_obj
def rotate(session: Session, lost_since: str | None, reason: str | None, to: Path) -> None:
    """Sign with a new key from now on, and write what tells others so."""
    office = session.office()
    since = parse_instant(lost_since, "lost-since") if lost_since else None
    again = [row.number for row in signed_since(office.desk, since)] if since else []
    data = office.do(change_key, since, reason).value
    hand_signed(data, to, "rotation", "trust again --to FILE")
    key = PublicKey(office.owner.public_key)
    document = {
        "kind": "rotation",
        "fingerprint": key.fingerprint,
        "digits": key.digits,
        "file": str(to),
        "sign_again": again,
    }
    lines = [session.say("new-key"), str(to)]
    if again:
        lines.append(session.say("sign-again", numbers=", ".join(again)))
    session.answer(document, "\n".join(lines))


@click.command()
@click.option("--sheet", metavar="FILE.pdf", type=click.Path(path_type=Path), callback=free_place,
              help="also a page to print")  # fmt: skip
@_TO
@click.pass_obj
def recovery(session: Session, to: Path, sheet: Path | None) -> int:
    """Make a recovery key: prints its digits once, for paper, and writes your new card to hand out."""
    made = session.office().do(make_recovery).value
    document: dict[str, object] = {"recovery": made.text, "file": str(to)}
    trouble = None
    try:
        hand_signed(made.card, to, "recovery", "trust card --to FILE")
        if sheet is not None:
            document["sheet"] = str(sheet)
            _sheet(session, made.text, sheet)
    except LikenessError as fault:  # the digits are told all the same: they stand nowhere else
        trouble = fault
    session.answer(document, f"{session.say('recovery-key')}\n{made.text}\n{to}")
    if trouble is None:
        return 0
    from likeness.paper.words.complaint import sentence  # noqa: PLC0415  words are only needed when something is said

    click.echo(sentence(trouble, session.language), err=True)
    return EXIT_BROKEN


def _sheet(session: Session, digits: str, sheet: Path) -> None:
    from likeness.acts.keys.print_keys import save_recovery_page  # noqa: PLC0415  typst: only where a page is set
    from likeness.paper.wording import say  # noqa: PLC0415  words are only needed when something is said

    session.office().do(save_recovery_page, digits, sheet, session.language)
    click.echo(say(session.language, "key-sheet", "sheet-advice", file=sheet), err=True)


KEY_COMMANDS = (rotate, recovery)
