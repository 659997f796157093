from dataclasses import replace
from datetime import date

from likeness.acts.rules.choose_rules import choose_rules
from tests.fakes.film import filmed
from tests.fakes.uses import ALLOWED
from ui.kit.words import choose_language
from ui.screens.uses.presenter import UsesPresenter

FINE = replace(ALLOWED, id="fine", quantity={"line": 1, "second": 1})
PROMO = replace(FINE, id="promo", purpose="promo")
UNCLEAR = replace(FINE, id="unclear", territory=())


def test_a_use_within_the_terms_a_promo_and_one_that_says_too_little(in_force):
    uses, film = filmed(UsesPresenter, in_force)
    for use in (
        ALLOWED,
        replace(ALLOWED, purpose="promo"),
        replace(ALLOWED, territory=(), quantity={"line": 1, "second": 1}),
    ):
        uses.log(use)
    assert film.last.counts == (("OUT_OF_SCOPE", 1), ("NEEDS_REVIEW", 1), ("IN_SCOPE", 1))
    assert (film.last.found, film.last.total) == ("3", 3)
    assert film.last.chosen_verdicts == frozenset()
    assert film.last.detail.verdict == "NEEDS_REVIEW"
    assert [row.term for row in film.last.detail.rows if row.state == "missing"] == ["territory"]


def test_a_company_without_a_licence_has_nothing_to_be_compared_with(in_force):
    uses, film = filmed(UsesPresenter, in_force)
    uses.log(replace(ALLOWED, user="marrow-coffee"))
    detail = film.last.detail
    assert detail.verdict == "OUT_OF_SCOPE"
    assert (detail.licence, detail.rows) == ("", ())
    assert detail.why


def test_a_work_has_its_title_even_where_no_licence_of_it_is_for_that_company(in_force):
    uses, film = filmed(UsesPresenter, in_force)
    uses.log(replace(ALLOWED, user="marrow-coffee"))
    assert "Harbour Nine, season 2" in film.last.detail.about
    assert "Harbour Nine, season 2" in film.last.items[1].second


def test_the_list_stands_under_its_days_newest_first(in_force, clock):
    uses, film = filmed(UsesPresenter, in_force)
    for day in (date(2026, 4, 10), date(2026, 3, 12), date(2026, 4, 2)):
        uses.log(replace(ALLOWED, at=day, quantity={"line": 1, "second": 1}))
    headings = [item.title for item in film.last.items if not item.id]
    assert headings == ["This week", "Earlier in April", "March 2026"]
    choose_language("fr")
    uses.refresh()
    headings = [item.title for item in film.last.items if not item.id]
    assert headings[:2] == ["Cette semaine", "Plus tôt en avril"]


def test_the_form_offers_the_companies_likenesses_and_works_we_know(in_force):
    uses, _film = filmed(UsesPresenter, in_force)
    offered = uses.choices()
    assert offered.companies == (("tidewrack", "Tidewrack Pictures Ltd"),)
    assert offered.likenesses == (("liora-voice-2025", "Speaking voice"),)
    assert offered.projects == (("harbour-nine-2", "Harbour Nine, season 2"),)


def test_search_and_chips_of_uses_work_together(in_force):
    uses, film = filmed(UsesPresenter, in_force)
    uses.log(ALLOWED)
    uses.log(replace(ALLOWED, purpose="promo"))
    uses.toggle("IN_SCOPE")
    assert [item.state for item in film.last.items if item.id] == ["IN_SCOPE"]
    uses.search("harbour")
    assert film.last.found == "1"
    uses.search("marrow")
    assert (film.last.found, film.last.total) == ("0", 2)


def test_rules_that_oblige_are_duties_and_the_others_stand_with_their_sources(in_force):
    in_force.do(choose_rules, on=("eu-ai-act", "no-fakes-bill"))
    uses, film = filmed(UsesPresenter, in_force)
    uses.log(replace(FINE, id="stranger", user="marrow-coffee", at=date(2026, 8, 10)))
    detail = film.last.detail
    assert [duty.split(".")[0] for duty in detail.duties] == [
        "They say clearly that it was generated or altered, and mark the file for machines"
    ]
    assert "For a takedown, keep a fingerprint of the work" in detail.remarks[0].text
    assert "bill" in detail.remarks[0].source.lower()
