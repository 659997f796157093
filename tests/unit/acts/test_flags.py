"""The life of a flag: answered, moved, put back; amendments, evidence, held rows; uses and imports taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.acts.add_evidence import (
    CHANGED,
    MISSING,
    add_evidence,
    changed_evidence,
    put_back_evidence,
    remove_evidence,
)
from likeness.acts.answer_held import KEEP, TAKE, answer_held, earlier_of
from likeness.acts.check_registry import check_registry
from likeness.acts.draft_amendment import draft_amendment
from likeness.acts.draft_licence import draft_licence
from likeness.acts.export_log import export_log
from likeness.acts.import_report import import_report, undo_import
from likeness.acts.log_use import log_use
from likeness.acts.recheck_uses import recheck_uses
from likeness.acts.restore_import import restore_import, set_aside
from likeness.acts.settle_flag import ANSWERS, amendments_of, move_flag, put_back, settle_flag
from likeness.acts.sign_licence import sign_licence
from likeness.acts.take_back_use import put_back_use, take_back_use
from likeness.errors import Refused, Unreadable
from likeness.licence.terms_read import terms_from
from likeness.registry.flags import CLOSED, GOING, INVOICED, LETTER_SENT, OPEN
from tests.fakes.licences import terms_document
from tests.fakes.reports import write_uses
from tests.fakes.uses import ALLOWED

TRAILER = replace(ALLOWED, purpose="promo", territory=("US",), language=("es",))
UNCLEAR = replace(ALLOWED, territory=(), quantity={"line": 1})


@pytest.fixture
def office(liora):
    """Liora's office with a licence in force for 40 lines, and a trailer that goes beyond it."""
    terms = terms_document(basis="consent", limits=[{"unit": "line", "max": 40}], longest_seconds=None)
    liora.do(sign_licence, liora.do(draft_licence, terms_from(terms)).value.number)
    liora.do(log_use, replace(TRAILER, id="trailer"))
    return liora


def steps(office, name="trailer"):
    return [step.code for step in office.registry.flags.steps(office.registry.uses.get(name).row)]


def verdict(office, name):
    return office.registry.uses.get(name).newest.verdict.value


@pytest.mark.parametrize(
    ("answer", "code"),
    [("allowed", "allowed"), ("paid", "settled-paid"), ("withdrawn", "settled-withdrawn"), ("mistaken", "mistaken")],
)
def test_every_answer_closes_the_flag_and_leaves_the_verdict(office, answer, code):
    size = office.registry.journal.size()
    change = office.do(settle_flag, "trailer", answer, "they wrote back").value
    assert (change.before.code, change.after.code) == (OPEN, code)
    assert change.after.note == "they wrote back"
    assert steps(office) == [code]
    assert change.after.state in CLOSED
    assert (verdict(office, "trailer"), office.registry.journal.size()) == ("OUT_OF_SCOPE", size + 1)


def test_the_answers_are_those_of_the_contract():
    assert tuple(ANSWERS) == ("allowed", "paid", "withdrawn", "mistaken")


def test_a_flag_moves_on_and_every_step_can_be_put_back_and_done_again(office):
    first = office.do(move_flag, "trailer", LETTER_SENT).value
    second = office.do(move_flag, "trailer", INVOICED, "no. 12").value
    assert (first.before.code, second.before.code) == (OPEN, LETTER_SENT)
    undone = office.do(put_back, second).value
    redone = office.do(put_back, undone).value
    assert (redone.after.code, redone.after.note) == (INVOICED, "no. 12")
    assert steps(office) == [LETTER_SENT, INVOICED, LETTER_SENT, INVOICED]


@pytest.mark.parametrize(("act", "said"), [(settle_flag, "forgiven"), (move_flag, "lost")])
def test_what_is_no_answer_is_refused(office, act, said):
    with pytest.raises(Unreadable, match="unknown-code"):
        office.do(act, "trailer", said)
    assert steps(office) == []


def test_a_use_within_its_licence_has_nothing_to_settle(office):
    office.do(log_use, replace(ALLOWED, id="fine"))
    for name, code in (("fine", "nothing-to-settle"), ("nobody", "unknown-use")):
        with pytest.raises(Refused, match=code):
            office.do(settle_flag, name, "paid")


