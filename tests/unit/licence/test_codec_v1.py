from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from likeness.errors import Unreadable
from likeness.licence import code_bits
from likeness.licence.codec_v1 import DoubleSeal, decode_licence, encode_licence, in_signed_order
from likeness.licence.terms_read import terms_from
from likeness.paper.sheets.licence_sheet import licence_sheet
from likeness.seal.canonical import decode, encode
from likeness.values import codes
from tests.fakes.licences import a_licence, terms_document

EVERYTHING = {
    "terms_grantor": {"name": "Halden Roe", "capacity": "agent", "authority": "Power of attorney of 3 May 2024"},
    "terms_pass_on": ["brine", "oleander"],
    "terms_purposes": ["*"],
    "terms_media": ["*"],
    "terms_languages": ["*"],
    "terms_modifications": ["*"],
    "terms_age": {"from": 30, "to": 39},
    "terms_territory": {"include": ["WORLD"], "exclude": ["US-CA", "KP"]},
    "terms_exploit": None,
    "terms_create": {"from": "1969-12-31"},
    "terms_limits": [{"unit": "episode", "max": 8, "on": "show", "per": "year"}, {"unit": "copy", "max": 0}],
    "terms_exclusive": {"purposes": ["series", "advertising"], "territory": {"include": ["FR"], "exclude": []}},
    "terms_after_death": True,
    "terms_works_made_stay": False,
    "terms_strike_clause": False,
    "terms_approval": None,
    "terms_withdrawal": {"notice_days": 0},
    "terms_basis": "consent",
    "terms_fee": {"basis": "none"},
    "terms_residuals": [{"per": "unit", "minor": 250, "currency": "JPY"}],
    "terms_reporting": None,
    "terms_delete_by": None,
    "terms_representation": {"kind": "none"},
    "terms_notice_at": "1960-02-20T10:00:00.250000-09:30",
    "terms_service_at": None,
    "terms_union_agreement": "Interactive Media Agreement, 2025",
    "terms_annexes": [{"title": "Rider", "sha256": "ab" * 32}],
    "terms_project": {"id": "p", "title": "P", "ids": ["eidr:10.5240/7791-8534-2C23-9030-8610-6", "isan:0000-0000"]},
    "replaces": bytes(range(32)),
}


def test_what_is_decoded_is_what_was_encoded():
    for licence in (a_licence(), a_licence(**EVERYTHING)):
        assert decode_licence(encode_licence(licence)) == licence


def test_an_instant_keeps_its_offset():
    decoded = decode_licence(encode_licence(a_licence(**EVERYTHING)))
    assert decoded.terms.notice_at.isoformat() == "1960-02-20T10:00:00.250000-09:30"


def test_sets_come_back_in_the_signed_order():
    terms = terms_from(terms_document(acts=["data-mine", "generate"], media=["web", "tv"]))
    assert in_signed_order(terms).acts == ("generate", "data-mine")
    assert in_signed_order(terms).media == ("tv", "web")
    assert in_signed_order(in_signed_order(terms)) == in_signed_order(terms)


def test_the_example_fits_the_code_it_was_planned_for():
    assert len(encode_licence(a_licence())) <= 510


@pytest.mark.parametrize(
    ("table", "tree"),
    [
        (code_bits.KINDS, codes.KINDS),
        (code_bits.PURPOSES, codes.PURPOSES),
        (code_bits.MEDIA, codes.MEDIA),
        (code_bits.MODIFICATIONS, codes.MODIFICATIONS),
        (code_bits.CONTENT, codes.CONTENT),
        (code_bits.UNITS, codes.UNITS),
        (code_bits.CAPACITIES, codes.CAPACITIES),
        (code_bits.BASES, codes.BASES),
        (code_bits.FEE_BASES, codes.FEE_BASES),
        (code_bits.RESIDUAL_PERIODS, codes.RESIDUAL_PERIODS),
        (code_bits.REPORT_PERIODS, codes.REPORT_PERIODS),
        (code_bits.REPRESENTATIONS, codes.REPRESENTATIONS),
    ],
)
def test_every_code_has_a_number(table, tree):
    assert set(table) == set(tree.codes)
    assert len(set(table)) == len(table)


def test_making_acts_have_numbers():
    assert set(code_bits.ACTS) == set(codes.MAKING)


