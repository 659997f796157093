"""The language of help and of usage errors: click's words and ours come from one catalogue of gettext.

What stands for a value (FILE, NUMBER) is a word of the catalogue as well. What is chosen from (`draft`, `offered`) is
typed as it stands; in French the help of the option says what each means.

English stands in the code. The French is `resources/i18n/fr/LC_MESSAGES/messages.po`; click asks the domain "messages".
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from gettext import bindtextdomain, gettext
from inspect import cleandoc

import click

from likeness.values.resource import resource

_WORDS = re.compile("[A-Z]+")
_DOMAIN, _ASKED_FIRST = "messages", "LANGUAGE"


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Let gettext answer in a language until the end of the run."""
    before = os.environ.get(_ASKED_FIRST)
    bindtextdomain(_DOMAIN, str(resource("i18n")))
    os.environ[_ASKED_FIRST] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ[_ASKED_FIRST]
        else:
            os.environ[_ASKED_FIRST] = before


def said(command: click.Command) -> click.Command:
    """Return a command whose help, with that of its options and of the commands below it, is in the language spoken."""
    twin = copy(command)
    twin.options_metavar = _in_words(command.options_metavar or "")
    twin.help = gettext(cleandoc(command.help)) if command.help else None
    twin.params = [_said_of_option(param) for param in command.params]
    if isinstance(twin, click.Group):
        twin.subcommand_metavar = _in_words(twin.subcommand_metavar)
        twin.commands = {name: said(below) for name, below in twin.commands.items()}
    return twin


def _said_of_option(param: click.Parameter) -> click.Parameter:
    twin = copy(param)
    if isinstance(twin, click.Option) and twin.help:
        twin.help = gettext(twin.help)
    if not isinstance(param.type, click.Choice | click.types.BoolParamType):  # what is chosen is typed as it stands
        twin.metavar = _in_words(param.make_metavar(click.Context(click.Command(None))))
    return twin


def _in_words(metavar: str) -> str:
    """Return what stands for a value, such as `[FILE.pdf...]`, with its words in the language spoken."""
    return _WORDS.sub(lambda words: gettext(words[0]), metavar)
