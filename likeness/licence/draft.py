"""The licence wizard as data: its steps, the narrow terms it starts from, and what is still open. The window draws it.

- The defaults are the narrow ones: this project only, no training, no passing on, approval on, one year.
- A step names what is open by field and code; the sentence for a code is in `resources/wording`, room `open`.
- A draft can be kept once nothing is open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from likeness.licence.terms import Approval, Exclusivity, Fee, Grantor, Party, Performer, Project, Terms, Territory
from likeness.values.days import Span, months_after

FLOW = ("who", "likeness", "project", "uses", "fee", "limits", "review")
APPROVAL_DAYS, YEAR, DELETE_AFTER = 5, 12, 30  # days, months, days


class Open(NamedTuple):
    """Something a step still asks for: the field of the page, and the code of its sentence."""

    field: str
    code: str


def new_terms(performer: Performer, grantor: Grantor, today: date, zone: str) -> Terms:
    """Return the terms a new licence starts with, from today for one year."""
    last = months_after(today, YEAR) - timedelta(days=1)
    return Terms(
        performer=performer,
        grantor=grantor,
        licensee=Party("", ""),
        likenesses=(),
        project=Project("", ""),
        acts=("generate",),
        purposes=(),
        media=(),
        territory=Territory(()),
        languages=(),
        create=Span(today, last),
        zone=zone,
        fee=Fee("none"),
        description="",
        forbidden_content=("nudity", "sexual-content", "politics"),
        exploit=Span(today, last),
        approval=Approval(needed=True, days=APPROVAL_DAYS),
        delete_by=deleted_after(last),
    )


def deleted_after(last: date) -> date:
    """Return the day by which copies are deleted, where the last day of the licence is `last`."""
    return last + timedelta(days=min(DELETE_AFTER, (date.max - last).days))


def moved(terms: Terms, create: Span) -> Terms:
    """Return terms with another window for making; the ends that stood in step with the old one move with it."""
    old, exploit, delete_by = terms.create, terms.exploit, terms.delete_by
    if exploit is not None:
        exploit = Span(
            create.first if exploit.first == old.first else exploit.first,
            create.last if exploit.last == old.last else exploit.last,
        )
    if delete_by == (deleted_after(old.last) if old.last else None):
        delete_by = deleted_after(create.last) if create.last else None
    return replace(terms, create=create, exploit=exploit, delete_by=delete_by)


def alone_in_step(old: Terms, new: Terms) -> Terms:
    """Return new terms; a promise of exclusivity that was of all that the old ones grant is of all that these grant."""
    if old.exclusive is None or old.exclusive != all_of(old) or new.exclusive != old.exclusive:
        return new
    return replace(new, exclusive=all_of(new))


def all_of(terms: Terms) -> Exclusivity:
    """Return the promise that nobody else is granted any of what these terms grant."""
    return Exclusivity(terms.purposes, terms.territory)


def open_on(terms: Terms, step: str) -> list[Open]:
    """Return what is still open on a step of the flow."""
    return [Open(field, code) for field, code, is_open in _ASKED.get(step, ()) if is_open(terms)]


def complete(terms: Terms) -> bool:
    """Tell whether a draft can be kept."""
    return not any(open_on(terms, step) for step in FLOW)


def _backwards(window: Span | None) -> bool:
    return window is not None and window.last is not None and window.last < window.first


def _unpaid(terms: Terms) -> bool:
    sum_due = terms.fee.basis not in ("none", "revenue-share")
    return sum_due and (terms.fee.money is None or not terms.fee.money.minor)


_ASKED: dict[str, tuple[tuple[str, str, Callable[[Terms], bool]], ...]] = {
    "who": (
        ("company", "company", lambda terms: not terms.licensee.name.strip()),
        ("grantor", "grantor", lambda terms: not terms.grantor.name.strip()),
        (
            "authority",
            "authority",
            lambda terms: terms.grantor.capacity != "performer" and not terms.grantor.authority,
        ),
    ),
    "likeness": (
        ("likenesses", "likenesses", lambda terms: not terms.likenesses),
        ("born", "born", lambda terms: terms.performer.born is not None and terms.performer.born > terms.create.first),
    ),
    "project": (
        ("title", "title", lambda terms: not terms.project.title.strip()),
        ("description", "description", lambda terms: not terms.description.strip()),
    ),
    "uses": (
        ("purposes", "purposes", lambda terms: not terms.purposes),
        ("media", "media", lambda terms: not terms.media),
        ("territory", "territory", lambda terms: not terms.territory.include),
        ("languages", "languages", lambda terms: not terms.languages),
        ("last", "backwards", lambda terms: _backwards(terms.create)),
    ),
    "fee": (
        ("percent", "percent", lambda terms: terms.fee.basis == "revenue-share" and not terms.fee.percent),
        ("sum", "sum", _unpaid),
    ),
    "limits": (("shown", "backwards", lambda terms: _backwards(terms.exploit)),),
}
