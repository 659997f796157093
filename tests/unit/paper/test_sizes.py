"""Sizes and limits in sentences: said as people say them, and never more than what is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from likeness.errors import Unreadable
from likeness.paper.sizes import limit, size
from likeness.paper.words.complaint import sentence

BYTES = {"bytes": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [(0, "0 bytes", "0 octet"), (1, "1 byte", "1 octet"), (999, "999 bytes", "999 octets"),
     (5_500, "5.5 KB", "5,5 Ko"), (38_200_000_000, "38.2 GB", "38,2 Go")],
)  # fmt: skip
def test_a_size_in_both_languages(count, english, french):
    assert (size("en", count), size("fr", count)) == (english.replace(" ", "\u00a0"), french.replace(" ", "\u00a0"))


def test_a_limit_is_said_in_whole_units():
    assert [limit(lang, 8_388_608) for lang in ("en", "fr")] == ["8\u00a0MB", "8\u00a0Mo"]
    assert [limit("en", most) for most in (512, 65_536, 67_108_864)] == ["512\u00a0bytes", "64\u00a0KB", "64\u00a0MB"]


@given(st.integers(1, 10**15))
def test_whoever_keeps_to_a_limit_is_not_refused(most):
    number, unit = limit("en", most).split("\u00a0")
    assert 0 < int(number) * BYTES[unit] <= most


def test_a_complaint_says_limits_as_people_say_them_and_what_was_given_as_it_was_given():
    large = Unreadable("too-large", file="a.json", most=8_388_608)
    assert sentence(large, "en") == "a.json: This file is too large; at most 8\u00a0MB is read."
    assert sentence(large, "fr") == "a.json\u00a0: Ce fichier est trop grand\u202f; au plus 8\u00a0Mo sont lus."
    many = Unreadable("list-too-long", most=1_000_000)
    assert "1,000,000" in sentence(many, "en")
    assert "1\u202f000\u202f000" in sentence(many, "fr")
    assert "20261" in sentence(Unreadable("number-out-of-range", value=20261, least=0, most=9_999), "en")
