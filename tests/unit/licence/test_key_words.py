"""The words about keys, read strictly: what contradicts itself, is too long or of a newer version is refused."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from likeness.errors import Tampered, Unreadable
from likeness.licence.key_card import KeyCard
from likeness.licence.key_words import Rotation
from likeness.licence.mandates import outside
from likeness.licence.statements import encode_statement, open_any, sign
from likeness.licence.terms import Fee
from likeness.licence.terms_read import terms_from
from likeness.seal.canonical import decode, encode
from likeness.seal.envelope import seal, unseal
from likeness.seal.keys import SigningKey
from likeness.values.money import Money
from tests.fakes.licences import LIORA, SIGNED_AT, STRANGER, terms_document
from tests.fakes.words import AGENCY, AT, HEIR, LIORA_LATER, a_delegation, a_rotation, every_kind, pub

PENS = {"vouching": AGENCY, "rotation": LIORA, "compromise": LIORA_LATER, "delegation": LIORA, "estate": LIORA,
        "handover": HEIR}  # fmt: skip
TERMS = terms_from(terms_document())


def _payload(name) -> dict[int, Any]:
    value = decode(encode_statement(every_kind()[name].says))
    assert isinstance(value, dict)
    return value


def _resealed(name, **changes):
    """Sign a changed payload with the right key: what a careless or newer program would write."""
    value = _payload(name) | {int(key[1:]): new for key, new in changes.items()}
    payload = encode({key: item for key, item in value.items() if item is not None})
    return seal(payload, unseal(every_kind()[name].data).kind, PENS[name])


@pytest.mark.parametrize("name", PENS)
def test_what_is_signed_is_what_is_read(name):
    made = every_kind()[name]
    assert open_any(made.data) == made == sign(made.says, PENS[name])


@pytest.mark.parametrize("name", PENS)
def test_a_newer_version_or_an_unknown_key_is_named_as_such(name):
    for changes in ({"k1": 2}, {"k13": 1}, {"k63": b"x"}):
        with pytest.raises(Unreadable, match="made-by-newer-version"):
            open_any(_resealed(name, **changes))


@pytest.mark.parametrize("name", PENS)
def test_every_part_without_a_default_must_be_there(name):
    optional = {"compromise": {7, 8, 9, 10}}.get(name, set())
    keys = set(_payload(name)) - {1, 2, 5} - optional
    for key in keys:
        with pytest.raises(Unreadable, match="statement-shape"):
            open_any(_resealed(name, **{f"k{key}": None}))


@pytest.mark.parametrize(
    ("name", "changes", "code"),
    [
        ("vouching", {"k7": pub(AGENCY)}, "statement-about-itself"),
        ("vouching", {"k7": bytes(33)}, "bad-public-key"),
        ("vouching", {"k7": bytes(32)}, "bad-length"),
        ("vouching", {"k6": int(SIGNED_AT.timestamp())}, "ends-before-it-begins"),
        ("vouching", {"k3": "x" * 201}, "text-too-long"),
        ("vouching", {"k3": "a\u202eb"}, "forbidden-character"),
        ("compromise", {"k6": int(AT.timestamp()) + 1}, "statement-shape"),
        ("compromise", {"k8": None}, "statement-shape"),
        ("compromise", {"k9": -1}, "number-out-of-range"),
        ("compromise", {"k10": bytes(31)}, "bad-length"),
        ("compromise", {"k3": pub(LIORA_LATER)}, "statement-about-itself"),
        ("delegation", {"k7": pub(LIORA)}, "statement-about-itself"),
        ("delegation", {"k8": []}, "statement-shape"),
        ("delegation", {"k8": ["a", "a"]}, "statement-shape"),
        ("delegation", {"k8": ["a b"]}, "bad-id"),
        ("delegation", {"k8": ["*", "a"]}, "bad-id"),
        ("delegation", {"k9": [f"a{n}" for n in range(41)]}, "statement-shape"),
        ("delegation", {"k10": 64}, "made-by-newer-version"),
        ("delegation", {"k10": -1}, "made-by-newer-version"),
        ("delegation", {"k11": -1}, "number-out-of-range"),
        ("delegation", {"k12": "XYZ"}, "unknown-currency"),
        ("estate", {"k7": pub(LIORA)}, "statement-about-itself"),
        ("handover", {"k6": 1 << 62}, "bad-instant"),
        ("rotation", {"k3": b"x"}, "envelope-not-tagged"),
    ],
)
def test_what_breaks_a_rule_is_refused_though_signed(name, changes, code):
    with pytest.raises(Unreadable) as fault:
        open_any(_resealed(name, **changes))
    assert fault.value.code == code


def _card(key: SigningKey, previous: SigningKey | None):
    return sign(KeyCard("Liora", "performer", pub(key), AT.date(), None, pub(previous) if previous else None), key)


def test_both_keys_sign_a_rotation():
    good = open_any(sign(a_rotation(), LIORA).data).says
    assert open_any(good.card).signer == LIORA_LATER.public
    for card in (_card(LIORA_LATER, None), _card(LIORA_LATER, STRANGER), _card(LIORA, None)):
        with pytest.raises(Tampered, match="rotation-of-another-key"):
            sign(Rotation(card.data, AT, pub(LIORA)), LIORA)
    spoiled = bytearray(_card(LIORA_LATER, LIORA).data)
    spoiled[-1] ^= 1
    with pytest.raises(Tampered, match="signature"):
        sign(Rotation(bytes(spoiled), AT, pub(LIORA)), LIORA)


@pytest.mark.parametrize(
    ("changes", "thing"),
    [
        ({}, None),
        ({"likenesses": ("*",), "licensees": ("*",), "acts": ("*",)}, None),
        ({"given_at": SIGNED_AT + timedelta(seconds=1)}, "time"),
        ({"expires_at": SIGNED_AT}, "time"),
        ({"likenesses": ("liora-face",)}, "likeness"),
        ({"licensees": ("oxbow",)}, "licensee"),
        ({"acts": ("alter", "train")}, "act"),
        ({"most_minor": 1_799_999}, "fee"),
        ({"currency": "USD"}, "fee"),
    ],
)
def test_what_a_delegation_covers(changes, thing):
    assert outside(a_delegation(**changes), TERMS, SIGNED_AT) == thing


def test_a_fee_without_a_sum_is_never_small_enough():
    share = replace(TERMS, fee=Fee("revenue-share", percent="2.0"))
    assert outside(a_delegation(most_minor=10**14), share, SIGNED_AT) == "fee"
    assert outside(a_delegation(most_minor=0), replace(TERMS, fee=Fee("none")), SIGNED_AT) is None
    exact = replace(TERMS, fee=Fee("flat", Money(2_000_000, "EUR")))
    assert outside(a_delegation(), exact, SIGNED_AT) is None


def test_whom_it_may_be_passed_on_to_is_held_to_the_same_companies():
    assert outside(a_delegation(), replace(TERMS, pass_on=("oxbow",)), SIGNED_AT) is None
    assert outside(a_delegation(), replace(TERMS, pass_on=("oxbow", "elsewhere")), SIGNED_AT) == "pass-on"
    assert outside(a_delegation(), replace(TERMS, pass_on="anyone"), SIGNED_AT) == "pass-on"
    assert outside(a_delegation(licensees=("*",)), replace(TERMS, pass_on="anyone"), SIGNED_AT) is None
