"""Guesses: never silent about doubt, never wrong about what is a code already."""

from __future__ import annotations

import pytest

from likeness.feeds.blocks import beginning
from likeness.feeds.date_forms import date_forms
from likeness.feeds.guess import BY_HEADING, BY_KEY, BY_VALUES, TWICE, UNKNOWN, alias_guess, guess
from likeness.feeds.known_names import Known
from likeness.feeds.known_words import code_for
from likeness.feeds.sniff import sniff
from tests.fakes.reports import KNOWN, report_of


def guesses(folder, headings, *rows, known=None):
    source = sniff(report_of(folder, *rows, headings=headings))
    return guess(source, beginning(source), known)


@pytest.mark.parametrize(
    ("samples", "forms", "doubtful"),
    [
        (["13/07/2026", "04/07/2026"], ("%d/%m/%Y",), False),
        (["07/13/2026", "04/07/2026"], ("%m/%d/%Y",), False),
        (["04/07/2026", "05/06/2026"], ("%d/%m/%Y", "%m/%d/%Y"), True),
        (["04/04/2026", "05/05/2026"], ("%d/%m/%Y",), False),  # both forms read the same days: nothing to ask
        (["2026-07-04", "2026-07-04T10:00:00Z"], (None,), False),
        (["4 July 2026"], ("%d %B %Y",), False),
        (["04/07/2026 18:30"], ("%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M"), True),
    ],
)
def test_every_form_that_fits(samples, forms, doubtful):
    found = date_forms(samples)
    assert (found.forms, bool(found.doubtful)) == (forms, doubtful)


def test_what_is_no_date():
    assert date_forms([]) is None
    assert date_forms(["soon", "2026-07-04"]) is None
    assert date_forms(["2026-07-04"] * 1 + [f"2026-06-{day:02}" for day in range(1, 20)] + ["soon"]).fits_all is False


def test_a_doubtful_date_is_a_question_and_no_mapping(tmp_path):
    found = guesses(tmp_path, ("user", "TX date"), "u,04/07/2026", "u,05/06/2026")
    assert len(found.dates["at"].forms) == 2
    assert (found.mapping.columns["TX date"], found.mapping.dates) == ("at", {})


def test_columns_and_their_reasons(tmp_path):
    headings = ("user", "Pays", "Where it ran", "Notes", "Date", "Date", "Territory")
    found = guesses(tmp_path, headings, "u,France,SVOD,good,1,2,DE", "u,Suisse,In-flight,bad,1,2,FR")
    assert [(one.target, one.reason) for one in found.columns] == [
        ("user", BY_KEY), ("territory", BY_HEADING), ("medium", BY_VALUES), (None, UNKNOWN), (None, TWICE),
        (None, TWICE), (None, UNKNOWN),
    ]  # fmt: skip
    assert found.columns[1].samples == ("France", "Suisse")
    assert "Date" not in found.mapping.columns
    assert found.mapping.aliases["medium"] == {"SVOD": "svod", "In-flight": "in-flight"}


def test_a_reference_that_repeats_is_no_line_id(tmp_path):
    assert guesses(tmp_path, ("Ref", "user"), "A,u", "A,u").columns[0].target is None
    assert guesses(tmp_path, ("Ref", "user"), "A,u", "B,u").columns[0].target == "line_id"


@pytest.mark.parametrize(
    ("target", "word", "code"),
    [
        ("territory", "Côte d’Ivoire", "CI"), ("territory", "GERMANY", "DE"), ("territory", "FR, BE", "FR|BE"),
        ("territory", "Union européenne", "EU"), ("territory", "Québec", "CA-QC"), ("territory", "Atlantis", None),
        ("territory", "US-CA", "US-CA"), ("language", "français (Canada)", "fr-CA"), ("language", "Allemand", "de"),
        ("language", "Spanish (Latin America)", "es-419"), ("language", "Original", None), ("medium", "radio", "radio"),
        ("medium", "subscription streaming", "svod"), ("act", "création", "generate"), ("purpose", "Trailer", "promo"),
        ("modification", "voix", None), ("project", "anything", None),
    ],
)  # fmt: skip
def test_words_and_their_codes(target, word, code):
    assert code_for(target, word) == code


def test_names_and_their_ids():
    assert alias_guess("user", "TIDEWRACK pictures ltd.", 1, KNOWN).code == "tidewrack"
    assert alias_guess("project", "Harbour Nine S2E07", 1, KNOWN).code == "harbour-nine-2"
    assert alias_guess("project", "harbour-nine-2", 1, KNOWN) is None
    assert alias_guess("likeness", "liora-voice-2025|liora-singing-2025", 1, KNOWN) is None
    assert alias_guess("project", "Harbour Nine\u202egpj", 1, KNOWN).code is None
    assert alias_guess("project", "Ferry", 1, Known(project={"Ferry": "a", "ferry ": "b"})).code is None
    assert alias_guess("territory", "n/a", 1, KNOWN).nothing
    assert alias_guess("content", "none", 1, KNOWN) is None
