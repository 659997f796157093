"""Letters on paper and as text: the same facts, the same bytes, nothing clipped, and nobody's words become marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader

from likeness.errors import Refused
from likeness.licence.dues.due import FEE, OVERAGE, Due
from likeness.licence.terms_read import terms_from
from likeness.paper.letters.letter import KINDS, Letter, Section, Table, harmless
from likeness.paper.letters.letter_due import invoice
from likeness.paper.letters.letter_facts import Added, Facts, Shown
from likeness.paper.letters.letter_pdf import LETTER_MARK, render_letter
from likeness.paper.letters.letter_text import letter_text
from likeness.paper.letters.letter_use import notice
from likeness.scope.judge import Finding, Verdict
from likeness.values.money import Money
from likeness.verifier.roots import NOBODY
from likeness.verifier.verify import verify
from tests.fakes.conformance import faults
from tests.fakes.letters import TRAILER
from tests.fakes.licences import terms_document
from tests.fakes.papers import read_here

TODAY = date(2026, 5, 2)
TERMS = terms_from(terms_document())
NAUGHTY = ["#panic()", "*bold* _it_ $x$ `raw`", "@ref <label>", "// no", "\\", "#eval(1)", "[a] {b} {number}", '"',
           "${x}", "= Heading", "- point", "\u202eevil", "a\u0000b", "**mark** ~~risk~~", "%PDF-1.4",
           "</svg>"]  # fmt: skip


def facts(**changes):
    found = Finding("trailer", Verdict.OUT_OF_SCOPE, ("purpose", "territory"), (), ("2026-0041",))
    known = Facts(
        today=TODAY, owner="Liora Vantreight", performer="Liora Vantreight", company="Tidewrack Pictures Ltd",
        company_id="tidewrack", number="2026-0041", terms=TERMS, signed={"2026-0041": TERMS}, use=TRAILER,
        finding=found,
        titles={"liora-voice-2025": "Speaking voice"},
    )  # fmt: skip
    return replace(known, **changes)


def a_letter(*sections, **changes):
    who, to = ("Liora Vantreight",), ("Tidewrack Pictures Ltd",)
    end = ("Kind regards", "Liora Vantreight", "Foot.", "Page {n} of {of}", TODAY)
    plain = Letter("notice", "en", "Use outside licence 2026-0041", who, to, "2 May 2026", sections, *end)
    return harmless(replace(plain, **changes))


def test_the_same_letter_gives_the_same_archive_file_that_is_no_licence():
    page = render_letter(notice("en", facts(), Added()))
    assert page == render_letter(notice("en", facts(), Added()))
    root = PdfFileReader(BytesIO(page), strict=True).root
    metadata = root["/Metadata"].data.decode()
    for said in ("pdfaid:part>3<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert said in metadata
    assert LETTER_MARK in metadata
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert b".likeness" not in page, "a letter must never look like a licence"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_our_own_check_of_the_standards_finds_no_fault(language):
    due = Due(f"{FEE}:2026-0041:once", FEE, "2026-0041", "T", "flat", TODAY, Money(1, "EUR"))
    shown = facts(evidence=(Shown("a.png", 3, "ab" * 32, TODAY),), dues=(due,), invoice="INV-2026-0001")
    for letter in (notice(language, shown, Added()), invoice(language, shown, Added(pay=("IBAN",)))):
        assert faults(render_letter(letter), language=language, attachments=0, signed=False) == []


def test_a_letter_is_no_licence_for_the_verifier():
    odd = facts(evidence=(Shown("2026-0041.likeness", 3, "ab" * 32, TODAY),))
    report = verify(
        render_letter(notice("en", odd, Added())), NOBODY, at=datetime(2026, 5, 2, tzinfo=UTC), read=read_here
    )
    assert report.answer == "other"


@pytest.mark.parametrize("text", NAUGHTY)
def test_words_of_others_are_words_everywhere(text):
    """A company's name, a file's name, a use's id and what a person typed: set and told as they are."""
    added = Added(address=("a",), to_name="b", by=TODAY, pay=("c",), money=Money(1, "EUR"))
    known = facts(
        company=text,
        number=text,
        titles={"liora-voice-2025": text, "harbour-nine-2": text, "tidewrack": text},
        use=replace(TRAILER, id=text, project=text),
        signed={text: TERMS},
        finding=replace(facts().finding, licences=(text,)),
        evidence=(Shown(text, 3, "ab" * 32, TODAY),),
        invoice="INV-2026-0001",
    )
    told = replace(added, to_name=text, note=text, address=(text,), pay=(text,))
    for letter in (notice("en", known, told), invoice("fr", known, told)):
        assert render_letter(letter).startswith(b"%PDF-1.7")
        plain = letter_text(letter)
        assert plain.count(text if text.isprintable() else "\\u") >= 4
        assert all(one.isprintable() or one in "\n\u00a0\u202f" for one in plain)


