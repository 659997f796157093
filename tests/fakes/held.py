"""What an office holds about keys, in few words: cards, lists, and words in the order of its log."""

from datetime import UTC, date, datetime, timedelta

from likeness.licence.key_card import KeyCard
from likeness.licence.status_list import StatusList, pack_states
from likeness.verifier.roots import Roots, Word
from likeness.verifier.verify import verify
from tests.fakes.licences import LIORA, a_licence, accepted, signed
from tests.fakes.papers import read_here
from tests.fakes.words import AGENCY, HEIR, LIORA_LATER, pub

AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
LIORA_CARD = KeyCard("Liora Vantreight", "performer", pub(LIORA), date(2026, 1, 1))
AGENCY_CARD = KeyCard("Halden Roe Talent", "agent", pub(AGENCY), date(2026, 1, 1))
AGENT = {"name": "Halden Roe Talent", "capacity": "agent", "authority": "Delegation"}


def a_list(key=LIORA, states=None, sequence=1):
    issued = AT - timedelta(days=1)
    return StatusList(sequence, issued, pub(key), issued + timedelta(days=30), pack_states(states or {}))


LISTS = (a_list(), a_list(AGENCY), a_list(HEIR), a_list(LIORA_LATER))


def roots(*words, cards=(LIORA_CARD,), lists=LISTS, **more):
    """Words stand in the log in the order in which they are given, from leaf 10 on."""
    placed = tuple(one if isinstance(one, Word) else Word(one, 10 + n) for n, one in enumerate(words))
    return Roots(cards=cards, lists=lists, words=placed, **more)


def checked(data, of, at=AT):
    report = verify(data, of, at=at, read=read_here)
    detail = next(step.detail for step in report.steps if step.step == "signer")
    return report.answer, report.signer.trust, detail


def by(key, **changes):
    return accepted(signed(a_licence(signer=pub(key), **changes), key))


def lost(alarm, cut, *before, **more):
    return roots(*before, Word(alarm, 50, cut=cut), **more)
