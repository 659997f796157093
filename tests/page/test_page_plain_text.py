"""What others wrote is text on the phone page, whatever it looks like."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from likeness.paper.page.verify_page import PageFacts, verify_page
from tests.fakes.licences import a_licence, accepted, signed
from tests.page.conftest import CARD, MADE_ON
from tests.page.giving import TEXT_OF, digits

HOSTILE = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'>{script}"


def test_what_others_wrote_is_text_and_nothing_else(one_browser, tmp_path):
    card = replace(CARD, name=HOSTILE, contact=HOSTILE)
    file = tmp_path / "hostile.html"
    file.write_text(verify_page(PageFacts(HOSTILE, MADE_ON, [card])), encoding="utf-8")
    performer = {"id": "liora", "name": HOSTILE}
    grantor = {"name": HOSTILE, "capacity": "performer"}
    licence = a_licence(terms_performer=performer, terms_grantor=grantor, terms_description=HOSTILE)
    one_browser.open(f"{file.as_uri()}#{digits(accepted(signed(licence)))}")
    one_browser.wait_for("report !== null")
    shown = one_browser.ask("[byId('maker').textContent, byId('cards').textContent, byId('rows').textContent]")
    assert all(HOSTILE in text for text in shown)
    assert one_browser.ask("[typeof window.hit, document.images.length, document.links.length]") == ["undefined", 0, 0]
    assert one_browser.complaints() == []


WRITTEN = [
    "<img src=x onerror=document.title='hit'>",
    "</script><script>document.title='hit'</script>",
    "**strong** ~~given~~",
    "{digits} {name} {on}",
    "__proto__",
    "constructor",
    "$& $1 $'",
    "&lt;b&gt; &amp;",
    "javascript:document.title='hit'",
    "\u05d0\u05d1 100 \u05d2",
    "x" * 190,
]


@pytest.mark.parametrize("text", WRITTEN, ids=range(len(WRITTEN)))
def test_what_a_company_writes_is_text_and_nothing_else(browser, page, text):
    paper = signed(
        a_licence(
            number=text[:40], terms_performer={"id": "constructor", "name": text},
            terms_grantor={"name": text, "capacity": "guardian", "authority": text},
            terms_licensee={"id": "toString", "name": text}, terms_likenesses=["valueOf", "hasOwnProperty"],
            terms_project={"id": "prototype", "title": text, "ids": []}, terms_pass_on=["constructor", "isPrototypeOf"],
            terms_description=text, terms_union_agreement=text, terms_representation={"kind": "agent", "name": text},
            terms_annexes=[{"title": text, "sha256": "ab" * 32}], terms_notice_at=None, terms_service_at=None,
        )
    )  # fmt: skip
    browser.open(page.as_uri())
    before = browser.ask("document.querySelectorAll('img, script, iframe, a, object').length")
    for language in ("en", "fr"):
        browser.ask(f"speak('{language}')")
        browser.ask(f"answer(() => checkData(bytesOf('{paper.data.hex()}'), now()))")
        browser.wait_for("report !== null")
        assert browser.ask("report.licence.project.title") == text
        cells = browser.ask("[...document.querySelectorAll('#rows td')].map((cell) => cell.textContent)")
        assert cells.count(text) >= 2  # performer and company; a cell of the table begins with a capital
        assert text in browser.ask(TEXT_OF % "plain")
        assert browser.ask("document.title") != "hit"
        assert browser.ask("document.querySelectorAll('img, script, iframe, a, object').length") == before
        shown = browser.ask("document.body.innerText").replace(text, "")
        assert not re.search(r"undefined|\[object|NaN|function", shown)
