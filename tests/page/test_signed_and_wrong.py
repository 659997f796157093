"""Papers that are signed and wrong, which nobody else can make: the phone page and the app say the same of them."""

from __future__ import annotations

from random import Random

import cbor2

from likeness.errors import Unreadable
from likeness.licence.notices import Acceptance
from likeness.licence.statements import encode_statement
from likeness.seal.envelope import seal
from likeness.seal.kinds import Kind
from tests.fakes.licences import ACCEPTED_AT, LIORA, SIGNED_AT, TIDEWRACK, a_licence, signed
from tests.page.comparing import page_reads, same
from tests.unit.licence.test_codec_v1 import EVERYTHING

ODD = [True, False, 0, 1, -1, 24, 2**16, 2**53, 2**63, 10**15, b"", b"x" * 33, "", "x", "e\u0301", "\u202e", "a\nb", [],
       [1], [True], {}, {1: 1}, {1: "x", 2: "y"}, ["*"], ["fr", "fr"], ["XX"], "2026-0041", bytes(32), [0, 0],
       [0, 5000], 3652059]  # fmt: skip


def spoiled_terms(dice):
    """Return a licence with one term replaced, left out or added, signed all the same: no one else can make these."""
    value = cbor2.loads(encode_statement(a_licence(**(EVERYTHING if dice.random() < 0.5 else {}))))
    place, key = value, dice.choice(list(value))
    while isinstance(place[key], (dict, list)) and place[key] and dice.random() < 0.7:
        place = place[key]
        key = dice.choice(list(place)) if isinstance(place, dict) else dice.randrange(len(place))
    turn = dice.random()
    if turn < 0.15 and isinstance(place, dict):
        del place[key]
    elif turn < 0.3 and isinstance(place, dict):
        place[dice.choice([44, 63, 64, 90, 2**31, 7, 3])] = dice.choice(ODD)
    else:
        place[key] = dice.choice(ODD)
    return cbor2.dumps(value, canonical=True)


def resigned(payload):
    try:
        return seal(payload, Kind.LICENCE, LIORA)
    except (ValueError, Unreadable):  # without its kind or key it cannot even be signed
        return None


def test_licences_that_are_signed_and_wrong(browser):
    dice = Random(7)
    papers = [paper for paper in (resigned(spoiled_terms(dice)) for _ in range(900)) if paper is not None]
    assert len(papers) > 500
    same(browser, papers)
    answers = {answer for answer, _ in page_reads(browser, papers)}
    assert {"altered", "unreadable", "status-old"} <= answers


def test_acceptances_that_are_signed_and_wrong(browser):
    licence = signed()
    said = encode_statement(Acceptance(licence.digest, ACCEPTED_AT, TIDEWRACK.public.encoded))
    papers = []
    for key in (1, 3, 4, 7, 64):
        for odd in ODD:
            value = cbor2.loads(said) | {key: odd}
            papers.append(licence.data + seal(cbor2.dumps(value, canonical=True), Kind.ACCEPTANCE, TIDEWRACK))
    same(browser, papers)
    assert SIGNED_AT < ACCEPTED_AT
