"""Likenesses found by words, and some of them read without the others: both engines."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from likeness.registry.doubles import MATCHES, DoubleRow, FileRow
from likeness.registry.registry import create_registry

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def a_double(name, title, kind="voice-model", files=()):
    rows = tuple(FileRow(f"/x/{file}", file, "wav", 1, bytes(32), {}, None, None, MATCHES, NOW) for file in files)
    return DoubleRow(name, kind, title, "liora", "liora", None, None, None, (), NOW, rows)


@pytest.fixture(params=[bytes(range(32)), None], ids=["sqlcipher", "sqlite"])
def doubles(request, tmp_path):
    made = create_registry(tmp_path / "a.registry", request.param)
    with made.transaction():
        for row in (
            a_double("b", "Éléonore speaks", files=("one.wav", "two.wav")),
            a_double("a", "A walk", "motion-capture", files=("three.wav",)),
            a_double("voice-2", "Third"),
        ):
            made.doubles.put(row)
    yield made.doubles
    made.close()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", ["b", "a", "voice-2"]),
        ("ELEO", ["b"]),
        ("  walk ", ["a"]),
        ("voice", ["b", "voice-2"]),
        ("100 %", []),
    ],
)
def test_they_are_found_by_title_id_or_kind_as_they_were_added(doubles, words, ids):
    assert doubles.find(words) == ids
    assert doubles.find(words, most=1) == ids[:1]
    assert doubles.count() == 3


def test_some_are_read_with_their_own_files_and_no_others(doubles):
    assert [row.id for row in doubles.all()] == ["b", "a", "voice-2"]
    assert doubles.some(["a", "b", "nobody"]) == doubles.all()[:2]
    assert [file.name for file in doubles.get("b").files] == ["one.wav", "two.wav"]
    assert doubles.get("nobody") is None
    assert [one.id for one in doubles.in_brief()] == ["b", "a", "voice-2"]
    assert all(getattr(row, name) == said for row, one in zip(doubles.all(), doubles.in_brief(), strict=True)
               for name, said in one._asdict().items())  # fmt: skip
    assert doubles.kinds(["a", "nobody"]) == {"a": "motion-capture"}
