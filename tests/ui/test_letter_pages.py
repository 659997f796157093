"""Every kind of letter in both languages, drawn beside stored pictures; the page says what the text says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QBuffer

from likeness.acts.keys.hand_out import as_text
from likeness.acts.keys.print_keys import card_page
from likeness.acts.letters.draft_letter import draft_letter
from likeness.acts.licences.end_licence import withdraw_licence
from likeness.acts.locks.print_words import words_page
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.paper.letters.letter import KINDS, Section, Table
from likeness.paper.letters.letter_pdf import render_letter
from likeness.paper.letters.letter_text import letter_text
from likeness.paper.qr.qr_read import read_codes
from likeness.paper.sheets.key_sheet import recovery_sheet, render_keys
from likeness.seal.keys import SigningKey
from likeness.seal.recovery import recovery_text
from likeness.seal.twelve_words import Words
from tests.fakes.album import pixels, unlike_image
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.letters import SUBJECTS, added_for, furnished
from tests.fakes.offices import an_office
from tests.fakes.pdf_words import words_of_pdf
from ui.kit.pages.pdf_pages import pages_of

WIDE = 620


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder, clock = tmp_path_factory.mktemp("letters"), FixedClock("2026-03-02T09:00:00+00:00")
    made = furnished(an_office(folder, clock=clock), folder, clock)
    made.do(withdraw_licence, "2026-0001", "The series changed hands.")
    yield made
    made.close()


def plain(text):
    """Only letters and digits: a page breaks lines where the text does not."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_looks_as_it_was_drawn_and_says_what_the_text_says(qapp, office, kind, language):
    letter = draft_letter(office.desk, kind, SUBJECTS[kind], language, added_for(kind))
    page = render_letter(letter)
    [first, *rest] = pages_of(page, WIDE)
    assert not rest
    assert not unlike_image(first, f"letter-{kind}-{language}")
    said, told = plain(words_of_pdf(page)), letter_text(letter)
    for line in told.splitlines():
        for piece in re.split(r"[:;]\s|\. ", line.removeprefix("- ")):
            assert plain(piece) in said, piece
    for part in letter.sections:
        for label, value in part.facts:
            assert plain(label) in plain(told)
            assert plain(value) in plain(told)


def ink_at_edges(picture, margin):
    drawn = pixels(picture)
    return (drawn[:, :margin] < 200).any() or (drawn[:, -margin:] < 200).any()


@pytest.mark.parametrize(
    "name",
    [
        "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu Pictures " * 2,
        "Nguy\u1ec5n Th\u1ecb \u00c1nh \u00d8yvind \u0141ukasz \u0391\u03bd\u03bd\u03b1 \u0410\u043d\u043d\u0430",
        "\u0634\u0631\u0643\u0629 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
        "\u05e1\u05e8\u05d8\u05d9\u05dd \u05d1\u05e2\u05de",
        "W" * 190,
    ],
)
def test_no_name_runs_off_the_page(qapp, office, name):
    added = replace(added_for("notice"), to_name=name.strip(), address=(name.strip(),) * 3, note=name.strip())
    letter = draft_letter(office.desk, "notice", "trailer", "en", added)
    for page in pages_of(render_letter(letter), WIDE):
        assert not ink_at_edges(page, round(WIDE * 40 / 595))


def test_forty_broken_terms_stay_on_the_page_and_repeat_their_headings(qapp, office):
    letter = draft_letter(office.desk, "notice", "trailer", "fr", added_for("notice"))
    granted, used = "Ce qui a été accordé ici. " * 5, "utilisé" * 20 + " encore " * 9
    rows = tuple((f"Condition {n}", granted, used) for n in range(40))
    broken = Section("Accordé et utilisé", table=Table(("Condition", "Accordé", "Utilisé"), rows))
    page = render_letter(replace(letter, sections=(broken,)))
    pages = pages_of(page, WIDE)
    assert len(pages) > 2
    assert not any(ink_at_edges(one, round(WIDE * 40 / 595)) for one in pages)
    said = plain(words_of_pdf(page))
    assert all(plain(f"Condition {n}") in said for n in range(40))
    assert said.count("Condition" + "Accordé" + "Utilisé") == len(pages)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_pages_about_a_key_look_as_they_were_drawn_and_their_code_reads_back(qapp, office, language):
    card = open_signed(office.registry.owner.get().card, KeyCard).says
    data = card_page(office.desk, language)
    [drawn] = pages_of(data, WIDE)
    assert not unlike_image(drawn, f"key-card-{language}")
    assert read_codes(_png(pages_of(data, 1400)[0])) == [as_text(office.registry.owner.get().card)]
    assert plain(card.public.digits) in plain(words_of_pdf(data))
    made = recovery_text(SigningKey(bytes([7] * 32)))
    sheet = render_keys(recovery_sheet(language, card, made, date(2026, 3, 2)), None)
    assert not unlike_image(pages_of(sheet, WIDE)[0], f"recovery-sheet-{language}")
    assert plain(made) in plain(words_of_pdf(sheet))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_of_the_twelve_words_looks_as_it_was_drawn(qapp, office, language):
    words = Words(bytes(range(16)))
    data = words_page(office.desk, words, language)
    [drawn] = pages_of(data, WIDE)
    assert not unlike_image(drawn, f"twelve-words-{language}")
    assert not ink_at_edges(drawn, round(WIDE * 40 / 595))
    said = plain(words_of_pdf(data))
    assert all(plain(word) in said for word in words.written(language))


def _png(picture):
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(data, "PNG")
    return data.data().data()
