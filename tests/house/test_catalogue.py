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

from likeness.cli.main import _SHORT, house, main
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


def values(command: click.Command) -> Iterator[str]:
    """Yield the words that stand for values in the usage of a command and of all that is below it: FILE, NUMBER."""
    yield command.options_metavar or ""
    context = click.Context(command)
    yield from (one.make_metavar(context) for one in command.params if one.type.name not in ("choice", "boolean"))
    if isinstance(command, click.Group):
        yield command.subcommand_metavar
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from values(below)


VALUES = {word for metavar in values(house) for word in re.findall("[A-Z]+", metavar)}
EXTRAS = {"required"}  # click says it by a name
OURS = (
    VALUES
    | EXTRAS
    | set(helps(house))
    | set(_SHORT.values())
    | asked_of(CHECKOUT / "likeness" / "cli", "UsageError", "gettext")
)
CLICKS = asked_of(Path(click.__file__).parent, "_", "gettext", "ngettext")


def test_all_words_of_ours_have_french_ones():
    assert len(OURS) > 180
    assert not OURS - ENGLISH


def test_what_is_chosen_from_is_told_in_french():
    """The codes are typed as they stand, so the help of the option says what each means."""
    for english, codes in chosen(house):
        french = " ".join(FRENCH[(english,)])
        assert [code for code in codes if code not in french] == [], english


def chosen(command: click.Command) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the help that must explain them (an argument has none: that of its command) and the codes of a choice."""
    for one in command.params:
        if isinstance(one.type, click.Choice):
            own = one.help if isinstance(one, click.Option) else command.help
            yield cleandoc(own or ""), tuple(one.type.choices)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from chosen(below)


def test_the_whole_help_is_in_french(capsys):
    """The brackets that click adds, too: what may be left out, what must be said, from which number to which."""
    main(["licence", "export", "--help", "--lang", "fr"])
    told = re.sub(r"\n? +", " ", capsys.readouterr().out)
    assert "likeness licence export [OPTIONS] [NUMÉRO]" in told
    assert "Options\u00a0:" in told
    assert "--to DOSSIER" in told
    assert "[obligatoire]" in told
    assert "--year ENTIER" in told
    assert "[de 1 à 9999]" in told
    main(["licence", "export", "--help"])
    assert "--year INTEGER" in (told := re.sub(r"\n? +", " ", capsys.readouterr().out))
    assert "[1 to 9999]" in told


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
