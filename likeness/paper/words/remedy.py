"""What would make it fine, in words (FORMAT 4.10): the smallest change of the use, and the amendment to ask for.

- A change is told only where the judge confirms it (`licence.way_inside`), for the licence that needs the fewest.
- An amendment is told for each licence that breaks a term, where wider terms would help (`licence.widen`).
- What neither can mend has its own sentence: sign it, wait, ask the estate, ask for the paper, have the source deleted.
- Sentences speak to the performer, or in the other voice to anybody who reads the licence (`paper.words.voice`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from likeness.licence.terms import Terms
from likeness.licence.way_inside import Alone, Way, stating, way_inside
from likeness.licence.widen import SEVERAL, needed, widened
from likeness.paper import names
from likeness.paper.wording import say, word
from likeness.paper.words import parts
from likeness.paper.words.parts import Titles
from likeness.paper.words.voice import Voice, tell
from likeness.scope.judge import Finding
from likeness.scope.terms_order import in_order
from likeness.scope.use import Use
from likeness.values.codes import SHOW
from likeness.values.days import day_in
from likeness.values.languages import NO_WORDS

# Terms that no change of the use mends: each has a sentence of its own.
_BEYOND_A_USE = (
    *("no-licence", "likeness", "not-in-force", "authority"),
    *("superseded", "withdrawn", "suspended", "after-death", "source"),
)
_HOUR_UNKNOWN = {"superseded", "withdrawn", "suspended", "after-death"}  # missing: it is not clear when
_OF_NO_MORE_USE = {"superseded", "withdrawn", "after-death"}  # a licence that an amendment does not bring back
_NO_TITLES: Titles = {}
Beside = Callable[[str], Alone]


def remedies(
    language: str,
    use: Use,
    finding: Finding,
    terms: Mapping[str, Terms],
    titles: Titles = _NO_TITLES,
    beside: Beside | None = None,
    *,
    voice: Voice = Voice.PERFORMER,
) -> list[str]:
    """Return what would make a use fine; empty for a use in scope.

    `beside` gives a licence with its history by its number; without it a change is confirmed against its terms alone.
    """
    failing = in_order((*finding.broken, *finding.missing))
    if not failing:
        return []  # its cells may rest on several licences: none of them need hold all of it
    found = [_beyond(language, voice, term, use, finding, titles) for term in failing if term in _BEYOND_A_USE]
    known = [number for number in finding.licences if number in terms]
    alone = [beside(number) if beside else Alone(number, terms[number]) for number in known]
    stuck = set(failing) & set(_BEYOND_A_USE) - {"no-licence"}
    ways = [] if stuck else [way for one in alone if (way := way_inside(one, use)) is not None]
    if ways:
        best = min(ways, key=lambda way: len(way.changed))
        found += _told(language, voice, use, finding, best, terms[best.number], titles)
    else:
        found += [_question(language, voice, term) for term in finding.missing if term not in (*_BEYOND_A_USE, "limit")]
    found += _limit(language, voice, finding, alone)
    found += [asked for one in alone if (asked := _amendment(language, voice, use, finding, one, titles))]
    if finding.broken and not found:
        found.append(tell(language, voice, "remedy", "withdrawn"))  # nothing of this licence helps: stop, or a new one
    return list(dict.fromkeys(found))


def _beyond(language: str, voice: Voice, term: str, use: Use, finding: Finding, titles: Titles) -> str:
    if term in _HOUR_UNKNOWN and term not in finding.broken:
        return _question(language, voice, term)
    if term == "no-licence" and use.user is None:
        term = "user"
    if term == "no-licence" and (known := parts.id_behind(use.user, titles)):
        return say(language, "remedy", "no-licence-named", granted=known)
    return tell(language, voice, "remedy", term, used=parts.asked(language, "user", use, titles), granted="")


def _told(language: str, voice: Voice, use: Use, finding: Finding, way: Way, terms: Terms, titles: Titles) -> list[str]:
    """Return a sentence per changed fact; one that was not stated is asked for, with what the licence grants."""
    found = []
    for term in way.changed:
        if term in finding.missing and term not in finding.broken:
            found.append(_question(language, voice, term, _fine(language, term, use, way, terms, titles)))
        elif term == "modification" and not way.use.modification:
            found.append(say(language, "remedy", "modification-none"))
        elif term == "language" and set(way.use.language) == {NO_WORDS}:
            found.append(say(language, "remedy", "language-none"))
        elif term == "content":
            taken = [tag for tag in use.content or () if tag not in (way.use.content or ())]
            found.append(
                say(language, "remedy", "content", used=parts.words_of(language, "content", taken), granted="")
            )
        else:
            code = {"date": _date_code(use, way), "likeness": "likeness-only"}.get(term, term)
            granted = _fine(language, code, use, way, terms, titles)
            found.append(say(language, "remedy", code, granted=granted, used=""))
    return found


def _question(language: str, voice: Voice, term: str, granted: str = "") -> str:
    code = "missing-granted" if granted else "missing"
    return tell(language, voice, "remedy", code, term=word(language, "fact", term), granted=granted)


def _date_code(use: Use, way: Way) -> str:
    return "date-made" if use.made_at != way.use.made_at and use.at == way.use.at else "date"


def _fine(language: str, term: str, use: Use, way: Way, terms: Terms, titles: Titles) -> str:
    """Return what would be inside in one term: the stated values that are granted, else all that are."""
    kept = getattr(way.use, term, ()) if term in ("medium", "territory", "language", "modification") else ()
    if kept and set(kept) <= set(getattr(use, term) or ()):
        return _several(language, term, kept, by="and")
    if term in ("likeness", "likeness-only"):
        return parts.likenesses(language, way.use.likeness, titles)
    if term in ("user", "content"):
        return ""
    if term == "act":
        acts = (*terms.acts, *([SHOW] if terms.exploit else ()))
        return names.joined(language, (word(language, "act", one) for one in acts), by="or")
    if term in ("date", "date-made"):
        shown = way.use.act == SHOW and term == "date"
        return str(parts.span(language, terms.exploit if shown else terms.create))
    if term == "territory":
        return str(parts.places(language, terms.territory, article=True))
    granted = {"purpose": terms.purposes, "medium": terms.media, "language": terms.languages,
               "modification": terms.modifications}.get(term)  # fmt: skip
    return _several(language, term, granted, by="or") if granted else parts.granted(language, term, terms, titles)


def _several(language: str, term: str, values: Iterable[str], by: str) -> str:
    if term == "territory":
        return names.joined(language, (names.place(language, one, article=True) for one in values), by)
    if term == "language":  # where others are there, no words need not be said: they are always inside
        said = list(values)
        spoken = [one for one in said if one != NO_WORDS] or said
        return names.joined(language, (names.tongue(language, one) for one in spoken), by)
    return names.joined(language, (word(language, term, one) for one in values), by)


def _limit(language: str, voice: Voice, finding: Finding, alone: list[Alone]) -> list[str]:
    """Tell, for each limit that is passed, what of it is left; ask for a count that is not stated."""
    found = []
    if "limit" in finding.missing:
        limited = next((one.terms for one in alone if one.terms.limits), None)
        found.append(
            _question(language, voice, "limit", "" if limited is None else str(parts.limits(language, limited)))
        )
    for over in finding.overruns:
        left = over.most - over.so_far
        room = left > 0 and over.asked > left
        code = ("limit-one" if left == 1 else "limit") if room else "limit-closed" if left > 0 else "limit-used-up"
        amount = names.quantity(language, left if room else over.most, over.unit)
        found.append(say(language, "remedy", code, granted=amount, used=""))
    return found


def _amendment(language: str, voice: Voice, use: Use, finding: Finding, alone: Alone, titles: Titles) -> str:
    """Return the sentence that asks to widen one licence, empty where that does not help or nothing of it is broken."""
    own = next((broken for number, broken, _ in finding.by_licence if number == alone.number), finding.broken)
    limits = [over for over in finding.overruns if "limit" in own]
    if _OF_NO_MORE_USE & set(own) or not (limits or widened(alone, use)):
        return ""
    what = [_added(language, term, use, alone, titles) for term in own if term not in (*_BEYOND_A_USE, "limit")]
    for over in limits:
        beyond = over.so_far + over.asked - over.most
        more = beyond if beyond > 0 else over.asked  # it would fit, had not an earlier use closed the limit
        code = "limit" if beyond > 0 else "limit-closed"
        what.append(say(language, "widen", code, used=names.quantity(language, more, over.unit)))
    if not what:
        return ""
    company = alone.terms.licensee.name
    return tell(
        language, voice, "widen", "ask", company=company, number=alone.number, what=names.joined(language, what)
    )


def _added(language: str, term: str, use: Use, alone: Alone, titles: Titles) -> str:
    if term == "date":
        return _time_added(language, use, alone.terms)
    if term in SEVERAL:
        use = stating(use, term, needed(alone, use, term))
    used = parts.asked(language, term, use, titles, alone.terms.zone)
    if term == "age" and use.age is not None:
        used = names.quantity(language, use.age, "year")
    return say(language, "widen", term, used=used)


def _time_added(language: str, use: Use, terms: Terms) -> str:
    window = terms.exploit if use.act == SHOW else terms.create
    late = use.at is not None and window is not None and not window.holds(day_in(use.at, terms.zone))
    moment = use.at if late else use.made_at
    used = "" if moment is None else names.moment(language, moment, terms.zone)
    return say(language, "widen", "date" if late else "date-made", used=used)
