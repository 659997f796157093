"""Two letters to Tidewrack: it went on with Station 12 while that licence was suspended, and never paid its fee.

They are written through the act a person would do, so the demo shows what comes of it: the page, its place in the log,
the flag that moved, the number of the invoice. Addresses are invented; nobody's money goes anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from likeness.acts.letters.draft_letter import proposed
from likeness.acts.letters.write_letter import write_letter
from likeness.office import Office
from likeness.paper.letters.letter import INVOICE, NOTICE
from likeness.paper.letters.letter_facts import Added

NOTICED, INVOICED = "2026-11-17 10:40", "2026-11-17 10:50"  # when, after her agent went through the account
USE = "u-180"  # an episode of Station 12, made after the licence was suspended
_HERS = {"address": ("4 Quay Street", "Port Skerrow"), "contact": "liora@vantreight.example"}
_THEIRS = ("1 Sound Stage Road", "Harrowgate Docks")
_PAY = ("Harbour Mutual, account 0112 3456 7890",)


def write_notice(liora: Office, folder: Path) -> None:
    """Tell the company that it went beyond what was signed."""
    note = "Please tell me which episode these lines are for, and keep them out of it until the licence is in force."
    _write(liora, NOTICE, USE, folder / "notice-station-12.pdf", note=note)


def write_invoice(liora: Office, folder: Path, number: str) -> None:
    """Ask for the fee of a licence that was never paid."""
    _write(liora, INVOICE, f"fee:{number}:once", folder / "invoice-station-12.pdf", pay=_PAY)


def _write(liora: Office, kind: str, subject: str, file: Path, **said: object) -> None:
    _facts, known = proposed(liora.desk, kind, subject)
    added: Added = replace(known, **{**_HERS, "to_address": _THEIRS, **said})  # type: ignore[arg-type]
    liora.do(write_letter, kind, subject, file, "en", added)
