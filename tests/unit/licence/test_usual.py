"""A licence beside what the performer usually grants: every rule of comparison by its own example."""

from datetime import date

import pytest

from likeness.licence.terms import LimitTerm
from likeness.licence.terms_read import terms_from
from likeness.licence.usual.beside import Length
from likeness.licence.usual.compared import LINES, compared
from likeness.licence.usual.measured import length_of
from likeness.values.money import Money
from tests.fakes.licences import terms_document


def terms(**changes):
    return terms_from(terms_document(**changes))


def beside(line, draft, *earlier):
    """What is said of one line, draft and earlier licences given as what changes of the example."""
    found = compared(terms(**draft), [terms(**one) for one in earlier]).get(line, ())
    return [(one.code, one.count, one.parts, one.first) for one in found]


def ranges(line, draft, *earlier):
    return [(one.code, one.low, one.high) for one in compared(terms(**draft), [terms(**one) for one in earlier])[line]]


def where(include, exclude=()):
    return {"territory": {"include": list(include), "exclude": list(exclude)}}


def fee(basis="flat", minor=700_000, currency="EUR", **more):
    return {"fee": {"basis": basis, "minor": minor, "currency": currency, **more}, "residuals": []}


def window(first, last):
    return {"create": {"from": first, "to": last}, "exploit": None}


NO_FEE = {"fee": {"basis": "none"}, "residuals": []}
SAME = [("same", 2, (), False)]


def test_without_an_earlier_licence_there_is_nothing_to_compare_with():
    assert compared(terms(), []) == {}


def test_a_licence_like_all_before_it_says_so_in_every_line_and_names_exclusivity_only_where_there_is_one():
    found = compared(terms(), [terms(), terms()])
    assert set(found) == set(LINES) - {"alone"}
    assert {one.code for remarks in found.values() for one in remarks} == {"same", "same-length"}
    assert {one.count for remarks in found.values() for one in remarks} == {2}


@pytest.mark.parametrize(
    ("line", "draft", "before", "new"),
    [
        ("may", {"acts": ["generate", "train"]}, {"acts": ["generate"]}, ("train",)),
        ("may", {"modifications": ["new-dialogue", "singing"]}, {}, ("singing",)),
        ("may", {}, {"exploit": None}, ("show",)),
        ("with", {"likenesses": ["liora-voice-2025", "liora-face"]}, {}, ("liora-face",)),
        ("for", {"purposes": ["series", "commercial"]}, {}, ("commercial",)),
        ("for", {"purposes": ["*"]}, {"purposes": ["series", "game"]}, ("*",)),
        ("shown", {"media": ["*"]}, {}, ("*",)),
        ("shown", where(["EU", "JP"]), where(["EU"]), ("JP",)),
        ("shown", where(["EU"]), where(["EU"], ["FR"]), ("EU",)),
        ("shown", where(["WORLD"]), where(["EU", "US"]), ("WORLD",)),
        ("shown", where(["WORLD"]), where(["WORLD"], ["CN"]), ("WORLD",)),
        ("shown", where(["US"]), where(["US-CA"]), ("US",)),
        ("shown", {"languages": ["en", "es"]}, {"languages": ["en-GB", "es"]}, ("en",)),
        ("shown", {"languages": ["*"]}, {"languages": ["en", "fr"]}, ("*",)),
        ("may-not", {"forbidden_content": ["politics"]}, {}, ("content.nudity", "content.sexual-content")),
        ("may-not", {"pass_on": "anyone", "after_death": True}, {}, ("pass-on", "after-death")),
        ("may-not", {"strike_clause": False}, {}, ("strike",)),
    ],
)
def test_what_no_earlier_licence_gave_is_there_for_the_first_time(line, draft, before, new):
    (one,) = [one for one in beside(line, draft, before, before) if one[3]]
    assert one[2] == new


