"""`likeness registry strike`."""

from __future__ import annotations

from tests.fakes.lines import Line

DAY = "2026-05-01T00:00:00+02:00"


def refused(line, *words):
    said = line("registry", "strike", *words, "--json")
    assert said.code == 4
    return said.json["error"]["code"], said.json["error"]["key"]


def test_a_strike_is_listed_begun_and_ended_and_nothing_twice(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch)
    line.asks("registry", "init", "--name", "Liora Vantreight")
    assert line("registry", "strike").out == "No strike was recorded.\n"
    begun = line.asks("registry", "strike", "--began", DAY)
    assert begun == {"strikes": [{"began": "2026-04-30T22:00:00Z", "ended": None}]}
    assert refused(line, "--began", DAY) == ("strike-on", "2026-04-30T22:00:00Z")
    assert refused(line, "--ended", "1 June") == ("bad-instant", "ended")
    over = line("registry", "strike", "--ended", "2026-06-01T00:00:00Z", "--lang", "fr").out
    assert over == "Une grève a duré du 30 avril 2026, 22:00 (UTC) au 1er juin 2026, 00:00 (UTC).\n"
    assert refused(line, "--ended", DAY) == ("no-strike", None)
