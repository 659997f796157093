"""The first backup, offered once the registry is made: written and read back, or put off and waited for."""

import pytest

from likeness.acts.backups.back_up import last_backup, restore_backup, was_offered
from likeness.acts.backups.backup_wish import BackupWish, backup_wish
from likeness.acts.dues.near_dues import open_dues
from likeness.acts.locks.make_words import keep_words
from likeness.acts.read_attention import read_attention
from likeness.seal.twelve_words import draw_words
from tests.fakes.film import Film, Straight, told
from tests.fakes.offices import PASSPHRASE, QUICK
from tests.fakes.seeded_chance import SeededChance
from ui.kit.words import choose_language
from ui.screens.first_run.backup_presenter import FirstBackupPresenter


@pytest.fixture
def offered(office):
    film = Film()
    presenter = FirstBackupPresenter(office, Straight(), film)
    presenter.start()
    return presenter, film, office


def waits(office):
    return [one.kind for one in read_attention(office.desk, open_dues(office.desk).dues)]


def test_a_backup_that_is_put_off_waits_for_her_at_once_until_there_is_one(offered, tmp_path):
    presenter, film, office = offered
    assert was_offered(office.registry)
    assert waits(office) == ["backup"]
    assert film.last.written == ""
    presenter.backing.write(tmp_path / "a.likeness-backup")
    assert film.last.written == "a.likeness-backup"
    assert [words for (words,) in told(film, "backing_up")] == ["Writing the backup", ""]
    assert last_backup(office.registry) is not None
    assert waits(office) == []
    assert not film.failures


def test_what_is_written_brings_everything_back(offered, tmp_path):
    presenter, _film, _office = offered
    file = tmp_path / presenter.backing.name()
    assert file.name == "liora-2026-03-02.likeness-backup"
    presenter.backing.write(file)
    restore_backup(file, tmp_path / "again.registry", PASSPHRASE, SeededChance())
    assert (tmp_path / "again.registry").exists()


def test_what_went_wrong_is_told_and_she_can_try_again(offered, tmp_path):
    presenter, film, _office = offered
    other = tmp_path / "notes.txt"
    other.write_text("hers", "utf-8")
    presenter.backing.write(other)
    assert [fault.code for fault in film.failures] == ["file-exists"]
    assert (film.last.written, other.read_text("utf-8")) == ("", "hers")
    presenter.backing.write(tmp_path / "a.likeness-backup")
    assert film.last.written == "a.likeness-backup"


def test_once_it_is_written_one_a_week_is_offered_in_the_same_folder(offered, tmp_path):
    presenter, film, office = offered
    assert not film.last.offered
    presenter.backing.write(tmp_path / "stick" / "a.likeness-backup")
    assert (film.last.offered, film.last.weekly) == (True, "")
    presenter.backing.every_week()
    assert (film.last.offered, film.last.weekly) == (False, "stick")
    assert backup_wish(office.registry) == BackupWish("week", tmp_path / "stick", own_disk=False)


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_it_says_what_opens_the_backup(office, tongue):
    film = Film()
    choose_language(tongue)
    FirstBackupPresenter(office, Straight(), film).start()
    alone = film.last.opens
    office.do(keep_words, draw_words(office.desk.chance), QUICK)
    FirstBackupPresenter(office, Straight(), film).start()
    both = film.last.opens
    assert (alone, both) == {
        "en": ("It opens with your passphrase.", "It opens with your passphrase, or with your twelve words."),
        "fr": ("Elle s’ouvre avec votre phrase secrète.",
               "Elle s’ouvre avec votre phrase secrète, ou avec vos douze mots."),
    }[tongue]  # fmt: skip
