"""A draft to be read by an agent: its words and terms, marked on each page, and never taken for a licence."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.print_draft import save_draft_page
from likeness.acts.licences.sign_licence import sign_licence
from likeness.errors import Refused
from likeness.licence.terms import Party
from likeness.licence.terms_read import terms_from
from likeness.paper.setting.marks import DRAFT_TEMPLATE
from likeness.paper.sheets.draft_sheet import draft_sheet, render_draft
from likeness.verifier.roots import NOBODY
from likeness.verifier.verify import verify
from tests.fakes.licences import terms_document
from tests.fakes.papers import read_here

TERMS = terms_from(terms_document())
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "heading", "foot"),
    [
        ("en", "DRAFT: not signed, not valid", "DRAFT, not signed, not valid · 2026-0007 · 2 March 2026"),
        (
            "fr",
            "BROUILLON\u00a0: non signé, sans valeur",
            "BROUILLON, non signé, sans valeur · 2026-0007 · 2 mars 2026",
        ),
    ],
)
def test_it_says_first_and_on_each_page_that_it_is_a_draft(language, heading, foot):
    sheet = draft_sheet(language, "2026-0007", TERMS, {"liora-voice-2025": "voice"}, AT)
    assert (sheet.heading, sheet.foot) == (heading, foot)
    assert {"Liora Vantreight", "Tidewrack Pictures Ltd", "2026-0007"} <= {value for _name, value in sheet.facts}
    assert "Harbour Nine, season 2" in "".join(run.text for run in sheet.plain)
    assert sheet.may
    assert sheet.may_not
    assert TERMS.description in {value for _name, value in sheet.terms}


def test_an_amendment_names_the_licence_it_would_change():
    sheet = draft_sheet("en", "2026-0007", TERMS, {}, AT, "2026-0001")
    assert sheet.facts[-1] == ("Would change licence", "2026-0001")


def test_the_file_carries_nothing_of_a_licence_and_is_told_as_a_draft(liora, tmp_path):
    number, path = liora.do(draft_licence, TERMS).value.number, tmp_path / "draft.pdf"
    leaves = len(liora.registry.journal.hashes())
    assert liora.do(save_draft_page, number, path, "fr").value == path
    data = path.read_bytes()
    assert DRAFT_TEMPLATE.encode() in data
    assert b".likeness" not in data
    assert len(liora.registry.journal.hashes()) == leaves
    report = verify(data, NOBODY, at=AT, read=read_here)
    assert report.answer == "other"
    assert "It is a draft that nobody signed, not a licence." in [step.words("en") for step in report.steps]


def test_a_signed_licence_is_no_draft(liora, tmp_path):
    number = liora.do(draft_licence, TERMS).value.number
    liora.do(sign_licence, number)
    with pytest.raises(Refused, match="already-signed"):
        liora.do(save_draft_page, number, tmp_path / "draft.pdf")
    assert not list(tmp_path.glob("draft*"))


def test_the_same_draft_gives_the_same_bytes_and_letters_we_lack_are_refused():
    sheet = draft_sheet("en", "2026-0007", TERMS, {}, AT)
    assert render_draft(sheet, AT) == render_draft(sheet, AT)
    strange = replace(TERMS, licensee=Party("thai", "\u0e44\u0e17\u0e22"))
    with pytest.raises(Refused, match="no-glyph"):
        render_draft(draft_sheet("en", "2026-0007", strange, {}, AT), AT)
