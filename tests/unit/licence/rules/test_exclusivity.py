"""Collisions of exclusive licences: purposes as a tree, places with groups and exclusions, windows to the instant."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from likeness.licence.rules.caveats import caveats_on, fixed
from likeness.licence.rules.drafted import Drafted, Holding
from likeness.licence.rules.exclusivity import promised_here, promised_there
from likeness.licence.terms_read import terms_from
from likeness.paper.words import rule_words
from tests.fakes.licences import terms_document

DAY = date(2026, 7, 20)
OTHER = {"licensee": {"id": "oxbow", "name": "Oxbow Interactive"}}


def sole(purposes, include, exclude=()):
    return {"exclusive": {"purposes": purposes, "territory": {"include": include, "exclude": list(exclude)}}}


def meet(promise, until=None, **changes):
    """Whether a licence with a promise and another company's collide; asked from both sides."""
    mine = terms_from(terms_document(**promise))
    theirs = terms_from(terms_document(**(OTHER | changes)))
    assert not promised_there(mine, (Holding("2026-0002", theirs, until),))
    one = promised_here(mine, (Holding("2026-0002", theirs, until),))
    if until is None:
        assert bool(one) == bool(promised_there(theirs, (Holding("2026-0001", mine),)))
        assert not promised_here(theirs, (Holding("2026-0001", mine),))
    return bool(one)


@pytest.mark.parametrize(
    ("alone", "granted", "collide"),
    [
        (["series"], ["series"], True), (["series"], ["feature-film"], False), (["game"], ["game-scripted"], True),
        (["game-scripted"], ["game"], True), (["commercial"], ["promo"], False), (["*"], ["promo"], True),
        (["promo"], ["*"], True), (["*"], [], False), (["commercial", "promo"], ["advertising"], True),
    ],
)  # fmt: skip
def test_purposes_meet_along_the_tree(alone, granted, collide):
    assert meet(sole(alone, ["FR"]), purposes=granted) == collide


@pytest.mark.parametrize(
    ("alone", "granted", "collide"),
    [
        ((["FR"], []), (["EU"], []), True), ((["GB"], []), (["EU"], []), False),
        ((["EU"], ["FR"]), (["FR"], []), False),
        ((["US"], ["US-CA"]), (["US-CA"], []), False), ((["US"], ["US-CA"]), (["US"], ["US-NY"]), True),
        ((["US-CA"], []), (["US"], []), True), ((["US-CA"], []), (["US-NY"], []), False),
        ((["WORLD"], ["EU"]), (["BENELUX"], []), False), ((["WORLD"], ["EU"]), (["NORDICS"], []), True),
        ((["WORLD"], ["US-CA"]), (["US-CA"], []), False), ((["PR"], []), (["US"], []), False),
        ((["US"], ["US-CA"]), (["US-NY"], []), True),
    ],
)  # fmt: skip
def test_places_meet_in_a_part_that_both_cover(alone, granted, collide):
    territory = {"include": granted[0], "exclude": granted[1]}
    assert meet(sole(["series"], *alone), territory=territory) == collide


def test_making_meets_showing_too():
    shown_later = sole(["series"], ["FR"]) | {"exploit": {"from": "2028-01-01", "to": "2028-12-31"}}
    between = {"create": {"from": "2027-06-01", "to": "2027-07-01"}, "exploit": None}
    assert not meet(shown_later, **between)
    assert meet(shown_later, **(between | {"create": {"from": "2028-12-31", "to": "2029-01-01"}}))
    assert not meet(shown_later, **(between | {"create": {"from": "2028-12-31", "to": "2029-01-01"}, "acts": []}))


def test_windows_are_days_of_a_zone_so_neighbours_may_share_hours():
    paris = sole(["series"], ["FR"]) | {"create": {"from": "2026-03-01", "to": "2026-03-31"}, "exploit": None}
    next_day = {"create": {"from": "2026-04-01", "to": "2026-04-30"}, "exploit": None}
    assert not meet(paris, **next_day)
    assert meet(paris, **next_day, zone="Asia/Tokyo")
    assert not meet(paris, **next_day, zone="America/New_York")


