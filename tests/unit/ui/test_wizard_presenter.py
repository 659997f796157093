"""The licence wizard without Qt: what cannot be read holds a step back."""

import pytest

from tests.fakes.film import Film, Straight, told
from tests.unit.ui.test_presenters import filled
from ui.screens.wizard.presenter import REVIEW, WizardPresenter

USES = 3
UNREAD = (("last", "Write a day such as 1 December 2026."),)


@pytest.fixture
def film():
    return Film()


@pytest.fixture
def wizard(office, film):
    """A licence filled in to its review, opened again on the allowed uses."""
    made = WizardPresenter(office, Straight(), film, zone="Europe/Paris")
    filled(made)
    made.go(USES)
    return made


def test_what_cannot_be_read_is_not_left_forward(wizard, film):
    wizard.read(UNREAD)
    for onward in (wizard.go_on, lambda: wizard.go(REVIEW)):
        onward()
        assert (film.last.step, film.last.problems) == (USES, UNREAD)
    assert told(film, "point_at") == [("last",), ("last",)]
    wizard.read(())
    wizard.go_on()
    assert (film.last.step, film.last.problems) == (USES + 1, ())


def test_one_may_go_back_from_it_and_comes_forward_no_further_than_to_it(wizard, film):
    wizard.read(UNREAD)
    wizard.back()
    assert (film.last.step, film.last.problems) == (USES - 1, ())
    wizard.read(())
    wizard.go(REVIEW)
    assert (film.last.step, film.last.problems) == (USES, UNREAD)


def test_what_is_unread_and_what_is_missing_are_told_together_each_field_once(wizard, film):
    wizard.change(purposes=())
    wizard.read((*UNREAD, ("purposes", "Not a purpose.")))
    wizard.go_on()
    assert film.last.problems == (*UNREAD, ("purposes", "Not a purpose."))
