"""Reporting a lost key with its recovery key on paper: the digits say by themselves whose key it is.

- The card that names the recovery key must have been confirmed here: no other card is believed.
- The digits are kept nowhere.
"""

from __future__ import annotations

from datetime import datetime

from likeness.acts.desk import Desk
from likeness.acts.keys.change_key import report_lost
from likeness.errors import Refused
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise
from likeness.licence.statements import Signed, open_signed
from likeness.seal.recovery import read_recovery
from likeness.values.outcome import Outcome


def report_by_paper(
    desk: Desk, digits: str, since: datetime, reason: str | None = None, fingerprint: str | None = None
) -> Outcome[Signed[Compromise]]:
    """Say with the printed digits that a key is lost since an instant; `fingerprint` is the key that is meant.

    Raises Unreadable ("bad-recovery") or Refused: "recovery-of-yours", "recovery-of-nobody", "recovery-of-another".
    """
    pen = read_recovery(digits)
    if open_signed(desk.owner().card, KeyCard).says.recovery == pen.public.encoded:
        raise Refused("recovery-of-yours")
    cards = (open_signed(row.bytes, KeyCard).says for row in desk.registry.trust.cards())
    card = next((one for one in cards if one.recovery == pen.public.encoded), None)
    if card is None:
        raise Refused("recovery-of-nobody")
    if fingerprint is not None and card.public.fingerprint != fingerprint.lower():
        raise Refused("recovery-of-another", name=card.name)
    return report_lost(desk, card.public.fingerprint, since, reason, pen)
