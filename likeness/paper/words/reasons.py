"""Why a verdict is what it is: a sentence per broken or missing term, and what is owed.

Sentences are computed when shown, never stored (FORMAT 4.10): asked against granted, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from likeness.licence.terms import Terms
from likeness.licence.way_inside import Alone, stating
from likeness.licence.widen import SEVERAL
from likeness.paper import names
from likeness.paper.wording import say, says, word
from likeness.paper.words import parts, rule_words
from likeness.paper.words.parts import Titles
from likeness.paper.words.voice import Voice, tell
from likeness.scope.judge import Finding, Verdict
from likeness.scope.use import Use
from likeness.values.codes import SHOW
from likeness.values.days import day_in

_NO_TITLES: Titles = {}
_OF_CODES = ("act", "purpose", "medium", "territory", "language", "modification", "content")


def why(
    language: str,
    use: Use,
    finding: Finding,
    terms: Mapping[str, Terms],
    titles: Titles = _NO_TITLES,
    *,
    voice: Voice = Voice.PERFORMER,
) -> list[str]:
    """Return a sentence per broken term, then one per missing fact."""
    broken = [_broken(language, voice, term, use, finding, terms, titles) for term in finding.broken]
    missing = [_missing(language, voice, term, use, finding, terms, titles) for term in finding.missing]
    return broken + missing


def duties(
    language: str,
    finding: Finding,
    terms: Mapping[str, Terms],
    extra: Sequence[str] = (),
    *,
    voice: Voice = Voice.PERFORMER,
) -> list[str]:
    """Return what follows from a use in scope: pay, approve, report, delete; and, whatever the verdict, `extra`.

    `extra` are the ids of rules that oblige (`licence.rules.remarks`).
    """
    named = finding.licences if finding.verdict is Verdict.IN_SCOPE else ()
    found = [duty for number in named if number in terms for duty in _duties(language, voice, terms[number])]
    return list(dict.fromkeys([*found, *(rule_words.duty(language, name) for name in extra)]))


def banner(language: str, finding: Finding, company: str, *, voice: Voice = Voice.PERFORMER) -> str:
    """Return the one sentence under a verdict."""
    if finding.broken == ("no-licence",):
        return say(language, "banner", "no-licence", company=company)
    if finding.verdict is Verdict.OUT_OF_SCOPE:
        code = "OUT_OF_SCOPE_one" if len(finding.broken) == 1 else "OUT_OF_SCOPE"
        return tell(language, voice, "banner", code, n=len(finding.broken))
    if finding.verdict is Verdict.NEEDS_REVIEW:
        unclear = [word(language, "fact", term) for term in finding.missing]
        code = "NEEDS_REVIEW" if len(unclear) == 1 else "NEEDS_REVIEW_many"
        return say(language, "banner", code, term=unclear[0], n=len(unclear), terms=names.joined(language, unclear))
    return say(language, "banner", "IN_SCOPE")


def licence_for(term: str, finding: Finding) -> str | None:
    """Return the licence that explains a term: the first one that breaks or misses it."""
    for number, broken, missing in finding.by_licence:
        if term in broken or term in missing:
            return number
    return finding.licences[0] if finding.licences else None


def _duties(language: str, voice: Voice, terms: Terms) -> list[str]:
    found = []
    if terms.fee.basis != "none":
        code = "pay-undated" if terms.fee.due_days is None else "pay"
        within = names.days(language, terms.fee.due_days)
        found.append(tell(language, voice, "duty", code, fee=parts.fee(language, terms), days=within))
    if terms.residuals:
        found.append(tell(language, voice, "duty", "residual", residual=parts.residuals(language, terms)))
    if terms.approval and terms.approval.needed:
        code = "approve-undated" if terms.approval.days is None else "approve"
        found.append(tell(language, voice, "duty", code, days=names.days(language, terms.approval.days)))
    if terms.reporting:
        every = word(language, "reporting", terms.reporting.every)
        within = names.days(language, terms.reporting.due_days)
        found.append(tell(language, voice, "duty", "report", every=every, days=within))
    if terms.delete_by:
        found.append(tell(language, voice, "duty", "delete", on=names.day(language, terms.delete_by)))
    return found


def _terms_for(term: str, finding: Finding, terms: Mapping[str, Terms]) -> Terms | None:
    number = licence_for(term, finding)
    return None if number is None else terms.get(number)


def _granted(language: str, term: str, use: Use, finding: Finding, terms: Mapping[str, Terms], titles: Titles) -> str:
    mine = _terms_for(term, finding, terms)
    if mine is None:
        return ""
    if term == "territory":
        return str(parts.places(language, mine.territory, article=True))
    return parts.granted(language, term, mine, titles, show=use.act == SHOW)


def _asked(language: str, term: str, use: Use, titles: Titles, zone: str = "UTC") -> str:
    if term == "territory" and use.territory:
        return parts.places_named(language, use.territory, article=True)
    return parts.asked(language, term, use, titles, zone)


def _broken(
    language: str, voice: Voice, term: str, use: Use, finding: Finding, terms: Mapping[str, Terms], titles: Titles
) -> str:
    if term == "no-licence" and (known := parts.id_behind(use.user, titles)):
        return say(language, "why", "no-licence-named", used=use.user, granted=known)
    mine = _terms_for(term, finding, terms)
    if mine is not None and term == "date":
        return _date(language, use, mine)
    if term == "limit" and finding.overruns:
        return _overrun(language, finding)
    granted = _granted(language, term, use, finding, terms, titles)
    refused = _narrowed(term, use, finding, terms, lambda one, value: one.refuses(use, term, value))
    used = _asked(language, term, refused, titles, mine.zone if mine else "UTC")
    return tell(language, voice, "why", _code(language, term, use, mine), used=used, granted=granted)


def _missing(
    language: str, voice: Voice, term: str, use: Use, finding: Finding, terms: Mapping[str, Terms], titles: Titles
) -> str:
    granted = _granted(language, term, use, finding, terms, titles)
    told = tell(language, voice, "unclear", _halted(term, _terms_for(term, finding, terms)), granted=granted)
    used = ""
    if term in _OF_CODES:
        unknown = _narrowed(term, use, finding, terms, lambda one, value: not one.grants(use, term, value))
        used = _asked(language, term, unknown, titles)
    return f"{told} {say(language, 'unclear', 'stated', used=used)}" if used else told


def _code(language: str, term: str, use: Use, mine: Terms | None) -> str:
    if term == "act" and says(language, "why", f"act-{use.act}"):
        return f"act-{use.act}"
    if term == "act" and mine is not None and not mine.acts and mine.exploit is None:
        return "act-none"
    return "no-licence-no-user" if term == "no-licence" and use.user is None else _halted(term, mine)


def _halted(term: str, mine: Terms | None) -> str:
    """Return the code for a term; where a strike stops the making, a pause may be one."""
    return "suspended-strike" if term == "suspended" and mine is not None and mine.strike_clause else term


def _narrowed(
    term: str, use: Use, finding: Finding, terms: Mapping[str, Terms], fails: Callable[[Alone, str], bool]
) -> Use:
    """Return the use with those of its stated values that fail with every licence of the finding, all where none do."""
    if term not in SEVERAL:
        return use
    alone = [Alone(number, terms[number]) for number in finding.licences if number in terms]
    stated = tuple(value for value in getattr(use, term) or () if all(fails(one, value) for one in alone))
    return stating(use, term, stated) if stated else use


def _date(language: str, use: Use, terms: Terms) -> str:
    window = terms.exploit if use.act == SHOW else terms.create
    if use.at is not None and window is not None:
        day = day_in(use.at, terms.zone)
        used = names.day(language, day)
        if window.last is not None and day > window.last:
            return say(language, "why", "date-late", used=used, end=names.day(language, window.last))
        if day < window.first:
            return say(language, "why", "date-early", used=used, start=names.day(language, window.first))
    made = "" if use.made_at is None else names.moment(language, use.made_at, terms.zone)
    return say(language, "why", "date-made", used=made, granted=parts.span(language, terms.create))


def _overrun(language: str, finding: Finding) -> str:
    over = finding.overruns[0]
    used = names.quantity(language, over.asked, over.unit)
    beyond = over.so_far + over.asked - over.most
    if beyond <= 0:
        return say(language, "why", "limit-closed", used=used, granted=names.quantity(language, over.most, over.unit))
    return say(language, "why", "limit", used=used, over=names.count(language, beyond))
