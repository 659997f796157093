"""Acceptance (FORMAT section 7): the company signs that it accepts; the performer records that it did.

- A licence from elsewhere: the owner of the registry is the licensee, or says `as_name`; it is recorded and accepted.
- A licence of our own with an acceptance in the file, or the acceptance alone: it is recorded, and the licence is in
  force. The acceptance brings its key; whose it is stays open until somebody confirms it, but a key that is known for
  the company under its name is the only one that counts.
"""

from __future__ import annotations

from likeness.acts.desk import CLOCKS_DIFFER, Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.keys.gather_roots import the_book
from likeness.acts.licences.draft_licence import the_licence
from likeness.acts.licences.receive_licence import receive_licence
from likeness.acts.licences.sign_licence import replace_old
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import LikenessError, Refused
from likeness.licence.bundle import Bundle, read_bundle
from likeness.licence.codec_v1 import Licence
from likeness.licence.notices import Acceptance
from likeness.licence.statements import Signed, open_signed, sign
from likeness.registry.licence_row import LicenceRow
from likeness.values.outcome import Change, Outcome
from likeness.verifier.book import UNKNOWN
from likeness.verifier.trust import speaks_for

_CHANGED = frozenset({Change.LICENCES, Change.USES})
_OVER = ("withdrawn", "replaced")


def accept_licence(
    desk: Desk,
    data: bytes,
    as_name: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[LicenceRow]:
    """Accept the licence of a `.likeness` file, or record the acceptance it brings.

    Raises Refused with the rule that says no, or "cancelled": then it is as if nobody had asked.
    """
    alone, steps = _acceptance_alone(data), Steps(progress, cancelled)
    if alone is not None:
        return record_acceptance(desk, alone, steps)
    bundle = read_bundle(data)
    known = desk.registry.licences.with_digest(bundle.licence.digest, desk.now())
    if known is None or not known.own:
        return _accept(desk, known, bundle, as_name, steps)
    if bundle.acceptance is None:
        raise Refused("no-acceptance-in-file", key=known.number)
    return record_acceptance(desk, bundle.acceptance, steps)


def record_acceptance(desk: Desk, acceptance: Signed[Acceptance], steps: Steps | None = None) -> Outcome[LicenceRow]:
    """Record the company's acceptance of a licence that stands here; the same one again changes nothing."""
    row = desk.registry.licences.with_digest(acceptance.says.licence, desk.now())
    if row is None:
        raise Refused("licence-not-here")
    if acceptance.data in desk.registry.statements.about(row.digest or b"", "acceptance"):
        return Outcome(row)
    if row.accepted:
        raise Refused("already-accepted", key=row.number)
    mine = acceptance.signer.encoded in desk.own_keys()
    if row.own and mine:  # whoever grants does not accept for the company
        raise Refused("accepted-by-signer", key=row.number)
    if not row.own and not mine and not _spoken_for(desk, row):  # the company signs for itself alone
        raise Refused("not-yours", key=row.number)
    _is_theirs(desk, row, acceptance)
    return _keep(desk, row, acceptance, steps)


def _acceptance_alone(data: bytes) -> Signed[Acceptance] | None:
    try:
        return open_signed(data, Acceptance)
    except LikenessError:
        return None  # what else it is, is told by whoever reads it as a licence


def _spoken_for(desk: Desk, row: LicenceRow) -> bool:
    licence = open_signed(desk.registry.statements.get(row.digest or b"") or b"", Licence).says
    return speaks_for(desk.owner().public_key, licence, the_book(desk))


def _is_theirs(desk: Desk, row: LicenceRow, acceptance: Signed[Acceptance]) -> None:
    book, name, key = the_book(desk), row.terms.licensee.name, acceptance.signer.encoded
    if book.is_lost(key):
        raise Refused("signed-with-lost-key", key=row.number)
    confirmed = any(card.name == name for card in desk.registry.trust.cards())
    if confirmed and key not in desk.own_keys() and book.known(key, (name,)).trust == UNKNOWN:
        raise Refused("accepted-by-another-key", key=row.number, name=name)


def _accept(
    desk: Desk, row: LicenceRow | None, bundle: Bundle, as_name: str | None, steps: Steps
) -> Outcome[LicenceRow]:
    now = desk.now()
    licence = bundle.licence.says
    if licence.terms.licensee.name not in (desk.owner().name, as_name):
        raise Refused("not-the-licensee", key="licensee.name", name=licence.terms.licensee.name)
    if bundle.acceptance is not None and bundle.acceptance.signer.encoded not in desk.own_keys():
        raise Refused("accepted-by-another-key", key=licence.number, name=licence.terms.licensee.name)
    if licence.issued_at > now + CLOCKS_DIFFER:  # the acceptance would say, for good, that it came before
        raise Refused("signed-ahead", key=licence.number)
    if row is not None and row.state in _OVER:
        raise Refused(f"already-{row.state}", key=row.number)
    with desk.registry.transaction():
        if row is None:
            row = receive_licence(desk, bundle.licence, steps)
        if row.accepted or licence.terms.basis == "consent":
            return Outcome(row, _CHANGED)
        pen = desk.pen()
        acceptance = bundle.acceptance or sign(Acceptance(bundle.licence.digest, now, pen.public.encoded), pen)
        return _keep(desk, row, acceptance, steps)


def _keep(desk: Desk, row: LicenceRow, acceptance: Signed[Acceptance], steps: Steps | None) -> Outcome[LicenceRow]:
    now = desk.now()
    with desk.registry.transaction():
        desk.registry.statements.put("acceptance", acceptance.data, now, about=row.digest)
        desk.registry.licences.mark(row.row, accepted_at=acceptance.says.at)
        replace_old(desk, row, min(acceptance.says.at, now))
        rejudge(desk, row.terms.likenesses, now, "accepted", steps)
    return Outcome(the_licence(desk, row.number), _CHANGED)
