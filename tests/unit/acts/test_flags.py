"""The life of a flag: answered, moved, put back; amendments that would allow it, and evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from likeness.acts.licences.draft_amendment import draft_amendment
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.add_evidence import (
    CHANGED,
    MISSING,
    add_evidence,
    changed_evidence,
    put_back_evidence,
    remove_evidence,
)
from likeness.acts.uses.export_log import export_log
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.acts.uses.settle_flag import ANSWERS, amendments_of, move_flag, put_back, settle_flag
from likeness.errors import Refused, Unreadable
from likeness.registry.flags import CLOSED, GOING, INVOICED, LETTER_SENT, OPEN
from tests.fakes.flags import TRAILER, UNCLEAR, steps, verdict, with_a_trailer
from tests.fakes.uses import ALLOWED


@pytest.fixture
def office(liora):
    return with_a_trailer(liora)


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
