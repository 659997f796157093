import ast
import re
import tomllib

import pytest

from tests.fakes.shared import CHECKOUT
from ui.kit.words import choose_language, tr, tr_n

BRACES = re.compile(r"\{(\w+)\}")


def calls():
    for path in sorted((CHECKOUT / "ui").rglob("*.py")):
        if path.name == "words.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "tr_n"):
                yield path, node


def sentences():
    found = set()
    for path, node in calls():
        for said in node.args[: 2 if node.func.id == "tr_n" else 1]:
            assert isinstance(said, ast.Constant), f"{path.name}:{node.lineno} is no plain sentence"
            found.add(said.value)
    return found


def french():
    table = tomllib.loads((CHECKOUT / "resources" / "i18n" / "fr.toml").read_text("utf-8"))
    return [(english, said) for room in table.values() for english, said in room.items()]


@pytest.fixture
def in_french():
    choose_language("fr")
    yield
    choose_language("en")


def test_every_sentence_of_the_window_has_its_french_and_none_is_left_over():
    assert sentences() == {english for english, _said in french()}


def test_no_sentence_stands_twice():
    known = [english for english, _said in french()]
    assert len(known) == len(set(known)) > 300


@pytest.mark.parametrize(("english", "said"), french())
def test_french_keeps_braces_and_typography(english, said):
    assert sorted(BRACES.findall(english)) == sorted(BRACES.findall(said))
    assert not re.search(r" [;?!:€]", said), "a plain space before a double sign"
    assert "!" not in english + said


def test_a_plural_begins_at_two_in_french_and_not_at_one_in_english(in_french):
    assert tr_n("{n} file", "{n} files", n=0) == "0 fichier"
    assert tr_n("{n} file", "{n} files", n=2) == "2 fichiers"
    choose_language("en")
    assert tr_n("{n} file", "{n} files", n=0) == "0 files"
    assert tr_n("{n} file", "{n} files", n=1284) == "1,284 files"


def test_an_unknown_language_is_english():
    choose_language("tlh")
    assert tr("Cancel") == "Cancel"


def test_french_gives_way_before_a_name_with_a_vowel(in_french):
    assert tr("Address of {company}", company="Oxbow Interactive") == "Adresse d’Oxbow Interactive"
    assert tr("Address of {company}", company="Tidewrack") == "Adresse de Tidewrack"
