import pytest

from likeness.errors import Unreadable
from likeness.seal.canonical import MOST_BYTES, MOST_ITEMS, decode, encode, split_sequence


@pytest.mark.parametrize(
    ("value", "hexadecimal"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (-1, "20"),
        ((1 << 64) - 1, "1bffffffffffffffff"),
        (-(1 << 64), "3bffffffffffffffff"),
        (b"\x01", "4101"),
        ("\u00fc", "62c3bc"),
        ([True, False], "82f5f4"),
        ({24: 1, 1: 2, 256: 3}, "a301021818011901" + "0003"),
        ({}, "a0"),
    ],
)
def test_one_value_has_one_encoding(value, hexadecimal):
    assert encode(value).hex() == hexadecimal
    assert decode(bytes.fromhex(hexadecimal)) == value


@pytest.mark.parametrize("value", [1.0, None, 1 << 64, -(1 << 64) - 1, {"a": 1}, {-1: 1}, (1,), {True: 1}, [None]])
def test_what_is_outside_the_rules_is_not_written(value):
    with pytest.raises(TypeError):
        encode(value)


REFUSED = {
    "nothing": "",
    "float": "f93c00",
    "long float": "fb3ff199999999999a",
    "null": "f6",
    "undefined": "f7",
    "simple value": "f0",
    "duplicate key": "a201020103",
    "keys out of order": "a202010102",
    "text as key": "a1616101",
    "negative key": "a12001",
    "true as key": "a1f501",
    "number not shortest": "1817",
    "length not shortest": "5801ff",
    "list length not shortest": "980101",
    "indefinite bytes": "5f4101ff",
    "indefinite list": "9f01ff",
    "indefinite map": "bf0101ff",
    "trailing byte": "0000",
    "cut short": "4401",
    "cut list": "8201",
    "huge list": "9bffffffffffffffff",
    "huge bytes": "5bffffffffffffffff",
    "huge map": "bbffffffffffffffff",
    "not utf-8": "62c328",
    "half a surrogate pair": "63eda080",
    "reserved head": "1c",
    "stop alone": "ff",
    "date": "c074323031332d30332d32315432303a30343a30305a",
    "small bignum": "c24101",
    "large bignum": "c249010000000000000000",
    "shared reference": "d81c81d81d00",
    "regular expression": "d823616b",
    "self-described": "d9d9f700",
    "unknown tag": "d903e800",
    "set": "d90102820102",
    "nested too deep": "81" * 20 + "00",
}


@pytest.mark.parametrize("name", REFUSED)
def test_every_other_form_is_refused(name):
    with pytest.raises(Unreadable) as fault:
        decode(bytes.fromhex(REFUSED[name]))
    assert fault.value.code.startswith("cbor-")


def test_no_tag_is_understood():
    for tag in [*range(400), 1000, 43_000, 55_799, 65_535]:
        with pytest.raises(Unreadable):
            decode(b"\xd9" + tag.to_bytes(2, "big") + b"\x82\x01\x02")


def test_too_large_is_refused_before_it_is_read():
    with pytest.raises(Unreadable, match="cbor-too-large"):
        decode(bytes(MOST_BYTES + 1))


def test_a_sequence_is_cut_into_its_items():
    items = [encode({1: [b"x", "y"]}), b"\xd2" + encode([b"", {}, b"p", b"s"]), encode(7)]
    assert split_sequence(b"".join(items)) == items


@pytest.mark.parametrize(
    "data",
    [
        b"",
        encode([1, 2])[:-1],
        encode(1) * (MOST_ITEMS + 1),
        b"\xd2",
        b"\xd2\xd2\x00",
        b"\xc2\x41\x01",
        bytes(MOST_BYTES + 1),
    ],
)
def test_what_is_no_sequence_is_refused(data):
    with pytest.raises(Unreadable, match="cbor-"):
        split_sequence(data)


def test_a_hostile_length_inside_a_sequence_is_refused():
    with pytest.raises(Unreadable):
        split_sequence(bytes.fromhex("9bffffffffffffffff00"))
    with pytest.raises(Unreadable):
        split_sequence(bytes.fromhex("81") * 100 + b"\x00")
