"""Why a verdict is what it is, and what is owed: a sentence for every term, on real cases, in both languages."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from likeness.licence.grants import grant_of
from likeness.licence.terms_read import terms_from
from likeness.licence.world import world_from
from likeness.paper.wording import LANGUAGES
from likeness.paper.words.reasons import duties, why
from likeness.paper.words.remedy import remedies
from likeness.scope.judge import Bench, Verdict
from tests.differential.worlds import worlds
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED

NUMBER = "2026-0041"
WORKED = sorted((Path(__file__).parents[2] / "acceptance" / "worlds").glob("*.json"))
GAP = re.compile(r"[{}]|None|  | [.,;](?!\.)|: \.|^\W")


def assert_said(language, world):
    """Each broken or missing term has a sentence; nothing that should have been filled in was left empty."""
    for use, finding in zip(world.uses, world.judge(), strict=True):
        reasons = why(language, use, finding, world.terms)
        assert len(reasons) == len(finding.broken) + len(finding.missing)
        ways = remedies(language, use, finding, world.terms)
        assert bool(ways) == (finding.verdict is not Verdict.IN_SCOPE), finding
        for sentence in (*reasons, *ways, *duties(language, finding, world.terms)):
            assert sentence.endswith("."), sentence
            assert not GAP.search(sentence), sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.stem)
def test_the_worked_worlds_are_told(path, language):
    assert_said(language, world_from(json.loads(path.read_text("utf-8"))["world"]))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(worlds(uses=(3, 6)).map(world_from))
def test_whatever_is_judged_is_told(language, world):
    assert_said(language, world)


def said(use, language="en", **changes):
    terms = terms_from(terms_document(limits=[], **changes))
    [finding] = Bench([grant_of(NUMBER, terms, signed=True, accepted=True)]).judge([use])
    return why(language, use, finding, {NUMBER: terms})


@pytest.mark.parametrize(
    ("changes", "terms", "sentence"),
    [
        ({"act": "train"}, {}, "Used to train a model. You did not allow it."),
        ({"act": "alter"}, {"acts": [], "exploit": None},
         "Used to change recorded material. You allowed nothing of the kind."),
        ({"act": "show"}, {"exploit": None}, "Shown. You did not allow showing."),
        ({"at": date(2027, 3, 1)}, {}, "1 March 2027 is after the licence ended, on 28 February 2027."),
        ({"at": date(2026, 2, 28)}, {}, "28 February 2026 is before the licence starts, on 1 March 2026."),
        ({"content": ("drugs", "politics")}, {"forbidden_content": ["politics"]},
         "Shows politics. You ruled out politics."),
        ({"territory": ("FR", "US")}, {},
         "Used in the United States. You allowed the European Union and the United Kingdom."),
        ({"user": "stranger"}, {}, "No licence covers this likeness for stranger."),
    ],
)  # fmt: skip
def test_asked_against_granted(changes, terms, sentence):
    assert said(replace(ALLOWED, **changes), **terms) == [sentence]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"territory": ("FR", "Deutschland")}, "Deutschland"), ({"medium": ("Netflix",)}, "Netflix"),
        ({"language": ("French",)}, "French"), ({"content": ("gore",)}, "gore"), ({"act": "clone"}, "clone"),
        ({"territory": ()}, None), ({"language": ()}, None), ({"act": None}, None), ({"content": None}, None),
    ],
)  # fmt: skip
def test_what_is_stated_and_not_known_is_named(changes, named):
    """That a place is "not stated, or not known" left open which of the two, and what stood there."""
    (told,) = said(replace(ALLOWED, **changes), forbidden_content=["politics"])
    assert told.endswith(f" It cannot be told from what is stated: {named}.") == (named is not None)
    assert ("cannot be told" in told) == (named is not None)


def test_a_company_by_its_name_is_told_the_id_that_is_wanted():
    """She was told that no licence covers the very company whose licence she had signed."""
    use = replace(ALLOWED, user="Tidewrack Pictures ltd")
    titles = {"tidewrack": "Tidewrack Pictures Ltd", "oxbow": "Oxbow Interactive"}
    terms = terms_from(terms_document())
    [finding] = Bench([grant_of(NUMBER, terms, signed=True, accepted=True)]).judge([use])
    told = why("en", use, finding, {}, titles)
    assert told == ["No licence is found for the name Tidewrack Pictures ltd: here this is tidewrack."]
    assert "Write tidewrack in its place" in remedies("en", use, finding, {}, titles)[0]
    for user in ("oxbow", "Stranger Ltd"):
        other = replace(use, user=user)
        assert why("en", other, finding, {}, titles)[0].startswith("No licence covers this likeness for ")
        assert remedies("en", other, finding, {}, titles)[0].startswith("Grant a licence")


def test_a_licence_that_one_side_has_not_signed():
    terms = terms_from(terms_document())
    [finding] = Bench([grant_of(NUMBER, terms, signed=True, accepted=False)]).judge([ALLOWED])
    assert why("en", ALLOWED, finding, {NUMBER: terms}) == [
        "The licence was not yet signed by everyone who has to sign it."
    ]


def test_duties_follow_a_use_in_scope_and_no_other():
    terms = terms_from(terms_document())
    bench = Bench([grant_of(NUMBER, terms, signed=True, accepted=True)])
    [fine], [refused] = bench.judge([ALLOWED]), bench.judge([replace(ALLOWED, language=("es",))])
    assert duties("en", fine, {NUMBER: terms}) == [
        "They owe €18,000 once, within 10 days.",
        "They owe 2% of each re-run.",
        "You answer within 5 days whether you approve it.",
        "They report every quarter, within 30 days.",
        "They delete every copy by 30 March 2027.",
    ]
    assert duties("en", refused, {NUMBER: terms}) == []


def test_duties_without_a_day():
    bare = terms_document(
        fee={"basis": "none"}, residuals=[], reporting=None, delete_by=None, approval={"needed": True, "days": None}
    )
    terms = terms_from(bare)
    [fine] = Bench([grant_of(NUMBER, terms, signed=True, accepted=True)]).judge([ALLOWED])
    assert duties("en", fine, {NUMBER: terms}) == ["You answer whether you approve it."]
