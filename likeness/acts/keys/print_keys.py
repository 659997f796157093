"""Pages to print about the owner's own key: her card, and the sheet of a recovery key that was just made.

The digits of a recovery key are kept nowhere: whoever has them hands them in, and the page goes to the printer or into
a file that the person deletes once it is printed.
"""

from __future__ import annotations

from pathlib import Path

from likeness.acts.desk import Desk
from likeness.errors import Refused
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.paper.qr.qr_image import make_qr
from likeness.paper.sheets.key_sheet import card_sheet, recovery_sheet, render_keys
from likeness.seal.recovery import read_recovery
from likeness.values.days import day_in
from likeness.values.keep import keep_file
from likeness.values.outcome import Outcome


def card_page(desk: Desk, language: str = "en") -> bytes:
    """Return the PDF of the owner's key card, with its code where that fits into one."""
    data = desk.owner().card
    return render_keys(card_sheet(language, open_signed(data, KeyCard).says), make_qr(data))


def recovery_page(desk: Desk, digits: str, language: str = "en") -> bytes:
    """Return the PDF of a recovery sheet; raise Refused where the card names another recovery key, or none."""
    card = open_signed(desk.owner().card, KeyCard).says
    if read_recovery(digits).public.encoded != card.recovery:
        raise Refused("other-recovery")
    return render_keys(recovery_sheet(language, card, digits, day_in(desk.now(), "UTC")), None)


def save_card_page(desk: Desk, path: Path, language: str = "en") -> Outcome[Path]:
    """Write the page of the owner's key card."""
    keep_file(path, card_page(desk, language))
    return Outcome(path)


def save_recovery_page(desk: Desk, digits: str, path: Path, language: str = "en") -> Outcome[Path]:
    """Write the recovery sheet; the file holds the secret, so it is for the printer and then to be deleted."""
    keep_file(path, recovery_page(desk, digits, language))
    return Outcome(path)
