"""The invented world holds what the demo promises, and the demo's folder is handled with care."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.letters.letters_written import letters_written
from likeness.errors import Refused
from likeness.feeds.report import read_report
from likeness.licence.world import world_from
from likeness.seal.vault_lock import Cost
from likeness.values.money import Money
from seeds import demo, letters
from seeds.calendar import TOLD_ON, Calendar
from seeds.report import report_uses, write_report, write_world
from seeds.uses import all_uses
from seeds.world import GRANTS, build_world, read_terms
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.seeded_chance import SeededChance

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    built = build_world(
        tmp_path_factory.mktemp("world"), today=TOLD_ON, passphrase=demo.PASSPHRASE, chance=SeededChance(), cost=CHEAP
    )
    built.calendar.turn_to("2026-11-20 12:00")
    yield built
    built.close()


def licences(world):
    return world.liora.registry.licences.all_own(world.calendar.now())


def test_nine_licences_stand_in_all_seven_states(world):
    states = Counter(row.state for row in licences(world))
    assert sum(states.values()) == 9
    assert set(states) == {"draft", "offered", "in-force", "suspended", "withdrawn", "replaced", "expired"}


def test_six_likenesses_of_two_performers_with_files_that_are_read(world):
    doubles = world.liora.registry.doubles.all()
    assert len(doubles) == 6
    assert {double.performer_name for double in doubles} == {"Liora Vantreight", "Odalric Penhew"}
    assert {double.performer for double in doubles} == {row.terms.performer.id for row in licences(world)}
    files = [file for double in doubles for file in double.files]
    assert {file.facts["inside"] for file in files} == {"read"}
    assert {file.format for file in files} == {"wav", "flac", "png", "jpeg", "glb", "ply", "obj", "bvh", "safetensors"}


def test_two_hundred_uses_most_of_them_fine(world):
    counts = world.liora.registry.uses.counts()
    assert sum(counts.values()) == 200
    assert counts["OUT_OF_SCOPE"] == 10
    assert counts["NEEDS_REVIEW"] == 6


def test_the_trailer_goes_beyond_five_terms(world):
    row = world.liora.registry.uses.get("u-200")
    assert row.newest.broken == ("purpose", "medium", "territory", "language", "limit")


def test_all_likenesses_that_are_licensed_are_recorded(world):
    known = {double.id for double in world.liora.registry.doubles.all()}
    assert {one for row in licences(world) for one in row.terms.likenesses} <= known


def test_the_report_is_judged_the_same_without_a_registry(world, tmp_path):
    report = read_report(write_report(world, tmp_path))
    alone = world_from(json.loads(write_world(world, tmp_path).read_text("utf-8")))
    told = report_uses(world)
    assert not report.rejected
    assert len(report.uses) == len(told) > 40
    for use, finding in zip(told, replace(alone, uses=report.uses).judge(), strict=True):
        recorded = world.liora.registry.uses.get(use["id"]).newest
        assert (finding.verdict, finding.broken, finding.missing) == (
            recorded.verdict,
            recorded.broken,
            recorded.missing,
        ), use["id"]


def test_days_are_moved_and_nothing_else():
    calendar = Calendar(date(2027, 1, 1))
    terms = calendar.moved(read_terms("harbour-nine"))
    assert terms["create"] == {"from": "2026-04-12", "to": "2027-04-11"}
    assert terms["performer"]["born"] == "1988-02-11"
    assert terms["notice_at"] == "2026-04-03T10:00:00+01:00"
    assert calendar.turn_to("2026-11-20 08:00") == datetime(2027, 1, 1, 8, tzinfo=UTC)
    with pytest.raises(ValueError, match="2026-11-19"):
        calendar.turn_to("2026-11-19 08:00")


def test_uses_have_their_own_ids_and_licences_their_own_names():
    ids = [told.use["id"] for told in all_uses()]
    assert len(set(ids)) == len(ids) == 200
    assert len({name for _, name, _, _ in GRANTS}) == 9


def test_a_demo_that_stands_is_opened_again_and_a_foreign_folder_is_left_alone(tmp_path, monkeypatch):
    built = []

    def build(folder, **options):
        built.append(folder)
        (folder / "liora.registry").write_bytes(b"x")
        return FakeWorld()

    class FakeWorld:
        def close(self):
            built.append("closed")

    monkeypatch.setattr(demo, "build_world", build)
    monkeypatch.setattr(demo, "write_report", lambda *_: None)
    monkeypatch.setattr(demo, "write_world", lambda *_: None)
    ready: dict[str, Any] = {"clock": FixedClock(), "chance": SeededChance()}
    first = demo.make_demo(tmp_path / "demo", **ready)
    assert demo.make_demo(tmp_path / "demo", **ready) == first
    assert built == [tmp_path / "demo", "closed"]

    monkeypatch.setattr(demo, "RECIPE", demo.RECIPE + 1)
    demo.make_demo(tmp_path / "demo", **ready)
    assert len(built) == 4

    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mine.txt").write_text("keep")
    with pytest.raises(Refused) as fault:
        demo.make_demo(tmp_path / "letters", **ready)
    assert fault.value.code == "folder-not-empty"
    assert (tmp_path / "letters" / "mine.txt").read_text() == "keep"


def test_a_build_that_was_stopped_is_cleared_by_the_next(tmp_path, monkeypatch):
    ready: dict[str, Any] = {"clock": FixedClock(), "chance": SeededChance(), "cost": CHEAP}

    def stop(folder, **options):
        (folder / "media").mkdir()
        (folder / "liora.registry").write_bytes(b"half")
        (folder / "liora.registry.vault").write_bytes(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(demo, "build_world", stop)
        with pytest.raises(KeyboardInterrupt):
            demo.make_demo(tmp_path / "demo", **ready)
    registry = demo.make_demo(tmp_path / "demo", **ready)
    assert registry.stat().st_size > 100_000


def test_something_is_owed_something_is_late_and_something_ends_soon(world):
    dues = dues_here(world.liora.desk)
    station, ferry, low = (world.numbers[name] for name in ("station-12", "night-ferry", "low-country"))
    late = {due.key for due in dues if due.state == "overdue" and due.kind == "fee"}
    assert late == {f"fee:{station}:once"}
    assert {due.licence for due in dues if due.state == "due" and due.kind == "fee"} == {low}
    [silent] = [due for due in dues if due.state == "overdue" and due.kind == "report"]
    assert silent.company == "Oxbow Interactive"
    assert sum(due.state == "due" and due.kind == "report" for due in dues) >= 4
    soon = [due.licence for due in dues if due.kind == "deletion" and due.on and due.on < TOLD_ON + timedelta(days=30)]
    assert soon == [world.numbers["long-division"], ferry]
    assert {due.state for due in dues} == {"due", "overdue", "paid", "received", "done"}
    paid = [due.money.minor for due in dues if due.kind == "fee" and due.state == "paid" and due.money]
    assert sum(paid) == 4_635_000


def test_a_notice_and_an_invoice_were_written_and_the_registry_knows_both(world):
    notice, invoice = reversed(letters_written(world.liora.desk))
    assert (notice.kind, notice.subject, notice.number) == ("notice", letters.USE, None)
    assert (invoice.kind, invoice.number, invoice.sums) == ("invoice", "INV-2026-0001", (Money(515_000, "EUR"),))
    assert invoice.dues == (f"fee:{world.numbers['station-12']}:once",)
    for letter in (notice, invoice):
        assert sha256(Path(letter.file).read_bytes()).digest() == letter.sha256
    use = world.liora.registry.uses.get(letters.USE)
    assert (use.newest.broken, [step.code for step in world.liora.registry.flags.steps(use.row)]) == (
        ("suspended",), ["letter-sent"],
    )  # fmt: skip
    assert check_registry(world.liora.desk) == []
