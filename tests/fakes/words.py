"""One statement of every kind, with fixed keys, instants and words: the same bytes on every run."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Compromise, Rotation, Vouching
from likeness.licence.mandates import Delegation, Estate, Handover
from likeness.licence.notices import Resumption, Suspension, Withdrawal
from likeness.licence.statements import Signed, sign
from likeness.licence.status_list import StatusList, pack_states
from likeness.seal.keys import SigningKey
from tests.fakes.licences import LIORA, SIGNED_AT, accepted, signed

AGENCY = SigningKey(bytes([4] * 32))
LIORA_LATER = SigningKey(bytes([5] * 32))
HEIR = SigningKey(bytes([6] * 32))
DIGEST = bytes(range(32))
AT = datetime(2026, 5, 10, tzinfo=UTC)
NEXT_YEAR = datetime(2027, 5, 10, tzinfo=UTC)
CARD = KeyCard("Liora Vantreight", "performer", LIORA.public.encoded, date(2026, 1, 5), "by mail")


def pub(key: SigningKey) -> bytes:
    """Return a public key as it stands in statements."""
    return key.public.encoded


def a_vouching(subject: SigningKey = LIORA, by: SigningKey = AGENCY, name: str = "Liora Vantreight") -> Vouching:
    """Return a year's vouching."""
    return Vouching(name, SIGNED_AT, pub(by), NEXT_YEAR, pub(subject))


def a_rotation(
    old: SigningKey = LIORA, new: SigningKey = LIORA_LATER, name: str = "Liora Vantreight", at: datetime = AT
) -> Rotation:
    """Return a rotation with the new key's card in it."""
    card = sign(KeyCard(name, "performer", pub(new), at.date(), None, pub(old)), new)
    return Rotation(card.data, at, pub(old))


def an_alarm(lost: SigningKey = LIORA, by: SigningKey = LIORA_LATER, since: datetime = AT) -> Compromise:
    """Return an alarm with the log as it was."""
    return Compromise(pub(lost), AT, pub(by), since, "Stolen.", bytes(range(32)), 17, bytes(range(1, 33)))


def a_delegation(by: SigningKey = LIORA, to: SigningKey = AGENCY, **changes: Any) -> Delegation:
    """Return what Halden Roe Talent may sign for Liora."""
    parts: dict[str, Any] = {
        "name": "Halden Roe Talent", "given_at": datetime(2026, 1, 10, tzinfo=UTC), "key": pub(by),
        "expires_at": NEXT_YEAR, "subject": pub(to), "likenesses": ("liora-voice-2025",),
        "licensees": ("tidewrack", "oxbow"), "acts": ("generate", "alter"), "most_minor": 2_000_000, "currency": "EUR",
    }  # fmt: skip
    return Delegation(**(parts | changes))


def an_estate(by: SigningKey = LIORA, to: SigningKey = HEIR) -> Estate:
    """Return whom Liora names for afterwards."""
    return Estate("Mara Vantreight", SIGNED_AT, pub(by), pub(to))


def a_handover(dead: SigningKey = LIORA, by: SigningKey = HEIR, died_at: datetime = AT) -> Handover:
    """Return what the estate says."""
    return Handover("Liora Vantreight", NEXT_YEAR, pub(by), died_at, pub(dead))


def every_kind() -> dict[str, Signed[Any]]:
    """Return one signed statement of each kind, by the name of its golden file."""
    notice = (DIGEST, SIGNED_AT, AT, pub(LIORA))
    return {
        "licence": signed(),
        "withdrawal": sign(Withdrawal(*notice, "The project has changed."), LIORA),
        "suspension": sign(Suspension(*notice), LIORA),
        "resumption": sign(Resumption(*notice), LIORA),
        "key-card": sign(CARD, LIORA),
        "status-list": sign(StatusList(3, SIGNED_AT, pub(LIORA), AT, pack_states({5: "withdrawn"})), LIORA),
        "vouching": sign(a_vouching(), AGENCY),
        "rotation": sign(a_rotation(), LIORA),
        "compromise": sign(an_alarm(), LIORA_LATER),
        "delegation": sign(a_delegation(), LIORA),
        "estate": sign(an_estate(), LIORA),
        "handover": sign(a_handover(), HEIR),
    }


def the_acceptance() -> bytes:
    """Return the bytes of the acceptance of the example licence."""
    return accepted()[len(signed().data) :]
