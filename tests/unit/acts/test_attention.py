"""What needs somebody today: each kind of it, in its order, and gone once it is dealt with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.backups.back_up import back_up, last_backup, note_offered
from likeness.acts.dues.near_dues import open_dues
from likeness.acts.dues.settle_due import settle_due, waive_due
from likeness.acts.read_attention import read_attention
from likeness.acts.uses.log_use import log_use
from likeness.acts.uses.settle_flag import settle_flag
from likeness.values.money import Money
from tests.fakes.grants import PLAIN, grant
from tests.fakes.uses import ALLOWED

TRAILER = replace(ALLOWED, id="u-out", purpose="promo", at=date(2026, 4, 8))
UNCLEAR = replace(ALLOWED, id="u-unclear", territory=(), at=date(2026, 4, 9))


def matters(office):
    return {one.kind: one for one in read_attention(office.desk, open_dues(office.desk).dues)}


def test_a_new_registry_asks_for_nothing(liora):
    assert matters(liora) == {}


def test_everything_at_once_stands_in_the_order_of_the_design(liora, company, clock):
    grant(liora, company, delete_by="2026-04-30", residuals=[])
    ending = {"from": "2026-03-01", "to": "2026-05-31"}
    grant(liora, company, **PLAIN, create=ending, exploit=ending)
    for use in (ALLOWED, TRAILER, UNCLEAR):
        liora.do(log_use, use)
    clock.forward(days=70)
    assert list(matters(liora)) == [
        "out-of-scope",
        "needs-review",
        "deletion",
        "ends",
        "report",
        "fee",
        "backup",
        "words",
    ]


def test_flags_are_counted_until_somebody_says_what_became_of_them(liora, company):
    grant(liora, company)
    for use in (TRAILER, replace(TRAILER, id="u-later", at=date(2026, 4, 10)), UNCLEAR):
        liora.do(log_use, use)
    out = matters(liora)["out-of-scope"]
    assert (out.count, out.screen, out.key) == (2, "uses", "u-later")
    assert (out.title, out.company) == ("Harbour Nine, season 2", "Tidewrack Pictures Ltd")
    liora.do(settle_flag, "u-later", "paid")
    assert (matters(liora)["out-of-scope"].count, matters(liora)["out-of-scope"].key) == (1, "u-out")
    liora.do(settle_flag, "u-out", "mistaken")
    liora.do(settle_flag, "u-unclear", "allowed")
    assert not {"out-of-scope", "needs-review"} & set(matters(liora))


@pytest.mark.parametrize(("days", "hours", "seen"), [(0, 0, False), (61, 12, False), (61, 13, True), (91, 12, True),
                                                     (91, 13, False)])  # fmt: skip
def test_an_end_is_near_for_thirty_days_and_over_at_its_instant(liora, company, clock, days, hours, seen):
    window = {"from": "2026-03-01", "to": "2026-06-01"}  # ends with that day in Paris, at 22:00 in UTC
    number = grant(liora, company, **PLAIN, create=window, exploit=window)
    clock.forward(days=days, hours=hours)
    found = matters(liora).get("ends")
    assert (found is not None) == seen
    if found is not None:
        assert (found.count, found.key, found.on) == (1, number, date(2026, 6, 1))


def test_fees_near_then_late_one_sum_for_each_currency(liora, company, clock):
    fees = [{"basis": "flat", "minor": 90_000, "currency": code, "due_days": 20} for code in ("EUR", "EUR", "JPY")]
    numbers = [grant(liora, company, **PLAIN, fee=fee) for fee in fees]
    assert "fee-due" not in matters(liora)
    clock.forward(days=7)
    near = matters(liora)["fee-due"]
    assert (near.count, near.sums) == (3, (Money(180_000, "EUR"), Money(90_000, "JPY")))
    clock.forward(days=15)
    late = matters(liora)["fee"]
    assert "fee-due" not in matters(liora)
    assert (late.days, late.key, late.screen) == (2, f"fee:{numbers[0]}:once", "earnings")
    liora.do(settle_due, f"fee:{numbers[0]}:once")
    liora.do(waive_due, f"fee:{numbers[2]}:once")
    assert matters(liora)["fee"].sums == (Money(90_000, "EUR"),)


def test_a_re_run_is_owed_too_and_a_sum_nobody_knows_is_said_to_be_unknown(liora, company, clock):
    unknown = [{"per": "receipts", "percent": "2.0"}]
    grant(liora, company, **(PLAIN | {"residuals": unknown}), fee={"basis": "none"})
    show = replace(ALLOWED, id="u-show", act="show", made_at=date(2026, 3, 1), at=date(2026, 3, 2), modification=None)
    liora.do(log_use, show)
    near = open_dues(liora.desk)
    assert near.whole
    assert [(due.kind, due.money) for due in near.dues] == [("residual", None)]


def test_a_late_report_and_a_deletion_lead_to_their_own_line(liora, company, clock):
    number = grant(liora, company, delete_by="2026-05-15")
    clock.forward(days=90)
    found = matters(liora)
    assert (found["report"].key, found["report"].days) == (f"report:{number}:2026-Q1", 31)
    assert (found["deletion"].key, found["deletion"].on) == (f"deletion:{number}:copies", date(2026, 5, 15))
    for kind in ("report", "deletion"):
        liora.do(settle_due, found[kind].key)
    assert not {"report", "deletion"} & set(matters(liora))


def test_a_backup_grows_old_after_fourteen_days(liora, clock, tmp_path):
    clock.forward(days=14)
    assert "backup" not in matters(liora)
    clock.forward(days=1)
    assert (matters(liora)["backup"].count, matters(liora)["backup"].screen) == (0, "settings")
    liora.do(back_up, tmp_path / "one.likeness-backup")
    assert last_backup(liora.registry) == clock.now()
    assert "backup" not in matters(liora)
    clock.forward(days=15)
    assert (matters(liora)["backup"].count, matters(liora)["backup"].days) == (1, 15)


def test_a_first_backup_that_was_put_off_waits_at_once_until_there_is_one(liora, tmp_path):
    liora.do(note_offered)
    assert matters(liora)["backup"].count == 0
    liora.do(back_up, tmp_path / "one.likeness-backup")
    assert "backup" not in matters(liora)
