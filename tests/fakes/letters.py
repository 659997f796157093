"""Liora's office with what letters are about: a licence in force, uses beyond it, evidence, something owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.add_evidence import add_evidence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from likeness.paper.letters.letter_facts import Added
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

ADDED = Added(
    address=("4 Quay Street", "Saint-Malo"),
    contact="liora@example.org",
    to_address=("1 Sound Stage Road", "Galway"),
    by=date(2026, 6, 1),
)
TRAILER = replace(ALLOWED, id="trailer", purpose="promo", territory=("US",), language=("es",))
UNCLEAR = replace(ALLOWED, id="unclear", territory=(), quantity={"line": 1})
TOO_MANY = replace(ALLOWED, id="too-many", quantity={"line": 45, "second": 20})
STRANGER = replace(ALLOWED, id="stranger", user="voice-mill")
SUBJECTS = {  # of each kind, something it fits in `furnished`
    "notice": "trailer",
    "invoice": "overage:2026-0001:too-many",
    "reminder": "report:2026-0001:2026-Q1",
    "deletion": "2026-0001",
    "confirmation": "deletion:2026-0001:copies",
    "withdrawal": "2026-0001",
    "takedown": "trailer",
}


def furnished(office: Office, folder: Path, clock: Any, **terms: Any) -> Office:
    """Grant, sign and use: an office in which each kind of letter has something to be about, in May 2026."""
    document = terms_document(basis="consent", **{"longest_seconds": None, **terms})
    office.do(sign_licence, office.do(draft_licence, terms_from(document)).value.number)
    for use in (TRAILER, UNCLEAR, TOO_MANY, STRANGER):
        office.do(log_use, use)
    shot = folder / "trailer-at-0-42.png"
    shot.write_bytes(b"a picture of the trailer")
    office.do(add_evidence, "trailer", shot)
    clock.forward(days=61)  # the report of the first quarter is late by then
    return office


def added_for(kind: str, **changes: Any) -> Added:
    """Return what a person adds to a letter of that kind."""
    own: dict[str, Any] = {}
    if kind == "takedown":
        own = {"to_name": "Clipshare Trust and Safety", "to_address": ("Dublin",), "where": ("clipshare.example/v/19",)}
    if kind == "invoice":
        own = {"pay": ("IBAN FR76 3000 6000 0112 3456 7890 189",)}
    return replace(ADDED, **{**own, **changes})
