"""What is owed, as of now: computed from licences that are or were in force, their uses, and what people said.

Likenesses that are to be deleted by a day stand among it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from likeness.acts.desk import Desk
from likeness.acts.dues.likeness_dues import likeness_due, likeness_dues
from likeness.acts.dues.names_in_keys import NamesInKeys
from likeness.errors import Refused
from likeness.licence.dues.due import PAST, Contract, Due, Judged, Said, in_order
from likeness.licence.dues.owed import owed_under
from likeness.licence.dues.spoken import spoken
from likeness.licence.terms import Terms
from likeness.registry.flags import MISTAKEN
from likeness.registry.licence_row import LicenceRow
from likeness.registry.registry import Registry
from likeness.registry.uses import UseRow
from likeness.values.days import day_in

_PAID_BY_USE = ("per-use", "per-unit", "per-day", "revenue-share")


def dues_here(desk: Desk, *, licence: str | None = None, until: date | None = None) -> list[Due]:
    """Return everything owed, or what is owed under the licence of a number, by day, with its state.

    Periods that have begun by `until` are counted; today in the zone of each licence if left out. Raises Refused
    ("unknown-licence").
    """
    now = desk.now()
    rows = desk.registry.licences.all(now) if licence is None else _one(desk.registry, licence, now)
    said = desk.registry.dues.all() if licence is None else desk.registry.dues.under([licence])
    found = dues_of(desk, rows, said, until=until)
    return found if licence is not None else in_order([*found, *likeness_dues(desk)])


def dues_of(
    desk: Desk,
    rows: Iterable[LicenceRow],
    said: Mapping[str, Said],
    *,
    until: date | None = None,
    with_uses: bool = True,
) -> list[Due]:
    """Return everything owed under some licences; without uses, what follows from uses is left out."""
    now = desk.now()
    contracts = [_with_earlier(desk, row, contract) for row in rows if (contract := contract_of(row)) is not None]
    uses = _by_licence(desk.registry, contracts) if with_uses else {}
    told = _by_number(said)
    found: list[Due] = []
    for contract in contracts:
        today = day_in(now, contract.terms.zone)
        before = [use for one in contract.replaced() for use in uses.get(one.number, ())]
        owed = owed_under(contract, uses.get(contract.number, ()), until or today, before)
        found += spoken(contract, owed, told.get(contract.number, {}), today)
    return in_order(due for due in found if with_uses or due.aspect != PAST)


def the_due(desk: Desk, key: str) -> Due:
    """Return the due of a key, or raise Refused."""
    parts = key.split(":", 2)
    if len(parts) == 3 and (due := likeness_due(desk, key)) is not None:
        return due
    if len(parts) == 3 and desk.registry.licences.get(parts[1], desk.now()) is not None:
        dues = dues_here(desk, licence=parts[1])
        found = [due for due in dues if due.key == key] or [due for due in dues if key in due.before]
        if found:
            return found[0]
    raise Refused("unknown-due", key=key)


def contract_of(row: LicenceRow) -> Contract | None:
    """Return a licence as its dues see it; None if it was never in force."""
    in_force_at = row.signed_at if row.terms.basis == "consent" else row.accepted_at
    if not row.signed or in_force_at is None:
        return None
    return Contract(row.number, row.terms, in_force_at, row.withdrawn_at, row.replaced_at)


def _one(registry: Registry, number: str, now: datetime) -> list[LicenceRow]:
    row = registry.licences.get(number, now)
    if row is None:
        raise Refused("unknown-licence", key=number)
    return [row]


def _with_earlier(desk: Desk, row: LicenceRow, contract: Contract) -> Contract:
    """Return a contract with those that it replaces; one that was never in force is passed over."""
    chain, seen = [contract], {row.number}
    earlier: LicenceRow | None = row
    while earlier is not None and earlier.replaces is not None and earlier.replaces not in seen:
        seen.add(earlier.replaces)
        earlier = desk.registry.licences.get(earlier.replaces, desk.now())
        old = None if earlier is None else contract_of(earlier)
        if old is not None:
            chain.append(old)
    found = chain.pop()
    while chain:
        found = replace(chain.pop(), earlier=found)
    return found


def _by_number(said: Mapping[str, Said]) -> dict[str, dict[str, Said]]:
    """Return what is said, by the number of the licence."""
    found: dict[str, dict[str, Said]] = {}
    for key, one in said.items():
        found.setdefault(key.split(":", 2)[1], {})[key] = one
    return found


def _by_licence(registry: Registry, contracts: list[Contract]) -> dict[str, list[Judged]]:
    """Return the judged uses of those likenesses whose licences pay by use, by licence; the others need none."""
    paying = [contract for contract in contracts if _follows_uses(contract.terms)]
    shown = [one for contract in paying for one in (contract, *contract.replaced())]
    names = {name for one in shown for name in one.terms.likenesses}
    known = NamesInKeys(registry)
    rows = registry.uses.naming(names) if names else []
    flags = registry.flags.newest([row.row for row in rows if "limit" in row.newest.broken])
    mistaken = {row for row, step in flags.items() if step.state == MISTAKEN}
    under: dict[str, list[UseRow]] = {}
    for row in rows:
        for number in row.newest.licences:
            under.setdefault(number, []).append(row)
    return {
        number: [
            Judged(named.use, row.newest, named.names, row.row in mistaken, named.moved)
            for row, named in zip(mine, known.of(mine), strict=True)
        ]
        for number, mine in under.items()
    }


def _follows_uses(terms: Terms) -> bool:
    return bool(terms.residuals or terms.limits) or terms.fee.basis in _PAID_BY_USE
