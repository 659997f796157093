"""Whose likeness uses and dues are about."""

import csv
from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.dues.export_dates import export_dates
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.names import likenesses_apart
from likeness.acts.uses.export_log import export_log
from likeness.acts.uses.log_use import log_use
from likeness.acts.whose import performers_of_dues, performers_of_uses, whose_dues, whose_uses
from likeness.licence.terms_read import terms_from
from tests.fakes.clients import CLIENTS, an_agency
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.reports import imported, write_uses
from tests.fakes.uses import ALLOWED


@pytest.fixture
def agency(tmp_path):
    made = an_agency(tmp_path, FixedClock("2026-03-02T09:00:00+00:00"))
    yield made
    made.close()


def names(agency, **use):
    row = agency.do(log_use, replace(ALLOWED, **use)).value
    return performers_of_uses(agency.registry, [row])[row.row]


def test_a_use_is_about_those_whose_likenesses_it_shows_each_once(agency):
    agency.do(record_double, NewDouble("mats-face", "face-scan", "Face", "mats", CLIENTS["mats"]))
    assert names(agency, likeness=("zoe-voice", "mats-face", "mats-voice")) == (CLIENTS["zoe"], CLIENTS["mats"])


def test_a_likeness_that_is_not_here_is_told_by_nobody(agency):
    assert names(agency, likeness=("somebody-else",)) == ()
    assert names(agency, likeness=()) == ()


def test_where_no_likeness_is_recorded_the_licence_tells(liora, company):
    """A company keeps licences of performers, not their likenesses."""
    number = liora.do(draft_licence, terms_from(terms_document())).value.number
    company.do(accept_licence, bundle_of(liora.desk, liora.do(sign_licence, number).value).data)
    row = company.do(log_use, replace(ALLOWED, id="u-1")).value
    assert performers_of_uses(company.registry, [row]) == {row.row: ("Liora Vantreight",)}
    assert whose_uses(company.registry, [row]) == {}  # there is one performer alone


def test_a_due_is_about_the_performer_of_its_licence_or_of_the_likeness(agency):
    agency.do(record_double, NewDouble("mats-face", "face-scan", "Face", "mats", CLIENTS["mats"],
                                       delete_by=date(2026, 12, 1)))  # fmt: skip
    dues = dues_here(agency.desk)
    whose = performers_of_dues(agency.registry, dues)
    assert whose == whose_dues(agency.registry, dues)
    assert whose["fee:2026-0001:once"] == CLIENTS["liora"]
    assert whose["deletion:mats-face:likeness"] == CLIENTS["mats"]


def test_tables_and_calendars_say_it(agency, tmp_path):
    export_log(agency.desk, tmp_path / "log.csv")
    rows = list(csv.DictReader((tmp_path / "log.csv").read_text("utf-8-sig").splitlines()))
    assert {row["id"]: row["performers"] for row in rows} == {f"u-{one}": name for one, name in CLIENTS.items()}
    agency.do(record_double, NewDouble("mats-face", "face-scan", "Face", "mats", CLIENTS["mats"],
                                       delete_by=date(2026, 12, 1)))  # fmt: skip
    agency.do(export_dates, tmp_path / "dates.ics")
    told = (tmp_path / "dates.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert f"DESCRIPTION:{CLIENTS['zoe']} · Harbour Nine\\, season 2 · " in told
    assert f"DESCRIPTION:{CLIENTS['mats']}\r\n" in told


def test_a_use_that_was_logged_is_found_by_the_name_of_its_performer(agency):
    uses = agency.registry.uses
    assert [row.use.id for row in uses.page(uses.find(words="zoe hautef"))] == ["u-zoe"]


def test_rows_of_reports_are_found_by_the_names_of_their_performer_and_company(agency, tmp_path):
    path = tmp_path / "report.csv"
    told = [replace(ALLOWED, id=one, likeness=(f"{one}-voice",), territory=("US",)) for one in ("mats", "zoe")]
    write_uses(path, [*told, replace(told[0], id="both", likeness=("mats-voice", "liora-voice"))])
    imported(agency, path)
    uses = agency.registry.uses
    found = lambda words: {row.use.id for row in uses.page(uses.find(verdicts=["OUT_OF_SCOPE"], words=words))}
    assert found("hautef") == {"zoe"}
    assert found("øvre") == {"mats", "both"}
    assert found("vantreight") == {"both", "u-liora"}
    assert found("tidewrack pictures") == {"mats", "zoe", "both", "u-liora"}
    with agency.registry.transaction():  # as a registry of an earlier version comes here
        agency.registry._db.run("UPDATE use_page SET worded = 0")
    assert found("øvre") == {"mats", "both"}


def test_likenesses_of_one_title_say_whose_they_are_and_their_id_where_that_says_no_more(agency):
    agency.do(record_double, NewDouble("mats-voice-2", "voice-model", "Speaking voice", "mats", CLIENTS["mats"]))
    agency.do(record_double, NewDouble("mats-face", "face-scan", "Face", "mats", CLIENTS["mats"]))
    assert likenesses_apart(agency.registry) == {
        "liora-voice": "Speaking voice, Liora Vantreight",
        "mats-voice": "Speaking voice, Mats Øvrebø, mats-voice",
        "mats-voice-2": "Speaking voice, Mats Øvrebø, mats-voice-2",
        "zoe-voice": "Speaking voice, Zoé d’Hautefeuille",
        "mats-face": "Face",
    }
