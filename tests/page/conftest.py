"""One browser for the tests of the phone page in this process, and the page of Liora with the cards that tests need."""

from __future__ import annotations

from datetime import date

import pytest

from likeness.licence.key_card import KeyCard
from likeness.paper.page.verify_page import PageFacts, verify_page
from likeness.verifier.foreign import RULES
from tests.fakes.browser import Browser
from tests.fakes.licences import LIORA

CARD = KeyCard("Liora Vantreight", "performer", LIORA.public.encoded, date(2026, 1, 5))
MADE_ON = date(2026, 2, 24)


@pytest.fixture(scope="session")
def page(tmp_path_factory):
    """The page of Liora, as a file."""
    file = tmp_path_factory.mktemp("page") / "verify.html"
    file.write_text(verify_page(PageFacts("Liora Vantreight", MADE_ON, [CARD], {}, RULES)), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def one_browser():
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture
def browser(one_browser, page):
    """A browser with Liora's page open; afterwards it has asked nobody and complained of nothing."""
    one_browser.open(page.as_uri())
    one_browser.ask("speak('en')")
    yield one_browser
    asked = [address for address in one_browser.addresses() if not address.startswith(("file:", "data:", "about:"))]
    assert asked == []
    assert one_browser.complaints() == []
