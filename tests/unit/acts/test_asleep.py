"""A draft that is slept on: nothing today, asked about from tomorrow on, until it is signed or thrown away."""

import pytest

from likeness.acts.dues.near_dues import open_dues
from likeness.acts.licences.asleep import asleep_until, sleep_on, woken
from likeness.acts.licences.draft_licence import discard_draft, draft_licence, put_back_draft
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.read_attention import read_attention
from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document

TERMS = terms_from(terms_document())


def waiting(office):
    found = read_attention(office.desk, open_dues(office.desk).dues)
    return [(one.count, one.screen, one.key, one.title) for one in found if one.kind == "asleep"]


@pytest.fixture
def slept(liora):
    """Two drafts, both slept on at ten o'clock in the morning of Paris; gives their numbers."""
    numbers = [liora.do(draft_licence, TERMS).value.number for _ in range(2)]
    for number in numbers:
        assert liora.do(sleep_on, number, "Europe/Paris").value.isoformat() == "2026-03-03"
    return numbers


def test_it_waits_from_the_next_day_on_by_the_clocks_where_she_is(liora, slept, clock):
    clock.forward(hours=13)  # 23:00 in Paris
    assert waiting(liora) == []
    clock.forward(hours=1)
    assert waiting(liora) == [(2, "draft", slept[0], "Harbour Nine, season 2")]
    clock.forward(days=3)
    assert [row.number for row in woken(liora.desk)] == slept


def test_whoever_sleeps_on_it_once_more_is_asked_the_day_after(liora, slept, clock):
    clock.forward(days=1)
    liora.do(sleep_on, slept[0], "Europe/Paris")
    assert [row.number for row in woken(liora.desk)] == slept[1:]
    clock.forward(days=1)
    assert [row.number for row in woken(liora.desk)] == slept[::-1]


def test_what_is_signed_or_thrown_away_waits_no_more(liora, slept, clock):
    clock.forward(days=1)
    liora.do(sign_licence, slept[0])
    thrown = liora.do(discard_draft, slept[1]).value
    assert waiting(liora) == []
    assert liora.do(draft_licence, TERMS).value.number == slept[1], "its number is free again"
    assert waiting(liora) == []
    back = liora.do(put_back_draft, thrown).value
    assert [row.number for row in woken(liora.desk)] == [back.number]
    assert asleep_until(liora.desk, back.number) == thrown.until
