"""`likeness letter write|text|list|show|undo`."""

from __future__ import annotations

from hashlib import sha256

import pytest

from tests.fakes.lines import Line, written


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    line.sign(tmp_path, basis="consent", reporting=None)
    use = {
        "id": "u-1", "user": "tidewrack", "likeness": "liora-voice-2025", "project": "harbour-nine-2",
        "act": "generate",
        "purpose": "promo", "medium": "svod", "territory": "US", "language": "es", "modification": ["new-dialogue"],
        "content": [], "at": "2026-04-01", "quantity": {"line": 1, "second": 2},
    }  # fmt: skip
    line("use", "log", written(tmp_path / "u.json", use))
    return line


def test_a_letter_is_written_listed_and_taken_back(liora, tmp_path):
    file = tmp_path / "notice.pdf"
    row = liora.asks("letter", "write", "notice", "u-1", "--to", str(file), "--contact", "liora@example.org")
    assert (row["kind"], row["subject"], row["to"], row["flag"]) == (
        "notice",
        "u-1",
        "Tidewrack Pictures Ltd",
        "letter-sent",
    )
    assert row["sha256"] == sha256(file.read_bytes()).hexdigest()
    [listed] = liora.asks("letter", "list")["letters"]
    assert listed == {key: value for key, value in row.items() if key != "flag"}
    assert "Notice of a use" in liora("letter", "list").out
    file.unlink()
    assert liora.asks("letter", "show", str(row["id"]))["text"].startswith("Liora Vantreight\nliora@example.org\n")
    assert liora.asks("letter", "undo", str(row["id"]))["taken_back"]
    assert liora.asks("letter", "list")["letters"][0]["taken_back"]
    assert liora("letter", "list", "--lang", "fr").out == "Aucune lettre n’a encore été écrite.\n"


def test_text_records_nothing_and_remembers_what_was_said_before(liora, tmp_path):
    words = ("--address", "4 Quay Street", "--address", "Saint-Malo", "--note", "Once more.")
    told = liora.asks("letter", "text", "notice", "u-1", *words)["text"]
    assert told.startswith("Liora Vantreight\n4 Quay Street\nSaint-Malo\n\n")
    assert "Once more." in told
    assert liora.asks("letter", "list") == {"letters": []}
    assert "4 Quay Street" not in liora("letter", "text", "notice", "u-1").out
    liora.asks("letter", "write", "notice", "u-1", "--to", str(tmp_path / "a.txt"), *words)
    assert "4 Quay Street" in liora("letter", "text", "notice", "u-1").out
    assert "Once more." not in liora("letter", "text", "notice", "u-1").out
    assert (tmp_path / "a.txt").read_text("utf-8") == told


def test_an_invoice_gets_a_number_and_a_second_one_is_refused(liora, tmp_path):
    [fee] = [due["key"] for due in liora.asks("licence", "owed")["dues"] if due["kind"] == "fee"]
    row = liora.asks("letter", "write", "invoice", fee, "--to", str(tmp_path / "a.pdf"))
    assert row["number"].startswith("INV-")
    assert (row["sums"], row["dues"]) == ([{"minor": 1_800_000, "currency": "EUR"}], [fee])
    again = liora("letter", "write", "invoice", fee, "--to", tmp_path / "b.pdf", "--json")
    assert (again.code, again.json["error"]["code"]) == (4, "already-invoiced")
    sums = ("--minor", "5000", "--currency", "USD")
    assert liora.asks("letter", "write", "invoice", "u-1", "--to", str(tmp_path / "c.pdf"), *sums)["flag"] == "invoiced"


def test_a_use_is_invoiced_once_whatever_the_sum(liora, tmp_path):
    """Of a use without a due the same sum was asked for twice, under two numbers."""
    sums = ("--minor", "5000", "--currency", "USD")
    first = liora.asks("letter", "write", "invoice", "u-1", "--to", tmp_path / "a.pdf", *sums)
    again = liora("letter", "write", "invoice", "u-1", "--to", tmp_path / "b.pdf", *sums)
    assert (again.code, first["number"] in again.err, (tmp_path / "b.pdf").exists()) == (4, True, False)
    liora.asks("letter", "undo", first["id"])
    second = liora.asks("letter", "write", "invoice", "u-1", "--to", tmp_path / "c.pdf", *sums)
    assert second["number"] != first["number"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("text", "takedown", "u-1"), 4),
        (("text", "notice", "nobody"), 4),
        (("text", "notice", "u-1", "--by", "soon"), 4),
        (("text", "invoice", "u-1", "--minor", "5"), 2),
        (("text", "invoice", "u-1", "--minor", "5", "--currency", "XYZ"), 4),
        (("text", "poem", "u-1"), 2),
        (("undo", "99"), 4),
        (("show", "99"), 4),
    ],
)
def test_what_cannot_be_done_is_said(liora, words, code):
    assert liora("letter", *words).code == code


def test_all_licences_of_a_year_are_exported_at_once(liora, tmp_path):
    [number] = [row["number"] for row in liora.asks("licence", "list")["licences"]]
    year = number[:4]
    made = liora.asks("licence", "export", "--all", "--year", year, "--to", tmp_path / "out")
    assert (made["licences"], made["failed"], len(made["files"])) == (1, [], 4)
    assert liora.asks("licence", "export", "--all", "--year", "1999", "--to", tmp_path / "none")["files"] == []
    (tmp_path / "bad" / f"{number}.pdf").mkdir(parents=True)
    said = liora("licence", "export", "--all", "--to", tmp_path / "bad", "--json")
    assert (said.code, said.json["licences"], said.json["failed"][0]["number"]) == (4, 0, number)
    for words in ((number, "--all"), (), (number, "--year", year), ("--all", "--for-signature")):
        assert liora("licence", "export", *words, "--to", tmp_path / "x").code == 2


def test_the_card_and_the_recovery_sheet_are_pages_to_print(liora, tmp_path):
    card, sheet = tmp_path / "card.pdf", tmp_path / "sheet.pdf"
    liora.asks("trust", "card", "--to", card, "--lang", "fr")
    assert card.read_bytes().startswith(b"%PDF-")
    said = liora("trust", "recovery", "--to", tmp_path / "card.likeness", "--sheet", sheet)
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert "Print it, then delete it." in said.err


def test_letters_about_what_is_not_there_are_refused_by_its_name(liora, tmp_path):
    for known in ("u-1", "2026-0001", "fee:2026-0001:once"):
        assert liora.asks("letter", "list", "--about", known) == {"letters": []}
    said = liora("letter", "list", "--about", "nope")
    assert (said.code, said.out) == (4, "")
    assert "nope" in said.err
