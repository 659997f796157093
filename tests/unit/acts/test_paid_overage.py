"""The flag of a use that only went over a limit, and what is owed for it, say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from likeness.acts.dues import settle_due as dues
from likeness.acts.dues.near_dues import open_dues
from likeness.acts.dues.read_dues import dues_here
from likeness.acts.dues.read_earnings import read_earnings
from likeness.acts.uses import settle_flag as flags
from likeness.acts.uses.log_use import log_use
from likeness.errors import Refused
from likeness.values.money import Money
from likeness.values.outcome import Change
from tests.fakes.flags import steps
from tests.fakes.grants import PLAIN, grant
from tests.fakes.uses import ALLOWED

KEY = "overage:2026-0001:over"


@pytest.fixture
def office(liora, company):
    """Liora's, with a use of five lines too many, for 5.00 euros, and one after it."""
    fee = {"basis": "flat", "minor": 4_000, "currency": "EUR"}
    number = grant(liora, company, **PLAIN | {"limits": [{"unit": "line", "max": 40}], "fee": fee})
    liora.do(dues.waive_due, f"fee:{number}:once")
    liora.do(log_use, replace(ALLOWED, id="over", at=date(2026, 3, 2), quantity={"line": 45}))
    return liora


def state(office):
    return [due.state for due in dues_here(office.desk) if due.key == KEY], steps(office, "over")[-1:]


def test_settled_as_paid_its_overage_is_paid_and_due_again_where_the_flag_is_opened(office):
    moved = office.do(flags.settle_flag, "over", "paid", "by transfer")
    assert moved.changed == {Change.USES, Change.DUES}
    assert state(office) == (["paid"], ["settled-paid"])
    assert [one.total.minor for one in read_earnings(office.desk, open_dues(office.desk)).earned] == [500]
    assert [leaf.tag for leaf in office.registry.journal.leaves()][-2:] == ["flag", "due-settled"]
    back = office.do(flags.put_back, moved.value).value
    assert state(office) == (["due"], ["open"])
    office.do(flags.put_back, back)
    assert state(office) == (["paid"], ["settled-paid"])
    office.do(flags.move_flag, "over", "open")
    assert state(office) == (["due"], ["open"])


def test_paid_the_flag_is_settled_and_opens_where_the_payment_is_taken_back(office):
    office.do(flags.move_flag, "over", "invoiced")
    paid = office.do(dues.settle_due, KEY, money=Money(550, "EUR"))
    assert paid.changed == {Change.USES, Change.DUES}
    assert state(office) == (["paid"], ["settled-paid"])
    back = office.do(dues.put_back, paid.value).value
    assert state(office) == (["due"], ["invoiced"])
    office.do(dues.put_back, back)
    assert state(office) == (["paid"], ["settled-paid"])
    again = office.do(dues.reopen_due, KEY).value
    assert state(office) == (["due"], ["invoiced"])
    office.do(dues.put_back, again)
    assert state(office) == (["paid"], ["settled-paid"])


def test_where_too_little_came_the_flag_stays_open_until_the_rest_is_paid(office):
    office.do(dues.settle_due, KEY, money=Money(450, "EUR"))
    assert state(office) == (["paid"], [])
    [rest] = [due for due in dues_here(office.desk) if due.key == f"{KEY}:rest"]
    assert (rest.state, rest.money) == ("due", Money(50, "EUR"))
    office.do(dues.settle_due, rest.key)
    assert state(office) == (["paid"], ["settled-paid"])


def test_of_a_mistake_nothing_is_owed_until_the_flag_is_open_again(office):
    office.do(log_use, replace(ALLOWED, id="later", at=date(2026, 3, 3), quantity={"line": 2}))
    moved = office.do(flags.settle_flag, "over", "mistaken").value
    assert state(office) == ([], ["mistaken"])
    assert [due.count for due in dues_here(office.desk) if due.kind == "overage"] == [2]
    with pytest.raises(Refused, match="unknown-due"):
        office.do(dues.settle_due, KEY)
    office.do(flags.put_back, moved)
    assert state(office) == (["due"], ["open"])


@pytest.mark.parametrize("answer", ["mistaken", "allowed", "withdrawn"])
def test_what_came_in_stays_noted_whatever_else_is_said_of_the_flag(office, answer):
    office.do(dues.settle_due, KEY, money=Money(450, "EUR"))
    office.do(flags.settle_flag, "over", answer)
    assert state(office)[0] == ["paid"]
    assert office.registry.dues.get(KEY).money == Money(450, "EUR")


@pytest.mark.parametrize("answer", ["allowed", "withdrawn"])
def test_other_answers_leave_what_is_owed(office, answer):
    office.do(flags.settle_flag, "over", answer)
    assert state(office)[0] == ["due"]
    office.do(dues.settle_due, KEY)
    assert (state(office)[0], len(steps(office, "over"))) == (["paid"], 1)


def test_what_was_let_go_stays_let_go(office):
    office.do(dues.waive_due, KEY)
    assert state(office) == (["waived"], [])
    office.do(flags.settle_flag, "over", "paid")
    office.do(flags.move_flag, "over", "open")
    assert state(office) == (["waived"], ["open"])
    office.do(dues.reopen_due, KEY)
    assert state(office) == (["due"], ["open"])
