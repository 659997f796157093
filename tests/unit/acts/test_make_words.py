"""Twelve words: they count once they are kept, with the recovery key they give; nothing changes by halves."""

import re

import pytest

from likeness.acts.backups.back_up import back_up, restore_backup
from likeness.acts.check_registry import check_registry
from likeness.acts.dues.near_dues import open_dues
from likeness.acts.keys.make_recovery import make_recovery
from likeness.acts.keys.report_by_paper import report_by_paper
from likeness.acts.keys.trust_book import confirm_card, own_card
from likeness.acts.locks import make_words
from likeness.acts.locks.change_passphrase import change_passphrase
from likeness.acts.locks.make_words import keep_words, note_asked, report_too, words_made_on
from likeness.acts.locks.print_words import save_words_page, words_page
from likeness.acts.read_attention import WORDS, read_attention
from likeness.errors import Broken
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed
from likeness.office import Office
from likeness.seal.recovery import read_recovery, recovery_of
from likeness.seal.twelve_words import Words, draw_words
from likeness.seal.vault import vault_path
from tests.fakes.offices import PASSPHRASE, QUICK
from tests.fakes.pdf_words import words_of_pdf
from tests.fakes.seeded_chance import SeededChance

DRAWN, NEWER = draw_words(SeededChance("drawn")), draw_words(SeededChance("newer"))


def opened(path, opener, clock):
    return Office.open(path, passphrase=opener, clock=clock, chance=SeededChance("again"))


def recovery_on(card):
    return open_signed(card, KeyCard).says.recovery


def test_kept_words_open_the_registry_and_the_passphrase_still_does(liora, clock):
    path = liora.registry.path
    assert words_made_on(liora.registry) is None
    assert liora.do(keep_words, DRAWN, QUICK).value
    assert str(words_made_on(liora.registry)) == "2026-03-02"
    for opener in (DRAWN, PASSPHRASE):
        again = opened(path, opener, clock)
        assert again.owner.name == "Liora Vantreight"
        assert check_registry(again.desk) == []
        again.close()


def test_forgotten_opened_by_words_with_a_new_passphrase_and_the_words_stay(liora, clock):
    path = liora.registry.path
    liora.do(keep_words, DRAWN, QUICK)
    again = opened(path, DRAWN, clock)
    again.do(change_passphrase, "a new one, well kept", QUICK)
    assert again.confirm("a new one, well kept")
    assert not again.confirm(PASSPHRASE)
    again.close()
    for opener in ("a new one, well kept", DRAWN):
        opened(path, opener, clock).close()
    with pytest.raises(Broken, match="wrong-passphrase"):
        opened(path, PASSPHRASE, clock)


def test_new_words_replace_the_old_and_an_older_backup_opens_with_those_of_its_day(liora, clock, tmp_path):
    liora.do(keep_words, DRAWN, QUICK)
    file = liora.do(back_up, tmp_path / "disk" / "liora.likeness-backup").value.file
    liora.do(keep_words, NEWER, QUICK)
    with pytest.raises(Broken, match="wrong-words"):
        opened(liora.registry.path, DRAWN, clock)
    there = tmp_path / "another computer" / "liora.registry"
    for opener in (NEWER, Words(bytes(16))):
        with pytest.raises(Broken, match="wrong-words"):
            restore_backup(file, there, opener, SeededChance())
    restore_backup(file, there, DRAWN, SeededChance())
    back = opened(there, DRAWN, clock)
    assert back.owner.name == "Liora Vantreight"
    back.close()


def test_a_registry_and_a_backup_without_words_say_so(liora, clock, tmp_path):
    file = liora.do(back_up, tmp_path / "liora.likeness-backup").value.file
    with pytest.raises(Broken, match="no-words"):
        opened(liora.registry.path, DRAWN, clock)
    with pytest.raises(Broken, match="no-words"):
        restore_backup(file, tmp_path / "new" / "liora.registry", DRAWN, SeededChance())
    assert list((tmp_path / "new").iterdir()) == []


