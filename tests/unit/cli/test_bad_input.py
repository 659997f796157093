"""Bad input at licences, cards and letters: a sentence that names the file, the exit of the contract, nothing lost."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from likeness.acts.licences.export_licence import bundle_of
from likeness.cli import handing_out, trust_key
from likeness.errors import Broken, Unreadable
from likeness.paper.words.complaint import sentence
from likeness.verifier.foreign import KINDS
from tests.fakes.grants import grant
from tests.fakes.licences import terms_document
from tests.fakes.lines import Line, written
from tests.fakes.meeting import key_of, meet
from tests.fakes.offices import an_office

READERS = {
    "accept": ("licence", "accept"),
    "add": ("trust", "add"),
    "take": ("trust", "take"),
    "import": ("trust", "status", "--import"),
    "draft": ("licence", "draft"),
    "warnings": ("licence", "warnings"),
    "amend": ("licence", "amend", "2026-0001"),
    "recovery": ("trust", "lost", "0" * 32, "--since", "2026-01-01T00:00:00Z", "--to", "never", "--recovery"),
}
UNTOLD = ("could not be done", "n’a pas pu être fait", "made a mistake")


class Desk(Line):
    """Her terminal, the folder she works in, and the fingerprint of her agent's key."""

    folder: Path
    agent: str


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    """Liora at her terminal; licence 2026-0001 is in force, and she has met her agent."""
    made = [an_office(tmp_path), an_office(tmp_path, "Tidewrack Pictures Ltd", "company"),
            an_office(tmp_path, "Halden Roe", "agent")]  # fmt: skip
    number = grant(*made[:2])
    meet(made[0], made[2])
    row = made[0].registry.licences.get(number, made[0].clock.now())
    (tmp_path / "both.likeness").write_bytes(bundle_of(made[0].desk, row).data)
    line = Desk(tmp_path / "liora.registry", capsys, monkeypatch)
    line.agent, line.folder = key_of(made[2]), tmp_path
    for one in made:
        one.close()
    monkeypatch.chdir(tmp_path)
    return line


@pytest.fixture
def bad(liora):
    """Give a bad file by its name."""

    def make(what):
        path = liora.folder / f"{what}.bad"
        if what == "folder":
            path.mkdir()
        elif what == "huge":
            with path.open("wb") as file:
                file.truncate(100 * 1024 * 1024)
        elif what != "missing":
            path.write_bytes({"empty": b"", "text": b"Dear Liora,", "noise": bytes(range(256))}[what])
        return path

    return make


def state_of(line):
    row = line.asks("licence", "show", "2026-0001")
    return row["state"], row["withdrawn_at"], len(line.asks("trust", "words")["words"]), line.asks("registry", "info")


@pytest.mark.parametrize("reader", READERS)
def test_a_bad_file_is_named_and_told(liora, bad, reader):
    before = state_of(liora)
    for what in ("missing", "folder", "empty", "huge", "text", "noise"):
        path = bad(what)
        for language in ("en", "fr"):
            said = liora(*READERS[reader], path, "--lang", language)
            assert said.code == 4, what
            assert str(path) in said.err
            assert not [words for words in UNTOLD if words in said.err], said.err
            assert len(said.err.replace(str(path), "")) > 15
        assert liora(*READERS[reader], path, "--json").json["error"]["file"] == str(path)
    assert state_of(liora) == before


@pytest.mark.parametrize("language", ["en", "fr"])
def test_whatever_a_file_turns_out_to_be_there_is_a_sentence_for_it(language):
    unknown = sentence(Unreadable("no such code"), language).replace("no such code", "{code}")
    reasons = ("empty", "not-ours", "no-code", "qr-not-ours", "reader-gave-up", "signature-copy", "check-record",
               "draft-page", "statement-of-another-kind", *(f"code-{kind}" for kind in KINDS))  # fmt: skip
    for reason in reasons:
        assert sentence(Unreadable(reason), language) != unknown.format(code=reason), reason


def test_pasted_nonsense_is_told(liora, monkeypatch):
    for pasted in (b"", b"hello", b"\xff\xfe\x00", b"LIK1:"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pasted)))
        said = liora("trust", "take", "-")
        assert said.code == 4
        assert not [words for words in UNTOLD if words in said.err]


