"""The keys that a page knows, as it lists them: whose each is, by whom and until when, as mere text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from likeness.paper.page.page_trust import Appointed, Heirs, PageTrust, VouchedName
from likeness.paper.page.verify_page import PageFacts, verify_page
from likeness.seal.keys import PublicKey
from tests.fakes.licences import LIORA, STRANGER, accepted
from tests.fakes.words import AGENCY, HEIR, a_delegation, pub
from tests.page.conftest import CARD, MADE_ON

SINCE, UNTIL = datetime(2026, 5, 1, 8, 30, tzinfo=UTC), datetime(2027, 5, 10, tzinfo=UTC)
HOSTILE = "</script><img src=x onerror='window.hit = 1'>{name} **strong**"
JUSQUE = "jusqu’au 10 mai 2027, 00:00 (UTC)"
LINES = {
    "en": [
        "Liora Vantreight, Performer: {liora}",
        "{hostile}, vouched for by {hostile} until 10 May 2027, 00:00 (UTC): {stranger}",
        "Halden Roe Talent, who may sign for Liora Vantreight by delegation until 10 May 2027, 00:00 (UTC): {agency}",
        "Mara Vantreight, who speaks for {hostile} since 1 May 2026, 08:30 (UTC): {heir}",
    ],
    "fr": [
        "Liora Vantreight, Interprète\u00a0: {liora}",
        f"{{hostile}}, dont {{hostile}} se porte garant {JUSQUE}\u00a0: {{stranger}}",
        f"Halden Roe Talent, qui peut signer pour Liora Vantreight par délégation {JUSQUE}\u00a0: {{agency}}",
        "Mara Vantreight, qui parle au nom de {hostile} depuis le 1er mai 2026, 08:30 (UTC)\u00a0: {heir}",
    ],
}


@pytest.fixture
def listed(one_browser, tmp_path):
    """The page of somebody who knows one key in each of the four ways."""
    trust = PageTrust(
        vouched=(VouchedName(HOSTILE, (pub(STRANGER),), HOSTILE, SINCE, UNTIL),),
        appointed=(Appointed(a_delegation(), (pub(AGENCY),), a_delegation().key),),
        estates=(Heirs("Mara Vantreight", (pub(HEIR),), pub(STRANGER), SINCE),),
    )
    file = tmp_path / "page.html"
    file.write_text(verify_page(PageFacts("Oxbow Sound Ltd", MADE_ON, [CARD], trust=trust)), encoding="utf-8")
    one_browser.open(file.as_uri())
    yield one_browser
    assert one_browser.complaints() == []


@pytest.mark.parametrize("language", LINES)
def test_each_key_is_listed_with_what_makes_it_known(listed, language):
    keys = {"liora": LIORA, "stranger": STRANGER, "agency": AGENCY, "heir": HEIR}
    fill = {name: PublicKey(pub(key)).digits for name, key in keys.items()} | {"hostile": HOSTILE}
    listed.ask(f"speak('{language}')")
    lines = listed.ask("[...document.querySelectorAll('#cards li')].map((one) => one.textContent)")
    assert lines == [line.format(**fill) for line in LINES[language]]
    assert listed.ask("[typeof window.hit, document.images.length]") == ["undefined", 0]


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Whether a key on this page was lost, or a right to sign taken back, since 24 February 2026"),
     ("fr", "Si une clé de cette page a été perdue, ou un droit de signer repris, depuis le 24 février 2026")],
)  # fmt: skip
def test_it_says_that_it_cannot_know_what_became_of_its_keys(listed, language, told):
    listed.ask(f"report = null; speak('{language}'); answer(() => checkData(bytesOf('{accepted().hex()}'), now()))")
    listed.wait_for("report !== null")
    lines = listed.ask("[...document.querySelectorAll('#not-told li')].map((one) => one.textContent)")
    assert told in lines
    assert len(lines) == len(set(lines)) == 5
