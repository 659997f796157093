"""Writing terms as JSON values, every default filled in, so that what is shown is what is signed."""

from __future__ import annotations

from typing import Any

from likeness.licence import terms as t
from likeness.licence.terms_read import FORMAT
from likeness.values.days import Span, moment_text
from likeness.values.money import Money


def terms_to(terms: t.Terms) -> dict[str, Any]:
    """Return the JSON document of `terms`; reading it back gives equal terms."""
    return {
        "format": FORMAT,
        "performer": {
            "id": terms.performer.id,
            "name": terms.performer.name,
            "born": terms.performer.born.isoformat() if terms.performer.born else None,
        },
        "grantor": _present(
            name=terms.grantor.name, capacity=terms.grantor.capacity, authority=terms.grantor.authority
        ),
        "licensee": {"id": terms.licensee.id, "name": terms.licensee.name},
        "pass_on": terms.pass_on if isinstance(terms.pass_on, str) else list(terms.pass_on),
        "likenesses": list(terms.likenesses),
        "project": {"id": terms.project.id, "title": terms.project.title, "ids": list(terms.project.ids)},
        "acts": list(terms.acts),
        "purposes": list(terms.purposes),
        "media": list(terms.media),
        "territory": _territory(terms.territory),
        "languages": list(terms.languages),
        "modifications": list(terms.modifications),
        "age": None if terms.age is None else {"from": terms.age[0], "to": terms.age[1]},
        "forbidden_content": list(terms.forbidden_content),
        "create": _span(terms.create),
        "exploit": None if terms.exploit is None else _span(terms.exploit),
        "zone": terms.zone,
        "limits": [_present(unit=x.unit, max=x.most, on=x.on, per=x.per) for x in terms.limits],
        "longest_seconds": terms.longest_seconds,
        "exclusive": None if terms.exclusive is None else _exclusive(terms.exclusive),
        "after_death": terms.after_death,
        "works_made_stay": terms.works_made_stay,
        "strike_clause": terms.strike_clause,
        "approval": None
        if terms.approval is None
        else _present(needed=terms.approval.needed, days=terms.approval.days),
        "withdrawal": {"notice_days": terms.notice_days},
        "basis": terms.basis,
        "fee": _fee(terms.fee),
        "residuals": [_present(per=x.per, percent=x.percent, **_money(x.money)) for x in terms.residuals],
        "reporting": None
        if terms.reporting is None
        else {"every": terms.reporting.every, "due_days": terms.reporting.due_days},
        "delete_by": terms.delete_by.isoformat() if terms.delete_by else None,
        "representation": None
        if terms.representation is None
        else _present(kind=terms.representation.kind, name=terms.representation.name),
        "notice_at": moment_text(terms.notice_at) if terms.notice_at else None,
        "service_at": moment_text(terms.service_at) if terms.service_at else None,
        "union_agreement": terms.union_agreement,
        "description": terms.description,
        "annexes": [{"title": annex.title, "sha256": annex.sha256} for annex in terms.annexes],
    }


def _present(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}


def _money(money: Money | None) -> dict[str, Any]:
    return {} if money is None else {"minor": money.minor, "currency": money.currency}


def _fee(fee: t.Fee) -> dict[str, object]:
    return _present(basis=fee.basis, **_money(fee.money), due_days=fee.due_days, percent=fee.percent, unit=fee.unit)


def _territory(territory: t.Territory) -> dict[str, Any]:
    return {"include": list(territory.include), "exclude": list(territory.exclude)}


def _exclusive(exclusive: t.Exclusivity) -> dict[str, Any]:
    return {"purposes": list(exclusive.purposes), "territory": _territory(exclusive.territory)}


def _span(span: Span) -> dict[str, Any]:
    return {"from": span.first.isoformat(), "to": span.last.isoformat() if span.last else None}
