"""Every code of the contract, and every code an error is raised with, has words in both languages."""

from __future__ import annotations

import ast
import re
import string
import tomllib

import pytest

from likeness.errors import Refused
from likeness.paper.words.complaint import sentence
from likeness.scope.terms_order import ORDER
from likeness.values import codes
from likeness.values.resource import resource
from tests.fakes.shared import CHECKOUT

WORDS = {lang: tomllib.loads(resource("wording", f"{lang}.toml").read_text("utf-8")) for lang in ("en", "fr")}
ROOMS = {
    "kind": codes.KINDS.codes,
    "act": codes.ACTS.codes,
    "purpose": (codes.EVERY, *codes.PURPOSES.codes),
    "medium": (codes.EVERY, *codes.MEDIA.codes),
    "modification": (codes.EVERY, *codes.MODIFICATIONS.codes),
    "content": codes.CONTENT.codes,
    "unit": codes.UNITS.codes,
    "units": codes.UNITS.codes,
    "capacity": codes.CAPACITIES.codes,
    "fee": codes.FEE_BASES.codes,
    "residual": codes.RESIDUAL_PERIODS.codes,
    "reporting": codes.REPORT_PERIODS.codes,
    "state": ("draft", "offered", "in-force", "suspended", "withdrawn", "replaced", "expired"),
    "verdict": ("IN_SCOPE", "OUT_OF_SCOPE", "NEEDS_REVIEW"),
    "term": ORDER,
    "answer": (
        "unreadable", "other", "altered", "withdrawn", "replaced", "suspended", "expired", "unknown-signer",
        "not-accepted", "not-started", "status-old", "valid",
    ),
}  # fmt: skip
HEAVY = re.compile(r"\b(revoke|supersede|hash|sublicen|digital double)", re.IGNORECASE)
ERRORS = {"Refused", "Unreadable", "Tampered", "Broken"}


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def raised_codes() -> dict[str, str]:
    """Codes that are raised, as written in the source, with the file they stand in."""
    found: dict[str, str] = {}
    for room in ("likeness", "seeds", "ui"):
        for path in (CHECKOUT / room).rglob("*.py"):
            calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
            firsts = [call.args[0] for call in calls if getattr(call.func, "id", "") in ERRORS and call.args]
            found |= {str(first.value): path.name for first in firsts if isinstance(first, ast.Constant)}
    return found


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("room", ROOMS)
def test_every_code_of_the_contract_has_words(language, room):
    assert not set(ROOMS[room]) - set(WORDS[language][room])


def test_both_languages_have_the_same_rooms_codes_and_braces():
    english, french = WORDS["en"], WORDS["fr"]
    assert english.keys() == french.keys()
    for room, texts in english.items():
        assert texts.keys() == french[room].keys(), room
        for code, text in texts.items():
            assert braces(text) == braces(french[room][code]), (room, code)


@pytest.mark.parametrize("language", WORDS)
def test_every_error_is_told_in_a_sentence(language):
    def told(code: str) -> str:
        return sentence(Refused(code, key="k", file="f"), language)

    nothing = told("no such code")
    untold = {
        code: file for code, file in raised_codes().items() if told(code) == nothing.replace("no such code", code)
    }
    assert not untold


@pytest.mark.parametrize("language", WORDS)
def test_texts_are_short_and_calm(language):
    for room, texts in WORDS[language].items():
        for code, text in texts.items():
            assert "!" not in text, (room, code)
            assert "\u2014" not in text, (room, code)
            assert len(text) < 240, (room, code)
            assert room == "kind" or not HEAVY.search(text), (room, code)


def test_the_command_line_answers_in_no_language_of_its_own():
    """What `answer`, `prompt` and `confirm` are handed holds no words: those stand in `resources/wording`."""
    spoken: dict[str, str] = {}
    for path in (CHECKOUT / "likeness" / "cli").glob("*.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        asked = [call for call in calls if getattr(call.func, "attr", "") in {"answer", "prompt", "confirm"}]
        texts = [leaf.value for call in asked for leaf in ast.walk(call) if isinstance(leaf, ast.Constant)]
        spoken |= {text: path.name for text in texts if isinstance(text, str) and re.search("[a-z] [a-z]", text)}
    assert spoken == {}
