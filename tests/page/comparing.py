"""The same papers before the phone page and before the app's own verifier: answers and steps, held side by side."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from likeness.paper.wording import room
from likeness.verifier.roots import Roots
from likeness.verifier.verify import verify
from tests.fakes.papers import read_here
from tests.page.conftest import CARD

AT = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
ROOTS = Roots(cards=(CARD,))
READ = """
(async () => { const found = [];
for (const [hex, at] of %s) {
  const one = await checkData(bytesOf(hex), at);
  found.push([one.answer, one.steps.map(({ step, result, detail }) => [step, result, detail])]);
} return found; })()
"""


def page_reads(browser, papers, at=AT):
    """Return the page's answer and steps for each paper, in one question."""
    asked = [
        [data.hex(), int(when.timestamp())] for data, when in ((p if type(p) is tuple else (p, at)) for p in papers)
    ]
    return [(answer, [tuple(step) for step in steps]) for answer, steps in browser.ask(READ % json.dumps(asked))]


def app_reads(paper, roots=ROOTS, at=AT):
    data, when = paper if type(paper) is tuple else (paper, at)
    report = verify(data, roots, at=when, read=read_here)
    return report.answer, [(step.step, step.result, step.detail) for step in report.steps]


def same(browser, papers, at=AT, roots=ROOTS):
    for paper, found in zip(papers, page_reads(browser, papers, at), strict=True):
        assert told(found) == told(app_reads(paper, roots, at)), paper


def told(found):
    """Return an answer and its steps as they are said: reasons without a sentence of their own are said alike."""
    answer, steps = found
    known = room("en", "check").keys() | room("en", "page").keys()
    own = [why in known and not (result == "failed" and why == s) for s, result, why in steps]
    return answer, [
        (s, result, why if one else f"{s}-failed") for one, (s, result, why) in zip(own, steps, strict=True)
    ]
