"""Recording a licence that came from elsewhere, not accepted yet.

A licence that replaces another one must come from somebody who speaks for that one, and be for the same company. It may
arrive before the one it replaces: the link is then made when that one comes.
"""

from __future__ import annotations

from hashlib import sha256

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.keys.file_word import record_death
from likeness.acts.keys.gather_roots import the_book
from likeness.acts.licences.draft_licence import remember_names, the_licence
from likeness.acts.licences.sign_licence import replace_old
from likeness.acts.steps import Steps
from likeness.errors import Refused
from likeness.licence.codec_v1 import Licence
from likeness.licence.statements import Signed, open_signed
from likeness.registry.licence_row import LicenceRow
from likeness.verifier.trust import estates, speaks_for

DIGITS_OF_A_TWIN = 8  # of the fingerprint, where two registries gave the same number


def receive_licence(desk: Desk, licence: Signed[Licence], steps: Steps | None = None) -> LicenceRow:
    """Record somebody else's licence inside the act's transaction; raise Refused if its signer may not say so."""
    registry, now, says = desk.registry, desk.now(), licence.says
    if the_book(desk).is_lost(licence.signer.encoded, licence.digest):
        raise Refused("signed-with-lost-key", key=says.number)
    number = says.number
    if registry.licences.get(number, now) is not None:
        number = f"{number}@{licence.digest.hex()[:DIGITS_OF_A_TWIN]}"
    old = None if says.replaces is None else registry.licences.with_digest(says.replaces, now)
    if old is not None and not _may_replace(desk, says, old):
        raise Refused("replaces-not-theirs", key=old.number)
    row = registry.licences.put_draft(number, says.terms, now, replaces=old.number if old else None, own=False)
    digest = registry.statements.put("licence", licence.data, now, about=says.replaces)
    registry.licences.mark(row, digest=digest, signed_at=says.issued_at)
    remember_names(desk, says.terms)
    _link_what_came_before(desk, the_licence(desk, number))
    _apply_what_is_known(desk, licence, the_licence(desk, number), steps)
    return the_licence(desk, number)


def _apply_what_is_known(desk: Desk, licence: Signed[Licence], row: LicenceRow, steps: Steps | None) -> None:
    """A consent is in force as it comes; a death that is known here holds for a licence that comes later, too."""
    book = the_book(desk)
    for dead, _, says in estates(book):
        if licence.signer.encoded in book.following(dead):
            record_death(desk, says, steps)
    if row.terms.basis == "consent":
        replace_old(desk, row, licence.says.issued_at)
        rejudge(desk, row.terms.likenesses, desk.now(), "signed", steps)


def _link_what_came_before(desk: Desk, old: LicenceRow) -> None:
    """Link the licences that replace this one and came earlier; those in force replace it at once."""
    for data in desk.registry.statements.about(old.digest or b"", "licence"):
        newer = desk.registry.licences.with_digest(sha256(data).digest(), desk.now())
        if newer is None or newer.own or not _may_replace(desk, open_signed(data, Licence).says, old):
            continue
        desk.registry.licences.mark(newer.row, replaces=old.number)
        if newer.accepted or newer.terms.basis == "consent":
            replace_old(desk, the_licence(desk, newer.number), newer.accepted_at or newer.signed_at or desk.now())


def _may_replace(desk: Desk, newer: Licence, old: LicenceRow) -> bool:
    replaced = open_signed(desk.registry.statements.get(old.digest or b"") or b"", Licence).says
    same = newer.terms.licensee.name == replaced.terms.licensee.name
    return same and speaks_for(newer.signer, replaced, the_book(desk))
