"""What a person may wish of a paper: both languages, a certificate for her key, a time stamp on the seal.

Nothing of it is needed, and without a named authority nothing is asked of any network. What is not said for this very
paper is as it is kept for all (`acts.licences.kept_wishes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.licences.kept_wishes import kept_authority, kept_chain, kept_wishes
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.seal.keys import PublicKey
from likeness.values.keep import keep_file, read_file
from likeness.values.outcome import Outcome

if TYPE_CHECKING:
    from likeness.paper.sealing.pdf_seal import Extras

_NONCE_BYTES = 8


@dataclass(frozen=True)
class Wishes:
    """`both` languages; a file with a certificate of the key (PEM, DER, PKCS#12); the address of an authority.

    Without an `authority` the kept one is asked, if there is one; an empty one asks nobody.
    """

    both: bool = False
    certificate: Path | None = None
    passphrase: str | None = None
    authority: str | None = None


PLAIN = Wishes()


def extras_for(desk: Desk, wishes: Wishes, key: PublicKey) -> Extras:
    """Return what goes with the seal of `key`; the authority is asked once the signature is there."""
    from likeness.paper.sealing.certificate_file import MOST_BYTES, read_chain  # noqa: PLC0415  where a page is sealed
    from likeness.paper.sealing.pdf_seal import Extras  # noqa: PLC0415
    from likeness.paper.sealing.time_authority import ask_for_stamp  # noqa: PLC0415

    if wishes.certificate is None:
        chain = kept_chain(desk, key)
    else:
        chain = read_chain(read_file(wishes.certificate, MOST_BYTES), key, desk.now(), wishes.passphrase)
    since = first_day(desk, key)
    address = kept_authority(desk) if wishes.authority is None else wishes.authority
    if not address:
        return Extras(chain, since=since)
    nonce = int.from_bytes(desk.chance.bytes(_NONCE_BYTES), "big")
    return Extras(chain, lambda signature: ask_for_stamp(address, signature, nonce), since)


def first_day(desk: Desk, key: PublicKey) -> datetime | None:
    """Return the first day of one of the owner's keys, as its card says, at midnight UTC."""
    cards = (desk.owner().card, *(one.card for one in desk.registry.owner.former()))
    told = (open_signed(card, KeyCard).says for card in cards)
    day = next((card.from_on for card in told if card.key == key.encoded), None)
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)


def write_signer_sheet(desk: Desk, file: Path, language: str = "en", *, both: bool = False) -> Outcome[Path]:
    """Write the page that tells others how to trust the owner's key in Acrobat, with the digits to compare."""
    from likeness.paper.sealing.certificate import issue_certificate  # noqa: PLC0415  see extras_for
    from likeness.paper.sheets.licence_paper import plan_for  # noqa: PLC0415
    from likeness.paper.sheets.signer_sheet import signer_sheet  # noqa: PLC0415

    now, name, languages = desk.now(), desk.owner().name, plan_for(language, both=both).languages
    kept = kept_wishes(desk)
    if kept.certificate is not None and kept.fits:  # the digits are those of the certificate that papers carry
        public, der = kept.certificate.public, kept.certificate.der
    else:
        pen = desk.pen()
        public, der = pen.public, issue_certificate(pen, name, first_day(desk, pen.public) or now).der
    keep_file(file, signer_sheet(languages, name, public, der, now))
    return Outcome(file)


def request_certificate(desk: Desk, file: Path) -> Outcome[Path]:
    """Write the request with which an agency or an authority issues a certificate for the owner's key."""
    from likeness.paper.sealing.certificate_file import certificate_request  # noqa: PLC0415  see extras_for

    keep_file(file, certificate_request(desk.pen(), desk.owner().name))
    return Outcome(file)
