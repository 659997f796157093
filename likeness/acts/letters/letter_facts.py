"""What the registry knows of the subject of a letter: a use, a due, or a licence. Nothing is recorded here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from likeness.acts.desk import Desk
from likeness.acts.dues.read_dues import dues_here, the_due
from likeness.acts.uses.settle_flag import flagged
from likeness.errors import Refused
from likeness.licence.dues.due import DELETION as COPIES
from likeness.licence.dues.due import KINDS as DUES
from likeness.licence.dues.due import REPORT, Due
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import open_signed
from likeness.paper.letters.letter import CONFIRMATION, DELETION, INVOICE, KINDS, NOTICE, REMINDER, TAKEDOWN, WITHDRAWAL
from likeness.paper.letters.letter_facts import Facts, Shown, Withdrawn
from likeness.registry.letters import LetterRow
from likeness.registry.licence_row import LicenceRow
from likeness.values.days import day_in
from likeness.values.unknown import unknown_code

_ABOUT_USES, _ABOUT_LICENCES = (NOTICE, TAKEDOWN), (DELETION, CONFIRMATION, WITHDRAWAL)


def facts_of(desk: Desk, kind: str, subject: str) -> Facts:
    """Return the facts; raise Refused where a kind does not fit (`letter-does-not-fit`) or nothing is there."""
    if kind not in KINDS:
        raise unknown_code(kind, "kind", KINDS)
    if desk.owner().role == "company" and kind != CONFIRMATION:
        raise Refused("letter-does-not-fit", key=subject)  # a company only confirms: it owes, and grants nothing
    if kind in _ABOUT_USES:
        return _of_use(desk, kind, subject)
    row = desk.registry.licences.get(subject, desk.now())
    if row is not None and kind != REMINDER:
        if not row.signed:
            raise Refused("not-signed", key=subject)
        return _of_licence(desk, kind, row, _open_sums(desk, subject) if kind == INVOICE else ())
    if subject.split(":", 1)[0] in DUES and desk.registry.uses.get(subject) is None:  # ids of rows are free text
        return _of_due(desk, kind, subject)
    if kind == INVOICE:
        return _of_use(desk, kind, subject)
    raise Refused("unknown-licence" if kind in _ABOUT_LICENCES else "letter-does-not-fit", key=subject)


def _of_due(desk: Desk, kind: str, key: str) -> Facts:
    due = the_due(desk, key)
    fits = {REMINDER: due.kind == REPORT, INVOICE: due.pays, DELETION: due.kind == COPIES}
    if not fits.get(kind, kind == CONFIRMATION and due.kind == COPIES):
        raise Refused("letter-does-not-fit", key=key)
    if due.said is not None and kind in (REMINDER, INVOICE):
        raise Refused("already-said", key=key)
    row = desk.registry.licences.get(due.licence, desk.now())
    if row is None:  # a likeness that is to be deleted: no company to write to
        raise Refused("letter-does-not-fit", key=key)
    return _of_licence(desk, kind, row, (due,))


def _of_licence(desk: Desk, kind: str, row: LicenceRow, dues: tuple[Due, ...]) -> Facts:
    terms, likenesses = row.terms, row.terms.likenesses
    return Facts(
        today=day_in(desk.now(), terms.zone),
        owner=desk.owner().name,
        performer=terms.performer.name,
        company=terms.licensee.name,
        company_id=terms.licensee.id,
        number=row.number,
        terms=terms,
        titles=_titles(desk, likenesses),
        signed={row.number: terms},
        dues=dues,
        files=_files(desk, likenesses) if kind in (DELETION, CONFIRMATION) else (),
        withdrawn=_withdrawn(desk, row) if kind == WITHDRAWAL else None,
        deleted_on=_deleted_on(desk, row) if kind == CONFIRMATION else None,
    )


def _of_use(desk: Desk, kind: str, name: str) -> Facts:
    row = flagged(desk, name)
    use, finding, registry, now = row.use, row.newest, desk.registry, desk.now()
    licences = [found for one in finding.licences if (found := registry.licences.get(one, now)) is not None]
    signed = {one.number: one.terms for one in licences}
    first = licences[0].terms if licences else None
    user = use.user or ""
    company = (registry.people.name(user) or user) if user else (first.licensee.name if first else "")
    titles = _titles(desk, {*use.likeness, *(one for terms in signed.values() for one in terms.likenesses)})
    projects = {one: terms.project.title for terms in signed.values() for one in (terms.project.id, *terms.project.ids)}
    owed = licences if kind == INVOICE else ()
    lines = [(one.terms.licensee, due) for one in owed for due in _open_sums(desk, one.number) if due.use == name]
    if lines:  # whoever holds the licence owes it, also for a use by somebody it was passed on to
        user, company = lines[0][0].id, lines[0][0].name
    return Facts(
        today=day_in(now, first.zone if first else "UTC"),
        owner=desk.owner().name,
        performer=first.performer.name if first else _performer(desk, use.likeness),
        company=company,
        company_id=user,
        number=licences[0].number if licences else "",
        terms=first,
        titles={**projects, **({user: company} if user else {}), **titles},
        use=use,
        finding=finding,
        signed=signed,
        evidence=tuple(
            Shown(one.name, one.size, one.sha256.hex(), one.added_at.date()) for one in registry.flags.evidence(row.row)
        ),
        dues=tuple(due for licensee, due in lines if licensee.id == user),
    )


def _open_sums(desk: Desk, number: str) -> tuple[Due, ...]:
    """Return the payments under a licence of which nothing was said and for which no invoice counts, by day."""
    found = [due for due in dues_here(desk, licence=number) if due.pays and due.said is None]
    invoiced = invoices_for(desk, found)
    return tuple(due for due in found if due.key not in invoiced)


def invoices_for(desk: Desk, dues: Iterable[Due]) -> dict[str, LetterRow]:
    """Return the invoice that counts, by the key of the due; it may ask for it by a key that it had before."""
    known = {key: due.key for due in dues for key in (due.key, *due.before)}
    return {known[key]: letter for key, letter in desk.registry.letters.invoices_of(known).items()}


def _deleted_on(desk: Desk, row: LicenceRow) -> date | None:
    """Return the day on which somebody said that the copies were deleted."""
    said = desk.registry.dues.under([row.number]).get(f"{COPIES}:{row.number}:copies")
    return None if said is None or said.waived else said.on


def _titles(desk: Desk, likenesses: Iterable[str]) -> dict[str, str]:
    return {one.id: one.title for one in desk.registry.doubles.recorded(likenesses)}


def _performer(desk: Desk, likenesses: Iterable[str]) -> str:
    """Return whose likeness it is, or the owner where nothing says so."""
    found = (desk.registry.doubles.get(one) for one in likenesses)
    return next((one.performer_name for one in found if one is not None), desk.owner().name)


def _files(desk: Desk, likenesses: Iterable[str]) -> tuple[Shown, ...]:
    found = (desk.registry.doubles.get(one) for one in likenesses)
    doubles = [one for one in found if one is not None]
    return tuple(
        Shown(file.name, file.size, file.sha256.hex(), one.added_at.date()) for one in doubles for file in one.files
    )


def _withdrawn(desk: Desk, row: LicenceRow) -> Withdrawn | None:
    """Return the withdrawal as it was signed."""
    signed = desk.registry.statements.about(row.digest, "withdrawn") if row.digest else []
    if row.withdrawn_at is None or not signed:
        return None
    opened = open_signed(signed[-1], Withdrawal)
    says, zone = opened.says, row.terms.zone
    return Withdrawn(
        day_in(says.given_at, zone), day_in(says.effective_at, zone), says.reason or "", opened.digest.hex()
    )
