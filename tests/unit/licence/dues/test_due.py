"""Which uses bear on what a licence is owed, and the order in which dues stand."""

from __future__ import annotations

from datetime import UTC, date, datetime

from likeness.licence.dues.due import KINDS, REPORT, Contract, Due, Judged, in_order
from likeness.licence.dues.owed import owed_under
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Finding, Verdict
from tests.fakes.dues import FAR, NUMBER, QUIET, made, owed, shown
from tests.fakes.licences import terms_document


def test_what_rests_on_another_licence_is_paid_there():
    terms = terms_from(terms_document(**QUIET | {"fee": {"basis": "per-use", "minor": 5, "currency": "EUR"}}))
    contract = Contract(NUMBER, terms, datetime(2026, 3, 2, tzinfo=UTC))
    use = made("a", "2026-04-01")
    for number, dues in ((NUMBER, 1), ("2026-0040", 0)):
        judged = Judged(use, Finding("a", Verdict.IN_SCOPE, licences=(number,)))
        assert len(owed_under(contract, [judged], FAR)) == dues


def test_the_first_showing_of_a_moment_is_that_of_the_lower_id():
    """In the order of the limits (FORMAT 4.7), in whichever order a report has its rows."""
    uses = [shown("b", "2026-04-01"), shown("a", "2026-04-01")]
    found = owed(uses, residuals=[{"per": "re-run", "percent": "2.0"}])
    assert [due.use for due in found if due.kind == "residual"] == ["b"]


def test_what_was_shown_on_the_last_day_that_counts_is_paid_for():
    residuals = [{"per": "month", "minor": 1, "currency": "EUR"}]
    for until, periods in ((date(2026, 4, 9), []), (date(2026, 4, 10), ["2026-04"])):
        found = owed([shown("a", "2026-04-10")], residuals=residuals, until=until)
        assert [due.period for due in found if due.kind == "residual"] == periods


def test_dues_stand_by_day_those_without_one_last_and_then_by_key():
    def due(key, on):
        return Due(key, REPORT, NUMBER, "Tidewrack", "month", on)

    right = [due("c", date(2026, 1, 1)), due("a", date(2026, 1, 2)), due("b", date(2026, 1, 2)), due("e", date.max),
             due("a", None), due("d", None)]  # fmt: skip
    assert in_order(reversed(right)) == right


def test_money_is_paid_and_reports_and_deletions_are_not():
    pays = {kind: Due("", kind, NUMBER, "Tidewrack", "", None).pays for kind in KINDS}
    assert pays == {"fee": True, "residual": True, "overage": True, "report": False, "deletion": False}
