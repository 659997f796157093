"""The limits of a delegation: the page finds the same first thing that one does not cover as the app, or none."""

from __future__ import annotations

import json
from datetime import timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from likeness.licence.mandates import outside
from likeness.paper.page.page_trust import Appointed, PageTrust, trust_data
from tests.fakes.licences import signed
from tests.fakes.words import a_delegation
from tests.page.asking import OPEN
from tests.property.test_codec_round_trip import licences


def _near(asked):
    """Everything, just what is asked for, more than that, or less."""
    return st.sampled_from([("*",), asked, (*asked, "more"), asked[1:] or ("more",)])


def _limits(licence):
    """A delegation near a licence: each of its limits covers it, just so, or does not."""
    terms = licence.terms
    sum_, issued = terms.fee.money, licence.issued_at
    most, currency = (sum_.minor, sum_.currency) if sum_ else (1_000, "EUR")
    passed = (terms.licensee.id, *((terms.pass_on,) if isinstance(terms.pass_on, str) else terms.pass_on))
    second = timedelta(seconds=1)
    return st.builds(
        a_delegation,
        given_at=st.sampled_from([issued - second, issued, issued, issued + second]),
        expires_at=st.sampled_from([issued, issued + second, issued + second, issued + 2 * second]),
        likenesses=_near(terms.likenesses), licensees=_near(passed), acts=_near(terms.acts),
        most_minor=st.sampled_from([max(most - 1, 0), most, most + 1]),
        currency=st.sampled_from([currency, currency, "GBP"]),
    )  # fmt: skip


MANY = licences().flatmap(lambda one: st.tuples(st.just(one), st.lists(_limits(one), min_size=30, max_size=30)))
ASKED = "bundles.map(({ licence }, place) => DATA.delegations.slice(30 * place, 30 * place + 30).map("
ASKED += "(one) => outside(one, licence)))"


@settings(max_examples=4, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(MANY, min_size=6, max_size=6))
def test_the_page_reads_the_limits_of_a_delegation_as_the_app_does(browser, drawn):
    trust = PageTrust(appointed=tuple(Appointed(says, (), says.key) for _, many in drawn for says in many))
    papers = json.dumps([signed(licence).data.hex() for licence, _ in drawn])
    browser.ask(f"Object.assign(DATA, {json.dumps(trust_data(trust))}); {OPEN % papers}")
    told = [[outside(says, licence.terms, licence.issued_at) for says in many] for licence, many in drawn]
    assert browser.ask(ASKED) == told