WRONG = {
    "a licence confirmed as a card": ("trust", "add", "both.likeness"),
    "a licence as a list": ("trust", "status", "--import", "both.likeness"),
    "a card accepted": ("licence", "accept", "card"),
    "a card as a list": ("trust", "status", "--import", "card"),
    "ones own card": ("trust", "add", "card"),
    "a licence drafted": ("licence", "draft", "both.likeness"),
    "a pause that is none": ("licence", "resume", "2026-0001"),
    "a licence signed twice": ("licence", "sign", "2026-0001"),
    "an empty copy": ("licence", "accept-outside", "2026-0001", "nothing"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_does_not_belong_there_changes_nothing(liora, what):
    liora.asks("trust", "card", "--to", "card")
    (liora.folder / "nothing").touch()
    before = state_of(liora)
    said = liora(*WRONG[what])
    assert said.code == 4
    assert not [words for words in UNTOLD if words in said.err]
    assert state_of(liora) == before


def test_a_device_is_not_called_a_folder(liora):
    said = liora("licence", "accept-outside", "2026-0001", os.devnull)
    assert said.code == 4
    assert "no ordinary file" in said.err
    said = liora("licence", "accept-outside", "2026-0001", liora.folder)
    assert "This is a folder, not a file." in said.err


def test_the_wrong_party_ends_nothing(liora, capsys, monkeypatch):
    company = Line(liora.folder / "tidewrack.registry", capsys, monkeypatch)
    terms = written(liora.folder / "terms.json", terms_document(languages=["en"]))
    for words in (("suspend", "2026-0001"), ("resume", "2026-0001"), ("withdraw", "2026-0001"),
                  ("amend", "2026-0001", terms), ("sign", "2026-0001")):  # fmt: skip
        said = company("licence", *words)
        assert said.code == 4
        assert "2026-0001" in said.err
    assert company.asks("licence", "show", "2026-0001")["state"] == "in-force"


SIGNING = {
    "suspend": ("licence", "suspend", "2026-0001"),
    "withdraw": ("licence", "withdraw", "2026-0001", "--yes"),
    "delegate": ("trust", "delegate", "AGENT", "--likeness", "*", "--licensee", "*", "--act", "generate", "--most", "5",
                 "--currency", "EUR", "--until", "2030-01-01"),
    "estate": ("trust", "estate", "AGENT"),
    "rotate": ("trust", "rotate"),
    "recovery": ("trust", "recovery"),
}  # fmt: skip


def words_of(line, name):
    return [line.agent if word == "AGENT" else word for word in SIGNING[name]]


@pytest.mark.parametrize("name", SIGNING)
def test_a_place_that_takes_no_file_is_told_before_anything_is_signed(liora, name):
    before, card = state_of(liora), liora.asks("trust", "card")
    said = liora(*words_of(liora, name), "--to", liora.folder)
    assert said.code == 4
    assert "Name the file that is to be written" in said.err
    assert (state_of(liora), liora.asks("trust", "card")) == (before, card)


@pytest.mark.parametrize("name", [name for name in SIGNING if name != "recovery"])
def test_what_was_signed_is_had_again_where_the_disk_fails_after_it(liora, name, monkeypatch):
    def broken(_data, to):
        raise Broken("disk-full", file=str(to))

    monkeypatch.setattr(handing_out, "hand_out", broken)
    said = liora(*words_of(liora, name), "--to", liora.folder / "lost")
    assert said.code == 5
    assert "is signed and recorded here, but its file could not be written (the disk is full)." in said.err
    again = said.err.split("likeness ", 1)[1].split()
    monkeypatch.undo()
    monkeypatch.chdir(liora.folder)
    liora.asks(*(word if word != "FILE" else "again.likeness" for word in again))
    assert (liora.folder / "again.likeness").stat().st_size > 100


def test_the_digits_of_a_recovery_key_are_told_even_if_the_card_cannot_be_written(liora, monkeypatch):
    def broken(*_given):
        raise Broken("disk-full", file="card")

    monkeypatch.setattr(trust_key, "hand_signed", broken)
    said = liora("trust", "recovery", "--to", liora.folder / "card", "--json")
    assert said.code == 5
    assert len(said.json["recovery"].split()) == 16
    assert said.err


def test_what_is_named_again_must_stand_here(liora):
    for words in (("trust", "again", "0" * 16), ("trust", "again", "ab"), ("trust", "again")):
        said = liora(*words, "--to", liora.folder / "x")
        assert said.code == 4
        assert not [words for words in UNTOLD if words in said.err]


def test_a_pause_a_resumption_and_a_pause_within_one_second_are_three(liora):
    """Each is signed with its second; what two of one second say would have no order, or be the same bytes."""
    for word, state in (("suspend", "suspended"), ("resume", "in-force"), ("suspend", "suspended")):
        assert liora.asks("licence", word, "2026-0001")["state"] == state


def test_a_delegation_names_likenesses_that_are_here(liora):
    words = [*words_of(liora, "delegate"), "--to", liora.folder / "x"]
    words[words.index("*")] = "nobodys-voice"
    said = liora(*words)
    assert (said.code, "nobodys-voice" in said.err) == (4, True)
