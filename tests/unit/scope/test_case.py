"""A reading gathers states; a broken term outweighs a missing one."""

from __future__ import annotations

from likeness.scope.case import BROKEN, KEPT, MISSING, Reading, gather, kept_if, worst


def test_the_worst_of_several_states():
    assert worst([]) is KEPT
    assert worst([KEPT, KEPT]) is KEPT
    assert worst([KEPT, MISSING]) is MISSING
    assert worst([MISSING, BROKEN, KEPT]) is BROKEN


def test_yes_is_kept_and_no_is_broken():
    assert kept_if(answer=True) is KEPT
    assert kept_if(answer=False) is BROKEN


def test_a_reading_keeps_broken_and_missing_apart():
    read = gather([("date", BROKEN), ("act", MISSING), ("purpose", KEPT)])
    assert read == Reading(frozenset({"date"}), frozenset({"act"}))
    assert not read.kept
    assert gather([("date", KEPT)]).kept
    assert not gather([("date", MISSING)]).kept


def test_one_more_term():
    empty = gather([])
    assert empty.plus("limit", KEPT) == empty
    assert empty.plus("limit", BROKEN) == Reading(frozenset({"limit"}), frozenset())
    assert empty.plus("limit", MISSING) == Reading(frozenset(), frozenset({"limit"}))
