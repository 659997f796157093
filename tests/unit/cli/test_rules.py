"""`likeness registry rules`, and what it changes in warnings, signatures and duties."""

from __future__ import annotations

import sys

import pytest

from tests.fakes.licences import terms_document
from tests.fakes.lines import PASSPHRASE, Line, written

MADE = {
    "id": "u-1", "user": "tidewrack", "likeness": "liora-voice-2025", "project": "harbour-nine-2", "act": "generate",
    "purpose": "series", "medium": "svod", "territory": "FR", "language": "fr", "modification": ["new-dialogue"],
    "content": [], "at": "2026-08-03T05:30:00Z", "quantity": {"line": 1, "second": 2},
}  # fmt: skip


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    return Line(tmp_path / "own.registry", capsys, monkeypatch).begin()


def test_packs_are_listed_and_only_our_own_advice_is_on(liora):
    said = liora.asks("registry", "rules")
    assert said["refuse"] is False
    assert [pack["pack"] for pack in said["packs"] if pack["on"]] == ["good-practice"]
    bill = next(pack for pack in said["packs"] if pack["pack"] == "no-fakes-bill")
    assert (bill["status"], bill["from"], bill["to"], bill["always"]) == ("bill", "2026-06-24", None, False)
    assert "R60" in bill["rules"]
    text = liora("registry", "rules").out
    assert "no-fakes-bill" in text
    assert "bill, not law yet" in text


def test_packs_stay_on_until_they_are_switched_off(liora):
    liora.asks("registry", "rules", "--on", "no-fakes-bill", "--on", "ny-ads")
    assert [p["pack"] for p in liora.asks("registry", "rules")["packs"] if p["on"]] == [
        "good-practice", "no-fakes-bill", "ny-ads",
    ]  # fmt: skip
    liora.asks("registry", "rules", "--off", "no-fakes-bill")
    assert [p["pack"] for p in liora.asks("registry", "rules")["packs"] if p["on"]] == ["good-practice", "ny-ads"]


def test_what_is_no_pack_is_refused_and_nothing_changes(liora):
    said = liora("registry", "rules", "--on", "ny-ads", "--on", "moon-law", "--json")
    assert (said.code, said.json["error"]["code"], said.json["error"]["key"]) == (4, "unknown-pack", "moon-law")
    said = liora("registry", "rules", "--off", "good-practice", "--json")
    assert (said.code, said.json["error"]["code"]) == (4, "pack-always-on")
    assert [p["pack"] for p in liora.asks("registry", "rules")["packs"] if p["on"]] == ["good-practice"]


def test_warnings_follow_the_packs_and_say_where_they_come_from(liora, tmp_path):
    terms = written(tmp_path / "t.json", terms_document(create={"from": "2026-03-01"}))
    assert [one["rule"] for one in liora.asks("licence", "warnings", terms)["warnings"]] == ["no-end"]
    liora.asks("registry", "rules", "--on", "no-fakes-bill")
    [first, second] = liora.asks("licence", "warnings", terms)["warnings"]
    assert first == {
        "rule": "no-end", "level": "caution", "text": "Without an end date, this lasts for ever.",
        "source": "advice of Likeness, compare NO FAKES Act, S.4591", "fix": "Set 1 year",
    }  # fmt: skip
    assert (second["rule"], second["level"], second["fix"]) == ("R60", "caution", "Set 10 years")
    assert second["source"] == "NO FAKES Act, S.4591 (bill, not law yet; we read its text)"
    french = liora.asks("licence", "warnings", terms, "--lang", "fr")["warnings"][1]
    assert french["text"].startswith("Du vivant")
    assert french["source"].startswith("NO FAKES Act, S.4591 (projet de loi")


def test_a_serious_rule_refuses_where_the_owner_wants_that(liora, tmp_path):
    number = liora.asks("licence", "draft", written(tmp_path / "t.json", terms_document(acts=["generate", "train"])))[
        "number"
    ]
    liora.asks("registry", "rules", "--refuse")
    said = liora("licence", "sign", number, "--json")
    assert (said.code, said.json["error"]["code"], said.json["error"]["key"]) == (4, "rule-refuses", "training")
    assert liora("licence", "sign", number, "--accept", "fine").code == 4
    assert liora.asks("licence", "sign", number, "--accept", "i accept what  is marked in red")["state"] == "offered"
    more = written(tmp_path / "t.json", terms_document(acts=["generate", "train"]))
    again = liora.asks("licence", "draft", more)["number"]
    french = "j'accepte ce qui est marqué en rouge"  # typed with the apostrophe of a keyboard
    assert liora.asks("licence", "sign", again, "--accept", french)["state"] == "offered"
    other = liora.asks("licence", "draft", written(tmp_path / "t.json", terms_document()))["number"]
    assert liora.asks("licence", "sign", other)["state"] == "offered"


def test_what_stands_against_a_signature_is_said_where_it_is_not_refused_and_a_script_goes_on(liora, tmp_path):
    """It was signed without a word, where the window asks for one before."""
    numbers = [_draft(liora, tmp_path, acts) for acts in (["generate", "train"], ["generate", "train"], ["generate"])]
    said = liora("licence", "sign", numbers[0])
    assert (said.code, said.out) == (0, f"{numbers[0]} is signed. It is now offered.\n")
    assert "They may train a model that can outlive this licence." in said.err
    assert "likeness registry rules --refuse" in said.err
    assert liora("licence", "sign", numbers[1], "--accept", "I accept what is marked in red").err == ""
    assert liora("licence", "sign", numbers[2]).err == ""


