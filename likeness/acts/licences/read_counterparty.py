"""Whose key stands on the other side of a licence, as far as is known here: nobody is believed in silence."""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.acts.keys.gather_roots import the_book
from likeness.acts.licences.export_licence import bundle_of
from likeness.registry.licence_row import LicenceRow
from likeness.verifier import later_steps
from likeness.verifier.report import Accepted, Signer, Step
from likeness.verifier.trust import accepter_of, signer_of


def counterparty(desk: Desk, row: LicenceRow) -> tuple[Signer, Step] | None:
    """Return who signed a licence that came from elsewhere, or who accepted one of ours, and how that is told."""
    bundle, book = bundle_of(desk, row), the_book(desk)
    if not row.own:
        who = signer_of(bundle.licence.says, bundle.licence.digest, book)
        return who, later_steps.signer(who)[1]
    if bundle.acceptance is None:
        return None
    who = accepter_of(bundle, book)
    return who, later_steps.acceptance(row.terms, Accepted(who, bundle.acceptance.says.at))[1]
