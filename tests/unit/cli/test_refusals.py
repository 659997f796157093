"""Bad input on the command line: an exit code, one sentence that names file and place, no traceback, nothing lost."""

from __future__ import annotations

import json

import pytest

from likeness.registry.registry import create_registry
from likeness.seal.vault import create_vault, vault_path
from likeness.values.chance import SystemChance
from likeness.values.keep import keep_lock
from tests.fakes.licences import terms_document
from tests.fakes.lines import Line, written


@pytest.fixture
def line(tmp_path, capsys, monkeypatch):
    return Line(tmp_path / "own.registry", capsys, monkeypatch)


@pytest.fixture
def liora(line):
    line.asks("registry", "init", "--name", "Liora Vantreight")
    return line


def refused(said, code, exit_code=4):
    assert said.code == exit_code, said
    error = said.json["error"]
    assert error["code"] == code, error
    assert error["message"]
    assert "Traceback" not in said.out + said.err
    return error


def stopped(*_given):
    """Somebody presses Ctrl C."""
    raise KeyboardInterrupt


def test_wrong_words(line):
    assert line("licence", "sing").code == 2
    assert line("double", "add").code == 2
    assert line("--lang", "xx", "registry", "info").code == 2
    assert line("verify").code == 2


def test_no_registry_and_no_passphrase(line, monkeypatch, capsys):
    refused(line("registry", "info", "--json"), "not-found", 5)
    from likeness.cli.main import main

    info = ["registry", "info", "--registry", str(line.registry)]
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    assert main(info) == 5
    assert "There is no registry here" in capsys.readouterr().err  # of what is not there no passphrase is asked
    line.asks("registry", "init", "--name", "Liora")
    refused(line("registry", "init", "--name", "Liora", "--json"), "file-exists")
    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    assert main(info) == 5
    assert "is locked" in capsys.readouterr().err


