"""`likeness registry backup` without a window: a wish, a backup in the chosen folder, none any more."""

import pytest

from likeness.acts.backups import back_up
from likeness.acts.backups.back_up import ENDING
from likeness.errors import Broken
from likeness.registry.registry import Registry
from tests.fakes.lines import Line


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    return Line(tmp_path / "own.registry", capsys, monkeypatch).begin()


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def test_a_wish_then_backups_where_it_says(liora, disk):
    assert liora.asks("registry", "backup", "--every", "week", "--in", disk) == {"every": "week", "folder": str(disk)}
    made = [liora.asks("registry", "backup") for _one in range(6)]
    assert all(one["file"].startswith(str(disk / "own-")) and one["leaves"] for one in made)
    assert [one["removed"] for one in made[:5]] == [[]] * 5
    assert [str(disk / name) for name in made[5]["removed"]] == [made[0]["file"]]
    assert sorted(str(one) for one in disk.iterdir()) == sorted(one["file"] for one in made[1:])
    assert "Removed, for five newer ones are there" in liora("registry", "backup").out


def test_how_often_or_where_alone_keeps_the_other(liora, disk, tmp_path):
    liora.asks("registry", "backup", "--every", "week", "--in", disk)
    assert liora.asks("registry", "backup", "--every", "day") == {"every": "day", "folder": str(disk)}
    assert liora.asks("registry", "backup", "--in", tmp_path) == {"every": "day", "folder": str(tmp_path)}


def test_never_leaves_what_was_made(liora, disk):
    liora.asks("registry", "backup", "--every", "week", "--in", disk)
    made = liora.asks("registry", "backup")["file"]
    assert liora.asks("registry", "backup", "--never") == {"every": None}
    said = liora("registry", "backup", "--json")
    assert (said.code, said.json["error"]["code"]) == (4, "no-backup-folder")
    assert [str(one) for one in disk.iterdir()] == [made]


def test_a_folder_that_is_not_there(liora, disk):
    liora.asks("registry", "backup", "--every", "week", "--in", disk)
    disk.rmdir()
    said = liora("registry", "backup", "--json")
    assert (said.code, said.json["error"]["code"], said.json["error"]["file"]) == (5, "folder-away", str(disk))
    said = liora("registry", "backup", "--every", "week", "--in", disk, "--json")
    assert (said.code, said.json["error"]["code"]) == (4, "no-such-folder")
    assert not disk.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--every", "week"),
        ("--in", "."),
        ("--every", "month", "--in", "."),
        ("--never", "--every", "week", "--in", "."),
        (f"one{ENDING}", "--never"),
        (f"one{ENDING}", "--in", "."),
    ],
)
def test_wrong_words(liora, words):
    assert liora("registry", "backup", *words).code == 2


@pytest.mark.parametrize(("code", "said"), [("read-only", "the place is read-only"), ("disk-full", "the disk is full")])
def test_a_backup_of_a_registry_that_takes_no_word_of_it_is_told_as_made(liora, disk, monkeypatch, code, said):
    """It was said that nothing was changed, beside a backup that was whole."""

    def takes_nothing(*_given, **_more):
        raise Broken(code, file="own.registry")

    monkeypatch.setattr(back_up, "note_made", takes_nothing)
    file = disk / f"one{ENDING}"
    told = liora("registry", "backup", file)
    assert told.code == 5
    assert f"{file}: The backup is written and was read back." in told.err
    assert said in told.err
    assert back_up.is_backup(file)
    monkeypatch.undo()
    assert liora.elsewhere(disk / "again.registry").asks("registry", "restore", file)["leaves"]


def test_the_disk_that_is_full_is_the_one_of_the_backup(liora, disk, monkeypatch):
    """The registry was named, which is only read."""

    def full(self, *_given):
        raise Broken("disk-full", file=str(self.path))

    monkeypatch.setattr(Registry, "copy_to", full)
    said = liora("registry", "backup", disk / "one")
    assert said.code == 5
    assert said.err.startswith(f"{disk / 'one'}: The disk is full.")
    assert list(disk.iterdir()) == []
