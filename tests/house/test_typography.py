"""Words as they are set: curly quotes; in French no plain space before : ; ! ? % » or after «, and one before %."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from likeness.values.resource import resource

NARROW = "\u202f"
FORM_OF_A_DATE = "%d/%m/%Y"
SHELVES = ("wording", "i18n", "rules")


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a TOML document with its place."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{name}.{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from texts(inner, f"{name}.{place}")
    elif isinstance(value, str):
        yield name, value


def french() -> dict[str, str]:
    found: dict[str, str] = {}
    for shelf in SHELVES:
        for path in sorted(resource(shelf).glob("*.toml")):
            said = texts(tomllib.loads(path.read_text("utf-8")), f"{shelf}/{path.stem}")
            found |= {name: text for name, text in said if path.stem == "fr" or name.endswith(".fr")}
    return found


def english() -> dict[str, str]:
    """Return every English text: the window's own are the names of their French ones."""
    found: dict[str, str] = {}
    for shelf in SHELVES:
        for path in sorted(resource(shelf).glob("*.toml")):
            said = tomllib.loads(path.read_text("utf-8"))
            if shelf == "i18n":
                found |= {f"{shelf}/{sentence}": sentence for sentence in sentences(said)}
            else:
                named = texts(said, f"{shelf}/{path.stem}")
                found |= {name: text for name, text in named if path.stem == "en" or name.endswith(".en")}
    return found


def sentences(said: dict[str, Any]) -> Iterator[str]:
    for sentence, inner in said.items():
        yield sentence
        if isinstance(inner, dict):
            yield from sentences(inner)


FRENCH, ENGLISH = french(), english()


def wrong(pattern: str) -> dict[str, str]:
    return {name: text for name, text in FRENCH.items() if re.search(pattern, text.replace(FORM_OF_A_DATE, ""))}


def test_all_words_are_looked_at():
    for said in (FRENCH, ENGLISH):
        assert all(sum(name.startswith(shelf) for name in said) > 90 for shelf in SHELVES)


def test_english_has_curly_quotes():
    assert {name: text for name, text in ENGLISH.items() if re.search("[\"']", text)} == {}


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("before a sign", " [:;!?%»]"),
        ("after an opening quote", "« "),
        ("straight quotes", "[\"']"),
        ("English quotes", "[“”]"),
        ("in a number", r"\d \d{3}(?!\d)"),
    ],
)
def test_no_plain_space_and_no_quotes_of_other_languages(name, pattern):
    assert wrong(pattern) == {}, name


def test_the_signs_have_their_space():
    assert wrong(r"(?<![\u202f\u00a0])[;!?»]|«(?![\u202f\u00a0])") == {}
    assert wrong(r"[^\u202f\u00a0]:(?![/{\d%A-Z])") == {}


def test_one_space_stands_before_percent_everywhere():
    assert wrong(f"[^{NARROW}]%") == {}
