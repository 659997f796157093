"""Saved views: words, filters and order come back under their name, and what was saved or deleted can be undone."""

import json

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.licence.terms_read import terms_from
from likeness.registry.find_licences import EVERY, NEWEST, Narrow
from likeness.values.order import Order
from tests.fakes.film import QUIET, filmed, told
from tests.fakes.licences import terms_document
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.licences.views import MOST, SETTING, SavedView


@pytest.fixture
def list_(office):
    office.do(draft_licence, terms_from(terms_document()))
    return filmed(LicencesPresenter, office)


def names(licences):
    return [one.name for one in licences.views.all()]


def asked(licences):
    licences.search("harbour")
    licences.toggle_state("draft")
    licences.narrow("likeness", "liora-voice-2025", "Speaking voice")
    licences.narrow("owing", "owing")
    licences.narrow("owing", "")
    licences.sort("ends")
    licences.sort("ends")


def test_a_view_comes_back_with_all_that_was_asked_for(list_):
    licences, film = list_
    asked(licences)
    before = film.last
    licences.views.save("My voice & more")
    licences.clear()
    licences.sort("")
    assert (film.last.filtered, film.last.order) == (False, NEWEST)
    (view,) = licences.views.all()
    assert view == SavedView("My voice & more", ("draft",), "harbour", Narrow(likeness="liora-voice-2025"),
                             "Speaking voice", Order("ends", falling=True))  # fmt: skip
    licences.views.use(view)
    now = film.last
    assert (now.ids, now.words, now.chosen_states, now.narrow, now.filters, now.order) == (
        before.ids, before.words, before.chosen_states, before.narrow, before.filters, before.order)  # fmt: skip
    assert now.filters == (("likeness", "Likeness: Speaking voice"),)


def test_the_view_of_a_later_day_is_read_from_the_registry(list_, office):
    licences, _film = list_
    asked(licences)
    licences.views.save("Éclat")
    licences.views.save("eclair")
    later, _other = filmed(LicencesPresenter, office)
    assert names(later) == ["eclair", "Éclat"]
    assert later.views.all() == licences.views.all()


def test_one_of_the_same_name_is_replaced_and_deleting_is_undone(list_):
    licences, film = list_
    asked(licences)
    licences.views.save("Mine")
    licences.clear()
    licences.narrow("ends", "no-end")
    licences.views.save("Mine")
    (view,) = licences.views.all()
    assert view.narrow == Narrow(ends="no-end")
    licences.views.remove("Mine")
    assert names(licences) == []
    done = told(film, "done")
    assert [words for words, _inverse in done] == ["View saved: Mine", "View saved: Mine", "View deleted: Mine"]
    again = done[-1][1](QUIET)
    assert licences.views.all() == (view,)
    again(QUIET)
    assert names(licences) == []
    done[1][1](QUIET)
    (view,) = licences.views.all()
    assert view.words == "harbour"


def test_beyond_thirty_the_one_saved_first_gives_way(list_):
    licences, _film = list_
    for at in range(MOST + 2):
        licences.views.save(f"View {at:02}")
    assert names(licences) == [f"View {at:02}" for at in range(2, MOST + 2)]


@pytest.mark.parametrize("kept", [
    "", "no json", "7", "[7]", "{}", '[{"name": "x"}]', "null",
    json.dumps([{"name": "x", "states": [], "words": "", "likeness": "", "narrow": {"later": 1}, "order": {}}]),
    json.dumps([{"name": "x", "states": ["soon"], "words": "", "likeness": "", "narrow": {}, "order": {}}]),
    json.dumps([{"name": "x", "states": [], "words": "", "likeness": "", "narrow": {"ends": "soon"}, "order": {}}]),
    json.dumps([{"name": "x", "states": [], "words": "", "likeness": "", "narrow": {}, "order": {"column": "1; --"}}]),
    json.dumps([{"name": 7, "states": [], "words": "", "likeness": "", "narrow": {}, "order": {}}]),
])  # fmt: skip
def test_what_nobody_can_read_is_no_view(list_, office, kept):
    licences, _film = list_
    office.registry.settings.put(SETTING, kept)
    assert licences.views.all() == ()


def test_the_list_by_itself_is_plain(list_):
    licences, _film = list_
    assert licences.views.here().plain
    licences.narrow("ends", "ended")
    assert not licences.views.here().plain
    assert SavedView(narrow=EVERY, likeness="left over").plain
