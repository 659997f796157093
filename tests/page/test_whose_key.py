"""Whose key it is, on the page that a company exports: the same answer, steps and words as in its own app.

Real registries of a performer, her agency, her heir and a company that is nobody's party; every word between them goes
through their acts, and only the papers are signed here, so that they can be dated and made to go too far.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from likeness.acts.checking.take_in import take_in
from likeness.acts.keys.change_key import change_key
from likeness.acts.keys.export_page import export_page
from likeness.acts.keys.give_word import Scope, delegate, hand_over, name_estate, take_back, vouch
from likeness.acts.keys.trust_book import confirm_card, import_status_list, make_status_list, own_card
from likeness.values.money import Money
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import a_licence, accepted, signed
from tests.fakes.meeting import key_of, meet
from tests.fakes.offices import an_office
from tests.fakes.words import pub
from tests.page.asking import app_answer, both_say, page_answers, signer_of

SECOND = timedelta(seconds=1)
AGENT = {"name": "Halden Roe Talent", "capacity": "agent", "authority": None}
HEIR = {"name": "Mara Vantreight", "capacity": "estate", "authority": "Will"}
SCOPE = Scope(("liora-voice-2025",), ("tidewrack",), ("generate", "alter"), Money(1_800_000, "EUR"))


@pytest.fixture
def clock():
    return FixedClock("2026-03-02T09:00:00+00:00")


@pytest.fixture
def people(tmp_path, clock):
    """Liora, her agency and her heir, who have met; and Oxbow, a company that has met the agency alone."""
    liora, agency = an_office(tmp_path, clock=clock), an_office(tmp_path, "Halden Roe Talent", "agent", clock)
    heir = an_office(tmp_path, "Mara Vantreight", "agent", clock)
    oxbow = an_office(tmp_path, "Oxbow Sound Ltd", "company", clock)
    meet(liora, agency, heir)
    oxbow.do(confirm_card, own_card(agency.desk))
    yield liora, agency, heir, oxbow
    for office in (liora, agency, heir, oxbow):
        office.close()


def paper_of(office, key=None, **changes):
    """Return a licence, accepted by Tidewrack, that is signed with an office's key, now if nothing else is said."""
    pen = key or office.desk.pen()
    told = {"issued_at": office.clock.now(), "signer": pub(pen)} | changes
    return accepted(signed(a_licence(**told), pen))


def lists_of(oxbow, *offices):
    for office in offices:
        oxbow.do(import_status_list, office.do(make_status_list).value.data)


def test_a_vouched_performer_until_the_vouching_runs_out(one_browser, people, clock, tmp_path):
    liora, agency, _, oxbow = people
    paper = paper_of(liora)
    other = paper_of(liora, terms_performer={"id": "nova", "name": "Nova Person"},
                     terms_grantor={"name": "Nova Person", "capacity": "performer"})  # fmt: skip
    word = agency.do(vouch, key_of(liora), 20).value
    oxbow.do(take_in, word.data)
    lists_of(oxbow, liora)
    until = word.says.expires_at
    times = (clock.now() - SECOND, clock.now(), until - SECOND, until)
    asked = [*((paper, at) for at in times), (other, until - SECOND)]
    assert both_say(one_browser, oxbow, tmp_path, asked) == [
        ("unknown-signer", "unknown"), ("valid", "vouched"), ("valid", "vouched"), ("unknown-signer", "unknown"),
        ("unknown-signer", "unknown"),
    ]  # fmt: skip
    clock.forward(days=20)  # a page that is made afterwards does not name her
    assert both_say(one_browser, oxbow, tmp_path, [(paper, clock.now())]) == [("unknown-signer", "unknown")]
    assert "Liora Vantreight" not in one_browser.ask("byId('cards').textContent")


