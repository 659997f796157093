"""Lines that keep something back: what they may not do, and what the performer keeps for herself.

What every earlier licence ruled out and this one does not is named; what this one adds is in her favour.
"""

from __future__ import annotations

from collections.abc import Sequence

from likeness.licence.ruled_out import ruled_out
from likeness.licence.terms import Terms
from likeness.licence.usual.beside import Beside, Remarks, alike, between, same


def forbidden(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return what was ruled out until now; else in how many the same was, or less."""
    mine, others = set(ruled_out(draft)), [set(ruled_out(one)) for one in earlier]
    always = [code for code in ruled_out(earlier[0]) if all(code in one for one in others)]
    if gone := tuple(code for code in always if code not in mine):
        return (Beside("ruled-out", room="ruled-out", parts=gone, first=True),)
    if count := others.count(mine):
        return same(count)
    fewer = sum(one < mine for one in others)
    return (Beside("fewer", fewer) if fewer else Beside("different"),)


def kept(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    """Return what was said of approval and of notice before a withdrawal."""
    if count := alike(draft, earlier, lambda one: (_approves(one), _days(one), one.notice)):
        return same(count)
    notices = [one.notice for one in earlier]
    notice = () if set(notices) == {draft.notice} else (between("notice", notices),)
    return (*_approval(draft, earlier), *notice) or (Beside("different"),)


def _approval(draft: Terms, earlier: Sequence[Terms]) -> Remarks:
    approved = [one for one in earlier if _approves(one)]
    if not _approves(draft):
        if not approved:
            return ()
        all_did = len(approved) == len(earlier)
        return (Beside("no-approval", first=True) if all_did else Beside("approval", len(approved)),)
    if not approved:
        return (Beside("never-approved"),)
    days = [days for one in approved if (days := _days(one)) is not None]
    return () if not days or set(days) == {_days(draft)} else (between("approval-days", days),)


def _approves(terms: Terms) -> bool:
    return terms.approval is not None and terms.approval.needed


def _days(terms: Terms) -> int | None:
    return terms.approval.days if terms.approval is not None and terms.approval.needed else None
