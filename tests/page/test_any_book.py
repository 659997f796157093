"""Any words about keys, in any log: the page that is made from them answers as the book does, whoever signed the paper.

What is lost is not on the page: there both say that nobody knows the signer, and the page cannot say why.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from likeness.acts.keys.page_keys import confirmed_cards, trust_on_page
from likeness.licence.bundle import read_bundle
from likeness.licence.key_words import Vouching
from likeness.licence.mandates import Delegation
from likeness.paper.page.verify_page import PageFacts, page_data
from likeness.verifier.book import Book
from likeness.verifier.roots import Roots, Word
from likeness.verifier.verify import verify_bundle
from tests.fakes.licences import LIORA, SIGNED_AT, STRANGER, a_licence, accepted, signed
from tests.fakes.words import (
    AGENCY,
    HEIR,
    LIORA_LATER,
    a_delegation,
    a_handover,
    a_rotation,
    a_vouching,
    an_alarm,
    an_estate,
    pub,
)
from tests.page.asking import OPEN, step_words
from tests.page.conftest import MADE_ON
from tests.property.test_trust_book import CARDS, WORDS

MADE_AT = datetime(2026, 6, 1, tzinfo=UTC)
CHECKED = (MADE_AT, MADE_AT + timedelta(days=400))  # vouchings and delegations of these words run out in between
GRANTORS = (
    {"name": "Liora Vantreight", "capacity": "performer"},
    {"name": "Halden Roe Talent", "capacity": "agent", "authority": None},
    {"name": "Mara Vantreight", "capacity": "estate", "authority": None},
)
PAPERS = [
    accepted(signed(a_licence(signer=pub(key), terms_grantor=grantor, issued_at=at), key))
    for key in (LIORA, LIORA_LATER, AGENCY, HEIR, STRANGER) for grantor in GRANTORS
    for at in (SIGNED_AT, datetime(2026, 5, 20, tzinfo=UTC))
]  # fmt: skip
BUNDLES = [read_bundle(paper) for paper in PAPERS]
ANSWER = """
(async () => { const found = [];
for (const facts of %s) {
  Object.assign(DATA, facts);
  for (const now of %s) for (const one of bundles) {
    const { answer, steps, signer } = await judgeBundle(one, [], now);
    found.push([answer, signer.trust, stepWords(steps.find(({ step }) => step === "signer"))]);
  }
} return found; })()
"""


BEFORE = MADE_AT - timedelta(days=1)
ENDED = st.sampled_from([None, None, BEFORE])
# Of these the page also knows what is taken back for a later day, and what was signed before that.
ENDED_LATER = st.sampled_from([None, None, datetime(2026, 5, 10, tzinfo=UTC), BEFORE, MADE_AT + timedelta(days=2)])
NARROW = a_delegation(acts=("train",))
TELLING = (
    a_vouching(), a_rotation(), a_delegation(), NARROW, a_delegation(LIORA_LATER), an_estate(), an_estate(LIORA_LATER),
    a_handover(), a_handover(died_at=datetime(2026, 5, 25, tzinfo=UTC)), an_alarm(), an_alarm(AGENCY, LIORA_LATER),
    a_rotation(AGENCY, STRANGER, "Halden Roe Talent"),
)  # fmt: skip


def _placed(says):
    ended = ENDED_LATER if isinstance(says, Delegation | Vouching) else ENDED
    return st.builds(Word, st.just(says), st.integers(0, 40), ended, st.integers(0, 40))


def _some(words, **sizes):
    return st.lists(st.sampled_from(words).flatmap(_placed), **sizes)


BOOKS = st.builds(
    lambda cards, telling, others: Roots(cards=cards, words=(*telling, *others)),
    st.sampled_from([CARDS, CARDS[1:], CARDS[1:], CARDS[:1], ()]),
    _some(TELLING, min_size=4, max_size=9),
    _some(list(WORDS.values()), max_size=5),
)


def page_facts(roots):
    book = Book(roots, MADE_AT)
    cards = confirmed_cards(roots, book)
    data = page_data(PageFacts("Oxbow Sound Ltd", MADE_ON, cards, trust=trust_on_page(roots, book, cards, MADE_AT)))
    return {name: data[name] for name in ("cards", "vouched", "delegations", "estates", "died")}


def seconds(moments):
    return json.dumps([int(at.timestamp()) for at in moments])


@settings(max_examples=6, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(drawn=st.lists(BOOKS, min_size=40, max_size=40))
def test_the_page_answers_as_the_book_does(browser, drawn):
    browser.ask(f"speak('en'); {OPEN % json.dumps([paper.hex() for paper in PAPERS])}")
    found = iter(browser.ask(ANSWER % (json.dumps([page_facts(roots) for roots in drawn]), seconds(CHECKED))))
    for roots in drawn:
        for at in CHECKED:
            for bundle, (answer, trust, words) in zip(BUNDLES, found, strict=False):
                report = verify_bundle(bundle, roots, at=at)
                assert (answer, trust) == (report.answer, report.signer.trust), (roots, at, bundle.licence.says)
                [step] = [step for step in report.steps if step.step == "signer"]
                assert step.detail == "signer-lost" or words == step_words("en", step), (roots, at)
    assert next(found, None) is None
