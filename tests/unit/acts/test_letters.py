"""Letters from the registry: what fits what, what is recorded, numbers that are given once, marks taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.settle_due import settle_due
from likeness.acts.letters.draft_letter import draft_letter, proposed
from likeness.acts.letters.letters_written import letters_written
from likeness.acts.letters.write_letter import put_back, take_back, write_letter
from likeness.acts.licences.end_licence import withdraw_licence
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.settle_flag import move_flag
from likeness.errors import Broken, LikenessError, Refused
from likeness.paper.letters.letter import KINDS
from likeness.paper.letters.letter_text import letter_text
from likeness.registry.flags import INVOICED, LETTER_SENT, OPEN
from likeness.values.money import Money
from likeness.values.outcome import Change
from tests.fakes.grants import grant
from tests.fakes.letters import ADDED, SUBJECTS, added_for, furnished
from tests.fakes.uses import ALLOWED

OVERAGE, FEE = "overage:2026-0001:too-many", "fee:2026-0001:once"


@pytest.fixture
def office(liora, tmp_path, clock):
    return furnished(liora, tmp_path, clock)


def steps(office, name="trailer"):
    return [step.code for step in office.registry.flags.steps(office.registry.uses.get(name).row)]


def write(office, kind, path, **changes):
    return office.do(write_letter, kind, SUBJECTS[kind], path, "en", added_for(kind, **changes))


def test_every_kind_is_drafted_without_recording_anything(office):
    office.do(withdraw_licence, "2026-0001")
    leaves = office.registry.journal.size()
    for kind in KINDS:
        for language in ("en", "fr"):
            letter = draft_letter(office.desk, kind, SUBJECTS[kind], language, added_for(kind))
            assert (letter.kind, letter.language) == (kind, language)
            assert "Liora Vantreight" in letter_text(letter)
    assert office.registry.journal.size() == leaves
    assert letters_written(office.desk) == []


def test_a_written_letter_is_a_leaf_with_the_fingerprint_of_its_file_and_moves_the_flag(office, tmp_path):
    leaves = office.registry.journal.size()
    outcome = write(office, "notice", tmp_path / "notice.pdf")
    data = (tmp_path / "notice.pdf").read_bytes()
    [row] = letters_written(office.desk)
    assert outcome.changed == {Change.USES, Change.DUES}
    assert row.sha256 == sha256(data).digest()
    assert (row.kind, row.subject, row.company, row.number) == ("notice", "trailer", "Tidewrack Pictures Ltd", None)
    assert steps(office) == [LETTER_SENT]
    assert office.registry.journal.size() == leaves + 2  # the letter, and the step of the flag
    assert row.sha256.hex() in str(list(office.registry.journal.leaves())[leaves].entry)
    assert check_registry(office.desk) == []


def test_the_same_letter_is_the_same_file(office, tmp_path, clock):
    first = write(office, "notice", tmp_path / "a.pdf").value.letter
    clock.forward(hours=1)
    assert write(office, "notice", tmp_path / "b.pdf").value.letter.sha256 == first.sha256


def test_a_mark_is_taken_back_and_done_again(office, tmp_path):
    written = write(office, "notice", tmp_path / "notice.pdf").value
    undone = office.do(put_back, written).value
    assert steps(office)[-1] == OPEN
    assert letters_written(office.desk)[0].taken_back
    office.do(put_back, undone)
    assert steps(office)[-1] == LETTER_SENT
    assert not letters_written(office.desk)[0].taken_back
    assert (tmp_path / "notice.pdf").exists()


def test_taken_back_by_its_id_the_flag_follows_unless_it_moved_on(office, tmp_path):
    row = write(office, "notice", tmp_path / "a.pdf").value.letter
    office.do(take_back, row.id)
    assert steps(office)[-1] == OPEN
    with pytest.raises(Refused, match="unknown-letter"):
        office.do(take_back, row.id)
    row = write(office, "notice", tmp_path / "b.pdf").value.letter
    office.do(move_flag, "trailer", INVOICED, "by hand")
    office.do(take_back, row.id)
    assert steps(office)[-1] == INVOICED


def test_a_letter_never_moves_a_flag_back(office, tmp_path):
    office.do(move_flag, "trailer", INVOICED)
    assert write(office, "notice", tmp_path / "a.pdf").value.flag is None
    assert steps(office) == [INVOICED]


def test_without_a_mark_the_flag_stays(office, tmp_path):
    office.do(write_letter, "notice", "trailer", tmp_path / "a.txt", "en", ADDED, mark=False)
    assert steps(office) == []
    assert (tmp_path / "a.txt").read_text("utf-8").startswith("Liora Vantreight\n4 Quay Street\n")


def test_a_due_knows_its_invoice_and_is_invoiced_once(office, tmp_path):
    letter = write(office, "invoice", tmp_path / "a.pdf").value.letter
    assert (letter.number, letter.sums, letter.dues) == ("INV-2026-0001", (Money(225_000, "EUR"),), (OVERAGE,))
    assert office.registry.letters.invoices_of([OVERAGE, FEE]) == {OVERAGE: letter}
    with pytest.raises(Refused, match="already-invoiced") as fault:
        write(office, "invoice", tmp_path / "b.pdf")
    assert fault.value.params["name"] == "INV-2026-0001"
    assert not (tmp_path / "b.pdf").exists()


def test_a_number_is_never_given_twice(office, tmp_path):
    first = write(office, "invoice", tmp_path / "a.pdf").value
    office.do(put_back, first)
    second = write(office, "invoice", tmp_path / "b.pdf").value.letter
    assert second.number == "INV-2026-0002"
    assert office.registry.letters.invoices_of([OVERAGE])[OVERAGE].number == "INV-2026-0002"


def test_numbers_begin_again_with_the_year(office, tmp_path, clock):
    write(office, "invoice", tmp_path / "a.pdf")
    clock.forward(days=300)
    made = office.do(write_letter, "invoice", FEE, tmp_path / "b.pdf", "en", replace(ADDED, by=None)).value
    assert made.letter.number == "INV-2027-0001"


def test_a_disk_that_says_no_gives_no_number_and_no_letter(office, tmp_path):
    (tmp_path / "a-file").write_text("in the way")
    leaves = office.registry.journal.size()
    with pytest.raises(Broken):
        write(office, "invoice", tmp_path / "a-file" / "a.pdf")
    assert letters_written(office.desk) == []
    assert (office.registry.letters.next_number(2026), office.registry.journal.size()) == (1, leaves)


def test_an_invoice_of_a_use_takes_its_dues_and_marks_it(office, tmp_path):
    made = office.do(write_letter, "invoice", "too-many", tmp_path / "a.pdf", "en", ADDED).value
    assert made.letter.dues == (OVERAGE,)
    assert (steps(office, "too-many"), made.flag.after.note) == ([INVOICED], "INV-2026-0001")


def test_an_invoice_of_a_licence_has_a_line_for_each_open_payment(office):
    letter = draft_letter(office.desk, "invoice", "2026-0001", "en", ADDED)
    assert letter.sums == (Money(2_025_000, "EUR"),)
    office.do(settle_due, FEE)
    assert draft_letter(office.desk, "invoice", "2026-0001", "en", ADDED).sums == (Money(225_000, "EUR"),)


def test_a_sum_that_nobody_knows_is_asked_and_never_guessed(office):
    with pytest.raises(Refused, match="letter-needs-sum"):
        draft_letter(office.desk, "invoice", "trailer", "en", ADDED)
    asked = Money(2**60, "USD")
    assert draft_letter(office.desk, "invoice", "trailer", "en", replace(ADDED, money=asked)).sums == (asked,)
    with pytest.raises(Refused, match="sum-known"):
        draft_letter(office.desk, "invoice", OVERAGE, "en", replace(ADDED, money=asked))


@pytest.mark.parametrize(
    ("kind", "subject", "code"),
    [
        ("notice", "nobody", "unknown-use"),
        ("notice", FEE, "unknown-use"),
        ("notice", "fine", "nothing-to-settle"),
        ("reminder", FEE, "letter-does-not-fit"),
        ("reminder", "trailer", "letter-does-not-fit"),
        ("deletion", "trailer", "unknown-licence"),
        ("deletion", FEE, "letter-does-not-fit"),
        ("withdrawal", "2026-0001", "not-withdrawn"),
        ("invoice", "fee:2026-0001:twice", "unknown-due"),
        ("poem", "trailer", "unknown-code"),
    ],
)
def test_what_does_not_fit_is_refused(office, kind, subject, code):
    office.do(log_use, replace(ALLOWED, id="fine", at=ALLOWED.at.replace(day=1), quantity={"line": 0, "second": 0}))
    with pytest.raises(LikenessError, match=code):
        draft_letter(office.desk, kind, subject, "en", ADDED)


@pytest.mark.parametrize("missing", ["to_name", "where", "contact"])
def test_a_takedown_says_what_is_still_to_be_added(office, missing):
    empty = () if missing == "where" else ""
    with pytest.raises(Refused, match=f"letter-needs-{missing.replace('_', '-')}"):
        draft_letter(office.desk, "takedown", "trailer", "en", added_for("takedown", **{missing: empty}))


def test_a_day_that_has_passed_is_refused(office):
    with pytest.raises(Refused, match="answer-day-past"):
        draft_letter(office.desk, "notice", "trailer", "en", replace(ADDED, by=ADDED.by.replace(month=1)))


def test_what_was_added_is_proposed_again_to_the_same_company_only(office, tmp_path):
    write(office, "invoice", tmp_path / "a.pdf")
    _, again = proposed(office.desk, "invoice", FEE)
    assert (again.address, again.contact, again.to_address) == (ADDED.address, ADDED.contact, ADDED.to_address)
    assert again.pay == added_for("invoice").pay
    _, other = proposed(office.desk, "notice", "stranger")
    assert (other.address, other.to_address) == (ADDED.address, ())
    _, platform = proposed(office.desk, "takedown", "trailer")
    assert platform.to_address == ()


def test_an_invoice_proposes_the_day_it_falls_due_while_that_is_ahead(liora, tmp_path, clock):
    furnished(liora, tmp_path, clock)
    clock.forward(days=-61)
    due = next(one for one in dues_here(liora.desk) if one.key == FEE)
    assert proposed(liora.desk, "invoice", FEE)[1].by == due.on


def test_a_company_only_confirms_and_as_itself(liora, company, clock):
    number = grant(liora, company)
    for kind, subject in (("deletion", number), ("invoice", number)):
        with pytest.raises(Refused, match="letter-does-not-fit"):
            draft_letter(company.desk, kind, subject, "en", ADDED)
    letter = draft_letter(company.desk, "confirmation", number, "en", ADDED)
    assert letter.sender == ("Tidewrack Pictures Ltd", *ADDED.address, ADDED.contact)
    assert letter.recipient == ("Liora Vantreight", *ADDED.to_address)
    assert draft_letter(liora.desk, "confirmation", number, "en", ADDED).sender[0] == "Tidewrack Pictures Ltd"


def test_a_day_of_deletion_that_was_said_stands_in_the_confirmation(office):
    key = SUBJECTS["confirmation"]
    assert "Deleted on: ___" in letter_text(draft_letter(office.desk, "confirmation", key, "en", ADDED))
    office.do(settle_due, key, on=date(2026, 4, 30))
    assert "Deleted on: 30 April 2026" in letter_text(draft_letter(office.desk, "confirmation", key, "en", ADDED))


def test_a_use_that_is_not_clear_is_asked_about_and_one_of_a_stranger_has_no_licence(office):
    office.do(
        log_use, replace(ALLOWED, id="question", territory=(), at=date(2026, 3, 20), quantity={"line": 0, "second": 0})
    )
    asked = letter_text(draft_letter(office.desk, "notice", "question", "en", ADDED))
    assert "Question about a use under licence 2026-0001" in asked
    assert "- Where. Granted: European Union and United Kingdom; Stated: Not stated" in asked
    assert "Stop this use" not in asked
    stranger = letter_text(draft_letter(office.desk, "notice", "stranger", "fr", ADDED))
    assert "Usage sans licence" in stranger
    assert "voice-mill" in stranger
    assert "2026-0001" not in stranger


def test_a_use_by_whom_it_was_passed_on_to_names_the_licensee_and_bills_it(liora, tmp_path, clock):
    furnished(liora, tmp_path, clock, pass_on=["dubbers"])
    clock.forward(days=-61)
    liora.do(log_use, replace(ALLOWED, id="a-dub", user="dubbers", purpose="promo", quantity={"line": 1, "second": 2}))
    told = draft_letter(liora.desk, "notice", "a-dub", "en", ADDED)
    assert told.recipient[0] == "dubbers"
    assert "which Liora Vantreight granted to Tidewrack Pictures Ltd" in letter_text(told)
    liora.do(log_use, replace(ALLOWED, id="a-many", user="dubbers", quantity={"line": 60, "second": 2}))
    bill = draft_letter(liora.desk, "invoice", "a-many", "en", ADDED)
    assert bill.recipient[0] == "Tidewrack Pictures Ltd"
    assert bill.sums[0].currency == "EUR"
