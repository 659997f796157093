"""One flipped bit anywhere in a signed statement, and nobody reads it any more."""

from datetime import UTC, date, datetime

import pytest

from likeness.errors import Tampered, Unreadable
from likeness.licence.bundle import read_bundle
from likeness.licence.key_card import KeyCard
from likeness.licence.notices import Withdrawal
from likeness.licence.statements import open_any, sign
from likeness.licence.status_list import StatusList, pack_states
from tests.fakes.licences import LIORA, SIGNED_AT, accepted, signed

KEY = LIORA.public.encoded
AT = datetime(2026, 5, 10, tzinfo=UTC)
STATEMENTS = {
    "licence": signed().data,
    "acceptance": accepted()[len(signed().data) :],
    "withdrawal": sign(Withdrawal(bytes(32), SIGNED_AT, AT, KEY, "Changed."), LIORA).data,
    "key card": sign(KeyCard("Liora Vantreight", "performer", KEY, date(2026, 1, 5), "by mail"), LIORA).data,
    "status list": sign(StatusList(3, SIGNED_AT, KEY, AT, pack_states({5: "withdrawn"})), LIORA).data,
}


def _flips(data):
    for place in range(len(data)):
        for bit in range(8):
            yield data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_flipped_bit_is_refused(name):
    data = STATEMENTS[name]
    open_any(data)
    for spoiled in _flips(data):
        with pytest.raises((Unreadable, Tampered)):
            open_any(spoiled)


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_cut_and_every_added_byte_is_refused(name):
    data = STATEMENTS[name]
    spoiled = [data[:end] for end in range(len(data))] + [data + bytes([byte]) for byte in range(256)]
    for one in spoiled:
        with pytest.raises((Unreadable, Tampered)):
            open_any(one)


def test_every_flipped_bit_of_a_file_is_refused():
    data = accepted()
    read_bundle(data)
    for spoiled in _flips(data):
        with pytest.raises((Unreadable, Tampered)):
            read_bundle(spoiled)
