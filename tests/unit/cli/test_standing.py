"""Where a flag and a licence stand is told by `show` and `list`, and nothing of a report passes for a line of ours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.lines import Line
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    """Liora with one use in scope (l-1) and one out of scope (l-2) under 2026-0001."""
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    line.sign(tmp_path, basis="consent", withdrawal={"notice_days": 0})
    path = tmp_path / "report.csv"
    write_uses(path, [replace(ALLOWED, id="l-1"), replace(ALLOWED, id="l-2", territory=("US",))])
    line.asks("use", "import", path)
    return line


def test_what_became_of_a_flag_is_shown(liora, tmp_path):
    """It was said once, by `settle`, and nowhere again but in exported tables."""
    assert (liora.asks("use", "show", "l-1")["flag"], liora.asks("use", "show", "l-2")["flag"]) == (None, "open")
    assert "since" not in liora("use", "show", "l-2").out
    liora.asks("use", "settle", "l-2", "--as", "paid", "--note", "by wire")
    (tmp_path / "seen.txt").write_text("seen", "utf-8")
    liora.asks("use", "evidence", "l-2", tmp_path / "seen.txt", "--note", "on a wall")
    told = liora.asks("use", "show", "l-2")
    assert (told["flag"], told["way"], [one["note"] for one in told["steps"]]) == ("settled", "paid", ["by wire"])
    assert [(one["name"], one["size"], one["note"]) for one in told["evidence"]] == [("seen.txt", 4, "on a wall")]
    said = liora("use", "show", "l-2").out
    assert "Settled, paid, since " in said
    assert "\nby wire\n" in said
    assert "Shown by seen.txt, fingerprint " in said
    assert "Réglé, payé, depuis le " in liora("use", "show", "l-2", "--lang", "fr").out
    listed = dict(line.split(" ", 1) for line in liora("use", "list").out.splitlines())
    assert listed["l-2"].endswith("Settled, paid")
    assert not listed["l-1"].endswith("paid")


def test_a_flag_is_opened_again(liora):
    """The window could, the command line could not."""
    liora.asks("use", "settle", "l-2", "--as", "mistaken")
    said = liora.asks("use", "settle", "l-2", "--as", "open")
    assert (said["flag"], said["was"], said["amendments"]) == ("open", "mistaken", [])
    assert [one["flag"] for one in liora.asks("use", "show", "l-2")["steps"]] == ["mistaken", "open"]
    assert liora("use", "settle", "l-1", "--as", "open").code == 4


def test_how_much_is_used_and_that_it_is_withdrawn_is_shown(liora):
    page = liora("licence", "show", "2026-0001").out
    assert "withdrawn" not in page.splitlines()[1]
    (used,) = (line for line in page.splitlines() if line.startswith("Used so far"))
    limits = liora.asks("licence", "show", "2026-0001")["used"]
    assert all(f"{one['used']} of {one['max']}" in used for one in limits)
    said = liora("licence", "withdraw", "2026-0001", "--yes").out
    assert said.startswith("2026-0001 is withdrawn.\n")
    assert liora("licence", "show", "2026-0001").out.splitlines()[1].startswith("It is withdrawn and ended on ")


def test_a_withdrawal_with_notice_is_not_hidden_behind_in_force(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    number = line.sign(tmp_path)
    said = line("licence", "withdraw", number, "--yes").out
    assert said.startswith(f"{number} is withdrawn.\nIt ends on ")
    assert line("licence", "show", number).out.splitlines()[1].startswith("It is withdrawn and ends on ")


def test_all_that_was_recorded_of_a_likeness_is_shown(liora):
    liora.asks("double", "add", "--id", "child", "--kind", "voice-model", "--title", "Child", "--performer", "liora",
               "--derived-from", "liora-voice-2025", "--captured-on", "2025-03-12", "--reason", "a play",
               "--delete-by", "2027-03-30")  # fmt: skip
    said = liora("double", "show", "child").out
    for text in ("liora-voice-2025", "12 March 2025", "a play", "30 March 2027"):
        assert text in said
    assert "delete by" not in liora("double", "show", "liora-voice-2025").out


def test_a_line_end_in_a_report_begins_no_line(liora, tmp_path):
    """A project with a line end in it could show a row of the list that is not there."""
    path = tmp_path / "false.csv"
    write_uses(path, [replace(ALLOWED, id="f-1", project="x\nl-9  In scope  Tidewrack")])
    before = len(liora("use", "list").out.splitlines())
    liora.asks("use", "import", path)
    listed = liora("use", "list").out.splitlines()
    assert len(listed) == before + 1
    assert not any(line.startswith("l-9") for line in [*listed, *liora("use", "show", "f-1").out.splitlines()])
    assert "x\\u000al-9" in liora("use", "show", "f-1").out