def test_lists_and_counts_know_where_flags_stand(office):
    office.do(log_use, replace(UNCLEAR, id="unclear"))
    office.do(log_use, replace(ALLOWED, id="fine", quantity={"line": 1}))
    office.do(settle_flag, "trailer", "paid")
    uses, flags = office.registry.uses, office.registry.flags

    def found(**sought):
        return [row.use.id for row in uses.page(uses.find(**sought))]

    assert found(flags=GOING, verdicts=["OUT_OF_SCOPE", "NEEDS_REVIEW"]) == ["unclear"]
    assert found(flags=CLOSED, verdicts=["OUT_OF_SCOPE", "NEEDS_REVIEW"]) == ["trailer"]
    assert found(flags=CLOSED) == ["fine", "trailer"]  # a use in scope has no flag
    assert found(flags=[OPEN], words="unclear") == ["unclear"]
    assert (flags.counts("OUT_OF_SCOPE")["settled"], flags.counts("OUT_OF_SCOPE")[OPEN]) == (1, 0)
    assert flags.counts("NEEDS_REVIEW")[OPEN] == 1
    rows = uses.find()
    assert {row: step.code for row, step in flags.newest(rows).items()} == {uses.get("trailer").row: "settled-paid"}


def test_allowed_after_all_offers_terms_under_which_the_same_use_is_inside(office):
    ((number, terms),) = office.do(settle_flag, "trailer", "allowed").value.amendments
    assert number == "2026-0001"
    assert {"promo"} <= set(terms.purposes)
    assert {"es", "en", "fr"} <= set(terms.languages)
    draft = office.do(draft_amendment, "trailer", number).value
    assert (draft.replaces, draft.state) == (number, "draft")
    assert office.do(draft_amendment, "trailer", number).value.number == draft.number
    office.do(sign_licence, draft.number)
    office.do(log_use, replace(TRAILER, id="again"))
    assert verdict(office, "again") == "IN_SCOPE"


def test_a_company_without_a_licence_has_nothing_to_widen(office):
    office.do(log_use, replace(TRAILER, id="stranger", user="marrow"))
    assert amendments_of(office.desk, office.registry.uses.get("stranger")) == ()
    with pytest.raises(Refused, match="nothing-to-widen"):
        office.do(draft_amendment, "stranger", "2026-0001")


def test_evidence_is_known_by_its_fingerprint_once_and_can_be_removed_and_put_back(office, tmp_path):
    file = tmp_path / "trailer.mp4"
    file.write_bytes(b"frames")
    one = office.do(add_evidence, "trailer", file, "seen in Lyon").value
    assert (one.name, one.size, one.note) == ("trailer.mp4", 6, "seen in Lyon")
    with pytest.raises(Refused, match="evidence-known"):
        office.do(add_evidence, "trailer", file)
    row = office.registry.uses.get("trailer").row
    removed = office.do(remove_evidence, "trailer", one.id).value
    assert office.registry.flags.evidence(row) == []
    with pytest.raises(Refused, match="unknown-evidence"):
        office.do(remove_evidence, "trailer", one.id)
    file.write_bytes(b"other frames")  # what is put back is what was there, not what lies there now
    back = office.do(put_back_evidence, "trailer", removed).value
    assert replace(back, id=one.id) == one
    assert office.registry.flags.evidence(row) == [back]


def test_files_that_changed_or_went_are_told_apart(office, tmp_path):
    names = ("same.png", "changed.png", "gone.png", "longer.png")
    for name in names:
        (tmp_path / name).write_bytes(name.encode())
        office.do(add_evidence, "trailer", tmp_path / name)
    assert changed_evidence(office.desk, "trailer") == []
    (tmp_path / "changed.png").write_bytes(b"CHANGED.png")
    (tmp_path / "gone.png").unlink()
    (tmp_path / "longer.png").write_bytes(b"longer.png and more")
    seen = []
    found = changed_evidence(office.desk, "trailer", lambda done, whole: seen.append((done, whole)))
    assert {doubt.evidence.name: doubt.state for doubt in found} == {
        "changed.png": CHANGED,
        "gone.png": MISSING,
        "longer.png": CHANGED,
    }
    whole = sum(len(name) for name in names)
    assert seen
    assert all(done <= size == whole for done, size in seen)
    assert sorted(seen) == seen


