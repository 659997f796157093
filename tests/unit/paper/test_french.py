"""French sentences as a reader gets them: what they mean, one and many, elision, articles."""

from __future__ import annotations

from likeness.licence.grants import grant_of
from likeness.licence.rules.shelf import the_rule
from likeness.licence.terms_read import terms_from
from likeness.paper.reasons import why
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
