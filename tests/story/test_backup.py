"""A backup brings everything back on another computer; what is spoiled, taken or stopped changes nothing."""

from __future__ import annotations

import shutil
import zipfile

import pytest

from likeness.acts.backups.back_up import ENDING, back_up, came_from, last_backup, restore_backup
from likeness.acts.backups.backup_wish import choose_backups, is_due
from likeness.acts.backups.keep_backup import keep_backup_quietly
from likeness.acts.check_registry import check_registry
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import export_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.errors import Broken, LikenessError, Refused, Unreadable
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from likeness.seal.vault import vault_path
from likeness.values.days import day_in
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE, an_office
from tests.fakes.seeded_chance import SeededChance
from tests.fakes.uses import ALLOWED


@pytest.fixture
def office(tmp_path):
    made = an_office(tmp_path)
    number = made.do(draft_licence, terms_from(terms_document(basis="consent"))).value.number
    made.do(sign_licence, number)
    made.do(log_use, ALLOWED)
    yield made
    made.close()


@pytest.fixture
def backup(office, tmp_path):
    return office.do(back_up, tmp_path / f"one{ENDING}").value.file


def opened(path, passphrase=PASSPHRASE):
    return Office.open(path, passphrase=passphrase, clock=FixedClock(), chance=SeededChance("elsewhere"))


def restored(file, path, passphrase=PASSPHRASE):
    return restore_backup(file, path, passphrase, SeededChance("elsewhere"))


def left(folder):
    return sorted(one.name for one in folder.iterdir())


def test_everything_is_there_again_and_she_can_go_on(office, backup, tmp_path):
    there = tmp_path / "another computer" / "liora.registry"
    found = restored(backup, there)
    assert found.root == office.registry.journal.root()
    back = opened(there)
    assert check_registry(back.desk) == []
    assert [row.number for row in back.registry.licences.all(back.clock.now())] == ["2026-0001"]
    assert back.registry.uses.counts() == office.registry.uses.counts()
    assert back.do(export_licence, "2026-0001", tmp_path / "out").value
    assert back.do(sign_licence, back.do(draft_licence, terms_from(terms_document())).value.number)
    back.close()
    assert left(there.parent) == ["liora.registry", "liora.registry.vault"]


def test_the_day_is_kept_and_nothing_lies_beside_the_file(office, tmp_path):
    folder = tmp_path / "disk"
    office.do(back_up, folder / f"one{ENDING}")
    assert last_backup(office.registry) == office.clock.now()
    office.do(back_up, folder / f"one{ENDING}")  # an older backup may be written over
    assert left(folder) == [f"one{ENDING}"]


def test_it_holds_nothing_that_can_be_read_without_the_passphrase(backup, tmp_path):
    data = backup.read_bytes()
    for word in (b"Liora", b"SQLite format", b"harbour-nine", b"liora-voice-2025"):
        assert word not in data
    with pytest.raises(Broken, match="wrong-passphrase"):
        restored(backup, tmp_path / "new" / "liora.registry", "not the passphrase")
    assert left(tmp_path / "new") == []


def test_a_spoiled_byte_is_found_wherever_it_is(backup, tmp_path):
    data, there = backup.read_bytes(), tmp_path / "new" / "liora.registry"
    places = [*range(120), *range(200, len(data), len(data) // 60), *range(len(data) - 150, len(data))]
    same = 0
    for place in places:
        spoiled = tmp_path / "spoiled"
        spoiled.write_bytes(data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1 :])
        try:
            restored(spoiled, there)
        except LikenessError:
            assert not there.exists()
            assert not vault_path(there).exists()
        else:  # what only says when or how the file was packed
            office = opened(there)
            assert check_registry(office.desk) == []
            office.close()
            shutil.rmtree(there.parent)
            same += 1
    assert same < len(places) // 3


@pytest.mark.parametrize("cut", [0, 1, 100, 5_000, -1, -30])
def test_a_cut_one_is_no_backup(backup, tmp_path, cut):
    part = tmp_path / "part"
    part.write_bytes(backup.read_bytes()[:cut])
    with pytest.raises(Unreadable):
        restored(part, tmp_path / "new" / "liora.registry")


def test_other_files_are_no_backups(office, tmp_path):
    for name, members in (("other.zip", {"letter.txt": "x"}), ("more.zip", {"registry": "", "vault": "", "x": ""})):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for member, text in members.items():
                archive.writestr(member, text)
        with pytest.raises(Unreadable, match="not-a-backup"):
            restored(tmp_path / name, tmp_path / "new.registry")
        with pytest.raises(Refused, match="file-exists"):
            office.do(back_up, tmp_path / name)
    with pytest.raises(Unreadable, match="no-such-file"):
        restored(tmp_path / "nothing", tmp_path / "new.registry")


def test_nothing_is_written_over(office, backup, tmp_path):
    for path in (office.registry.path, vault_path(office.registry.path)):
        before = path.read_bytes()
        with pytest.raises(Refused, match="file-exists"):
            office.do(back_up, path)
        assert path.read_bytes() == before
    with pytest.raises(Refused, match="file-exists"):
        restored(backup, office.registry.path)
    alone = tmp_path / "alone.registry"
    vault_path(alone).write_text("somebody's locks")
    with pytest.raises(Refused, match="file-exists"):
        restored(backup, alone)


def test_cancelled_half_way_it_leaves_the_earlier_one(office, backup):
    before, names = backup.read_bytes(), left(backup.parent)
    asked = iter([False, True])
    with pytest.raises(Refused, match="cancelled"):
        office.do(back_up, backup, cancelled=lambda: next(asked, True))
    assert (backup.read_bytes(), left(backup.parent)) == (before, names)


def test_progress_reaches_the_whole(office, tmp_path):
    told = []
    office.do(back_up, tmp_path / f"one{ENDING}", progress=lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1] > 0
    assert all(0 <= done <= whole for done, whole in told)


def test_chosen_once_a_week_passes_and_the_backup_that_appears_brings_everything_back(office, tmp_path):
    disk = tmp_path / "stick"
    disk.mkdir()
    office.do(choose_backups, "week", disk)
    office.do(back_up, tmp_path / f"today{ENDING}")
    assert not is_due(office.registry, day_in(office.clock.now(), "UTC"))
    office.clock.forward(days=7)
    assert is_due(office.registry, day_in(office.clock.now(), "UTC"))
    assert office.do(keep_backup_quietly).value == ""
    assert left(disk) == [f"liora-2026-03-09{ENDING}"]
    there = tmp_path / "new" / "liora.registry"
    restored(disk / f"liora-2026-03-09{ENDING}", there)
    back = opened(there)
    assert check_registry(back.desk) == []
    assert [row.number for row in back.registry.licences.all(back.clock.now())] == ["2026-0001"]
    assert last_backup(back.registry) == came_from(back.registry) == office.clock.now()
    back.close()
