"""The composition root: one open registry with its vault, clock and chance, and the one bell that rings after an act.

Beside the registry FILE lies FILE.vault: the locks of the one secret (DESIGN decision 11). Both are needed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from likeness.acts.desk import LOG_LABEL, SIGNING_LABEL, Desk
from likeness.acts.uses.recheck_uses import recheck_uses
from likeness.errors import Broken, LikenessError, Refused
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import sign
from likeness.registry.owner import ROLES, Owner
from likeness.registry.registry import Registry, create_registry, need_registry, open_registry
from likeness.seal.keys import SigningKey
from likeness.seal.log_key import LogKey
from likeness.seal.vault import Vault, create_vault, open_vault, vault_path
from likeness.seal.vault_lock import DEFAULT_COST, Cost, Opener
from likeness.values.chance import Chance
from likeness.values.clock import Clock
from likeness.values.keep import keep_lock, remove_file
from likeness.values.outcome import Change, Outcome
from likeness.values.text import clean_text

P = ParamSpec("P")
T = TypeVar("T")
LONG_ENOUGH = 12  # characters; what is shorter is accepted, and the person is told
_LARGEST_VAULT = 65_536


class Office:
    """An open registry. `do` runs an act and rings the bell with what it changed."""

    def __init__(self, registry: Registry, vault: Vault, clock: Clock, chance: Chance) -> None:
        self.desk = Desk(registry, clock, chance, vault)
        self.registry = registry
        self.clock = clock
        self._bells: list[Callable[[frozenset[Change]], None]] = []

    @property
    def owner(self) -> Owner:
        """Whose registry it is, with the key of today."""
        return self.registry.owner.get()

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        name: str,
        role: str,
        passphrase: str,
        clock: Clock,
        chance: Chance,
        cost: Cost = DEFAULT_COST,
    ) -> Office:
        """Make a new registry; nothing is left behind if that fails half-way."""
        if role not in ROLES:
            raise Refused("unknown-role", key="role", value=role)
        if not passphrase:
            raise Refused("empty-passphrase")
        owner_name = clean_text(name, "name", most=200)
        for there in (path, vault_path(path)):
            if there.exists():
                raise Refused("file-exists", file=str(there))
        vault, made = create_vault(passphrase, chance, cost), False
        try:
            keep_lock(vault_path(path), vault.text.encode())
            registry = create_registry(path, vault.database_key())
            with registry.transaction():
                registry.owner.put(_owner(owner_name, role, vault, clock, chance))
            made = True
        finally:  # whoever stops it (Ctrl C) leaves nothing behind either
            for left in () if made else (path, path.with_name(path.name + "-journal"), vault_path(path)):
                remove_file(left)
        return cls(registry, vault, clock, chance)

    @classmethod
    def open(cls, path: Path, *, passphrase: Opener, clock: Clock, chance: Chance) -> Office:
        """Open a registry with its passphrase or its twelve words.

        Raises Broken: `wrong-passphrase`, `wrong-words`, `no-words`, `not-found`, `damaged`, `newer-format`...
        """
        need_registry(path)
        try:
            vault = open_vault(_vault_text(path), passphrase, chance)
        except LikenessError as fault:
            raise fault.at(file=str(path)) from None
        office = cls(open_registry(path, vault.database_key()), vault, clock, chance)
        office.registry.owner.get()  # whoever was stopped while making a registry has one without an owner
        if office.registry.settings.get("tallies") == "missing":  # a registry from before there were any
            office.do(recheck_uses)
        return office

    def do(self, act: Callable[Concatenate[Desk, P], Outcome[T]], *args: P.args, **options: P.kwargs) -> Outcome[T]:
        """Do an act and ring the bell."""
        outcome = act(self.desk, *args, **options)
        if outcome.changed:
            for bell in self._bells:
                bell(outcome.changed)
        return outcome

    def on_change(self, bell: Callable[[frozenset[Change]], None]) -> None:
        """Ring `bell` after each act that changed something, on the thread of the act."""
        self._bells.append(bell)

    def confirm(self, passphrase: str) -> bool:
        """Tell whether this is the passphrase; asked again before a signature."""
        return self.desk.vault.confirm(passphrase)

    def close(self) -> None:
        """Close the registry for good: nothing can be read or done here any more."""
        self.registry.close()


def registry_at(path: Path) -> bool:
    """Tell whether a registry may be there: where nobody may look, opening it says why not."""
    with suppress(OSError):
        return path.exists()
    return True


def _vault_text(path: Path) -> str:
    beside = vault_path(path)
    try:
        with beside.open("rb") as file:
            return file.read(_LARGEST_VAULT).decode("utf-8")
    except FileNotFoundError as why:
        raise Broken("vault-missing", file=str(beside)) from why
    except OSError as why:
        raise Broken("vault-closed", file=str(beside)) from why
    except UnicodeError as why:
        raise Broken("vault-damaged", file=str(beside)) from why


def _owner(name: str, role: str, vault: Vault, clock: Clock, chance: Chance) -> Owner:
    now = clock.now()
    pen, log = SigningKey.generate(chance), LogKey.generate(chance)
    card = sign(KeyCard(name, role, pen.public.encoded, now.date()), pen)
    return Owner(
        name=name,
        role=role,
        created_at=now,
        public_key=pen.public.encoded,
        signing_key=vault.wrap(SIGNING_LABEL, pen.secret),
        log_public_key=log.public.encoded,
        log_key=vault.wrap(LOG_LABEL, log.secret),
        card=card.data,
    )
