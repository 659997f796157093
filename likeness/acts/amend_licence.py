"""Amending a licence: a new one with the changed terms that names the one it replaces, drafted and signed at once.

The old one is replaced once the new one is executed: accepted, or signed where it is a consent.
"""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.draft_licence import draft_licence, own_licence
from likeness.acts.sign_licence import sign_licence
from likeness.errors import Refused
from likeness.licence.codec_v1 import in_signed_order
from likeness.licence.terms import Terms
from likeness.registry.licences import LicenceRow
from likeness.values.outcome import Outcome

_OVER = ("withdrawn", "replaced")


def amended(desk: Desk, number: str, terms: Terms) -> LicenceRow:
    """Return the licence that `terms` may replace, or raise Refused: not signed, over, the same, another company."""
    old = own_licence(desk, number)
    if not old.signed:
        raise Refused("not-signed", key=number)
    if old.state in _OVER:
        raise Refused(f"already-{old.state}", key=number)
    if terms.licensee.name != old.terms.licensee.name or terms.performer.id != old.terms.performer.id:
        raise Refused("amends-other-parties", key=number)
    if in_signed_order(terms) == old.terms:
        raise Refused("nothing-amended", key=number)
    return old


def amend_licence(desk: Desk, number: str, terms: Terms, accepts: str | None = None) -> Outcome[LicenceRow]:
    """Draft and sign what replaces a licence, in one transaction; `accepts` as in `sign_licence`."""
    amended(desk, number, terms)
    with desk.registry.transaction():
        draft = draft_licence(desk, terms, replaces=number).value
        return sign_licence(desk, draft.number, accepts)
