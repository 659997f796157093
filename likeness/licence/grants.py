"""From signed terms to what the judge reads."""

from __future__ import annotations

from likeness.licence.terms import EVERYONE, NOBODY, Terms
from likeness.scope.grant import Grant, Limit


def grant_of(number: str, terms: Terms, *, signed: bool, accepted: bool) -> Grant:
    """Return the judged part of a licence's terms."""
    return Grant(
        number=number,
        signed=signed,
        accepted=accepted,
        basis=terms.basis,
        performer=terms.performer.id,
        licensee=terms.licensee.id,
        pass_on=_pass_on(terms),
        has_authority=terms.grantor.capacity == "performer" or terms.grantor.authority is not None,
        likenesses=frozenset(terms.likenesses),
        projects=frozenset((terms.project.id, *terms.project.ids)),
        acts=frozenset(terms.acts),
        purposes=frozenset(terms.purposes),
        media=frozenset(terms.media),
        include=frozenset(terms.territory.include),
        exclude=frozenset(terms.territory.exclude),
        languages=frozenset(terms.languages),
        modifications=frozenset(terms.modifications),
        age=terms.age,
        forbidden_content=frozenset(terms.forbidden_content),
        create=terms.create,
        exploit=terms.exploit,
        zone=terms.zone,
        limits=tuple(Limit(x.unit, x.most, x.on == "show", x.per) for x in terms.limits),
        longest_seconds=terms.longest_seconds,
        after_death=terms.after_death,
        works_made_stay=terms.works_made_stay,
        strike_clause=terms.strike_clause,
        notice_days=terms.notice_days,
    )


def _pass_on(terms: Terms) -> frozenset[str] | None:
    if terms.pass_on == EVERYONE:
        return None
    return frozenset() if terms.pass_on == NOBODY else frozenset(terms.pass_on)
