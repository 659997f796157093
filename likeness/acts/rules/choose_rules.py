"""Choosing the rule packs that are on, and whether a serious rule refuses a signature. Off is the default for both."""

from __future__ import annotations

from collections.abc import Iterable

from likeness.acts.desk import Desk
from likeness.errors import Refused
from likeness.licence.rules.shelf import ALWAYS, pack_ids, the_pack
from likeness.registry.registry import Registry
from likeness.values.outcome import Change, Outcome

_PACKS, _REFUSE = "rules.packs", "rules.refuse"
_YES = "yes"


def packs_on(registry: Registry) -> tuple[str, ...]:
    """Return the ids of the packs that are on, in the order of the shelf."""
    chosen = registry.settings.get(_PACKS).split()
    return tuple(name for name in pack_ids() if name == ALWAYS or name in chosen)


def rules_refuse(registry: Registry) -> bool:
    """Tell whether a serious rule refuses a signature that does not accept it."""
    return registry.settings.get(_REFUSE) == _YES


def choose_rules(
    desk: Desk, on: Iterable[str] = (), off: Iterable[str] = (), *, refuse: bool | None = None
) -> Outcome[tuple[str, ...]]:
    """Switch packs on and off, and let serious rules refuse or only warn (None leaves that as it is)."""
    wanted = {the_pack(name).id for name in on}
    unwanted = {the_pack(name).id for name in off}
    if ALWAYS in unwanted:
        raise Refused("pack-always-on", key=ALWAYS)
    registry = desk.registry
    with registry.transaction():
        kept = (set(packs_on(registry)) | wanted) - unwanted
        registry.settings.put(_PACKS, " ".join(name for name in pack_ids() if name in kept))
        if refuse is not None:
            registry.settings.put(_REFUSE, _YES if refuse else "")
    return Outcome(packs_on(registry), frozenset({Change.LICENCES, Change.USES}))
