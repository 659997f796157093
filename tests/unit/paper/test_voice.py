"""To whom a verdict speaks: the performer reads "You allowed", everybody else what the licence allows."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from hypothesis import given, settings

from likeness.licence.world import world_from
from likeness.paper.wording import LANGUAGES
from likeness.paper.words.reasons import banner, duties, why
from likeness.paper.words.remedy import remedies
from likeness.paper.words.voice import Voice, voice_for
from likeness.values.resource import resource
from tests.differential.worlds import worlds
from tests.unit.paper.test_reasons import GAP, WORKED

TO_HER = {"en": re.compile(r"\b[Yy]ou\b|\b[Yy]our\b|\bthem\b"), "fr": re.compile(r"\b[Vv]ous\b|\bvotre\b|\bvos\b")}
WORDS = {lang: tomllib.loads(resource("wording", f"{lang}.toml").read_text("utf-8")) for lang in LANGUAGES}


def told(language, world, voice):
    for use, finding in zip(world.uses, world.judge(), strict=True):
        yield from why(language, use, finding, world.terms, voice=voice)
        yield from remedies(language, use, finding, world.terms, voice=voice)
        yield from duties(language, finding, world.terms, voice=voice)
        yield banner(language, finding, "Tidewrack", voice=voice)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", WORKED, ids=lambda path: path.stem)
def test_the_worked_worlds_never_say_you_to_a_reader(path, language):
    world = world_from(json.loads(path.read_text("utf-8"))["world"])
    for sentence in told(language, world, Voice.READER):
        assert not TO_HER[language].search(sentence), sentence


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(worlds(uses=(3, 6)).map(world_from))
def test_both_voices_tell_the_same_number_of_things_without_a_gap(language, world):
    hers, theirs = (list(told(language, world, voice)) for voice in Voice)
    assert len(hers) == len(theirs)
    for sentence in theirs:
        assert not TO_HER[language].search(sentence), sentence
        assert sentence.endswith("."), sentence
        assert not GAP.search(sentence), sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_other_voice_is_one_of_its_room(language):
    rooms = [room for room in WORDS[language] if room.endswith("-reader")]
    assert len(rooms) == 6
    for room in rooms:
        assert WORDS[language][room].keys() <= WORDS[language][room.removesuffix("-reader")].keys()


def test_only_the_performer_of_the_licence_is_spoken_to_as_her():
    assert voice_for("performer") is Voice.PERFORMER
    assert voice_for("performer", "Liora Vantreight", "Liora Vantreight") is Voice.PERFORMER
    assert voice_for("performer", "Liora Vantreight", "Odalric Senn") is Voice.READER
    assert voice_for("agent") is voice_for("company", "Tidewrack", "Tidewrack") is Voice.READER
