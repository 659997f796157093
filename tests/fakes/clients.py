"""An agent's registry with three clients, each with a voice model and a licence for the same project and company."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from tests.fakes.uses import ALLOWED

CLIENTS = {"liora": "Liora Vantreight", "mats": "Mats Øvrebø", "zoe": "Zoé d’Hautefeuille"}
AGENT = {"name": "Halden Roe Talent", "capacity": "agent", "authority": "Power of attorney of 3 May 2024"}


def an_agency(folder: Path, clock: FixedClock) -> Office:
    """Make it; the first client's use is out of scope, those of the others are in scope."""
    agency: Office = an_office(folder, AGENT["name"], "agent", clock)
    for client, name in CLIENTS.items():
        record_client(agency, client, name)
        terms = terms_document(performer={"id": client, "name": name}, grantor=AGENT, likenesses=[f"{client}-voice"],
                               basis="consent", reporting=None, residuals=[])  # fmt: skip
        agency.do(sign_licence, agency.do(draft_licence, terms_from(terms)).value.number)
        place = ("US",) if client == "liora" else ("FR",)
        agency.do(log_use, replace(ALLOWED, id=f"u-{client}", likeness=(f"{client}-voice",), territory=place))
    return agency


def record_client(agency: Office, client: str, name: str) -> None:
    """Record the voice model of a client."""
    agency.do(record_double, NewDouble(f"{client}-voice", "voice-model", "Speaking voice", client, name))
