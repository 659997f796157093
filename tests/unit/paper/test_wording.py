"""Every code has its words in both languages, with the same blanks; sentences say asked against granted."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime

import pytest

from likeness.errors import Broken, Unreadable
from likeness.paper import names
from likeness.paper.wording import Run, phrase, runs, say, says
from likeness.paper.words.complaint import sentence
from likeness.paper.words.facts import fact, facts
from likeness.scope.terms_order import ORDER
from likeness.values import codes
from likeness.values.money import Money
from likeness.values.resource import resource
from likeness.values.territories import GROUPS

TEXTS = {code: tomllib.loads(resource("wording", f"{code}.toml").read_text(encoding="utf-8")) for code in ("en", "fr")}
ROOMS = {
    "kind": codes.KINDS.codes, "act": codes.ACTS.codes, "purpose": ("*", *codes.PURPOSES.codes),
    "medium": ("*", *codes.MEDIA.codes), "modification": ("*", *codes.MODIFICATIONS.codes),
    "content": codes.CONTENT.codes, "unit": codes.UNITS.codes, "units": codes.UNITS.codes,
    "capacity": codes.CAPACITIES.codes, "fee": codes.FEE_BASES.codes, "residual": codes.RESIDUAL_PERIODS.codes,
    "reporting": codes.REPORT_PERIODS.codes, "territory": GROUPS, "term": ORDER,
}  # fmt: skip


def test_both_languages_say_the_same_things():
    english, french = ({room: set(said) for room, said in TEXTS[code].items()} for code in ("en", "fr"))
    assert english == french
    for room, said in TEXTS["en"].items():
        for code, text in said.items():
            other = TEXTS["fr"][room][code]
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", other)), (room, code)
            assert text.count("**") % 2 == other.count("**") % 2 == 0, (room, code)


@pytest.mark.parametrize("room", ROOMS)
def test_every_code_has_its_word(room):
    missing = [code for code in ROOMS[room] if not says("en", room, code)]
    assert missing == []


def test_every_term_can_be_explained():
    for term in ORDER:
        assert says("en", "why", term) or says("en", "unclear", term) or term == "date", term
        assert says("en", "remedy", term), term


def test_what_is_filled_in_is_never_a_mark():
    assert runs("en", "summary", "limits", limits="**~~x") == [
        Run("At most "), Run("**~~x", strong=True), Run("."),
    ]  # fmt: skip


def test_a_phrase_that_is_filled_in_keeps_its_marks_and_a_text_gets_none():
    fee = phrase("en", "fee", "flat", sum="€7,000")
    assert runs("en", "review", "then", fee=fee, more="**2%**") == [
        Run("€7,000", strong=True), Run(" once, then **2%**"),
    ]  # fmt: skip
    assert str(fee) == say("en", "fee", "flat", sum="€7,000") == "€7,000 once"


def test_french_gives_way_before_a_phrase_as_before_a_text():
    for who in ("Odalric", fact("Odalric")):
        assert "d’Odalric" in say("fr", "summary", "use-named", company="A", likenesses="b", performer=who, acts="c",
                                  project="d")  # fmt: skip


@pytest.mark.parametrize("items", [(), ("a",), ("a", "b"), ("a", "b", "c")])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_list_of_facts_says_what_a_list_of_texts_says(language, items):
    told = facts(language, items)
    assert str(told) == names.joined(language, items)
    assert [run.text for run in told if run.strong] == list(items)


@pytest.mark.parametrize(
    ("money", "english", "french"),
    [
        (Money(1_800_000, "EUR"), "€18,000", "18\u202f000\u00a0€"),
        (Money(1_234_567, "JPY"), "JP¥1,234,567", "1\u202f234\u202f567\u00a0JPY"),
        (Money(1_500, "KWD"), "KWD1.500", "1,500\u00a0KWD"),
        (Money(1_050, "USD"), "US$10.50", "10,50\u00a0$US"),
    ],
)
def test_sums(money, english, french):
    assert names.money("en", money).replace("\u00a0", "") == english
    assert names.money("fr", money) == french


@pytest.mark.parametrize(
    ("label", "english", "french"),
    [
        ("2026-Q3", "2026-Q3", "T3 2026"),
        ("2026-H1", "2026-H1", "S1 2026"),
        ("2026-03", "March 2026", "mars 2026"),
        ("2026", "2026", "2026"),
        ("2026-03-01", "1 March 2026", "1er mars 2026"),
    ],
)
def test_a_period_is_said_as_people_say_it(label, english, french):
    assert (names.period("en", label), names.period("fr", label)) == (english, french)


def test_first_of_the_month_in_french():
    from datetime import date

    assert names.day("fr", date(2026, 3, 1)) == "1er mars 2026"
    assert names.day("fr", date(2026, 3, 11)) == "11 mars 2026"
    assert names.day("en", date(2026, 3, 1)) == "1 March 2026"


def test_the_outermost_hours_of_the_calendar_have_words_in_every_zone():
    """Where the zone has no such hour it stands as it was written, as the judge takes it (`day_in`)."""
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    assert names.moment("en", first, "America/Los_Angeles") == "1 January 1"
    assert names.moment("fr", last, "Pacific/Kiritimati") == "31 décembre 9999"
    assert names.instant("en", first, "America/Los_Angeles") == "1 January 1, 00:00 (America/Los_Angeles)"


def test_errors_name_their_place_and_never_fail():
    fault = Unreadable("unknown-code", file="a.json", line=3, key="media[0]", value="tele", suggestion="tv")
    assert sentence(fault) == "a.json, line 3, media[0]: tele is not a known code. Did you mean tv?"
    assert sentence(Unreadable("cbor-too-deep", file="x"), "fr").startswith("x\u00a0:") or sentence(
        Unreadable("cbor-too-deep", file="x"), "fr"
    ).startswith("x:")
    assert "some-new-code" in sentence(Broken("some-new-code"))
    assert "\u202e" not in sentence(Unreadable("unknown-code", key="a\u202e", value="\u202e"))
