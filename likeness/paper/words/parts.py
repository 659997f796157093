"""The parts of a licence and of a use in words: what was allowed, term by term, and what was done.

What stands out of a part (a sum, a day, a count) is marked in it: such a part is a phrase, and `str` its plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from likeness.licence import terms as t
from likeness.paper import names
from likeness.paper.wording import Phrase, phrase, say, word
from likeness.paper.words.facts import facts, listed
from likeness.scope.use import Use
from likeness.values.codes import SHOW
from likeness.values.days import Span

Titles = dict[str, str]  # likeness id -> its title, for those we know


def words_of(language: str, room: str, codes: Iterable[str]) -> str:
    """Return several codes of one dimension in words."""
    return names.joined(language, (word(language, room, code) for code in codes))


def places(language: str, territory: t.Territory, *, article: bool = False) -> Phrase:
    """Return the places of a grant: the whole world, except China; with articles inside a sentence."""
    given, taken = (
        facts(language, (names.place(language, code, article=article) for code in codes))
        for codes in (territory.include, territory.exclude)
    )
    return phrase(language, "cell", "except", places=given, excluded=taken) if territory.exclude else given


def places_named(language: str, codes: Iterable[str], *, article: bool = False) -> str:
    """Return places in words."""
    return names.joined(language, (names.place(language, code, article=article) for code in codes))


def tongues(language: str, tags: Iterable[str]) -> str:
    """Return languages in words."""
    return names.joined(language, (names.tongue(language, tag) for tag in tags))


def span(language: str, window: Span | None) -> Phrase:
    """Return a window in words; None is that nothing may be shown."""
    if window is None:
        return phrase(language, "cell", "not-shown")
    start = names.day(language, window.first)
    if window.last is None:
        return phrase(language, "cell", "from-open", start=start)
    return phrase(language, "cell", "from-to", start=start, end=names.day(language, window.last))


def limit(language: str, term: t.LimitTerm) -> Phrase:
    """Return one limit: 40 lines a month."""
    code = f"limit-{term.per}" if term.per else "limit-show" if term.on else "limit"
    number, _, unit = names.quantity(language, term.most, term.unit).rpartition(" ")
    return phrase(language, "cell", code, n=number, unit=unit)


def limits(language: str, terms: t.Terms) -> Phrase:
    """Return all limits of a licence."""
    if not terms.limits:
        return phrase(language, "cell", "no-limit")
    return listed(language, (limit(language, one) for one in terms.limits))


def fee(language: str, terms: t.Terms) -> Phrase:
    """Return the fee: €18,000 once."""
    paid = terms.fee
    total = "" if paid.money is None else names.money(language, paid.money)
    code = f"{paid.basis}-and-sum" if paid.basis == "revenue-share" and paid.money else paid.basis
    unit = word(language, "unit", paid.unit or "copy")
    return phrase(language, "fee", code, sum=total, percent=paid.percent or "", unit=unit)


def residuals(language: str, terms: t.Terms) -> Phrase:
    """Return what is paid for each further exploitation."""
    return listed(
        language, (phrase(language, "residual", one.per, share=_share(language, one)) for one in terms.residuals)
    )


def _share(language: str, residual: t.Residual) -> str:
    if residual.money is not None:
        return names.money(language, residual.money)
    return percent(language, residual.percent or "0")


def percent(language: str, share: str) -> str:
    """Return a share, given as decimal text: 2%, 2.5%."""
    share = share.removesuffix(".0")
    return f"{share}%" if language == "en" else f"{share.replace('.', ',')}\u202f%"


def likenesses(language: str, ids: Iterable[str], titles: Titles) -> str:
    """Return likenesses by their titles, or by id where we do not know them."""
    return names.joined(language, (titles.get(one, one) for one in ids))


def id_behind(name: str | None, titles: Titles) -> str | None:
    """Return the id of whoever bears a name that stands where an id is wanted; None where it is an id, or unknown."""
    if name is None or name in titles:
        return None
    return next((one for one, called in titles.items() if called.casefold() == name.casefold()), None)


def granted(language: str, term: str, terms: t.Terms, titles: Titles, *, show: bool = False) -> str:
    """Return what a licence allows in one term of FORMAT 4.3; empty where the term has no words of its own."""
    reading = _GRANTED.get(term)
    if term == "date":
        return str(span(language, terms.exploit if show else terms.create))
    return reading(language, terms, titles) if reading else ""


def asked(language: str, term: str, use: Use, titles: Titles, zone: str = "UTC") -> str:
    """Return what a use states in one term; empty where it states nothing."""
    reading = _ASKED.get(term)
    if term == "date":
        return "" if use.at is None else names.moment(language, use.at, zone)
    return reading(language, use, titles) if reading else ""


def _age(language: str, terms: t.Terms) -> str:
    if terms.age is None:
        return word(language, "cell", "no-limit")
    return say(language, "cell", "ages", first=terms.age[0], last=terms.age[1])


def _length(language: str, terms: t.Terms) -> str:
    most = terms.longest_seconds
    return word(language, "cell", "no-limit") if most is None else names.quantity(language, most, "second")


def _quantities(language: str, use: Use, units: Iterable[str]) -> str:
    stated = [names.quantity(language, use.quantity[unit], unit) for unit in units if unit in use.quantity]
    return names.joined(language, stated) if stated else ""


def _codes(room: str, pick: Callable[[Use], Iterable[str]]) -> Callable[[str, Use, Titles], str]:
    def read(language: str, use: Use, _titles: Titles) -> str:
        codes = tuple(pick(use))
        return words_of(language, room, codes) if codes else ""

    return read


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


_GRANTED: dict[str, Callable[[str, t.Terms, Titles], str]] = {
    "likeness": lambda lang, terms, titles: likenesses(lang, terms.likenesses, titles),
    "user": lambda _lang, terms, _titles: terms.licensee.name,
    "authority": lambda lang, terms, _titles: word(lang, "capacity", terms.grantor.capacity),
    "project": lambda _lang, terms, _titles: terms.project.title,
    "act": lambda lang, terms, _titles: words_of(lang, "act", _acts(terms)),
    "purpose": lambda lang, terms, _titles: words_of(lang, "purpose", terms.purposes),
    "medium": lambda lang, terms, _titles: words_of(lang, "medium", terms.media),
    "territory": lambda lang, terms, _titles: str(places(lang, terms.territory)),
    "language": lambda lang, terms, _titles: tongues(lang, terms.languages),
    "modification": lambda lang, terms, _titles: words_of(lang, "modification", terms.modifications),
    "age": lambda lang, terms, _titles: _age(lang, terms),
    "content": lambda lang, terms, _titles: words_of(lang, "content", terms.forbidden_content),
    "length": lambda lang, terms, _titles: _length(lang, terms),
    "limit": lambda lang, terms, _titles: str(limits(lang, terms)),
}
_ASKED: dict[str, Callable[[str, Use, Titles], str]] = {
    "likeness": lambda lang, use, titles: likenesses(lang, use.likeness, titles) if use.likeness else "",
    "user": lambda _lang, use, titles: titles.get(use.user or "", use.user or ""),
    "no-licence": lambda _lang, use, titles: titles.get(use.user or "", use.user or ""),
    "project": lambda _lang, use, titles: titles.get(use.project or "", use.project or ""),
    "act": _codes("act", lambda use: _one(use.act)),
    "purpose": _codes("purpose", lambda use: _one(use.purpose)),
    "medium": _codes("medium", lambda use: use.medium),
    "territory": lambda lang, use, _titles: places_named(lang, use.territory) if use.territory else "",
    "language": lambda lang, use, _titles: tongues(lang, use.language) if use.language else "",
    "modification": _codes("modification", lambda use: use.modification or ()),
    "age": lambda _lang, use, _titles: "" if use.age is None else str(use.age),
    "content": _codes("content", lambda use: use.content or ()),
    "length": lambda lang, use, _titles: _quantities(lang, use, ("second",)),
    "limit": lambda lang, use, _titles: _quantities(lang, use, use.quantity),
}


def _acts(terms: t.Terms) -> tuple[str, ...]:
    return terms.acts if terms.exploit is None else (*terms.acts, SHOW)
