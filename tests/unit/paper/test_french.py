"""French sentences as a reader gets them: what they mean, one and many, elision, articles."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from likeness.licence.grants import grant_of
from likeness.licence.rules.shelf import the_rule
from likeness.licence.terms_read import terms_from
from likeness.paper.clauses import clauses
from likeness.paper.ending_words import withdrawal_words
from likeness.paper.licence_sheet import rows_of
from likeness.paper.reasons import duties, why
from likeness.paper.remedy import remedies
from likeness.paper.summary import summary
from likeness.paper.wording import LANGUAGES, elided, say
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
