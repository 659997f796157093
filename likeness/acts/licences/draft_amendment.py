"""Drafting the amendment that allows a use after all: the licence's terms, widened by no more than the use needs."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.uses.settle_flag import amendments_of, flagged
from likeness.errors import Refused
from likeness.licence.codec_v1 import in_signed_order
from likeness.registry.licence_row import LicenceRow
from likeness.values.outcome import Outcome


def draft_amendment(desk: Desk, use: str, number: str) -> Outcome[LicenceRow]:
    """Draft what allows a use under a licence; the same draft is not made twice.

    Raises Refused: `unknown-use`, `nothing-to-settle`, or `nothing-to-widen` where no wider terms of it help.
    """
    terms = dict(amendments_of(desk, flagged(desk, use))).get(number)
    if terms is None:
        raise Refused("nothing-to-widen", key=number)
    licences, now = desk.registry.licences, desk.now()
    for draft in licences.page(licences.find(now, states=["draft"]), now):
        if draft.replaces == number and draft.terms == in_signed_order(terms):
            return Outcome(draft)
    return draft_licence(desk, terms, replaces=number)