@given(st.text(min_size=1, max_size=60))
def test_whatever_a_company_is_called_the_text_has_as_many_lines(name):
    plain, odd = (letter_text(notice("en", facts(company=one), Added())) for one in ("X", name))
    assert len(odd.splitlines()) == len(plain.splitlines())


def test_a_name_that_no_font_of_ours_has_is_refused_and_never_a_box():
    with pytest.raises(Refused, match="no-glyph"):
        render_letter(notice("en", facts(company="Pictures \U0001f600"), Added()))


def test_the_name_of_a_file_never_stops_a_letter():
    odd = (Shown("\u5951\u7d04 caf\u00e9 \U0001f600.png", 3, "ab" * 32, TODAY),)
    letter = notice("en", facts(evidence=odd), Added())
    assert render_letter(letter) == render_letter(letter)
    assert "\u5951\u7d04 caf\u00e9" in letter_text(letter)


@pytest.mark.parametrize(
    ("dues", "sums"),
    [
        ((Money(2**63 + 1, "EUR"), Money(2**63 + 1, "EUR")), (Money(2**64 + 2, "EUR"),)),
        ((Money(0, "EUR"),), (Money(0, "EUR"),)),
        ((Money(1, "JPY"), Money(1, "EUR"), Money(2, "JPY")), (Money(1, "EUR"), Money(3, "JPY"))),
        ((Money(1, "KWD"),), (Money(1, "KWD"),)),
    ],
)
def test_totals_are_exact_and_never_across_currencies(dues, sums):
    lines = tuple(
        Due(f"{FEE}:2026-0041:{n}", FEE, "2026-0041", "Tidewrack", "flat", TODAY, money) for n, money in enumerate(dues)
    )
    letter = invoice("en", facts(dues=lines, use=None, invoice="INV-2026-0001"), Added())
    assert letter.sums == sums
    [table] = [section.table for section in letter.sections if section.table]
    assert len(table.rows) == len(dues)
    assert len(table.totals) == len(sums)
    told = letter_text(letter)
    digits = "".join(one for one in told if one.isdigit())
    assert all(str(money.minor) in digits for money in dues + sums if money.minor)
    assert render_letter(letter)


def test_a_line_says_what_it_is_for_and_the_sum_was_not_touched():
    due = Due(f"{OVERAGE}:2026-0041:u", OVERAGE, "2026-0041", "T", "line", None, Money(1_234_567, "EUR"), "u", count=5)
    letter = invoice("fr", facts(dues=(due,), invoice="INV-2026-0001"), Added())
    assert "5 répliques de trop, usage u" in letter_text(letter)
    assert "12\u202f345,67\u00a0€" in letter_text(letter)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_term_of_the_contract_has_a_label(language):
    from likeness.paper.wording import says
    from likeness.scope.terms_order import ORDER

    assert all(says(language, "letter-term", term) for term in ORDER if term != "no-licence")
    assert all(says(language, "letter-kind", kind) for kind in KINDS)


def test_a_limit_that_was_closed_before_is_said_in_words():
    from likeness.scope.limits import Overrun

    closed = Finding("trailer", Verdict.OUT_OF_SCOPE, ("limit",), (), ("2026-0041",), (), (Overrun("line", 40, 0, 14),))
    told = letter_text(notice("en", facts(finding=closed), Added()))
    assert "14 lines. An earlier use went over the limit of 40 lines, which closed it." in told
    assert "0 too many" not in told


def test_an_agent_says_for_whom_she_writes():
    assert "I write for Liora Vantreight." in letter_text(notice("en", facts(owner="Halden Roe Talent"), Added()))
    assert "I write for" not in letter_text(notice("en", facts(), Added()))


def test_forty_broken_terms_and_the_longest_names_run_over_pages():
    rows = tuple((f"Term {n}", "What was granted here. " * 6, "W" * 60 + " used. " * 12) for n in range(40))
    long = ("Wolfeschlegelsteinhausenbergerdorff " * 5).strip()
    letter = a_letter(
        Section("Granted and used", table=Table(("Term", "Granted", "Used"), rows)), recipient=(long, long)
    )
    pages = PdfFileReader(BytesIO(render_letter(letter))).root["/Pages"]
    assert int(pages["/Count"]) > 2
