"""In an agent's registry of several performers every list says whose each thing is; in a performer's own none does."""

from dataclasses import replace

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.receive_licence import receive_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from likeness.registry.find_licences import PERFORMER
from tests.fakes.clients import CLIENTS, an_agency
from tests.fakes.film import filmed
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office
from tests.fakes.reports import imported, write_uses
from tests.fakes.uses import ALLOWED
from ui.screens.doubles.presenter import DoublesPresenter
from ui.screens.earnings.presenter import EarningsPresenter
from ui.screens.find.names import Known, read_here
from ui.screens.find.reading import read_things
from ui.screens.find.state import DOUBLES, LICENCES, USES
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.overview.presenter import OverviewPresenter
from ui.screens.report.looking import look_at
from ui.screens.uses.presenter import UsesPresenter

NAMES = sorted(CLIENTS.values())
MATS = CLIENTS["mats"]


@pytest.fixture
def agency(tmp_path, clock):
    made = an_agency(tmp_path, clock)
    clock.forward(days=40)
    yield made
    made.close()


def test_licences_have_their_performer_and_are_narrowed_and_sorted_by_it(agency):
    licences, film = filmed(LicencesPresenter, agency)
    assert film.last.several
    assert sorted(one.performer for one in licences.page(film.last.ids)) == NAMES
    assert film.last.detail.about.startswith(f"{CLIENTS['zoe']} · Tidewrack Pictures Ltd")
    licences.sort("performer")
    assert [one.performer for one in licences.page(film.last.ids)] == NAMES
    licences.offer(PERFORMER, "ovre")
    assert film.told[-1] == ("offer", [(MATS, MATS)])
    licences.narrow(PERFORMER, MATS)
    assert [one.performer for one in licences.page(film.last.ids)] == [MATS]
    assert film.last.filters == ((PERFORMER, f"Performer: {MATS}"),)


def test_rows_are_read_again_once_a_second_performer_comes(agent):
    agent.do(draft_licence, terms_from(terms_document()))
    licences, film = filmed(LicencesPresenter, agent)
    assert (film.last.several, [one.performer for one in licences.page(film.last.ids)]) == (False, [""])
    assert film.last.detail.about.startswith("Tidewrack Pictures Ltd")
    agent.do(record_double, NewDouble("mats-voice", "voice-model", "Voice", "mats", MATS))
    turn = film.last.turn
    licences.refresh()
    assert film.last.turn > turn + 1  # once for the rows, once for the names that they bear now
    assert film.last.detail.about.startswith("Liora Vantreight · Tidewrack Pictures Ltd")


def test_uses_say_whose_likeness_was_used(agency):
    _uses, film = filmed(UsesPresenter, agency)
    [item] = [one for one in film.last.items if one.id]
    assert item.second == "1 term broken · Liora Vantreight · Harbour Nine, season 2 · Tidewrack Pictures Ltd"
    assert film.last.detail.about.startswith("Liora Vantreight · Harbour Nine, season 2 · ")


def test_uses_are_narrowed_to_one_performer(agency, tmp_path):
    path = tmp_path / "report.csv"
    told = [replace(ALLOWED, id=f"{one}-{place}", likeness=(f"{one}-voice",), territory=(place,))
            for one in ("mats", "zoe") for place in ("FR", "US")]  # fmt: skip
    write_uses(path, told)
    imported(agency, path)
    uses, film = filmed(UsesPresenter, agency)
    assert film.last.several
    uses.show_all()
    uses.whose.offer("ovre")
    assert film.told[-1] == ("offer", [MATS])
    uses.whose.show(MATS)
    shown = lambda: {one.id for one in film.last.items if one.id}
    assert (shown(), film.last.found) == ({"u-mats", "mats-FR", "mats-US"}, "3")
    uses.toggle("OUT_OF_SCOPE")
    assert shown() == {"mats-US"}
    assert uses.left.asked()["performer"] == MATS
    uses.whose.show("")
    assert shown() == {"u-liora", "mats-US", "zoe-US"}
    uses.whose.show(MATS)
    uses.reveal("zoe-US")
    assert (film.last.performer, film.last.chosen) == ("", "zoe-US")
    uses.show_all()
    for words in ("ovrebo", "Øvrebø"):
        uses.search(words)
        assert shown() == {"u-mats", "mats-US"}  # rows in scope stay packed


def test_a_company_tells_two_apart_whose_likenesses_bear_one_id(tmp_path, clock):
    company = an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    for client in ("mats", "zoe"):
        grantor = an_office(tmp_path, CLIENTS[client], clock=clock)
        grantor.do(record_double, NewDouble("voice", "voice-model", "Voice", client, CLIENTS[client]))
        terms = terms_document(performer={"id": client, "name": CLIENTS[client]}, basis="consent", likenesses=["voice"],
                               grantor={"name": CLIENTS[client], "capacity": "performer"},
                               project={"id": client, "title": client})  # fmt: skip
        number = grantor.do(draft_licence, terms_from(terms)).value.number
        grantor.do(sign_licence, number)
        signed = bundle_of(grantor.desk, grantor.registry.licences.get(number, clock.now()))
        with company.registry.transaction():
            receive_licence(company.desk, signed.licence)
        company.do(log_use, replace(ALLOWED, id=f"u-{client}", likeness=("voice",), project=client, territory=("US",)))
        grantor.close()
    uses, film = filmed(UsesPresenter, company)
    uses.whose.show(MATS)
    assert [one.id for one in film.last.items if one.id] == ["u-mats"]
    company.close()


