"""An office with one licence and a trailer that goes beyond it, and what the tests of flags ask of it."""

from __future__ import annotations

from dataclasses import replace

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

TRAILER = replace(ALLOWED, purpose="promo", territory=("US",), language=("es",))
UNCLEAR = replace(ALLOWED, territory=(), quantity={"line": 1})


def with_a_trailer(liora):
    """Give Liora a licence in force for 40 lines, and a trailer that goes beyond it."""
    terms = terms_document(basis="consent", limits=[{"unit": "line", "max": 40}], longest_seconds=None)
    liora.do(sign_licence, liora.do(draft_licence, terms_from(terms)).value.number)
    liora.do(log_use, replace(TRAILER, id="trailer"))
    return liora


def steps(office, name="trailer"):
    return [step.code for step in office.registry.flags.steps(office.registry.uses.get(name).row)]


def verdict(office, name):
    return office.registry.uses.get(name).newest.verdict.value


def row_of(office, name):
    return office.registry.uses.get(name).row
