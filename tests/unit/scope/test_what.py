"""What is done, by whom, where and with what (FORMAT 4.2 to 4.4): kept, broken or missing, term by term."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.scope.judge import Bench
from likeness.values.codes import MAKING
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

K, B, M = "kept", "broken", "missing"


def state(term, use, *, accepted=True, signed=True, **changes):
    terms = terms_from(terms_document(**{"limits": [], **changes}))
    [found] = Bench([grant_of("2026-0041", terms, signed=signed, accepted=accepted)]).judge([use])
    return B if term in found.broken else M if term in found.missing else K


@pytest.mark.parametrize(
    ("signed", "accepted", "basis", "expected"),
    [
        (True, True, "contract", K), (True, False, "contract", B), (False, True, "contract", B),
        (False, False, "consent", B), (True, False, "consent", K),
    ],
)  # fmt: skip
def test_in_force(signed, accepted, basis, expected):
    assert state("not-in-force", ALLOWED, signed=signed, accepted=accepted, basis=basis) == expected


@pytest.mark.parametrize(
    ("grantor", "expected"),
    [
        ({"name": "L", "capacity": "performer"}, K),
        ({"name": "H", "capacity": "agent"}, M),
        ({"name": "H", "capacity": "agent", "authority": "Power of attorney"}, K),
    ],
)
def test_authority(grantor, expected):
    assert state("authority", ALLOWED, grantor=grantor) == expected


def test_a_user_who_is_not_stated_is_asked_for_unless_anyone_may():
    nobody = replace(ALLOWED, user=None)
    assert state("user", nobody) == M
    assert state("user", nobody, pass_on=["oxbow"]) == M
    assert state("user", nobody, pass_on="anyone") == K
    assert state("user", ALLOWED) == K


@pytest.mark.parametrize(
    ("user", "pass_on", "expected"),
    [
        ("tidewrack", "nobody", K), ("oxbow", "nobody", B), ("oxbow", ["oxbow"], K), ("other", ["oxbow"], B),
        ("oxbow", "anyone", K),
    ],
)  # fmt: skip
def test_candidates(user, pass_on, expected):
    assert state("no-licence", replace(ALLOWED, user=user), pass_on=pass_on) == expected


@pytest.mark.parametrize(
    ("project", "expected"),
    [("harbour-nine-2", K), ("eidr:10.5240/7791-8534-2C23-9030-8610-5", K), ("harbour-nine-3", B), (None, M)],
)
def test_project(project, expected):
    assert state("project", replace(ALLOWED, project=project)) == expected


@pytest.mark.parametrize("act", MAKING)
def test_making_acts_are_granted_one_by_one(act):
    assert state("act", replace(ALLOWED, act=act), acts=[act]) == K
    assert state("act", replace(ALLOWED, act=act), acts=[one for one in MAKING if one != act]) == B


def test_showing_is_granted_by_its_window_and_an_unknown_act_is_missing():
    assert state("act", replace(ALLOWED, act="show"), acts=[]) == K
    assert state("act", replace(ALLOWED, act="show"), exploit=None) == B
    assert state("act", replace(ALLOWED, act="juggle")) == M
    assert state("act", replace(ALLOWED, act=None)) == M


@pytest.mark.parametrize(
    ("granted", "used", "expected"),
    [
        (["tv"], "free-tv", K), (["free-tv"], "tv", B), (["svod", "avod", "tvod"], "streaming", B), (["tv"], "tv", K),
        (["tv"], "print", B), (["tv"], "hologram", M), (["*"], "hologram", K), ([], "tv", B),
    ],
)  # fmt: skip
def test_trees(granted, used, expected):
    assert state("medium", replace(ALLOWED, medium=(used,)), media=granted) == expected


def test_purpose():
    assert state("purpose", replace(ALLOWED, purpose="promo"), purposes=["advertising"]) == K
    assert state("purpose", replace(ALLOWED, purpose="advertising"), purposes=["commercial", "promo"]) == B
    assert state("purpose", replace(ALLOWED, purpose=None)) == M
    assert state("purpose", replace(ALLOWED, purpose=None), purposes=["*"]) == K
    assert state("medium", replace(ALLOWED, medium=())) == M
    assert state("medium", replace(ALLOWED, medium=()), media=["*"]) == K


@pytest.mark.parametrize(
    ("include", "exclude", "place", "expected"),
    [
        (["EU"], [], "FR", K), (["EU"], [], "GB", B), (["US"], [], "US-CA", K), (["US-CA"], [], "US", B),
        (["US"], ["US-CA"], "US", B), (["US"], ["US-CA"], "US-NY", K), (["US"], ["US-CA"], "US-CA", B),
        (["US-CA"], ["US"], "US-CA", B), (["WORLD"], [], "ROW", K), (["WORLD"], [], "ZZ", K),
        (["WORLD"], ["CN"], "ROW", M), (["WORLD"], ["CN"], "ZZ", M), (["WORLD"], ["CN"], "CN", B),
        (["WORLD"], ["EU"], "FR", B), (["FR"], [], "ROW", M),
        (["FR"], ["CN"], "FR", K), (["FR"], [], "GL", B), ([], [], "FR", B),
    ],
)  # fmt: skip
def test_territory(include, exclude, place, expected):
    use = replace(ALLOWED, territory=(place,))
    assert state("territory", use, territory={"include": include, "exclude": exclude}) == expected


def test_the_members_of_a_group_are_those_of_the_day():
    wide = {"create": {"from": "2010-01-01"}, "territory": {"include": ["EU"], "exclude": []}}
    british = replace(ALLOWED, territory=("GB",))
    assert state("territory", replace(british, at=date(2020, 1, 31)), **wide) == K
    assert state("territory", replace(british, at=date(2020, 2, 1)), **wide) == B
    paris = datetime(2020, 1, 31, 23, 0, tzinfo=UTC)  # 1 February in Paris
    assert state("territory", replace(british, at=paris), **wide) == B
    assert state("territory", replace(british, at=None), **wide) == B  # without a day, the newest table
    assert state("territory", replace(ALLOWED, territory=()), **wide) == M


@pytest.mark.parametrize(
    ("granted", "used", "expected"),
    [
        (["fr"], "fr-CA", K), (["fr"], "FR-ca", K), (["fr-CA"], "fr", B), (["fr-CA"], "fr-FR", B), (["fr"], "frm", B),
        (["fr"], "zxx", K), (["fr"], "ZXX", K), (["fr"], "und", M), (["fr"], "mul", M), (["fr"], "e", M),
        (["*"], "und", K), ([], "zxx", K), (["en", "fr"], "fr", K),
    ],
)  # fmt: skip
def test_language(granted, used, expected):
    assert state("language", replace(ALLOWED, language=(used,)), languages=granted) == expected


def test_a_language_that_is_not_stated():
    assert state("language", replace(ALLOWED, language=())) == M
    assert state("language", replace(ALLOWED, language=()), languages=["*"]) == K


@pytest.mark.parametrize("act", ["generate", "alter"])
@pytest.mark.parametrize(
    ("term", "fact", "terms"),
    [
        ("modification", "modification", {}),
        ("age", "age", {"age": {"from": 30, "to": 39}}),
        ("content", "content", {}),
    ],
)
def test_shaping_acts_need_their_facts_and_others_do_not(act, term, fact, terms):
    changes: dict[str, Any] = {fact: None}
    silent = replace(ALLOWED, **changes)
    assert state(term, replace(silent, act=act), **terms) == M
    for other in ("train", "fine-tune", "evaluate", "data-mine", "show", None):
        assert state(term, replace(silent, act=other), **terms) == K


def test_what_is_stated_is_read_whatever_is_done():
    for act in ("generate", "train", "show", None):
        assert state("modification", replace(ALLOWED, act=act, modification=("accent",))) == B
        assert state("content", replace(ALLOWED, act=act, content=("politics",))) == B
        assert state("age", replace(ALLOWED, act=act, age=29), age={"from": 30, "to": 39}) == B


@pytest.mark.parametrize(
    ("granted", "used", "expected"),
    [
        ([], (), K), ([], ("accent",), B), (["accent"], ("accent",), K), (["accent"], ("soul-swap",), M),
        (["accent"], ("soul-swap", "de-age"), B), (["*"], ("soul-swap",), K), (["accent"], ("accent", "soul-swap"), M),
    ],
)  # fmt: skip
def test_modification(granted, used, expected):
    assert state("modification", replace(ALLOWED, modification=used), modifications=granted) == expected


@pytest.mark.parametrize(("age", "expected"), [(29, B), (30, K), (39, K), (40, B)])
def test_age(age, expected):
    assert state("age", replace(ALLOWED, age=age), age={"from": 30, "to": 39}) == expected
    assert state("age", replace(ALLOWED, age=None)) == K


@pytest.mark.parametrize(
    ("forbidden", "used", "expected"),
    [
        ([], ("nudity", "gore"), K), ([], None, K), (["nudity"], ("drugs",), K), (["nudity"], ("gore",), M),
        (["nudity"], ("gore", "nudity"), B), (["nudity"], (), K),
    ],
)  # fmt: skip
def test_content(forbidden, used, expected):
    assert state("content", replace(ALLOWED, content=used), forbidden_content=forbidden) == expected


@pytest.mark.parametrize(("second", "expected"), [(29, K), (30, K), (31, B)])
def test_length(second, expected):
    assert state("length", replace(ALLOWED, quantity={"second": second})) == expected


def test_length_reads_making_only():
    silent = replace(ALLOWED, quantity={})
    assert state("length", silent) == M
    assert state("length", silent, longest_seconds=None) == K
    assert state("length", replace(silent, act="show")) == K
    assert state("length", replace(ALLOWED, act="show", quantity={"second": 31})) == K
    assert state("length", replace(ALLOWED, quantity={"second": 1}), longest_seconds=0) == B
