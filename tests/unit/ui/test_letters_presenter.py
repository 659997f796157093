"""The letter dialog without Qt: what it begins with, what is missing, what is written, and Undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from likeness.errors import Broken
from likeness.registry.flags import INVOICED, LETTER_SENT, OPEN
from likeness.values.money import Money
from tests.fakes.film import QUIET, Film, Straight, filmed
from tests.fakes.letters import added_for, furnished
from ui.kit.words import choose_language
from ui.screens.earnings.reading import letters_for
from ui.screens.letters.presenter import LetterPresenter
from ui.screens.uses.presenter import UsesPresenter


@pytest.fixture
def desk(office, tmp_path, clock):
    return furnished(office, tmp_path, clock)


def opened(desk, kind, subject):
    film = Film()
    presenter = LetterPresenter(desk, Straight(), film, kind, subject)
    presenter.begin()
    return presenter, film


def start(film):
    [begun] = [given for name, given in film.told if name == "begin"]
    return begun


def flag(desk, use="trailer"):
    steps = desk.registry.flags.steps(desk.registry.uses.get(use).row)
    return steps[-1].state if steps else OPEN


def test_a_notice_is_there_at_once_as_page_and_text(desk):
    _, film = opened(desk, "notice", "trailer")
    assert start(film).about == "Tidewrack Pictures Ltd · Harbour Nine, season 2 · trailer"
    assert start(film).fields == {"address", "contact", "to-address", "by", "note"}
    assert film.last.ready
    assert film.last.pdf.startswith(b"%PDF-")
    assert film.last.text.startswith("Liora Vantreight\n\nTidewrack Pictures Ltd\n\n2 May 2026\n")
    assert (film.last.problem, film.last.busy) == ("", False)


def test_what_is_missing_names_its_field_in_the_language_of_the_window(desk):
    choose_language("fr")
    presenter, film = opened(desk, "takedown", "trailer")
    presenter.speak("en")
    assert (film.last.field, film.last.ready) == ("to-name", False)
    assert film.last.problem == "Indiquez à qui la lettre s’adresse."
    presenter.change(added_for("takedown"))
    assert (film.last.field, film.last.problem) == ("", "")
    assert "Request to take down content" in film.last.text


def test_the_letter_follows_what_is_typed_and_the_language(desk):
    presenter, film = opened(desk, "notice", "trailer")
    presenter.change(replace(start(film).added, note="They did this last year too."))
    assert "They did this last year too." in film.last.text
    drawn = len(film.states)
    presenter.change(replace(start(film).added, note="They did this last year too."))
    assert len(film.states) == drawn, "nothing changed, so nothing is drafted"
    presenter.speak("fr")
    assert "Usage hors de la licence 2026-0001" in film.last.text


def test_a_sum_is_asked_only_where_nobody_knows_it(desk):
    _, film = opened(desk, "invoice", "overage:2026-0001:too-many")
    assert not start(film).asks_sum
    presenter, film = opened(desk, "invoice", "trailer")
    assert start(film).asks_sum
    assert film.last.field == "sum"
    presenter.change(replace(start(film).added, money=Money(90_000, "GBP")))
    assert "£900" in film.last.text


def test_a_use_of_a_stranger_asks_whom_to_write_to_only_if_nobody_is_named(desk):
    _, film = opened(desk, "notice", "stranger")
    assert start(film).company == "voice-mill"
    assert "to-name" not in start(film).fields


def test_saving_marks_the_flag_and_undo_takes_the_mark_back(desk, tmp_path):
    presenter, film = opened(desk, "invoice", "too-many")
    presenter.save(tmp_path / "invoice.pdf")
    [(_, words, inverse)] = [told for told in film.told if told[0] == "saved"]
    assert words == "Invoice saved in invoice.pdf"
    assert (tmp_path / "invoice.pdf").read_bytes() == film.last.pdf
    assert flag(desk, "too-many") == INVOICED
    uses, shown = filmed(UsesPresenter, desk)
    uses.choose("too-many")
    letters = shown.last.detail.letters
    assert letters == ("Invoice INV-2026-0001 · Tidewrack Pictures Ltd · 2 May 2026 · invoice.pdf",)
    again = inverse(QUIET)
    assert flag(desk, "too-many") == OPEN
    uses.choose("too-many")
    assert shown.last.detail.letters == ()
    again(QUIET)
    assert flag(desk, "too-many") == INVOICED


def test_a_disk_that_says_no_is_told_and_nothing_is_marked(desk, tmp_path):
    (tmp_path / "file").write_text("in the way")
    presenter, film = opened(desk, "notice", "trailer")
    presenter.save(tmp_path / "file" / "a.pdf")
    assert [type(why) for why in film.failures] == [Broken]
    assert flag(desk) == OPEN
    presenter.save(tmp_path / "a.pdf")
    assert flag(desk) == LETTER_SENT


def test_what_cannot_be_written_about_is_told(desk):
    _, film = opened(desk, "withdrawal", "2026-0001")
    assert "Licence 2026-0001 is not withdrawn." in film.last.problem
    _, film = opened(desk, "notice", "nobody")
    assert [why.code for why in film.failures] == ["unknown-use"]


def test_where_no_font_has_a_name_the_text_is_there_all_the_same(desk):
    presenter, film = opened(desk, "takedown", "trailer")
    presenter.change(replace(added_for("takedown"), to_name="Clips \U0001f600"))
    assert "Clips \U0001f600" in film.last.text
    assert (film.last.ready, bool(film.last.problem)) == (False, True)


def test_each_due_offers_the_letters_that_fit_it(desk):
    from likeness.acts.dues.read_dues import dues_here

    offered = {due.kind: letters_for(due, own=True) for due in dues_here(desk.desk)}
    assert offered == {
        "fee": ("invoice",), "overage": ("invoice",), "report": ("reminder",), "deletion": ("deletion", "confirmation"),
    }  # fmt: skip
    assert all(letters_for(due, own=False) in ((), ("confirmation",)) for due in dues_here(desk.desk))


def test_no_letter_is_drafted_of_a_day_that_cannot_be_read(desk):
    presenter, film = opened(desk, "notice", "trailer")
    presenter.change(added_for("notice"), ("by", "Write a day."))
    assert (film.last.ready, film.last.text, film.last.field, film.last.problem) == (False, "", "by", "Write a day.")
    presenter.change(added_for("notice"))
    assert (film.last.ready, film.last.field) == (True, "")