def test_earnings_are_told_apart_and_narrowed_by_performer(agency):
    earnings, film = filmed(EarningsPresenter, agency)
    assert film.last.performers == tuple(NAMES)
    assert {one.performer for one in earnings.page(film.last.keys)} == set(NAMES)
    assert film.last.detail.about.endswith(" · Harbour Nine, season 2 · Tidewrack Pictures Ltd")
    earnings.search("mats fee")
    assert film.last.keys == ("fee:2026-0002:once",)
    earnings.search("")
    earnings.narrow(kind="fee", performer=MATS, company="")
    assert film.last.keys == ("fee:2026-0002:once",)
    assert film.last.filtered
    earnings.sort("performer")
    earnings.clear()
    earnings.narrow(kind="fee", performer="", company="")
    assert [one.performer for one in earnings.page(film.last.keys)] == NAMES


def test_the_overview_has_a_lane_for_each_and_says_whose_use_it_is(agency):
    _overview, film = filmed(OverviewPresenter, agency)
    assert sorted(lane.who for lane in film.last.lanes) == [f"{name} · Tidewrack Pictures Ltd" for name in NAMES]
    assert all(bar.spoken.startswith(bar.performer) for lane in film.last.lanes for bar in lane.bars)
    use, fee, *_rest = film.last.rows
    assert use.second == "Liora Vantreight · Harbour Nine, season 2 · Tidewrack Pictures Ltd"
    assert fee.second.startswith("Liora Vantreight · Tidewrack Pictures Ltd · Fee")


def test_cards_say_whose_they_are(agency):
    _doubles, film = filmed(DoublesPresenter, agency)
    assert [one.performer for one in film.last.cards] == list(CLIENTS.values())
    assert film.last.cards[0].spoken.startswith("Speaking voice. Speaking voice model. Liora Vantreight. ")


def test_quick_find_says_it(agency):
    known = Known()
    known.take_here(read_here(agency, frozenset({DOUBLES})))
    rows = read_things(agency, frozenset({DOUBLES}), known, "voice", "en")
    rows += read_things(agency, frozenset({LICENCES, USES}), known, "mats", "en")
    seconds = [row.second for row in rows]
    assert "Speaking voice model · Mats Øvrebø" in seconds
    assert any(one.startswith("Mats Øvrebø · Tidewrack Pictures Ltd · ends ") for one in seconds)
    assert any(one.startswith("Mats Øvrebø · Harbour Nine, season 2 · ") for one in seconds)


def test_in_a_registry_of_her_own_a_performer_is_named_nowhere(in_force):
    in_force.do(record_double, NewDouble("mats-voice", "voice-model", "Voice", "mats", MATS))
    earnings, film = filmed(EarningsPresenter, in_force)
    assert film.last.performers == ()
    assert {one.performer for one in earnings.page(film.last.keys)} == {""}
    _overview, film = filmed(OverviewPresenter, in_force)
    assert [(lane.who, lane.bars[0].performer) for lane in film.last.lanes] == [("Tidewrack Pictures Ltd", "")]
    assert not any("Liora" in row.second for row in film.last.rows)
    _doubles, film = filmed(DoublesPresenter, in_force)
    assert [one.performer for one in film.last.cards] == ["", ""]


def test_a_report_that_names_a_title_of_several_is_asked_whose_it_means(agency, tmp_path):
    path = tmp_path / "report.csv"
    path.write_text(
        'Line,Asset,Date\n1,Speaking voice,2026-04-01\n2,"Speaking voice, Mats Øvrebø",2026-04-02\n', "utf-8"
    )
    _source, known, _guesses = look_at(agency, path, None)
    assert known.id_for("likeness", "Speaking voice") is None
    assert known.id_for("likeness", "Speaking voice, Mats Øvrebø") == "mats-voice"
    assert known.id_for("likeness", "zoe-voice") == "zoe-voice"


def test_a_project_of_a_name_that_two_bear_is_none_of_them(agency, tmp_path):
    path = tmp_path / "report.csv"
    path.write_text("Line,Asset,Date\n1,Speaking voice,2026-04-01\n", "utf-8")
    for project in ("sablier-1", "sablier-2"):
        agency.do(draft_licence, terms_from(terms_document(project={"id": project, "title": "Sablier"})))
    _source, known, _guesses = look_at(agency, path, None)
    assert known.id_for("project", "Sablier") is None
    assert known.id_for("project", "sablier-2") == "sablier-2"
    assert {name for name, one in known.project.items() if one == "sablier-1"} == {"Sablier, sablier-1"}


def test_the_form_to_log_a_use_tells_likenesses_apart(agency):
    uses, _film = filmed(UsesPresenter, agency)
    assert ("mats-voice", "Speaking voice, Mats Øvrebø") in uses.choices().likenesses
