"""The licence of FORMAT section 2, signed and accepted with fixed keys: the same bytes on every run."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from likeness.licence.codec_v1 import DoubleSeal, Licence, in_signed_order
from likeness.licence.notices import Acceptance
from likeness.licence.statements import Signed, sign
from likeness.licence.terms_read import terms_from
from likeness.seal.keys import SigningKey

LIORA = SigningKey(bytes([1] * 32))
TIDEWRACK = SigningKey(bytes([2] * 32))
STRANGER = SigningKey(bytes([3] * 32))
SIGNED_AT = datetime(2026, 2, 24, 10, 42, tzinfo=UTC)
ACCEPTED_AT = datetime(2026, 2, 24, 15, 8, tzinfo=UTC)


def terms_document(**changes: Any) -> dict[str, Any]:
    """Return the example of FORMAT section 2 as a JSON value, with changes."""
    document = {
        "format": "likeness-terms/1",
        "performer": {"id": "liora", "name": "Liora Vantreight", "born": "1988-02-11"},
        "grantor": {"name": "Liora Vantreight", "capacity": "performer"},
        "licensee": {"id": "tidewrack", "name": "Tidewrack Pictures Ltd"},
        "pass_on": "nobody",
        "likenesses": ["liora-voice-2025"],
        "project": {
            "id": "harbour-nine-2",
            "title": "Harbour Nine, season 2",
            "ids": ["eidr:10.5240/7791-8534-2C23-9030-8610-5"],
        },
        "acts": ["generate", "alter"],
        "purposes": ["series"],
        "media": ["tv", "streaming"],
        "territory": {"include": ["EU", "GB"], "exclude": []},
        "languages": ["en", "fr"],
        "modifications": ["new-dialogue", "dialogue-repair"],
        "age": None,
        "forbidden_content": ["nudity", "sexual-content", "politics"],
        "create": {"from": "2026-03-01", "to": "2027-02-28"},
        "exploit": {"from": "2026-03-01", "to": "2036-02-28"},
        "zone": "Europe/Paris",
        "limits": [{"unit": "line", "max": 40}, {"unit": "second", "max": 240}],
        "longest_seconds": 30,
        "exclusive": None,
        "after_death": False,
        "works_made_stay": True,
        "strike_clause": True,
        "approval": {"needed": True, "days": 5},
        "withdrawal": {"notice_days": 90},
        "basis": "contract",
        "fee": {"basis": "flat", "minor": 1800000, "currency": "EUR", "due_days": 10},
        "residuals": [{"per": "re-run", "percent": "2.0"}],
        "reporting": {"every": "quarter", "due_days": 30},
        "delete_by": "2027-03-30",
        "representation": {"kind": "agent", "name": "Halden Roe Talent"},
        "notice_at": "2026-02-20T10:00:00+01:00",
        "service_at": "2026-03-02T08:00:00+01:00",
        "union_agreement": None,
        "description": "New and repaired dialogue for episodes 1 to 8, from the voice model recorded in March 2025.",
    }
    return document | changes


def a_licence(**changes: Any) -> Licence:
    """Return a licence to sign; `terms_...` keys change the terms document, the others the licence."""
    of_terms = {key.removeprefix("terms_"): value for key, value in changes.items() if key.startswith("terms_")}
    terms = in_signed_order(terms_from(terms_document(**of_terms)))
    doubles = tuple(DoubleSeal(name, "voice-model", bytes(range(16))) for name in terms.likenesses)
    licence = Licence("2026-0041", terms, doubles, SIGNED_AT, 77_777, LIORA.public.encoded)
    return replace(licence, **{key: value for key, value in changes.items() if not key.startswith("terms_")})


def signed(licence: Licence | None = None, key: SigningKey = LIORA) -> Signed[Licence]:
    """Return a signed licence."""
    return sign(licence or a_licence(), key)


def accepted(licence: Signed[Licence] | None = None, key: SigningKey = TIDEWRACK) -> bytes:
    """Return the bytes of a `.likeness` file with its acceptance."""
    licence = licence or signed()
    return licence.data + sign(Acceptance(licence.digest, ACCEPTED_AT, key.public.encoded), key).data
