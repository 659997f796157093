"""A use logged by hand: by whomever, on a day that has come, of something that was counted."""

from __future__ import annotations

from datetime import date

import pytest

from likeness.scope.use import Use
from ui.screens.uses.log_form import LogForm
from ui.screens.uses.state import Choices

pytestmark = pytest.mark.qt_log_ignore("does not support")

CHOICES = Choices((("tidewrack", "Tidewrack Pictures Ltd"),), (("voice", "Voice"),), ())


@pytest.fixture
def form(around):
    """Give an open form, and what it hands over."""
    logged = list[tuple[Use, str]]()
    made = LogForm(around, CHOICES, date(2026, 4, 10), lambda use, name: logged.append((use, name)))
    made.open()
    return made, logged


@pytest.mark.parametrize(
    ("typed", "user", "name"),
    [
        ("", None, ""),
        ("tidewrack pictures ltd", "tidewrack", "Tidewrack Pictures Ltd"),
        ("Ghost Films", "ghost-films", "Ghost Films"),
    ],
)
def test_whoever_used_it_is_named_known_or_not(form, typed, user, name):
    made, logged = form
    made._company.setText(typed)
    made._likeness.choose("voice")
    made._save()
    [(use, called)] = logged
    assert (use.user, called, use.likeness) == (user, name, ("voice",))


def test_what_cannot_be_meant_is_said_and_nothing_is_logged(form):
    made, logged = form
    made._save()
    assert made._problem.text() == "Say at least one thing about the use."
    made._likeness.choose("voice")
    made._count.setValue(5)
    made._day.put_typed("11 April 2026")
    made._save()
    assert (made._when._words.text(), made._counted._words.text()) == (
        "That day has not come yet.", "Say what was counted."
    )  # fmt: skip
    assert logged == []
    made._unit.choose("line")
    made._day.put_typed("10 April 2026")
    made._save()
    [(use, _name)] = logged
    assert (use.at, dict(use.quantity)) == (date(2026, 4, 10), {"line": 5})


def test_the_name_of_a_stranger_is_kept_beside_the_use(active, qtbot):
    active.shell.go("uses")
    screen = active.shell.page_of("uses")
    screen._presenter.log(Use(id="", user="ghost-films"), "Ghost Films")
    people = active.office.registry.people
    qtbot.waitUntil(lambda: people.name("ghost-films") == "Ghost Films")
    assert "ghost-films" in dict(screen._presenter.choices().companies)
