"""FROZEN: the bytes of every kind of statement, with fixed keys. A change here breaks every licence ever signed."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from likeness.licence.key_card import KeyCard
from likeness.licence.notices import Resumption, Suspension, Withdrawal
from likeness.licence.statements import open_any, sign
from likeness.licence.status_list import StatusList, pack_states
from likeness.seal.canonical import split_sequence
from likeness.seal.envelope import unseal
from likeness.seal.kinds import Kind
from tests.fakes.licences import LIORA, SIGNED_AT, a_licence, accepted, signed
from tests.fakes.words import every_kind
from tests.unit.licence.test_codec_v1 import EVERYTHING

FROZEN = Path(__file__).parent / "statements"
KEY = LIORA.public.encoded
DIGEST = bytes(range(32))
AT = datetime(2026, 5, 10, tzinfo=UTC)
STATEMENTS = {
    "licence": signed().data,
    "licence-everything": signed(a_licence(**EVERYTHING)).data,
    "licence-accepted": accepted(),
    "acceptance": accepted()[len(signed().data) :],
    "withdrawal": sign(Withdrawal(DIGEST, SIGNED_AT, AT, KEY, "The project has changed."), LIORA).data,
    "suspension": sign(Suspension(DIGEST, SIGNED_AT, AT, KEY), LIORA).data,
    "resumption": sign(Resumption(DIGEST, SIGNED_AT, AT, KEY), LIORA).data,
    "key-card": sign(KeyCard("Liora Vantreight", "performer", KEY, date(2026, 1, 5), "by mail"), LIORA).data,
    **{name: every_kind()[name].data for name in ("vouching", "rotation", "compromise", "delegation", "estate")},
    "handover": every_kind()["handover"].data,
    "key-card-followed": open_any(every_kind()["rotation"].data).says.card,
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_bytes_are_those_of_the_first_release(name):
    assert STATEMENTS[name].hex() == (FROZEN / f"{name}.hex").read_text().strip()


def test_a_frozen_status_list_is_still_read():
    """Only reading is frozen: the packed bytes of two zlib builds may differ (notes on the licence, section 1)."""
    data = bytes.fromhex((FROZEN / "status-list.hex").read_text())
    states = open_any(data).says
    assert states == StatusList(3, SIGNED_AT, KEY, AT, states.packed)
    assert (
        StatusList(3, SIGNED_AT, KEY, AT, pack_states({5: "withdrawn", 131_071: "replaced"})).entries == states.entries
    )


def test_every_kind_has_frozen_bytes_that_are_read():
    kinds = set()
    for path in FROZEN.glob("*.hex"):
        for item in split_sequence(bytes.fromhex(path.read_text())):
            kinds.add(unseal(item).kind)
            assert open_any(item).data == item
    assert kinds == set(Kind)