@pytest.mark.parametrize(
    ("line", "draft", "before"),
    [
        ("for", {"purposes": ["promo"]}, {"purposes": ["advertising"]}),
        ("shown", {"media": ["svod"]}, {"media": ["streaming"]}),
        ("shown", where(["FR", "US-CA"]), where(["EU", "US"])),
        ("shown", where(["WORLD"], ["EU"]), where(["WORLD"], ["FR"])),
        ("shown", {"languages": ["en-GB"]}, {"languages": ["en"]}),
        ("may", {"modifications": ["accent"]}, {"modifications": ["*"]}),
    ],
)
def test_what_lies_within_an_earlier_licence_was_granted_before(line, draft, before):
    assert beside(line, draft, before, {**before, "exclusive": None}) == [("wider", 2, (), False)]


def test_parts_that_were_granted_one_by_one_were_never_granted_together():
    before = {"purposes": ["series"]}, {"purposes": ["game"]}
    assert beside("for", {"purposes": ["series", "game"]}, *before) == [("apart", 0, (), False)]
    assert beside("for", {"purposes": ["game"]}, *before) == [("same", 1, (), False)]


def test_exclusivity_is_told_where_there_is_one():
    alone = {"exclusive": {"purposes": ["series"], "territory": {"include": ["FR"], "exclude": []}}}
    assert beside("alone", {}, alone) == []
    assert beside("alone", alone, alone, {}) == [("exclusive", 1, (), False)]
    assert beside("alone", alone, {}) == [("exclusive", 0, (), True)]


def limits(*found):
    return {"limits": [{"unit": unit, "max": most, **more} for unit, most, more in found]}


def test_limits_are_compared_with_those_that_measure_the_same():
    lines: tuple[str, int, dict[str, str]] = ("line", 60, {})
    minutes: tuple[str, int, dict[str, str]] = ("minute", 4, {})
    draft = limits(lines, minutes)
    assert beside("most", draft, limits(("line", 40, {})), limits(("line", 20, {}))) == [
        ("limit", 2, (), False),
        ("limit-new", 0, ("minute",), True),
    ]
    assert ranges("most", draft, limits(("line", 40, {})), limits(("line", 20, {})))[0] == (
        "limit", LimitTerm("line", 20), LimitTerm("line", 40))  # fmt: skip
    assert beside("most", limits(lines), limits(("line", 60, {"per": "month"}))) == [
        ("limit-new", 0, ("line",), True),
        ("limit-gone", 0, ("line",), True),
    ]
    assert beside("most", limits(), limits(lines), limits(minutes)) == [("no-limit", 0, (), True)]
    assert beside("most", limits(), limits(lines), limits()) == [("same", 1, (), False)]


def test_a_licence_lasts_from_its_first_day_to_its_last():
    assert length_of(terms(**window("2026-03-01", "2027-02-28"))) == Length(365, 12, "month")
    assert length_of(terms(**window("2026-03-01", "2026-03-20"))) == Length(20, 20, "day")
    assert length_of(terms()) == Length(3652, 120, "month")
    assert length_of(terms(exploit={"from": "2026-03-01", "to": None})) is None


def test_lengths_are_compared_and_no_end_is_told():
    year, leap = window("2026-03-01", "2027-02-28"), window("2027-03-01", "2028-02-29")
    half, open_end = window("2026-03-01", "2026-08-31"), window("2026-03-01", None)
    assert beside("lasts", leap, year, half) == [("same-length", 1, (), False)]
    assert ranges("lasts", window("2026-03-01", "2026-05-31"), half, year) == [
        ("length", Length(184, 6, "month"), Length(365, 12, "month"))
    ]
    assert beside("lasts", open_end, year, half) == [("no-end", 0, (), True)]
    assert beside("lasts", open_end, year, open_end) == [("same", 1, (), False)]
    assert beside("lasts", year, open_end) == [("never-ended", 0, (), False)]