def _draft(liora, folder, acts):
    return liora.asks("licence", "draft", written(folder / "t.json", terms_document(acts=acts)))["number"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")
@pytest.mark.parametrize(
    ("typed", "code", "state"), [("\x03", 4, "draft"), ("other\n", 5, "draft"), (None, 0, "offered")]
)
def test_who_typed_her_passphrase_hears_what_stands_against_it_and_can_still_stop(liora, tmp_path, typed, code, state):
    from tests.fakes.terminal import Terminal

    number = _draft(liora, tmp_path, ["generate", "train"])
    terminal = Terminal(liora.registry, "licence", "sign", number)
    terminal.waits_for("Passphrase: ")
    terminal.types(f"{PASSPHRASE}\n")
    terminal.waits_for("Ctrl C to stop: ")
    assert "They may train a model that can outlive this licence." in terminal.said
    terminal.types(typed or f"{PASSPHRASE}\n")
    assert (terminal.ends(), "is signed" in terminal.said) == (code, code == 0)
    assert liora.asks("licence", "show", number)["state"] == state


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals on Windows")
def test_who_has_nothing_to_fear_is_asked_once(liora, tmp_path):
    from tests.fakes.terminal import Terminal

    terminal = Terminal(liora.registry, "licence", "sign", _draft(liora, tmp_path, ["generate"]))
    terminal.waits_for("Passphrase: ")
    terminal.types(f"{PASSPHRASE}\n")
    assert (terminal.ends(), terminal.said.count("assphrase")) == (0, 0)


def test_duties_of_the_packs_stand_beside_those_of_the_terms(liora, tmp_path):
    terms = terms_document(basis="consent", create={"from": "2026-03-01", "to": "2027-02-28"})
    number = liora.asks("licence", "draft", written(tmp_path / "t.json", terms))["number"]
    liora.asks("licence", "sign", number)
    before = liora.asks("use", "log", written(tmp_path / "u.json", MADE))
    assert before["remarks"] == []
    liora.asks("registry", "rules", "--on", "eu-ai-act")
    after = liora.asks("use", "show", "u-1")
    assert [one["rule"] for one in after["remarks"]] == ["R77"]
    assert after["duties"][:-1] == before["duties"]
    assert after["duties"][-1].endswith("Source: EU AI Act, article 50 (law; from a summary).")
    assert after["verdict"] == before["verdict"] == "IN_SCOPE"


SAID = {
    "en": {
        "drafted": "Draft {number} recorded.",
        "warned": "caution: Without an end date, this lasts for ever. "
        "(advice of Likeness, compare NO FAKES Act, S.4591) What heals it: Set 1 year.",
        "signed": "{number} is signed. It is now offered.",
        "changed": "In a strike: Nothing may be made > ",
    },
    "fr": {
        "drafted": "Brouillon {number} enregistré.",
        "warned": "prudence\u00a0: Sans date de fin, c’est pour toujours. "
        "(conseil de Likeness, à comparer avec NO FAKES Act, S.4591) Ce qui y remédie\u00a0: Fixer 1 an.",
        "signed": "{number} est signée. Elle est maintenant proposée.",
        "changed": "En cas de grève\u00a0: Rien ne peut être créé > ",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_a_warning_in_words_says_its_source_and_what_heals_it(liora, tmp_path, language):
    said = SAID[language]
    endless = written(tmp_path / "t.json", terms_document(create={"from": "2026-03-01"}))
    assert liora("licence", "warnings", endless, "--lang", language).out.splitlines() == [said["warned"]]
    drafted, warned = liora("licence", "draft", endless, "--lang", language).out.splitlines()
    number = drafted.split()[1]
    assert (drafted, warned) == (said["drafted"].format(number=number), said["warned"])
    signed = liora("licence", "sign", number, "--lang", language).out.strip()
    assert signed == said["signed"].format(number=number)
    other = written(tmp_path / "t.json", terms_document(create={"from": "2026-03-01"}, strike_clause=False))
    changed, warned = liora("licence", "amend", number, other, "--dry-run", "--lang", language).out.splitlines()
    assert (changed.startswith(said["changed"]), warned) == (True, said["warned"])


def test_a_use_in_words_says_every_remark_once(liora, tmp_path):
    liora.asks("registry", "rules", "--on", "no-fakes-bill", "--on", "ny-ads")
    found = MADE | {"user": "ghostworks", "act": "show", "purpose": "commercial", "territory": "US-NY"}
    liora("use", "log", written(tmp_path / "u.json", found), "--json")
    said = liora("use", "show", "u-1").out
    remarks = liora.asks("use", "show", "u-1")["remarks"]
    assert [one["rule"] for one in remarks] == ["R67", "R72"]
    assert all(said.count(one["text"]) == said.count(f"Source: {one['source']}") == 1 for one in remarks)


@pytest.mark.parametrize(("role", "pays"), [("performer", "They pay you €18,000"), ("agent", "They pay €18,000")])
def test_plain_words_speak_to_the_performer_in_her_own_registry_only(tmp_path, capsys, monkeypatch, role, pays):
    line = Line(tmp_path / "some.registry", capsys, monkeypatch)
    line.asks("registry", "init", "--name", "Halden Roe Talent", "--role", role)
    voice = ("--id", "liora-voice-2025", "--kind", "voice-model", "--title", "Voice", "--performer", "liora")
    line.asks("double", "add", *voice)
    number = line.asks("licence", "draft", written(tmp_path / "t.json", terms_document()))["number"]
    assert pays in line("licence", "show", number).out
