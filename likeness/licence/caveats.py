"""What a signer should know before signing: warnings on terms, each with a fix where one change heals it.

A warning never flips a verdict (DESIGN decision 14). Rule numbers are those of the domain notes; warnings without a law
behind them come from common practice and say so in `source`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from likeness.licence.terms import EVERYONE, NOBODY, Approval, LimitTerm, Residual, Terms
from likeness.values.codes import EVERY
from likeness.values.days import Span
from likeness.values.territories import WORLD

SERIOUS, CAUTION, NOTE = "serious", "caution", "note"
_SHORTEST_DESCRIPTION = 40  # characters, a rule of thumb for "reasonably specific" (R02)
_CATCH_ALL = ("any purpose", "all media", "in perpetuity", "universe", "tout usage", "tous supports", "à perpétuité")
_PRACTICE = "practice"


@dataclass(frozen=True)
class Caveat:
    """One warning: its rule, how grave it is, where it comes from, and whether `fixed` can heal it."""

    rule: str
    level: str
    source: str
    fixable: bool = False
    value: str = ""


def caveats_on(terms: Terms) -> list[Caveat]:
    """Return the warnings on terms, the gravest first."""
    found = [*_time_and_media(terms), *_reach(terms), *_pay(terms), *_control(terms)]
    order = (SERIOUS, CAUTION, NOTE)
    return sorted(found, key=lambda warning: order.index(warning.level))


def fixed(terms: Terms, rule: str) -> Terms:
    """Return the terms with the one change that heals a fixable warning."""
    return _FIXES[rule](terms)


def _time_and_media(terms: Terms) -> list[Caveat]:
    endless = terms.create.last is None or (terms.exploit is not None and terms.exploit.last is None)
    every = EVERY in terms.media
    if endless and every:
        return [Caveat("all-media-no-end", SERIOUS, "R02", fixable=True)]
    found = []
    if endless:
        found.append(Caveat("no-end", CAUTION, "R02, R60", fixable=True))
    if every:
        found.append(Caveat("all-media", CAUTION, "R02", fixable=True))
    if terms.exploit is None:
        found.append(Caveat("nothing-shown", NOTE, _PRACTICE, fixable=True))
    return found


def _reach(terms: Terms) -> list[Caveat]:
    found = []
    if {"train", "fine-tune"} & set(terms.acts):
        found.append(Caveat("training", SERIOUS, "R22", fixable=True))
    if terms.pass_on == EVERYONE:
        found.append(Caveat("passing-on", SERIOUS, "R63", fixable=True))
    if EVERY in terms.purposes:
        found.append(Caveat("any-purpose", SERIOUS, "R02"))
    if EVERY in terms.modifications:
        found.append(Caveat("any-change", CAUTION, "R32"))
    if WORLD in terms.territory.include:
        found.append(Caveat("world", NOTE, _PRACTICE))
    text = terms.description.lower()
    if len(terms.description) < _SHORTEST_DESCRIPTION or any(phrase in text for phrase in _CATCH_ALL):
        found.append(Caveat("vague", CAUTION, "R02"))
    return found


def _pay(terms: Terms) -> list[Caveat]:
    if terms.fee.basis == "none":
        return [Caveat("no-fee", CAUTION, _PRACTICE)]
    if terms.exploit is not None and not terms.residuals and terms.fee.basis == "flat":
        return [Caveat("no-residual", NOTE, _PRACTICE, fixable=True)]
    return []


def _control(terms: Terms) -> list[Caveat]:
    found = []
    if terms.acts and not terms.limits:
        found.append(Caveat("no-count", CAUTION, "R38", fixable=True))
    if terms.approval is None or not terms.approval.needed:
        found.append(Caveat("no-approval", CAUTION, _PRACTICE, fixable=True))
    if terms.after_death:
        found.append(Caveat("after-death", CAUTION, "R16", fixable=True))
    if terms.delete_by is None:
        found.append(Caveat("no-deletion", CAUTION, "R39, R79", fixable=True))
    return found


def _ending(terms: Terms) -> Terms:
    create = terms.create if terms.create.last else Span(terms.create.first, _year_after(terms.create.first))
    exploit = terms.exploit
    if exploit is not None and exploit.last is None:
        exploit = Span(exploit.first, _year_after(exploit.first))
    return replace(terms, create=create, exploit=exploit)


def _year_after(day: date) -> date:
    return _after(day, 364)


def _after(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


def _less_media(terms: Terms) -> Terms:
    return replace(terms, media=("tv", "streaming"))


def _without_training(terms: Terms) -> Terms:
    return replace(terms, acts=tuple(act for act in terms.acts if act not in ("train", "fine-tune")))


def _deleting(terms: Terms) -> Terms:
    return replace(terms, delete_by=_after(terms.create.last or _year_after(terms.create.first), 30))


_FIXES: dict[str, Callable[[Terms], Terms]] = {
    "no-end": _ending,
    "all-media-no-end": lambda terms: _less_media(_ending(terms)),
    "all-media": _less_media,
    "no-residual": lambda terms: replace(terms, residuals=(Residual("re-run", percent="2.0"),)),
    "no-count": lambda terms: replace(terms, limits=(LimitTerm("line", 40),)),
    "training": _without_training,
    "passing-on": lambda terms: replace(terms, pass_on=NOBODY),
    "no-approval": lambda terms: replace(terms, approval=Approval(needed=True, days=5)),
    "after-death": lambda terms: replace(terms, after_death=False),
    "no-deletion": _deleting,
    "nothing-shown": lambda terms: replace(terms, exploit=terms.create),
}
