"""The changes that heal warnings, by the names the packs use: terms in, terms out, nothing else touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from likeness.licence.draft import APPROVAL_DAYS, YEAR, deleted_after
from likeness.licence.terms import NOBODY, Approval, LimitTerm, Reporting, Residual, Terms
from likeness.values.days import Span, months_after

_LEARNING = ("train", "fine-tune", "data-mine")
_LINES = 40  # what a supporting part of a season speaks
_REPORT_DAYS = 30  # days after the period


def _for_years(window: Span, years: int) -> Span:
    return Span(window.first, _before(window.first, 12 * years))


def _before(first: date, months: int) -> date:
    """Return the last day of a window of so many months."""
    if first.year + months // 12 >= date.max.year:
        return date.max
    return months_after(first, months) - timedelta(days=1)


def _ending(terms: Terms) -> Terms:
    create = terms.create if terms.create.last else _for_years(terms.create, 1)
    exploit = terms.exploit
    if exploit is not None and exploit.last is None:
        exploit = _for_years(exploit, 1)
    return replace(terms, create=create, exploit=exploit)


def _made_for(years: int) -> Callable[[Terms], Terms]:
    return lambda terms: replace(terms, create=_for_years(terms.create, years))


def _less_media(terms: Terms) -> Terms:
    return replace(terms, media=("tv", "streaming"))


def _without_training(terms: Terms) -> Terms:
    return replace(terms, acts=tuple(act for act in terms.acts if act not in _LEARNING))


def _limiting(terms: Terms) -> Terms:
    shown = (limit for limit in terms.limits if limit.on is not None)
    return replace(terms, limits=(LimitTerm("line", _LINES), *shown))


def _deleting(terms: Terms) -> Terms:
    return replace(terms, delete_by=deleted_after(terms.create.last or _before(terms.create.first, YEAR)))


FIXES: dict[str, Callable[[Terms], Terms]] = {
    "approve-first": lambda terms: replace(terms, approval=Approval(needed=True, days=APPROVAL_DAYS)),
    "delete-after": _deleting,
    "end-at-death": lambda terms: replace(terms, after_death=False),
    "end-in-a-year": _ending,
    "less-media": _less_media,
    "less-media-and-end": lambda terms: _less_media(_ending(terms)),
    "limit-lines": _limiting,
    "make-for-three-years": _made_for(3),
    "make-for-two-years": _made_for(2),
    "make-for-five-years": _made_for(5),
    "make-for-ten-years": _made_for(10),
    "not-alone": lambda terms: replace(terms, exclusive=None),
    "no-training": _without_training,
    "pass-on-to-nobody": lambda terms: replace(terms, pass_on=NOBODY),
    "pay-again": lambda terms: replace(terms, residuals=(Residual("re-run", percent="2.0"),)),
    "report-each-quarter": lambda terms: replace(terms, reporting=Reporting("quarter", _REPORT_DAYS)),
    "show-while-made": lambda terms: replace(terms, exploit=terms.create),
    "stop-in-a-strike": lambda terms: replace(terms, strike_clause=True),
}
