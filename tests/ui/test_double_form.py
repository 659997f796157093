"""The form to add a likeness: what cannot be meant is said in it, and it stays."""

from __future__ import annotations

from datetime import date

import pytest

from likeness.acts.record_double import NewDouble
from ui.screens.doubles.form import DoubleForm

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
