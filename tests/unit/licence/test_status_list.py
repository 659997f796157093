import json
import zlib
from datetime import UTC, datetime

import cbor2
import pytest

from likeness.errors import Unreadable
from likeness.licence.statements import sign
from likeness.licence.status_list import LIST_BYTES, STATES, StatusList, entry, inflate, pack_states
from tests.fakes.licences import LIORA

AT = datetime(2026, 3, 1, tzinfo=UTC)


def _list(states):
    return StatusList(1, AT, bytes(33), AT, pack_states(states))


def test_what_is_packed_is_read_and_the_rest_is_valid():
    packed = _list({0: "withdrawn", 1: "suspended", 2: "replaced", 131_071: "withdrawn"})
    assert [packed.state(index) for index in (0, 1, 2, 3, 131_070, 131_071)] == [
        "withdrawn", "suspended", "replaced", "valid", "valid", "withdrawn"
    ]  # fmt: skip
    assert STATES == ("valid", "withdrawn", "suspended", "replaced")


@pytest.mark.parametrize("sequence", [-1, 10**15, 2**63, 2**64 - 1])
def test_a_list_with_a_number_that_no_registry_can_keep_is_refused(sequence):
    numbered = StatusList(sequence, AT, LIORA.public.encoded, AT, pack_states({}))
    with pytest.raises(Unreadable, match="number-out-of-range"):
        sign(numbered, LIORA)


@pytest.mark.parametrize("index", [-1, 131_072])
def test_there_is_no_other_entry(index):
    with pytest.raises(IndexError):
        pack_states({index: "withdrawn"})


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"junk",
        zlib.compress(bytes(LIST_BYTES - 1)),
        zlib.compress(bytes(LIST_BYTES + 1)),
        zlib.compress(bytes(50_000_000)),
        zlib.compress(bytes(LIST_BYTES)) + b"x",
        zlib.compress(bytes(LIST_BYTES))[:-1],
    ],
)
def test_what_is_not_exactly_one_list_is_refused(packed):
    with pytest.raises(Unreadable, match="status-list-packing"):
        inflate(packed, LIST_BYTES)


@pytest.mark.shared
def test_the_lists_of_the_draft(shared):
    """Every entry of every published list, through our own inflating and our own bits."""
    cases = json.loads(shared("vectors", "token-status-list", "vectors.json").read_text())["lists"]
    for case in cases:
        packed = cbor2.loads(bytes.fromhex(case["cbor_hex"]))["lst"]
        entries = inflate(packed, case["size"] * case["bits"] // 8)
        expected = dict(case["entries"])
        assert all(
            entry(entries, index, case["bits"]) == expected.get(index, 0) for index in range(min(case["size"], 5000))
        )
        assert all(entry(entries, index, case["bits"]) == state for index, state in expected.items())
    assert len(cases) == 6