def test_a_vouched_key_that_another_follows(one_browser, people, clock, tmp_path):
    liora, agency, _, oxbow = people
    first = liora.desk.pen()
    oxbow.do(take_in, agency.do(vouch, key_of(liora), 20).value.data)
    clock.forward(days=1)
    oxbow.do(take_in, liora.do(change_key).value)
    oxbow.do(take_in, agency.do(change_key).value)
    lists_of(oxbow, liora)
    papers = [paper_of(liora), paper_of(liora, first)]
    agency_signs = {"terms_performer": {"id": "x", "name": "Halden Roe Talent"}, "terms_grantor": AGENT}
    asked = [(paper, at) for paper in papers for at in (clock.now(), clock.now() + timedelta(days=19))]
    asked.append((paper_of(agency, **agency_signs), clock.now()))
    vouched = [("valid", "vouched"), ("unknown-signer", "unknown")]
    assert both_say(one_browser, oxbow, tmp_path, asked) == [*vouched, *vouched, ("status-old", "rotated")]


def test_who_accepted_is_known_by_a_vouching_too(one_browser, people, clock, tmp_path):
    liora, agency, _, oxbow = people
    company = an_office(tmp_path, "Tidewrack Pictures Ltd", "company", clock)
    meet(agency, company)
    for office in (liora, company):
        oxbow.do(take_in, agency.do(vouch, key_of(office), 20).value.data)
    paper = accepted(signed(a_licence(signer=pub(liora.desk.pen())), liora.desk.pen()), company.desk.pen())
    company.close()
    both_say(one_browser, oxbow, tmp_path, [(paper, clock.now()), (paper, clock.now() + timedelta(days=20))])
    for language, told in (("en", "Halden Roe Talent vouches for this name."), ("fr", "se porte garant de ce nom.")):
        one_browser.ask(f"report = null; speak('{language}'); checkData(bytesOf('{paper.hex()}'), "
                        f"{int(clock.now().timestamp())}).then((one) => {{ report = one; show(); }})")  # fmt: skip
        one_browser.wait_for("report !== null")
        assert one_browser.ask("byId('steps').textContent").count(told) == 1


REASON = "async (hex) => outside(DATA.delegations[0], (await readBundle(bytesOf(hex))).licence)"
BEYOND: dict[str, dict[str, Any]] = {
    "likeness": {"terms_likenesses": ["liora-voice-2025", "liora-face-2025"]},
    "licensee": {"terms_licensee": {"id": "oxbow", "name": "Oxbow Sound Ltd"}},
    "pass-on": {"terms_pass_on": ["tidewrack", "oxbow"]},
    "pass-on-to-anyone": {"terms_pass_on": "anyone"},
    "act": {"terms_acts": ["generate", "train"]},
    "fee": {"terms_fee": {"basis": "flat", "minor": 1_800_001, "currency": "EUR"}},
    "currency": {"terms_fee": {"basis": "flat", "minor": 1, "currency": "GBP"}},
    "share": {"terms_fee": {"basis": "revenue-share", "percent": "5.0"}, "terms_residuals": []},
}  # fmt: skip
WITHIN: dict[str, dict[str, Any]] = {
    "all-of-it": {},
    "one-act": {"terms_acts": ["alter"]},
    "passed-on-to-her": {"terms_pass_on": ["tidewrack"]},
    "no-fee": {"terms_fee": {"basis": "none"}},
}


@pytest.fixture
def delegated(people, clock):
    """Oxbow is told what Liora lets her agency sign, for a year, and that the agency vouches for her for 20 days."""
    liora, agency, _, oxbow = people
    until = clock.now() + timedelta(days=365)
    word = liora.do(delegate, key_of(agency), SCOPE, until).value
    oxbow.do(take_in, agency.do(vouch, key_of(liora), 20).value.data + word.data)
    lists_of(oxbow, agency)
    return word


