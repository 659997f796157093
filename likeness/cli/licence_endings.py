"""`likeness licence withdraw|suspend|resume|notice|text`: what ends or pauses a licence, and handing it out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from likeness.acts.keys.hand_out import as_text, hand_out
from likeness.acts.licences.draft_licence import the_licence
from likeness.acts.licences.end_licence import (
    WithdrawalAhead,
    newest_notice,
    preview_withdrawal,
    resume_licence,
    suspend_licence,
    withdraw_licence,
)
from likeness.acts.licences.export_licence import bundle_of
from likeness.cli.handing_out import hand_signed, to_option
from likeness.cli.licence_told import told
from likeness.cli.rows import licence_full
from likeness.cli.session import Session
from likeness.errors import Refused
from likeness.paper.qr.qr_payload import MOST_BYTES
from likeness.registry.licence_row import LicenceRow
from likeness.values.days import moment_text, parse_instant
from likeness.values.outcome import Outcome

_TO = to_option("write the signed notice: .png, .txt or bytes")


@click.command()
@click.argument("number")
@click.option("--reason", help="why, in your own words")
@click.option("--at", help="when you said so; now if left out")
@click.option("--dry-run", is_flag=True, help="say what it would mean, and do nothing")
@click.option("--yes", is_flag=True, help="do not ask again")
@_TO
@click.pass_obj
def withdraw(
    session: Session, number: str, reason: str | None, at: str | None, dry_run: bool, yes: bool, to: Path | None
) -> None:
    """Withdraw a licence for good; says what the signed terms say of it, before and after."""
    office = session.office()
    ahead = preview_withdrawal(office.desk, number, _instant(at))
    zone = the_licence(office.desk, number).terms.zone
    before = _words(session, ahead, zone)
    if dry_run:
        session.answer({"number": number, **_ahead(ahead)}, before)
        return
    if not session.json:
        click.echo(before, err=True)
    asked = sys.stdin.isatty() and not yes and not session.json
    if asked and not click.confirm(session.say("withdraw"), err=True):
        raise Refused("cancelled", key=number)
    row = office.do(withdraw_licence, number, reason, _instant(at), session.progress()).value
    _handed(session, number, to)
    document = {**licence_full(office.registry, row), **_ahead(ahead)}
    session.answer(document, f"{told(session.language, 'withdrawn', row)}\n{_words(session, ahead, zone, done=True)}")


def _pausing(name: str, act: Callable[..., Outcome[LicenceRow]], words: str) -> click.Command:
    """Return a command of the shape that suspending and resuming share."""

    @click.command(name, help=words)
    @click.argument("number")
    @click.option("--reason", help="why, in your own words")
    @click.option("--at", help="when you said so; now if left out")
    @_TO
    @click.pass_obj
    def command(session: Session, number: str, reason: str | None, at: str | None, to: Path | None) -> None:
        office, given = session.office(), _instant(at)
        row = office.do(act, number, reason, given, session.progress()).value
        _handed(session, number, to)
        ahead = given is not None and given > office.clock.now()
        language, until = session.language, at or ""
        said = told(language, "until", row, at=until) if ahead else told(language, "now", row)
        session.answer(licence_full(office.registry, row), said)

    return command


suspend = _pausing("suspend", suspend_licence, "Suspend a licence.")
resume = _pausing("resume", resume_licence, "Resume a suspended licence.")


@click.command()
@click.argument("number")
@_TO
@click.pass_obj
def notice(session: Session, number: str, to: Path | None) -> None:
    """Hand out the newest notice about a licence: as text, or into a file."""
    _hand(session, number, newest_notice(session.office().desk, number), to)


@click.command()
@click.argument("number")
@_TO
@click.pass_obj
def text(session: Session, number: str, to: Path | None) -> None:
    """Hand out a licence with its acceptance as the text of its code, to be pasted."""
    desk = session.office().desk
    _hand(session, number, bundle_of(desk, the_licence(desk, number)).data, to)


def _hand(session: Session, number: str, data: bytes, to: Path | None) -> None:
    """Write it where a file is named, else say its text; one too long for a code has no text, and can be a file."""
    if to is None:
        session.answer({"number": number, "file": None, "text": as_text(data)}, as_text(data))
        return
    hand_out(data, to)
    text = as_text(data) if len(data) <= MOST_BYTES else None
    session.answer({"number": number, "file": str(to), "text": text}, str(to))


def _handed(session: Session, number: str, to: Path | None) -> None:
    if to is not None:
        data = newest_notice(session.office().desk, number)
        hand_signed(data, to, number, f"licence notice {number} --to FILE")


def _ahead(ahead: WithdrawalAhead) -> dict[str, object]:
    return {
        "notice_days": ahead.notice_days,
        "effective_at": moment_text(ahead.effective_at),
        "works_made_stay": ahead.works_made_stay,
    }


def _words(session: Session, ahead: WithdrawalAhead, zone: str, *, done: bool = False) -> str:
    from likeness.paper.words.ending_words import withdrawal_words  # noqa: PLC0415  words are only needed for text

    stay = ahead.works_made_stay
    lines = withdrawal_words(
        session.language, ahead.notice_days, ahead.effective_at, zone, works_made_stay=stay, done=done
    )
    return "\n".join(lines)


def _instant(text: str | None) -> datetime | None:
    return None if text is None else parse_instant(text, "at")