def test_sums_are_compared_in_one_currency_and_on_one_basis_alone():
    others = fee(minor=600_000), fee(minor=900_000), fee(minor=1, currency="USD"), fee("per-day", 5)
    assert ranges("get", fee(), *others) == [("sum", Money(600_000, "EUR"), Money(900_000, "EUR"))]
    assert beside("get", fee(), *others) == [("sum", 2, (), False)]
    assert beside("get", fee(), *others[2:]) == [("paid-otherwise", 0, (), False)]
    assert beside("get", fee("per-unit", unit="copy"), fee("per-unit", unit="episode")) == [
        ("paid-otherwise", 0, (), False)
    ]
    assert beside("get", fee(), fee(), fee()) == SAME


def test_no_fee_and_no_further_pay_are_told():
    assert beside("get", NO_FEE, fee()) == [("no-fee", 0, (), True)]
    assert beside("get", NO_FEE, NO_FEE, fee()) == [("same", 1, (), False)]
    assert beside("get", fee(minor=1), {}) == [("sum", 1, (), False), ("no-further-pay", 0, (), True)]
    assert beside("get", fee(minor=1), {}, fee()) == [("sum", 2, (), False), ("further-pay", 1, (), False)]


def test_shares_of_the_income_are_compared_as_shares():
    def share(percent):
        return {"fee": {"basis": "revenue-share", "percent": percent}, "residuals": []}

    assert beside("get", share("2"), share("2.0")) == [("same", 1, (), False)]
    assert [str(end) for _, *ends in ranges("get", share("3"), share("2"), share("10")) for end in ends] == ["2", "10"]


def test_approval_and_notice_are_compared():
    def kept(needed, days, notice):
        approval = {"needed": True, "days": days} if needed else {"needed": False}
        return {"approval": approval, "withdrawal": {"notice_days": notice}}

    usual = kept(True, 5, 90)
    assert beside("keep", kept(False, None, 90), usual, usual) == [("no-approval", 0, (), True)]
    assert beside("keep", kept(False, None, 90), usual, kept(False, None, 30)) == [
        ("approval", 1, (), False),
        ("notice", 2, (), False),
    ]
    assert beside("keep", usual, kept(False, None, 90)) == [("never-approved", 0, (), False)]
    assert ranges("keep", kept(True, 3, 0), usual, kept(True, 10, 0)) == [
        ("approval-days", 5, 10),
        ("notice", 0, 90),
    ]
    assert beside("keep", kept(True, None, 90), usual) == [("approval-days", 1, (), False)]
    assert beside("keep", kept(True, 5, 90), kept(True, None, 90)) == [("different", 0, (), False)]


def test_more_and_less_that_is_ruled_out():
    less = {"forbidden_content": ["nudity"]}
    assert beside("may-not", {}, less, less) == [("fewer", 2, (), False)]
    others = {"forbidden_content": ["hate", "nudity"]}, {"forbidden_content": ["gambling"]}
    assert beside("may-not", {}, *others) == [("different", 0, (), False)]


def test_a_day_of_deletion_counts_from_the_last_day_of_making():
    days30, days60 = {"delete_by": "2027-03-30"}, {"delete_by": "2027-04-29"}
    assert ranges("after", {"delete_by": "2027-03-10"}, days30, days60) == [("gap", 30, 60)]
    assert beside("after", days30, days60, days30) == [("same", 1, (), False)]
    assert beside("after", {"delete_by": None}, days30, days30) == [("no-deletion", 0, (), True)]
    assert beside("after", {"delete_by": None}, days30, {"delete_by": None}) == [("same", 1, (), False)]
    assert beside("after", days30, {"delete_by": None}) == [("never-deleted", 0, (), False)]
    no_end = {**window("2026-03-01", None), **days30}
    assert beside("after", no_end, days30, {"delete_by": None}) == [("dated", 1, (), False)]


def test_groups_are_read_as_they_are_on_the_first_day_of_the_draft():
    before = where(["EU"])
    assert terms(**before).create.first > date(2020, 2, 1)
    assert beside("shown", where(["GB"]), before) == [("granted", 0, ("GB",), True)]
    long_ago = {**where(["GB"]), **window("2019-03-01", "2019-12-31")}
    assert beside("shown", {**long_ago, "exploit": None}, before) == [("wider", 1, (), False)]
