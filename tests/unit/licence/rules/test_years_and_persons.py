"""Who may grant, for how long, and who is left out: the bill's years, minors, estates, what an agreement covers."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.licence.rules.test_caveats import YOUNG, found


@pytest.mark.parametrize(
    ("last", "rules"),
    [("2036-07-19", []), ("2036-07-20", ["R60"]), (None, ["no-end", "R60"])],
    ids=["ten years less a day", "ten years", "no end"],
)
def test_a_bill_knows_ten_years_less_a_day(last, rules):
    create = {"from": "2026-07-20", "to": last}
    exploit = {"from": "2026-07-21", "to": "2036-07-20"}
    assert found("no-fakes-bill", create=create, exploit=exploit, delete_by="2037-01-01") == rules


def test_ten_years_from_a_leap_day_end_on_27_february():
    leap = {"from": "2028-02-29", "to": "2038-02-27"}
    assert "R60" not in found("no-fakes-bill", create=leap)
    assert "R60" in found("no-fakes-bill", create=leap | {"to": "2038-02-28"})


def test_finished_work_may_be_shown_after_ten_years_and_a_note_says_so():
    assert found("no-fakes-bill", exploit={"from": "2026-03-01", "to": "2036-03-01"}) == ["R65"]
    assert found("no-fakes-bill", exploit={"from": "2026-03-01", "to": "2036-02-29"}) == []


def test_an_agreement_that_covers_doubles_lifts_the_limits_of_the_bill():
    create = {"from": "2026-07-20", "to": "2040-07-20"}
    assert "R62" in found("no-fakes-bill", create=create, union_agreement="SAG-AFTRA TV/Theatrical")
    assert "R60" not in found("no-fakes-bill", create=create, union_agreement="SAG-AFTRA TV/Theatrical")


@pytest.mark.parametrize(
    ("agreement", "covers"),
    [
        ("SAG-AFTRA TV/Theatrical 2023", True), ("ubcp/actra", True), ("SAG-AFTRA agreement No. 12", True),
        ("Narrativ, SAG-AFTRA 2024", True), ("Equity", False), ("none", False), ("no agreement", False),
        ("House terms of the studio", False), ("No SAG-AFTRA agreement", False), ("Non-union; SAG-AFTRA asked", False),
        ("SAG-AFTRA: none", False), ("Aucun accord SAG-AFTRA", False), (None, False),
    ],
)  # fmt: skip
def test_only_an_agreement_that_covers_doubles_silences_a_rule(agreement, covers):
    terms = {
        "create": {"from": "2026-07-20", "to": "2040-07-20"}, "description": "Anything.",
        "representation": {"kind": "union", "name": "The union"}, "union_agreement": agreement,
        "performer": YOUNG, "modifications": ["real-time"],
    }  # fmt: skip
    said = set(found("no-fakes-bill", "statutes-us", "sag-aftra-tv-theatrical", **terms))
    limits = {"R60", "R61", "R61-birthday", "R61-court", "R03", "R03-ny", "R03-il", "R17"}
    assert said & limits == (set() if covers else limits)
    assert ("R62" in said) == covers


@pytest.mark.parametrize(
    ("agreement", "british"),
    [
        ("Equity", True), ("Equity / Pact TV 2024", True), ("BBC, ITV and PACT", True), ("Impact Agreement", False),
        ("Actors' Equity Association LORT 2025", False), ("Canadian Actors\u2019 Equity", False), ("No Equity", False),
        ("British Actors\u2019 Equity Association", True), ("BRITISH  ACTORS' EQUITY, Pact 2024", True),
    ],
)  # fmt: skip
def test_equity_and_pact_are_whole_words_and_those_of_the_united_kingdom(agreement, british):
    assert ("R52" in found("equity-uk", union_agreement=agreement)) == british


@pytest.mark.parametrize(
    ("last", "rules"),
    [
        ("2028-07-31", ["R61-court"]),
        ("2028-08-01", ["R61-birthday", "R61-court"]),
        ("2031-07-19", ["R61-birthday", "R61-court"]),
        ("2031-07-20", ["R61", "R61-birthday", "R61-court"]),
    ],
)
def test_a_minor_has_five_years_and_ends_at_eighteen(last, rules):
    terms = {
        "performer": YOUNG,
        "grantor": {"name": "Ada Okafor", "capacity": "guardian", "authority": "Birth certificate"},
        "delete_by": "2032-01-01",
    }
    assert found("no-fakes-bill", create={"from": "2026-07-20", "to": last}, **terms) == rules


@pytest.mark.parametrize(
    ("authority", "annex", "approved"),
    [
        ("Court order of 3 May 2026", None, True), ("Ordonnance du 3 mai 2026", None, True),
        ("Birth certificate", "Approval of the Tribunal judiciaire", True), ("Birth certificate", "Price list", False),
        ("Birth certificate", "Courtyard scenes", False), ("Birth certificate", None, False),
    ],
)  # fmt: skip
def test_the_approval_of_a_court_is_a_paper_that_names_one(authority, annex, approved):
    terms = {
        "performer": YOUNG,
        "grantor": {"name": "Ada Okafor", "capacity": "guardian", "authority": authority},
        "annexes": [{"title": annex, "sha256": "ab" * 32}] if annex else [],
    }
    assert ("R61-court" not in found("no-fakes-bill", **terms)) == approved


def test_on_the_birthday_itself_nobody_is_a_minor_any_more():
    assert "R74" in found("statutes-us", day=date(2028, 7, 31), performer=YOUNG)
    assert "R74" not in found("statutes-us", day=date(2028, 8, 1), performer=YOUNG)
    assert "R74" not in found("statutes-us", performer=YOUNG | {"born": None})


def test_an_estate_must_consent_for_seventy_years():
    agency = {"grantor": {"name": "Worldwide Icons", "capacity": "agent"}}
    dean = date(1955, 9, 30)
    assert found("posthumous", day=date(2025, 9, 30), died_on=dean, **agency)[:2] == ["no-authority", "R70"]
    assert "R70" not in found("posthumous", day=date(2025, 10, 1), died_on=dean, **agency)
    estate = {"grantor": {"name": "The estate", "capacity": "estate", "authority": "Letters of administration"}}
    assert "R70" not in found("posthumous", day=date(2025, 1, 1), died_on=dean, **estate)


@pytest.mark.parametrize(
    ("died", "last", "said"),
    [
        (None, "2036-07-19", []), (None, "2036-07-20", ["R64"]), (date(2018, 1, 1), "2028-01-01", []),
        (date(2018, 1, 1), "2028-01-02", ["R64-death"]), (date(2026, 7, 1), "2036-07-01", []),
        (date(2018, 1, 1), None, ["R64-death"]), (date(2010, 1, 1), "2026-08-20", ["R64-death"]),
        (date(1956, 7, 20), "2026-08-20", ["R64-death"]), (date(1956, 7, 19), "2026-08-20", []),
    ],
)  # fmt: skip
def test_the_right_after_death_is_counted_from_the_death_where_it_is_known(died, last, said):
    estate = {"grantor": {"name": "The estate", "capacity": "estate", "authority": "Will"}}
    rules = found("no-fakes-bill", died_on=died, create={"from": "2026-07-20", "to": last}, **estate)
    assert [rule for rule in rules if rule.startswith("R6") and rule != "R65"] == said


def test_an_estate_is_not_told_to_end_its_own_licence_at_death():
    goes_on = {"after_death": True, "union_agreement": "ACTRA IPA 2025"}
    assert {"after-death", "R51"} <= set(found("actra-ubcp", **goes_on))
    estate = {"grantor": {"name": "The estate", "capacity": "estate", "authority": "Letters of administration"}}
    assert found("actra-ubcp", **goes_on, **estate) == []
