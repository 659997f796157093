"""`likeness licence owed` and `likeness licence dates`."""

from __future__ import annotations

import pytest

from tests.fakes.lines import Line

KEYS = {
    "key",
    "kind",
    "licence",
    "company",
    "performer",
    "on",
    "money",
    "for",
    "use",
    "period",
    "count",
    "state",
    "said",
}


@pytest.fixture
def liora(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "own.registry", capsys, monkeypatch).begin()
    line.sign(tmp_path, basis="consent", reporting=None, service_at="2027-02-20T08:00:00+01:00")
    return line


def dues(line, *words):
    return {due["kind"]: due for due in line.asks("licence", "owed", *words)["dues"]}


def test_what_is_owed_is_listed(liora):
    found = dues(liora)
    assert set(found["fee"]) == KEYS
    assert found["fee"]["money"] == {"minor": 1_800_000, "currency": "EUR"}
    assert found["fee"]["for"] == "Fee"
    assert found["deletion"]["on"] == "2027-03-30"
    text = liora("licence", "owed").out
    assert "€18,000" in text
    assert found["fee"]["key"] in text


def test_of_a_licence_that_is_not_there_nothing_is_said_to_be_owed(liora):
    said = liora("licence", "owed", "--licence", "2026-9999")
    assert (said.code, said.out) == (4, "")
    assert "2026-9999" in said.err


def test_nothing_owed_is_said_in_words(tmp_path, capsys, monkeypatch):
    line = Line(tmp_path / "empty.registry", capsys, monkeypatch)
    line.asks("registry", "init", "--name", "Liora Vantreight")
    assert line("licence", "owed").out == "Nothing is owed.\n"
    assert line("licence", "owed", "--lang", "fr").out == "Rien n’est dû.\n"


def test_settled_waived_and_reopened(liora):
    fee, deletion = dues(liora)["fee"]["key"], dues(liora)["deletion"]["key"]
    came = ("--on", "2026-03-09", "--minor", "1750000", "--currency", "EUR", "--note", "Less their bank's charge")
    told = liora.asks("licence", "owed", "--settle", fee, *came)["dues"]
    paid, rest = (next(due for due in told if due["key"] == key) for key in (fee, f"{fee}:rest"))
    assert (paid["state"], paid["money"]["minor"]) == ("paid", 1_750_000)
    assert paid["said"] == {"on": "2026-03-09", "note": "Less their bank's charge"}
    assert (rest["state"], rest["money"]["minor"], rest["for"]) == ("due", 50_000, "Fee: the rest")
    assert dues(liora, "--waive", deletion)["deletion"]["state"] == "waived"
    assert dues(liora, "--reopen", fee)["fee"]["said"] is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--settle", "x", "--waive", "y"), 2), (("--settle", "fee:x:once", "--minor", "5"), 2),
        (("--settle", "fee:none:once"), 4), (("--reopen", "fee"), 4), (("--settle", "fee", "--on", "soon"), 4),
        (("--settle", "fee:2026-0001:once", "--on", "2099-01-01"), 4),
    ],
)  # fmt: skip
def test_wrong_words_are_refused(liora, words, code):
    assert liora("licence", "owed", *words).code == code


def test_the_list_goes_into_a_table(liora, tmp_path):
    path = tmp_path / "owed.csv"
    liora("licence", "owed", "--settle", dues(liora)["fee"]["key"], "--minor", "1750000", "--currency", "EUR")
    said = liora.asks("licence", "owed", "--licence", "2026-0001", "--to", path)
    lines = path.read_text("utf-8-sig").splitlines()
    assert said == {"file": str(path), "rows": len(lines) - 1}
    assert [line.split(",")[1:3] for line in lines if ":once" in line] == [["paid", "Fee"], ["due", "Fee: the rest"]]
    assert liora("licence", "owed", "--to", tmp_path / "owed.docx").code == 4


def test_all_dates_go_into_a_calendar(liora, tmp_path):
    path = tmp_path / "dates.ics"
    said = liora.asks("licence", "dates", "--to", path)
    assert said == {"file": str(path), "dates": path.read_bytes().count(b"BEGIN:VEVENT")}
    assert said["dates"] >= 5
    liora.asks("licence", "dates", "--to", tmp_path / "new" / "folder" / "dates.ics")
    assert (tmp_path / "new" / "folder" / "dates.ics").read_bytes().endswith(b"END:VCALENDAR\r\n")
    assert liora("licence", "dates").code == 2