def test_a_group_is_read_on_the_days_that_both_run():
    old = {"create": {"from": "2019-01-01", "to": "2020-01-31"}, "exploit": None}
    late = {"create": {"from": "2020-02-01", "to": "2020-12-31"}, "exploit": None}
    for promised, granted in ((["EU"], ["GB"]), (["GB"], ["EU"])):
        territory = {"include": granted}
        assert meet(sole(["series"], promised) | old, **old, territory=territory)
        assert not meet(sole(["series"], promised) | late, **late, territory=territory)
    # What only one of them still had counts for nothing: the other one begins after GB has left.
    assert not meet(sole(["series"], ["EU"]) | old | {"create": {"from": "2020-01-01", "to": "2020-12-31"}},
                    **late, territory={"include": ["GB"]})  # fmt: skip
    # The first day of a window does not show that Croatia came later in it.
    joined = {"create": {"from": "2013-06-01", "to": "2013-07-31"}, "exploit": None}
    assert meet(sole(["series"], ["EU"]) | joined, **joined, territory={"include": ["HR"]})


def test_a_group_has_its_members_of_the_day_in_the_zone_of_the_licence_that_names_it():
    """In Tokyo Croatia has joined seven hours before it has in Paris; both licences run for an hour of these."""
    hour = {"create": {"from": "2013-06-30", "to": "2013-06-30"}, "exploit": None}
    after = {"create": {"from": "2013-07-01", "to": "2013-07-01"}, "exploit": None}
    assert meet(sole(["series"], ["HR"]) | hour, **after, zone="Asia/Tokyo", territory={"include": ["EU"]})
    assert not meet(sole(["series"], ["EU"]) | hour, **after, zone="Asia/Tokyo", territory={"include": ["HR"]})
    days = {"create": {"from": "2013-06-28", "to": "2013-06-30"}, "exploit": None}
    longer = {"create": {"from": "2013-06-28", "to": "2013-07-09"}, "exploit": None}
    assert meet(sole(["series"], ["HR"]) | days, **longer, zone="Asia/Tokyo", territory={"include": ["EU"]})
    assert meet(sole(["series"], ["EU"]) | longer | {"zone": "Asia/Tokyo"}, **days, territory={"include": ["HR"]})


def test_what_is_excluded_is_a_group_of_its_day_too():
    """Great Britain left the Union on 1 February 2020: from then on `WORLD` less `EU` has it."""
    around = {"create": {"from": "2020-01-15", "to": "2020-02-15"}, "exploit": None}
    before = {"create": {"from": "2020-01-15", "to": "2020-01-31"}, "exploit": None}
    rest, there = {"include": ["WORLD"], "exclude": ["EU"]}, {"include": ["GB"]}
    for window, collide in ((around, True), (before, False)):
        assert meet(sole(["series"], ["WORLD"], ["EU"]) | window, **window, territory=there) == collide
        assert meet(sole(["series"], ["GB"]) | window, **window, territory=rest) == collide


def test_same_company_or_other_likeness_never_collides():
    promise = sole(["*"], ["WORLD"])
    assert meet(promise)
    assert not meet(promise, licensee={"id": "tidewrack", "name": "Tidewrack Pictures Ltd"})
    assert not meet(promise, likenesses=["another"])


def test_a_licence_that_is_known_to_end_early_collides_only_until_then():
    promise = sole(["series"], ["FR"]) | {"create": {"from": "2026-06-01", "to": "2026-12-31"}, "exploit": None}
    assert meet(promise, until=datetime(2026, 6, 1, 12, tzinfo=UTC))
    assert not meet(promise, until=datetime(2026, 5, 31, 22, tzinfo=UTC))


def test_without_a_promise_nothing_collides():
    assert not meet({})


@pytest.mark.parametrize("theirs", [True, False], ids=["theirs", "own"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_collision_says_which_of_the_two_promises_and_heals_its_own(theirs, language):
    mine, other = sole(["series"], ["FR"]), OTHER
    standing = Holding("2026-0002", terms_from(terms_document(**(other | (mine if theirs else {})))))
    draft = terms_from(terms_document(**({} if theirs else mine)))
    (said,) = (one for one in caveats_on(Drafted(draft, DAY, None, (standing,))) if one.rule == "conflict")
    own = {"en": "This licence promises", "fr": "Cette licence promet"}[language]
    assert rule_words.text(language, said).startswith(own) != theirs
    assert "2026-0002" in rule_words.text(language, said)
    assert (rule_words.fix(language, said.told) is None) == theirs
    healed = caveats_on(Drafted(fixed(draft, "conflict"), DAY, None, (standing,)))
    assert ("conflict" in [one.rule for one in healed]) == theirs


def test_where_both_promise_the_other_one_is_told():
    both = sole(["series"], ["FR"])
    standing = Holding("2026-0002", terms_from(terms_document(**(OTHER | both))))
    (said,) = (o for o in caveats_on(Drafted(terms_from(terms_document(**both)), DAY, None, (standing,))))
    assert rule_words.text("en", said).startswith("Another licence already promises")
