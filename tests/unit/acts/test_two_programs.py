"""The window and a command on the same registry: what one records, the other judges by."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.acts.check_registry import check_registry
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.acts.uses.log_use import log_use
from likeness.licence.terms_read import terms_from
from likeness.office import Office
from tests.fakes.licences import terms_document
from tests.fakes.offices import PASSPHRASE
from tests.fakes.seeded_chance import SeededChance
from tests.fakes.uses import ALLOWED


@pytest.fixture
def command(liora, clock):
    """The same registry, opened by another program."""
    terms = terms_document(basis="consent", limits=[{"unit": "line", "max": 40}], longest_seconds=None)
    liora.do(sign_licence, liora.do(draft_licence, terms_from(terms)).value.number)
    other = Office.open(liora.registry.path, passphrase=PASSPHRASE, clock=clock, chance=SeededChance("other"))
    yield other
    other.close()


def a_use(name, day):
    return replace(ALLOWED, id=name, at=datetime(2026, 4, day, tzinfo=UTC), quantity={"line": 30})


def test_a_use_is_judged_by_what_another_program_was_recording(liora, command):
    """Judged before its turn to write, it would be in scope, and its sum would take the place of the other's."""
    found = []

    def window():
        found.append(liora.do(log_use, a_use("second", 2)).value.newest.verdict.value)
        liora.registry._db.peewee.close()  # the connection of this thread

    waiting = threading.Thread(target=window)
    with command.registry.transaction():
        waiting.start()
        time.sleep(0.5)  # by now it waits for its turn
        command.do(log_use, a_use("first", 1))
    waiting.join()
    assert found == ["OUT_OF_SCOPE"]
    assert check_registry(liora.desk) == []


def test_a_check_after_a_search_and_what_another_program_wrote_finds_nothing(liora, command):
    """The engine's index of words, read once, was held to be damaged as soon as somebody else had written to it."""
    liora.do(log_use, a_use("first", 1))
    assert liora.registry.uses.find(words="first")
    command.do(log_use, a_use("second", 2))
    assert check_registry(liora.desk) == []
