"""The French of help and of usage errors: all words have one, none is left over, what is read is what was written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from gettext import translation
from inspect import cleandoc
from io import BytesIO
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from likeness.cli.main import _SHORT, house
from likeness.values.resource import resource
from tests.fakes.shared import CHECKOUT

WRITTEN = resource("i18n", "fr", "LC_MESSAGES", "messages.po")


def forms(text: object) -> tuple[str, ...]:
    """Return what stands for one thing and for many; most texts have a single form."""
    assert isinstance(text, str | tuple)
    return (text,) if isinstance(text, str) else tuple(text)


MESSAGES = [message for message in read_po(BytesIO(WRITTEN.read_bytes()), locale="fr") if message.id]
FRENCH = {forms(message.id): forms(message.string) for message in MESSAGES}
ENGLISH = {english[0] for english in FRENCH}
OF_CLICK = 35  # as many of its words can meet a user of ours; the rest are for programmers


def helps(command: click.Command) -> Iterator[str]:
    """Yield the help of a command, of its options, and of all that is below it."""
    yield cleandoc(command.help or "")
    yield from (param.help for param in command.params if isinstance(param, click.Option) and param.help)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from helps(below)


def asked_of(folder: Path, *names: str) -> set[str]:
    """Return the texts with which functions of these names are called in the files of a folder."""
    trees = [ast.parse(path.read_text("utf-8")) for path in folder.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    said = [call.args[0] for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) in names]
    return {str(first.value) for first in said if isinstance(first, ast.Constant)}


OURS = set(helps(house)) | set(_SHORT.values()) | asked_of(CHECKOUT / "likeness" / "cli", "UsageError", "gettext")
CLICKS = asked_of(Path(click.__file__).parent, "_", "gettext", "ngettext")


def test_all_words_of_ours_have_french_ones():
    assert len(OURS) > 180
    assert not OURS - ENGLISH


def test_no_word_is_left_over():
    assert not ENGLISH - OURS - CLICKS
    assert len(ENGLISH & CLICKS) >= OF_CLICK


def test_what_is_read_is_what_was_written():
    read = translation("messages", resource("i18n"), ["fr"])
    for (english, *many), french in FRENCH.items():
        told = [read.ngettext(english, many[0], n) for n in (1, 2)] if many else [read.gettext(english)]
        assert told == list(french)


@pytest.mark.parametrize(
    "pattern",
    [" [:;!?»]", "« ", "[\"']", "(?<![\u202f\u00a0])[;!?»]", "«(?!\u00a0)", "[^\u202f\u00a0]:(?![/{\\d%A-Z])"],
)
def test_it_is_set_as_the_french_set_it(pattern):
    typed = re.compile(r"\{\w+!r\}|T\d\S+")  # a value as it was typed, an instant
    assert [text for french in FRENCH.values() for text in french if re.search(pattern, typed.sub("", text))] == []


def test_nothing_is_filled_in_that_is_not_there():
    for english, french in FRENCH.items():
        known = set(re.findall(r"\{(\w+)", " ".join(english)))
        assert set(re.findall(r"\{(\w+)", " ".join(french))) <= known
