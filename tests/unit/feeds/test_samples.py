"""The shared samples, each in the real form a company would send, read with a sensible mapping.

The mappings are what the guesses make of the samples (tests/golden/mappings), with what a person would settle added.
"""

from __future__ import annotations

import json
from collections import Counter

import pytest

from likeness.feeds.batches import batches
from likeness.feeds.blocks import beginning
from likeness.feeds.guess import NOT_WHOLE, UNKNOWN, WHICH_UNIT, guess
from likeness.feeds.mapping import mapping_from, mapping_to
from likeness.feeds.report import read_report
from likeness.feeds.sniff import sniff
from tests.fakes.reports import KNOWN
from tests.fakes.shared import CHECKOUT, shared_path

GOLDEN = CHECKOUT / "tests" / "golden" / "mappings"
SETTLED = {
    "streamer.csv": {"constants": {"user": "lanternfish", "likeness": "liora-voice-2025", "act": "show"}},
    "studio.xlsx": {"constants": {"user": "tidewrack", "purpose": "series"}},
    "semicolons-latin1.csv": {},
}
COUNTS = {  # rows that are facts, and why the others are not
    "tidy.csv": (200, {}),
    "streamer.csv": (4980, {"other-date-form": 8, "not-a-whole-number": 12}),
    "studio.xlsx": (641, {}),
    "semicolons-latin1.csv": (120, {}),
    "lines.jsonl": (160, {}),
}


def sample(name):
    return shared_path("samples", "reports", name)


def guesses_of(name):
    source = sniff(sample(name))
    return source, guess(source, beginning(source, 5_000), KNOWN)


def mapping_of(name):
    path = GOLDEN / f"{name}.json"
    return mapping_from(json.loads(path.read_text("utf-8")) | SETTLED[name]) if name in SETTLED else None


@pytest.mark.parametrize("name", SETTLED)
def test_the_guesses_are_the_golden_mappings(name):
    _, guesses = guesses_of(name)
    assert mapping_to(guesses.mapping) == json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("name", COUNTS)
def test_every_row_is_read(name):
    found = list(batches(sniff(sample(name)), mapping_of(name)))
    reasons = Counter(reason for batch in found for reason in batch.rejected["reason"].to_list())
    assert (sum(batch.facts.height for batch in found), dict(reasons)) == COUNTS[name]


def test_what_is_guessed_and_what_is_left_out():
    _, streamer = guesses_of("streamer.csv")
    assert {one.name: one.reason for one in streamer.columns if one.target is None} == {"Units": WHICH_UNIT}
    assert len(streamer.dates["at"].forms) == 1
    assert not streamer.dates["at"].fits_all  # eight dates are in another form, or impossible
    territories = {one.word: one.code for one in streamer.aliases["territory"]}
    assert (territories["UK & IE"], territories["Rest of World"], territories["Kosovo"]) == ("GB|IE", "ROW", "XK")
    _, studio = guesses_of("studio.xlsx")
    assert {one.name: one.reason for one in studio.columns if one.target is None} == {
        "Qty": WHICH_UNIT,
        "Internal note": UNKNOWN,
    }
    source, latin = guesses_of("semicolons-latin1.csv")
    assert source.encoding == "cp1252"
    assert {one.name: one.reason for one in latin.columns if one.target is None} == {
        "Durée (s)": NOT_WHOLE,
        "Remarque": UNKNOWN,
    }


def test_cells_of_the_french_report_and_of_the_workbook():
    (batch,) = batches(sniff(sample("semicolons-latin1.csv")), mapping_of("semicolons-latin1.csv"))
    row = batch.facts.row(7, named=True)
    assert (row["line_id"], row["territory"], row["language"], row["user"]) == ("CV-2026008", "CA-QC", "fr", "capvert")
    (sheet,) = batches(sniff(sample("studio.xlsx")), mapping_of("studio.xlsx"))
    assert sheet.facts["line"].to_list() == [*range(4, 644), 645]
    assert sheet.facts["at"].null_count() == 1  # the total at the foot: a row like any other
    assert sheet.facts["territory"].to_list()[2] == "FR|BE"


def test_the_broken_report_row_by_row():
    report = read_report(sample("broken.csv"))
    assert report.encoding == "cp1252"
    assert {one.line: one.reason for one in report.rejected} == {
        3: "key-missing", 19: "bad-day", 20: "bad-day", 21: "bad-instant", 22: "bad-instant", 23: "bad-day",
        24: "bad-instant", 25: "bad-instant", 27: "bad-day", 28: "not-a-whole-number", 29: "not-a-whole-number",
        30: "not-a-whole-number", 31: "not-a-whole-number", 32: "not-a-whole-number", 33: "not-a-whole-number",
        34: "number-too-large", 35: "not-a-whole-number", 42: "text-too-long", 48: "field-count", 49: "field-count",
        50: "field-count", 54: "field-count", 55: "not-a-whole-number", 62: "quote-open",
    }  # fmt: skip
    assert (report.duplicates, report.conflicting) == (2, 1)
    assert report.rows == len(report.uses) + len(report.rejected) + report.duplicates == 58
    ids = [use.id for use in report.uses]
    assert {"b-040", "b-041", "b-046", "b-048", "Total"} <= set(ids)
    assert next(use for use in report.uses if use.id == "b-048").territory == ("FR",)