def test_cancelled_evidence_leaves_no_trace(office, tmp_path):
    file = tmp_path / "trailer.mp4"
    file.write_bytes(b"frames")
    size = office.registry.journal.size()
    with pytest.raises(Refused, match="cancelled"):
        office.do(add_evidence, "trailer", file, cancelled=lambda: True)
    assert office.registry.journal.size() == size
    assert office.registry.flags.evidence(office.registry.uses.get("trailer").row) == []


def test_a_use_taken_back_counts_no_more_and_frees_what_it_had_used(office):
    office.do(log_use, replace(ALLOWED, id="first", quantity={"line": 30}))
    office.do(log_use, replace(ALLOWED, id="second", quantity={"line": 20}, at=datetime(2026, 4, 5, tzinfo=UTC)))
    assert verdict(office, "second") == "OUT_OF_SCOPE"
    size, before = office.registry.journal.size(), office.registry.uses.counts()
    office.do(take_back_use, "first")
    assert (verdict(office, "second"), office.registry.uses.get("first").corrected_by) == ("IN_SCOPE", "taken-back")
    assert sum(office.registry.uses.counts().values()) == sum(before.values()) - 1
    assert "first" not in [row.use.id for row in office.registry.uses.walk()]
    with pytest.raises(Refused, match="unknown-use"):
        office.do(take_back_use, "first")
    office.do(put_back_use, "first")
    assert (verdict(office, "second"), office.registry.uses.counts()) == ("OUT_OF_SCOPE", before)
    assert [one.cause for one in office.registry.uses.get("second").findings[-2:]] == ["taken-back", "put-back"]
    with pytest.raises(Refused, match="unknown-use"):
        office.do(put_back_use, "first")
    assert office.registry.journal.size() == size + 2
    assert check_registry(office.desk) == []
    assert office.do(recheck_uses).value == 0


@pytest.fixture
def report(tmp_path):
    """Four rows: three of ten lines each, and one shown where nobody may."""
    lines = [
        replace(ALLOWED, id=f"l-{day}", at=datetime(2026, 4, day, tzinfo=UTC), quantity={"line": 10})
        for day in (1, 2, 3)
    ]
    path = tmp_path / "report.csv"
    write_uses(path, [*lines, replace(lines[0], id="l-4", territory=("US",))])
    return path


def imported(office, path):
    return office.do(import_report, path, reporter="tidewrack", period="april").value


def test_a_row_of_a_report_is_not_taken_back_alone(office, report):
    imported(office, report)
    for name in ("l-1", "l-4"):
        with pytest.raises(Refused, match="not-by-hand"):
            office.do(take_back_use, name)


def test_a_held_row_answered_twice_corrects_the_correction(office, report, tmp_path):
    imported(office, report)
    later = tmp_path / "later.csv"
    new = replace(ALLOWED, id="l-4", at=datetime(2026, 4, 1, tzinfo=UTC), quantity={"line": 11})
    write_uses(later, [new])
    second = imported(office, later)
    write_uses(later, [replace(new, quantity={"line": 12})])
    imported(office, later)
    assert office.registry.reports.held_by() == [("tidewrack", 2)]
    first_held, second_held = office.registry.reports.held()
    assert earlier_of(office.desk, first_held).use.id == "l-4"
    office.do(answer_held, first_held.id, TAKE)
    assert earlier_of(office.desk, second_held).use.id == f"l-4@{second.id}-{first_held.line}"
    office.do(answer_held, second_held.id, TAKE)
    counted = {row.use.id: row.use.quantity for row in office.registry.uses.walk() if row.use.id.startswith("l-4")}
    assert list(counted.values()) == [{"line": 12}]
    with pytest.raises(Refused, match="unknown-held"):
        office.do(answer_held, second_held.id, KEEP)


