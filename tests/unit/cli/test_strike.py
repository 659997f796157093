"""`likeness registry strike`."""

from __future__ import annotations

from likeness.scope.use import use_to
from tests.fakes.lines import Line, written
from tests.unit.verifier.trusted import a_use

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


def test_a_planned_use_on_ones_own_paper_knows_of_the_strike(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    number = line.sign(tmp_path, basis="consent", strike_clause=True)
    line.asks("licence", "export", number, "--to", tmp_path)
    paper = next(tmp_path.glob("*.pdf"))
    plan = written(tmp_path / "use.json", use_to(a_use(at="2026-05-02T10:00:00Z")))
    planned = [line("verify", paper, "--use", plan, "--json").json["planned_use"]]
    line.asks("registry", "strike", "--began", DAY)
    planned.append(line("verify", paper, "--use", plan, "--json").json["planned_use"])
    assert [one["broken"] for one in planned] == [[], ["suspended"]]
