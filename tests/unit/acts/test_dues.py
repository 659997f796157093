"""What is owed in a registry: computed from what stands there, and what people say of it kept, logged and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.dues import near_dues
from likeness.acts.dues.export_dates import export_dates
from likeness.acts.dues.near_dues import all_dues
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.settle_due import put_back, reopen_due, settle_due, waive_due
from likeness.acts.licences.accept_licence import accept_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.export_licence import bundle_of
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.errors import Refused, Unreadable
from likeness.licence.terms_read import terms_from
from likeness.values.days import day_in
from likeness.values.money import Money
from likeness.values.outcome import Change
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

FEE, REPORT, DELETION = "fee:2026-0001:once", "report:2026-0001:2026-Q1", "deletion:2026-0001:copies"


def grant(liora, company, **changes):
    number = liora.do(draft_licence, terms_from(terms_document(**changes))).value.number
    row = liora.do(sign_licence, number).value
    theirs = company.do(accept_licence, bundle_of(liora.desk, row).data).value
    return liora.do(accept_licence, bundle_of(company.desk, theirs).data).value


def states(office):
    return {due.key: due.state for due in dues_here(office.desk)}


def uids(text):
    return [line for line in text.split("\r\n") if line.startswith("UID:")]


def test_nothing_is_owed_before_the_company_has_accepted(liora):
    number = liora.do(draft_licence, terms_from(terms_document())).value.number
    liora.do(sign_licence, number)
    assert dues_here(liora.desk) == []


def test_both_sides_see_the_same_dues(liora, company, clock):
    grant(liora, company)
    assert states(liora) == {FEE: "due", REPORT: "due", DELETION: "due"}
    assert dues_here(liora.desk) == dues_here(company.desk)
    clock.forward(days=11)
    assert states(liora)[FEE] == "overdue"


def test_a_late_use_adds_what_it_owes(liora, company):
    grant(liora, company)
    for n, lines in enumerate((39, 4), 1):
        use = replace(ALLOWED, id=f"u-{n}", at=datetime(2026, 4, n, tzinfo=UTC), quantity={"line": lines, "second": 9})
        liora.do(log_use, use)
    [over] = [due for due in dues_here(liora.desk) if due.kind == "overage"]
    assert (over.use, over.count, over.money) == ("u-2", 3, Money(135_000, "EUR"))


def test_paid_received_done_and_what_came_is_kept(liora, company, clock):
    grant(liora, company)
    clock.forward(days=7)
    said = liora.do(settle_due, FEE, on=date(2026, 3, 9), note="By transfer")
    assert said.changed == frozenset({Change.DUES})
    liora.do(settle_due, REPORT)
    liora.do(settle_due, DELETION)
    assert states(liora) == {FEE: "paid", REPORT: "received", DELETION: "done"}
    paid = next(due for due in dues_here(liora.desk) if due.key == FEE)
    assert paid.said is not None
    assert (paid.said.on, paid.said.note, paid.money) == (date(2026, 3, 9), "By transfer", Money(1_800_000, "EUR"))
    assert [leaf.tag for leaf in liora.registry.journal.leaves()][-3:] == ["due-settled"] * 3
    assert check_registry(liora.desk) == []


def test_every_act_can_be_undone_and_that_again(liora, company):
    grant(liora, company)
    change = liora.do(settle_due, FEE, money=Money(1_790_000, "EUR")).value
    assert change.before is None
    back = liora.do(put_back, change).value
    assert states(liora)[FEE] == "due"
    liora.do(put_back, back)
    assert next(due for due in dues_here(liora.desk) if due.key == FEE).money == Money(1_790_000, "EUR")
    reopened = liora.do(reopen_due, FEE).value
    assert states(liora)[FEE] == "due"
    liora.do(put_back, reopened)
    assert states(liora)[FEE] == "paid"
    with pytest.raises(Refused, match="said-otherwise"):
        liora.do(put_back, reopened)


def test_waived_is_not_paid(liora, company, clock):
    grant(liora, company)
    clock.forward(days=40)
    liora.do(waive_due, FEE, note="A gift")
    assert states(liora)[FEE] == "waived"
    assert [leaf.tag for leaf in liora.registry.journal.leaves()][-1] == "due-waived"


@pytest.mark.parametrize(
    ("act", "words", "code"),
    [
        (settle_due, {"key": "fee:2026-0009:once"}, "unknown-due"),
        (settle_due, {"key": "fee"}, "unknown-due"),
        (settle_due, {"key": "fee:2026-0001:twice"}, "unknown-due"),
        (settle_due, {"key": FEE, "money": Money(1, "USD")}, "other-currency"),
        (settle_due, {"key": DELETION, "money": Money(1, "EUR")}, "no-sum-here"),
        (settle_due, {"key": FEE, "money": Money(1, "XXX")}, "unknown-currency"),
        (waive_due, {"key": FEE, "note": "a\u202eb"}, "forbidden-character"),
        (reopen_due, {"key": FEE}, "nothing-said"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(liora, company, act, words, code):
    grant(liora, company)
    leaves = liora.registry.journal.size()
    with pytest.raises((Refused, Unreadable), match=code):
        liora.do(act, **words)
    assert liora.registry.dues.all() == {}
    assert liora.registry.journal.size() == leaves


@pytest.mark.parametrize("zone", ["Europe/Paris", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_day_that_is_still_to_come_is_refused(liora, company, zone):
    grant(liora, company, zone=zone)
    today = day_in(liora.clock.now(), zone)
    with pytest.raises(Refused, match="day-ahead") as refused:
        liora.do(settle_due, FEE, on=today + timedelta(days=1))
    assert refused.value.params["value"] == (today + timedelta(days=1)).isoformat()
    assert states(liora)[FEE] == "due"
    liora.do(settle_due, FEE, on=today)
    assert states(liora)[FEE] == "paid"


def test_what_is_said_is_not_said_over(liora, company):
    grant(liora, company)
    liora.do(settle_due, FEE)
    for act in (settle_due, waive_due):
        with pytest.raises(Refused, match="already-said"):
            liora.do(act, FEE)


def test_an_unknown_sum_is_entered_in_any_currency(liora, company, clock):
    grant(liora, company, fee={"basis": "revenue-share", "percent": "3.0"}, limits=[], longest_seconds=None)
    liora.do(log_use, replace(ALLOWED, id="u-1", at=datetime(2026, 4, 1, tzinfo=UTC)))
    clock.forward(days=60)
    [share] = [due for due in dues_here(liora.desk) if due.kind == "fee"]
    assert (share.period, share.money, share.state) == ("2026-Q2", None, "due")
    liora.do(settle_due, share.key, money=Money(31_415, "USD"))
    [share] = [due for due in dues_here(liora.desk) if due.kind == "fee"]
    assert (share.money, share.state) == (Money(31_415, "USD"), "paid")


def test_the_calendar_holds_what_is_ahead_or_open(liora, company, tmp_path, clock):
    grant(liora, company)
    clock.forward(days=20)
    liora.do(settle_due, REPORT)
    path = tmp_path / "dates.ics"
    count = liora.do(export_dates, path).value
    text = path.read_bytes().decode("utf-8").replace("\r\n ", "")
    assert count == text.count("BEGIN:VEVENT")
    for line in (
        "DTSTART;VALUE=DATE:20270228", "DTSTART;VALUE=DATE:20360228", "DTSTART;VALUE=DATE:20270330",
        "DTSTART;VALUE=DATE:20260312",
        "SUMMARY:Last day to make anything: Harbour Nine\\, season 2 (2026-0001)",
        "DESCRIPTION:Harbour Nine\\, season 2 · €18\\,000", "DTSTAMP:20260322T090000Z",
    ):  # fmt: skip
        assert line in text.split("\r\n"), line
    assert "2026-Q1" not in text
    assert "2026-Q2" in text
    liora.do(export_dates, path, "fr")
    french = path.read_bytes().decode("utf-8").replace("\r\n ", "")
    assert uids(french) == uids(text)
    assert len(set(uids(text))) == count
    assert "Dernier jour de création" in french


def test_the_calendar_holds_no_day_of_a_licence_that_has_passed(liora, company, tmp_path, clock):
    windows = {"create": {"from": "2026-03-01", "to": "2026-03-10"}, "exploit": {"from": "2026-03-01", "to": None}}
    grant(liora, company, notice_at="2026-03-05T10:00:00+01:00", service_at="2026-03-10T23:30:00+01:00", **windows)
    codes = []
    for days in (3, 5, 1):  # 5, 10 and 11 March in Paris
        clock.forward(days=days)
        liora.do(export_dates, tmp_path / "dates.ics")
        text = (tmp_path / "dates.ics").read_bytes().decode("utf-8")
        codes.append([code for code in ("notice", "service", "making-ends") if f"UID:{code}-" in text])
    assert codes == [["notice", "service", "making-ends"], ["service", "making-ends"], []]


def test_of_very_many_licences_what_is_open_and_what_was_settled_in_a_year_is_read(liora, company, clock, monkeypatch):
    grant(liora, company)
    liora.do(settle_due, FEE, on=day_in(clock.now(), "UTC"))
    read = all_dues(liora.desk)
    assert read.whole
    assert list(read.dues) == dues_here(liora.desk)
    monkeypatch.setattr(near_dues, "MOST_WHOLE", 0)
    clock.forward(days=200)
    some = all_dues(liora.desk)
    assert not some.whole
    assert {FEE, REPORT} <= {due.key for due in some.dues} <= {due.key for due in dues_here(liora.desk)}
    assert len({due.key for due in some.dues}) == len(some.dues)
    clock.forward(days=366)
    assert FEE not in {due.key for due in all_dues(liora.desk).dues}
