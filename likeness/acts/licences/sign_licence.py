"""Signing a draft: encode, sign, read back what was signed, store and log in one transaction.

- The caller has asked for the passphrase again; nobody signs with an unlocked screen alone.
- Where the owner lets rules refuse, a serious one does, unless the signer accepts it in the words we ask for; what was
  accepted is a leaf of the journal.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from likeness.acts.desk import Desk
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.keys.gather_roots import the_book
from likeness.acts.licences.amended import amended
from likeness.acts.licences.asleep import wake
from likeness.acts.licences.draft_licence import of_one_performer, the_draft, the_licence
from likeness.acts.rules.read_caveats import accepted_rules
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Refused
from likeness.licence.codec_v1 import STATUS_ENTRIES, DoubleSeal, Licence
from likeness.licence.mandates import BY_APPOINTMENT, Delegation, outside
from likeness.licence.statements import sign
from likeness.licence.terms import Terms
from likeness.registry.doubles import DoubleRow
from likeness.registry.licence_row import LicenceRow
from likeness.scope.event import SUPERSEDED, Event
from likeness.values.outcome import Change, Outcome

_DRAWS = 16
_CHANGED = frozenset({Change.LICENCES, Change.USES})


def sign_licence(
    desk: Desk,
    number: str,
    accepts: str | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[LicenceRow]:
    """Sign a draft with the owner's key; it is then offered, or in force where it is a consent.

    `accepts` is what the signer typed to accept what stands against signing. Raises Refused ("rule-refuses",
    "cancelled"), and for a draft that replaces another licence what `amended` raises.
    """
    now = desk.now()
    draft = the_draft(desk, number)
    of_one_performer(desk, draft.terms)
    may_sign(desk, draft.terms, now)
    if draft.replaces is not None:
        amended(desk, draft.replaces, draft.terms)
    accepted = accepted_rules(desk, draft, accepts)
    pen = desk.pen()
    signed = sign(
        Licence(
            number=number,
            terms=draft.terms,
            doubles=tuple(_seal_of(desk, name) for name in draft.terms.likenesses),
            issued_at=now,
            status_index=_free_index(desk),
            signer=pen.public.encoded,
            replaces=_replaced_digest(desk, draft),
        ),
        pen,
    )
    if signed.says.terms != draft.terms:
        raise Refused("signed-otherwise", key=number)
    registry = desk.registry
    with registry.transaction():
        digest = registry.statements.put("licence", signed.data, now)
        registry.licences.mark(draft.row, digest=digest, signed_at=now, status_index=signed.says.status_index)
        wake(desk, number)
        if accepted:
            desk.record("accepted-rules", {"licence": number, "rules": accepted, "words": accepts or ""})
        if draft.terms.basis == "consent":
            replace_old(desk, the_licence(desk, number), now)
        rejudge(desk, draft.terms.likenesses, now, "signed", Steps(progress, cancelled))
    return Outcome(the_licence(desk, number), _CHANGED)


def may_sign(desk: Desk, terms: Terms, now: datetime) -> None:
    """Hold what an agent signs against what the performer let her sign; raise Refused if it goes beyond that.

    Without any delegation here an agent signs on the paper that the terms name as `authority`; whoever checks such a
    licence elsewhere finds no delegation. An agent who also is the performer needs none.
    """
    if terms.grantor.capacity not in BY_APPOINTMENT or desk.owner().name == terms.performer.name:
        return
    book = the_book(desk)
    mine = [says for says, _ in book.words(Delegation) if says.subject in desk.own_keys()]
    given = [says for says in mine if book.bears(says.key, terms.performer.name)]
    beyond = [outside(says, terms, now) for says in given]
    if None in beyond:
        return
    if beyond:
        raise Refused(f"outside-delegation-{beyond[0]}", key="grantor", name=terms.performer.name)
    if terms.grantor.authority is None:
        raise Refused("no-delegation", key="grantor.authority", name=terms.performer.name)


def replace_old(desk: Desk, row: LicenceRow, at: datetime) -> None:
    """Mark the licence that `row` amends as replaced since `at`, when `row` was executed; inside the act's transaction.

    Of two licences that replace the same one, the first to be executed does.
    """
    old = None if row.replaces is None else the_licence(desk, row.replaces)
    if old is None or old.replaced_by is not None:
        return
    desk.registry.licences.mark(old.row, replaced_at=at, replaced_by=row.number)
    desk.registry.happenings.put(Event(SUPERSEDED, at, licence=old.number, by=row.number), desk.now())
    desk.record("replaced", {"licence": old.number, "by": row.number})


def manifest(double: DoubleRow) -> bytes:
    """Return the first 16 bytes of the SHA-256 over the names and fingerprints of a likeness's files, in order."""
    digest = sha256(double.kind.encode() + b"\x00" + double.id.encode())
    for file in sorted(double.files, key=lambda one: (one.name, one.sha256)):
        digest.update(b"\x00" + file.name.encode() + b"\x00" + file.sha256)
    return digest.digest()[:16]


def _seal_of(desk: Desk, name: str) -> DoubleSeal:
    double = desk.registry.doubles.get(name)
    if double is None:
        raise Refused("unknown-likeness", key=name)
    return DoubleSeal(double.id, double.kind, manifest(double))


def _free_index(desk: Desk) -> int:
    """Return a random status index that no licence of ours has: an index tells nothing of how many there are.

    Drawn a few times, then counted off among those that are free, so that a list that is nearly full costs no more.
    """
    taken = desk.registry.licences.status_indices()
    for _ in range(_DRAWS):
        if (index := int.from_bytes(desk.chance.bytes(3), "big") % STATUS_ENTRIES) not in taken:
            return index
    free = [index for index in range(STATUS_ENTRIES) if index not in taken]
    if not free:
        raise Refused("status-list-full", most=STATUS_ENTRIES)
    return free[int.from_bytes(desk.chance.bytes(8), "big") % len(free)]


def _replaced_digest(desk: Desk, draft: LicenceRow) -> bytes | None:
    return None if draft.replaces is None else the_licence(desk, draft.replaces).digest
