"""A reading that takes long can be stopped: what was there stays, what comes home late is told to nobody."""

from __future__ import annotations

from typing import Any

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from tests.fakes.film import Film, Straight
from ui.screens.contacts.presenter import ContactsPresenter
from ui.screens.doubles.presenter import DoublesPresenter
from ui.screens.earnings.presenter import EarningsPresenter
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.uses.presenter import UsesPresenter


class Held(Straight):
    """Jobs that keep what looks until it is let go; nobody hears of what was cancelled."""

    def __init__(self) -> None:
        self.waiting: list[_Look] = []
        self.hold = True

    def submit(self, lane, owner, work, then, fail, progress=None):
        if not (self.hold and lane == "look"):
            return super().submit(lane, owner, work, then, fail, progress)
        job = _Look(lambda: super(Held, self).submit(lane, owner, work, then, fail, progress))
        self.waiting.append(job)
        return job

    def let_go(self):
        self.hold = False
        for job in self.waiting:
            job.land()
        self.waiting.clear()


class _Look:
    def __init__(self, land) -> None:
        self._land, self._wanted = land, True

    def cancel(self) -> None:
        self._wanted = False

    def land(self) -> None:
        if self._wanted:
            self._land()


def rows_of(state):
    return next(getattr(state, name) for name in ("cards", "items", "keys", "ids") if hasattr(state, name))


def looks(state):
    return bool(getattr(state, "reading", False) or getattr(state, "finding", False) or getattr(state, "doing", ""))


STOPS: dict[Any, Any] = {
    ContactsPresenter: ContactsPresenter.stop,
    DoublesPresenter: DoublesPresenter.cancel,
    EarningsPresenter: EarningsPresenter.stop,
    UsesPresenter: UsesPresenter.cancel,
}


@pytest.mark.parametrize("kind", STOPS, ids=lambda kind: kind.__name__)
def test_what_is_read_for_the_first_time_can_be_stopped_and_read_again(in_force, kind):
    film, jobs = Film(), Held()
    presenter = kind(in_force, jobs, film)
    presenter.refresh()
    assert looks(film.last)
    STOPS[kind](presenter)
    assert not looks(film.last)
    assert film.last.stopped
    jobs.let_go()
    assert not rows_of(film.last)
    presenter.refresh()
    assert not looks(film.last)
    assert not film.last.stopped
    assert not film.failures


def test_a_card_that_is_chosen_is_meant_before_it_is_read(in_force):
    in_force.do(record_double, NewDouble("walk", "motion-capture", "Walk"))
    film, jobs = Film(), Held()
    jobs.hold = False
    doubles = DoublesPresenter(in_force, jobs, film)
    doubles.refresh()
    first = film.last.detail.id
    jobs.hold = True
    doubles.choose("walk")
    assert (film.last.chosen, film.last.detail.id) == ("walk", first)
    jobs.let_go()
    assert (film.last.chosen, film.last.detail.id) == ("walk", "walk")


def test_licences_that_are_looked_for_stay_as_they_were(in_force):
    film, jobs = Film(), Held()
    jobs.hold = False
    licences = LicencesPresenter(in_force, jobs, film)
    licences.refresh()
    before = film.last.ids
    assert before
    jobs.hold = True
    licences.sort("company")
    assert film.last.finding
    licences.cancel()
    assert (film.last.finding, film.last.stopped, film.last.ids) == (False, True, before)
    jobs.let_go()
    assert film.last.ids == before
    licences.refresh()
    assert (film.last.stopped, film.last.ids) == (False, before)
