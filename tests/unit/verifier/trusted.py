"""An office that has Liora's card and her list: what the checks of a licence are asked with."""

from datetime import UTC, date, datetime, timedelta

from likeness.licence.key_card import KeyCard
from likeness.licence.status_list import StatusList, pack_states
from likeness.scope.use import use_from
from likeness.verifier.roots import Roots
from tests.fakes.licences import LIORA, a_licence

AT = datetime(2026, 4, 1, 12, tzinfo=UTC)
CARD = KeyCard("Liora Vantreight", "performer", LIORA.public.encoded, date(2026, 1, 1))
INDEX = a_licence().status_index


def a_list(states=None, *, sequence=1, days=30, key=LIORA, at=AT):
    issued = at - timedelta(days=1)
    return StatusList(sequence, issued, key.public.encoded, issued + timedelta(days=days), pack_states(states or {}))


TRUSTED = Roots(cards=(CARD,), lists=(a_list(),))


def a_use(**changes):
    facts = {
        "id": "u", "user": "tidewrack", "likeness": "liora-voice-2025", "project": "harbour-nine-2", "act": "generate",
        "purpose": "series", "medium": "svod", "territory": "FR", "language": "fr", "modification": ["new-dialogue"],
        "content": [], "at": "2026-04-01T05:30:00Z", "quantity": {"line": 1, "second": 2},
    }  # fmt: skip
    return use_from(facts | changes)
