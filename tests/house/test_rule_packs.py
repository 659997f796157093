"""Every rule pack follows its schema, speaks both languages, names codes that exist, and says where it comes from."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import fastjsonschema
import pytest

from likeness.licence.rules.conditions import FOR_LICENCE, FOR_LIKENESS, FOR_USE
from likeness.licence.rules.fixes import FIXES
from likeness.licence.rules.pack import BLOCK, DUTY, NOTE, ON_LICENCE, ON_LIKENESS, ON_USE, OWN
from likeness.licence.rules.shelf import ALWAYS, pack_ids, rules_of, the_pack, the_rule
from likeness.paper.words import rule_words
from likeness.scope.terms_order import ORDER
from likeness.values import codes
from likeness.values.resource import resource
from likeness.values.territories import is_territory
from tests.house.test_codes_have_words import HEAVY, braces

SCHEMA = json.loads(resource("schema", "rule-pack.json").read_text("utf-8"))
TABLES: dict[str, dict[str, Any]] = {ON_LICENCE: FOR_LICENCE, ON_LIKENESS: FOR_LIKENESS, ON_USE: FOR_USE}
RULES = rules_of(pack_ids())
KNOWN: dict[str, Any] = {
    "act-granted": codes.ACTS, "act-used": codes.ACTS, "purpose-granted": codes.PURPOSES,
    "purpose-used": codes.PURPOSES, "medium-only": codes.MEDIA, "modification-granted": codes.MODIFICATIONS,
    "modification-used": codes.MODIFICATIONS, "modification-only": codes.MODIFICATIONS,
    "modification-not-granted": codes.MODIFICATIONS,
    "content-shown": codes.CONTENT, "grantor": codes.CAPACITIES, "fee-basis": codes.FEE_BASES, "kind": codes.KINDS,
    "basis": codes.BASES, "broken": ORDER, "verdict": ("IN_SCOPE", "OUT_OF_SCOPE", "NEEDS_REVIEW"),
}  # fmt: skip
check = fastjsonschema.compile(SCHEMA)


def document(name):
    values = tomllib.loads(resource("rules", f"{name}.toml").read_text("utf-8"))
    return json.loads(json.dumps(values, default=str))


def texts_of(rule):
    return [rule.text, *rule.instead.values()]


def lines_of(rule):
    return [*rule.when, *rule.unless]


@pytest.mark.parametrize("name", pack_ids())
def test_a_pack_follows_the_schema(name):
    said = document(name)
    check(said)
    assert said["id"] == name
    assert (said.get("always") is True) == (name == ALWAYS)


NO_RULES = [
    {"level": "loud"}, {"when": []}, {"text": {"en": "Only one."}}, {"when": [{"moon": True}]},
    {"when": [{"endless": "yes"}]}, {"colour": "red"},
]  # fmt: skip


@pytest.mark.parametrize("change", NO_RULES)
def test_the_schema_refuses_what_is_no_rule(change):
    said = document("no-fakes-bill")
    check(said)
    said["rule"][0] |= change
    with pytest.raises(fastjsonschema.JsonSchemaValueException):
        check(said)


def test_the_schema_and_the_house_know_the_same_conditions_and_each_is_used():
    for on, table in TABLES.items():
        assert set(SCHEMA["definitions"][f"on-{on}"]["properties"]) == set(table)
        named = {name for rule in RULES if rule.on == on for line in lines_of(rule) for name in line}
        assert named == set(table), on


def test_every_fix_is_there_and_is_used():
    assert {rule.fix.does for rule in RULES if rule.fix} == set(FIXES)


def test_every_rule_has_an_id_of_its_own():
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids)) > 80


def test_a_bill_only_warns_and_says_that_it_is_one():
    bills = [rule for rule in RULES if rule.status == "bill"]
    assert len(bills) > 8
    for rule in bills:
        assert rule.level not in (BLOCK, DUTY), rule.id
        assert "bill" in rule_words.source("en", rule)


def test_every_rule_says_its_source_in_both_languages():
    for rule in RULES:
        assert rule.source or rule.trust == OWN, rule.id
        for language in ("en", "fr"):
            assert len(rule_words.source(language, rule)) > 10
        assert (rule.trust == OWN) == (rule.status == "practice"), rule.id


# Names of statutes, agreements and companies stand as they are; these words are ours, and are said in French.
OURS = re.compile(r"\b(?:with|and|renewed|amended|guidance|practice|confirmed|users|negotiations|rule)\b")


def test_what_a_source_says_besides_names_is_said_in_french():
    for source in [*(rule.source for rule in RULES), *(the_pack(name).source for name in pack_ids())]:
        assert not OURS.search(source.get("fr", "")), source
    assert rule_words.source("fr", the_rule("R39")).startswith("SAG-AFTRA et Replica Studios 2024 (accord")


def test_a_text_claims_no_more_than_the_note():
    """A number that a lawyer is to confirm is not shown; what holds in one state names it; Equity has no agreement."""
    said = {rule.id: " ".join((rule.text["en"], rule_words.source("en", rule))) for rule in RULES}
    states = {"R03": "California", "R03-ny": "New York", "R03-il": "Illinois", "R79": "Illinois", "R70": "California"}
    for name, state in states.items():
        assert state in the_rule(name).text["en"], name
    assert "3 years" not in said["R79"]
    assert "40" not in said["R71"] + said["R71-use"]
    assert the_pack("equity-uk").status == "guidance"
    assert [rule.status for rule in the_pack("posthumous").rules if rule.status == "bill"] == []


def test_windows_of_rules_are_the_right_way_round():
    for rule in RULES:
        assert rule.first is None or rule.last is None or rule.first <= rule.last, rule.id
    for name in pack_ids():
        pack = the_pack(name)
        for rule in pack.rules:
            assert pack.last is None or (rule.last is not None and rule.last <= pack.last), rule.id


@pytest.mark.parametrize("language", ["en", "fr"])
def test_texts_are_short_and_calm(language):
    for rule in RULES:
        fix = rule.fix.words[language] if rule.fix else ""
        for text in (rule.title[language], fix, *(words[language] for words in texts_of(rule))):
            assert "!" not in text, rule.id
            assert "\u2014" not in text, rule.id
            assert not HEAVY.search(text), rule.id
            assert not re.search(r"[^\u202f][;?%]|[^\u00a0\u202f]:(?!/)", text) or language == "en", (rule.id, text)
        assert len(rule.title[language]) <= 40, rule.id


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_warning_without_a_fix_says_what_to_do(language):
    """What is wrong, and in a sentence of its own, or after a colon, what to do about it."""
    for rule in RULES:
        if rule.on != ON_USE and rule.level not in (NOTE, DUTY) and rule.fix is None:
            texts = [words[language].replace("{value}", "it") for words in texts_of(rule)]
            assert all(re.search(r"[.:] \w", text) for text in texts), rule.id


def test_a_text_names_what_its_rule_finds_and_nothing_else():
    finds = {"unrecorded", "collides", "unshown"}
    for rule in RULES:
        names = rule.on == ON_LIKENESS or any(finds & set(line) for line in rule.when)
        for language in ("en", "fr"):
            for words in texts_of(rule):
                assert braces(words[language]) <= ({"value"} if names else set()), rule.id
            assert not braces(rule.title[language])


def test_every_rule_on_a_vague_description_knows_the_same_phrases():
    vague = {rule.id: {tuple(line["description-says"]) for line in rule.when if "description-says" in line}
             for rule in RULES if any("description-shorter-than" in line for line in rule.when)}  # fmt: skip
    told = {name: phrases for name, phrases in vague.items() if phrases}
    assert set(told) == {"vague", "R02", "R03", "R03-ny", "R03-il"}
    assert all(phrases == told["R02"] for phrases in told.values())


def test_other_words_stand_for_a_line_that_is_there():
    assert any(rule.instead for rule in RULES)
    for rule in RULES:
        assert all(1 <= line <= len(rule.when) for line in rule.instead), rule.id


def test_conditions_name_codes_that_exist():
    for rule in RULES:
        for line in lines_of(rule):
            for name, wanted in line.items():
                if name in KNOWN:
                    assert all(code in KNOWN[name] for code in wanted), (rule.id, name)
                if name in ("territory-reaches", "used-in"):
                    assert all(is_territory(code) for code in wanted), rule.id
