"""Reading a use (FORMAT section 3): what counts as not stated, what is refused with its place, and the way back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from likeness.errors import Unreadable
from likeness.scope.use import Use, use_from, use_to

FULL = {
    "id": "u-17",
    "user": "tidewrack",
    "likeness": "liora-voice-2025",
    "project": "harbour-nine-2",
    "act": "generate",
    "purpose": "series",
    "medium": ["svod", "tv"],
    "territory": "FR",
    "language": "fr",
    "modification": ["new-dialogue"],
    "age": 34,
    "content": [],
    "at": "2026-04-01T05:30:00Z",
    "made_at": "2026-03-01",
    "quantity": {"line": 14, "second": 0},
}
READ = Use(
    "u-17", "tidewrack", ("liora-voice-2025",), "harbour-nine-2", "generate", "series", ("svod", "tv"), ("FR",),
    ("fr",), ("new-dialogue",), 34, (), datetime(2026, 4, 1, 5, 30, tzinfo=UTC), date(2026, 3, 1),
    {"line": 14, "second": 0},
)  # fmt: skip


def test_a_use_is_read_and_written_back():
    assert use_from(FULL) == READ
    assert use_from({"format": "likeness-use/1", **FULL}) == READ
    assert use_to(READ) == FULL


@pytest.mark.parametrize("nothing", [None, ""])
def test_left_out_null_and_empty_text_are_not_stated(nothing):
    silent = use_from({"id": "u", **{key: nothing for key in FULL if key != "id"}})
    assert silent == use_from({"id": "u"}) == Use("u")
    assert use_to(silent) == {"id": "u", "quantity": {}} | dict.fromkeys(set(FULL) - {"id", "quantity"})


def test_lists():
    read = use_from({"medium": ["tv", "", "tv", None, "web"], "territory": [], "modification": [], "content": "drugs"})
    assert (read.medium, read.territory, read.modification, read.content) == (("tv", "web"), (), (), ("drugs",))
    assert use_to(read)["modification"] == []
    assert use_to(read)["territory"] is None


@pytest.mark.parametrize(
    ("document", "code", "key"),
    [
        ({"format": "likeness-use/2"}, "unknown-format", "format"),
        ({"user": 7}, "not-text", "user"),
        ({"user": "x" * 401}, "text-too-long", "user"),
        ({"medium": ["tv", 7]}, "not-text", "medium[1]"),
        ({"age": 201}, "number-out-of-range", "age"),
        ({"at": "yesterday"}, "bad-instant", "at"),
        ({"made_at": "2026-02-30"}, "bad-day", "made_at"),
        ({"quantity": {"lines": 1}}, "unknown-key", "quantity.lines"),
        ({"quantity": {"line": -1}}, "number-out-of-range", "quantity.line"),
        ({"where": "FR"}, "unknown-key", "where"),
    ],
)
def test_what_is_refused_names_its_place(document, code, key):
    with pytest.raises(Unreadable) as fault:
        use_from(document, "uses[3]", file="a.json")
    assert (fault.value.code, fault.value.key, fault.value.file) == (code, f"uses[3].{key}", "a.json")


def test_the_longest_text_and_the_greatest_age_are_read():
    read = use_from({"user": "x" * 400, "age": 200})
    assert (read.user, read.age) == ("x" * 400, 200)


def test_without_a_path_the_key_stands_alone_and_without_an_id_it_is_empty():
    with pytest.raises(Unreadable) as fault:
        use_from({"format": "x" * 50})
    assert (fault.value.key, fault.value.params["value"], fault.value.file) == ("format", "x" * 40, None)
    assert use_from({}) == Use("")


def test_a_list_has_at_most_a_thousand_values():
    assert len(use_from({"territory": [f"P{n}" for n in range(1000)]}).territory) == 1000
    with pytest.raises(Unreadable):
        use_from({"territory": [f"P{n}" for n in range(1001)]})
