"""French sentences as a reader gets them: what they mean, one and many, elision, articles."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.rules.shelf import the_rule
from likeness.licence.terms_read import terms_from
from likeness.paper.sheets.licence_sheet import rows_of
from likeness.paper.wording import LANGUAGES, elided, say
from likeness.paper.words.clauses import clauses
from likeness.paper.words.ending_words import withdrawal_words
from likeness.paper.words.parts import limits
from likeness.paper.words.reasons import duties, why
from likeness.paper.words.remedy import remedies
from likeness.paper.words.summary import summary
from likeness.scope.judge import Bench
from tests.fakes.licences import terms_document
from tests.fakes.uses import ALLOWED


def judged(use=None, **changes):
    """Return a use, its finding beside the example licence with changes, and the terms by number."""
    terms = terms_from(terms_document(**changes))
    use = use or ALLOWED
    found = Bench([grant_of("2026-0001", terms, signed=True, accepted=True)]).judge([use])[0]
    return use, found, {"2026-0001": terms}


def test_a_paper_that_is_not_named_is_not_said_to_be_missing():
    agent = {"name": "Halden Roe", "capacity": "agent"}
    assert why("fr", *judged(grantor=agent)) == [
        "Le signataire agit comme agent, et aucun document qui le permet n’est nommé."
    ]


def test_equity_has_no_rules_for_film_and_television_yet():
    assert "au cinéma et à la télévision" in the_rule("R52").text["fr"]


ONE = {
    "fee": {"basis": "flat", "minor": 100, "currency": "EUR", "due_days": 1}, "approval": {"needed": True, "days": 1},
    "reporting": {"every": "quarter", "due_days": 1}, "withdrawal": {"notice_days": 1}, "residuals": [],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_day_is_one_day_wherever_days_are_counted(language):
    terms = terms_from(terms_document(**ONE))
    _use, found, named = judged(**ONE)
    plain = "".join(run.text for run in summary(language, terms, {}, to_performer=True))
    paper = ["".join(run.text for run in clause) for clause in clauses(language, terms)]
    cells = [cell for _what, cell in rows_of(language, terms, {})]
    ending = withdrawal_words(language, 1, datetime(2026, 3, 2, tzinfo=UTC), "Europe/Paris", works_made_stay=True)
    told = [plain, *paper, *cells, *duties(language, found, named), *ending]
    counted = [text for text in told if re.search(r"\b1 (?:day|jour)", text)]
    assert len(counted) == 11
    assert not [text for text in counted if re.search(r"\b1 (?:days|jours)\b", text)]


@pytest.mark.parametrize(("age", "said"), [(0, "l’âge de 0 an"), (1, "l’âge de 1 an"), (2, "l’âge de 2 ans")])
def test_an_age_is_one_year_or_many(age, said):
    young = replace(ALLOWED, age=age)
    [asked] = [one for one in remedies("fr", *judged(young, age={"from": 30, "to": 39})) if "licence 2026-0001" in one]
    assert asked.endswith(f"{said}.")


def test_what_is_left_of_a_limit_may_be_one():
    much = replace(ALLOWED, quantity={"line": 2, "second": 1})
    assert "Keep to the 1 line that is left." in remedies("en", *judged(much, limits=[{"unit": "line", "max": 1}]))


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Odalric Penhew", "d’Odalric Penhew"), ("Agence Halden", "d’Agence Halden"), ("Élodie", "d’Élodie"),
        ("İpek", "d’İpek"), ("Ilgaz", "d’Ilgaz"), ("ılgaz", "d’ılgaz"),
        ("Yves", "d’Yves"), ("Yamamoto", "de Yamamoto"), ("Liora", "de Liora"), ("Halden", "de Halden"), ("", "de "),
    ],
)  # fmt: skip
def test_de_gives_way_before_a_vowel(name, of):
    assert say("fr", "letter", "for", performer=name) == f"J’écris au nom {of}."
    assert say("en", "letter", "for", performer=name) == f"I write for {name}."


def test_que_gives_way_and_what_only_ends_like_it_does_not():
    assert say("fr", "letter", "good-faith", performer="Odalric").startswith("Je déclare de bonne foi qu’Odalric n’a")
    assert elided("le monde {a}, chaque {a} ; **que {a}** ; De {a}", {"a": "Anna"}) == (
        "le monde {a}, chaque {a} ; **qu’{a}** ; D’{a}"
    )


LINES = "nouvelles répliques et réparation de répliques enregistrées"


def test_lists_of_codes_need_no_article():
    use = replace(ALLOWED, purpose="game", medium=("radio", "print"), modification=("de-age", "accent"))
    case = judged(use)
    assert why("fr", *case) == [
        "But\u00a0: jeu. Vous avez permis\u00a0: série.",
        "Diffusion\u00a0: radio et imprimé. Vous avez permis\u00a0: télévision et streaming.",
        f"Modification\u00a0: rajeunissement et modification de l’accent. Vous avez permis\u00a0: {LINES}.",
    ]
    assert remedies("fr", *case)[:3] == [
        "L’utiliser seulement dans ce but\u00a0: série.",
        "Le diffuser seulement ici\u00a0: télévision ou streaming.",
        f"S’en tenir à ceci\u00a0: {LINES.replace(' et ', ' ou ')}.",
    ]


def test_what_was_not_granted_at_all_has_no_gender():
    assert why("fr", *judged(modifications=[]))[0].endswith("Vous avez permis\u00a0: rien.")


@pytest.mark.parametrize(
    ("stated", "english", "french"),
    [
        (("de", "zxx"), "Use it without any words.", "L’utiliser sans paroles."),
        (("de", "fr", "zxx"), "Use it only in French.", "L’utiliser seulement dans cette langue\u00a0: français."),
        (("de",), "Use it only in English or French.",
         "L’utiliser seulement dans cette langue\u00a0: anglais ou français."),
    ],
)  # fmt: skip
def test_a_use_without_words_is_no_language(stated, english, french):
    case = judged(replace(ALLOWED, language=stated))
    assert (remedies("en", *case)[0], remedies("fr", *case)[0]) == (english, french)


@pytest.mark.parametrize("unit", ["line", "word", "episode"])
def test_what_is_shown_agrees_with_every_unit(unit):
    terms = terms_from(terms_document(limits=[{"unit": unit, "max": 40, "on": "show"}]))
    assert str(limits("fr", terms)).endswith("s en diffusion")


@pytest.mark.parametrize("title", ["interprétation enregistrée", "Voix de mars 2025"])
def test_a_likeness_is_named_beside_the_double_whatever_its_gender(title):
    terms = terms_from(terms_document(performer={"id": "liora", "name": "Odalric Penhew"}))
    said = "".join(run.text for run in summary("fr", terms, {"liora-voice-2025": title}, to_performer=False))
    assert said.startswith(f"Tidewrack Pictures Ltd peut utiliser le double d’Odalric Penhew ({title}) pour créer")
