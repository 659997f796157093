"""The review before a signature without Qt: what is signed is named, and compared with what she usually grants."""

from dataclasses import replace
from datetime import date

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.licence.draft import all_of
from likeness.licence.terms import Grantor, Representation
from tests.fakes.film import Straight
from tests.unit.ui.test_presenters import filled
from ui.screens.wizard.presenter import REVIEW, WizardPresenter
from ui.screens.wizard.state import Usual


def line(film, heading):
    return "".join(text for text, _mark in dict(film.last.review)[heading])


def remarks(film):
    return {line: [one.text for one in told] for line, told in film.last.usual.remarks.items()}


def test_what_is_signed_is_named_by_its_title(office, film, wizard):
    """She owns two voice models: `your voice model` says neither which one she reads nor which one she signs."""
    office.do(record_double, NewDouble("liora-reading", "voice-model", "Reading of 2024", "liora"))
    wizard = WizardPresenter(office, Straight(), film, film.last.number)
    wizard.start()
    assert line(film, "With") == "Speaking voice model “Speaking voice”"
    assert "speaking voice model “Speaking voice”" in "".join(text for text, _mark in film.last.plain)
    wizard.change(likenesses=("liora-reading", "liora-voice-2025"))
    assert "“Reading of 2024” and speaking voice model “Speaking voice”" in line(film, "With")


def test_the_kind_alone_is_said_where_there_is_one_of_it(film, wizard):
    plain = "".join(text for text, _mark in film.last.plain)
    assert "your speaking voice model to make" in plain
    wizard.go(REVIEW)
    assert line(film, "With") == "Speaking voice model “Speaking voice”"


def test_a_consent_is_reviewed_without_the_notice_that_does_not_count(film, wizard):
    wizard.change(basis="contract", notice_days=90)
    wizard.go(REVIEW)
    assert "90" in line(film, "You keep")
    wizard.change(basis="consent")
    assert line(film, "You keep").endswith("The right to withdraw at any time")


def test_what_is_said_of_the_performer_is_signed_only_after_it_was_read(wizard, film):
    terms = film.last.terms
    wizard.change(performer=replace(terms.performer, born=date(2015, 5, 1)), exclusive=all_of(terms),
                  representation=Representation("lawyer", "Ada Roe"), union_agreement="ACTRA IPA 2025")  # fmt: skip
    wizard.change(likenesses=terms.likenesses)
    wizard.go(REVIEW)
    assert line(film, "Signed with it") == (
        "Liora Vantreight was born on 1 May 2015\nAdvised by Ada Roe\nUnion agreement: ACTRA IPA 2025"
    )
    assert line(film, "Exclusive").startswith("The same is granted to nobody else: ")
    wizard.change(performer=replace(terms.performer, born=date(2030, 1, 1)))
    wizard.go(1)
    wizard.go_on()
    assert ("born", "The day of birth comes after the first day of the licence.") in film.last.problems


def test_without_an_earlier_licence_nothing_is_compared(office, film):
    filled(WizardPresenter(office, Straight(), film, zone="Europe/Paris"))
    assert (film.last.step, film.last.usual) == (REVIEW, Usual())


def test_the_review_compares_with_what_she_usually_grants_and_follows_what_is_changed(in_force, film):
    wizard = WizardPresenter(in_force, Straight(), film, zone="Europe/Paris")
    filled(wizard)
    assert film.last.usual.heading == "Compared with your usual"
    assert film.last.usual.basis == "With 1 signed licence that is or was in force."
    assert remarks(film)["Lasts"] == ["10 years"]
    assert remarks(film)["Shown"] == ["Wider before"]
    assert remarks(film)["At most"] == ["First time: no limit"]
    wizard.change(acts=("generate", "alter", "train"))
    assert remarks(film)["They may"] == ["First time: train a model"]
    wizard.back()
    assert film.last.usual == Usual()


def test_an_agent_reads_whose_usual_it_is(in_force, film):
    wizard = WizardPresenter(in_force, Straight(), film, zone="Europe/Paris")
    filled(wizard)
    wizard.change(grantor=Grantor("Halden Roe", "agent", "letter of 2025"))
    assert film.last.usual.heading == "Compared with what Liora Vantreight usually grants"
