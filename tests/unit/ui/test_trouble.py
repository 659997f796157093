"""What the window says of an error: nothing of the command line, and no folders in the way."""

import re
import tomllib

import pytest

from likeness.errors import Refused, Unreadable
from likeness.values.resource import resource
from ui.kit.trouble import words_of
from ui.kit.words import choose_language

OPTION = re.compile(r"--\w|LIKENESS_|likeness (registry|trust)")


@pytest.fixture(autouse=True)
def in_english():
    yield
    choose_language("en")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_sentence_of_an_error_names_an_option(lang):
    errors = tomllib.loads(resource("wording", f"{lang}.toml").read_text("utf-8"))["error"]
    choose_language(lang)
    told = {code: words_of(Refused(code, suggestion="x", known="x")) or "" for code in errors.keys() - {"place-line"}}
    assert not {code: words for code, words in told.items() if OPTION.search(words)}


def test_a_file_is_named_without_its_folders():
    why = Unreadable("no-such-file", file="reports/2026/march.csv", line=3)
    assert words_of(why) == "march.csv, line 3: There is no such file."
    assert words_of(PermissionError(13, "Permission denied", "papers/x.pdf")) == (
        "x.pdf: It cannot be read or written. Check that the folder is there and that you may use it."
    )


def test_the_system_puts_in_no_english_of_its_own():
    choose_language("fr")
    assert "denied" not in (words_of(PermissionError(13, "Permission denied", "papers/x.pdf")) or "")