def test_wrong_passphrase_and_damage(liora, monkeypatch, tmp_path):
    other = tmp_path / "pass"
    other.write_text("another passphrase\n")
    refused(liora("registry", "info", "--passphrase-file", other, "--json"), "wrong-passphrase", 5)
    data = liora.registry.read_bytes()
    liora.registry.write_bytes(data[: len(data) // 2])
    refused(liora("registry", "info", "--json"), "damaged", 5)
    liora.registry.write_bytes(bytes(4096))
    refused(liora("registry", "info", "--json"), "damaged", 5)
    liora.registry.write_bytes(data)
    vault = liora.registry.with_name(liora.registry.name + ".vault")
    vault.unlink()
    refused(liora("registry", "info", "--json"), "vault-missing", 5)
    vault.mkdir()
    refused(liora("registry", "info", "--json"), "vault-closed", 5)


def test_a_registry_that_lost_all_it_held_is_not_begun_anew(liora):
    liora.registry.write_bytes(b"")
    refused(liora("licence", "list", "--json"), "damaged", 5)
    assert liora.registry.read_bytes() == b""


def test_a_registry_whose_making_was_stopped_is_not_called_empty(tmp_path, line):
    vault = create_vault("orange lamps on water", SystemChance())
    keep_lock(vault_path(line.registry), vault.text.encode())
    error = refused(line("registry", "init", "--name", "Liora", "--json"), "file-exists")
    assert error["file"] == f"{line.registry}.vault"  # there is nothing yet where she pointed
    create_registry(line.registry, vault.database_key()).close()
    secret = tmp_path / "pass"
    secret.write_text("orange lamps on water")
    for words in (("licence", "list"), ("registry", "check")):
        refused(line(*words, "--passphrase-file", secret, "--json"), "damaged", 5)


def test_a_registry_whose_making_somebody_stops_leaves_nothing_behind(line, monkeypatch):
    with monkeypatch.context() as during:
        during.setattr("likeness.office.SigningKey.generate", stopped)
        assert line("registry", "init", "--name", "Liora").code == 5
    assert list(line.registry.parent.iterdir()) == []
    assert line("registry", "init", "--name", "Liora").code == 0


def test_a_place_where_nobody_may_look_is_not_called_read_only(line, tmp_path):
    there = tmp_path / ("x" * 300)  # a name that the system refuses to look for, as it refuses a closed folder
    checked = line("verify", there, "--json")
    assert (checked.code, checked.json["answer"]) == (4, "unreadable")
    line.registry = there
    refused(line("licence", "list", "--json"), "cannot-open", 5)
    line.registry = "~nobody-of-this-name/r"
    refused(line("licence", "list", "--json"), "not-found", 5)


@pytest.mark.parametrize(
    ("change", "code", "key"),
    [
        ({"media": ["telly"]}, "unknown-code", "media[0]"),
        ({"teritory": {}}, "unknown-key", "teritory"),
        ({"create": {"from": "2027-01-01", "to": "2026-01-01"}}, "ends-before-it-begins", "create"),
        ({"fee": {"basis": "flat", "minor": 1, "currency": "XXX"}}, "unknown-currency", "fee.currency"),
        ({"territory": {"include": ["UK"]}}, "unknown-territory", "territory.include[0]"),
        ({"zone": "Mars/Olympus"}, "unknown-zone", "zone"),
        ({"likenesses": []}, "empty-list", "likenesses"),
        ({"description": "x" * 401}, "text-too-long", "description"),
        ({"performer": {"id": "liora", "name": "Liora\u202e"}}, "forbidden-character", "performer.name"),
    ],
)
def test_terms_are_refused_with_their_place(liora, tmp_path, change, code, key):
    path = written(tmp_path / "terms.json", terms_document(**change))
    error = refused(liora("licence", "draft", path, "--json"), code)
    assert (error["file"], error["key"]) == (str(path), key)
    assert liora.asks("licence", "list") == {"licences": []}


@pytest.mark.parametrize("text", ["", "{", '{"a":1,"a":2}', "[NaN]", "\ufeff{}", "[" * 5000, '"\\ud800"', "1e999"])
def test_hostile_json(liora, tmp_path, text):
    path = tmp_path / "hostile.json"
    path.write_text(text, encoding="utf-8")
    said = liora("licence", "draft", path, "--json")
    assert said.code == 4
    assert str(path) in said.json["error"]["message"]


def test_suggestions(liora, tmp_path):
    path = written(tmp_path / "terms.json", terms_document(purposes=["serie"]))
    assert "Did you mean series?" in liora("licence", "draft", path).err
    assert "Vouliez-vous dire series" in liora("licence", "draft", path, "--lang", "fr").err
    path = written(tmp_path / "terms.json", terms_document(acts=["show"]))  # what is shown is granted by a window
    said = liora("licence", "draft", path).err.strip()
    assert said.endswith("What can stand here: generate, alter, train, fine-tune, evaluate, data-mine.")


def test_rules_say_no(liora, tmp_path):
    path = written(tmp_path / "terms.json", terms_document())
    number = liora.asks("licence", "draft", path)["number"]
    refused(liora("licence", "sign", number, "--json"), "unknown-likeness")
    refused(liora("licence", "export", number, "--to", tmp_path, "--json"), "not-signed")
    refused(liora("licence", "withdraw", number, "--json"), "not-signed")
    refused(liora("licence", "show", "2026-9999", "--json"), "unknown-licence")
    refused(liora("use", "show", "u-9", "--json"), "unknown-use")
    refused(liora("double", "show", "nothing", "--json"), "unknown-likeness")
    refused(liora("trust", "remove", "00", "--json"), "unknown-card")
    refused(liora("double", "add", "--id", "a b", "--kind", "face-scan", "--title", "x", "--json"), "bad-id")
    gone = tmp_path / "gone.wav"
    error = refused(
        liora("double", "add", "--id", "a", "--kind", "face-scan", "--title", "x", "--file", gone, "--json"),
        "no-such-file",
    )
    assert error["file"] == str(gone)
    assert liora.asks("double", "list") == {"doubles": []}


def test_only_the_licensee_accepts(liora, tmp_path, capsys, monkeypatch):
    from tests.fakes.licences import signed

    file = tmp_path / "x.likeness"
    file.write_bytes(signed().data)
    other = Line(tmp_path / "other.registry", capsys, monkeypatch)
    other.asks("registry", "init", "--name", "Somebody Else", "--role", "company")
    refused(other("licence", "accept", file, "--json"), "not-the-licensee")
    assert other.asks("licence", "accept", file, "--as", "Tidewrack Pictures Ltd")["state"] == "in-force"
    file.write_bytes(signed().data[:-1])
    assert other("licence", "accept", file, "--json").code == 4


def test_verify_needs_no_registry_and_goes_on(line, tmp_path):
    noise, absent = tmp_path / "noise.pdf", tmp_path / "absent.likeness"
    noise.write_bytes(b"%PDF-1.7 nothing here")
    said = line("verify", noise, absent, "--json")
    answers = [one["answer"] for one in said.json["files"]]
    assert said.code == 4
    assert answers[1] == "unreadable"
    assert answers[0] in ("other", "unreadable")
    assert all(one["licence"] is None for one in said.json["files"])


def test_options_stand_anywhere(liora):
    assert json.loads(liora("--json", "registry", "info").out) == json.loads(liora("registry", "--json", "info").out)


def test_a_backup_and_what_is_none(liora, tmp_path):
    file, there = tmp_path / "one.likeness-backup", tmp_path / "there.registry"
    made = liora.asks("registry", "backup", file)
    assert (made["file"], made["leaves"]) == (str(file), liora.asks("registry", "info")["leaves"])
    elsewhere = liora.elsewhere(there)
    assert elsewhere.asks("registry", "restore", file) == {
        "registry": str(there), "leaves": made["leaves"], "root": made["root"],
    }  # fmt: skip
    assert elsewhere.asks("registry", "check")["sound"]
    assert refused(elsewhere("registry", "restore", file, "--json"), "file-exists")["file"] == str(there)
    nowhere = liora.elsewhere(tmp_path / "nowhere.registry")
    for other, code in ((tmp_path / "nothing", "no-such-file"), (tmp_path, "not-a-file"), (there, "not-a-backup")):
        assert refused(nowhere("registry", "restore", other, "--json"), code)["file"] == str(other)
    assert refused(liora("registry", "backup", there, "--json"), "file-exists")["file"] == str(there)
    assert not nowhere.registry.exists()


def test_a_name_too_long_for_the_disk_is_told_in_the_language_of_the_run(liora, tmp_path):
    answer = liora("use", "list", "--to", tmp_path / f"{'x' * 300}.csv", "--lang", "fr", "--json")
    error = refused(answer, "file-name-too-long", 5)
    assert error["message"].endswith("Ce nom est trop long pour cet endroit. Donnez-en un plus court.")
