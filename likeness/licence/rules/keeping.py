"""Conditions on what stays with the performer: approval, deletion, strikes, withdrawal, what ends with her life."""

from __future__ import annotations

from likeness.licence.rules.drafted import Drafted


def approval(case: Drafted, wanted: bool) -> bool:
    """Each result is approved first."""
    return (case.terms.approval is not None and case.terms.approval.needed) == wanted


def deletion_day(case: Drafted, wanted: bool) -> bool:
    """It is stated by when copies are deleted."""
    return (case.terms.delete_by is not None) == wanted


def strike_clause(case: Drafted, wanted: bool) -> bool:
    """Nothing is made in a strike."""
    return case.terms.strike_clause == wanted


def after_death(case: Drafted, wanted: bool) -> bool:
    """The licence goes on after the performer's death."""
    return case.terms.after_death == wanted


def withdrawal_longer_than_days(case: Drafted, days: int) -> bool:
    """A withdrawal takes effect later than this."""
    return case.terms.notice > days


def basis(case: Drafted, bases: list[str]) -> bool:
    """The licence is a contract or a consent."""
    return case.terms.basis in bases
