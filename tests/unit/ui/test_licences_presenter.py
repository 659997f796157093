import pytest

from tests.fakes.film import filmed
from tests.fakes.uses import ALLOWED
from ui.kit.words import choose_language
from ui.screens.licences.presenter import LicencesPresenter
from ui.screens.uses.presenter import UsesPresenter


def test_the_companys_answer_puts_a_licence_in_force(office, answer):
    licences, film = filmed(LicencesPresenter, office)
    assert film.last.counts == (("offered", 1),)
    licences.accept(answer)
    assert film.told == ["Licence 2026-0001 recorded"]
    assert film.last.counts == (("in-force", 1),)
    assert film.last.doing == ""


def test_suspend_and_resume_are_signed_and_seen(in_force):
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    assert film.last.detail.state == "in-force"
    licences.change("suspend", "")
    assert film.last.detail.state == "suspended"
    licences.change("resume", "Settled")
    assert film.last.detail.state == "in-force"
    assert film.told == ["Licence suspended", "Licence in force again"]


def test_what_the_state_forbids_is_told_and_changes_nothing(in_force):
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    licences.change("resume", "")
    assert len(film.failures) == 1
    assert film.last.detail.state == "in-force"
    assert film.last.doing == ""
    assert not film.told


def test_a_file_that_is_no_licence_and_one_that_is_not_there_are_told(office, tmp_path):
    licences, film = filmed(LicencesPresenter, office)
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"Dear Liora, we accept.")
    licences.accept(letter)
    licences.accept(tmp_path / "absent.likeness")
    assert len(film.failures) == 2
    assert film.last.ids == ()
    assert not film.told


def test_the_pane_counts_what_was_used_and_what_was_too_much(in_force):
    uses, _film = filmed(UsesPresenter, in_force)
    uses.log(ALLOWED)
    licences, film = filmed(LicencesPresenter, in_force)
    licences.choose(film.last.ids[0])
    lines = next(used for used in film.last.detail.used if "lines" in used.words)
    assert lines.words == "14 of 40 lines"
    assert lines.share == pytest.approx(14 / 40)
    assert not film.last.detail.beyond


def test_the_pane_speaks_french_when_asked(in_force):
    licences, film = filmed(LicencesPresenter, in_force)
    choose_language("fr")
    licences.choose(film.last.ids[0])
    said = "".join(text for text, _mark in film.last.detail.plain)
    assert "18\u202f000\u00a0€" in said
    assert licences.page(film.last.ids)[0].likeness == "Voix"


def test_a_row_that_is_gone_and_a_number_nobody_knows_are_no_trouble(office):
    licences, film = filmed(LicencesPresenter, office)
    assert licences.row_of("1999-0001") is None
    licences.choose(77)
    assert film.last.detail is None
    licences.choose(None)
    assert film.last.detail is None
    licences.search("  nothing like this ")
    assert (film.last.words, film.last.ids) == ("nothing like this", ())
