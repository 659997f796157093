"""Trusted signers in Settings: the same people, counts and words as Contacts has."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.read_contacts import contacts
from likeness.acts.keys.trust_book import confirm_card, remove_card
from tests.fakes.film import filmed
from tests.fakes.meeting import card_of
from ui.kit.known_words import TRUSTED, known_words, waits
from ui.kit.words import choose_language
from ui.screens.settings.trusting import MOST, TrustedSigners, TrustState, trust_of


@pytest.fixture
def trusted(office):
    return filmed(TrustedSigners, office)


def test_at_first_nobody_is_trusted_and_nothing_waits(trusted):
    assert trusted[1].last == TrustState(said="You trust nobody yet")


def test_a_card_waits_until_it_is_confirmed_and_then_its_owner_is_trusted(trusted, office, agent):
    section, film = trusted
    office.do(take_in, card_of(agent))
    section.refresh()
    assert (film.last.said, film.last.waiting) == ("You trust nobody yet", "1 card waits for your answer")
    office.do(confirm_card, card_of(agent))
    section.refresh()
    assert (film.last.said, film.last.waiting) == ("You trust 1 signer", "")
    assert [(one.trust, one.name, one.known) for one in film.last.signers] == [
        ("confirmed", "Halden Roe", "Confirmed by you on 2 March 2026"),
    ]  # fmt: skip
    (one,) = contacts(office.desk)
    office.do(remove_card, one.public.fingerprint)
    section.refresh()
    assert film.last.signers == ()


def test_it_says_what_contacts_says(met, office):
    presenter, film = met
    settings, drawn = filmed(TrustedSigners, office)
    settings.refresh()
    rows = [row for row in presenter.page(film.last.keys) if row.trust in TRUSTED]
    assert [(one.name, one.known) for one in drawn.last.signers] == [(row.name, row.known) for row in rows]
    assert sum(count for trust, count in film.last.counts if trust in TRUSTED) == len(drawn.last.signers) == 1


def test_a_lost_key_and_one_that_another_follows_wait_for_nobody(office, agent):
    office.do(take_in, card_of(agent))
    (one,) = contacts(office.desk)
    assert waits(one)
    for other in (replace(one, why="lost"), replace(one, replaced=True), replace(one, card=None)):
        assert not waits(other)
        assert known_words(other, "en") != known_words(one, "en")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_of_many_the_first_by_their_letters_are_named_and_the_others_counted(office, agent, language):
    office.do(confirm_card, card_of(agent))
    (one,) = contacts(office.desk)
    many = tuple(replace(one, name=f"{letter}va Roe") for letter in "ZBÉCDFGHIJ")
    choose_language(language)
    shown = trust_of(many, language)
    assert [signer.name[0] for signer in shown.signers] == list("BCDÉFGHI")[:MOST]
    assert re.findall(r"\d+", shown.said + shown.others) == ["10", "2"]
