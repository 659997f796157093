"""Conditions that need the registry: what is recorded here, which licences stand already. They name what they found."""

from __future__ import annotations

from datetime import date

from likeness.licence.rules.drafted import Drafted, Recorded
from likeness.licence.rules.exclusivity import promised_here, promised_there


def unrecorded(case: Drafted, wanted: bool) -> tuple[str, ...]:
    """Likenesses that the licence names and the registry does not hold."""
    known = case.likenesses
    if known is None or not wanted:
        return ()
    return tuple(name for name in case.terms.likenesses if name not in {one.id for one in known})


def collides(case: Drafted, promise: str) -> tuple[str, ...]:
    """Licences that stand and collide with this one (FORMAT 4.11); the promise is `theirs`, or `own`: of the draft."""
    return (promised_there if promise == "theirs" else promised_here)(case.terms, case.others)


def unshown(case: Drafted, wanted: str) -> tuple[str, ...]:
    """The letters that no page could show, together; `ever`, or `yet`: until a font file is added."""
    letters = case.no_page_shows if wanted == "ever" else case.pages_may_show
    return (" ".join(letters),) if letters else ()


def kind(one: Recorded, kinds: list[str]) -> bool:
    return one.kind in kinds


def reason(one: Recorded, wanted: bool) -> bool:
    """It is recorded why the likeness was captured."""
    return (one.reason is not None) == wanted


def kept_until(one: Recorded, wanted: bool) -> bool:
    """It is recorded by when the likeness is deleted."""
    return (one.delete_by is not None) == wanted


def captured_before(one: Recorded, day: date) -> bool:
    """It is recorded that the likeness was captured before that day."""
    return one.captured_on is not None and one.captured_on < day


def captured_on(one: Recorded, wanted: bool) -> bool:
    """It is recorded when the likeness was captured."""
    return (one.captured_on is not None) == wanted
