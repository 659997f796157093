"""A new passphrase: one lock of the vault is written anew, no data; the twelve words go on opening it.

Backups that were made before open with the passphrase of their day.
"""

from __future__ import annotations

from likeness.acts.desk import Desk
from likeness.seal.vault import vault_path
from likeness.seal.vault_lock import DEFAULT_COST, Cost
from likeness.values.keep import keep_lock
from likeness.values.outcome import Outcome


def change_passphrase(desk: Desk, passphrase: str, cost: Cost = DEFAULT_COST) -> Outcome[None]:
    """Open with this passphrase from now on; raise Refused ("empty-passphrase") or Broken ("disk-full"...)."""
    file = vault_path(desk.registry.path)
    desk.vault.change_lock(passphrase, lambda text: keep_lock(file, text.encode()), cost)
    return Outcome(None)
