"""The rows that `show` and `list` give as JSON (FORMAT section 7)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from likeness.acts.keys.read_contacts import Contact
from likeness.acts.names import people_and_titles
from likeness.acts.rules.read_remarks import remarks_here
from likeness.acts.uses.read_alone import alone_here
from likeness.acts.uses.read_usage import usage_of
from likeness.acts.whose import performers_of_uses
from likeness.cli.rule_rows import remark_row
from likeness.cli.standing import flag_row
from likeness.cli.verdicts import verdict_row
from likeness.licence.rules.pack import DUTY
from likeness.licence.terms import Terms
from likeness.licence.terms_write import terms_to
from likeness.licence.way_inside import Alone
from likeness.paper.words.voice import voice_for
from likeness.registry.doubles import DoubleRow
from likeness.registry.licence_row import LicenceRow
from likeness.registry.registry import Registry
from likeness.registry.trust import CardRow
from likeness.registry.uses import UseRow
from likeness.scope.judge import Finding
from likeness.scope.use import use_to
from likeness.seal.keys import PublicKey
from likeness.values.days import moment_text


def double_row(row: DoubleRow) -> dict[str, Any]:
    """Return a likeness as JSON values."""
    return {
        "id": row.id,
        "kind": row.kind,
        "title": row.title,
        "performer": row.performer,
        "performer_name": row.performer_name,
        "captured_on": _day(row.captured_on),
        "reason": row.reason,
        "delete_by": _day(row.delete_by),
        "derived_from": list(row.derived_from),
        "added_at": moment_text(row.added_at),
        "files": [
            {
                "path": file.path,
                "name": file.name,
                "format": file.format,
                "size": file.size,
                "sha256": file.sha256.hex(),
                "facts": file.facts,
                "state": file.state,
                "checked_at": moment_text(file.checked_at),
            }
            for file in row.files
        ],
    }


def licence_row(row: LicenceRow) -> dict[str, Any]:
    """Return a licence as a listing shows it."""
    terms = row.terms
    return {
        "number": row.number,
        "state": row.state,
        "performer": terms.performer.id,
        "performer_name": terms.performer.name,
        "licensee": terms.licensee.id,
        "company": terms.licensee.name,
        "project": terms.project.id,
        "title": terms.project.title,
        "likenesses": list(terms.likenesses),
        "fee": terms_to(terms)["fee"],
        "own": row.own,
        "drafted_at": moment_text(row.drafted_at),
        "signed_at": _instant(row.signed_at),
        "accepted_at": _instant(row.accepted_at),
        "withdrawn_at": _instant(row.withdrawn_at),
        "replaces": row.replaces,
        "replaced_by": row.replaced_by,
        "fingerprint": row.digest.hex() if row.digest else None,
    }


def licence_full(registry: Registry, row: LicenceRow) -> dict[str, Any]:
    """Return a licence with its terms and what was used of its limits."""
    used = [{"unit": x.unit, "used": x.used, "max": x.most, "on": x.on, "per": x.per} for x in usage_of(registry, row)]
    return {**licence_row(row), "terms": terms_to(row.terms), "used": used}


def use_row(registry: Registry, row: UseRow, language: str, now: datetime) -> dict[str, Any]:
    """Return a use with its newest verdict, its facts and the verdicts before."""
    terms = terms_named(registry, row.newest, now)
    titles = people_and_titles(registry, terms.values())
    remarks = remarks_here(registry, row.use, row.newest, terms, now)
    duties = [rule.id for rule in remarks if rule.level == DUTY]

    def alone(number: str) -> Alone:
        return alone_here(registry, number, terms[number], row.use)

    history = [
        {"verdict": one.finding.verdict.value, "cause": one.cause, "at": moment_text(one.recorded_at)}
        for one in row.findings
    ]
    told = verdict_row(
        language, row.use, row.newest, terms, titles, duties, alone, voice=voice_for(registry.owner.get().role)
    )
    if row.corrected_by is not None:  # nothing follows from a use that counts no more
        told |= {"remedies": [], "duties": []}
    return {
        "id": row.use.id,
        **told,
        "corrected_by": row.corrected_by,
        "remarks": [remark_row(rule, language) for rule in remarks],
        "facts": use_to(row.use),
        "performers": list(performers_of_uses(registry, [row])[row.row]),
        "recorded_at": moment_text(row.recorded_at),
        "history": history,
        **flag_row(registry, row),
    }


def terms_named(registry: Registry, finding: Finding, now: datetime) -> dict[str, Terms]:
    """Return the terms of the licences a finding names."""
    found = (registry.licences.get(number, now) for number in finding.licences)
    return {row.number: row.terms for row in found if row is not None}


def card_row(card: CardRow) -> dict[str, Any]:
    """Return a confirmed card as JSON values."""
    key = PublicKey(card.public_key)
    return {
        "name": card.name,
        "role": card.role,
        "fingerprint": key.fingerprint,
        "digits": key.digits,
        "trust": "confirmed",
        "confirmed_at": moment_text(card.confirmed_at),
    }


def contact_row(contact: Contact) -> dict[str, Any]:
    """Return somebody whose key stands here as JSON values: how it is known, by whom, since when and until when."""
    return {
        "name": contact.name,
        "role": contact.role or None,
        "fingerprint": contact.public.fingerprint,
        "digits": contact.public.digits,
        "trust": contact.trust,
        "why": contact.why,
        "by": contact.by or None,
        "since": _instant(contact.since),
        "until": _instant(contact.until),
        "confirmed_at": _instant(contact.since) if contact.trust == "confirmed" else None,
        "follows": PublicKey(contact.follows).fingerprint if contact.follows else None,
        "replaced": contact.replaced,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _instant(instant: datetime | None) -> str | None:
    return None if instant is None else moment_text(instant)
