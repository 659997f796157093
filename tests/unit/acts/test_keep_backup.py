"""Backups that are made by themselves: when, where, under which name, and what happens where there is no room."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from likeness.acts.backups.back_up import ENDING, back_up, came_from, last_backup, restore_backup
from likeness.acts.backups.backup_wish import (
    BackupWish,
    backup_wish,
    choose_backups,
    choose_no_backups,
    is_due,
    last_trouble,
)
from likeness.acts.backups.backups_kept import MOST, written
from likeness.acts.backups.keep_backup import keep_backup, keep_backup_quietly
from likeness.acts.dues.near_dues import open_dues
from likeness.acts.read_attention import read_attention
from likeness.errors import Broken, Refused, Unreadable
from likeness.office import Office
from likeness.values.days import day_in
from likeness.values.outcome import Change
from tests.fakes.offices import PASSPHRASE
from tests.fakes.seeded_chance import SeededChance


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def weekly(liora, disk):
    liora.do(choose_backups, "week", disk)
    return liora


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def due(office):
    return is_due(office.registry, day_in(office.clock.now(), "UTC"))


def waits(office):
    return next((one for one in read_attention(office.desk, open_dues(office.desk).dues) if one.kind == "backup"), None)


def test_nothing_is_wished_until_somebody_says_so(liora, clock):
    clock.forward(days=400)
    assert backup_wish(liora.registry) == BackupWish()
    assert not due(liora)
    with pytest.raises(Refused, match="no-backup-folder"):
        liora.do(keep_backup)


@pytest.mark.parametrize(("every", "days"), [("day", 1), ("week", 7)])
def test_it_is_due_when_the_last_one_is_that_old_however_it_was_made(liora, clock, disk, tmp_path, every, days):
    liora.do(choose_backups, every, disk)
    assert due(liora)
    liora.do(back_up, tmp_path / f"by hand{ENDING}")
    assert not due(liora)
    clock.forward(days=days, hours=-10)  # the day counts, not the hour
    assert not due(liora)
    clock.forward(hours=10)
    assert due(liora)
    liora.do(keep_backup)
    assert not due(liora)


def test_a_clock_that_was_wrong_once_does_not_put_them_off_for_years(weekly, clock):
    clock.forward(days=700)
    weekly.do(keep_backup)
    clock.forward(days=-700)
    assert due(weekly)


def test_each_has_a_name_of_its_own_and_nothing_is_written_over(weekly, disk, clock):
    hers = disk / f"liora-2026-03-02{ENDING}"
    hers.write_text("not a backup")
    assert weekly.do(keep_backup).value.made.file == disk / f"liora-2026-03-02-2{ENDING}"
    assert weekly.do(keep_backup).value.made.file == disk / f"liora-2026-03-02-3{ENDING}"
    clock.forward(days=1)
    assert weekly.do(keep_backup).value.made.file == disk / f"liora-2026-03-03{ENDING}"
    assert hers.read_text() == "not a backup"


def test_the_newest_five_stay_and_those_made_by_hand_too(weekly, disk, clock):
    by_hand = weekly.do(back_up, disk / f"liora-2026-03-02{ENDING}").value.file
    made = []
    for _week in range(MOST + 2):
        clock.forward(days=7)
        made.append(weekly.do(keep_backup).value)
    assert [one.gone for one in made[:MOST]] == [()] * MOST
    assert [one.gone for one in made[MOST:]] == [(made[0].made.file.name,), (made[1].made.file.name,)]
    assert names(disk) == sorted([by_hand.name, *(one.made.file.name for one in made[2:])])


def test_two_disks_that_take_turns_keep_five_each(weekly, disk, clock):
    other = disk.with_name("other stick")
    other.mkdir()
    for _turn in range(MOST + 1):
        for folder in (disk, other):
            clock.forward(days=7)
            weekly.do(choose_backups, "week", folder)
            weekly.do(keep_backup)
    assert (len(names(disk)), len(names(other))) == (MOST, MOST)


def test_a_folder_that_is_not_there_is_never_made_and_told_without_an_error(weekly, disk, clock):
    disk.rename(disk.with_name("unplugged"))
    clock.forward(days=9)
    outcome = weekly.do(keep_backup_quietly)
    assert (outcome.value, outcome.changed) == ("folder-away", frozenset({Change.OWNER}))
    assert weekly.do(keep_backup_quietly).changed == frozenset()  # that is no news
    assert not disk.exists()
    row = waits(weekly)
    assert (row.trouble, row.title, row.days) == ("folder-away", str(disk), 9)
    disk.with_name("unplugged").rename(disk)
    assert weekly.do(keep_backup_quietly).value == ""
    assert (waits(weekly), last_trouble(weekly.registry), len(names(disk))) == (None, "", 1)


def test_an_empty_folder_of_that_name_on_the_disk_of_the_registry_is_not_the_disk_that_was_chosen(liora, clock):
    """As where a disk is put under a folder, and is not there today."""
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == liora.registry.path.stat().st_dev:
        pytest.skip("no second disk here")
    stick = other / f"likeness-{os.getpid()}"
    stick.mkdir()
    try:
        assert liora.do(choose_backups, "week", stick).value.own_disk
        made = liora.do(keep_backup).value.made
        made.file.unlink()
        stick.rmdir()
        here = liora.registry.path.parent / "here"
        here.mkdir()
        stick.symlink_to(here)
        assert liora.do(keep_backup_quietly).value == "folder-away"
        assert names(here) == []
    finally:
        stick.unlink()


def test_a_disk_that_is_pulled_out_meanwhile_is_not_there(weekly, disk):
    def pull(_done, _whole):
        if disk.exists():
            shutil.rmtree(disk)

    assert weekly.do(keep_backup_quietly, progress=pull).value == "folder-away"
    assert (last_backup(weekly.registry), disk.exists()) == (None, False)


def test_a_folder_that_may_not_be_written_to_is_told_once_and_tried_again(weekly, disk, clock):
    if os.geteuid() == 0:
        pytest.skip("whoever runs this may write everywhere")
    disk.chmod(0o500)
    assert weekly.do(keep_backup_quietly).value == "read-only"
    assert waits(weekly).trouble == "read-only"
    disk.chmod(0o700)
    assert weekly.do(keep_backup_quietly).value == ""


def test_what_went_wrong_is_forgotten_once_there_is_one_made_by_hand_or_another_wish(weekly, disk, tmp_path):
    disk.rmdir()
    for heal in (
        lambda: weekly.do(back_up, tmp_path / f"one{ENDING}"),
        lambda: weekly.do(choose_no_backups),
    ):
        weekly.do(keep_backup_quietly)
        assert last_trouble(weekly.registry) == "folder-away"
        heal()
        assert last_trouble(weekly.registry) == ""
        disk.mkdir()
        weekly.do(choose_backups, "week", disk)
        disk.rmdir()


def test_cancelled_it_leaves_no_trace_and_says_nothing(weekly, disk):
    asked = iter([False, True])
    outcome = weekly.do(keep_backup_quietly, cancelled=lambda: next(asked, True))
    assert (outcome.value, outcome.changed) == ("", frozenset())
    assert (names(disk), last_backup(weekly.registry), written(weekly.registry)) == ([], None, [])


@pytest.mark.parametrize("turns", range(12))
def test_cancelled_at_any_step_it_leaves_no_trace(weekly, disk, turns):
    asked = iter([False] * turns)
    outcome = weekly.do(keep_backup_quietly, cancelled=lambda: next(asked, True))
    assert (outcome.value, len(names(disk))) == ("", 0 if last_backup(weekly.registry) is None else 1)


def test_what_a_dead_computer_left_half_way_goes_a_day_later_and_nothing_else(weekly, disk, clock):
    mark = weekly.registry.path.read_bytes()[:16].hex()
    left, fresh, others = disk / f".likeness-{mark}-left", disk / f".likeness-{mark}-fresh", disk / ".likeness-x-left"
    hers = disk / f".likeness-{mark}-hers"
    for folder, age in ((left, 2), (fresh, 0), (others, 2), (hers, 2)):
        folder.mkdir()
        (folder / "registry").write_text("half")
        if folder is hers:
            (folder / "letter.txt").write_text("hers")
        at = (clock.now() - timedelta(days=age)).timestamp()
        os.utime(folder, (at, at))
    weekly.do(keep_backup)
    assert [one.exists() for one in (left, fresh, others, hers)] == [False, True, True, True]
    assert (hers / "letter.txt").read_text() == "hers"


def test_what_comes_to_lie_there_meanwhile_is_never_written_over(weekly, disk):
    file = disk / f"liora-2026-03-02{ENDING}"
    outcome = weekly.do(keep_backup_quietly, progress=lambda _done, _whole: file.write_text("hers"))
    assert (outcome.value, names(disk), file.read_text()) == ("", [file.name], "hers")
    assert due(weekly)


def test_one_that_cannot_be_noted_does_not_stay(weekly, disk, monkeypatch):
    def refused(*_given, **_named):
        raise Broken("in-use")

    monkeypatch.setattr("likeness.acts.backups.keep_backup.note_made", refused)
    assert weekly.do(keep_backup_quietly).value == ""
    assert (names(disk), due(weekly)) == ([], True)


def test_the_folder_must_be_there_when_it_is_chosen(liora, tmp_path):
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(Unreadable, match="no-such-folder"):
            liora.do(choose_backups, "week", folder)
    assert backup_wish(liora.registry) == BackupWish()


def test_off_remembers_the_folder_and_makes_none(weekly, disk, clock):
    weekly.do(choose_no_backups)
    clock.forward(days=30)
    assert not due(weekly)
    assert backup_wish(weekly.registry).folder == disk
    with pytest.raises(Refused, match="no-backup-folder"):
        weekly.do(keep_backup)


def test_a_registry_that_is_brought_back_knows_of_which_day_it_is_and_asks_before_it_writes(weekly, clock, tmp_path):
    file, at = weekly.do(keep_backup).value.made.file, clock.now()
    kept = tmp_path / f"kept{ENDING}"
    file.rename(kept)
    file.parent.rmdir()  # another computer has no such folder
    clock.forward(days=20)
    there = tmp_path / "there" / "liora.registry"
    assert restore_backup(kept, there, PASSPHRASE, SeededChance("x")).at == at
    back = Office.open(there, passphrase=PASSPHRASE, clock=clock, chance=SeededChance("y"))
    assert (last_backup(back.registry), came_from(back.registry)) == (at, at)
    assert came_from(weekly.registry) is None
    assert back.do(keep_backup_quietly).value == "folder-away"
    assert not file.parent.exists()
    with pytest.raises(Broken, match="folder-away"):
        back.do(keep_backup)
    back.close()


def test_the_very_first_backup_counts_where_it_is_brought_back(liora, tmp_path, clock):
    file = liora.do(back_up, tmp_path / f"first{ENDING}").value.file
    restore_backup(file, tmp_path / "b.registry", PASSPHRASE, SeededChance("x"))
    back = Office.open(tmp_path / "b.registry", passphrase=PASSPHRASE, clock=clock, chance=SeededChance("y"))
    assert last_backup(back.registry) == clock.now()
    back.close()


def test_what_is_written_while_it_is_read_back_spoils_nothing(weekly, disk):
    """The copy is of one instant; the log only grows."""
    leaves = weekly.registry.journal.size()
    grown: list[int] = []

    def write(done, whole):
        if done == whole and not grown:
            grown.append(1)
            with weekly.registry.transaction():
                weekly.desk.record("note", {"what": "meanwhile"})

    made = weekly.do(keep_backup, progress=write).value.made
    assert made.leaves == leaves
    assert weekly.registry.journal.size() == leaves + 1
