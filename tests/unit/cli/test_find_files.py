"""`likeness double find`: files of a likeness that lie elsewhere now, looked for below folders."""

from __future__ import annotations

import os

import pytest

from tests.fakes.lines import Line


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    """Her registry with a likeness of two files, which she keeps on a disk."""
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    disk = tmp_path / "disk"
    disk.mkdir()
    for name in ("a", "b"):
        (disk / f"{name}.txt").write_text(f"take {name}", "utf-8")
    line.asks("double", "add", "--id", "takes", "--kind", "voice-recording", "--title", "Takes",
              "--file", disk / "a.txt", "--file", disk / "b.txt")  # fmt: skip
    return line


@pytest.fixture
def moved(liora, tmp_path):
    """One of the files moved, deep into another folder, under another name; gives the new folder."""
    new = tmp_path / "new" / "2026" / "deep"
    new.mkdir(parents=True)
    (tmp_path / "disk" / "b.txt").rename(new / "renamed.bin")
    return tmp_path / "new"


def states(row):
    return {file["name"]: (file["path"], file["state"]) for file in row["files"]}


def test_a_file_that_moved_is_found_below_a_folder_by_what_it_is(liora, moved):
    row = liora.asks("double", "find", "takes", moved)
    assert states(row)["b.txt"] == (str(moved / "2026" / "deep" / "renamed.bin"), "matches")
    assert row == liora.asks("double", "show", "takes")
    assert liora("double", "check", "takes").code == 0
    assert liora.asks("registry", "check")["sound"]


def test_where_it_was_found_is_said_in_either_language(liora, moved):
    there = str(moved / "2026" / "deep" / "renamed.bin")
    assert liora("double", "find", "takes", moved).out.splitlines() == [
        f"b.txt  found  {there}", "1 file of takes found again, 0 still missing or changed."
    ]  # fmt: skip
    (moved / "2026" / "deep" / "renamed.bin").rename(moved / "b.txt")
    said = liora("double", "find", "takes", moved, "--lang", "fr")
    where, told = said.out.splitlines()
    assert where == f"b.txt  retrouvé  {moved / 'b.txt'}"
    assert told == "Fichiers de takes retrouvés\u00a0: 1\u202f; absents ou modifiés\u00a0: 0."


def test_two_files_with_the_same_bytes_are_two(liora, tmp_path):
    twins = [tmp_path / "disk" / "one.txt", tmp_path / "disk" / "two.txt"]
    for twin in twins:
        twin.write_text("the same", "utf-8")
    liora.asks("double", "add", "--id", "twins", "--kind", "voice-recording", "--title", "Twins",
               "--file", twins[0], "--file", twins[1])  # fmt: skip
    for place, twin in enumerate(twins):
        (tmp_path / str(place)).mkdir()
        twin.rename(tmp_path / str(place) / "moved")
    said = liora("double", "find", "twins", tmp_path / "0", tmp_path / "1")
    assert (said.code, said.out.splitlines()[-1]) == (0, "2 files of twins found again, 0 still missing or changed.")


def test_a_place_is_of_one_file(liora, tmp_path):
    here, gone = tmp_path / "disk" / "here.txt", tmp_path / "disk" / "gone.txt"
    for twin in (here, gone):
        twin.write_text("the same", "utf-8")
    liora.asks("double", "add", "--id", "twins", "--kind", "voice-recording", "--title", "Twins",
               "--file", here, "--file", gone)  # fmt: skip
    gone.unlink()
    said = liora("double", "find", "twins", tmp_path / "disk")
    assert (said.code, said.out.splitlines()[-1]) == (1, "0 files of twins found again, 1 still missing or changed.")


def test_what_is_nowhere_is_no_and_says_so(liora, moved, tmp_path):
    (tmp_path / "disk" / "a.txt").write_text("spoiled", "utf-8")
    said = liora("double", "find", "takes", tmp_path / "disk")
    assert said.code == 1
    assert said.out.splitlines()[-1] == "0 files of takes found again, 2 still missing or changed."
    assert "a.txt  changed" in said.out
    assert "b.txt  missing" in said.out
    assert liora("double", "find", "takes", moved, "--json").code == 1  # the other one is still spoiled


def test_several_places_folders_or_files_are_looked_at(liora, moved, tmp_path):
    (tmp_path / "disk" / "a.txt").rename(tmp_path / "a2.txt")
    row = liora.asks("double", "find", "takes", moved, tmp_path / "a2.txt")
    assert {state for _path, state in states(row).values()} == {"matches"}


def test_where_all_lie_where_they_were_nothing_is_looked_for(liora, tmp_path):
    said = liora("double", "find", "takes", tmp_path)
    assert (said.code, said.out) == (0, "All files of takes lie where they were.\n")


def test_what_cannot_be_read_on_the_way_is_passed_over(liora, moved):
    (moved / "away.txt").symlink_to(moved / "nowhere")
    os.mkfifo(moved / "pipe")
    assert liora("double", "find", "takes", moved).code == 0


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (("nobody", "."), 4, "unknown-likeness"),
        (("takes", "no/folder"), 4, "no-such-file"),
        (("takes",), 2, "usage"),
    ],
)
def test_what_is_no_place_or_no_likeness_is_refused(liora, moved, words, code, error):
    said = liora("double", "find", *words, "--json")
    assert (said.code, said.json["error"]["code"]) == (code, error)


def test_help_lists_it(liora):
    assert "find" in liora("double", "--help").out