def test_an_agent_within_a_delegation_and_beyond_each_of_its_limits(one_browser, people, delegated, clock, tmp_path):
    _, agency, _, oxbow = people
    changes = [*WITHIN.values(), *BEYOND.values()]
    asked = [(paper_of(agency, terms_grantor=AGENT, **change), clock.now()) for change in changes]
    found = both_say(one_browser, oxbow, tmp_path, asked)
    assert found[: len(WITHIN)] == [("valid", "delegated")] * len(WITHIN)
    assert found[len(WITHIN) :] == [("unknown-signer", "outside-delegation")] * len(BEYOND)
    beyond = ",".join(f"'{paper.hex()}'" for paper, _ in asked[len(WITHIN) :])
    reasons = one_browser.ask(f"Promise.all([{beyond}].map({REASON}))")
    assert reasons == ["likeness", "licensee", "pass-on", "pass-on", "act", "fee", "fee", "fee"]


def test_what_an_agent_signs_before_and_after_and_for_somebody_else(one_browser, people, delegated, clock, tmp_path):
    liora, agency, heir, oxbow = people
    given, until = delegated.says.given_at, delegated.says.expires_at
    times = (given - SECOND, given, until - SECOND, until)
    dated = [paper_of(agency, terms_grantor=AGENT, issued_at=at) for at in times]
    now = clock.now()
    outside = ("unknown-signer", "outside-delegation")
    inside = ("valid", "delegated")
    asked = [(paper, now) for paper in dated]
    assert both_say(one_browser, oxbow, tmp_path, asked) == [outside, inside, inside, outside]
    nova = {"terms_performer": {"id": "nova", "name": "Nova Person"}, "terms_grantor": AGENT}
    lawyer = paper_of(heir, terms_grantor={"name": "Mara Vantreight", "capacity": "lawyer", "authority": None})
    hers = paper_of(liora, terms_grantor=AGENT)  # the performer herself, in the words of her agent
    asked = [(paper_of(agency, **nova), now), (lawyer, now), (hers, now), (dated[1], now + timedelta(days=20))]
    assert both_say(one_browser, oxbow, tmp_path, asked) == [
        ("unknown-signer", "no-delegation"), ("unknown-signer", "no-delegation"), ("status-old", "vouched"),
        ("unknown-signer", "no-delegation"),  # nobody vouches for the performer any more
    ]  # fmt: skip
    oxbow.do(confirm_card, own_card(liora.desk))
    later = (dated[1], until + timedelta(days=1))  # signed in its time, checked after it
    assert both_say(one_browser, oxbow, tmp_path, [later, (dated[3], later[1])]) == [
        ("status-old", "delegated"), ("unknown-signer", "outside-delegation"),
    ]  # fmt: skip


def test_an_estate_speaks_from_the_death_on_and_she_no_more(one_browser, people, clock, tmp_path):
    liora, agency, heir, oxbow = people
    oxbow.do(take_in, agency.do(vouch, key_of(liora), 300).value.data)
    named = liora.do(name_estate, key_of(heir)).value.data
    for office in (heir, oxbow):
        office.do(take_in, named)
    clock.forward(days=10)
    died = clock.now() - timedelta(days=2)
    papers = [paper_of(heir, terms_grantor=HEIR, issued_at=died - SECOND), paper_of(heir, terms_grantor=HEIR),
              paper_of(liora, issued_at=died - SECOND), paper_of(liora, issued_at=died)]  # fmt: skip
    lists_of(oxbow, liora, heir)
    asked = [(paper, clock.now()) for paper in papers]
    before = [("unknown-signer", "unknown")] * 2 + [("valid", "vouched")] * 2
    assert both_say(one_browser, oxbow, tmp_path, asked) == before
    oxbow.do(take_in, heir.do(hand_over, key_of(liora), died).value.data)
    asked.append((papers[1], clock.now() + timedelta(days=300)))  # nobody vouches for her name any more
    assert both_say(one_browser, oxbow, tmp_path, asked) == [
        ("unknown-signer", "unknown"), ("valid", "estate"), ("valid", "vouched"), ("unknown-signer", "died"),
        ("unknown-signer", "unknown"),
    ]  # fmt: skip


