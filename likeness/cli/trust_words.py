"""`likeness trust vouch|delegate|estate|handover|lost|end|words|again`: signed words about keys, as files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from likeness.acts.keys.change_key import report_lost
from likeness.acts.keys.give_word import Scope, delegate, hand_over, name_estate, take_back, vouch
from likeness.acts.keys.hand_again import new_key_words, signed_word
from likeness.acts.keys.hand_out import hand_out
from likeness.cli.handing_out import hand_signed, to_option
from likeness.cli.session import Session, table
from likeness.cli.whole_number import WholeNumber
from likeness.errors import LikenessError, Unreadable
from likeness.licence.key_card import KeyCard
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import Signed, open_any, open_signed
from likeness.seal.canonical import split_sequence
from likeness.seal.keys import SigningKey
from likeness.seal.recovery import read_recovery
from likeness.values.days import moment_text, parse_instant, parse_moment, whole_day
from likeness.values.money import Money, digits

_TO = to_option("where to write it: .png, .txt or bytes", required=True)


@click.command("vouch")
@click.argument("fingerprint")
@click.option("--days", type=int, default=365, show_default=True, help="for so many days")
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
@click.option("--most", required=True, type=WholeNumber(0, 10**15 - 1), help="the largest fee, in minor units")
@click.option("--currency", required=True, metavar="CODE", help="the currency of the largest fee")
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
@click.argument("fingerprint")
@click.option("--since", required=True, help="the instant from which the key does not count")
@click.option("--reason", help="why, in your own words")
@click.option("--recovery", help="a file with the digits of its recovery key, or its twelve words; - reads them pasted")
@_TO
@click.pass_obj
def lost(session: Session, fingerprint: str, since: str, reason: str | None, recovery: str | None, to: Path) -> None:
    """Say that a key is lost, as the agency that vouches for it or with its recovery key."""
    when, key = parse_instant(since, "since"), _recovery(session, recovery) if recovery else None
    _given(session, session.office().do(report_lost, fingerprint, when, reason, key).value, to)


@click.command()
@click.argument("word")
@click.option("--reason", help="why, in your own words")
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
    session.answer({"words": rows}, table(lines) or session.say("no-key-words"))


@click.command()
@click.argument("word", required=False)
@_TO
@click.pass_obj
def again(session: Session, word: str | None, to: Path) -> None:
    """Hand out once more what was signed: WORD is its fingerprint; without it, what tells of your new key."""
    desk = session.office().desk
    data = signed_word(desk, word) if word else new_key_words(desk)
    hand_out(data, to)
    kinds = [type(open_any(part).says).__name__.lower() for part in split_sequence(data)]
    session.answer({"kinds": kinds, "file": str(to)}, f"{', '.join(kinds)}\n{to}")


COMMANDS = (vouch_, delegate_, estate, handover, lost, end, words, again)


def _recovery(session: Session, name: str) -> SigningKey:
    data = session.given(name, 4_096)
    try:
        return read_recovery(data.decode("utf-8"))
    except UnicodeError as why:
        raise Unreadable("bad-recovery", file=name) from why
    except LikenessError as fault:
        raise fault.at(file=name) from None


def _given(session: Session, signed: Signed[Any], to: Path) -> None:
    word = signed.says.licence if isinstance(signed.says, Withdrawal) else signed.digest
    hand_signed(signed.data, to, type(signed.says).__name__.lower(), f"trust again {word.hex()[:16]} --to FILE")
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
