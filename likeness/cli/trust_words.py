"""`likeness trust vouch|delegate|estate|handover|rotate|lost|recovery|end|words`: signed words about keys, as files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from likeness.acts.change_key import change_key, report_lost
from likeness.acts.give_word import Scope, delegate, hand_over, name_estate, take_back, vouch
from likeness.acts.hand_out import hand_out
from likeness.acts.make_recovery import make_recovery
from likeness.acts.read_lost import signed_since
from likeness.cli.session import Session, table
from likeness.errors import LikenessError, Unreadable
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import Signed, open_any, open_signed
from likeness.seal.keys import PublicKey, SigningKey
from likeness.seal.recovery import read_recovery
from likeness.values.days import moment_text, parse_instant, parse_moment, whole_day
from likeness.values.money import Money, digits

_TO = click.option(
    "--to", required=True, type=click.Path(path_type=Path), help="where to write it: .png, .txt or bytes"
)


@click.command("vouch")
@click.argument("fingerprint")
@click.option("--days", type=int, default=365, show_default=True)
@_TO
@click.pass_obj
def vouch_(session: Session, fingerprint: str, days: int, to: Path) -> None:
    """Vouch, as an agency or union, for the name on a card that you have confirmed."""
    _given(session, session.office().do(vouch, fingerprint, days).value, to)


@click.command("delegate")
@click.argument("fingerprint")
@click.option("--likeness", "likenesses", multiple=True, required=True, help="an id, or * for every likeness; repeats")
@click.option("--licensee", "licensees", multiple=True, required=True, help="an id, or * for every company; repeats")
@click.option("--act", "acts", multiple=True, required=True, help="an act of making, or * for every act; repeats")
@click.option("--most", required=True, type=click.IntRange(0, 10**15 - 1), help="the largest fee, in minor units")
@click.option("--currency", required=True)
@click.option("--until", required=True, help="the last day, or an instant")
@_TO
@click.pass_obj
def delegate_(
    session: Session,
    fingerprint: str,
    likenesses: tuple[str, ...],
    licensees: tuple[str, ...],
    acts: tuple[str, ...],
    most: int,
    currency: str,
    until: str,
    to: Path,
) -> None:
    """Let an agent whose card you have confirmed sign licences for you, within limits."""
    digits(currency)
    scope = Scope(likenesses, licensees, acts, Money(most, currency))
    moment = parse_moment(until, "until")
    end = moment if isinstance(moment, datetime) else whole_day(moment, "UTC")[1]
    _given(session, session.office().do(delegate, fingerprint, scope, end).value, to)


@click.command()
@click.argument("fingerprint")
@_TO
@click.pass_obj
def estate(session: Session, fingerprint: str, to: Path) -> None:
    """Name whose key speaks for you after your death."""
    _given(session, session.office().do(name_estate, fingerprint).value, to)


@click.command()
@click.argument("fingerprint")
@click.option("--died", required=True, help="the instant of death")
@_TO
@click.pass_obj
def handover(session: Session, fingerprint: str, died: str, to: Path) -> None:
    """Say, as the estate that was named, when the performer died."""
    _given(session, session.office().do(hand_over, fingerprint, parse_instant(died, "died")).value, to)


@click.command()
@click.option("--lost-since", help="the old key is lost since this instant: what it signs later does not count")
@click.option("--reason")
@_TO
@click.pass_obj
def rotate(session: Session, lost_since: str | None, reason: str | None, to: Path) -> None:
    """Sign with a new key from now on, and write what tells others so."""
    office = session.office()
    since = parse_instant(lost_since, "lost-since") if lost_since else None
    again = [row.number for row in signed_since(office.desk, since)] if since else []
    data = office.do(change_key, since, reason).value
    hand_out(data, to)
    key = PublicKey(office.owner.public_key)
    document = {
        "kind": "rotation",
        "fingerprint": key.fingerprint,
        "digits": key.digits,
        "file": str(to),
        "sign_again": again,
    }
    lines = ["You sign with a new key now. Hand out this file.", str(to)]
    if again:
        lines.append(f"Signed after that instant, and to be signed again: {', '.join(again)}")
    session.answer(document, "\n".join(lines))


@click.command()
@click.argument("fingerprint")
@click.option("--since", required=True, help="the instant from which the key does not count")
@click.option("--reason")
@click.option("--recovery", help="a file with the digits of its recovery key; - reads them pasted")
@_TO
@click.pass_obj
def lost(session: Session, fingerprint: str, since: str, reason: str | None, recovery: str | None, to: Path) -> None:
    """Say that a key is lost, as the agency that vouches for it or with its recovery key."""
    when, key = parse_instant(since, "since"), _recovery(session, recovery) if recovery else None
    _given(session, session.office().do(report_lost, fingerprint, when, reason, key).value, to)


@click.command()
@click.option("--sheet", metavar="FILE.pdf", type=click.Path(path_type=Path), help="also a page to print")
@_TO
@click.pass_obj
def recovery(session: Session, to: Path, sheet: Path | None) -> None:
    """Make a recovery key: prints its digits once, for paper, and writes your new card to hand out."""
    office = session.office()
    made = office.do(make_recovery).value
    hand_out(made.card, to)
    document = {"recovery": made.text, "file": str(to)}
    if sheet is not None:
        from likeness.acts.print_keys import save_recovery_page  # noqa: PLC0415  typst: only where a page is set
        from likeness.paper.wording import say  # noqa: PLC0415  words are only needed when something is said

        office.do(save_recovery_page, made.text, sheet, session.language)
        document["sheet"] = str(sheet)
        click.echo(say(session.language, "key-sheet", "sheet-advice", file=sheet), err=True)
    session.answer(document, f"Write this down and put it away. It is not kept anywhere.\n{made.text}\n{to}")


@click.command()
@click.argument("word")
@click.option("--reason")
@_TO
@click.pass_obj
def end(session: Session, word: str, reason: str | None, to: Path) -> None:
    """Take back a vouching, delegation or naming of yours; WORD is its fingerprint (see: trust words)."""
    _given(session, session.office().do(take_back, word, reason).value, to)


@click.command()
@click.pass_obj
def words(session: Session) -> None:
    """List what was signed about keys, oldest first."""
    kept = session.office().registry.key_words.all()
    rows = [_word_row(row.kind, row.digest, row.data) | {"ended_at": _text(row.ended_at)} for row in kept]
    lines = [(row["kind"], row["name"], row["given_at"] or "", row["fingerprint"][:16]) for row in rows]
    session.answer({"words": rows}, table(lines))


COMMANDS = (vouch_, delegate_, estate, handover, rotate, lost, recovery, end, words)


def _recovery(session: Session, name: str) -> SigningKey:
    data = session.given(name, 4_096)
    try:
        return read_recovery(data.decode("ascii"))
    except UnicodeError as why:
        raise Unreadable("bad-recovery", file=name) from why
    except LikenessError as fault:
        raise fault.at(file=name) from None


def _given(session: Session, signed: Signed[Any], to: Path) -> None:
    hand_out(signed.data, to)
    document = _word_row(type(signed.says).__name__.lower(), signed.digest, signed.data) | {"file": str(to)}
    session.answer(document, f"{document['kind']}: {document['name']}\n{to}")


def _word_row(kind: str, digest: bytes, data: bytes) -> dict[str, Any]:
    signed = open_any(data)
    says = signed.says
    name = open_signed(says.card, KeyCard).says.name if hasattr(says, "card") else getattr(says, "name", "")
    return {
        "kind": kind,
        "fingerprint": digest.hex(),
        "name": name,
        "signer": signed.signer.fingerprint,
        "given_at": _text(getattr(says, "given_at", None)),
        "expires_at": _text(getattr(says, "expires_at", None)),
    }


def _text(moment: Any) -> str | None:
    return None if moment is None else moment_text(moment)
