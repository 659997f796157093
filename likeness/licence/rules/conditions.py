"""The closed set of conditions that a pack may name, each with the function that answers it.

An answer is true or false, or the things that were found, one warning each; nothing found is a no.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from likeness.licence.rules import form, in_use, keeping, lasting, pay, persons, reach, recorded
from likeness.licence.rules.drafted import Drafted, Recorded
from likeness.licence.rules.pack import Line, Rule
from likeness.licence.rules.used import Used

C = TypeVar("C")
Answer = bool | tuple[str, ...]
Table = dict[str, Callable[[C, Any], Answer]]

FOR_LICENCE: Table[Drafted] = {
    "act-granted": reach.act_granted,
    "after-death": keeping.after_death,
    "agreement-covers-doubles": form.agreement_covers_doubles,
    "agreement-lacks": form.agreement_lacks,
    "agreement-names": form.agreement_names,
    "annexes": form.annexes,
    "approval": keeping.approval,
    "authority": persons.authority,
    "basis": keeping.basis,
    "bought-out": pay.bought_out,
    "collides": recorded.collides,
    "counsel": form.counsel,
    "dead-at-most-years": persons.dead_at_most_years,
    "death-known": persons.death_known,
    "deletion-day": keeping.deletion_day,
    "description-says": form.description_says,
    "description-shorter-than": form.description_shorter_than,
    "endless": lasting.endless,
    "every": reach.every,
    "fee-basis": pay.fee_basis,
    "grantor": persons.grantor,
    "limited": pay.limited,
    "making-longer-than-years": lasting.making_longer_than_years,
    "making-past-birthday": lasting.making_past_birthday,
    "making-past-death-by-years": persons.making_past_death_by_years,
    "modification-granted": reach.modification_granted,
    "notice": form.notice,
    "notice-shorter-than-hours": form.notice_shorter_than_hours,
    "out-of-step": lasting.out_of_step,
    "papers-say": form.papers_say,
    "passes-on": reach.passes_on,
    "purpose-granted": reach.purpose_granted,
    "reporting": pay.reporting,
    "service": form.service,
    "showing-longer-than-years": lasting.showing_longer_than_years,
    "shown": lasting.shown,
    "strike-clause": keeping.strike_clause,
    "territory-includes": reach.territory_includes,
    "territory-reaches": reach.territory_reaches,
    "unrecorded": recorded.unrecorded,
    "unshown": recorded.unshown,
    "withdrawal-longer-than-days": keeping.withdrawal_longer_than_days,
    "younger-than": persons.younger_than,
}
FOR_LIKENESS: dict[str, Callable[[Recorded, Any], bool]] = {
    "captured-before": recorded.captured_before,
    "captured-on": recorded.captured_on,
    "kept-until": recorded.kept_until,
    "kind": recorded.kind,
    "reason": recorded.reason,
}
FOR_USE: Table[Used] = {
    "act-used": in_use.act_used,
    "broken": in_use.broken,
    "content-shown": in_use.content_shown,
    "goes-on-after-death": in_use.goes_on_after_death,
    "licensed": in_use.licensed,
    "medium-only": in_use.medium_only,
    "modification-not-granted": in_use.modification_not_granted,
    "modification-only": in_use.modification_only,
    "modification-used": in_use.modification_used,
    "performer-dead": in_use.performer_dead,
    "performer-dead-at-most-years": in_use.performer_dead_at_most_years,
    "purpose-used": in_use.purpose_used,
    "unaltered": in_use.unaltered,
    "under-agreement": in_use.under_agreement,
    "used-in": in_use.used_in,
    "verdict": in_use.verdict,
}


def found_by(rule: Rule, answer: Callable[[str, Any], Answer]) -> dict[str, int]:
    """Return what a rule found, each value once, with the line of `when` that found it, counted from 1.

    {"": line} where the rule holds and names nothing, {} where it does not hold.
    """
    found: dict[str, int] = {}
    if any(_line(line, answer) for line in rule.unless):
        return found
    for place, line in enumerate(rule.when, 1):
        for value in _line(line, answer):
            found.setdefault(value, place)
    return found


def _line(line: Line, answer: Callable[[str, Any], Answer]) -> tuple[str, ...]:
    found: tuple[str, ...] = ("",)
    for name, wanted in line.items():
        said = answer(name, wanted)
        if not said:
            return ()
        if isinstance(said, tuple):
            found = said
    return found
