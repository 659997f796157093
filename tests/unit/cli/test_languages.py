"""The command line speaks to people in words, in the language of the run; codes are for --json."""

from __future__ import annotations

import pytest

from tests.fakes.lines import Line, written


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    return Line(tmp_path / "own.registry", capsys, monkeypatch).begin()


@pytest.mark.parametrize(("language", "state"), [("en", "Offered"), ("fr", "Proposée")])
def test_a_licence_stands_in_words_in_its_list(liora, tmp_path, language, state):
    number = liora.sign(tmp_path)
    assert liora("licence", "list", "--lang", language).out.split("  ")[:2] == [number, state]
    assert liora("licence", "show", number, "--lang", language).out.splitlines()[0] == f"{number}  {state}"
    assert liora.asks("licence", "list", "--lang", language)["licences"][0]["state"] == "offered"


@pytest.mark.parametrize(
    ("language", "verdict", "why"), [("en", "Out of scope", "Licence"), ("fr", "Hors licence", "Licence")]
)
def test_a_use_stands_with_its_verdict_and_its_names(liora, tmp_path, language, verdict, why):
    liora.sign(tmp_path)
    use = {"id": "u-1", "user": "oxbow", "likeness": ["liora-voice-2025"], "project": "ember-keep", "at": "2026-11-01"}
    liora("use", "log", written(tmp_path / "use.json", use))
    told, colon = liora("use", "list", "--lang", language).out.split(), "\u00a0:" if language == "fr" else ":"
    assert told == f"u-1 {verdict} oxbow ember-keep {why}".split()
    assert liora("use", "show", "u-1", "--lang", language).out.splitlines()[0] == f"u-1{colon} {verdict}"


def test_what_is_not_clear_is_listed_like_what_was_broken(liora, tmp_path):
    number = liora.sign(tmp_path)
    shown = liora.asks("licence", "show", number)["terms"]
    use = {"id": "u-1", "user": shown["licensee"]["id"], "likeness": ["liora-voice-2025"], "project": "harbour-nine-2",
           "act": "generate", "purpose": "series"}  # fmt: skip
    liora("use", "log", written(tmp_path / "use.json", use))
    told = liora("use", "list", "--lang", "fr").out
    missing = liora.asks("use", "show", "u-1")["missing"]
    assert missing
    assert len(told.split("  ")[-1].split(", ")) >= len(missing)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_empty_list_says_so(tmp_path, capsys, monkeypatch, language):
    line = Line(tmp_path / "new.registry", capsys, monkeypatch)
    line.asks("registry", "init", "--name", "Nova")
    said = {noun: line(noun, "list", "--lang", language).out for noun in ("double", "licence", "use", "trust")}
    said["words"] = line("trust", "words", "--lang", language).out
    assert all(len(text) > 5 for text in said.values())
    assert len(set(said.values())) == len(said)
    assert ("Aucun usage.\n" if language == "fr" else "No uses.\n") == said["use"]


def test_the_whole_registry_is_told_in_french(liora):
    assert liora("registry", "check", "--lang", "fr").out == "Tout dans ce registre est tel qu’il a été enregistré.\n"
    info = liora("registry", "info", "--lang", "fr").out
    assert {"registre", "nom", "rôle", "doubles", "licences"} <= {line.split("  ")[0] for line in info.splitlines()}
    assert liora("double", "list", "--lang", "fr").out.split("  ")[1] == "modèle de voix parlée"
    assert liora("double", "check", "--lang", "fr").out == "Aucun fichier à contrôler.\n"


def test_help_and_usage_errors_speak_the_language_of_the_run_and_no_longer(liora):
    assert "Lister les licences, par numéro." in liora("licence", "list", "--help", "--lang", "fr").out
    assert liora("licence", "lst", "--lang", "fr").err.splitlines() == [
        "La commande 'lst' n’existe pas. Vouliez-vous dire 'list'\u202f?",
        "`likeness licence -h` dit ce qui peut être tapé.",
    ]
    assert "List licences, by number." in liora("licence", "list", "--help").out
    assert liora("licence", "lst").err.splitlines()[0] == "No such command 'lst'. Did you mean 'list'?"


def test_what_a_command_refuses_to_mean_is_told_in_french_and_as_one_sentence_to_programs(liora):
    words = ("licence", "owed", "--settle", "a", "--waive", "b", "--lang", "fr")
    assert liora(*words).err.startswith("Choisissez l’une des options --settle, --waive et --reopen.\n")
    refused = liora(*words, "--json")
    assert (refused.code, refused.err) == (2, "")
    assert refused.json["error"]["code"] == "usage"
