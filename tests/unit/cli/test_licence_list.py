"""`likeness licence list`: narrowed by the same filters as the list in the window."""

import json

import pytest

from tests.fakes.licences import terms_document
from tests.fakes.lines import Line

WORLD = (("Harbour Nine", "Éclair Films", "2026-12-01"), ("Oz", "Oxbow; DROP TABLE licence", None))


@pytest.fixture
def line(tmp_path, capsys, monkeypatch):
    made = Line(tmp_path / "own.registry", capsys, monkeypatch)
    made.asks("registry", "init", "--name", "Liora Vantreight")
    for title, company, last in WORLD:
        terms = terms_document(project={"id": "p", "title": title}, licensee={"id": "c", "name": company},
                               create={"from": "2026-01-01", "to": last}, exploit=None)  # fmt: skip
        (tmp_path / "terms.json").write_text(json.dumps(terms), "utf-8")
        made.asks("licence", "draft", tmp_path / "terms.json")
    return made


@pytest.mark.parametrize(("words", "found"), [
    ((), 2),
    (("--company", "Éclair Films"), 1),
    (("--company", "Oxbow; DROP TABLE licence"), 1),
    (("--project", "Oz", "--ends", "no-end"), 1),
    (("--project", "Oz", "--ends", "ended"), 0),
    (("--likeness", "liora-voice-2025", "--state", "draft"), 2),
    (("--owing",), 0),
])  # fmt: skip
def test_it_is_narrowed(line, words, found):
    assert len(line.asks("licence", "list", *words)["licences"]) == found
