"""Conditions on the form of consent: how it is described, who advised, what notice was given, which papers belong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, timedelta

from likeness.licence.rules.drafted import Drafted

# Whose agreements cover doubles, as far as the packs know; Equity (United Kingdom) has none yet (R52).
_COVERING = ("SAG-AFTRA", "ACTRA", "UBCP", "Replica Studios", "Narrativ", "Ethovox")
# A free text that says there is no agreement: the word opens it or closes it ("No. 12" is a number).
_NO = r"(?:none|no|not|non|without|n/a|aucune?|néant|pas|sans)"
_SAYS_NONE = re.compile(rf"^\W*{_NO}(?![\w.])|(?<!\w){_NO}\W*$")
# What denies the phrase that follows, or keeps it back: "no assignment", "retains full ownership".
_DENIES = re.compile(
    r"(?<!\w)(?:(?:no|not|nor|never|without|aucune?|sans|ni|pas de)(?: (?:any|further|such|an?))?"
    r"|(?:keeps?|retains?|gardent?|conservent?)(?: \w+)?) $"
)
# What narrows a phrase to one thing, before and after it: "not for any purpose other than the series".
_NARROWS = re.compile(r"(?<!\w)(?:not?|nor|never|cannot|pas|jamais|aucune?)(?!\w)[^.;]*$")
_TO_ONE = re.compile(r" (?:other than|autre que)(?!\w)")


def description_shorter_than(case: Drafted, characters: int) -> bool:
    """The description has fewer characters, spaces at its ends not counted."""
    return len(case.terms.description.strip()) < characters


def description_says(case: Drafted, phrases: list[str]) -> bool:
    """The description holds one of these words or phrases, whole and in any letter case, and does not deny it."""
    return holds_one(case.terms.description, phrases, unless=_denied)


def counsel(case: Drafted, wanted: bool) -> bool:
    """A lawyer advised, or a union under an agreement that covers doubles (R03: an agent alone is neither)."""
    advised = case.terms.representation
    kind = None if advised is None else advised.kind
    return (kind == "lawyer" or (kind == "union" and _covered(case))) == wanted


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


def papers_say(case: Drafted, phrases: list[str]) -> bool:
    """The paper that lets the grantor sign, or the title of a further paper, holds one of these words."""
    papers = (case.terms.grantor.authority or "", *(annex.title for annex in case.terms.annexes))
    return any(holds_one(paper, phrases) for paper in papers)


def agreement_covers_doubles(case: Drafted, wanted: bool) -> bool:
    """The union agreement that is named is one that covers doubles; any other text leaves things as without one."""
    return _covered(case) == wanted


def agreement_names(case: Drafted, phrases: list[str]) -> bool:
    """The union agreement that is named holds one of these words."""
    return names_one(case.terms.union_agreement, phrases)


def agreement_lacks(case: Drafted, phrases: list[str]) -> bool:
    """The union agreement that is named holds none of these words; they set apart who else has the same name."""
    return not agreement_names(case, phrases)


def names_one(agreement: str | None, phrases: Iterable[str]) -> bool:
    """Tell whether the free text of an agreement holds one of the phrases, and does not say that there is none."""
    return agreement is not None and not _SAYS_NONE.search(agreement.casefold()) and holds_one(agreement, phrases)


def holds_one(text: str, phrases: Iterable[str], *, unless: Callable[[str, str], bool] | None = None) -> bool:
    """Tell whether a text holds one of the phrases whole; letter case, spaces and the shape of ' do not matter.

    A phrase does not count where `unless` says so of what stands before and after it.
    """
    read = _plain(text)
    found = (one for phrase in phrases for one in re.finditer(rf"(?<!\w){re.escape(_plain(phrase))}(?!\w)", read))
    return any(unless is None or not unless(read[: one.start()], read[one.end() :]) for one in found)


def _denied(before: str, after: str) -> bool:
    return bool(_DENIES.search(before) or (_NARROWS.search(before) and _TO_ONE.match(after)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u2019", "'").split())


def _covered(case: Drafted) -> bool:
    return names_one(case.terms.union_agreement, _COVERING)