def test_a_lost_agency_vouches_for_what_was_logged_before_and_for_nothing_after(one_browser, people, clock, tmp_path):
    liora, agency, _, oxbow = people
    stolen = agency.desk.pen()
    oxbow.do(take_in, agency.do(vouch, key_of(liora), 20).value.data)
    oxbow.do(take_in, liora.do(delegate, key_of(agency), SCOPE, clock.now() + timedelta(days=365)).value.data)
    lists_of(oxbow, liora)
    paper, hers = paper_of(liora), paper_of(agency, terms_grantor=AGENT)
    clock.forward(days=1)
    oxbow.do(take_in, agency.do(change_key, lost_since=clock.now()).value)
    assert both_say(one_browser, oxbow, tmp_path, [(paper, clock.now())]) == [("valid", "vouched")]
    agency_now = paper_of(agency, terms_grantor=AGENT)
    assert both_say(one_browser, oxbow, tmp_path, [(agency_now, clock.now())]) == [("status-old", "delegated")]
    assert stolen.public.encoded.hex() not in (tmp_path / "page.html").read_text("utf-8")
    page = page_answers(one_browser, tmp_path / "page.html", [(hers, clock.now())])[0]
    app = app_answer(oxbow, hers, clock.now())
    assert page["answer"] == app["answer"] == "unknown-signer"
    assert (signer_of(page), signer_of(app)) == ("no-delegation", "lost")  # the page does not tell which keys were lost


def test_what_was_vouched_for_after_the_loss_does_not_count(one_browser, people, clock, tmp_path):
    liora, agency, _, oxbow = people
    since = clock.now()
    clock.forward(days=1)
    oxbow.do(take_in, agency.do(vouch, key_of(liora), 20).value.data)
    paper = paper_of(liora)
    assert both_say(one_browser, oxbow, tmp_path, [(paper, clock.now())]) == [("status-old", "vouched")]
    clock.forward(days=1)
    oxbow.do(take_in, agency.do(change_key, lost_since=since).value)
    assert both_say(one_browser, oxbow, tmp_path, [(paper, clock.now())]) == [("unknown-signer", "unknown")]


def test_what_was_taken_back_counts_for_what_was_signed_before(one_browser, people, delegated, clock, tmp_path):
    liora, agency, _, oxbow = people
    oxbow.do(confirm_card, own_card(liora.desk))
    before = paper_of(agency, terms_grantor=AGENT)
    clock.forward(days=1)
    oxbow.do(take_in, liora.do(take_back, delegated.digest.hex()).value.data)
    after = paper_of(agency, terms_grantor=AGENT)
    found = both_say(one_browser, oxbow, tmp_path, [(paper, clock.now()) for paper in (before, after)])
    assert [why for _, why in found] == ["delegated", "outside-delegation"]


def test_on_an_agencys_own_page_it_signs_within_a_delegation_too(one_browser, people, clock, tmp_path):
    """In her own app she reads that she signed it; whoever is handed her page reads what lets her."""
    liora, agency, _, _ = people
    paper, own = paper_of(agency, terms_grantor=AGENT), {"terms_performer": {"id": "h", "name": "Halden Roe Talent"}}
    asked = [(paper, clock.now()), (paper_of(agency, terms_grantor=AGENT, **own), clock.now())]

    def reads():
        file = agency.do(export_page, tmp_path / "page.html", with_confirmed=True).value
        return [signer_of(one) for one in page_answers(one_browser, file, asked)]

    assert reads() == ["no-delegation", "confirmed"]
    agency.do(take_in, liora.do(delegate, key_of(agency), SCOPE, clock.now() + timedelta(days=365)).value.data)
    assert reads() == ["delegated", "confirmed"]
    assert [signer_of(app_answer(agency, *one)) for one in asked] == ["self", "self"]
