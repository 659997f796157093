"""The words of a due: what it is for, its state, its sum, and the term it follows from."""

from __future__ import annotations

from likeness.licence.dues.due import DELETION, FEE, OVERAGE, PAST, REPORT, RESIDUAL, REST, Due
from likeness.licence.terms import Terms
from likeness.paper import names
from likeness.paper.wording import say, word
from likeness.paper.words import parts


def about(language: str, due: Due) -> str:
    """Return what a due is for: the fee, a re-run, 5 lines too many, the report for 2026-Q3; the rest of one."""
    if due.aspect == PAST:
        code = PAST if due.what else f"{PAST}-once"
        return say(language, "owed", code, kind=word(language, "due-kind", due.kind), about=due.what)
    what = _what(language, due)
    return say(language, "owed", REST, what=what) if due.aspect == REST else what


def _what(language: str, due: Due) -> str:
    period = names.period(language, due.period) if due.period else ""
    use = names.use(language, due.use or "")
    if due.kind == FEE:
        counted = names.quantity(language, due.count or 0, due.unit) if due.unit else ""
        return say(language, "owed-fee", due.what, use=use, period=period, counted=counted)
    if due.kind == RESIDUAL:
        return say(language, "owed-residual", due.what, use=use, period=period, count=due.count or 1)
    if due.kind == OVERAGE:
        over = names.quantity(language, due.count or 0, due.what)
        return say(language, "owed", OVERAGE, over=over, use=use)
    if due.likeness is not None:
        return say(language, "owed", "likeness", title=due.likeness)
    return say(language, "owed", REPORT, period=period) if due.kind == REPORT else say(language, "owed", due.kind)


def state(language: str, due: Due) -> str:
    """Return the word for the state of a due."""
    return word(language, "due-state", due.state)


def nothing(language: str) -> str:
    """Return that nothing is owed."""
    return say(language, "owed", "nothing")


def amount(language: str, due: Due) -> str:
    """Return the sum, that it is not known, or nothing where no money is owed."""
    if due.money is not None:
        return names.money(language, due.money)
    return say(language, "owed", "sum-unknown") if due.kind in (FEE, RESIDUAL, OVERAGE) else ""


def clause_of_likeness(language: str, due: Due) -> str:
    """Return what the record of a likeness says of its deletion."""
    return say(language, "owed", "clause-likeness", on="" if due.on is None else names.day(language, due.on))


def clause(language: str, due: Due, terms: Terms) -> str:
    """Return the term of the licence that a due follows from."""
    if due.kind == REPORT and terms.reporting is not None:
        every = word(language, "reporting", terms.reporting.every)
        return say(language, "duty", "report", every=every, days=names.days(language, terms.reporting.due_days))
    if due.kind == DELETION and terms.delete_by is not None:
        return say(language, "duty", "delete", on=names.day(language, terms.delete_by))
    if due.kind == RESIDUAL:
        return say(language, "duty", "residual", residual=parts.residuals(language, terms))
    fee = parts.fee(language, terms)
    if due.kind == OVERAGE:
        return say(language, "owed", "clause-overage", limits=parts.limits(language, terms), fee=fee)
    if terms.fee.due_days is None:
        return say(language, "duty", "pay-undated", fee=fee)
    return say(language, "duty", "pay", fee=fee, days=names.days(language, terms.fee.due_days))
