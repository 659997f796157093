"""Whose key it is: one's own, that of a card confirmed here under the same name, or unknown.

A confirmed card trusts a key for one name. A licence or acceptance in another name stays unknown, however well its
key is known: who may sign for whom is a person's to say.
"""

from __future__ import annotations

from likeness.licence.bundle import Bundle
from likeness.licence.codec_v1 import Licence
from likeness.seal.keys import PublicKey
from likeness.verifier.report import Signer
from likeness.verifier.roots import Roots

SELF, CONFIRMED, UNKNOWN = "self", "confirmed", "unknown"


def signer_of(licence: Licence, roots: Roots) -> Signer:
    """Return who signed a licence: the performer, or the grantor who signs for her."""
    terms = licence.terms
    return _signer(licence.signer, (terms.grantor.name, terms.performer.name), roots)


def accepter_of(bundle: Bundle, roots: Roots) -> Signer:
    """Return who accepted a licence that has an acceptance."""
    key = bundle.acceptance.signer.encoded if bundle.acceptance else b""
    return _signer(key, (bundle.licence.says.terms.licensee.name,), roots)


def _signer(key: bytes, names: tuple[str, ...], roots: Roots) -> Signer:
    public = PublicKey(key)
    card = roots.card(key)
    if key in roots.own:
        name, trust = roots.own[key], SELF
    elif card is not None and card.name in names:
        name, trust = card.name, CONFIRMED
    else:
        name, trust = names[0], UNKNOWN
    return Signer(name, public.fingerprint, public.digits, trust)
