"""`likeness double died`: of a performer who never had a key, or long before there was one."""

from __future__ import annotations

import json

import pytest

from tests.fakes.lines import Line

DIED = "1955-09-30T17:45:00-07:00"


@pytest.fixture
def agency(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch)
    line.asks("registry", "init", "--name", "Halden Roe Talent", "--role", "agent")
    line.asks("double", "add", "--id", "jack-face", "--kind", "face-scan", "--title", "Face", "--performer", "jack")
    line.asks("registry", "rules", "--on", "posthumous")
    return line


def use(folder, **facts):
    path = folder / "use.json"
    path.write_text(json.dumps({"likeness": "jack-face", "user": "film-co", **facts}), "utf-8")
    return path


def test_what_is_used_after_a_death_that_is_written_down_is_told_so(agency, tmp_path):
    used = use(tmp_path, id="u", territory="US-CA", act="show", purpose="feature-film", at="2025-06-01")
    agency("use", "log", used)
    assert "R70-use" not in json.dumps(agency.asks("use", "show", "u"))
    assert agency.asks("double", "died", "jack", "--at", DIED) == {"performer": "jack", "died": DIED}
    assert "R70-use" in json.dumps(agency.asks("use", "show", "u"))
    assert agency.asks("registry", "check")["sound"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("jill", "--at", DIED), "unknown-performer"),
        (("jack", "--at", "2999-01-01T00:00:00Z"), "death-ahead"),
        (("jack", "--at", "1955"), "bad-instant"),
    ],
)
def test_what_is_no_death_is_refused(agency, words, code):
    said = agency("double", "died", *words, "--json")
    assert (said.code, said.json["error"]["code"]) == (4, code)


def test_nobody_dies_twice(agency):
    agency.asks("double", "died", "jack", "--at", DIED)
    said = agency("double", "died", "jack", "--at", DIED, "--json")
    assert (said.code, said.json["error"]["code"]) == (4, "death-known")
    assert agency("double", "died", "jack", "--at", DIED, "--lang", "fr").err.startswith("jack")
