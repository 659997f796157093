"""Rules on a draft: each condition at its boundary, the dates of rules, the fixes, and what is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from likeness.licence.rules.caveats import caveats_on, fixed
from likeness.licence.rules.drafted import Drafted, Holding, Recorded
from likeness.licence.rules.pack import WEIGHTS
from likeness.licence.rules.shelf import pack_ids, rules_of
from likeness.licence.terms_read import terms_from
from likeness.values.days import Span
from tests.fakes.licences import terms_document

TODAY = date(2026, 7, 20)
LONG = "Voice of the ferryman in all eight episodes, made from the sessions of March 2025."


def found(*packs, day=TODAY, likenesses=None, died_on=None, **changes):
    terms = terms_from(terms_document(**changes))
    return [one.rule for one in caveats_on(Drafted(terms, day, likenesses, (), died_on), packs)]


def test_the_example_of_the_formats_page_is_nearly_quiet():
    assert found() == []
    assert found(reporting=None, residuals=[]) == ["no-residual"]


@pytest.mark.parametrize(
    ("made", "shown", "deleted", "rules"),
    [
        (("2027-01-01", "2027-12-31"), "2027-12-31", "2027-12-31", []),
        (("2027-01-01", "2027-12-31"), "2027-12-30", "2028-01-30", ["made-after-shown"]),
        (("2027-01-01", "2027-12-31"), "2027-01-01", "2028-01-30", ["made-after-shown"]),
        (("2027-01-01", "2027-12-31"), "2026-12-31", "2028-01-30", ["shown-before-made"]),
        (("2027-01-01", "2027-12-31"), "2031-12-31", "2028-01-30", []),
        (("2027-01-01", "2027-12-31"), "2031-12-31", "2027-12-30", ["deleted-while-made"]),
        (("2027-01-01", None), "2031-12-31", "2027-12-30", ["no-end"]),
    ],
)
def test_ends_that_contradict_each_other_are_told(made, shown, deleted, rules):
    create = {"from": made[0], "to": made[1]}
    assert found(create=create, exploit={"from": "2026-07-20", "to": shown}, delete_by=deleted) == rules


def test_the_gravest_come_first_and_nothing_is_said_twice():
    grave = found(
        *pack_ids(), media=["*"], create={"from": "2026-07-20"}, acts=["generate", "train"], purposes=["*"],
        fee={"basis": "none"}, limits=[], approval=None, delete_by=None, after_death=True, description="Anything.",
    )  # fmt: skip
    levels = [rule.weight for name in grave for rule in rules_of(pack_ids()) if rule.id == name]
    assert levels == sorted(levels, key=WEIGHTS.index)
    assert len(set(grave)) == len(grave) > 20
    assert grave[:3] == ["all-media-no-end", "training", "any-purpose"]


YOUNG = {"id": "wren", "name": "Wren Okafor", "born": "2010-08-01"}


TV = "sag-aftra-tv-theatrical"


@pytest.mark.parametrize(
    ("notice", "service", "late"),
    [
        ("2026-07-01T09:00:00+02:00", "2026-07-03T09:00:00+02:00", False),
        ("2026-07-01T09:00:01+02:00", "2026-07-03T09:00:00+02:00", True),
        ("2026-07-01T23:00:00-07:00", "2026-07-04T08:00:00+02:00", False),
        # The clocks of Paris go back on 25 October: the same hours on the wall are 49 that pass; in March they are 47.
        ("2026-10-24T09:00:00+02:00", "2026-10-26T08:00:00+01:00", False),
        ("2027-03-27T09:00:00+01:00", "2027-03-29T09:00:00+02:00", True),
        ("2027-03-27T09:00:00+01:00", "2027-03-29T10:00:00+02:00", False),
    ],
)
def test_notice_is_48_hours_that_pass(notice, service, late):
    said = found(TV, notice_at=notice, service_at=service)
    assert ("R05" in said) == late
    assert "R05-unstated" not in said


def test_a_notice_that_is_not_stated_is_asked_for():
    assert "R05-unstated" in found(TV, notice_at=None)
    assert "R05-unstated" not in found(TV, notice_at=None, service_at=None)


@pytest.mark.parametrize("left_out", ["description", "counsel", "act"])
def test_three_parts_together_make_a_clause_shaky(left_out):
    terms = {
        "description": LONG if left_out == "description" else "All media, in perpetuity, throughout the universe.",
        "representation": {"kind": "lawyer" if left_out == "counsel" else "agent", "name": "Halden Roe"},
        "acts": ["evaluate"] if left_out == "act" else ["generate"],
    }
    assert not {"R03", "R03-ny", "R03-il"} & set(found("statutes-us", **terms))
    together = terms | {"description": "Anything.", "representation": None, "acts": ["alter"]}
    assert {"R03", "R03-ny", "R03-il"} <= set(found("statutes-us", **together))


def test_a_union_advises_only_where_its_agreement_is_named():
    union = {"representation": {"kind": "union", "name": "SAG-AFTRA"}, "description": "Anything."}
    assert "R03" in found("statutes-us", **union)
    assert "R03" not in found("statutes-us", union_agreement="SAG-AFTRA TV/Theatrical", **union)


@pytest.mark.parametrize(
    "text",
    [
        "Any and all purposes related to the series, perpetual use by the producer.",
        "Utilisation pour tous usages et dans l’univers entier, par la société et ses filiales.",
    ],
)
def test_a_clause_is_shaky_wherever_its_description_is_vague(text):
    vague = {"vague", "R02", "R03", "R03-ny", "R03-il"}
    assert vague <= set(found("statutes-us", description=text, representation=None))


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("x" * 39, True), ("x" * 40, False), ("x" * 39 + " ", True),
        ("The whole series, for ANY\u00a0 purpose the company sees fit.", True),
        ("All of the universities that appear in the second series.", False),
        ("Une voix pour la série entière, à perpétuité, en tous pays.", True),
    ],
)  # fmt: skip
def test_a_description_is_specific_or_vague(text, vague):
    if text.endswith(" "):
        terms = replace(terms_from(terms_document()), description=text)
        assert [one.rule for one in caveats_on(Drafted(terms, TODAY), ())] == ["vague"]
    else:
        assert ("vague" in found(description=text)) == vague


def test_a_rule_is_silent_before_its_first_day_and_after_its_last():
    no_strike = {"strike_clause": False}
    assert "R18" not in found(TV, day=date(2026, 6, 30), **no_strike)
    assert "R18" in found(TV, day=date(2026, 7, 1), **no_strike)
    assert "R18" in found(TV, day=date(2030, 6, 30), **no_strike)
    assert "R18" not in found(TV, day=date(2030, 7, 1), **no_strike)


def test_packs_that_are_off_say_nothing():
    assert "R18" not in found(strike_clause=False)
    assert "R38" in found("sag-aftra-interactive-2025", limits=[], residuals=[])
    assert "R38" not in found("sag-aftra-interactive-2025", limits=[])


def test_data_mining_is_told_apart_from_training_and_left_out_with_it():
    assert found(acts=["data-mine"]) == ["data-mining"]
    assert found(acts=["train"]) == ["training"]
    both = terms_from(terms_document(acts=["generate", "train", "data-mine"]))
    assert fixed(both, "data-mining").acts == fixed(both, "R52-training").acts == ("generate",)


def test_a_consent_ends_at_once_so_no_long_notice_is_told():
    assert "R42" in found("voice-companies", withdrawal={"notice_days": 181})
    assert "R42" not in found("voice-companies", withdrawal={"notice_days": 180})
    assert "R42" not in found("voice-companies", withdrawal={"notice_days": 365}, basis="consent")


def test_a_limit_on_showing_leaves_making_without_one():
    shown_only = {"limits": [{"unit": "episode", "max": 8, "on": "show", "per": "year"}], "residuals": []}
    assert {"no-count", "R38"} <= set(found("sag-aftra-interactive-2025", **shown_only))
    both = {"limits": [*shown_only["limits"], {"unit": "line", "max": 40}]}
    assert not {"no-count", "R38"} & set(found("sag-aftra-interactive-2025", **shown_only | both))
    assert "no-count" not in found(**shown_only, acts=[])
    healed = fixed(terms_from(terms_document(**shown_only)), "no-count")
    assert [(limit.unit, limit.on) for limit in healed.limits] == [("line", None), ("episode", "show")]


def test_rules_on_records_name_the_likeness():
    scan = Recorded("liora-voice-2025", "body-scan", "Body, March", None, None, None)
    terms = terms_from(terms_document())
    said = caveats_on(Drafted(terms, TODAY, (scan, replace(scan, id="other")), ()), (TV, "gdpr-bipa"))
    assert [(one.rule, one.value) for one in said if one.value] == [
        ("R20", "Body, March"), ("R79", "Body, March"), ("R14", "Body, March"),
    ]  # fmt: skip
    kept = replace(scan, reason="The storm scene", delete_by=date(2027, 1, 1))
    assert "R20" not in found(TV, likenesses=(kept,))


def test_what_is_not_recorded_is_named_one_by_one():
    terms = terms_from(terms_document(likenesses=["a", "b", "c"]))
    known = (Recorded("b", "voice-model", "B"),)
    said = caveats_on(Drafted(terms, TODAY, known), ())
    assert [(one.rule, one.value) for one in said] == [("unknown-likeness", "a"), ("unknown-likeness", "c")]


WIDE: dict[str, Any] = {
    "media": ["*"], "create": {"from": "2026-07-20"}, "exploit": None,
    "acts": ["generate", "train", "fine-tune", "data-mine"],
    "limits": [], "approval": None, "delete_by": None, "after_death": True, "pass_on": "anyone", "residuals": [],
    "strike_clause": False, "reporting": None, "purposes": ["game", "advertising"],
}  # fmt: skip


@pytest.mark.parametrize("rule", [rule for rule in rules_of(pack_ids()) if rule.fix], ids=lambda rule: rule.id)
def test_a_fix_heals_its_warning_and_only_changes_terms(rule):
    year = {"from": "2026-07-20", "to": "2027-07-19"}
    shapes: dict[str, dict[str, Any]] = {
        "no-end": {"media": ["tv"]}, "all-media": {"create": year},
        "no-residual": {"exploit": year}, "no-approval": {"exploit": year}, "R61": {"performer": YOUNG},
        "conflict": {"exclusive": {"purposes": ["game"], "territory": {"include": ["FR"], "exclude": []}}},
        "shown-before-made": {"exploit": {"from": "2026-01-01", "to": "2026-07-19"}},
        "made-after-shown": {"create": year, "exploit": {"from": "2026-07-20", "to": "2026-12-31"}},
        "deleted-while-made": {"create": year, "delete_by": "2027-07-18"},
        "R51": {"union_agreement": "ACTRA IPA 2025"},
        "R64": {"grantor": {"name": "The estate", "capacity": "estate", "authority": "Will"}},
    }  # fmt: skip
    terms = terms_from(terms_document(**(WIDE | shapes.get(rule.id, {}))))
    other = terms_from(terms_document(licensee={"id": "oxbow", "name": "Oxbow Interactive"}, purposes=["game"]))
    others = (Holding("2026-0002", other),)
    before = [one.rule for one in caveats_on(Drafted(terms, TODAY, None, others), pack_ids())]
    after = [one.rule for one in caveats_on(Drafted(fixed(terms, rule.id), TODAY, None, others), pack_ids())]
    assert rule.id in before
    assert rule.id not in after
    assert fixed(fixed(terms, rule.id), rule.id) == fixed(terms, rule.id)


def test_a_rule_without_a_fix_changes_nothing():
    terms = terms_from(terms_document())
    assert fixed(terms, "world") == terms


@pytest.mark.parametrize("first", [date(9999, 12, 31), date(9998, 2, 1), date(1, 1, 1)])
def test_the_ends_of_the_calendar_break_nothing(first):
    terms = replace(terms_from(terms_document(**WIDE)), create=Span(first, None))
    for rule in rules_of(pack_ids()):
        healed = fixed(terms, rule.id)
        assert healed.create.last is None or healed.create.last >= first
    assert caveats_on(Drafted(terms, date.max - timedelta(days=1)), pack_ids())
