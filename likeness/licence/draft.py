"""The licence wizard as data: which step asks for what, what is still open, the terms so far. The window draws it.

- A draft is a terms document (FORMAT section 2) that is not finished; each key belongs to one step.
- The defaults are the narrow ones: nothing is granted until it is chosen; one year; approval on; no passing on.
- A step is judged by the same reader as terms from JSON: there is one set of rules.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from likeness.errors import Unreadable
from likeness.licence.terms import Terms
from likeness.licence.terms_read import FORMAT, terms_from

Document = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One page of the wizard: its name, the keys it asks for, and those that must not stay empty."""

    name: str
    keys: tuple[str, ...]
    chosen: tuple[str, ...] = ()


FLOW = (
    Step("who", ("licensee", "grantor", "representation")),
    Step("likeness", ("performer", "likenesses")),
    Step("project", ("project", "purposes", "description"), ("purposes",)),
    Step(
        "uses",
        ("acts", "modifications", "media", "territory", "languages", "create", "exploit", "zone"),
        ("acts", "media", "territory.include", "languages"),
    ),
    Step("fee", ("fee", "residuals", "reporting")),
    Step(
        "limits",
        ("limits", "longest_seconds", "approval", "pass_on", "forbidden_content", "age", "after_death", "delete_by",
         "withdrawal", "works_made_stay", "strike_clause", "exclusive", "basis", "union_agreement", "annexes",
         "notice_at", "service_at"),
    ),
    Step("review", ()),
)  # fmt: skip

_UNKNOWN = "…"
# What stands in the plain words where nothing has been said yet.
_BLANK: Document = {
    "format": FORMAT,
    "performer": {"id": "performer", "name": _UNKNOWN},
    "grantor": {"name": _UNKNOWN, "capacity": "performer"},
    "licensee": {"id": "company", "name": _UNKNOWN},
    "likenesses": ["likeness"],
    "project": {"id": "project", "title": _UNKNOWN},
    "acts": [],
    "purposes": [],
    "media": [],
    "territory": {"include": []},
    "languages": [],
    "create": {"from": "2000-01-01", "to": "2000-12-31"},
    "zone": "UTC",
    "fee": {"basis": "none"},
    "description": _UNKNOWN,
}


def new_draft(performer: Document, grantor: Document, today: date, zone: str) -> Document:
    """Return a draft with the narrow defaults, from today for one year."""
    window = {"from": today.isoformat(), "to": (today + timedelta(days=364)).isoformat()}
    return {
        "format": FORMAT,
        "performer": dict(performer),
        "grantor": dict(grantor),
        "likenesses": [],
        "acts": ["generate"],
        "purposes": [],
        "media": [],
        "territory": {"include": [], "exclude": []},
        "languages": [],
        "modifications": [],
        "forbidden_content": ["nudity", "sexual-content", "politics"],
        "create": dict(window),
        "exploit": dict(window),
        "zone": zone,
        "limits": [],
        "approval": {"needed": True, "days": 5},
        "pass_on": "nobody",
        "delete_by": (today + timedelta(days=394)).isoformat(),
    }


def fault_in(document: Document, step: Step) -> Unreadable | None:
    """Return what is still open or wrong on a step, with its key, or None."""
    for name in step.chosen:
        head, _, tail = name.partition(".")
        value = document.get(head) or {}
        if not (value.get(tail) if tail else value):
            return Unreadable("nothing-chosen", key=name)
    try:
        terms_from(_BLANK | {key: document[key] for key in step.keys if key in document} | _needed(document, step))
    except Unreadable as fault:
        return fault
    return None


def open_steps(document: Document) -> list[Step]:
    """Return the steps that are not finished, in order."""
    return [step for step in FLOW if fault_in(document, step) is not None]


def terms_so_far(document: Document) -> Terms:
    """Return the terms for the plain words: what is said, and blanks where nothing can be said yet."""
    said: Document = {}
    for step in FLOW:
        for key in step.keys:
            if key in document and _reads(said | {key: document[key]}):
                said[key] = copy.deepcopy(document[key])
    return terms_from(_BLANK | said)


def finished(document: Document) -> Terms:
    """Return the terms of a finished draft; raise Unreadable with the key of what is open."""
    for step in FLOW:
        fault = fault_in(document, step)
        if fault is not None:
            raise fault
    return terms_from(document)


def _needed(document: Document, step: Step) -> Document:
    """Leave out what a step must state but does not, so that the reader names it."""
    required = set(_BLANK) & set(step.keys) - set(document)
    return dict.fromkeys(required)


def _reads(document: Document) -> bool:
    try:
        terms_from(_BLANK | document)
    except Unreadable:
        return False
    return True
