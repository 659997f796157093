"""`likeness registry backup` without a window: a wish, a backup in the chosen folder, none any more."""

import pytest

from likeness.acts.backups.back_up import ENDING
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
