"""The sections Backups and Data of Settings: what they say, what a choice keeps, what a check answers in words."""

from __future__ import annotations

import pytest

from likeness.acts.backups.back_up import ENDING, back_up, restore_backup
from likeness.acts.backups.backup_wish import backup_wish
from likeness.acts.backups.keep_backup import keep_backup_quietly
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from tests.fakes.film import Film, Straight, filmed, told
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE
from tests.fakes.seeded_chance import SeededChance
from tests.fakes.uses import ALLOWED
from ui.kit.words import choose_language
from ui.screens.settings.backup_choosing import BackupChoosing
from ui.screens.settings.own_registry import OwnRegistry


@pytest.fixture
def backups(office):
    return *filmed(BackupChoosing, office), office


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_one_by_hand_is_told_and_grows_old(backups, tmp_path):
    made, film, office = backups
    assert (film.last.last, film.last.old, film.last.offer) == ("No backup yet", True, False)
    assert made.backing.name() == f"liora-2026-03-02{ENDING}"
    made.backing.write(tmp_path / "disk" / f"liora{ENDING}")
    assert (film.last.last, film.last.old) == ("Last backup on 2 March 2026", False)
    begun, *steps, ended, last = film.told
    said = f"Backup written to liora{ENDING} and read back"
    assert (begun, ended, last) == (("backing_up", "Writing the backup"), ("backing_up", ""), said)
    assert {name for name, *_ in steps} == {"step"}
    office.clock.forward(days=15)
    made.refresh()
    assert film.last.old


def test_after_one_by_hand_it_offers_one_every_week_in_that_folder(backups, disk):
    made, film, office = backups
    made.backing.write(disk / f"one{ENDING}")
    assert film.last.offer
    made.backing.every_week()
    assert (film.last.offer, film.last.every, film.last.folder) == (False, "week", str(disk))
    assert film.told[-1] == "A backup is made in stick every week"
    assert (backup_wish(office.registry).every, backup_wish(office.registry).folder) == ("week", disk)


def test_a_choice_without_a_folder_asks_for_one_and_without_an_answer_stays_never(backups, disk):
    made, film, office = backups
    made.choose("day")
    assert told(film, "ask_folder") == [("day",)]
    made.let_be()
    assert film.last.every == ""
    made.put_in(disk, "day")
    assert (film.last.every, film.last.folder, film.last.same_disk) == ("day", str(disk), True)
    assert film.told[-1] == "A backup is made in stick every day"
    made.choose("week")
    assert (film.last.every, len(told(film, "ask_folder"))) == ("week", 1)
    made.choose("")
    assert (film.last.every, film.last.folder) == ("", str(disk))
    made.choose("week")  # the folder is remembered
    assert (film.last.every, len(told(film, "ask_folder"))) == ("week", 1)
    made.choose("")
    disk.rmdir()
    made.choose("week")  # one that is gone is asked for
    assert (backup_wish(office.registry).every, len(told(film, "ask_folder"))) == ("", 2)


def test_another_folder_keeps_how_often(backups, disk, tmp_path):
    made, film, _office = backups
    made.put_in(disk, "day")
    made.put_in(tmp_path)
    assert (film.last.every, film.last.folder) == ("day", str(tmp_path))


def test_why_none_could_be_made_stands_there(backups, disk):
    made, film, office = backups
    made.put_in(disk, "week")
    disk.rmdir()
    office.do(keep_backup_quietly)
    made.refresh()
    assert film.last.trouble == "This folder is not there. Plug in its disk, or choose another folder."
    made.put_in(disk, "week")
    assert [fault.code for fault in film.failures] == ["no-such-folder"]
    made.choose("")
    assert film.last.trouble == ""


@pytest.fixture
def own(office):
    return *filmed(OwnRegistry, office), office


def test_where_it_lies_how_large_it_is_and_since_when(own):
    _made, film, office = own
    assert film.last.files == ("liora.registry", "liora.registry.vault")
    assert film.last.folder == str(office.registry.path.parent)
    assert film.last.size.endswith("KB")
    assert film.last.begun == "Registry made on 2 March 2026"


def test_one_that_was_brought_back_says_from_which_day(office, clock, tmp_path):
    office.clock.forward(days=3)
    file = office.do(back_up, tmp_path / f"one{ENDING}").value.file
    restore_backup(file, tmp_path / "back.registry", PASSPHRASE, SeededChance("x"))
    back = Office.open(tmp_path / "back.registry", passphrase=PASSPHRASE, clock=clock, chance=SeededChance("y"))
    said = "Registry made on 2 March 2026, brought back from the backup of 5 March 2026"
    assert filmed(OwnRegistry, back)[1].last.begun == said
    back.close()


def test_a_check_of_a_sound_registry_says_so_and_how_far_it_is(own):
    made, film, office = own
    before = office.registry.journal.root()
    made.check()
    assert (film.last.sound, film.last.found, film.last.doing) == (True, (), "")
    assert film.last.answer == "Everything in this registry is as it was recorded."
    assert film.states[1].doing == ""
    assert {state.doing for state in film.states} == {"", "Checking everything"}
    assert film.states[-2].far[0] == film.states[-2].far[1] > 0
    assert office.registry.journal.root() == before


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_what_is_not_as_it_was_recorded_is_said_in_sentences(own, tongue):
    made, film, office = own
    number = office.do(draft_licence, terms_from(terms_document())).value.number
    office.do(sign_licence, number)
    choose_language(tongue)
    office.registry._db.run("UPDATE leaf SET payload = x'ff' WHERE position = 0")
    office.registry._db.run("UPDATE licence SET fee_minor = 1, company = 'Another'")
    made.check()
    assert (film.last.sound, film.last.answer[0]) == (False, "2")
    assert (
        film.last.found[:2]
        == {
            "en": (
                "Entry 0 of the log is not what was written.",
                "Licence 2026-0001 is listed otherwise than it was signed.",
            ),
            "fr": (
                "L’entrée 0 du journal n’est pas ce qui avait été écrit.",
                "La licence 2026-0001 figure dans les listes autrement qu’elle a été signée.",
            ),
        }[tongue]
    )
    assert len(film.last.found) == 3


def test_very_many_faults_are_not_all_read_out(own):
    made, film, office = own
    for _one in range(8):
        office.desk.record("note", {"what": "x"})
    office.registry._db.run("UPDATE leaf SET payload = x'ff' WHERE tag = 'note'")
    made.check()
    assert film.last.answer == "8 things are not as they were recorded"
    assert len(film.last.found) == 5 + 1 + 1
    assert film.last.found[5] == "and 3 more"


class Stopped(Straight):
    """Somebody presses Cancel as soon as the work asks."""

    def submit(self, lane, owner, work, then, fail, progress=None):
        job = super().submit
        return job(lane, owner, lambda one: work(_Cancelled(one)), then, fail, progress)


class _Cancelled:
    def __init__(self, job) -> None:
        self.say = job.say

    def cancelled(self) -> bool:
        return True


def test_a_check_is_stopped_where_it_is(office):
    film = Film()
    OwnRegistry(office, Stopped(), film).check()
    assert [fault.code for fault in film.failures] == ["cancelled"]
    assert film.last.sound is None


def test_all_uses_are_saved(own, tmp_path):
    made, film, office = own
    office.do(log_use, ALLOWED)
    made.save_uses(tmp_path / "uses.csv")
    assert film.told[-1] == "1 use saved in uses.csv"
    assert ALLOWED.id in (tmp_path / "uses.csv").read_text("utf-8")
