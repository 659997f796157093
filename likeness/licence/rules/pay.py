"""Conditions on what is paid, and for how much."""

from __future__ import annotations

from likeness.licence.rules.drafted import Drafted


def fee_basis(case: Drafted, bases: list[str]) -> bool:
    return case.terms.fee.basis in bases


def bought_out(case: Drafted, wanted: bool) -> bool:
    """One sum, and nothing for any further exploitation."""
    return (case.terms.fee.basis == "flat" and not case.terms.residuals) == wanted


def limited(case: Drafted, wanted: bool) -> bool:
    """Something is made, and how much is made has a limit; a licence that lets make nothing needs none."""
    return (any(limit.on is None for limit in case.terms.limits) or not case.terms.acts) == wanted


def reporting(case: Drafted, wanted: bool) -> bool:
    """The company reports."""
    return (case.terms.reporting is not None) == wanted
