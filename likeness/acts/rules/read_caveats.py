"""What a signer should know before signing, with what only this registry knows: its likenesses, its other licences."""

from __future__ import annotations

import json
from datetime import date, datetime

from likeness.acts.desk import Desk
from likeness.acts.rules.choose_rules import packs_on, rules_refuse
from likeness.errors import Refused
from likeness.licence.rules.caveats import Caveat, caveats_on
from likeness.licence.rules.drafted import Drafted, Holding
from likeness.licence.rules.pack import SERIOUS
from likeness.licence.terms import Terms
from likeness.licence.terms_write import terms_to
from likeness.paper.setting.glyphs import lacking
from likeness.paper.words import rule_words
from likeness.registry.licence_row import LicenceRow
from likeness.registry.registry import Registry
from likeness.scope.event import DIED
from likeness.values.days import day_in

_STANDING = ("in-force", "offered", "suspended")


def caveats_here(
    desk: Desk, terms: Terms, *, replaces: str | None = None, signed_at: datetime | None = None
) -> list[Caveat]:
    """Return the warnings on terms, the gravest first.

    `replaces` is the number of the licence they amend, with which they cannot collide. Rules are judged on the day of
    `signed_at`, today for a draft.
    """
    now = desk.now()
    registry = desk.registry
    rows = registry.licences.naming(terms.likenesses, now)
    case = Drafted(
        terms,
        day_in(signed_at or now, terms.zone),
        tuple(registry.doubles.recorded(terms.likenesses)),
        tuple(
            Holding(row.number, row.terms, row.withdrawn_at or row.replaced_at)
            for row in rows
            if row.state in _STANDING and row.number != replaces
        ),
        died_on(registry, terms.performer.id, terms.zone),
        *lacking(json.dumps(terms_to(terms), ensure_ascii=False)),
    )
    return caveats_on(case, packs_on(registry))


def accepted_rules(desk: Desk, draft: LicenceRow, accepts: str | None) -> list[str]:
    """Return the ids of the serious rules that the signer accepts in the words we ask for, in any language of ours.

    Raises Refused ("rule-refuses") where rules refuse, one stands against signing, and it is not accepted.
    """
    grave = [one for one in caveats_here(desk, draft.terms, replaces=draft.replaces) if one.level == SERIOUS]
    if accepts is not None and rule_words.accepts(accepts):
        return [one.rule for one in grave]
    if grave and rules_refuse(desk.registry):
        raise Refused("rule-refuses", key=grave[0].rule)
    return []


def died_on(registry: Registry, performer: str, zone: str) -> date | None:
    """Return the day on which a performer died, in a zone, as far as it is recorded."""
    told = registry.happenings.touching("", performer)
    return next((day_in(event.at, zone) for event in told if event.event == DIED), None)
