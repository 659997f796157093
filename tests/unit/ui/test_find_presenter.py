"""Quick find without a window: what is found, where it leads, and that an older answer is never shown."""

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.keys.trust_book import confirm_card
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from tests.fakes.film import Film, Straight, told
from tests.fakes.later import Later
from tests.fakes.licences import terms_document
from tests.fakes.meeting import card_of
from tests.fakes.uses import ALLOWED
from ui.kit.words import choose_language
from ui.screens.find.names import Known
from ui.screens.find.presenter import FindPresenter
from ui.screens.find.state import DO, DOUBLES, GO, HERE, LICENCES, MOST, MOST_DONE, PEOPLE, USES, Offer, Target

ALL = frozenset({LICENCES, DOUBLES, USES, PEOPLE})
OFFERS = (
    Offer(DO, "new-licence", "New licence", "plus", "Ctrl N"),
    Offer(DO, "lock", "Lock now", "lock", "Ctrl L"),
    Offer(HERE, "here-export", "Save PDF and QR…", "chevron-right", "E"),
    Offer(GO, "go-licences", "Licences", "file-signature", "Ctrl 3"),
)


def quick(office, jobs=None, offered=ALL, offers=OFFERS, known=None):
    film = Film()
    made = FindPresenter(office, jobs or Straight(), film, offered, offers, known)
    made.refresh()
    return made, film


def groups(film):
    return list(dict.fromkeys(row.group for row in film.last.rows))


def test_before_a_word_is_typed_there_is_what_can_be_done(office):
    presenter, film = quick(office)
    assert [row.words for row in film.last.rows] == ["New licence", "Lock now", "Save PDF and QR…", "Licences"]
    assert [row.keys for row in film.last.rows] == ["Ctrl N", "Ctrl L", "E", "Ctrl 3"]
    presenter.search("harbour")
    presenter.search("  ")
    assert len(film.last.rows) == len(OFFERS)
    presenter.search("?!")
    assert len(film.last.rows) == len(OFFERS)


def test_a_licence_a_use_and_a_company_are_found_by_one_word(in_force):
    in_force.do(log_use, ALLOWED)
    presenter, film = quick(in_force)
    presenter.search("tidewrack")
    assert groups(film) == [LICENCES, USES, PEOPLE]
    licence, use, company = film.last.rows
    assert (licence.words, licence.state, licence.target) == (
        "Harbour Nine, season 2", "in-force", Target(LICENCES, "2026-0001")
    )  # fmt: skip
    assert licence.second.startswith("Tidewrack Pictures Ltd · ends ")
    assert (use.state, use.target) == ("IN_SCOPE", Target(USES, "u-1"))
    assert (company.words, company.second, company.target.key) == ("Tidewrack Pictures Ltd", "Company",
                                                                  "Tidewrack Pictures Ltd")  # fmt: skip
    presenter.enter(company)
    assert told(film, "lead") == [(company.target,)]


def test_a_contact_is_found_by_name_whatever_its_accents(office, agent):
    office.do(confirm_card, card_of(agent))
    presenter, film = quick(office)
    presenter.search("HÄLDEN ro")
    (row,) = film.last.rows
    assert (row.words, row.second, row.state) == ("Halden Roe", "Agent", "confirmed")
    assert len(row.target.key) == 32


def test_a_likeness_is_found_and_can_be_licensed_at_once(office, tmp_path):
    for number in range(MOST + 1):
        office.do(record_double, NewDouble(f"voice-{number}", "voice-model", f"Stage voice {number}"))
    presenter, film = quick(office)
    presenter.search("stage")
    rows = film.last.rows
    assert [row.words for row in rows if row.group == DOUBLES] == [
        "Stage voice 0", "Stage voice 1", "All likenesses that match"
    ]  # fmt: skip
    assert rows[MOST].target == Target(DOUBLES, words="stage")
    assert rows[0].second == "Speaking voice model"
    (deed,) = [row for row in rows if row.group == DO]
    assert (deed.words, deed.target) == ("New licence for Stage voice 0", Target(key="voice-0", code="licence-for"))
    presenter, film = quick(office, offered=frozenset({DOUBLES}))
    presenter.search("stage")
    assert groups(film) == [DOUBLES]


def test_a_group_never_grows_and_says_that_there_is_more(office):
    terms = terms_from(terms_document())
    for _ in range(MOST + 3):
        office.do(draft_licence, terms)
    presenter, film = quick(office, offers=tuple(Offer(DO, str(n), f"Harbour {n}", "plus") for n in range(9)))
    presenter.search("harbour")
    licences = [row for row in film.last.rows if row.group == LICENCES]
    assert len(licences) == MOST + 1
    assert (licences[-1].words, licences[-1].target) == (
        "All licences that match", Target(LICENCES, words="harbour")
    )  # fmt: skip
    assert len([row for row in film.last.rows if row.group == DO]) == MOST_DONE


