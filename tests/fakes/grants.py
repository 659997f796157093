"""A licence granted between two offices of a test: drafted, signed, accepted, in force."""

from __future__ import annotations

from typing import Any

from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document

# Terms under which nothing but the fee is owed.
PLAIN: dict[str, Any] = {"residuals": [], "reporting": None, "delete_by": None, "limits": [], "longest_seconds": None}


def grant(performer, company, **changes):
    """Put the example licence, with changes, in force; returns its number."""
    number = performer.do(draft_licence, terms_from(terms_document(**changes))).value.number
    row = performer.do(sign_licence, number).value
    theirs = company.do(accept_licence, bundle_of(performer.desk, row).data).value
    performer.do(accept_licence, bundle_of(company.desk, theirs).data)
    return number
