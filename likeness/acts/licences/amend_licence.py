"""Amending a licence: a new one with the changed terms that names the one it replaces, drafted and signed at once.

The old one is replaced once the new one is executed: accepted, or signed where it is a consent.
"""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.licences.amended import amended
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms import Terms
from likeness.registry.licence_row import LicenceRow
from likeness.values.outcome import Outcome


def amend_licence(desk: Desk, number: str, terms: Terms, accepts: str | None = None) -> Outcome[LicenceRow]:
    """Draft and sign what replaces a licence, in one transaction; `accepts` as in `sign_licence`."""
    amended(desk, number, terms)
    with desk.registry.transaction():
        draft = draft_licence(desk, terms, replaces=number).value
        return sign_licence(desk, draft.number, accepts)