def _payload(**changes):
    value: Any = decode(encode_licence(a_licence()))
    for key, new in changes.items():
        number = int(key.removeprefix("k"))
        if new is None:
            del value[number]
        else:
            value[number] = new
    return encode(value)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"k1": 2}, "made-by-newer-version"),
        ({"k63": 1}, "made-by-newer-version"),
        ({"k44": True}, "made-by-newer-version"),
        ({"k14": 1 << 24}, "made-by-newer-version"),
        ({"k15": 1 << 60}, "made-by-newer-version"),
        ({"k22": {1: 99}}, "made-by-newer-version"),
        ({"k22": {1: 5, 7: 1}}, "made-by-newer-version"),
        ({"k27": [{1: 0, 2: 1, 3: 1}]}, "made-by-newer-version"),
        ({"k8": [["liora-voice-2025", 12, bytes(16)]]}, "made-by-newer-version"),
        ({"k1": True}, "statement-not-canonical"),
        ({"k1": None}, "made-by-newer-version"),
        ({"k2": 2}, "statement-shape"),
        ({"k2": True}, "statement-not-canonical"),
        ({"k3": None}, "key-missing"),
        ({"k9": None}, "key-missing"),
        ({"k21": None}, "key-missing"),
        ({"k13": "generate"}, "field-type"),
        ({"k13": -1}, "made-by-newer-version"),
        ({"k13": True}, "field-type"),
        ({"k8": [["x", 0]]}, "field-type"),
        ({"k8": [["x", 0, bytes(15)]]}, "field-type"),
        ({"k8": 5}, "field-type"),
        ({"k9": [1]}, "field-type"),
        ({"k9": {1: "liora"}}, "key-missing"),
        ({"k6": 131_072}, "number-out-of-range"),
        ({"k6": True}, "field-type"),
        ({"k7": bytes(31)}, "bad-length"),
        ({"k4": "now"}, "field-type"),
        ({"k4": 1 << 60}, "bad-instant"),
        ({"k19": {1: 1 << 60}}, "bad-day"),
        ({"k19": {1: 20_600, 2: 20_000}}, "ends-before-it-begins"),
        ({"k4": -62_135_510_401}, "bad-instant"),  # no zone west of UTC could tell it
        ({"k4": 253_402_214_400}, "bad-instant"),
        ({"k40": [1, 2, 3, 4]}, "bad-instant"),
        ({"k40": [1]}, "bad-instant"),
        ({"k40": [1, 2, 0]}, "bad-instant"),
        ({"k40": [1, 2, 1_000_000]}, "bad-instant"),
        ({"k40": [1, 2, -1]}, "bad-instant"),
        ({"k40": [1, True]}, "field-type"),
        ({"k40": [0, 24 * 60]}, "bad-instant"),
        ({"k40": [-62_135_596_800, -60]}, "bad-instant"),
        ({"k3": "a\u202eb"}, "forbidden-character"),
        ({"k23": "e\u0301"}, "statement-not-canonical"),  # not NFC
        ({"k23": "x" * 401}, "text-too-long"),
        ({"k30": False}, "statement-not-canonical"),  # a default written out
        ({"k24": "nobody"}, "field-type"),
        ({"k24": []}, "statement-not-canonical"),
        ({"k10": {1: "Liora Vantreight", 2: 0}}, "statement-not-canonical"),
        ({"k12": {1: "p", 2: "P", 3: [bytes(9)]}}, "field-type"),
        ({"k43": [{1: "t", 2: bytes(31)}]}, "bad-fingerprint"),
        ({"k17": ["en", "en"]}, "named-twice"),
        ({"k16": {1: ["SU"]}}, "unknown-territory"),
        ({"k22": {1: 0, 2: 5, 3: "XXX"}}, "unknown-currency"),
        ({"k21": "Europe/Atlantis"}, "unknown-zone"),
    ],
)
def test_what_breaks_a_rule_is_refused(changes, code):
    with pytest.raises(Unreadable) as fault:
        decode_licence(_payload(**changes))
    assert fault.value.code == code


@pytest.mark.parametrize("payload", [b"", encode([]), encode({}), encode({1: 1}), encode(5)])
def test_other_shapes_are_refused(payload):
    with pytest.raises(Unreadable):
        decode_licence(payload)


def test_an_extension_is_kept_and_grants_nothing():
    licence = decode_licence(_payload(k64=["every", "right"], k70=b"x"))
    assert licence.extensions == ((64, encode(["every", "right"])), (70, encode(b"x")))
    assert replace(licence, extensions=()) == a_licence()
    assert encode_licence(licence) == _payload(k64=["every", "right"], k70=b"x")


def test_doubles_must_be_the_licensed_likenesses():
    with pytest.raises(ValueError, match="doubles"):
        encode_licence(a_licence(doubles=(DoubleSeal("other", "voice-model", bytes(16)),)))


@pytest.mark.parametrize("at", [-62_135_510_400, 253_402_214_399])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "Europe/Paris"])
def test_whatever_instant_was_signed_can_be_told_in_its_zone(at, zone):
    licence = decode_licence(_payload(k4=at, k21=zone, k40=[at, 0]))
    assert licence.issued_at.astimezone(ZoneInfo(zone)).tzinfo is not None
    for language in ("en", "fr"):
        assert licence_sheet(language, licence, bytes(32), None).terms


@pytest.mark.parametrize(
    "name", ["europe/paris", "right/UTC", "posix/Europe/Paris", "localtime", "posixrules", "+01:00"]
)
def test_a_zone_is_one_of_the_names_that_every_system_knows(name):
    """Some systems know more, or take any letter case: a licence is not whole on one and altered on another."""
    with pytest.raises(Unreadable, match="unknown-zone"):
        decode_licence(_payload(k21=name))
    with pytest.raises(Unreadable, match="unknown-zone"):
        terms_from(terms_document(zone=name))


def test_the_issuing_instant_is_utc():
    assert decode_licence(encode_licence(a_licence())).issued_at == datetime(2026, 2, 24, 10, 42, tzinfo=UTC)
