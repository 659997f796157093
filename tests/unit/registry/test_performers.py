"""Whether a registry is about one performer or several, and whose a likeness or a licence is."""

from datetime import UTC, datetime

import pytest

from likeness.licence.terms_read import terms_from
from likeness.registry.registry import create_registry
from tests.fakes.licences import terms_document
from tests.fakes.offices import an_office

NOW = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture
def registry(tmp_path):
    made = create_registry(tmp_path / "a.registry", None)
    made.people.put_many([("liora", "Liora Fen"), ("liora-2", "Liora Fen"), ("mats", "Mats Øvrebø")])
    yield made
    made.close()


def record(registry, name, performer):
    registry.doubles.put_many([(name, "voice-model", name, performer)], NOW)


def draft(registry, number, performer):
    terms = terms_from(terms_document(performer={"id": performer, "name": "As it was signed"}))
    registry.licences.put_draft(number, terms, NOW)


def test_nobody_and_one_are_not_several(registry):
    assert not registry.performers.several()
    record(registry, "voice", "liora")
    draft(registry, "2026-0001", "liora")
    assert not registry.performers.several()


def test_one_under_two_ids_is_not_several(registry):
    record(registry, "voice", "liora")
    draft(registry, "2026-0001", "liora-2")
    assert not registry.performers.several()


@pytest.mark.parametrize("other", ["mats", "nobody-met-this-one"])
def test_another_makes_several_wherever_it_stands(registry, other):
    for name, performer in (("a", "liora"), ("b", other), ("c", "liora-2")):
        record(registry, name, performer)
    assert registry.performers.several()


def test_a_licence_alone_tells_it(registry):
    record(registry, "voice", "liora")
    draft(registry, "2026-0001", "liora")
    draft(registry, "2026-0002", "mats")
    draft(registry, "2026-0003", "liora")
    assert registry.performers.several()


def test_names(registry):
    record(registry, "voice", "liora")
    record(registry, "other", "unmet")
    draft(registry, "2026-0001", "mats")
    whose = registry.performers
    assert whose.of_likenesses(["voice", "other", "not-here"]) == {"voice": "Liora Fen", "other": "unmet"}
    assert whose.of_licences(["2026-0001", "2026-0009"]) == {"2026-0001": "Mats Øvrebø"}


def test_the_registry_of_a_performer_is_her_own(tmp_path):
    office = an_office(tmp_path)
    record(office.registry, "voice", "mats")
    assert not office.registry.performers.several()
    office.close()


def test_those_of_a_name_and_their_likenesses(registry):
    for name, performer in (("a", "liora"), ("b", "liora-2"), ("c", "mats")):
        record(registry, name, performer)
    draft(registry, "2026-0001", "nobody-met-this-one")
    assert registry.performers.names("", 9) == ["Liora Fen", "Mats Øvrebø", "nobody-met-this-one"]
    assert (registry.performers.names("ovre", 9), registry.performers.names("", 1)) == (["Mats Øvrebø"], ["Liora Fen"])
    assert registry.performers.likenesses_of("Liora Fen") == {"a", "b"}
    signed = set(terms_from(terms_document()).likenesses)
    assert registry.performers.likenesses_of("nobody-met-this-one") == signed
    assert registry.performers.likenesses_of("liora") == set()
