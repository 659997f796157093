"""`likeness use`: what is listed and written, what is told of a file, and what nobody's terminal is made to do."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from tests.fakes.lines import Line

HEADINGS = ("line_id", "user", "project", "at")


@pytest.fixture
def line(tmp_path, capsys, monkeypatch):
    made = Line(tmp_path / "own.registry", capsys, monkeypatch)
    made.asks("registry", "init", "--name", "Liora Vantreight")
    return made


def report(folder, *rows):
    path = folder / "report.csv"
    path.write_text("\n".join(",".join(row) for row in (HEADINGS, *rows)), "utf-8")
    return path


def test_what_is_searched_is_what_is_written(line, tmp_path):
    line.asks(
        "use", "import", report(tmp_path, ("a", "oxbow", "one", ""), ("b", "oxbow", "two", ""), ("c", "x", "", ""))
    )
    for file, words in (("all.csv", ()), ("oxbow.csv", ("--search", "oxbow")), ("none.csv", ("--search", "nobody"))):
        written = line.asks("use", "list", *words, "--to", tmp_path / file)["rows"]
        with (tmp_path / file).open(newline="", encoding="utf-8-sig") as table:
            found = sorted(row["id"] for row in csv.DictReader(table))
        assert written == len(found)
        assert found == sorted(use["id"] for use in line.asks("use", "list", *words)["uses"])
    assert found == []


def test_no_terminal_does_what_a_report_says(line, tmp_path):
    line.asks("use", "import", report(tmp_path, ("a", "\x1b[2Joxbow", "one\u202etwo\x07", "")))
    for words in (("use", "list"), ("use", "show", "a")):
        out = line(*words).out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "\\u001b[2Joxbow" in line("use", "list").out


@pytest.mark.parametrize("key", ["user", "territory"])
def test_a_use_that_is_written_down_has_no_strange_characters(line, tmp_path, key):
    (tmp_path / "use.json").write_text(f'{{"likeness": "x", "{key}": "F\\u202eR"}}', "utf-8")
    said = line("use", "log", tmp_path / "use.json", "--json")
    assert (said.code, said.json["error"]["code"], said.json["error"]["key"]) == (4, "forbidden-character", key)
    assert line.asks("use", "list")["uses"] == []


def test_sheets_with_the_same_headings_are_named_as_not_read(line, tmp_path):
    book = openpyxl.Workbook()
    for title, rows in (("March", 3), ("April", 2), ("Notes", 0)):
        sheet = book.create_sheet(title)
        sheet.append(["Remarks"] if title == "Notes" else list(HEADINGS))
        for row in range(rows):
            sheet.append([f"{title}-{row}", "u", "p", None])
    book.save(tmp_path / "year.xlsx")
    told = line("use", "import", tmp_path / "year.xlsx", "--dry-run")
    assert "3 decided" in told.out
    assert told.err == "Not read: April. They have the same headings. To import them too, name the sheet with --map.\n"
    (tmp_path / "map.json").write_text('{"sheet": "April"}', "utf-8")
    named = line("use", "import", tmp_path / "year.xlsx", "--map", tmp_path / "map.json", "--dry-run")
    assert ("2 decided" in named.out, named.err) == (True, "")


@pytest.mark.parametrize(("words", "advised"), [(("--reporter", "g"), True), (("--period", "q"), True), ((), False),
                                                (("--reporter", "g", "--period", "q"), False)])  # fmt: skip
def test_half_a_source_is_said_to_know_no_corrections(line, tmp_path, words, advised):
    said = line("use", "import", report(tmp_path, ("a", "u", "p", "")), *words, "--dry-run")
    assert ("--reporter and --period" in said.err) == advised
