"""Acceptance (FORMAT section 7): the company signs that it accepts; the performer records that it did.

- A licence from elsewhere: the owner of the registry is the licensee, or says `as_name`; it is recorded and accepted.
- A licence of our own with an acceptance in the file: the acceptance is recorded, and the licence is in force.
"""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.draft_licence import remember_names, the_licence
from likeness.acts.rejudge import rejudge
from likeness.acts.sign_licence import replace_old
from likeness.errors import Refused
from likeness.licence.bundle import Bundle, read_bundle
from likeness.licence.notices import Acceptance
from likeness.licence.statements import Signed, sign
from likeness.registry.licences import LicenceRow
from likeness.values.outcome import Change, Outcome

_CHANGED = frozenset({Change.LICENCES, Change.USES})


def accept_licence(desk: Desk, data: bytes, as_name: str | None = None) -> Outcome[LicenceRow]:
    """Accept the licence of a `.likeness` file, or record the acceptance it brings."""
    bundle = read_bundle(data)
    known = desk.registry.licences.with_digest(bundle.licence.digest, desk.now())
    if known is not None and known.own:
        return _record(desk, known, bundle)
    return _accept(desk, known, bundle, as_name)


def _record(desk: Desk, row: LicenceRow, bundle: Bundle) -> Outcome[LicenceRow]:
    acceptance = bundle.acceptance
    if acceptance is None:
        raise Refused("no-acceptance-in-file", key=row.number)
    if row.accepted:
        return Outcome(row)
    for card in desk.registry.trust.cards():
        if card.name == row.terms.licensee.name and card.public_key != acceptance.signer.encoded:
            raise Refused("accepted-by-another-key", key=row.number, name=card.name)
    return _keep(desk, row, acceptance)


def _accept(desk: Desk, row: LicenceRow | None, bundle: Bundle, as_name: str | None) -> Outcome[LicenceRow]:
    now = desk.now()
    licence = bundle.licence.says
    pen = desk.pen()
    if licence.terms.licensee.name not in (desk.owner().name, as_name):
        raise Refused("not-the-licensee", key="licensee.name", name=licence.terms.licensee.name)
    if bundle.acceptance is not None and bundle.acceptance.signer != pen.public:
        raise Refused("accepted-by-another-key", key=licence.number, name=licence.terms.licensee.name)
    registry = desk.registry
    with registry.transaction():
        if row is None:
            row = _import(desk, bundle)
    if row.accepted or licence.terms.basis == "consent":
        return Outcome(row, _CHANGED)
    acceptance = bundle.acceptance or sign(Acceptance(bundle.licence.digest, now, pen.public.encoded), pen)
    return _keep(desk, row, acceptance)


def _import(desk: Desk, bundle: Bundle) -> LicenceRow:
    licence, now = bundle.licence.says, desk.now()
    number = licence.number
    if desk.registry.licences.get(number, now) is not None:
        number = f"{number}@{bundle.licence.digest.hex()[:8]}"
    replaced = None
    if licence.replaces is not None:
        replaced = desk.registry.licences.with_digest(licence.replaces, now)
    row = desk.registry.licences.put_draft(
        number, licence.terms, now, replaces=replaced.number if replaced else None, own=False
    )
    digest = desk.registry.statements.put("licence", bundle.licence.data, now)
    desk.registry.licences.mark(row, digest=digest, signed_at=licence.issued_at)
    remember_names(desk, licence.terms)
    return the_licence(desk, number)


def _keep(desk: Desk, row: LicenceRow, acceptance: Signed[Acceptance]) -> Outcome[LicenceRow]:
    now = desk.now()
    with desk.registry.transaction():
        desk.registry.statements.put("acceptance", acceptance.data, now, about=row.digest)
        desk.registry.licences.mark(row.row, accepted_at=acceptance.says.at)
        replace_old(desk, row)
        rejudge(desk.registry, row.terms.likenesses, now, "accepted")
    return Outcome(the_licence(desk, row.number), _CHANGED)
