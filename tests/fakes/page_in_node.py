"""The page for phones without a browser: its own scripts in Node, where one is found, up to the words of each step.

A browser has what draws, the camera and the reader of pictures besides; `tests/page` tries those in Chromium.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from likeness.paper.page.verify_page import SCRIPTS, PageFacts, page_data
from likeness.values.resource import resource

_NEEDS_A_BROWSER = ("keys.js", "screen.js", "reader.js", "camera.js", "start.js")
_ASKED = """
const told = [];
for (const [kind, given, at] of ASKED) {
  const one = await { text: () => checkText(given, "text", at), codes: () => checkCodes(given, at),
    data: () => checkData(bytesOf(given), at) }[kind]();
  const words = {};
  for (const language of ["en", "fr"]) {
    tongue = language;
    words[language] = [...answerLines(one), ...one.steps.map(stepWords)];
  }
  const steps = one.steps.map(({ step, result, detail }) => [step, result, detail]);
  told.push({ answer: one.answer, steps, words });
}
console.log(JSON.stringify(told));
"""


def page_says(folder: Path, facts: PageFacts, asked: Sequence[tuple[str, object, int]]) -> list[dict[str, Any]]:
    """Return what the page says of each, at a second: ("text", text), ("data", hex) or ("codes", texts of a picture).

    Skips without Node.
    """
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node is found: the page is only compared in a browser")
    given = f"const ASKED = {json.dumps(asked)};"
    known = json.dumps({"textContent": json.dumps(page_data(facts))})
    data = f"globalThis.document = {{ getElementById: () => ({known}) }};"
    ours = [resource("page", name).read_text("utf-8") for name in SCRIPTS if name not in _NEEDS_A_BROWSER]
    script = folder / "page.mjs"
    script.write_text("\n".join([data, *ours, given, _ASKED]), "utf-8")
    done = subprocess.run([node, script], capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told
