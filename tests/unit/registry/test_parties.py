"""The parties of licences: found by exact name, however many other licences use the same words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from likeness.licence.terms_read import terms_from
from likeness.registry.registry import create_registry
from tests.fakes.licences import terms_document

NOW = datetime(2026, 6, 1, tzinfo=UTC)
OTHERS = 230


@pytest.fixture(params=[bytes(range(32)), None], ids=["sqlcipher", "sqlite"])
def registry(request, tmp_path):
    made = create_registry(tmp_path / "a.registry", request.param)
    yield made
    made.close()


def put(registry, number, company, title="Harbour Nine", *, signed=True):
    document = terms_document(project={"id": "some-project", "title": title})
    document["licensee"] = {**document["licensee"], "name": company}
    row = registry.licences.put_draft(number, terms_from(document), NOW)
    if signed:
        registry.licences.mark(row, digest=bytes.fromhex(number.replace("-", "")).ljust(32, b"."), signed_at=NOW)
    return row


def test_a_party_is_found_by_its_exact_name_behind_many_that_only_share_its_words(registry):
    """Its words stand in the titles and names of more licences than a search would show."""
    with registry.transaction():
        wanted = put(registry, "2026-0001", "Old Weather")
        for number in range(OTHERS):
            put(registry, f"2026-{number + 100:04}", "Old Weather Pictures", "The Old Weather")
        newest = put(registry, "2026-9000", "Old Weather")
    assert registry.parties.rows_of("Old Weather", 12) == [newest, wanted]
    assert registry.parties.rows_of("old weather", 12) == []
    assert len(registry.parties.rows_of("Old Weather Pictures", 12)) == 12
    assert registry.parties.rows_of("...", 12) == []


def test_grantor_and_adviser_are_parties_and_drafts_name_nobody(registry):
    with registry.transaction():
        row = put(registry, "2026-0001", "Tidewrack Pictures Ltd")
        put(registry, "2026-0002", "Nobody Yet", signed=False)
    assert registry.parties.names() == {
        "Tidewrack Pictures Ltd": "company", "Liora Vantreight": "performer", "Halden Roe Talent": ""
    }  # fmt: skip
    assert registry.parties.rows_of("Halden Roe Talent", 12) == [row]
    assert registry.parties.rows_of("Liora Vantreight", 1) != []