def test_the_card_names_the_key_of_the_words_and_they_report_it_lost(liora, agency):
    liora.do(keep_words, DRAWN, QUICK)
    card = own_card(liora.desk)
    assert recovery_on(card) == recovery_of(DRAWN).public.encoded
    agency.do(confirm_card, card)
    typed = " ".join(word[:4].upper() for word in DRAWN.written("fr"))
    signed = agency.do(report_by_paper, typed, agency.clock.now()).value
    assert signed.says.subject == liora.owner.public_key


def test_a_recovery_key_of_digits_that_she_made_stays_on_her_card(liora):
    made = liora.do(make_recovery).value
    assert not report_too(liora.desk)
    assert not liora.do(keep_words, DRAWN, QUICK).value
    assert recovery_on(own_card(liora.desk)) == read_recovery(made.text).public.encoded
    assert "key is stolen" not in words_of_pdf(words_page(liora.desk, DRAWN))


def test_newer_words_bring_their_key_onto_the_card(liora):
    for words in (DRAWN, NEWER):
        assert liora.do(keep_words, words, QUICK).value
        assert recovery_on(own_card(liora.desk)) == recovery_of(words).public.encoded
    liora.do(make_recovery)
    assert not report_too(liora.desk)


@pytest.mark.parametrize("fails", ["locks", "registry"])
def test_where_one_cannot_be_written_the_other_is_as_it_was(liora, clock, monkeypatch, fails):
    liora.do(keep_words, DRAWN, QUICK)
    card, locks, made = own_card(liora.desk), vault_path(liora.registry.path).read_bytes(), liora.desk.vault.text
    clock.forward(days=1)
    with monkeypatch.context() as broken:
        if fails == "locks":
            broken.setattr(make_words, "keep_lock", _full)
        else:
            broken.setattr(liora.desk.vault, "change_lock", _kept_then_full(liora.desk.vault))
        with pytest.raises(Broken, match="disk-full"):
            liora.do(keep_words, NEWER, QUICK)
    assert own_card(liora.desk) == card
    assert vault_path(liora.registry.path).read_bytes() == locks
    assert liora.desk.vault.text == made
    assert str(words_made_on(liora.registry)) == "2026-03-02"
    opened(liora.registry.path, DRAWN, clock).close()


def _full(_path, _data):
    raise Broken("disk-full")


def _kept_then_full(vault):
    change = type(vault).change_lock

    def changed(*given):
        change(vault, *given)
        raise Broken("disk-full")  # as the registry does when its transaction cannot be written

    return changed


def test_words_wait_for_her_where_she_was_asked_and_once_the_registry_is_not_new(liora, clock):
    def waits():
        return [one for one in read_attention(liora.desk, open_dues(liora.desk).dues) if one.kind == WORDS]

    assert waits() == []
    liora.do(note_asked)
    [matter] = waits()
    assert (matter.screen, matter.key) == ("settings", "words")
    liora.do(keep_words, DRAWN, QUICK)
    assert waits() == []
    clock.forward(days=400)
    assert waits() == []


def test_an_older_registry_without_words_is_told_after_a_fortnight(liora, clock):
    clock.forward(days=14)
    assert WORDS not in [one.kind for one in read_attention(liora.desk, open_dues(liora.desk).dues)]
    clock.forward(days=1)
    assert [one.kind for one in read_attention(liora.desk, open_dues(liora.desk).dues)][-1] == WORDS


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_says_all_twelve_and_what_they_do(liora, language, tmp_path):
    liora.do(save_words_page, DRAWN, tmp_path / "words.pdf", language)
    said = words_of_pdf((tmp_path / "words.pdf").read_bytes())
    for word in DRAWN.written(language):
        assert word in said
    assert re.search("12 (words and a|mots et une)", said)
    assert "Liora Vantreight" in said
