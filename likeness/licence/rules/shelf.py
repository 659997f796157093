"""The shelf of rule packs that ship with the program; a pack is read when it is first asked for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache

from likeness.errors import Refused
from likeness.licence.rules.pack import Pack, Rule, pack_from
from likeness.values.resource import resource

ALWAYS = "good-practice"


@lru_cache(maxsize=1)
def pack_ids() -> tuple[str, ...]:
    """Return the ids of all packs: the house's own advice first, the others by name."""
    found = sorted(path.stem for path in resource("rules").glob("*.toml"))
    return (ALWAYS, *(name for name in found if name != ALWAYS))


@lru_cache(maxsize=64)
def the_pack(name: str) -> Pack:
    """Return a pack, or raise Refused."""
    if name not in pack_ids():
        raise Refused("unknown-pack", key=name)
    return pack_from(tomllib.loads(resource("rules", f"{name}.toml").read_text(encoding="utf-8")))


def rules_of(packs: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules of the advice that is always given and of some packs, in the order of the shelf."""
    wanted = {ALWAYS, *packs}
    return tuple(rule for name in pack_ids() if name in wanted for rule in the_pack(name).rules)


def the_rule(name: str) -> Rule:
    """Return the rule of an id, from whichever pack; KeyError for an id that no pack has."""
    return _by_id()[name]


@lru_cache(maxsize=1)
def _by_id() -> dict[str, Rule]:
    return {rule.id: rule for rule in rules_of(pack_ids())}
