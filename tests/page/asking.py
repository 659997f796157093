"""Asking the page that an office exports, and its own verifier, whose key it is: the answer, every step, every word."""

from __future__ import annotations

import json
from datetime import datetime

from likeness.acts.keys.export_page import export_page
from likeness.acts.keys.gather_roots import gather_roots
from likeness.paper.names import instant
from likeness.paper.wording import LANGUAGES, elided, room
from likeness.seal.keys import PublicKey
from likeness.verifier.verify import verify
from tests.fakes.papers import read_here

ASKED = """
(async () => { const found = [];
for (const [hex, at] of %s) {
  const one = await checkData(bytesOf(hex), at);
  const words = {};
  for (const language of %s) { speak(language); words[language] = one.steps.map(stepWords); }
  found.push({ answer: one.answer, trust: one.signer.trust, words,
    steps: one.steps.map(({ step, result, detail }) => [step, result, detail]) });
} return found; })()
"""

# Open papers once, for many questions about each.
OPEN = "Promise.all(%s.map((hex) => readBundle(bytesOf(hex)))).then((all) => { globalThis.bundles = all; return 0; })"


def page_answers(browser, file, asked):
    """Open a page and return what it says of each (paper, instant)."""
    browser.open(file.as_uri())
    pairs = json.dumps([[paper.hex(), int(at.timestamp())] for paper, at in asked])
    return browser.ask(ASKED % (pairs, json.dumps(LANGUAGES)))


def app_answer(office, paper, at):
    """Return what the office's own check says, in the words that the page has of its own where it has any."""
    report = verify(paper, gather_roots(office.desk), at=at, read=read_here)
    return {
        "answer": report.answer,
        "trust": report.signer.trust,
        "words": {language: [step_words(language, step) for step in report.steps] for language in LANGUAGES},
        "steps": [[step.step, step.result, step.detail] for step in report.steps],
    }


def both_say(browser, office, folder, asked):
    """Ask both about each (paper, instant), hold them to the same, and return each answer and why the signer counts."""
    file = office.do(export_page, folder / "page.html", with_confirmed=True).value
    found = page_answers(browser, file, asked)
    for (paper, at), page in zip(asked, found, strict=True):
        assert page == app_answer(office, paper, at)
    assert browser.complaints() == []
    return [(page["answer"], signer_of(page)) for page in found]


def signer_of(said):
    """Return why the signer of a paper counts, or does not."""
    return next(detail for step, _, detail in said["steps"] if step == "signer").removeprefix("signer-")


def step_words(language, step):
    """Return the sentence of a step as the page has it: its own, where the page has one, else that of the app."""
    own = room(language, "page").get(step.detail)
    if own is None:
        return step.words(language)
    fill = {name: _shown(language, value) for name, value in step.fill}
    return (elided(own, fill) if language == "fr" else own).format(**fill)


def _shown(language, value):
    if isinstance(value, datetime):
        return instant(language, value)
    return value.digits if isinstance(value, PublicKey) else value
