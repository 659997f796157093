from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from likeness.errors import Tampered, Unreadable
from likeness.licence.bundle import looks_like_ours, read_bundle
from likeness.licence.codec_v1 import Licence
from likeness.licence.key_card import KeyCard
from likeness.licence.notices import Acceptance, Resumption, Suspension, Withdrawal
from likeness.licence.statements import encode_statement, open_any, open_signed, sign
from likeness.licence.status_list import StatusList, pack_states
from likeness.seal.canonical import decode, encode
from likeness.seal.envelope import seal
from likeness.seal.kinds import Kind
from tests.fakes.licences import ACCEPTED_AT, LIORA, SIGNED_AT, STRANGER, TIDEWRACK, accepted, signed

DIGEST = bytes(range(32))
KEY = LIORA.public.encoded
AT = datetime(2026, 5, 10, tzinfo=UTC)
STATEMENTS: list[Any] = [
    Acceptance(DIGEST, ACCEPTED_AT, KEY),
    Withdrawal(DIGEST, SIGNED_AT, AT, KEY, "The project has changed."),
    Suspension(DIGEST, SIGNED_AT, AT, KEY),
    Resumption(DIGEST, SIGNED_AT, AT, KEY),
    KeyCard("Liora Vantreight", "performer", KEY, date(2026, 1, 5), "liora@example.org"),
    KeyCard("Tidewrack Pictures Ltd", "company", KEY, date(2026, 1, 5)),
    StatusList(3, SIGNED_AT, KEY, AT, pack_states({5: "withdrawn"})),
]


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: type(s).__name__)
def test_what_is_signed_is_what_is_read(statement):
    made = sign(statement, LIORA)
    assert made.says == statement
    assert made.signer == LIORA.public
    assert open_signed(made.data, type(statement)) == made == open_any(made.data)


def test_nobody_signs_in_the_name_of_another():
    with pytest.raises(ValueError, match="another kind or key"):
        sign(STATEMENTS[0], STRANGER)


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda s: type(s).__name__)
def test_a_stranger_cannot_resign_it(statement):
    data = sign(statement, LIORA).data
    forged = sign(replace(statement, key=STRANGER.public.encoded), STRANGER).data
    assert open_any(forged).signer == STRANGER.public
    spoiled = forged[:-64] + data[-64:]
    with pytest.raises(Tampered):
        open_any(spoiled)


def _kind(data: bytes) -> Kind:
    from likeness.seal.envelope import unseal

    return unseal(data).kind


def test_one_kind_is_not_read_as_another():
    with pytest.raises(Unreadable, match="statement-of-another-kind"):
        open_signed(sign(STATEMENTS[2], LIORA).data, Resumption)
    with pytest.raises(Unreadable, match="statement-of-another-kind"):
        open_signed(signed().data, Acceptance)


def _resealed(statement, **changes):
    """Sign a changed payload with the right key: what a careless or newer program would write."""
    value: Any = decode(encode_statement(statement))
    for key, new in changes.items():
        value[int(key[1:])] = new
    kind = Kind.WITHDRAWAL if isinstance(statement, Withdrawal) else _kind(sign(statement, LIORA).data)
    return seal(encode({key: item for key, item in value.items() if item is not None}), kind, LIORA)


@pytest.mark.parametrize(
    ("statement", "changes", "code"),
    [
        (STATEMENTS[1], {"k1": 2}, "made-by-newer-version"),
        (STATEMENTS[0], {"k1": True}, "statement-not-canonical"),
        (STATEMENTS[1], {"k8": 1}, "made-by-newer-version"),
        (STATEMENTS[1], {"k3": None}, "statement-shape"),
        (STATEMENTS[1], {"k3": bytes(31)}, "bad-length"),
        (STATEMENTS[1], {"k4": "now"}, "field-type"),
        (STATEMENTS[1], {"k7": "x" * 401}, "text-too-long"),
        (STATEMENTS[1], {"k7": "e\u0301"}, "statement-not-canonical"),
        (STATEMENTS[4], {"k6": 9}, "made-by-newer-version"),
        (STATEMENTS[4], {"k4": 1 << 62}, "bad-day"),
        (STATEMENTS[6], {"k7": b"junk"}, "status-list-packing"),
        (STATEMENTS[6], {"k7": pack_states({})[:-1]}, "status-list-packing"),
        (STATEMENTS[6], {"k7": pack_states({}) + b"x"}, "status-list-packing"),
    ],
)
def test_what_breaks_a_rule_is_refused_though_signed(statement, changes, code):
    with pytest.raises(Unreadable) as fault:
        open_any(_resealed(statement, **changes))
    assert fault.value.code == code


def test_a_file_is_a_licence_and_perhaps_its_acceptance():
    alone = read_bundle(signed().data)
    both = read_bundle(accepted())
    assert alone.acceptance is None
    assert alone.licence == both.licence
    assert both.acceptance.says.licence == both.licence.digest
    assert both.acceptance.signer == TIDEWRACK.public
    assert both.data == accepted()
    assert looks_like_ours(both.data)


def test_the_acceptance_of_another_licence_is_refused():
    other = sign(replace(signed().says, number="2026-0042"), LIORA)
    with pytest.raises(Tampered, match="acceptance-of-another-licence"):
        read_bundle(other.data + accepted()[len(signed().data) :])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        accepted() + b"\0",
        accepted() + accepted(),
        accepted()[len(signed().data) :],
        signed().data * 2,
        sign(STATEMENTS[4], LIORA).data,
        accepted()[:-1],
        bytes(20_000),
    ],
)
def test_what_is_no_bundle_is_refused(data):
    with pytest.raises(Unreadable):
        read_bundle(data)


def test_a_licence_must_be_signed_by_the_key_it_names():
    with pytest.raises(ValueError, match="another kind or key"):
        sign(signed().says, STRANGER)
    assert isinstance(open_signed(signed().data, Licence).says, Licence)
