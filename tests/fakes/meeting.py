"""Offices that meet: cards confirmed, how they know each other, what they answer, why they refuse."""

from __future__ import annotations

import pytest

from likeness.acts.keys.gather_roots import gather_roots
from likeness.acts.keys.read_contacts import contacts
from likeness.acts.keys.trust_book import confirm_card, own_card
from likeness.errors import Refused
from likeness.seal.keys import PublicKey
from likeness.verifier.verify import verify
from tests.fakes.papers import read_here


def meet(*offices):
    """Everybody confirms everybody's card."""
    for one in offices:
        for other in offices:
            if other is not one:
                one.do(confirm_card, own_card(other.desk))


def card_of(office):
    return office.registry.owner.get().card


def key_of(office):
    return PublicKey(office.owner.public_key).fingerprint


def trust_in(office, name):
    return [(one.trust, one.why) for one in contacts(office.desk) if one.name == name]


def answer(office, data):
    report = verify(data, gather_roots(office.desk), at=office.clock.now(), read=read_here)
    return report.answer, report.signer.trust


def refusal(office, act, *args, **options):
    with pytest.raises(Refused) as fault:
        office.do(act, *args, **options)
    return fault.value.code
