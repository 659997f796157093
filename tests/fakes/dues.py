"""What a licence of the example of FORMAT section 2, with changes, owes for uses that the judge has judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from likeness.licence.dues.due import Contract, Judged
from likeness.licence.dues.owed import owed_under
from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Bench
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

NUMBER = "2026-0041"
FAR = date(2030, 1, 1)
QUIET: dict[str, Any] = {"reporting": None, "delete_by": None, "residuals": [], "limits": [], "longest_seconds": None}


def owed(uses=(), until=FAR, in_force="2026-03-02T09:00:00Z", ended=None, replaced=None, before=None, **changes):
    terms = terms_from(terms_document(**(QUIET | changes)))
    found = Bench([grant_of(NUMBER, terms, signed=True, accepted=True)]).judge(uses)
    at = [None if text is None else datetime.fromisoformat(text) for text in (in_force, ended, replaced)]
    assert at[0] is not None
    earlier = before and Contract("2025-0001", replace(terms, fee=before), at[0])
    contract = Contract(NUMBER, terms, at[0], at[1], at[2], earlier)
    return owed_under(contract, [Judged(use, one) for use, one in zip(uses, found, strict=True)], until)


def lines(dues):
    return [(due.key.split(":", 2)[2], str(due.on), due.money and due.money.minor) for due in dues]


def made(name, day, **quantity):
    return replace(ALLOWED, id=name, at=date.fromisoformat(day), quantity={"second": 5, **quantity})


def shown(name, day, medium="free-tv", place="FR", **more):
    return replace(
        ALLOWED, id=name, act="show", at=date.fromisoformat(day), medium=(medium,), territory=(place,),
        modification=None, **more,
    )  # fmt: skip
