"""Conditions on the form of consent: how it is described, who advised, what notice was given, which papers belong."""

from __future__ import annotations

import re
from datetime import UTC, timedelta

from likeness.licence.rules.drafted import Drafted


def description_shorter_than(case: Drafted, characters: int) -> bool:
    """The description has fewer characters, spaces at its ends not counted."""
    return len(case.terms.description.strip()) < characters


def description_says(case: Drafted, phrases: list[str]) -> bool:
    """The description holds one of these words or phrases, whole and in any letter case."""
    text = " ".join(case.terms.description.casefold().split())
    return any(re.search(rf"(?<!\w){re.escape(phrase.casefold())}(?!\w)", text) for phrase in phrases)


def counsel(case: Drafted, wanted: bool) -> bool:
    """A lawyer advised, or a union whose agreement is named (R03: an agent alone is neither)."""
    advised = case.terms.representation
    kind = None if advised is None else advised.kind
    return (kind == "lawyer" or (kind == "union" and case.terms.union_agreement is not None)) == wanted


def notice_shorter_than_hours(case: Drafted, hours: int) -> bool:
    """Less than this time lies between notice and service: hours that pass, not days on a calendar (R05)."""
    notice, service = case.terms.notice_at, case.terms.service_at
    if notice is None or service is None:
        return False
    return service.astimezone(UTC) - notice.astimezone(UTC) < timedelta(hours=hours)


def notice(case: Drafted, wanted: bool) -> bool:
    """It is stated when notice was given."""
    return (case.terms.notice_at is not None) == wanted


def service(case: Drafted, wanted: bool) -> bool:
    """It is stated when the service begins."""
    return (case.terms.service_at is not None) == wanted


def annexes(case: Drafted, wanted: bool) -> bool:
    """Further papers belong to the licence."""
    return bool(case.terms.annexes) == wanted


def union_agreement(case: Drafted, wanted: bool) -> bool:
    """A union agreement is named."""
    return (case.terms.union_agreement is not None) == wanted


def agreement_names(case: Drafted, phrases: list[str]) -> bool:
    """The union agreement that is named holds one of these words."""
    return names_one(case.terms.union_agreement, phrases)


def names_one(agreement: str | None, phrases: list[str]) -> bool:
    """Tell whether the free text of an agreement holds one of the phrases, in any letter case."""
    return agreement is not None and any(phrase.casefold() in agreement.casefold() for phrase in phrases)
