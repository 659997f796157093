"""Taking in whatever somebody sent: a licence, an acceptance, a notice, a card, a list, a word about keys.

- From a file, a PDF, a picture of a code or pasted text. A file may hold several statements, one after the other:
  all of them are filed, or none.
- Nothing is signed here and nobody is trusted here: an offer waits to be accepted, a card waits to be confirmed.
- The same thing again changes nothing. What does not belong here is refused, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from likeness.acts.checking.read_licence_file import read_licence_file
from likeness.acts.desk import Desk
from likeness.acts.happened.record_notice import record_notice
from likeness.acts.keys.end_word import end_word
from likeness.acts.keys.file_word import KINDS, file_word, keep_word
from likeness.acts.keys.gather_roots import CARD, the_book
from likeness.acts.keys.read_contacts import contacts
from likeness.acts.keys.trust_book import import_status_list
from likeness.acts.licences.accept_licence import record_acceptance
from likeness.acts.licences.receive_licence import receive_licence
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Refused
from likeness.licence.codec_v1 import Licence
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise, Rotation
from likeness.licence.notices import Acceptance, Resumption, Suspension, Withdrawal
from likeness.licence.statements import KeyWord, Notice, Signed, open_any, open_signed
from likeness.licence.status_list import StatusList
from likeness.registry.licence_row import LicenceRow
from likeness.seal.canonical import split_sequence
from likeness.values.outcome import Change, Outcome
from likeness.verifier.trust import speaks_for

_CHANGED = frozenset({Change.LICENCES, Change.USES, Change.TRUST})


@dataclass(frozen=True)
class Filed:
    """What became of one statement: its kind, the licence's number or the key's name it is about, and if it was new.

    `consent` tells of a licence that nobody has to accept (FORMAT section 7).
    """

    kind: str
    about: str
    changed: bool
    consent: bool = False

    @property
    def told(self) -> str:
        """The code of its sentence in the wording's room `filed`."""
        if not self.changed:
            return "known"
        return "consent" if self.consent else self.kind


def take_in(
    desk: Desk,
    data: bytes,
    as_name: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[tuple[Filed, ...]]:
    """File every statement in `data` where it belongs, in one transaction; raise Refused, Unreadable or Tampered.

    `as_name` is the name a licence may be for besides the owner's.
    """
    statements = [open_any(item) for item in split_sequence(read_licence_file(data))]
    steps = Steps(progress, cancelled)
    with desk.registry.transaction():
        filed = tuple(_file(desk, one, as_name, steps) for one in statements)
    return Outcome(filed, _CHANGED if any(one.changed for one in filed) else frozenset())


def _file(desk: Desk, signed: Signed[Any], as_name: str | None, steps: Steps) -> Filed:
    says = signed.says
    if isinstance(says, Licence):
        return _licence(desk, signed, as_name, steps)
    if isinstance(says, Acceptance):
        outcome = record_acceptance(desk, signed, steps)
        return Filed("acceptance", outcome.value.number, bool(outcome.changed))
    if isinstance(says, Withdrawal | Suspension | Resumption):
        return _notice(desk, signed, steps)
    if isinstance(says, KeyCard):
        return _card(desk, signed)
    if isinstance(says, StatusList):
        return Filed("status-list", signed.signer.fingerprint, bool(import_status_list(desk, signed.data).changed))
    return Filed(KINDS[type(says)], _whose(desk, says), file_word(desk, signed, steps=steps))


def _whose(desk: Desk, says: KeyWord) -> str:
    """Return the name a word is about; an alarm bears none, so it is that of whoever has the key here."""
    if isinstance(says, Rotation):
        return open_signed(says.card, KeyCard).says.name
    if isinstance(says, Compromise):
        own = desk.owner().name if says.subject in desk.own_keys() else ""
        return own or next((one.name for one in contacts(desk) if one.key == says.subject), "")
    return says.name


def _licence(desk: Desk, signed: Signed[Licence], as_name: str | None, steps: Steps) -> Filed:
    row = desk.registry.licences.with_digest(signed.digest, desk.now())
    if row is not None:
        return Filed("licence", row.number, changed=False)
    terms = signed.says.terms
    for_us = terms.licensee.name in (desk.owner().name, as_name)
    if not for_us and not speaks_for(desk.owner().public_key, signed.says, the_book(desk)):
        raise Refused("not-the-licensee", key="licensee.name", name=terms.licensee.name)
    if signed.signer.encoded in desk.own_keys():
        raise Refused("signed-with-your-key", key=signed.says.number)
    number = receive_licence(desk, signed, steps).number
    return Filed("licence", number, changed=True, consent=terms.basis == "consent")


def _notice(desk: Desk, signed: Signed[Notice], steps: Steps) -> Filed:
    kind = type(signed.says).__name__.lower()
    row = desk.registry.licences.with_digest(signed.says.licence, desk.now())
    if row is None:
        return Filed(kind, *end_word(desk, signed))
    if desk.registry.statements.kind_of(signed.digest) is None:
        _may_say_so(desk, row, signed)
    return Filed(kind, row.number, record_notice(desk, row, signed, steps))


def _may_say_so(desk: Desk, row: LicenceRow, signed: Signed[Notice]) -> None:
    key, book = signed.signer.encoded, the_book(desk)
    if key in desk.own_keys():
        raise Refused("signed-with-your-key", key=row.number)
    if book.is_lost(key):
        raise Refused("signed-with-lost-key", key=row.number)
    licence = open_signed(desk.registry.statements.get(row.digest or b"") or b"", Licence)
    if not speaks_for(key, licence.says, book):
        raise Refused("not-the-signer", key=row.number)


def _card(desk: Desk, signed: Signed[KeyCard]) -> Filed:
    """Keep a card until somebody confirms it; one that is confirmed, or our own, changes nothing."""
    registry, says = desk.registry, signed.says
    if the_book(desk).is_lost(says.key):
        raise Refused("signed-with-lost-key", name=says.name)
    confirmed = any(card.bytes == signed.data for card in registry.trust.cards())
    known = confirmed or says.key in desk.own_keys() or registry.key_words.get(signed.digest) is not None
    if not known:
        keep_word(desk, CARD, signed.data)
    return Filed(CARD, says.name, not known)
