"""The phone page that somebody exports: her keys and cards, her status list, what she withdrew."""

from __future__ import annotations

import json
import re

from likeness.acts.keys.change_key import change_key
from likeness.acts.keys.export_page import export_page
from likeness.acts.keys.trust_book import confirm_card, make_status_list, own_card
from likeness.acts.licences.draft_licence import draft_licence
from likeness.acts.licences.end_licence import withdraw_licence
from likeness.acts.licences.export_licence import export_licence
from likeness.acts.licences.sign_licence import sign_licence
from likeness.licence.terms_read import terms_from
from likeness.paper.page.verify_page import PageFacts, verify_page
from likeness.paper.qr.qr_payload import qr_text
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.licences import accepted, signed, terms_document
from tests.fakes.offices import an_office
from tests.golden.test_statements import FROZEN
from tests.page.conftest import CARD, MADE_ON
from tests.page.giving import digits


def test_a_spoiled_list_on_the_page_says_nothing(one_browser, tmp_path):
    good = frozen_list()
    for spoiled in (good[:-1] + b"\x00", b"", signed().data, good[:200]):
        file = tmp_path / "spoiled.html"
        page = verify_page(PageFacts("Liora Vantreight", MADE_ON, [CARD], {CARD.key: spoiled}))
        file.write_text(page, encoding="utf-8")
        one_browser.open(f"{file.as_uri()}#{digits(accepted())}")
        one_browser.wait_for("report !== null")
        assert one_browser.ask("report.answer") == "status-old"
        assert one_browser.complaints() == []


def frozen_list():
    return bytes.fromhex((FROZEN / "status-list.hex").read_text())


def test_the_page_of_a_registry(tmp_path, one_browser):
    liora, company = an_office(tmp_path), an_office(tmp_path, "Tidewrack Pictures Ltd", "company")
    liora.do(confirm_card, own_card(company.desk))
    liora.do(make_status_list)
    for number, with_confirmed in enumerate((False, True)):
        file = tmp_path / f"page{number}.html"
        outcome = liora.do(export_page, file, with_confirmed=with_confirmed)
        assert outcome.value == file
        assert not outcome.changed
        one_browser.open(file.as_uri())
        names = one_browser.ask("DATA.cards.map((card) => card.name)")
        assert names == ["Liora Vantreight", "Tidewrack Pictures Ltd"][: 1 + with_confirmed]
        assert one_browser.ask("Object.keys(DATA.lists)") == [liora.owner.public_key.hex()]
        assert one_browser.ask("newestList(Object.keys(DATA.lists)[0]).then((list) => list.sequence)") == 1
        text = file.read_text("utf-8")
        assert liora.owner.signing_key.hex() not in text
    assert liora.desk.pen().secret.hex() not in text
    for office in (liora, company):
        office.close()


def test_a_page_with_a_status_list_never_calls_an_ended_licence_valid(one_browser, tmp_path):
    liora = an_office(tmp_path)
    number = liora.do(draft_licence, terms_from(terms_document(basis="consent"))).value.number
    liora.do(sign_licence, number)
    liora.do(export_licence, number, tmp_path)
    liora.do(withdraw_licence, number)
    without = page_says(one_browser, liora, tmp_path, number)
    assert without == ["status-old", "Intact, but nobody here knows whether it still holds"]
    assert page_says(one_browser, liora, tmp_path, number, with_status=True) == [
        "withdrawn",
        "Withdrawn by the performer",
    ]
    liora.close()


def page_says(browser, office, folder, number, **options):
    file = office.do(export_page, folder / "status.html", **options).value
    text = qr_text((folder / f"{number}.likeness").read_bytes(), "x.org")
    # The office's clock stands still: the page is asked as of that day, not of today.
    browser.open(file.as_uri())
    at = int(office.clock.now().timestamp())
    return browser.ask(f"checkText({json.dumps(text)}, 'text', {at}).then((one) => [one.answer, answerLines(one)[0]])")


def test_a_page_knows_the_keys_a_person_had_and_not_the_one_she_lost(tmp_path):
    clock = FixedClock()
    liora = an_office(tmp_path, clock=clock)
    first = liora.owner.public_key
    clock.forward(days=1)
    liora.do(change_key)
    second = liora.desk.owner().public_key
    keys = keys_on_page(liora, tmp_path)
    assert keys == {first.hex(), second.hex()}
    clock.forward(days=1)
    liora.do(change_key, lost_since=clock.now())
    assert keys_on_page(liora, tmp_path) == {first.hex(), liora.desk.owner().public_key.hex()}
    liora.close()


def keys_on_page(office, folder):
    text = office.do(export_page, folder / "keys.html").value.read_text("utf-8")
    data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL).group(1))
    return {card["key"] for card in data["cards"]}
