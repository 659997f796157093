"""Which licences are a performer's usual ones: her own that were in force, the newest, and no more than needed."""

from dataclasses import replace

import pytest

from likeness.acts.doubles.record_double import NewDouble, record_double
from likeness.acts.licences import read_usual
from likeness.acts.licences.amend_licence import amend_licence
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.end_licence import suspend_licence, withdraw_licence
from likeness.acts.licences.read_usual import Usual
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms import Performer, Project
from likeness.licence.terms_read import terms_from
from tests.fakes.licences import terms_document


@pytest.fixture
def granting(liora):
    """Give a function that signs a consent to a project and returns its number."""

    def grant(title, **changes):
        number = drafted(liora, title, **changes)
        liora.do(sign_licence, number)
        return number

    return grant


def drafted(office, title, **changes):
    terms = terms_from(terms_document(basis="consent"))
    return office.do(draft_licence, replace(terms, project=Project("harbour-nine-2", title), **changes)).value.number


def titles(office, performer="liora", likenesses=()):
    found = read_usual.read_usual(office.desk, performer, likenesses)
    return [one.project.title for one in found.terms], found.whole


def test_a_new_registry_has_no_usual(liora):
    drafted(liora, "a draft")
    assert read_usual.read_usual(liora.desk, "liora", ("liora-voice-2025",)) == Usual()


def test_what_is_in_force_suspended_or_expired_counts_and_nothing_else(liora, granting, clock):
    granting("expired", create=terms_from(terms_document()).create, exploit=None)
    clock.forward(days=500)
    for title in ("suspended", "withdrawn"):
        granting(title)
    liora.do(suspend_licence, liora.registry.licences.all_own(clock.now())[1].number)
    liora.do(withdraw_licence, liora.registry.licences.all_own(clock.now())[2].number)
    granting("offered", basis="contract")
    drafted(liora, "draft")
    granting("in force")
    clock.forward(days=200)
    assert titles(liora) == (["in force", "suspended", "expired"], True)


def test_of_a_licence_that_was_replaced_its_last_version_counts(liora, granting, clock):
    number = granting("first")
    terms = liora.registry.licences.get(number, clock.now()).terms
    liora.do(amend_licence, number, replace(terms, notice_days=7))
    (found,) = read_usual.read_usual(liora.desk, "liora", ()).terms
    assert found.notice_days == 7


def test_only_those_of_the_same_performer_count_whichever_likeness_they_are_of(liora, granting):
    liora.do(record_double, NewDouble("liora-face", "face-scan", "Face", performer="liora"))
    liora.do(record_double, NewDouble("odalric-face", "face-scan", "Face", performer="odalric"))
    granting("voice")
    granting("face", likenesses=("liora-face",))
    granting("his", likenesses=("odalric-face",), performer=Performer("odalric", "Odalric Fenn"))
    assert titles(liora) == (["face", "voice"], True)
    assert titles(liora, "odalric", ("odalric-face",)) == (["his"], True)


def test_no_more_are_read_than_are_needed_and_it_says_so(liora, granting, monkeypatch):
    for number in range(4):
        granting(f"grant {number}")
    monkeypatch.setattr(read_usual, "MOST", 4)
    assert titles(liora)[1]
    monkeypatch.setattr(read_usual, "MOST", 3)
    assert titles(liora) == (["grant 3", "grant 2", "grant 1"], False)
    monkeypatch.setattr(read_usual, "FARTHEST", 2)
    assert titles(liora) == (["grant 3", "grant 2"], False)
