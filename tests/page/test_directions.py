"""Names written from right to left: what stands behind them in a sentence of the page stays behind them, digits too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from likeness.paper.page.verify_page import PageFacts, verify_page
from tests.fakes.licences import STRANGER, a_licence, accepted, signed
from tests.page.conftest import CARD, MADE_ON

ARABIC, HEBREW = "شركة الضياء", "נועה לוי"
# The words of a sentence and where each begins on the screen, line by line, from the left to the right.
SEEN = """
[...document.querySelectorAll(%s)].filter((one) => one.offsetParent).map((one) => {
  const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), found = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    for (const word of node.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      const box = range.getBoundingClientRect();
      found.push([Math.round(box.top), Math.round(box.left), word[0]]);
    }
  found.sort((one, other) => Math.abs(one[0] - other[0]) > 8 ? one[0] - other[0] : one[1] - other[1]);
  return [one.textContent, found.map((word) => word[2])];
})
"""
PLACES = "'#steps li > span, #next, #maker, #cards li, #rows tr:nth-child(3) td, #rows tr:last-child td'"


@pytest.fixture
def told(one_browser, tmp_path):
    """The sentences of a page in which everybody's name is written from right to left, as text and as they are seen."""
    grantor = {"name": HEBREW, "capacity": "guardian", "authority": "Court order 12"}
    licence = a_licence(
        terms_performer={"id": "noa", "name": HEBREW}, terms_grantor=grantor, signer=STRANGER.public.encoded,
        terms_licensee={"id": "diya", "name": ARABIC}, terms_project={"id": "p", "title": ARABIC, "ids": []},
        terms_annexes=[{"title": ARABIC, "sha256": "12" * 32}, {"title": HEBREW, "sha256": "34" * 32}],
    )  # fmt: skip
    file = tmp_path / "page.html"
    file.write_text(verify_page(PageFacts(HEBREW, MADE_ON, [replace(CARD, name=HEBREW)])), encoding="utf-8")
    one_browser.open(file.as_uri())
    one_browser.ask("document.querySelector('details').open = true")

    def tell(language):
        paper = accepted(signed(licence, STRANGER)).hex()
        one_browser.ask(f"report = null; speak('{language}'); answer(() => checkData(bytesOf('{paper}'), now()))")
        one_browser.wait_for("report !== null")
        return one_browser.ask(SEEN % PLACES)

    yield tell
    assert one_browser.complaints() == []


def from_left(text):
    """Return the words of a text as they are read on a screen: those of a name the other way round."""
    for name in (ARABIC, HEBREW):
        text = text.replace(name, " ".join(reversed(name.split())))
    return text.split()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_stands_behind_a_name_stays_behind_it(told, language):
    sentences = [(text, seen) for text, seen in told(language) if ARABIC in text or HEBREW in text]
    assert sum(any(char.isdigit() for char in text) for text, _ in sentences) >= 4  # a key, a day, a card, an annex
    assert len(sentences) >= 6
    for text, seen in sentences:
        assert "".join(seen) == "".join(from_left(text)), text
