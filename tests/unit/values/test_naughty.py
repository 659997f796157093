"""The big list of naughty strings through names, registry and back: kept to the letter, or refused with the place."""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, datetime

import pytest

from likeness.errors import Unreadable
from likeness.licence.terms_read import terms_from
from likeness.paper.words.complaint import sentence
from likeness.paper.words.summary import summary
from likeness.registry.registry import create_registry
from likeness.scope.use import Use, use_from, use_to
from likeness.values.text import shown
from tests.fakes.licences import terms_document
from tests.fakes.shared import shared_path

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def strings():
    return json.loads(shared_path("vectors", "naughty-strings", "blns.json").read_text(encoding="utf-8"))


def titled(text):
    """Return the terms with that project title, or the fault that refuses it."""
    try:
        return terms_from(terms_document(project={"id": "p", "title": text})), None
    except Unreadable as fault:
        return None, fault


def test_a_title_is_kept_to_the_letter_or_refused(strings, tmp_path):
    registry = create_registry(tmp_path / "a.registry", None)
    kept = 0
    for number, text in enumerate(strings):
        terms, fault = titled(text)
        if fault is not None:
            assert fault.key == "project.title"
            assert sentence(fault) == shown(sentence(fault))
            continue
        with registry.transaction():
            registry.licences.put_draft(str(number), terms, NOW)
        back = registry.licences.get(str(number), NOW).terms
        assert back == terms
        assert back.project.title == unicodedata.normalize("NFC", text)
        assert back.project.title in "".join(run.text for run in summary("en", back, {}, to_performer=True))
        registry.licences.find(NOW, words=text)
        kept += 1
    registry.close()
    assert kept > len(strings) * 0.8


def test_a_report_row_is_kept_as_it_came_and_shown_harmlessly(strings):
    for text in strings:
        if 0 < len(text) <= 400:
            use = use_from({"id": "u", "project": text})
            assert use == Use("u", project=text)
            assert use_from(use_to(use)) == use
        assert not any(unicodedata.category(c) in ("Cc", "Cs") or c in "\u202e\u2066" for c in shown(text))
