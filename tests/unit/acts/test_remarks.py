"""Remarks on a recorded use: of the performer's death, and beside every licence it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from likeness.acts.rules.choose_rules import choose_rules
from likeness.acts.rules.read_remarks import remarks_here
from likeness.acts.uses.log_use import log_use
from likeness.cli.rows import terms_named
from likeness.scope.event import DIED, Event
from tests.fakes.grants import PLAIN, grant
from tests.fakes.uses import ALLOWED

FOUND = replace(
    ALLOWED, id="found", user="ghostworks", act="show", purpose="feature-film", medium=("theatrical",),
    territory=("US-NY", "US-CA"), language=("en",), modification=None, at=date(2026, 7, 1),
)  # fmt: skip
DEATH = datetime(2026, 1, 5, 12, tzinfo=UTC)
NO_LICENCE = ["R67", "R70-use", "R71-use"]


def dies(office, performer="liora"):
    with office.registry.transaction():
        office.registry.happenings.put(Event(DIED, DEATH, performer=performer), office.clock.now())


def remarks(office, use):
    row, now = office.do(log_use, use).value, office.clock.now()
    said = remarks_here(office.registry, row.use, row.newest, terms_named(office.registry, row.newest, now), now)
    return [rule.id for rule in said]


def test_a_use_that_nobody_licensed_is_told_of_the_death(liora):
    liora.do(choose_rules, ["posthumous", "no-fakes-bill"])
    assert remarks(liora, replace(FOUND, id="before")) == ["R67"]
    dies(liora)
    assert remarks(liora, FOUND) == NO_LICENCE


def test_a_death_is_known_by_a_licence_where_the_likeness_is_not_recorded(liora, company):
    grant(liora, company, **PLAIN)
    company.do(choose_rules, ["posthumous", "no-fakes-bill"])
    dies(company)
    assert remarks(company, FOUND) == NO_LICENCE


def test_a_use_that_rests_on_two_licences_has_the_remarks_of_both_once(liora, company):
    liora.do(choose_rules, ["sag-aftra-tv-theatrical", "actra-ubcp", "eu-ai-act"])
    grant(liora, company, languages=["fr"], **PLAIN)
    grant(liora, company, languages=["en"], union_agreement="SAG-AFTRA TV/Theatrical 2023", **PLAIN)
    both = replace(ALLOWED, id="both", language=("fr", "en"), at=datetime(2026, 8, 3, 12, tzinfo=UTC))
    assert remarks(liora, both) == ["R77", "R13"]
    assert remarks(liora, replace(both, id="first", language=("fr",))) == ["R77"]


def test_what_is_broken_is_read_beside_the_licence_it_breaks(liora, company):
    liora.do(choose_rules, ["actra-ubcp"])
    grant(liora, company, languages=["fr"], **PLAIN)
    grant(liora, company, languages=["en"], modifications=["*"], union_agreement="ACTRA IPA 2025", **PLAIN)
    grant(liora, company, languages=["de"], union_agreement="ACTRA IPA 2025", **PLAIN)
    swap = replace(ALLOWED, id="swap", modification=("face-swap",), language=("fr", "en"))
    assert remarks(liora, swap) == []
    assert remarks(liora, replace(swap, id="other", language=("fr", "de"))) == ["R50-pay"]
