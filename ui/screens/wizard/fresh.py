"""The narrow terms a new licence starts with, and what must be filled in before each step is done. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from likeness.licence.terms import Approval, Fee, Grantor, Party, Performer, Project, Terms, Territory
from likeness.values.days import Span
from ui.kit.day_reader import after_months
from ui.kit.words import tr

APPROVAL_DAYS, YEAR, DELETE_AFTER = 5, 12, 30


def fresh_terms(owner: str, role: str, today: date, zone: str) -> Terms:
    """Return the narrow start: this project only, no training, no passing on, approval on, one year."""
    last = after_months(today, YEAR) - timedelta(days=1)
    capacity = "performer" if role == "performer" else "agent"
    return Terms(
        performer=Performer(slug(owner), owner),
        grantor=Grantor(owner, capacity),
        licensee=Party("", ""),
        likenesses=(),
        project=Project("", ""),
        acts=("generate",),
        purposes=(),
        media=(),
        territory=Territory(()),
        languages=(),
        modifications=(),
        forbidden_content=("nudity", "sexual-content", "politics"),
        create=Span(today, last),
        exploit=Span(today, last),
        zone=zone,
        limits=(),
        approval=Approval(needed=True, days=APPROVAL_DAYS),
        fee=Fee("none"),
        description="",
        delete_by=last + timedelta(days=DELETE_AFTER),
    )


def slug(text: str) -> str:
    """Return an id made of a name: plain letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "x"


def problems_of(terms: Terms, step: str) -> list[tuple[str, str]]:
    """Return what is still wrong on a step, as (field, sentence)."""
    checks: dict[str, Callable[[Terms], list[tuple[str, str]]]] = {
        "who": _who,
        "likeness": _likeness,
        "project": _project,
        "uses": _uses,
        "fee": _fee,
        "limits": _limits,
    }
    return checks[step](terms) if step in checks else []


def _likeness(terms: Terms) -> list[tuple[str, str]]:
    return [] if terms.likenesses else [("likenesses", tr("Choose at least one likeness."))]


def complete(terms: Terms) -> bool:
    """Tell whether a draft can be kept: nothing that must stand in it is missing."""
    return not any(problems_of(terms, step) for step in ("who", "likeness", "project", "uses", "fee", "limits"))


def _who(terms: Terms) -> list[tuple[str, str]]:
    found = []
    if not terms.licensee.name.strip():
        found.append(("company", tr("Write who gets the licence.")))
    if not terms.grantor.name.strip():
        found.append(("grantor", tr("Write who signs.")))
    if terms.grantor.capacity != "performer" and not terms.grantor.authority:
        found.append(("authority", tr("Name the paper that lets you sign, such as a power of attorney.")))
    return found


def _project(terms: Terms) -> list[tuple[str, str]]:
    found = []
    if not terms.project.title.strip():
        found.append(("title", tr("Write the title of the work.")))
    if not terms.description.strip():
        found.append(("description", tr("Say in a sentence or two what they will make.")))
    return found


def _uses(terms: Terms) -> list[tuple[str, str]]:
    found = []
    for field, value, text in (
        ("purposes", terms.purposes, tr("Choose at least one purpose.")),
        ("media", terms.media, tr("Choose where it may be shown.")),
        ("territory", terms.territory.include, tr("Choose at least one place.")),
        ("languages", terms.languages, tr("Choose at least one language.")),
    ):
        if not value:
            found.append((field, text))
    if terms.create.last is not None and terms.create.last < terms.create.first:
        found.append(("last", tr("The end comes before the start.")))
    return found


def _fee(terms: Terms) -> list[tuple[str, str]]:
    paid = terms.fee
    if paid.basis == "revenue-share" and not paid.percent:
        return [("percent", tr("Write the share in percent."))]
    if paid.basis not in ("none", "revenue-share") and (paid.money is None or not paid.money.minor):
        return [("sum", tr("Write the sum, or choose no fee."))]
    return []


def _limits(terms: Terms) -> list[tuple[str, str]]:
    shown = terms.exploit
    if shown is not None and shown.last is not None and shown.last < shown.first:
        return [("shown", tr("The end comes before the start."))]
    return []