@pytest.mark.parametrize("offered", [frozenset(), frozenset({PEOPLE}), frozenset({USES})])
def test_nothing_is_read_of_a_screen_that_is_not_offered(in_force, offered):
    in_force.do(log_use, ALLOWED)
    presenter, film = quick(in_force, offered=offered, offers=())
    presenter.search("tidewrack")
    assert set(groups(film)) == offered


def test_deeds_that_begin_with_the_word_come_first(office):
    presenter, film = quick(office, offers=(*OFFERS, Offer(DO, "licence-x", "Licence here", "plus")))
    presenter.search("licence")
    assert [row.words for row in film.last.rows] == ["Licence here", "New licence", "Licences"]


def test_an_older_answer_is_dropped_however_late_it_comes(in_force):
    jobs = Later()
    presenter, film = quick(in_force, jobs)
    here, people, older, newer = 0, 1, 2, 3
    presenter.search("har")
    presenter.search("lock")
    jobs.answer(newer)
    assert (film.last.words, [row.words for row in film.last.rows]) == ("lock", ["Lock now"])
    shown = len(film.states)
    assert jobs.waiting[older][0].stopped
    jobs.waiting[older][0].stopped = False  # it was too late to stop it: its answer is on the way
    jobs.answer(older)
    assert len(film.states) == shown
    jobs.answer(here)  # the names are there: the same words are looked for once more
    jobs.answer(people)
    assert [job[0].stopped for job in jobs.waiting[4:]] == [True, False]
    jobs.answer(5)
    assert film.last.words == "lock"


def test_names_that_are_read_late_are_found_late_and_hold_nothing_up(in_force):
    jobs = Later()
    presenter, film = quick(in_force, jobs)
    presenter.search("tidewrack")
    jobs.answer(2)
    assert groups(film) == [LICENCES]
    jobs.answer(1)
    jobs.answer(3)
    assert groups(film) == [LICENCES, PEOPLE]


def test_what_was_opened_last_is_told_by_who_knows_most_names(in_force):
    """Two threads read: an answer from before people were known once came home last, and left a contact out."""
    jobs, film = Later(), Film()
    FindPresenter(in_force, jobs, film, ALL, OFFERS, None, ((DOUBLES, "liora-voice-2025"),)).refresh()
    first, here, people = range(3)
    jobs.answer(people)
    jobs.answer(here)
    assert [job.stopped for job, *_ in jobs.waiting] == [True, False, False, True, False]
    jobs.answer(4)
    shown = film.last.rows
    jobs.answer(first)
    assert film.last.rows == shown
    assert shown[0].words == "Speaking voice"


def test_names_that_were_read_before_are_not_read_again(in_force):
    jobs, known = Later(), Known()
    for expected in (2, 0):
        quick(in_force, jobs, known=known)
        assert len(jobs.waiting) == expected
        for which in range(expected):
            jobs.answer(which)
        jobs.waiting.clear()
    assert (known.here, known.there) == (True, True)


def test_enter_before_the_answer_opens_what_was_typed_and_nothing_older(in_force):
    jobs = Later()
    presenter, film = quick(in_force, jobs)
    shown = film.last.rows[0]
    presenter.search("harbour")
    presenter.enter(shown)
    assert told(film, "lead") == []
    jobs.answer(2)
    assert told(film, "lead") == [(Target(LICENCES, "2026-0001"),)]
    presenter.search("lock")
    presenter.enter(film.last.rows[0])
    presenter.search("xyzzyx")  # typing on takes the Enter back
    jobs.answer(3)
    jobs.answer(4)
    assert len(told(film, "lead")) == 1


def test_nothing_found_offers_the_nearest_spelling(in_force):
    presenter, film = quick(in_force)
    presenter.search("harbuor")
    assert (film.last.rows, film.last.nearest) == ((), "Harbour")
    presenter.search("qqqq")
    assert (film.last.rows, film.last.nearest) == ((), "")
    presenter.enter(None)
    assert told(film, "lead") == []


def test_a_closed_registry_is_told_and_raises_nothing(office):
    presenter, film = quick(office)
    office.registry.close()
    presenter.search("harbour")
    assert [why.code for why in film.failures] == ["closed"]


def test_french_says_its_rows_in_french(in_force):
    choose_language("fr")
    presenter, film = quick(in_force)
    presenter.search("harbour")
    assert "finit le" in film.last.rows[0].second
