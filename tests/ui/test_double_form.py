"""The form to add a likeness: what cannot be meant is said in it, and it stays."""

from __future__ import annotations

from datetime import date

import pytest

from likeness.acts.doubles.record_double import NewDouble
from ui.screens.doubles.form import DoubleForm
from ui.screens.doubles.state import Guess, Seen

pytestmark = pytest.mark.qt_log_ignore("does not support")

KNOWN = (("alma-reyes", "Alma Reyes"),)
TODAY = date(2026, 4, 10)


@pytest.fixture
def form(around):
    """Give an agent's open form with a title, and what it hands over."""
    recorded = list[NewDouble]()
    made = DoubleForm(around, KNOWN, TODAY, lambda _title: "face", recorded.append)
    made._title.setText("Face")
    made.open()
    return made, recorded


def test_a_likeness_of_nobody_is_asked_about_and_nothing_typed_is_lost(form):
    made, recorded = form
    made._save()
    assert (recorded, made.isVisible(), made._title.text()) == ([], True, "Face")
    assert made._whose._words.text() == "Say whose likeness it is."
    assert made._performer.hasFocus()


@pytest.mark.parametrize(
    ("field", "day", "told"),
    [
        ("_captured", "11 April 2026", "That day has not come yet."),
        ("_kept", "9 April 2026", "That day has passed."),
        ("_kept", "tomorow", "Write a day such as 1 December 2026."),
    ],
)
def test_a_day_that_cannot_be_meant_is_told_at_its_field(form, field, day, told):
    made, recorded = form
    made._performer.setText("Alma Reyes")
    asked = getattr(made, field)
    asked.control.setText(day)
    made._save()
    assert (recorded, asked._words.text(), asked.control.hasFocus()) == ([], told, True)
    asked.put_typed("10 April 2026")
    made._save()
    assert len(recorded) == 1


def test_a_file_that_is_odd_for_the_kind_is_told_at_once_and_may_be_recorded(form):
    made, recorded = form
    made._performer.setText("Alma Reyes")
    made.guessed(Guess("voice-recording", "A", (Seen("a.wav", "wav", 9, "read", "voice-recording"),)))
    assert made._what._words.text() == ""
    made._kind.choose("face-scan")
    assert made._what._words.text() == "a.wav: not what “Face scan” is made of."
    made._save()
    assert [new.kind for new in recorded] == ["face-scan"]


@pytest.mark.parametrize(
    ("typed", "known_as"),
    [
        ("alma  reyes", ("alma-reyes", "Alma Reyes")),
        ("Bruno Katz", ("bruno-katz", "Bruno Katz")),
        ("田中 真", ("x-402dcf0e", "田中 真")),
        ("鈴木 海", ("x-4e5ed4fe", "鈴木 海")),
    ],
)
def test_a_person_has_an_id_of_her_own_made_from_her_name(form, typed, known_as):
    made, recorded = form
    made._performer.setText(typed)
    made._save()
    [new] = recorded
    assert (new.performer, new.performer_name) == known_as
