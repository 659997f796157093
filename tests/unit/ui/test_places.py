"""What a field for places or languages takes: whole names, codes, tags; never the beginning of a name."""

import pytest

from ui.kit.fields.places import Offer, languages, offered_languages, places
from ui.kit.words import choose_language


@pytest.fixture(autouse=True)
def in_english_again():
    yield
    choose_language("en")


@pytest.mark.parametrize(
    ("lang", "text", "code"),
    [
        ("en", "Germany", "DE"),
        ("en", " germany ", "DE"),
        ("en", "de", "DE"),
        ("en", "us-ca", "US-CA"),
        ("en", "European Union", "EU"),
        ("en", "Guinea", "GN"),
        ("fr", "cote d'ivoire", "CI"),
        ("fr", "Allemagne", "DE"),
        ("en", "Germ", ""),
        ("en", "Atlantis", ""),
        ("en", "XX-1", ""),
        ("en", "…", ""),
    ],
)
def test_a_place_is_taken_by_its_whole_name_or_its_code(lang, text, code):
    assert places(lang).read(text) == code


@pytest.mark.parametrize(
    ("lang", "text", "tag"),
    [
        ("en", "Somali", "so"),
        ("fr", "yoruba", "yo"),
        ("en", "yo-ng", "yo-NG"),
        ("en", "PT_br", "pt-BR"),
        ("en", "zh-hant-tw", "zh-Hant-TW"),
        ("en", "eng", "en"),
        ("en", "Fre", "fr"),
        ("en", "aab", "aab"),
        ("en", "jap", ""),
        ("en", "Klingonese", ""),
        ("en", "und", ""),
        ("en", "mul", ""),
        ("en", "*", ""),
    ],
)
def test_a_language_is_taken_by_its_whole_name_or_its_tag(lang, text, tag):
    assert languages(lang).read(text) == tag


def test_the_languages_that_are_named_most_come_first():
    assert languages("en").pairs[: len(offered_languages("en"))] == offered_languages("en")
    assert ("so", "Somali") in languages("en").pairs


def test_two_of_one_name_are_none():
    assert Offer((("a", "Same"), ("b", "same"))).read("Same") == ""
    assert Offer((("a", "Same"), ("b", "same"))).read("b") == "b"


def test_why_a_text_is_not_taken_says_what_would_be():
    choose_language("fr")
    assert places("fr").problem("Atlantide").endswith("par exemple US-CA.")
    assert languages("fr").problem("martien").endswith("par exemple pt-BR.")
    assert Offer(()).problem("drame").endswith("Choisissez-y une entrée.")
