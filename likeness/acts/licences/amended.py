"""What may replace a licence: other terms for the same company, before that licence is over."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.licences.draft_licence import own_licence
from likeness.errors import Refused
from likeness.licence.codec_v1 import in_signed_order
from likeness.licence.terms import Terms
from likeness.registry.licence_row import LicenceRow

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
