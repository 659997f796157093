"""Twelve words on paper that open the registry, or a backup of it, when the passphrase was forgotten.

1. They are drawn first and kept by nobody. They count from the moment somebody has shown that they are written down:
   until then the words that were made before go on counting.
2. The same words give a recovery key (`seal.recovery`). The owner's card names it, so that one sheet does both, unless
   she made a recovery key of digits: that one may lie with somebody else, and stays.
3. Locks and registry change together: where one cannot be written, the other is as it was.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from likeness.acts.desk import Desk
from likeness.errors import LikenessError
from likeness.licence.key_card import KeyCard
from likeness.licence.statements import open_signed, sign
from likeness.registry.registry import Registry
from likeness.seal.recovery import recovery_of
from likeness.seal.twelve_words import Words
from likeness.seal.vault import vault_path
from likeness.seal.vault_lock import DEFAULT_COST, Cost
from likeness.values.days import day_in, parse_day
from likeness.values.keep import keep_lock
from likeness.values.outcome import Change, Outcome

_MADE, _KEY, _ASKED = "words.made", "words.key", "words.asked"


def words_made_on(registry: Registry) -> date | None:
    """Return the day the words that count were made; None where there are none."""
    text = registry.settings.get(_MADE)
    return parse_day(text, _MADE) if text else None


def were_asked_for(registry: Registry) -> bool:
    """Tell whether the owner was asked to make words and has not done it."""
    return bool(registry.settings.get(_ASKED))


def report_too(desk: Desk) -> bool:
    """Tell whether words that are made now report a lost key too: not where she has a recovery key of digits."""
    named = open_signed(desk.owner().card, KeyCard).says.recovery
    return named is None or named.hex() == desk.registry.settings.get(_KEY)


def keep_words(desk: Desk, words: Words, cost: Cost = DEFAULT_COST) -> Outcome[bool]:
    """Let these words open the registry from now on, in place of earlier ones.

    Returns whether the card changed with them, to be handed out again. Raises Broken ("disk-full"...).
    """
    vault, file = desk.vault, vault_path(desk.registry.path)
    before, reports = vault.locks, report_too(desk)

    def keep(text: str) -> None:
        keep_lock(file, text.encode())

    try:
        with desk.registry.transaction():
            if reports:
                _name_key(desk, recovery_of(words).public.encoded)
            desk.registry.settings.put(_MADE, day_in(desk.now(), "UTC").isoformat())
            desk.registry.settings.remove(_ASKED)
            vault.change_lock(words, keep, cost)
    except LikenessError:
        if vault.locks is not before:
            vault.put_locks(before, keep)
        raise
    return Outcome(reports, frozenset({Change.OWNER}))


def note_asked(desk: Desk) -> Outcome[None]:
    """Remember that the owner is asked to make words: until she does, it waits for her."""
    with desk.registry.transaction():
        desk.registry.settings.put(_ASKED, desk.now().isoformat())
    return Outcome(None, frozenset({Change.OWNER}))


def _name_key(desk: Desk, key: bytes) -> None:
    before = open_signed(desk.owner().card, KeyCard).says
    card = sign(replace(before, recovery=key), desk.pen())
    desk.registry.statements.put("key-card", card.data, desk.now())
    desk.registry.owner.put_card(card.data)
    desk.registry.settings.put(_KEY, key.hex())
