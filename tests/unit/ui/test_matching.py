"""What is matched in memory is what the search of the registry matches, and marks stand on what was typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite

from likeness.registry.find_words import fts_query
from ui.kit.fields.matching import folded, holds, nearest, spans, words_in

SIGNS = "abcdeéèçñåöøABÉÇÑ0123 -_.,'’·αβγΑбвгБ"  # letters that both fold alike
TEXTS = st.text(SIGNS, max_size=24)


@pytest.fixture(scope="module")
def table():
    base = sqlite.connect(":memory:")
    base.execute(
        "CREATE VIRTUAL TABLE found USING fts5 (words, tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2')"
    )
    yield base
    base.close()


@given(TEXTS, TEXTS)
def test_names_are_matched_as_licences_are(table, text, typed):
    if not words_in(typed):
        return
    table.execute("DELETE FROM found")
    table.execute("INSERT INTO found VALUES (?)", (text,))
    found = table.execute("SELECT count(*) FROM found WHERE found MATCH ?", (fts_query(typed),)).fetchone()[0]
    assert bool(found) == holds(text, words_in(typed))


@given(st.text(max_size=30), st.text(max_size=8))
@example("\u00bc", "4")
def test_marks_stand_on_words_that_begin_with_what_was_typed(text, typed):
    wanted, end = words_in(typed), 0
    marks = spans(text, wanted)
    for start, stop in marks:
        assert end <= start < stop <= len(text)
        assert any(folded(text[start:stop]).startswith(one) for one in wanted)
        end = stop
    assert bool(marks) or not (wanted and holds(text, wanted[:1]))


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("The Salt Road", "salt", ["Salt"]),
        ("The Salt Road", "sal ro", ["Sal", "Ro"]),
        ("Éléonore Élan", "ele", ["Élé"]),
        ("E\u0301le\u0301onore", "ele", ["E\u0301le\u0301"]),
        ("Straße", "stras", ["Straß"]),
        ("Salty", "salt salty", ["Salty"]),
        ("\u00bc", "4", []),  # a sign of its own, for the registry too
        ("The Salt Road", "alt", []),
        ("", "salt", []),
    ],
)
def test_what_is_marked(text, typed, marked):
    assert [text[start:end] for start, end in spans(text, words_in(typed))] == marked


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("harbuor", "Harbour"),
        ("harbuor nin", "Harbour nin"),
        ("eleonre", "Éléonore"),
        ("harbour", ""),
        ("xyzzyx", ""),
        ("harbuor xyzzyx", ""),
    ],
)
def test_a_spelling_that_finds_more(typed, said):
    assert nearest(typed, ("Harbour Nine, season 2", "Éléonore Vale")) == said
