"""Backups made by themselves while the window is open: once when due, never twice, told once when it goes wrong."""

from __future__ import annotations

from typing import Any

import pytest

from likeness.acts.backups.back_up import last_backup
from likeness.acts.backups.backup_wish import choose_backups
from likeness.errors import Broken
from likeness.values.days import day_in
from tests.fakes.film import Film, Straight, told
from ui.kit.backup.backup_age import BackupFoot, backup_foot
from ui.kit.backup.keeping import Keeping
from ui.kit.words import choose_language


class Waiting:
    """Work that is on its way until a test lets it be done."""

    def __init__(self) -> None:
        self.waits: list[Any] = []

    def submit(self, lane, owner, work, then, fail, progress=None):
        assert lane == "keep"
        job = _Job()
        self.waits.append((job, work, then, fail))
        return job

    def let_go(self):
        job, work, then, _fail = self.waits.pop(0)
        answer = work(job)
        if not job.stopped:
            then(answer)


class _Job:
    def __init__(self) -> None:
        self.stopped = False

    def cancel(self):
        self.stopped = True

    def cancelled(self):
        return self.stopped

    def say(self, done, whole):
        pass


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(office, disk):
    office.do(choose_backups, "week", disk)
    film = Film()
    return Keeping(office, Straight(), film), film, office


def count(folder):
    return len(list(folder.iterdir()))


def test_one_is_made_when_it_is_due_and_not_before(kept, disk):
    keeping, film, office = kept
    keeping.look()
    keeping.look()
    assert (count(disk), told(film, "show_going")) == (1, [(True,), (False,)])
    office.clock.forward(days=6)
    keeping.look()
    assert count(disk) == 1
    office.clock.forward(days=1)
    keeping.look()
    assert count(disk) == 2
    assert (told(film, "warn"), film.failures) == ([], [])


def test_nothing_is_begun_where_nothing_is_wished(office):
    film = Film()
    Keeping(office, Straight(), film).look()
    assert film.told == []


def test_a_registry_that_another_program_writes_into_is_looked_at_later(kept, monkeypatch):
    keeping, film, office = kept

    def in_use(*_given):
        raise Broken("in-use")

    monkeypatch.setattr(office.registry.settings, "get", in_use)
    keeping.look()
    assert (film.told, film.failures) == ([], [])


def test_one_at_a_time_and_cancel_lets_be_until_tomorrow(office, disk):
    office.do(choose_backups, "day", disk)
    film, jobs = Film(), Waiting()
    keeping = Keeping(office, jobs, film)
    keeping.look()
    keeping.look()
    assert (keeping.going, len(jobs.waits)) == (True, 1)
    keeping.cancel()
    jobs.let_go()
    assert (keeping.going, count(disk), last_backup(office.registry)) == (False, 0, None)
    assert told(film, "show_going") == [(True,), (False,)]
    keeping.look()
    assert jobs.waits == []
    office.clock.forward(days=1)
    keeping.look()
    jobs.let_go()
    assert (count(disk), keeping.going) == (1, False)


def test_another_folder_is_taken_at_once_after_cancel(office, disk):
    office.do(choose_backups, "day", disk)
    film, jobs = Film(), Waiting()
    keeping = Keeping(office, jobs, film)
    keeping.look()
    keeping.cancel()
    jobs.let_go()
    other = disk.with_name("other")
    other.mkdir()
    office.do(choose_backups, "day", other)
    keeping.look()
    jobs.let_go()
    assert (count(disk), count(other)) == (0, 1)


def test_put_down_it_says_nothing_and_leaves_nothing(office, disk):
    office.do(choose_backups, "day", disk)
    film, jobs = Film(), Waiting()
    keeping = Keeping(office, jobs, film)
    keeping.look()
    keeping.put_down()
    jobs.let_go()
    assert (count(disk), told(film, "show_going"), told(film, "warn")) == (0, [(True,)], [])


def test_a_disk_that_is_not_plugged_in_is_no_warning_and_is_looked_for_again(kept, disk):
    keeping, film, _office = kept
    disk.rmdir()
    for _look in range(3):
        keeping.look()
    assert (told(film, "warn"), len(told(film, "show_going"))) == ([], 6)
    disk.mkdir()
    keeping.look()
    assert (count(disk), film.failures) == (1, [])


def test_a_full_disk_is_told_once_and_let_be_until_tomorrow(kept, monkeypatch):
    keeping, film, office = kept

    def full(*_given, **_named):
        raise Broken("disk-full", file="x")

    monkeypatch.setattr("likeness.acts.backups.keep_backup.write_backup", full)
    for _day in range(2):
        for _look in range(2):
            keeping.look()
        office.clock.forward(days=1)
    said = "No backup could be made. The disk is full. Nothing was changed; make room and try again."
    assert told(film, "warn") == [(said,)]
    assert len(told(film, "show_going")) == 4
    monkeypatch.undo()
    keeping.look()
    assert last_backup(office.registry) == office.clock.now()


def test_the_foot_says_where_it_would_have_gone(kept, disk):
    keeping, _film, office = kept

    def foot():
        today = day_in(office.clock.now(), "UTC")
        return backup_foot(office.registry, day_in(office.owner.created_at, "UTC"), today)

    keeping.look()
    assert foot() == BackupFoot("Backup from today", old=False)
    disk.rename(disk.with_name("gone"))
    office.clock.forward(days=7)
    assert foot() == BackupFoot("Last backup 7 days ago", old=False)
    keeping.look()
    why = f"It would have gone to {disk}, which is not there. It is tried again by itself."
    assert foot() == BackupFoot("Last backup 7 days ago", True, "stick is not there", why)
    choose_language("fr")
    assert (foot().words, foot().where) == ("Sauvegardé il y a 7 jours", "stick n’est pas là")
    choose_language("en")
