"""A letter's rows against the log: whatever is changed behind the registry's back is found by `registry check`."""

from __future__ import annotations

import json

import pytest

from likeness.acts.check_registry import Fault, check_registry
from likeness.acts.letters.letter_leaf import leaf_of
from likeness.acts.letters.letters_written import the_letter
from likeness.acts.letters.write_letter import put_back, take_back, write_letter
from tests.fakes.letters import SUBJECTS, added_for, furnished

TAMPERED = {
    "what it answers": "UPDATE letter SET subject = 'stranger' WHERE id = 2",
    "the kind": "UPDATE letter SET kind = 'takedown' WHERE id = 2",
    "the number": "UPDATE letter SET number = 'INV-2026-0009' WHERE id = 2",
    "to whom": "UPDATE letter SET company = 'Somebody else' WHERE id = 2",
    "the language": "UPDATE letter SET language = 'fr' WHERE id = 2",
    "the sums": """UPDATE letter SET sums = '[["1","EUR"]]' WHERE id = 2""",
    "where the file is": "UPDATE letter SET file = '/elsewhere.pdf' WHERE id = 2",
    "the fingerprint": "UPDATE letter SET sha256 = zeroblob(32) WHERE id = 2",
    "the words": "UPDATE letter SET words = words || ' and more' WHERE id = 2",
    "the day": "UPDATE letter SET dated_on = dated_on + 1 WHERE id = 2",
    "when it was recorded": "UPDATE letter SET recorded_at = recorded_at - 86400 WHERE id = 2",
    "that it counts": "UPDATE letter SET taken_back = 1 WHERE id = 2",
    "a due left out": "DELETE FROM letter_due WHERE letter = 2",
    "a due put in": "INSERT INTO letter_due VALUES ('fee:2026-0001:once', 2)",
    "a letter gone": "DELETE FROM letter_due WHERE letter = 2; DELETE FROM letter WHERE id = 2",
}


@pytest.fixture
def office(liora, tmp_path, clock):
    made = furnished(liora, tmp_path, clock)
    for kind in ("notice", "invoice", "deletion"):
        made.do(write_letter, kind, SUBJECTS[kind], tmp_path / f"{kind}.txt", "en", added_for(kind))
    assert check_registry(made.desk) == []
    return made


def changed(office, sql):
    for one in sql.split("; "):
        office.registry.settings._db.run(one)
    return [fault for fault in check_registry(office.desk) if fault.what == "letter"]


@pytest.mark.parametrize("sql", TAMPERED.values(), ids=TAMPERED)
def test_a_row_that_was_changed_is_found(office, sql):
    assert changed(office, sql) == [Fault("letter", "2")]


def test_a_letter_that_nobody_wrote_is_found(office):
    columns = "kind, subject, company, language, sums, file, sha256, words, dated_on, recorded_at"
    sql = f"INSERT INTO letter ({columns}) SELECT {columns} FROM letter WHERE id = 1"
    assert changed(office, sql) == [Fault("letter", "4")]


def test_a_number_that_would_be_given_twice_is_found(office):
    assert changed(office, "UPDATE invoice_number SET last = 0") == [Fault("letter", "invoice-2026")]
    assert changed(office, "DELETE FROM invoice_number") == [Fault("letter", "invoice-2026")]


def test_what_was_taken_back_and_done_again_is_sound_and_the_mark_itself_is_held(office):
    undone = office.do(take_back, 2).value
    assert check_registry(office.desk) == []
    assert changed(office, "UPDATE letter SET taken_back = 0 WHERE id = 2") == [Fault("letter", "2")]
    office.registry.settings._db.run("UPDATE letter SET taken_back = 1 WHERE id = 2")
    office.do(put_back, undone)
    assert check_registry(office.desk) == []


def test_a_leaf_of_before_is_held_to_what_it_says(office):
    """Leaves that were written before the rows had a fingerprint: the fields they name are compared, no others."""
    told = {name: value for name, value in leaf_of(*the_letter(office.desk, 2)).items() if name != "row"}
    sql = "UPDATE leaf SET payload = ? WHERE tag = 'letter' AND json_extract(CAST(payload AS TEXT), '$.letter') = 2"
    office.registry.settings._db.run(sql, (json.dumps(told).encode(),))
    assert changed(office, "UPDATE letter SET company = 'Somebody else' WHERE id = 2") == []
    assert changed(office, TAMPERED["what it answers"]) == [Fault("letter", "2")]


def test_a_spoiled_leaf_says_so_and_stops_nothing(office):
    body = json.dumps(["no", "object"]).encode()
    office.registry.settings._db.run("UPDATE leaf SET payload = ? WHERE tag = 'letter'", (body,))
    found = check_registry(office.desk)
    assert {fault.what for fault in found} == {"leaf", "letter"}
    office.registry.settings._db.run("UPDATE leaf SET payload = x'ff' WHERE tag = 'letter'")
    assert {fault.what for fault in check_registry(office.desk)} == {"leaf", "letter"}
