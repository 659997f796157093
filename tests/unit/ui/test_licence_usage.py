"""A licence is shown at once; what was used of it is read beside the window, for it looks into every report."""

from tests.fakes.film import Film, filmed
from tests.fakes.later import Later
from tests.fakes.uses import ALLOWED
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.uses.presenter import UsesPresenter


def used(film):
    return [one.words for one in film.last.detail.used]


def answer_all(jobs):
    waiting = len(jobs.waiting)
    for which in range(waiting):
        jobs.answer(which)
    del jobs.waiting[:waiting]


def test_a_licence_is_shown_before_it_is_known_what_was_used_of_it(in_force):
    uses, _film = filmed(UsesPresenter, in_force)
    uses.log(ALLOWED)
    jobs, film = Later(), Film()
    licences = LicencesPresenter(in_force, jobs, film)
    licences.refresh()
    assert (film.last.detail.number, used(film)) == ("2026-0001", [])
    answer_all(jobs)
    assert used(film) == ["14 of 40 lines", "28 of 240 seconds"]
    licences.refresh()
    assert used(film) == ["14 of 40 lines", "28 of 240 seconds"]  # until it is read anew
