"""The record of a check, and the list of what was checked before."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

from likeness.acts.checking.checks_kept import MOST_KEPT, checks_before, forget_checks, keep_checks, kept_of
from likeness.acts.checking.save_check import save_check
from likeness.paper.setting.marks import CHECK_MARK
from likeness.paper.sheets.check_sheet import Part, render_check
from likeness.verifier.check_words import Checked, check_sheet
from likeness.verifier.roots import NOBODY
from likeness.verifier.verify import verify
from tests.fakes.licences import accepted
from tests.fakes.offices import an_office
from tests.fakes.papers import read_here

AT = datetime(2026, 4, 1, 12, tzinfo=UTC)
DATA = accepted()
REPORT = verify(DATA, NOBODY, at=AT, read=read_here)
CHECKED = Checked("harbour.likeness", sha256(DATA).hexdigest(), AT, "Europe/Paris", "Halden Roe")


def test_a_record_says_what_was_checked_and_what_was_found():
    for language, answer, both in (
        ("en", "Intact, but you do not know who signed it", ("You may rely on", "This does not tell you")),
        ("fr", "Intacte, mais signataire inconnu", ("Vous pouvez vous fier à", "Ceci ne dit pas")),
    ):
        sheet = check_sheet(language, REPORT, CHECKED)
        assert sheet.answer == answer
        assert tuple(part.heading for part in sheet.pairs) == both
        assert all(part.lines for part in sheet.pairs)
        facts = [value for _name, value in sheet.facts]
        assert {"harbour.likeness", "Halden Roe", "2026-0041", "Harbour Nine, season 2"} <= set(facts)
        assert CHECKED.sha256 in "".join(facts).replace(" ", "")
        assert len(sheet.parts[0].rows) == len(REPORT.steps)


def test_the_same_check_gives_the_same_archive_file():
    page = render_check(check_sheet("en", REPORT, CHECKED, (Part("Planned use: Not clear yet", ("One.",)),)), AT)
    again = render_check(check_sheet("en", REPORT, CHECKED, (Part("Planned use: Not clear yet", ("One.",)),)), AT)
    assert page == again
    assert page.startswith(b"%PDF-")
    assert CHECK_MARK.encode() in page
    assert b"pdfaid:part" in page or b"pdfaid" in page
    assert b".likeness" not in page, "a record must never look like a licence"


def test_a_check_of_something_foreign_is_recorded_too():
    foreign = verify(b"WIFI:S:studio;P:very secret;;", NOBODY, at=AT, read=read_here)
    sheet = check_sheet("en", foreign, CHECKED)
    assert "very secret" not in repr(sheet)
    assert sheet.rest == ()
    assert render_check(sheet, AT)


def test_saving_leaves_a_leaf_and_writes_names_our_fonts_do_not_have(tmp_path):
    office = an_office(tmp_path, "Halden Roe", "agent")
    leaves = len(office.registry.journal.hashes())
    path = tmp_path / "record.pdf"
    office.do(save_check, REPORT, replace(CHECKED, file="契約書 \U0001f600.pdf"), path, "fr")
    assert path.read_bytes().startswith(b"%PDF-")
    assert len(office.registry.journal.hashes()) == leaves + 1
    office.close()


def test_what_was_checked_is_kept_newest_first_once_each_and_never_without_end(tmp_path):
    office = an_office(tmp_path, "Halden Roe", "agent")
    kept = kept_of(REPORT, "harbour.likeness", "/papers/harbour.likeness", AT)
    assert (kept.title, kept.signer, kept.end) == ("Harbour Nine, season 2", "Liora Vantreight", "2036-02-28")
    office.do(keep_checks, (kept,))
    office.do(keep_checks, tuple(replace(kept, title=f"Film {number}") for number in range(MOST_KEPT + 3)))
    office.do(keep_checks, (replace(kept, title=f"Film {MOST_KEPT}"),))
    titles = [one.title for one in checks_before(office.desk)]
    assert titles[0] == f"Film {MOST_KEPT}"
    assert len(titles) == len(set(titles)) == MOST_KEPT
    assert office.do(forget_checks).value
    assert checks_before(office.desk) == ()
    office.registry.settings.put("checks-before", '[{"odd": 1}]')
    assert checks_before(office.desk) == ()
    office.close()