def test_a_held_row_whose_earlier_one_was_taken_back_can_still_be_taken(office, report, tmp_path):
    first = imported(office, report)
    later = tmp_path / "later.csv"
    write_uses(later, [replace(ALLOWED, id="l-4", quantity={"line": 11})])
    imported(office, later)
    office.do(undo_import, first.id)
    (held,) = office.registry.reports.held()
    assert earlier_of(office.desk, held) is None
    office.do(answer_held, held.id, TAKE)
    assert [row.use.quantity for row in office.registry.uses.walk() if row.use.id != "trailer"] == [{"line": 11}]


def test_an_import_taken_back_and_put_back_is_as_it_was(office, report, tmp_path):
    first = imported(office, report)
    proof = tmp_path / "proof.png"
    proof.write_bytes(b"proof")
    office.do(settle_flag, "l-4", "paid", "by transfer")
    office.do(add_evidence, "l-4", proof)
    later = tmp_path / "later.csv"
    write_uses(later, [replace(ALLOWED, id="l-2", at=datetime(2026, 4, 2, tzinfo=UTC), quantity={"line": 12})])
    imported(office, later)
    office.do(answer_held, office.registry.reports.held()[0].id, TAKE)
    report.unlink()  # the file itself is not needed
    verdicts = {row.use.id: row.newest.verdict.value for row in office.registry.uses.walk()}
    counts, evidence = office.registry.uses.counts(), office.registry.flags.evidence(_row(office, "l-4"))
    kept = set_aside(office.desk, first.id)
    office.do(undo_import, first.id)
    assert office.registry.uses.get("l-4") is None
    with pytest.raises(Refused, match="unknown-report"):
        set_aside(office.desk, first.id)
    again = office.do(restore_import, kept).value
    assert (again.id, replace(again, id=first.id, imported_at=first.imported_at)) == (3, first)
    assert {row.use.id: row.newest.verdict.value for row in office.registry.uses.walk()} == verdicts
    assert office.registry.uses.counts() == counts
    assert office.registry.uses.get("l-2").corrected_by is not None
    (step,) = office.registry.flags.steps(_row(office, "l-4"))
    assert (step.code, step.note) == ("settled-paid", "by transfer")
    found = office.registry.flags.evidence(_row(office, "l-4"))
    assert [replace(one, id=0) for one in found] == [replace(one, id=0) for one in evidence]
    assert office.do(recheck_uses).value == 0
    assert check_registry(office.desk) == []


def test_a_report_is_not_put_back_beside_the_same_rows(office, report):
    first = imported(office, report)
    kept = set_aside(office.desk, first.id)
    office.do(undo_import, first.id)
    imported(office, report)
    before = office.registry.journal.size(), office.registry.uses.counts()
    with pytest.raises(Refused, match="import-in-the-way"):
        office.do(restore_import, kept)
    assert (office.registry.journal.size(), office.registry.uses.counts()) == before


def test_judging_again_can_be_cancelled_and_changes_nothing(office):
    size = office.registry.journal.size()
    with pytest.raises(Refused, match="cancelled"):
        office.do(recheck_uses, cancelled=lambda: True)
    assert office.registry.journal.size() == size


def test_the_table_of_the_log_says_where_flags_stand(office, tmp_path):
    office.do(log_use, replace(ALLOWED, id="fine", quantity={"line": 1}))
    office.do(log_use, replace(UNCLEAR, id="unclear"))
    office.do(settle_flag, "trailer", "withdrawn")
    told = []
    assert export_log(office.desk, tmp_path / "all.csv", progress=lambda done, whole: told.append((done, whole))) == 3
    assert told == [(3, 3)]
    lines = (tmp_path / "all.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("id,verdict,flag,broken")
    assert {line.split(",")[0]: line.split(",")[2] for line in lines[1:]} == {
        "trailer": "settled-withdrawn",
        "fine": "",
        "unclear": "open",
    }
    assert export_log(office.desk, tmp_path / "flags.csv", verdicts=["OUT_OF_SCOPE", "NEEDS_REVIEW"]) == 2


def _row(office, name):
    return office.registry.uses.get(name).row
