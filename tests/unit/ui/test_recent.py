"""What was opened last: five things, by number and id alone, newest first, and only while they are there."""

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.keys.trust_book import confirm_card
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from tests.fakes.film import Film, Straight
from tests.fakes.licences import terms_document
from tests.fakes.meeting import card_of
from tests.fakes.uses import ALLOWED
from ui.screens.find.names import Known, read_here, read_people
from ui.screens.find.presenter import FindPresenter
from ui.screens.find.recent import SETTING, Recent, recent_rows
from ui.screens.find.state import DO, DOUBLES, LICENCES, PEOPLE, RECENT, USES, Offer

ALL = frozenset({LICENCES, DOUBLES, USES, PEOPLE})
OFFERS = (Offer(DO, "lock", "Lock now", "lock", "Ctrl L"),)


@pytest.fixture
def settings(office):
    return office.registry.settings


def test_five_are_kept_the_newest_first_and_each_once(settings):
    recent = Recent(settings)
    for number in range(7):
        recent.saw(LICENCES, f"2026-000{number}")
    recent.saw(LICENCES, "2026-0004")
    recent.saw(LICENCES, "")
    recent.saw("earnings", "fee:2026-0001:once")
    assert [key for _place, key in recent.things] == ["2026-0004", "2026-0006", "2026-0005", "2026-0003", "2026-0002"]
    recent.keep()
    assert Recent(settings).things == recent.things
    assert settings.get(SETTING).count("2026-") == 5


@pytest.mark.parametrize("text", ["", "no JSON", "{", "3", '["licences"]', "[3]", "null"])
def test_what_cannot_be_read_is_nothing(settings, text):
    settings.put(SETTING, text)
    assert Recent(settings).things == ()


def test_each_is_told_as_it_is_now_and_what_is_gone_or_not_offered_is_not(in_force, agent):
    in_force.do(log_use, ALLOWED)
    in_force.do(record_double, NewDouble("stage-voice", "voice-model", "Stage voice"))
    in_force.do(confirm_card, card_of(agent))
    known = Known()
    known.take_here(read_here(in_force, ALL))
    known.take_people(read_people(in_force, "en"))
    fingerprint = next(one.key for one in known.people.find(("halden",), 1))
    things = ((LICENCES, "2026-0001"), (USES, "u-1"), (DOUBLES, "stage-voice"), (PEOPLE, fingerprint),
              (LICENCES, "2020-0009"), (USES, "u-9"), (DOUBLES, "gone"), (PEOPLE, "gone"))  # fmt: skip
    rows = recent_rows(in_force, things, ALL, known, "en")
    assert {row.group for row in rows} == {RECENT}
    assert [(row.words, row.state, row.target.place) for row in rows] == [
        ("Harbour Nine, season 2", "in-force", LICENCES), ("Series, French, France", "IN_SCOPE", USES),
        ("Stage voice", "", DOUBLES), ("Halden Roe", "confirmed", PEOPLE),
    ]  # fmt: skip
    assert [row.target.place for row in recent_rows(in_force, things, frozenset({PEOPLE}), known, "en")] == [PEOPLE]


def test_they_stand_before_what_can_be_done_until_a_word_is_typed(office):
    office.do(draft_licence, terms_from(terms_document()))
    film = Film()
    presenter = FindPresenter(office, Straight(), film, ALL, OFFERS, None, ((LICENCES, "2026-0001"),))
    presenter.refresh()
    assert [(row.group, row.words) for row in film.last.rows] == [
        (RECENT, "Harbour Nine, season 2"), (DO, "Lock now")
    ]  # fmt: skip
    presenter.search("lock")
    assert [row.group for row in film.last.rows] == [DO]
    presenter.search("")
    assert film.last.rows[0].group == RECENT
